"""Takes made outside the recorder: from landmark frames, or from a whole recording."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from desktop_app.engine.protocols import LandmarkExtractor
from desktop_app.engine.records import Frame, LandmarkFrame
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.takes.take import Take, TakeBuilder
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.engine.tracking.offline import iterate


def take_of_frames(frames: Iterable[LandmarkFrame], luma: float | None = None) -> Take:
    """A take of these frames, every picture as bright as `luma` says."""
    tracker, builder = LiveTracker(), TakeBuilder()
    for frame in frames:
        builder.add(frame, tracker.step(frame).row, luma)
    return builder.build()


def read_take(path: Path, extractor: LandmarkExtractor | None = None) -> Take:
    """A take of a whole file; pictures need an extractor."""
    source = open_source_spec(str(path), realtime=False)
    source.open()
    try:
        return take_of_frames(_landmarks(frame, extractor) for frame in iterate(source))
    finally:
        source.close()


def _landmarks(frame: Frame | LandmarkFrame, extractor: LandmarkExtractor | None) -> LandmarkFrame:
    if isinstance(frame, LandmarkFrame):
        return frame
    assert extractor is not None
    return extractor.extract(frame)
