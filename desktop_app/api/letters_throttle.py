"""Which answers are sent to a letter client, and when: the newest, one per 75 ms unless something changed."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.api import limits
from desktop_app.api.letters_messages import LettersReply


class AnswerThrottle:
    """Holds the newest answer until it is due. Commits of skipped answers are never lost.

    Due at once: the first answer, another letter, a probability that moved by 0.03. Anything else is due 75 ms
    after the previous answer, so the last state of a stream is sent even when no further frame comes.
    """

    def __init__(
        self, interval_s: float = limits.ANSWER_INTERVAL_S, step: float = limits.PROBABILITY_STEP
    ) -> None:
        self._interval_s = interval_s
        self._step = step
        self._pending: LettersReply | None = None
        self._sent: LettersReply | None = None
        self._sent_s = 0.0

    def put(self, answer: LettersReply) -> None:
        """Replace the pending answer, keeping its commits."""
        if self._pending is not None:
            answer = replace(answer, commits=self._pending.commits + answer.commits)
        self._pending = answer

    def due_in(self, now_s: float) -> float | None:
        """Seconds until the pending answer may be sent, 0 for now, None when nothing is pending."""
        if self._pending is None:
            return None
        sent = self._sent
        if sent is None or self._pending.letter != sent.letter:
            return 0.0
        if abs(self._pending.probability - sent.probability) >= self._step:
            return 0.0
        return max(0.0, self._sent_s + self._interval_s - now_s)

    def take(self, now_s: float) -> LettersReply | None:
        """The pending answer, which counts as sent from here on; None when nothing is pending."""
        answer, self._pending = self._pending, None
        if answer is not None:
            self._sent, self._sent_s = answer, now_s
        return answer
