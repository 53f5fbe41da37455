"""A clip as the other-handed signer gives it: x negated, left and right exchanged. Pure functions.

Pose and hands have exact partners. The face keeps every fifth point of the mesh, and the partner of such a
point is among the kept ones only by chance: the nearest one to its mirror image stands for it (0.016 torso
units away on average, on the mean face of the shipped references). Films turned over and tracked again give,
mirrored back, the same expression but for the tremble of the tracker: docs/feedback.md has the figures.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FloatArray, IntArray

# For each of the 94 kept face points the one that is nearest to its mirror image.
_FACE_PARTNERS: Final = (
    0, 1, 2, 3, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 71, 59, 51, 72,
    90, 25, 51, 73, 80, 90, 79, 76, 52, 54, 79, 35, 81, 75, 77, 39, 40, 85, 86, 87, 88, 89, 90, 91,
    92, 93, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 19, 7, 7, 24, 20,
    23, 27, 4, 37, 31, 38, 32, 34, 28, 36, 37, 19, 23, 41, 42, 43, 44, 45, 46, 47, 48, 49,
)  # fmt: skip
FACE_ORDER: Final[IntArray] = np.array(_FACE_PARTNERS, np.int64)
_TURN: Final = np.array([-1, 1, 1], np.float32)


def _pose_order() -> IntArray:
    order = np.arange(layout.POSE_POINTS, dtype=np.int64)
    for left, right in layout.POSE_MIRROR:
        order[left], order[right] = right, left
    return order


POSE_ORDER: Final = _pose_order()


def mirrored_features(features: FloatArray) -> FloatArray:
    """(T, 540) rows in torso units -> the rows of the mirrored signer; parts that are zeros stay zeros."""
    out = np.zeros_like(features)
    pose = features[:, layout.POSE].reshape(-1, layout.POSE_POINTS, 4)[:, POSE_ORDER]
    out[:, layout.POSE] = (pose * np.array([-1, 1, 1, 1], np.float32)).reshape(len(features), -1)
    hand = np.tile(_TURN, layout.HAND_POINTS)
    out[:, layout.LEFT_HAND] = features[:, layout.RIGHT_HAND] * hand
    out[:, layout.RIGHT_HAND] = features[:, layout.LEFT_HAND] * hand
    face = features[:, layout.FACE].reshape(-1, layout.FACE_POINTS, 3)[:, FACE_ORDER]
    out[:, layout.FACE] = (face * _TURN).reshape(len(features), -1)
    return out


def mirrored_present(present: BoolArray) -> BoolArray:
    """(T, 4) presence with the hands exchanged."""
    return present[:, [0, 2, 1, 3]].copy()
