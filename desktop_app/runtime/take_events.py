"""The events of the take recorder. Frozen records, published on the hub like every other event."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.engine.records import ImageArray
from desktop_app.engine.takes.take import Take
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.errors import AppError


@dataclass(frozen=True, slots=True, eq=False)
class TakePicture:
    """A small picture of a moment, held in memory only.

    Attributes:
        position_s: on the time axis of the take's frames.
        bgr: (H, W, 3) uint8, unmirrored, at most `PICTURE_WIDTH` wide.
    """

    frame_id: int
    position_s: float
    bgr: ImageArray


@dataclass(frozen=True, slots=True)
class TakeProgress:
    """One more frame of a take.

    Attributes:
        seconds: length so far.
        signs: completed signs so far.
        rest_s: time since the last sign ended, or since the take began if there was none; 0 during a sign.
        hands: whether a hand is visible.
    """

    number: int
    seconds: float
    phase: LivePhase
    signs: int
    rest_s: float
    hands: bool


@dataclass(frozen=True, slots=True, eq=False)
class TakeReady:
    """A take is complete.

    Attributes:
        video: the finished mp4 of the whole take, owned by the caller of `begin`. None: none was requested, or
            the source has no pictures.
        pictures: a few each second, in the order of time; empty if the source has none.
        dropped: items that were lost because the recorder did not keep up.
        full: the take ended at the maximum length.
    """

    number: int
    take: Take
    video: Path | None
    pictures: tuple[TakePicture, ...]
    dropped: int
    full: bool


@dataclass(frozen=True, slots=True, eq=False)
class TakeFailed:
    """A take has failed; its video was deleted."""

    number: int
    error: AppError


TakeEvent = TakeProgress | TakeReady | TakeFailed
