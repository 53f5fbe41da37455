"""A `.npy` clip (frames, 540) that is already in torso units, as a source of the live pipeline."""

from __future__ import annotations

from pathlib import Path

from desktop_app.engine.protocols import SourceInfo
from desktop_app.engine.records import LandmarkFrame
from desktop_app.engine.sources.recording import load_feature_clip
from desktop_app.errors import EndOfSource

NS_PER_S = 1_000_000_000


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
