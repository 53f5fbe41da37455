"""Distance and warping path between two takes."""

from __future__ import annotations

from typing import Final

import numpy as np
from dtaidistance import dtw_ndim

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FloatArray
from scripts.synthesis.takes import raised

# Joints that distinguish hand shapes: thumb, and middle and tip of each finger; 17 turns the palm.
SHAPE_POINTS: Final = (2, 4, 5, 6, 8, 10, 12, 14, 16, 17, 18, 20)
PALM: Final = 9  # the wrist to this joint is a hand's own measure
SHAPE_WEIGHT: Final = 0.35  # one palm length of a shape point against one torso unit of the wrist
DEPTH_WEIGHT: Final = 0.5  # the depth of a hand is less reliable
REST: Final = ((0.45, 0.9), (-0.45, 0.9))  # assumed place of a hand that is not raised, left and right

Path = list[tuple[int, int]]


def channels(features: FloatArray, present: BoolArray) -> FloatArray:
    """Rows (T, 540) -> (T, 76) float64: place of each hand against the torso, its shape against its wrist.

    A hand at rest or out of the picture fades to one fixed place without shape, so that the idle hand does
    not affect the distance.
    """
    lift = raised(features, present)
    parts = []
    for side, columns in enumerate((layout.LEFT_HAND, layout.RIGHT_HAND)):
        hand = features[:, columns].reshape(-1, layout.HAND_POINTS, 3)
        height = lift[:, side, None]
        place = np.asarray(REST[side]) + height * (hand[:, 0, :2] - np.asarray(REST[side]))
        palm = np.linalg.norm(hand[:, PALM] - hand[:, 0], axis=1)
        shape = hand[:, SHAPE_POINTS] - hand[:, :1]
        shape = shape / np.maximum(palm, 1e-3)[:, None, None] * np.array([1, 1, DEPTH_WEIGHT])
        parts += [place, SHAPE_WEIGHT * height * shape.reshape(len(features), -1)]
    return np.ascontiguousarray(np.concatenate(parts, axis=1), np.float64)


def distance(one: FloatArray, other: FloatArray) -> float:
    """DTW distance of two channel arrays, a step: sum along the path over the mean length of the two."""
    total = float(dtw_ndim.distance_fast(one, other, inner_dist="euclidean"))
    return total / ((len(one) + len(other)) / 2)


def path(one: FloatArray, other: FloatArray) -> Path:
    """Index pairs of the best warping path."""
    pairs: Path = dtw_ndim.warping_path(one, other, inner_dist="euclidean", use_c=True)
    return pairs
