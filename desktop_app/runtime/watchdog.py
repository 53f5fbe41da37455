"""Reads a source that may hang on a thread that can be abandoned; the supervising one never enters a driver."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol, runtime_checkable

from desktop_app.engine.protocols import Clock, FrameSource, SourceInfo
from desktop_app.engine.records import Frame, LandmarkFrame
from desktop_app.engine.sources.clock import NS_PER_S
from desktop_app.errors import AppError, CameraBusy, CameraLost, EndOfSource
from desktop_app.message import Message
from desktop_app.runtime.worker import THREAD_PREFIX, internal_error, stack_of

_log = logging.getLogger(__name__)

GIVE_UP: Final = 3  # times the limit for opening
MAX_ABANDONED: Final = 3  # threads that hang in drivers; no more are made before one of them ends


@dataclass(frozen=True, slots=True)
class WatchLimits:
    """Times in seconds: to open, to give a frame (cameras), between two attempts to open, to end when asked.

    After `open_s` a source counts as unavailable, yet it is waited for three times as long: some drivers of
    Windows take half a minute, and opening the same camera beside them would fail.
    """

    open_s: float = 10.0
    read_s: float = 2.0
    retry_s: float = 2.0
    end_s: float = 0.5


@runtime_checkable
class Cancellable(Protocol):
    """A source whose waiting `read` another thread can end."""

    def cancel(self) -> None: ...


class Deliver(Protocol):
    """Takes each frame; may wait in lossless mode until `given_up()`."""

    def __call__(self, frame: Frame | LandmarkFrame, given_up: Callable[[], bool]) -> None: ...


class SourceReader:
    """One attempt at one source, on a daemon thread: make, open, read to the end or to an error, close.

    Making the source is part of it: that may enumerate cameras, and drivers can take long to answer.

    The supervising thread calls `check` for the outcome and `abandon` to stop waiting. An abandoned reader
    delivers nothing more and closes its source once the driver returns.
    """

    def __init__(
        self,
        make_source: Callable[[], FrameSource],
        deliver: Deliver,
        clock: Clock,
        limits: WatchLimits,
        on_change: Callable[[], None],
    ) -> None:
        self._make_source = make_source
        self._source: FrameSource | None = None
        self._deliver = deliver
        self._clock = clock
        self._limits = limits
        self._on_change = on_change
        self._abandoned = threading.Event()
        self._running = threading.Event()  # cleared while paused
        self._running.set()
        self._entered_ns: int | None = None  # when it last entered the source
        self._outcome: EndOfSource | AppError | None = None
        self.info: SourceInfo | None = None
        self.frames = 0
        self._thread = threading.Thread(target=self._run, name=f"{THREAD_PREFIX}source", daemon=True)

    def start(self) -> None:
        """Begin to open the source."""
        self._entered_ns = self._clock.now_ns()
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Its thread has not ended."""
        return self._thread.is_alive()

    def check(self) -> EndOfSource | AppError | None:
        """The outcome, or None while it is running. A call that takes too long means a lost or busy camera."""
        if self._outcome is not None:
            return self._outcome
        entered, info = self._entered_ns, self.info
        if entered is None or (info is not None and not info.live):
            return None
        waited_s = (self._clock.now_ns() - entered) / NS_PER_S
        if info is None and waited_s > GIVE_UP * self._limits.open_s:
            _log.warning("Opening a source hangs at:\n%s", stack_of(self._thread))
            return self.slow_error()
        if info is not None and waited_s > self._limits.read_s:
            _log.warning("Reading '%s' hangs at:\n%s", info.name, stack_of(self._thread))
            return CameraLost(
                Message("The camera '{camera}' gives no more pictures.", camera=info.name),
                Message("Check its cable; it is used again as soon as it returns."),
            )
        return None

    @property
    def slow(self) -> bool:
        """Whether opening takes longer than a source may."""
        entered = self._entered_ns
        if self.info is not None or entered is None or self._outcome is not None:
            return False
        return self._clock.now_ns() - entered > self._limits.open_s * NS_PER_S

    def slow_error(self) -> CameraBusy:
        """The error for a source that is slow to open."""
        return CameraBusy(
            Message("The source did not open within {open_s:.0f} seconds.", open_s=self._limits.open_s),
            Message("Close other programs that use the camera, or unplug it and plug it in again."),
        )

    def pause(self) -> None:
        """Pause. A camera is still read and its frames are discarded."""
        self._running.clear()

    def resume(self) -> None:
        """Continue after `pause`."""
        self._running.set()

    def abandon(self, wait_s: float) -> bool:
        """Stop it. False when its thread did not end within `wait_s` and is left to end by itself."""
        self._abandoned.set()
        self._running.set()
        source: object = self._source
        if isinstance(source, Cancellable):
            source.cancel()
        self._thread.join(wait_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        outcome: EndOfSource | AppError
        try:
            self._read_on()
            outcome = EndOfSource()
        except EndOfSource as end:
            outcome = end
        except AppError as error:
            outcome = error
        except Exception as error:  # noqa: BLE001  (edge: drivers raise any exception)
            _log.exception("The source failed")
            outcome = internal_error("capture", error)
        self._entered_ns = None
        self._outcome = outcome
        self._on_change()
        if self._source is not None:
            try:
                self._source.close()
            except Exception:  # noqa: BLE001  (edge: drivers; nothing depends on the result)
                _log.exception("The source could not be closed")

    def _read_on(self) -> None:
        source = self._source = self._make_source()
        info = source.open()
        if self._abandoned.is_set():
            return
        self.info = info
        self._entered_ns = None
        self._on_change()
        while not self._abandoned.is_set():
            if not self._running.is_set() and not info.live:
                self._running.wait()
                continue
            self._entered_ns = self._clock.now_ns()
            frame = source.read()
            self._entered_ns = None
            if self._abandoned.is_set():
                return
            if self._running.is_set():
                self.frames += 1
                self._deliver(frame, self._abandoned.is_set)
