"""A `.npy` clip (frames, 540) that is already in torso units, as a source of the live pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.protocols import SourceInfo
from desktop_app.engine.records import FloatArray, LandmarkFrame
from desktop_app.engine.sources.recording import load_feature_clip
from desktop_app.errors import EndOfSource
from desktop_app.message import NOTHING, Message

NS_PER_S = 1_000_000_000
# Where the middle of the shoulders lies and how far they are apart, in torso units of either contract.
_SHOULDERS_X: Final = (-0.6, 0.6)
_SHOULDERS_Y: Final = (-2.5, -0.2)
_SHOULDER_SPAN: Final = (0.3, 2.5)


class FeatureClipSource:
    """Yields rows as frames, for a tracker created with `already_normalised`."""

    def __init__(self, path: Path, fps: float) -> None:
        self._path = path
        self._fps = fps
        self._next = 0

    def open(self) -> SourceInfo:
        """Read the whole clip. Raises SourceError or LandmarkError."""
        self._sequence = load_feature_clip(self._path, self._fps)
        self._next = 0
        count = len(self._sequence.features)
        return SourceInfo(self._path.name, "landmarks", 0, 0, self._fps, count, live=False)

    def read(self) -> LandmarkFrame:
        """The next row. Raises EndOfSource."""
        index = self._next
        if index >= len(self._sequence.features):
            raise EndOfSource
        self._next += 1
        position_s = index / self._fps
        # Offset by a second, so that the first row has a positive time as with other sources.
        captured_ns = NS_PER_S + round(position_s * NS_PER_S)
        return LandmarkFrame(index, captured_ns, position_s, self._sequence.features[index])

    def close(self) -> None:
        """There is nothing to release."""

    @property
    def features(self) -> FloatArray:
        """(T, 540) all rows of the open clip."""
        return self._sequence.features


def unlike_torso_units(features: FloatArray) -> Message:
    """A remark where the torso of rows (T, 540) is not at 0, or its scale is not 1; else empty."""
    poses = features[features[:, layout.POSE].any(axis=1)][:, layout.POSE].reshape(-1, 33, 4)
    if not len(poses):
        return NOTHING
    left, right = poses[:, layout.LEFT_SHOULDER, :3], poses[:, layout.RIGHT_SHOULDER, :3]
    x, y = np.median((left + right)[:, :2] / 2, axis=0)
    span = float(np.median(np.linalg.norm(left - right, axis=1)))
    inside = all(
        low <= value <= high
        for value, (low, high) in ((x, _SHOULDERS_X), (y, _SHOULDERS_Y), (span, _SHOULDER_SPAN))
    )
    if inside:
        return NOTHING
    return Message(
        "Its rows are not in torso units: the torso is not at 0 with scale 1. They are probably raw landmarks; "
        "make features of them with `signmirror preprocess`."
    )
