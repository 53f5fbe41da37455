"""Motion energy of a clip, and the speed of the hands that start and end of a sign are judged by."""

from __future__ import annotations

from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FloatArray

_PART_COLUMNS: Final = tuple(
    np.intersect1d(np.arange(layout.FEATURE_DIM)[part], layout.COORDINATE_COLUMNS)
    for part in layout.PARTS.values()
)


def motion_energy(features: FloatArray, present: BoolArray) -> FloatArray:
    """(T, 540) torso units, (T, 4) presence -> (T,) Euclidean step over the 507 coordinates.

    A part counts only where it is present in t and t-1: a hand that appears is not motion. Frame 0 has 0.
    """
    energy = np.zeros(len(features), np.float32)
    if len(features) < 2:
        return energy
    step = np.diff(features, axis=0)
    both = present[1:] & present[:-1]
    squared = np.zeros(len(step), np.float64)
    for index, columns in enumerate(_PART_COLUMNS):
        squared += both[:, index] * np.square(step[:, columns], dtype=np.float64).sum(axis=1)
    energy[1:] = np.sqrt(squared)
    return energy


def hand_speed(
    previous: FloatArray, previous_present: BoolArray, row: FloatArray, present: BoolArray, step_s: float
) -> float:
    """Speed of the faster hand between two feature rows, torso units per second.

    The mean speed of the hand's 21 points in x and y (depth trembles): a turning or spelling hand moves too.
    Where the hand tracker lost it, the pose's wrist stands in, if the pose sees it. 0 when nothing can be
    followed.
    """
    if step_s <= 0:
        return 0.0
    fastest = 0.0
    hands = (
        (1, layout.LEFT_HAND, layout.LEFT_WRIST),
        (2, layout.RIGHT_HAND, layout.RIGHT_WRIST),
    )
    for index, part, wrist in hands:
        if present[index] and previous_present[index]:
            points = (row[part] - previous[part]).reshape(21, 3)[:, :2]
            step = float(np.hypot(points[:, 0], points[:, 1]).mean())
        elif present[0] and previous_present[0] and min(row[wrist * 4 + 3], previous[wrist * 4 + 3]) > 0.5:
            moved = row[wrist * 4 : wrist * 4 + 2] - previous[wrist * 4 : wrist * 4 + 2]
            step = float(np.hypot(moved[0], moved[1]))
        else:
            continue
        fastest = max(fastest, step / step_s)
    return fastest
