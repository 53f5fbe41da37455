"""What the recorder of takes tells. Frozen records, published by the hub like every other event."""

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
    """A take grew by one frame.

    Attributes:
        seconds: length so far.
        signs: movements that have ended so far.
        rest_s: time since the last movement ended, or since the take began while there was none; 0 while one
            is being made.
        hands: a hand is seen now.
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
        video: the finished mp4 of the whole take; whoever asked for it owns the file. None: none was asked for,
            or the source gives no pictures.
        pictures: a few each second, in the order of time; empty where the source gives none.
        dropped: frames that the recorder could not keep up with.
        full: it ended because a take may not be longer.
    """

    number: int
    take: Take
    video: Path | None
    pictures: tuple[TakePicture, ...]
    dropped: int
    full: bool


@dataclass(frozen=True, slots=True, eq=False)
class TakeFailed:
    """A take was given up; what was written of its video is gone."""

    number: int
    error: AppError


TakeEvent = TakeProgress | TakeReady | TakeFailed
