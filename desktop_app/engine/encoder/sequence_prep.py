"""Step 1 of the decision logic: which rows of a clip the model receives, and how short clips are padded."""

from __future__ import annotations

from typing import Final, TypeVar

import numpy as np

from desktop_app.engine.encoder.bundle import Statistics
from desktop_app.engine.records import BoolArray, FloatArray

MIN_FRAMES: Final = 8


Rows = TypeVar("Rows", FloatArray, BoolArray)


def centre_crop(rows: Rows, length: int) -> Rows:
    """The middle `length` rows of (T, F); a shorter clip is returned whole."""
    start = max(0, (len(rows) - length) // 2)
    return rows[start : start + length]


def thin_out(rows: FloatArray, length: int) -> FloatArray:
    """(T, F) -> at most `length` rows, evenly spread over the clip.

    Rows are selected, not interpolated: the mean of a visible and a missing hand would not be a hand.
    """
    if len(rows) <= length:
        return rows
    return rows[np.linspace(0, len(rows) - 1, length).round().astype(np.intp)]


def repeat_last(rows: FloatArray, length: int) -> FloatArray:
    """Pad (T, F) to `length` rows with copies of the last one."""
    missing = length - len(rows)
    return rows if missing <= 0 else np.concatenate([rows, np.repeat(rows[-1:], missing, axis=0)])


def visible_part(
    rows: FloatArray, *, centre_crop_to: int | None, max_frames: int, fixed_frames: int
) -> FloatArray:
    """The rows of a clip that the encoder receives, still in torso units.

    Args:
        rows: (T, 540), T >= 1.
        centre_crop_to: for encoders whose contract crops (SEQ_LEN), else None.
        max_frames: a longer clip is subsampled to this length.
        fixed_frames: the length that the model requires, 0 for any.
    """
    if centre_crop_to is not None:
        rows = centre_crop(rows, centre_crop_to)
    elif fixed_frames:
        rows = thin_out(rows, fixed_frames)  # the whole clip, in the only length the model takes
    else:
        rows = thin_out(rows, max_frames)
    return centre_crop(rows, fixed_frames) if fixed_frames else rows


def standardise(rows: FloatArray, stats: Statistics | None) -> FloatArray:
    """Apply the training statistics, float32."""
    if stats is None:
        return np.ascontiguousarray(rows, np.float32)
    return np.ascontiguousarray((rows - stats.mean) / stats.std, np.float32)
