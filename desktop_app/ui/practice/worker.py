"""Judges tries, and looks libraries through, on one background thread; the picture goes on meanwhile."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.engine.practice.evaluation import Question, evaluate
from desktop_app.engine.progress.lessons import Lesson, lessons, sentences_of
from desktop_app.engine.progress.records import SentenceKey
from desktop_app.errors import AppError

if TYPE_CHECKING:
    from desktop_app.engine.protocols import ReferenceInfo
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.engine.takes.take import Take

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sentences:
    """What there is to practise.

    Attributes:
        keys: in the order of their packs. known: the same, to look one up.
        clips: pack and sentence -> pack and clip of its first reference.
    """

    keys: tuple[SentenceKey, ...] = ()
    known: frozenset[SentenceKey] = frozenset()
    clips: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    lessons: tuple[Lesson, ...] = ()


class EvaluationWorker(QObject):
    """Belongs to the window's thread; its signals arrive there."""

    judged = Signal(int, object)  # number of the take, TryResult
    failed = Signal(int, str, str)  # number of the take, sentence, next step
    looked_through = Signal(object)  # Sentences

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="signmirror-tries")

    def judge(self, number: int, take: Take, question: Question, recogniser: Recogniser) -> None:
        """Judge a take; `judged` or `failed` follows."""
        self._pool.submit(self._judge, number, take, question, recogniser)

    def look_through(self, references: Sequence[ReferenceInfo]) -> None:
        """Find sentences and lessons in a library; `looked_through` follows."""
        self._pool.submit(lambda: self.looked_through.emit(sentences_in(references)))

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


def sentences_in(references: Sequence[ReferenceInfo]) -> Sentences:
    """All sentences of a library, for practice."""
    clips: dict[tuple[str, str], tuple[str, str]] = {}
    for info in references:
        clips.setdefault((info.pack, info.sentence), (info.pack, info.clip_id))
    found = sentences_of(references)
    return Sentences(found, frozenset(found), clips, lessons(found))
