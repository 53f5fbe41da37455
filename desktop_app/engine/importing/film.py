"""Reads parts of long films: each film once from front to back, and only where something is cut out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desktop_app.engine.protocols import FrameSource, SourceInfo
from desktop_app.engine.records import FeatureRow, FeatureSequence, Frame, LandmarkFrame
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.engine.tracking.offline import (
    MIN_FPS,
    ClipReader,
    check_part_end,
    frame_rate,
    too_slow,
    whole_sequence,
)
from desktop_app.errors import SourceError
from desktop_app.message import Message

LEAD_S: Final = 1.0  # of film that is tracked before a part: the tracker and the torso's averages settle
_SLACK_S: Final = 1e-3  # annotation programs count in milliseconds


class FilmCutter:
    """Reads parts of films in the order of their start without decoding a film more than once.

    A part that begins before an earlier one of the same film is read from the beginning again. Only the rows of
    the current part are held.
    """

    def __init__(self, reader: ClipReader, contract: str) -> None:
        self._reader, self._contract = reader, contract
        self._path: Path | None = None
        self._source: _Skipping | None = None
        self._steps: Iterator[FeatureRow] = iter(())
        self._rows: list[FeatureRow] = []
        self._from_s = 0.0  # rows before it are gone

    def read(self, path: Path, start_s: float, end_s: float | None) -> FeatureSequence:
        """A part at 30 rows a second, on the time axis of the film.

        Raises:
            SourceError: the film cannot be read, ends before the part begins, or well before it ends.
        """
        if path != self._path or start_s < self._from_s:
            self._open(path)
        assert self._source is not None
        self._from_s = start_s
        self._source.skip_to_s = start_s - LEAD_S
        self._rows = [row for row in self._rows if row.position_s >= start_s - _SLACK_S]
        while end_s is None or not self._rows or self._rows[-1].position_s <= end_s:
            row = next(self._steps, None)
            if row is None:
                if end_s is not None and self._rows:
                    check_part_end(path, end_s, self._rows[-1].position_s)
                break
            if row.position_s >= start_s - _SLACK_S:
                self._rows.append(row)
        part = [row for row in self._rows if end_s is None or row.position_s <= end_s + _SLACK_S]
        if not part:
            raise SourceError(
                Message("'{path}' holds no picture from {start_s:.1f} s on.", path=path.name, start_s=start_s),
                Message("Check that the annotations belong to this film."),
            )
        if 0 < frame_rate(part) < MIN_FPS:
            raise SourceError(
                too_slow(frame_rate(part)),
                Message("Record it with more frames a second."),
                code="source.too_slow",
            )
        return whole_sequence(part)

    def close(self) -> None:
        """Close the film. May be called twice."""
        if self._source is not None:
            self._source.close()
        self._path, self._source, self._rows = None, None, []
        self._steps = iter(())

    def _open(self, path: Path) -> None:
        self.close()
        source = _Skipping(open_source_spec(str(path), realtime=False))
        source.open()
        self._path, self._source, self._from_s = path, source, 0.0
        self._steps = (step.row for _, step in self._reader.steps(source, LiveTracker(self._contract)))


class _Skipping:
    """A source that leaves out the frames before `skip_to_s`, which may move on between two frames."""

    def __init__(self, inner: FrameSource) -> None:
        self._inner = inner
        self.skip_to_s = 0.0

    def open(self) -> SourceInfo:
        return self._inner.open()

    def read(self) -> Frame | LandmarkFrame:
        while True:
            frame = self._inner.read()
            if frame.position_s >= self.skip_to_s:
                return frame

    def close(self) -> None:
        self._inner.close()
