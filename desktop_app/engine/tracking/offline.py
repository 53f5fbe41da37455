"""The live pipeline on a recording, in lockstep: one frame in, its result out, nothing dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

import numpy as np

from desktop_app.engine.protocols import FrameSource, LandmarkExtractor, SourceInfo
from desktop_app.engine.records import FeatureRow, FeatureSequence, Frame, LandmarkFrame, Prediction
from desktop_app.engine.tracking.features import resample_at
from desktop_app.engine.tracking.live import LiveStep, LiveTracker
from desktop_app.engine.tracking.window import WINDOW_FPS
from desktop_app.errors import EndOfSource, SourceError
from desktop_app.message import Message

MIN_FPS: Final = 5.0  # with fewer pictures a sign passes between two of them
PART_TIMES: Final = "source.part_times"
_MAX_OVERHANG_S: Final = 1.0  # subtitles and annotations often end a little after the last picture
MIN_HAND_ROWS: Final = 8  # fewer rows with a hand than the encoder's shortest clip are no sign


class ClipRecogniser(Protocol):
    """What this file needs of a recogniser."""

    def recognise(self, sequence: FeatureSequence, top_k: int = 5) -> Prediction: ...


@dataclass(frozen=True, slots=True)
class ClipReport:
    """What was found in one recording.

    Attributes:
        fps: measured from the frames' own times; the nominal rate for a single frame.
        seconds: length of the recording.
        person_share: share of frames in which a person was found.
        predictions: one a sign, or one for the whole clip.
        remarks: what to know about the recording before trusting them.
    """

    clip: str
    frames: int
    fps: float
    seconds: float
    person_share: float
    predictions: tuple[Prediction, ...]
    remarks: tuple[Message, ...] = ()


def iterate(source: FrameSource) -> Iterator[Frame | LandmarkFrame]:
    """The frames of an open file source until its end."""
    while True:
        try:
            yield source.read()
        except EndOfSource:
            return


class ClipReader:
    """Steps recordings through extractor and tracker. One extractor serves many clips; close it at the end."""

    def __init__(self, make_extractor: Callable[[], LandmarkExtractor]) -> None:
        self._make_extractor = make_extractor
        self._extractor: LandmarkExtractor | None = None

    def steps(self, source: FrameSource, tracker: LiveTracker) -> Iterator[tuple[LandmarkFrame, LiveStep]]:
        """Every frame of the open source with what it brought."""
        tracker.reset()
        if self._extractor is not None:
            self._extractor.reset()
        for frame in iterate(source):
            landmarks = frame if isinstance(frame, LandmarkFrame) else self._track(frame)
            yield landmarks, tracker.step(landmarks)

    def close(self) -> None:
        if self._extractor is not None:
            self._extractor.close()
            self._extractor = None

    def _track(self, frame: Frame) -> LandmarkFrame:
        if self._extractor is None:
            self._extractor = self._make_extractor()
        return self._extractor.extract(frame)


def recognise_clip(
    name: str,
    source: FrameSource,
    reader: ClipReader,
    tracker: LiveTracker,
    recogniser: ClipRecogniser,
    *,
    whole_clip: bool = False,
    top_k: int = 5,
) -> ClipReport:
    """Recognise a recording sign by sign, or as one.

    A clip that was cut to a single sign may have no rest in which a start could be seen: where no sign is found
    and hands are in the picture, the whole clip is taken as one sign.

    Raises:
        SourceError: it cannot be opened, or holds no frame at all.
    """
    info = source.open()
    try:
        rows = []
        predictions = []
        for _, step in reader.steps(source, tracker):
            rows.append(step.row)
            if step.finished is not None and not whole_clip:
                predictions.append(recogniser.recognise(step.finished.sequence, top_k))
        if not rows:
            raise SourceError(
                Message("{name} holds no frame.", name=name),
                Message("Choose another file."),
                code="source.empty",
            )
        last = None if whole_clip else tracker.finish()
        if last is not None:
            predictions.append(recogniser.recognise(last.sequence, top_k))
        cut_to_one_sign = not predictions and sum(row.present[1:3].any() for row in rows) >= MIN_HAND_ROWS
        if whole_clip or cut_to_one_sign:
            predictions.append(recogniser.recognise(whole_sequence(rows), top_k))
    finally:
        source.close()
    return _report(name, info, rows, predictions)


def read_sequence(source: FrameSource, reader: ClipReader, contract: str) -> FeatureSequence:
    """A whole recording as one clip at 30 rows a second. Opens, reads and closes the source.

    Raises:
        SourceError: it cannot be read, holds no frame, or too few of them a second.
    """
    source.open()
    try:
        # The rows alone: a recording may last for many minutes.
        rows = [step.row for _, step in reader.steps(source, LiveTracker(contract))]
    finally:
        source.close()
    if not rows:
        raise SourceError(
            Message("Nothing was recorded."), Message("Record the take again."), code="source.empty"
        )
    if 0 < frame_rate(rows) < MIN_FPS:
        raise SourceError(
            too_slow(frame_rate(rows)), Message("Record it with more frames a second."), code="source.too_slow"
        )
    return whole_sequence(rows)


def whole_sequence(rows: Sequence[FeatureRow]) -> FeatureSequence:
    """All rows of a recording on the even grid of the live window; at least one."""
    kept = [rows[0]]
    for row in rows[1:]:  # a file with equal or falling time stamps still has an order
        if row.captured_ns > kept[-1].captured_ns:
            kept.append(row)
    # Integers first: see StreamClock.
    times_s = np.array([row.captured_ns - kept[0].captured_ns for row in kept], np.float64) * 1e-9
    times_s += kept[0].position_s
    return resample_at(
        np.stack([row.features for row in kept]),
        np.stack([row.present for row in kept]),
        times_s,
        WINDOW_FPS,
        float(times_s[0]),
        float(times_s[-1]),
    )


def _report(
    name: str, info: SourceInfo, rows: Sequence[FeatureRow], predictions: list[Prediction]
) -> ClipReport:
    fps = frame_rate(rows) or info.fps
    return ClipReport(
        clip=name,
        frames=len(rows),
        fps=fps,
        seconds=len(rows) / fps if fps > 0 else 0.0,
        person_share=sum(row.has_person for row in rows) / len(rows),
        predictions=tuple(predictions),
        remarks=(too_slow(fps),) if len(rows) > 1 and fps < MIN_FPS else (),
    )


def check_part_end(path: Path, end_s: float, film_end_s: float) -> None:
    """Raise SourceError for a part of a film that ends well after the film does: its times are wrong."""
    if end_s > film_end_s + _MAX_OVERHANG_S:
        raise SourceError(
            Message(
                "'{path}' ends after {film_s:.1f} s, and this part of it after {end_s:.1f} s.",
                path=path.name,
                film_s=film_end_s,
                end_s=end_s,
            ),
            Message("Check the times, and that they belong to this film."),
            code=PART_TIMES,
        )


def too_slow(fps: float) -> Message:
    """The remark on a recording with fewer than `MIN_FPS` frames a second."""
    return Message(
        "It has {fps:.1f} frames a second; signs need at least {least:.0f}, better 15 or more.",
        fps=fps,
        least=MIN_FPS,
    )


def frame_rate(rows: Sequence[FeatureRow]) -> float:
    """Frames a second by their own times; 0 for a single frame."""
    span_s = rows[-1].position_s - rows[0].position_s
    return (len(rows) - 1) / span_s if span_s > 0 else 0.0
