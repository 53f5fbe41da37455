"""The hand of a letter in space: normalised, rotated and painted."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray
from desktop_app.ui.figure.avatar_hand import paint_hand_and_wrist
from desktop_app.ui.kit.tokens import AVATAR

# The fingertip that draws a letter in the air.
DRAWING_TIP: Final = {"J": layout.FINGERS["little"][-1], "Z": layout.FINGERS["index"][-1]}
_PALM: Final = (0, 5, 9, 13, 17)
_MARGIN: Final = 0.86  # of the box that the hand may fill


def rotated(hands: FloatArray, yaw: float, pitch: float) -> FloatArray:
    """Hands (..., 21, 3), x right, y down, z away, rotated about the upright axis, then nodded. Radians."""
    x, y, z = hands[..., 0], hands[..., 1], hands[..., 2]
    side, depth = x * np.cos(yaw) + z * np.sin(yaw), -x * np.sin(yaw) + z * np.cos(yaw)
    return np.asarray(
        np.stack(
            [
                side,
                y * np.cos(pitch) - depth * np.sin(pitch),
                y * np.sin(pitch) + depth * np.cos(pitch),
            ],
            axis=-1,
        ),
        np.float32,
    )


def normalised(hands: FloatArray) -> FloatArray:
    """(T, 21, 3) in any unit -> the same, about the middle of the palm, no point further than 1 away."""
    centred = hands - hands[:, _PALM].mean(axis=(0, 1))
    reach = (centred.reshape(-1, 3).min(axis=0) + centred.reshape(-1, 3).max(axis=0)) / 2
    centred = centred - reach
    return np.asarray(centred / max(float(np.linalg.norm(centred, axis=-1).max()), 1e-6), np.float32)


def paint_letter_hand(
    painter: QPainter, hand: FloatArray, box: QRectF, *, is_left: bool, trail: FloatArray | None = None
) -> None:
    """Paint a hand (21, 3) of `normalised`, already rotated, into a box.

    Args:
        is_left: which hand it is, as it is seen (a mirrored right hand is a left one).
        trail: (N, 3) the way of a fingertip, rotated alike; painted under the hand.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center())
    scale = min(box.width(), box.height()) / 2 * _MARGIN
    painter.scale(scale, scale)
    if trail is not None and len(trail) > 1:
        _trail(painter, trail)
    paint_hand_and_wrist(painter, hand, is_left=is_left)
    painter.restore()


def _trail(painter: QPainter, trail: FloatArray) -> None:
    line = QPolygonF([QPointF(float(x), float(y)) for x, y in trail[:, :2]])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((AVATAR.outline, 0.075), (AVATAR.palm, 0.045)):
        pen = QPen(QColor(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(line)
