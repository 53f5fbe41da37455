"""One take: what the tracker saw of it, frame by frame, and its rows in torso units. Never a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from desktop_app.engine.records import (
    FeatureRow,
    FeatureSequence,
    FloatArray,
    ImageArray,
    LandmarkFrame,
    read_only,
)
from desktop_app.engine.tracking.features import TORSO_540, Normaliser
from desktop_app.engine.tracking.offline import whole_sequence
from desktop_app.errors import SourceError
from desktop_app.message import Message

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
    """Collects a take from a stream that a tracker has measured already. No picture and no window is kept.

    Its rows are in `torso-540-v1`, by which takes are compared. Where the stream follows another contract, that
    of an encoder made elsewhere, the builder normalises the landmarks itself.
    """

    def __init__(self) -> None:
        self._rows: list[FeatureRow] = []
        self._frames: list[LandmarkFrame] = []
        self._luma: list[float] = []
        self._normaliser: Normaliser | None = None

    @property
    def seconds(self) -> float:
        """From the first row to the last, so far."""
        return self._frames[-1].position_s - self._frames[0].position_s if self._frames else 0.0

    @property
    def empty(self) -> bool:
        """Nothing was taken in yet."""
        return not self._frames

    @property
    def full(self) -> bool:
        """Longer than a take may be: stop with a message rather than go on."""
        return self.seconds >= MAX_TAKE_S

    def add(self, landmarks: LandmarkFrame, row: FeatureRow, luma: float | None = None) -> None:
        """Take the next frame and its row; `luma` is the `brightness` of its picture where there is one."""
        self._rows.append(row if row.contract == TORSO_540 else self._in_torso_units(landmarks, row))
        self._frames.append(landmarks)
        if luma is not None:
            self._luma.append(luma)

    def build(self) -> Take:
        """The take. Raises SourceError when there is no frame."""
        if not self._rows:
            raise SourceError(
                Message("Nothing was recorded."), Message("Record the take again."), code="source.empty"
            )
        frames = tuple(self._frames)
        span = frames[-1].position_s - frames[0].position_s
        fps = (len(frames) - 1) / span if span > 0 else 30.0
        luma = self._luma if len(self._luma) == len(frames) else []
        return Take(whole_sequence(self._rows), frames, np.array(luma, np.float32), fps)

    def _in_torso_units(self, landmarks: LandmarkFrame, row: FeatureRow) -> FeatureRow:
        if self._normaliser is None or self._normaliser.aspect != landmarks.aspect:
            self._normaliser = Normaliser(TORSO_540, landmarks.aspect)
        features, present, _ = self._normaliser.step(landmarks.raw, landmarks.captured_ns * 1e-9)
        return replace(row, contract=TORSO_540, features=features, present=present)


def raw_rows(frames: Sequence[LandmarkFrame]) -> FloatArray:
    """(T, 540) raw landmarks of a take, for a landmark recording."""
    return np.stack([frame.raw for frame in frames])
