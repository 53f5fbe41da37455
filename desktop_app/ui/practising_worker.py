"""Judges tries on one background thread; the window goes on showing the picture meanwhile."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.engine.practice.evaluation import Question, evaluate
from desktop_app.errors import AppError

if TYPE_CHECKING:
    from desktop_app.engine.recogniser import Recogniser
    from desktop_app.engine.recording.take import Take

_log = logging.getLogger(__name__)


class TryWorker(QObject):
    """Belongs to the window's thread; its signals arrive there."""

    judged = Signal(int, object)  # number of the take, TryResult
    failed = Signal(int, str, str)  # number of the take, sentence, next step
    done = Signal(str, str)  # what `run` did, and in which words; "" where it failed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="signmirror-tries")

    def judge(self, number: int, take: Take, question: Question, recogniser: Recogniser) -> None:
        """Judge a take; `judged` or `failed` follows."""
        self._pool.submit(self._judge, number, take, question, recogniser)

    def run(self, name: str, work: Callable[[], str]) -> None:
        """Do something else with a try (write it to a file); `done` follows with what it returns."""
        self._pool.submit(self._run, name, work)

    def close(self) -> None:
        """End the thread; what waits is dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _judge(self, number: int, take: Take, question: Question, recogniser: Recogniser) -> None:
        try:
            result = evaluate(take, question, recogniser)
        except AppError as error:
            self.failed.emit(number, error.user_text, error.hint)
        except Exception as error:  # noqa: BLE001  (edge: without an answer the practice would wait for ever)
            _log.exception("A try could not be judged")
            self.failed.emit(number, str(error) or type(error).__name__, "")
        else:
            self.judged.emit(number, result)

    def _run(self, name: str, work: Callable[[], str]) -> None:
        try:
            self.done.emit(name, work())
        except (AppError, OSError) as error:
            _log.warning("%s failed: %s", name, error)
            words = error.user_text if isinstance(error, AppError) else str(error)
            self.failed.emit(-1, words, error.hint if isinstance(error, AppError) else "")
