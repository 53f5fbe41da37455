"""The part of torso space that is shown, how it fits into a box, and the row that shows a clip best."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray
from desktop_app.engine.tracking.features import CENTRE_BELOW_SHOULDERS, SCALE_PER_SHOULDER_SPAN

# What the avatar shows around a person in torso units: chest to above the head, elbows out.
WORLD_LEFT: Final = -1.55
WORLD_RIGHT: Final = 1.55
WORLD_TOP: Final = -2.5
WORLD_BOTTOM: Final = 0.55
SHOULDER_SPAN: Final = 1 / SCALE_PER_SHOULDER_SPAN
SHOULDER_Y: Final = -CENTRE_BELOW_SHOULDERS / SCALE_PER_SHOULDER_SPAN


def world_rect() -> QRectF:
    """The part of torso space that is shown."""
    return QRectF(WORLD_LEFT, WORLD_TOP, WORLD_RIGHT - WORLD_LEFT, WORLD_BOTTOM - WORLD_TOP)


def fit(painter: QPainter, world: QRectF, target: QRectF, *, mirrored: bool) -> None:
    """Scale the painter so that `world` fits into `target`, centred; mirrored swaps the sides."""
    scale = min(target.width() / world.width(), target.height() / world.height())
    painter.translate(target.center())
    painter.scale(-scale if mirrored else scale, scale)
    painter.translate(-world.center())


def signing_space(features: FloatArray) -> QRectF:
    """The part of torso space that a clip (T, 540) needs: head, shoulders, hands.

    Symmetric about the body, so that a sign at one side does not push the person out of the middle.
    """
    reach, top, bottom = SHOULDER_SPAN * 0.72, SHOULDER_Y - 0.95, SHOULDER_Y + 0.62
    for part in (layout.LEFT_HAND, layout.RIGHT_HAND):
        seen = features[features[:, part].any(axis=1)][:, part].reshape(-1, 3)
        if len(seen):
            # Outliers of single frames do not count.
            reach = max(reach, float(np.percentile(np.abs(seen[:, 0]), 98)))
            top = min(top, float(np.percentile(seen[:, 1], 2)))
            bottom = max(bottom, float(np.percentile(seen[:, 1], 98)))
    faces = features[features[:, layout.FACE].any(axis=1)][:, layout.FACE].reshape(-1, layout.FACE_POINTS, 3)
    if len(faces):
        crown, chin = faces[:, :, 1].min(axis=1), faces[:, :, 1].max(axis=1)
        top = min(top, float(np.percentile(crown - 0.32 * (chin - crown), 2)))  # the mesh ends at the hairline
    reach = min(reach + 0.08, -WORLD_LEFT)
    top, bottom = max(top - 0.08, WORLD_TOP), min(bottom + 0.1, WORLD_BOTTOM)
    return QRectF(-reach, top, 2 * reach, bottom - top)


def thumbnail_row(features: FloatArray) -> int:
    """The row of a clip (T, 540) that shows the sign best in a small picture: hands seen, near the middle."""
    count = len(features)
    if count == 0:
        return 0
    hands = features[:, layout.LEFT_HAND].any(axis=1).astype(int) + features[:, layout.RIGHT_HAND].any(axis=1)
    lift = -np.minimum(
        features[:, layout.LEFT_WRIST * 4 + 1], features[:, layout.RIGHT_WRIST * 4 + 1]
    )  # y points down
    nearness = 1 - np.abs(np.arange(count) - (count - 1) / 2) / max(count, 1)
    return int(np.argmax(np.minimum(hands, 1) * 2 + 0.5 * np.clip(lift, 0, 2) + nearness))
