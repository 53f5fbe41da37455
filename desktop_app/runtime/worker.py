"""A thread with a life cycle: start, run, stop with a deadline. Threads are never killed."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable
from enum import StrEnum
from typing import Final

from desktop_app.errors import AppError, Busy
from desktop_app.message import Message

_log = logging.getLogger(__name__)
THREAD_PREFIX: Final = "signmirror-"  # of the names of threads that may be left when the process ends


class WorkerState(StrEnum):
    """STOPPED -> STARTING -> RUNNING -> STOPPING -> STOPPED; FAULTED from any of them."""

    STOPPED = "stopped"
    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"
    FAULTED = "faulted"


class Worker(ABC):
    """Runs `setup`, then `step` until it is asked to stop, then `teardown`, all on one thread of its own.

    An exception ends this worker only: it becomes FAULTED and `on_fault` is called once. A worker that misses
    its deadline becomes FAULTED too; its thread is left to end by itself, and a restart is refused until then.

    Args:
        name: of the thread, and in faults.
        on_fault: called with (name, error) on the worker's thread, or on the stopping one.
    """

    def __init__(self, name: str, on_fault: Callable[[str, AppError], None]) -> None:
        self.name = name
        self._on_fault = on_fault
        self._lock = threading.Lock()
        self._state = WorkerState.STOPPED
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def state(self) -> WorkerState:
        return self._state

    @property
    def alive(self) -> bool:
        """Whether its thread is running."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop; long steps check this regularly."""
        return self._stop.is_set()

    def start(self) -> None:
        """Start the thread. Raises Busy while an earlier one still runs."""
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                raise Busy(
                    Message("The part '{name}' of the program has not ended yet.", name=self.name),
                    Message("Wait a moment and try again; if it does not help, restart SignMirror."),
                )
            self._stop.clear()
            self._state = WorkerState.STARTING
            # A driver that hangs must not keep the program from ending, hence daemon.
            self._thread = threading.Thread(target=self._run, name=THREAD_PREFIX + self.name, daemon=True)
            self._thread.start()

    def request_stop(self) -> None:
        """Ask it to stop and return at once. May be called in any state."""
        with self._lock:
            if self._state in (WorkerState.STARTING, WorkerState.RUNNING):
                self._state = WorkerState.STOPPING
        self._stop.set()
        self.wake()

    def join(self, deadline_s: float) -> bool:
        """Wait until it has ended. False: it missed the deadline, is FAULTED, and its stack is in the log."""
        thread = self._thread
        if thread is None:
            return True
        thread.join(max(0.0, deadline_s))
        if not thread.is_alive():
            return True
        with self._lock:
            self._state = WorkerState.FAULTED
        _log.error("Worker '%s' did not end in time; it is at:\n%s", self.name, stack_of(thread))
        return False

    @abstractmethod
    def step(self) -> None:
        """One round; must return within a fraction of a second when `stopping`, or `wake` must wake it."""

    def setup(self) -> None:  # noqa: B027  (may be left empty)
        """Runs first on the worker's thread. An import in it is completed even if the worker is to stop."""

    def teardown(self) -> None:  # noqa: B027  (may be left empty)
        """Runs last on the worker's thread, also after a fault."""

    def wake(self) -> None:  # noqa: B027  (may be left empty)
        """End a wait inside `step`; any thread."""

    def _run(self) -> None:
        error: AppError | None = None
        try:
            self._live()
        except AppError as expected:
            error = expected
        except Exception as unexpected:  # noqa: BLE001  (edge: the one place where a worker catches everything)
            _log.exception("Worker '%s' failed", self.name)
            error = internal_error(self.name, unexpected)
        with self._lock:
            faulted = error is not None or self._state is WorkerState.FAULTED
            self._state = WorkerState.FAULTED if faulted else WorkerState.STOPPED
        if error is not None:
            self._on_fault(self.name, error)

    def _live(self) -> None:
        try:
            self.setup()
            with self._lock:
                if self._state is WorkerState.STARTING:
                    self._state = WorkerState.RUNNING
            while not self._stop.is_set():
                self.step()
        finally:
            self.teardown()


def internal_error(worker: str, error: Exception) -> AppError:
    """An unexpected exception as an error with a message and a next step."""
    return AppError(
        Message(
            "The part '{worker}' of the program has failed: {kind}: {error}",
            worker=worker,
            kind=type(error).__name__,
            error=error,
        ),
        Message("Restart SignMirror; if it happens again, send us the log."),
        code="runtime.fault",
        detail="".join(traceback.format_exception(error)),
    )


def stack_of(thread: threading.Thread) -> str:
    """The stack of a running thread, for the log."""
    frame = sys._current_frames().get(thread.ident or 0)
    return "".join(traceback.format_stack(frame)) if frame is not None else "(already gone)"
