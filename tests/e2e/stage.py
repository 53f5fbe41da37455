"""A camera whose signer does what a test tells: real films of one person, with rest between them.

Its clock goes on by a thirtieth of a second with every frame, however fast they are taken: nothing here
depends on the speed of the machine.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from functools import cache

import cv2
import numpy as np

from desktop_app.engine.messages import Frame, ImageArray
from desktop_app.engine.offline import iterate
from desktop_app.engine.protocols import SourceInfo
from desktop_app.engine.sources.clock import NS_PER_S
from desktop_app.engine.sources.factory import open_source_spec
from tests.helpers.fakes import WAIT_S
from tests.helpers.shared import shared_video

FPS = 30.0
WIDTH, HEIGHT = 640, 360
Film = tuple[ImageArray, ...]


@cache
def film(name: str, speed: float = 1.0) -> Film:
    """The pictures of one shared video at 30 a second, small enough to be tracked fast."""
    source = open_source_spec(str(shared_video(name)), realtime=False)
    source.open()
    frames = [frame for frame in iterate(source) if isinstance(frame, Frame)]
    source.close()
    times = np.array([frame.position_s for frame in frames]) / speed
    wanted = np.arange(0.0, times[-1] + 1e-6, 1 / FPS)
    chosen = np.clip(np.searchsorted(times, wanted), 0, len(times) - 1)
    return tuple(cv2.resize(frames[i].bgr, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA) for i in chosen)


def altered(pictures: Film, change: Callable[[ImageArray], ImageArray]) -> Film:
    """Every picture changed, in the same size."""
    return tuple(
        np.ascontiguousarray(cv2.resize(change(picture), (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA))
        for picture in pictures
    )


class StageCamera:
    """A FrameSource that rests on one picture until it is told to `play` a film. Never ends by itself."""

    def __init__(self, rest: ImageArray) -> None:
        self._rest = rest
        self._lock = threading.Condition()
        self._coming: deque[ImageArray] = deque()
        self._frame = 0
        self._closed = False

    def open(self) -> SourceInfo:
        self._closed = False
        return SourceInfo("Stage", "video", WIDTH, HEIGHT, FPS, 0, live=False)

    def read(self) -> Frame:
        with self._lock:
            picture = self._coming.popleft() if self._coming else self._rest
            self._frame += 1
            number = self._frame
            self._lock.notify_all()
        position_s = number / FPS
        return Frame(number, NS_PER_S + round(position_s * NS_PER_S), picture, position_s)

    def close(self) -> None:
        self._closed = True

    def play(self, pictures: Film, *, after: ImageArray | None = None) -> None:
        """Show a film once, then rest again (on its last picture, or `after`)."""
        with self._lock:
            self._coming.extend(pictures)
            self._rest = after if after is not None else pictures[-1]

    def rest(self, seconds: float) -> None:
        """Keep still for a while before what is played next."""
        with self._lock:
            self._coming.extend([self._rest] * round(seconds * FPS))

    @property
    def idle(self) -> bool:
        """Everything that was to be played was taken."""
        with self._lock:
            return not self._coming

    def wait_idle(self) -> None:
        """Until everything was played; off the window's thread only."""
        with self._lock:
            assert self._lock.wait_for(lambda: not self._coming, WAIT_S)
