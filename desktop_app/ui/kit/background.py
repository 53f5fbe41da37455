"""Work on files beside the window: one thread, one task after the other, with progress and a way to stop it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import AppError
from desktop_app.ui.i18n.translate import tr

_log = logging.getLogger(__name__)
_REPORT_EVERY_S: Final = 0.1  # more often nobody can read it

Report: TypeAlias = Callable[[int, int, str], None]


class Cancelled(Exception):
    """Raised inside a task, by its own reports, once nobody wants it any more."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is: `done` of `total` steps, and what it is working on."""

    name: str
    done: int
    total: int
    detail: str
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    name: str
    work: Callable[[Report], Any]
    then: Callable[[Any], None]
    failed: Callable[[AppError], None]
    stopped: Callable[[], None]
    cancel: threading.Event


class ProgressRelay(QObject):
    """Carries (done, total) from any thread to the window's, and no more often than one can read."""

    came = Signal(int, int)

    def __init__(self, every_s: float = 0.3) -> None:
        super().__init__()
        self._every_s, self._last = every_s, 0.0

    def tell(self, done: int, total: int) -> None:
        """On any thread."""
        now = time.monotonic()
        if done == total or now - self._last >= self._every_s:
            self._last = now
            self.came.emit(done, total)


class Background(QObject):
    """Belongs to the window's thread; everything it calls back comes there.

    A task gets a function to report (done, total, detail) with, which raises `Cancelled` when it is to stop: it
    then puts its things in order and lets that pass.
    """

    progressed = Signal(object)  # Progress
    idle_changed = Signal(bool)
    _ended = Signal(object, object)  # _Task, what to call

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=f"signmirror-{name}")
        self._tasks: list[_Task] = []
        self._closed = False
        self._ended.connect(self._end)

    @property
    def busy(self) -> bool:
        """Whether a task is in work or waits."""
        return bool(self._tasks)

    @property
    def running(self) -> str:
        """The name of the task in work, "" without one."""
        return self._tasks[0].name if self._tasks else ""

    def start(
        self,
        name: str,
        work: Callable[[Report], Any],
        then: Callable[[Any], None],
        *,
        failed: Callable[[AppError], None],
        stopped: Callable[[], None] | None = None,
    ) -> None:
        """Do `work` when the tasks before it are done; exactly one of the three others is called at its end."""
        if self._closed:
            return
        task = _Task(name, work, then, failed, stopped or (lambda: None), threading.Event())
        self._tasks.append(task)
        if len(self._tasks) == 1:
            self.idle_changed.emit(False)
        self._pool.submit(self._run, task)

    def cancel(self, name: str = "") -> None:
        """Stop the tasks of this name (all of them without one)."""
        for task in self._tasks:
            if name in ("", task.name):
                task.cancel.set()

    def close(self) -> None:
        """Stop everything and end the thread; nothing is called back any more."""
        self._closed = True
        self.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._tasks.clear()

    def _run(self, task: _Task) -> None:
        began = last = time.monotonic()

        def report(done: int, total: int, detail: str = "") -> None:
            nonlocal last
            if task.cancel.is_set():
                raise Cancelled
            now = time.monotonic()
            if done in (0, total) or now - last >= _REPORT_EVERY_S:
                last = now
                self.progressed.emit(Progress(task.name, done, total, detail, now - began))

        outcome: Callable[[], None]
        try:
            report(0, 0)
            result = task.work(report)
        except Cancelled:
            outcome = task.stopped
        except AppError as error:
            reason = error
            outcome = lambda: task.failed(reason)  # noqa: E731
        except Exception as error:  # noqa: BLE001  (edge: files of strangers; the window goes on)
            _log.exception("The task '%s' failed", task.name)
            unknown = AppError(
                tr("Something went wrong inside SignMirror: {error}", error=f"{type(error).__name__}: {error}"),
                tr("Nothing was changed by halves. Try again; if it stays, send us the log."),
            )
            outcome = lambda: task.failed(unknown)  # noqa: E731
        else:
            outcome = lambda: task.then(result)  # noqa: E731
        self._ended.emit(task, outcome)

    def _end(self, task: _Task, outcome: Callable[[], None]) -> None:
        if self._closed:
            return
        self._tasks.remove(task)
        outcome()
        if not self._tasks:
            self.idle_changed.emit(True)
