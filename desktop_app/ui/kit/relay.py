"""Background work for the window: `Relay` posts calls to its thread, `TaskRunner` runs tasks beside it."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.errors import AppError, Busy, file_error
from desktop_app.message import Message
from desktop_app.runtime.worker import stack_of

_log = logging.getLogger(__name__)
REPORT_EVERY_S: Final = 0.1  # faster updates cannot be read
MAX_WAITING: Final = 256
CLOSE_S: Final = 2.0
DURABLE_S: Final = 10.0  # a slow disk may take this long to save what would be lost

Result = TypeVar("Result")


class Report(Protocol):
    """Reports the progress of a task: `done` of `total` steps, and the current item."""

    def __call__(self, done: int, total: int, detail: str = "", /) -> None: ...


class Cancelled(Exception):
    """Raised by the report of a task that was cancelled."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of a task: `done` of `total` steps, the current item, and its running time."""

    name: str
    done: int
    total: int
    detail: str
    seconds: float


class Relay(QObject):
    """Posts calls from any thread to the window's thread, on which it lives. After `close` no call is made."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @property
    def closed(self) -> bool:
        """Whether calls are dropped."""
        return self._closed

    def post(self, call: Callable[[], None]) -> None:
        """Call `call` on the window's thread, in the order of posting; returns at once."""
        if not self._closed:
            self._posted.emit(call)

    def paced(self, show: Callable[[int, int, str], None], every_s: float = REPORT_EVERY_S) -> Report:
        """A report for use on one other thread. `show` is called on the window's thread for the first and the
        last step, and in between at most every `every_s` seconds.
        """
        last = float("-inf")

        def report(done: int, total: int, detail: str = "", /) -> None:
            nonlocal last
            now = time.monotonic()
            if done == total or now - last >= every_s:
                last = now
                self.post(lambda: show(done, total, detail))

        return report

    def close(self) -> None:
        """Drop all calls, including those already posted."""
        self._closed = True

    def _call(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()


@dataclass(slots=True, eq=False)
class _Task:
    name: str
    work: Callable[[Report], Any]
    then: Callable[[Any], None] | None
    failed: Callable[[AppError], None]
    stopped: Callable[[], None] | None
    durable: bool
    cancel: threading.Event = field(default_factory=threading.Event)
    dropped: bool = False  # read and written on the window's thread only
    unexpected: bool = False  # failed with an unexpected exception


class TaskRunner(QObject):
    """Runs tasks one after the other on a thread of its own. Used on the window's thread; callbacks are made
    there, in the order in which the tasks were started.

    - **Outcome**: exactly one of `then`, `failed` and `stopped` is called for every task. An unexpected
      exception is logged with its traceback and passed to `failed` as an `AppError`.
    - **Full**: with `max_waiting` tasks another one fails with `Busy`; a durable one is always accepted.
    - **Cancel**: a running task stops at its next report, which raises `Cancelled`; a waiting one never begins.
    - **Close**: cancels all but durable tasks, waits at most `CLOSE_S` (`DURABLE_S` for durable ones), and
      makes no callbacks. A thread that has not ended by then is logged and ends with the process.

    Args:
        at_end: called last on the thread, if it was started, to close what tasks have opened there.
        max_waiting: the number of tasks that may run and wait.
    """

    progressed = Signal(object)  # Progress
    idle_changed = Signal(bool)

    def __init__(
        self, name: str, *, at_end: Callable[[], None] | None = None, max_waiting: int = MAX_WAITING
    ) -> None:
        super().__init__()
        self._name, self._at_end, self._max_waiting = name, at_end, max_waiting
        self._relay = Relay(self)
        self._queue: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None  # begins with the first task
        self._tasks: list[_Task] = []

    @property
    def busy(self) -> bool:
        """Whether a task runs or waits."""
        return bool(self._tasks)

    def start(
        self,
        name: str,
        work: Callable[[Report], Result],
        then: Callable[[Result], None] | None = None,
        *,
        failed: Callable[[AppError], None],
        stopped: Callable[[], None] | None = None,
        replace: bool = False,
        durable: bool = False,
    ) -> None:
        """Run `work` after all tasks that were started before.

        Args:
            name: for `cancel` and `drop`; several tasks may share it.
            work: called on the runner's thread with a report that it should call often.
            replace: drop earlier tasks with this name: only the newest result is wanted.
            durable: data would be lost without this task; it is completed even when the program closes.
        """
        if self._relay.closed:
            return
        if replace:
            self.drop(name)
        if not durable and sum(not task.cancel.is_set() for task in self._tasks) >= self._max_waiting:
            _log.warning("The task '%s' is refused: %d wait already", name, len(self._tasks))
            full = Busy(Message("Too many tasks are waiting."), Message("Try again in a moment."))
            self._relay.post(lambda: failed(full))
            return
        task = _Task(name, work, then, failed, stopped, durable)
        self._tasks.append(task)
        if len(self._tasks) == 1:
            self.idle_changed.emit(False)
        if self._thread is None:
            # Daemon: a call that never returns (a dead network drive) must not keep the process alive.
            self._thread = threading.Thread(target=self._work, name=f"signmirror-{self._name}", daemon=True)
            self._thread.start()
        self._queue.put(task)

    def cancel(self, name: str = "") -> None:
        """Cancel the tasks with this name, or all. One that returns before its next report is complete."""
        for task in self._tasks:
            if name in ("", task.name):
                task.cancel.set()

    def drop(self, name: str = "") -> None:
        """Cancel the tasks with this name, or all, and discard their results."""
        for task in self._tasks:
            if name in ("", task.name):
                task.dropped = True
                task.cancel.set()

    def close(self) -> None:
        """End the thread, see above; may be called twice."""
        if self._relay.closed:
            return
        self._relay.close()
        for task in self._tasks:
            if not task.durable:
                task.cancel.set()
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join(DURABLE_S if any(task.durable for task in self._tasks) else CLOSE_S)
            if self._thread.is_alive():
                _log.error("'%s' did not end in time; it is at:\n%s", self._name, stack_of(self._thread))
        self._tasks.clear()

    def _work(self) -> None:
        while (task := self._queue.get()) is not None:
            self._relay.post(partial(self._end, task, self._run(task)))
        if self._at_end is not None:
            try:
                self._at_end()
            except Exception:  # noqa: BLE001  (the edge of a thread: nobody is left to handle it)
                _log.exception("'%s' did not end cleanly", self._name)

    def _run(self, task: _Task) -> Callable[[], None] | None:
        """On the runner's thread; returns what to call on the window's."""
        began = time.monotonic()

        def show(done: int, total: int, detail: str) -> None:
            self.progressed.emit(Progress(task.name, done, total, detail, time.monotonic() - began))

        paced = self._relay.paced(show)

        def report(done: int, total: int, detail: str = "", /) -> None:
            if task.cancel.is_set():
                raise Cancelled
            paced(done, total, detail)

        if task.cancel.is_set():
            return task.stopped
        try:
            result = task.work(report)
        except Cancelled:
            return task.stopped
        except (AppError, OSError) as raised:
            error = file_error(raised) if isinstance(raised, OSError) else raised
            _log.warning("The task '%s': %s (%s)", task.name, error, error.detail)
            return partial(task.failed, error)
        except BaseException as error:  # noqa: BLE001  (the edge of a thread: otherwise the error is lost)
            _log.exception("The task '%s' failed", task.name)
            task.unexpected = True
            unexpected = AppError(
                Message(
                    "Something went wrong inside SignMirror: {error}", error=f"{type(error).__name__}: {error}"
                ),
                Message("No change was left half done. Try again; if it happens again, send us the log."),
            )
            return partial(task.failed, unexpected)
        return partial(task.then, result) if task.then is not None else None

    def _end(self, task: _Task, outcome: Callable[[], None] | None) -> None:
        self._tasks.remove(task)
        if task.dropped and not task.unexpected:
            outcome = task.stopped
        try:
            if outcome is not None:
                outcome()
        finally:
            if not self._tasks:
                self.idle_changed.emit(True)
