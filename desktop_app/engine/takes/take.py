"""One take: what the tracker saw of it, frame by frame, and its rows in torso units. Never a picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine.protocols import FrameSource, LandmarkExtractor
from desktop_app.engine.records import FeatureSequence, FloatArray, Frame, ImageArray, LandmarkFrame, read_only
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.engine.tracking.live import LiveStep, LiveTracker
from desktop_app.engine.tracking.offline import ClipReader, whole_sequence
from desktop_app.errors import SourceError

MAX_TAKE_S: Final = 60.0
_LUMA_STEP: Final = 8  # every eighth pixel each way tells the brightness of a picture well enough


@dataclass(frozen=True, slots=True, eq=False)
class Take:
    """A take as it was recorded.

    Attributes:
        sequence: the whole take at 30 rows a second, torso units, on the time axis of the frames.
        frames: what the tracker saw, in the order of time.
        luma: (frames,) mean brightness 0 to 255 of each picture; (0,) where there was none (a recording).
        fps: frames a second, measured.
    """

    sequence: FeatureSequence
    frames: tuple[LandmarkFrame, ...]
    luma: FloatArray
    fps: float

    def __post_init__(self) -> None:
        read_only(self.luma)

    @property
    def aspect(self) -> float:
        """Width / height of the picture."""
        return self.frames[0].aspect

    @property
    def seconds(self) -> float:
        return self.sequence.end_s - self.sequence.start_s


def brightness(bgr: ImageArray) -> float:
    """Mean luma (BT.601) of a (H, W, 3) uint8 picture, 0 to 255."""
    sample = bgr[::_LUMA_STEP, ::_LUMA_STEP].reshape(-1, 3).mean(axis=0)
    return float(sample @ np.array([0.114, 0.587, 0.299]))


class TakeBuilder:
    """Collects a take from the live stream: landmarks and a number for the brightness, no picture."""

    def __init__(self, contract: str = TORSO_540) -> None:
        self._tracker = LiveTracker(contract)
        self._steps: list[LiveStep] = []
        self._frames: list[LandmarkFrame] = []
        self._luma: list[float] = []

    @property
    def seconds(self) -> float:
        """Length so far."""
        return self._frames[-1].position_s - self._frames[0].position_s if self._frames else 0.0

    @property
    def empty(self) -> bool:
        """Nothing was taken in yet."""
        return not self._frames

    @property
    def full(self) -> bool:
        """Longer than a take may be: stop with a message rather than go on."""
        return self.seconds >= MAX_TAKE_S

    def step(self, landmarks: LandmarkFrame, luma: float | None = None) -> LiveStep:
        """Take the next frame; `luma` is the `brightness` of its picture where there is one."""
        step = self._tracker.step(landmarks)
        self.keep(landmarks, step, luma)
        return step

    def keep(self, landmarks: LandmarkFrame, step: LiveStep, luma: float | None = None) -> None:
        """The same for a frame that a tracker of the caller's has stepped already."""
        self._steps.append(step)
        self._frames.append(landmarks)
        if luma is not None:
            self._luma.append(luma)

    def build(self) -> Take:
        """The take. Raises SourceError when there is no frame."""
        if not self._steps:
            raise SourceError("Nothing was recorded.", "Record the take again.", code="source.empty")
        frames = tuple(self._frames)
        span = frames[-1].position_s - frames[0].position_s
        fps = (len(frames) - 1) / span if span > 0 else 30.0
        luma = self._luma if len(self._luma) == len(frames) else []
        return Take(whole_sequence(self._steps), frames, np.array(luma, np.float32), fps)


class _Measuring:
    """An extractor that notes the brightness of the pictures it hands on."""

    def __init__(self, inner: LandmarkExtractor, luma: list[float]) -> None:
        self._inner, self._luma = inner, luma

    def extract(self, frame: Frame) -> LandmarkFrame:
        self._luma.append(brightness(frame.bgr))
        return self._inner.extract(frame)

    def reset(self) -> None:
        self._inner.reset()

    def close(self) -> None:
        """The extractor serves other clips; who made it closes it."""


def read_take(
    source: FrameSource, tracker: Callable[[], LandmarkExtractor] | None, contract: str = TORSO_540
) -> Take:
    """A take from a file: opens, reads and closes the source.

    Args:
        tracker: gives the extractor, asked when the first picture comes; it is reset before use and not closed.
            None: the source gives landmarks.

    Raises:
        SourceError: it cannot be read, holds no frame, or gives pictures where nobody can track them.
    """
    luma: list[float] = []
    builder = TakeBuilder(contract)

    def measuring() -> LandmarkExtractor:
        if tracker is None:
            raise SourceError("This file holds pictures, not landmarks.", "Choose a landmark recording.")
        extractor = tracker()
        extractor.reset()
        return _Measuring(extractor, luma)

    reader = ClipReader(measuring)
    live = LiveTracker(contract)
    source.open()
    try:
        for landmarks, step in reader.steps(source, live):
            builder.keep(landmarks, step, luma[-1] if luma else None)
    finally:
        source.close()
    return builder.build()


def raw_rows(frames: Sequence[LandmarkFrame]) -> FloatArray:
    """(T, 540) raw landmarks of a take, for a landmark recording."""
    return np.stack([frame.raw for frame in frames])
