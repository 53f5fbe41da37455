"""A camera whose signer does what a test tells: real films of one person, with rest between them.

Its clock goes on by a fifteenth of a second with every frame, however fast they are taken, and `show` waits
until the window has seen each of them: nothing here depends on the speed of the machine.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from itertools import repeat

import cv2
import numpy as np

from desktop_app.app.program import Program
from desktop_app.engine.protocols import FrameSource, SourceInfo
from desktop_app.engine.records import Frame, ImageArray, LandmarkFrame
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.tracking.holistic import HolisticExtractor
from desktop_app.engine.tracking.offline import iterate
from desktop_app.errors import EndOfSource
from desktop_app.runtime.events import Event, LandmarksReady
from tests.helpers.shared import shared_video

FPS = 15.0
WIDTH, HEIGHT = 640, 360
LONG_S = 60.0
AnyFrame = Frame | LandmarkFrame
Film = tuple[AnyFrame, ...]


@cache
def film(name: str, speed: float = 1.0, light: float = 1.0) -> Film:
    """The pictures of one shared video at 15 a second, small enough to be tracked fast."""
    source = open_source_spec(str(shared_video(name)), realtime=False)
    source.open()
    frames = [frame for frame in iterate(source) if isinstance(frame, Frame)]
    source.close()
    times = np.array([frame.position_s for frame in frames]) / speed
    wanted = np.arange(0.0, times[-1] + 1e-6, 1 / FPS)
    chosen = np.clip(np.searchsorted(times, wanted), 0, len(times) - 1)
    return tuple(Frame(i, i, _small(frames[i].bgr, light), float(i)) for i in chosen)


def _small(picture: ImageArray, light: float) -> ImageArray:
    small: ImageArray = cv2.resize(picture, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
    lit: ImageArray = small if light == 1.0 else cv2.convertScaleAbs(small, alpha=light, beta=0)
    return lit


@cache
def landmarks(name: str, speed: float = 1.0, light: float = 1.0) -> Film:
    """The same film as the tracker sees it, for tests that do not need its pictures again."""
    extractor = HolisticExtractor()
    found = []
    for number, frame in enumerate(film(name, speed, light)):
        assert isinstance(frame, Frame)
        at_s = number / FPS
        found.append(extractor.extract(replace(frame, captured_ns=1 + round(at_s * 1e9), position_s=at_s)))
    extractor.close()
    return tuple(found)


class Stage:
    """A FrameSource; stands in for every source that the program opens. A camera that gives nothing in between.

    How often it did would depend on the machine. The tests wait longer for a camera than the program does.
    """

    def __init__(self) -> None:
        self._there = threading.Condition()
        self._coming: deque[AnyFrame] = deque()
        self._over = False
        self._at_s = 1000.0
        self._given_ns = self._seen_ns = 0
        self._program: Program | None = None

    def open_source(self, spec: str, *, realtime: bool) -> Callable[[], FrameSource]:
        """For `desktop_app.app.program.source_opener`."""
        return lambda: self

    def open(self) -> SourceInfo:
        return SourceInfo("Stage", "camera", WIDTH, HEIGHT, FPS, 0, live=True)

    def read(self) -> AnyFrame:
        with self._there:
            while not self._coming:
                if self._over:
                    raise EndOfSource
                self._there.wait()
            return self._stamp(self._coming.popleft())

    def close(self) -> None:
        """Nothing is held."""

    def join(self, program: Program, rest: AnyFrame) -> None:
        """Keep step with this program, whose signer rests like this at first."""
        self._program = program
        self._coming.append(rest)
        program.hub.subscribe(self._listen)

    def end(self) -> None:
        """No frame comes any more."""
        with self._there:
            self._over = True
            self._there.notify_all()

    def show(self, frames: Iterable[AnyFrame], until: Callable[[], bool] | None = None) -> bool:
        """Show frames one after the other; stops early, and tells so, once `until` holds."""
        assert self._program is not None
        for frame in frames:
            with self._there:
                self._coming.append(frame)
                self._there.notify_all()
                seen = self._there.wait_for(self._all_seen, LONG_S)
            assert seen, "the window does not see the frames"
            self._program.window.flush()
            if until is not None and until():
                return True
        return False

    @property
    def at_s(self) -> float:
        """The time of its clock."""
        return self._at_s

    def sign(self, frames: Film, over: Callable[[], bool]) -> None:
        """Sign, and rest until it is over, but not for ever: what takes its time then must be waited for."""
        if not self.show((*repeat(frames[0], 6), *frames), over):
            self.show(repeat(frames[-1], 150), over)

    def _all_seen(self) -> bool:
        return not self._coming and self._seen_ns >= self._given_ns

    def _stamp(self, frame: AnyFrame) -> AnyFrame:
        self._at_s += 1 / FPS
        self._given_ns = round(self._at_s * 1e9)
        return replace(
            frame, frame_id=round((self._at_s - 1000) * FPS), captured_ns=self._given_ns, position_s=self._at_s
        )

    def _listen(self, event: Event) -> None:
        if isinstance(event, LandmarksReady):
            with self._there:
                self._seen_ns = event.landmarks.captured_ns
                self._there.notify_all()
