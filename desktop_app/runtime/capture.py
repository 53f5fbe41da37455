"""The capture worker: opens and supervises the source, reopens lost cameras and passes frames on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from desktop_app.engine.protocols import Clock, FrameSource
from desktop_app.engine.records import Frame, LandmarkFrame
from desktop_app.engine.sources.clock import NS_PER_S
from desktop_app.errors import AppError, CameraBusy, CameraError, EndOfSource
from desktop_app.runtime.events import (
    ChangeSource,
    EventHub,
    FrameCaptured,
    PauseSource,
    ResumeSource,
    SourceState,
    SourceStatus,
)
from desktop_app.runtime.slot import BoundedQueue, Closed, Outlet
from desktop_app.runtime.stats import StatsCollector
from desktop_app.runtime.watchdog import MAX_ABANDONED, SourceReader, WatchLimits
from desktop_app.runtime.worker import Worker

_log = logging.getLogger(__name__)

TICK_S = 0.1  # how often a silent source is checked

SourceCommand: TypeAlias = ChangeSource | PauseSource | ResumeSource


@dataclass(frozen=True, slots=True, eq=False)
class SourceFrame:
    """A frame on its way to the landmark worker. `stream` counts the sources; each is tracked anew."""

    stream: int
    frame: Frame | LandmarkFrame


@dataclass(frozen=True, slots=True)
class SourceOver:
    """After the last frame of a file, whose frames have ids from `first_id` on."""

    stream: int
    frames: int
    first_id: int


class CaptureWorker(Worker):
    """Supervises one `SourceReader` after another and never enters a driver itself.

    Args:
        out: where frames go. Newest wins; with `lossless` each waits until the one before was taken.
        on_first_frame: called once, when the source gives its first frame or fails.
    """

    def __init__(
        self,
        open_source: Callable[[], FrameSource],
        out: Outlet[SourceFrame | SourceOver],
        hub: EventHub,
        stats: StatsCollector,
        clock: Clock,
        *,
        limits: WatchLimits,
        lossless: bool,
        on_first_frame: Callable[[], None],
        on_fault: Callable[[str, AppError], None],
    ) -> None:
        super().__init__("capture", on_fault)
        self.commands: BoundedQueue[SourceCommand] = BoundedQueue(64)
        self._open_source = open_source
        self._out = out
        self._hub = hub
        self._stats = stats
        self._clock = clock
        self._limits = limits
        self._lossless = lossless
        self._on_first_frame = on_first_frame
        self._changed = threading.Event()
        self._reader: SourceReader | None = None
        self._abandoned: list[SourceReader] = []
        self._retry_ns: int | None = None
        self._paused = False
        self._announced = False
        self._slow_reported = False
        self._last_trouble = ""
        self._over: SourceOver | None = None
        self._id_lock = threading.Lock()
        self._stream = 0
        self._first_id = self._next_id = 0
        self._status: SourceStatus | None = None

    def setup(self) -> None:
        self._begin()

    def step(self) -> None:
        """Handle commands, check the reader, and retry when it is time."""
        self._changed.wait(TICK_S)
        self._changed.clear()
        self._handle_commands()
        if self._reader is not None:
            self._check(self._reader)
        elif self._retry_ns is not None and self._clock.now_ns() >= self._retry_ns and not self._paused:
            self._abandoned = [reader for reader in self._abandoned if reader.alive]
            if len(self._abandoned) < MAX_ABANDONED:
                self._begin()
            else:
                self._retry_later()
        # The marker follows the last frame, which it must not replace.
        if self._over is not None and self._out.offer(self._over):
            self._over = None

    def teardown(self) -> None:
        self._drop_reader()
        self._publish_state(SourceStatus.CLOSED)

    def wake(self) -> None:
        self._changed.set()

    @property
    def source_hangs(self) -> bool:
        """Whether a thread is stuck inside a driver."""
        return any(reader.alive for reader in self._abandoned)

    def command(self, command: SourceCommand) -> bool:
        """Queue a command; False when the queue is full."""
        accepted = self.commands.offer(command)
        self._changed.set()
        return accepted

    def _handle_commands(self) -> None:
        try:
            while (command := self.commands.poll()) is not None:
                match command:
                    case ChangeSource():
                        self._open_source = command.open_source
                        self._paused = False
                        self._drop_reader()
                        self._begin()
                    case PauseSource():
                        self._paused = True
                        if self._reader is not None:
                            self._reader.pause()
                            self._publish_state(SourceStatus.PAUSED, self._reader)
                    case ResumeSource():
                        self._paused = False
                        if self._reader is not None:
                            self._reader.resume()
                            self._announced = False
        except Closed:
            return

    def _begin(self) -> None:
        """Start a reader on a newly made source."""
        self._retry_ns = None
        self._over = None
        self._announced = self._slow_reported = False
        with self._id_lock:
            self._stream += 1
            stream, first_id = self._stream, self._next_id
        self._first_id = first_id
        self._publish_state(SourceStatus.OPENING)

        def deliver(frame: Frame | LandmarkFrame, given_up: Callable[[], bool]) -> None:
            self._take(stream, first_id, frame, given_up)

        self._reader = SourceReader(self._open_source, deliver, self._clock, self._limits, self._changed.set)
        if self._paused:
            self._reader.pause()
        self._reader.start()

    def _check(self, reader: SourceReader) -> None:
        """Publish that the source is open, and handle its end."""
        if reader.slow and not self._slow_reported:
            self._report(SourceStatus.UNAVAILABLE, reader.slow_error())
            self._slow_reported = True
        outcome = reader.check()
        if reader.info is not None and not self._announced:
            self._announced = True
            self._last_trouble = ""
            self._publish_state(SourceStatus.PAUSED if self._paused else SourceStatus.RUNNING, reader)
        if outcome is None:
            return
        if isinstance(outcome, EndOfSource):
            self._over = SourceOver(self._stream, reader.frames, self._first_id)
            self._publish_state(SourceStatus.ENDED, reader)
            self._drop_reader()
        else:
            was_live = reader.info is not None and reader.info.live
            self._drop_reader()
            self._report(SourceStatus.LOST if was_live else SourceStatus.UNAVAILABLE, outcome)
            # Cameras are retried whatever the error was; files are not.
            if was_live or isinstance(outcome, CameraError):
                self._retry_later()

    def _report(self, status: SourceStatus, error: AppError) -> None:
        """Publish an error, unless the source was already reported as slow."""
        slow = status is SourceStatus.UNAVAILABLE and isinstance(error, CameraBusy)
        self._on_first_frame()
        if not (slow and self._slow_reported):
            # A missing camera is retried every two seconds; logging that once is enough.
            level = logging.DEBUG if str(error) == self._last_trouble else logging.WARNING
            _log.log(level, "Source: %s", error.message)
            self._last_trouble = str(error)
            self._publish_state(status, error=error)

    def _retry_later(self) -> None:
        self._retry_ns = self._clock.now_ns() + round(self._limits.retry_s * NS_PER_S)

    def _drop_reader(self) -> None:
        reader, self._reader = self._reader, None
        self._retry_ns = None
        with self._id_lock:
            self._stream += 1  # frames of an abandoned reader are refused
        if reader is not None and not reader.abandon(self._limits.end_s):
            _log.warning("A source does not return; its thread is abandoned")
            self._abandoned.append(reader)

    def _publish_state(
        self, status: SourceStatus, reader: SourceReader | None = None, error: AppError | None = None
    ) -> None:
        # Each opened source is published, however soon it follows another.
        if status is self._status and error is None and status is not SourceStatus.OPENING:
            return
        self._status = status
        info = reader.info if reader is not None else None
        self._hub.publish(SourceState(status, info, error, self._first_id))

    def _take(
        self, stream: int, first_id: int, frame: Frame | LandmarkFrame, given_up: Callable[[], bool]
    ) -> None:
        """Handle a frame, on the reader's thread. Ids continue across sources, so that they stay unique."""
        if first_id:
            frame = replace(frame, frame_id=first_id + frame.frame_id)
        with self._id_lock:
            if stream != self._stream:
                return
            gap = frame.frame_id - self._next_id
            self._next_id = frame.frame_id + 1
        self._stats.count("captured")
        if gap > 0:
            self._stats.count("lost", gap)
        if isinstance(frame, Frame):
            self._hub.publish(FrameCaptured(frame))
        item = SourceFrame(stream, frame)
        if self._lossless:
            self._out.put_blocking(item, given_up)
        else:
            self._out.put(item)
        self._on_first_frame()
