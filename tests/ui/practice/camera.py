"""A camera that shows what a test tells it to, frame by frame: the program keeps step, whatever the clock."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace

from desktop_app.app.program import Program
from desktop_app.engine.protocols import FrameSource, SourceInfo
from desktop_app.engine.records import Frame, LandmarkFrame
from desktop_app.errors import EndOfSource
from desktop_app.runtime.events import Event, LandmarksReady
from desktop_app.ui.state import EnginePhase

LONG_S = 60.0


class DirectedCamera:
    """A FrameSource; `show` hands it frames, and waits until the window has seen each of them.

    `open_source` stands in for `desktop_app.app.program.source_opener`.
    """

    def __init__(self) -> None:
        self._frames: deque[Frame | LandmarkFrame] = deque()
        self._there = threading.Condition()
        self._over = False
        self._next, self._at_s = 0, 1000.0
        self._seen = -1
        self._program: Program | None = None

    def open_source(self, spec: str, *, realtime: bool) -> Callable[[], FrameSource]:
        return lambda: self

    def open(self) -> SourceInfo:
        return SourceInfo("Directed camera", "video", 640, 480, 30.0, 0, live=False)

    def read(self) -> Frame | LandmarkFrame:
        with self._there:
            while not self._frames:
                if self._over:
                    raise EndOfSource
                self._there.wait(0.05)
            return self._frames.popleft()

    def close(self) -> None:
        """Nothing is held."""

    def end(self) -> None:
        """No frame comes any more."""
        with self._there:
            self._over = True
            self._there.notify_all()

    def join(self, program: Program) -> None:
        """Keep step with this program from now on."""
        self._program = program
        program.hub.subscribe(self._listen)

    def show(
        self,
        frames: Iterable[Frame | LandmarkFrame],
        until: Callable[[], bool] | None = None,
        *,
        fps: float = 30.0,
    ) -> bool:
        """Show frames one after the other; stops early, and tells so, once `until` holds."""
        assert self._program is not None
        for frame in frames:
            number = self._next
            self._next, self._at_s = number + 1, self._at_s + 1 / fps
            at_s = self._at_s
            stamped = replace(frame, frame_id=number, captured_ns=round(at_s * 1e9), position_s=at_s - 1000)
            with self._there:
                self._frames.append(stamped)
                self._there.notify_all()
                assert self._there.wait_for(lambda: self._seen >= number, LONG_S)  # noqa: B023
            self._program.window.flush()
            if until is not None and until():
                return True
        return False

    def _listen(self, event: Event) -> None:
        if isinstance(event, LandmarksReady):
            with self._there:
                self._seen = event.landmarks.frame_id
                self._there.notify_all()


def is_ready(program: Program) -> bool:
    """The models are there."""
    program.window.flush()
    return program.window.state.engine is EnginePhase.READY
