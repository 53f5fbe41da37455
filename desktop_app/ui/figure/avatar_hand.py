"""Paints a hand as a solid: palm and five fingers, the furthest first, the palm lighter than the back."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF, QRadialGradient

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray
from desktop_app.ui.figure.shapes import capsule, capsule_path, mix, point
from desktop_app.ui.kit.tokens import AVATAR

_PALM: Final = (0, 1, 5, 9, 13, 17)
_FINGER_RADIUS: Final = {
    "thumb": 0.155,
    "index": 0.125,
    "middle": 0.13,
    "ring": 0.12,
    "little": 0.105,
}  # of the palm
_KNUCKLES: Final = (5, 9, 13, 17)
_FINGER_ROOT: Final = {"thumb": 1, "index": 5, "middle": 9, "ring": 13, "little": 17}


def palm_openness(hand: FloatArray, *, is_left: bool) -> float:
    """How much of the palm of a hand (21, 3) is seen: 1 the palm, 0 the back."""
    towards = hand[5, :2] - hand[0, :2]
    across = hand[17, :2] - hand[0, :2]
    cross = float(towards[0] * across[1] - towards[1] * across[0]) / _palm_size(hand) ** 2
    # With the palm of a right hand towards the viewer and fingers up, the index is right of the little finger.
    facing = cross if is_left else -cross
    return float(np.clip(facing * 2.5 + 0.5, 0, 1))


def paint_hand(painter: QPainter, hand: FloatArray, *, is_left: bool) -> None:
    """One hand (21, 3) in the painter's unit: palm and five fingers, the furthest first."""
    palm_size = _palm_size(hand)
    openness = palm_openness(hand, is_left=is_left)
    palm_colour = mix(AVATAR.skin, AVATAR.palm, openness)
    rim = QColor(AVATAR.outline)
    depth = hand[:, 2] - hand[list(_PALM), 2].mean()
    jobs: list[tuple[float, Callable[[], None]]] = [
        (0.0, lambda: _palm(painter, hand, palm_size, palm_colour, rim))
    ]
    for name, joints in layout.FINGERS.items():
        chain = joints if name == "thumb" else (_FINGER_ROOT[name], *joints[1:])
        z = float(np.mean([depth[i] for i in joints[1:]]))
        tone = float(np.clip(-z / palm_size, -0.6, 0.6))
        skin = mix(AVATAR.skin, AVATAR.palm, openness * 0.8)
        skin = skin.lighter(100 + int(14 * tone)) if tone > 0 else skin.darker(100 + int(-30 * tone))
        radius = _FINGER_RADIUS[name] * palm_size

        def finger(chain: tuple[int, ...] = chain, radius: float = radius, skin: QColor = skin) -> None:
            _finger(painter, [point(hand, i) for i in chain], radius, skin, rim, nails=1 - openness)

        jobs.append((z, finger))
    for _, job in sorted(jobs, key=lambda item: -item[0]):
        job()


def _palm_size(hand: FloatArray) -> float:
    """The length of the palm, or an estimate from its breadth where the length is foreshortened."""
    length, breadth = float(np.linalg.norm(hand[9] - hand[0])), float(np.linalg.norm(hand[17] - hand[5]))
    return max(length, 0.8 * breadth, 1e-4)


def _palm(painter: QPainter, hand: FloatArray, size: float, colour: QColor, rim: QColor) -> None:
    corners = QPolygonF([point(hand, i) for i in _PALM])
    for grow, paint in ((0.30, rim), (0.24, colour)):
        pen = QPen(paint, grow * size)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(paint)
        painter.drawPolygon(corners)
    glow = QRadialGradient(point(hand, 9) * 0.5 + point(hand, 0) * 0.5, size * 0.6)
    glow.setColorAt(0, QColor(255, 255, 255, 26))
    glow.setColorAt(1, QColor(255, 255, 255, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(glow))
    painter.drawPolygon(corners)


def _finger(
    painter: QPainter, points: list[QPointF], radius: float, skin: QColor, rim: QColor, *, nails: float
) -> None:
    radii = [radius * (1 - 0.11 * i) for i in range(len(points))]
    edge = radius * 0.24
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, grow in ((rim, edge), (skin, 0.0)):
        painter.setBrush(colour)
        for i in range(len(points) - 1):
            painter.drawPath(capsule_path(points[i], points[i + 1], radii[i] + grow, radii[i + 1] + grow))
    _gloss(painter, points, radii)
    if nails > 0.6:  # the back of the hand is shown
        tip, before = points[-1], points[-2]
        length = math.hypot(tip.x() - before.x(), tip.y() - before.y())
        if length > radius * 0.8:
            painter.save()
            painter.translate(tip + (before - tip) * 0.1)
            painter.rotate(math.degrees(math.atan2(tip.y() - before.y(), tip.x() - before.x())))
            painter.setBrush(QColor(AVATAR.palm))
            painter.drawRoundedRect(
                QRectF(-radius * 0.35, -radius * 0.38, radius * 0.85, radius * 0.76), radius * 0.3, radius * 0.3
            )
            painter.restore()


def _gloss(painter: QPainter, points: list[QPointF], radii: list[float]) -> None:
    pen = QPen(QColor(255, 255, 255, 34), radii[0] * 0.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    lift = QPointF(0, -radii[0] * 0.22)
    painter.drawPolyline(QPolygonF([point + lift for point in points]))
    painter.setPen(Qt.PenStyle.NoPen)


def paint_hand_and_wrist(painter: QPainter, hand: FloatArray, *, is_left: bool) -> None:
    """A hand (21, 3) without a body, with a stub of the forearm that shows its direction."""
    wrist = hand[0]
    away = wrist - hand[list(_KNUCKLES)].mean(axis=0)
    size = float(np.linalg.norm(hand[9] - hand[0]))
    rim, skin = QColor(AVATAR.outline), mix(AVATAR.skin, AVATAR.palm, palm_openness(hand, is_left=is_left))

    def along(share: float) -> QPointF:
        x, y = (wrist + away * share)[:2]
        return QPointF(float(x), float(y))

    capsule(painter, along(-0.2), along(0.75), 0.29 * size, 0.25 * size, skin, rim)
    paint_hand(painter, hand, is_left=is_left)
