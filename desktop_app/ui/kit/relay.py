"""Work beside the window, and the way back to its thread: `Relay` carries calls, `TaskRunner` runs tasks."""

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

from desktop_app.errors import AppError, Busy
from desktop_app.message import Message
from desktop_app.runtime.worker import stack_of

_log = logging.getLogger(__name__)
REPORT_EVERY_S: Final = 0.1  # nobody reads faster
MAX_WAITING: Final = 256  # tasks of one runner
CLOSE_S: Final = 2.0
DURABLE_S: Final = 10.0  # a slow disk may take this long to save what would otherwise be lost

Result = TypeVar("Result")


class Report(Protocol):
    """Tells how far a task is: `done` of `total` steps, and what it is working on."""

    def __call__(self, done: int, total: int, detail: str = "", /) -> None: ...


class Cancelled(Exception):
    """Raised inside a task by its own reports once it is to stop."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is: `done` of `total` steps, what it is working on, and for how long it has run."""

    name: str
    done: int
    total: int
    detail: str
    seconds: float


class Relay(QObject):
    """Brings calls from any thread to the window's. Created there; after `close` no call is made."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @property
    def closed(self) -> bool:
        """Whether calls are dropped from now on."""
        return self._closed

    def post(self, call: Callable[[], None]) -> None:
        """Have `call` made on the window's thread, in the order of posting; returns at once."""
        if not self._closed:
            self._posted.emit(call)

    def paced(self, show: Callable[[int, int, str], None], every_s: float = REPORT_EVERY_S) -> Report:
        """A report for any one thread. `show` gets the first and the last step, and one of those between every
        `every_s` seconds, on the window's thread.
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
        """Drop what was posted and what will be."""
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
    dropped: bool = False  # its result is not wanted any more; of the window's thread
    surprising: bool = False  # it failed with what nobody expected


class TaskRunner(QObject):
    """Runs tasks one after the other on a thread of its own. Lives on the window's thread; its callbacks come
    there, in the order in which the tasks were started.

    - **Outcome**: exactly one of `then`, `failed` and `stopped` is called for every task. An unexpected
      exception is logged with its traceback and reaches `failed` as an `AppError`.
    - **Full**: with `MAX_WAITING` tasks another one fails with `Busy`; a durable one is always taken.
    - **Cancel**: a task stops at its next report, which raises `Cancelled` in it; one that waits never begins.
    - **Close**: cancels all but durable tasks, waits at most `CLOSE_S` (`DURABLE_S` for durable ones), and
      makes no callback. A thread that does not end by then is named in the log and ends with the process.

    Args:
        at_end: called last on the thread where there was one, to close what tasks have opened there.
        max_waiting: how many tasks may run and wait, see above.
    """

    progressed = Signal(object)  # Progress
    idle_changed = Signal(bool)

    def __init__(
        self,
        name: str,
        parent: QObject | None = None,
        *,
        at_end: Callable[[], None] | None = None,
        max_waiting: int = MAX_WAITING,
    ) -> None:
        super().__init__(parent)
        self._name, self._at_end, self._max_waiting = name, at_end, max_waiting
        self._relay = Relay(self)
        self._queue: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None  # begins with the first task
        self._tasks: list[_Task] = []

    @property
    def busy(self) -> bool:
        """Whether a task runs or waits."""
        return bool(self._tasks)

    @property
    def running(self) -> str:
        """The name of the task that runs, "" without one."""
        return self._tasks[0].name if self._tasks else ""

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
        """Run `work` after the tasks that were started before.

        Args:
            name: what `cancel` and `drop` go by; several tasks may share it.
            work: called on the runner's thread with a report that it should call often.
            replace: drop earlier tasks of this name first: only the newest result is wanted.
            durable: something is lost without it; it is done even while the program ends.
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
        """Stop the tasks of this name, or all. One that ends before its next report counts as complete."""
        for task in self._tasks:
            if name in ("", task.name):
                task.cancel.set()

    def drop(self, name: str = "") -> None:
        """Cancel the tasks of this name, or all, and discard the result of the one that runs."""
        for task in self._tasks:
            if name in ("", task.name):
                task.dropped = True
                task.cancel.set()

    def close(self) -> None:
        """End the thread, see above; safe to call twice."""
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
            except Exception:  # noqa: BLE001  (the edge of a thread, and nobody is there any more)
                _log.exception("'%s' did not end cleanly", self._name)

    def _run(self, task: _Task) -> Callable[[], None] | None:
        """On the runner's thread; gives what to call on the window's."""
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
        except AppError as error:
            _log.warning("The task '%s': %s (%s)", task.name, error, error.detail)
            return partial(task.failed, error)
        except BaseException as error:  # noqa: BLE001  (the edge of a thread: what is not caught here is never seen)
            _log.exception("The task '%s' failed", task.name)
            task.surprising = True
            unexpected = AppError(
                Message(
                    "Something went wrong inside SignMirror: {error}", error=f"{type(error).__name__}: {error}"
                ),
                Message("Nothing was changed by halves. Try again; if it stays, send us the log."),
            )
            return partial(task.failed, unexpected)
        return partial(task.then, result) if task.then is not None else None

    def _end(self, task: _Task, outcome: Callable[[], None] | None) -> None:
        self._tasks.remove(task)
        if task.dropped and not task.surprising:
            outcome = task.stopped
        try:
            if outcome is not None:
                outcome()
        finally:
            if not self._tasks:
                self.idle_changed.emit(True)
