"""Which answers a letter client is told, and when: the newest, one per 75 ms unless something changed."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.api import limits
from desktop_app.api.letters_messages import LettersReply


class AnswerThrottle:
    """Holds the newest answer until it is due. Commits of answers that were passed over are never lost.

    Due at once: the first answer, another letter, a probability that moved by 0.03. Everything else is due
    75 ms after the answer before it, so the last state of a stream is told even when no further frame comes.
    """

    def __init__(
        self, interval_s: float = limits.ANSWER_INTERVAL_S, step: float = limits.PROBABILITY_STEP
    ) -> None:
        self._interval_s = interval_s
        self._step = step
        self._waiting: LettersReply | None = None
        self._told: LettersReply | None = None
        self._told_s = 0.0

    def put(self, answer: LettersReply) -> None:
        """A newer answer takes the place of the one that waits."""
        if self._waiting is not None:
            answer = replace(answer, commits=self._waiting.commits + answer.commits)
        self._waiting = answer

    def due_in(self, now_s: float) -> float | None:
        """Seconds until the waiting answer may be told, 0 for now, None when nothing waits."""
        if self._waiting is None:
            return None
        told = self._told
        if told is None or self._waiting.letter != told.letter:
            return 0.0
        if abs(self._waiting.probability - told.probability) >= self._step:
            return 0.0
        return max(0.0, self._told_s + self._interval_s - now_s)

    def take(self, now_s: float) -> LettersReply | None:
        """The waiting answer, which counts as told from here on; None when nothing waits."""
        answer, self._waiting = self._waiting, None
        if answer is not None:
            self._told, self._told_s = answer, now_s
        return answer
