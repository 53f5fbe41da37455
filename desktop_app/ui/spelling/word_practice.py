"""Spelling practice: a word, the letter expected next, what came instead, speed and accuracy. Qt-free.

Hands-free: a right letter goes to the next one, a finished word to the next word after a short rest. Time is
the time of the pictures, and runs only while a hand is seen: reading the word costs nothing.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from desktop_app.engine.letters.alphabet import COMMANDS, NOTHING
from desktop_app.ui.spelling.word_lists import LEVELS

REST_S: Final = 2.5  # the finished word stays for so long
_LONGEST_STEP_S: Final = 1.0  # a longer silence of the pictures is a pause, not slow spelling


class LetterResult(StrEnum):
    """How one letter of the word went."""

    AHEAD = "ahead"
    CURRENT = "current"
    RIGHT = "right"  # at the first attempt
    CORRECTED = "corrected"  # after others
    SHOWN = "shown"  # skipped


@dataclass(frozen=True, slots=True)
class WordPractice:
    """One session. It begins empty; `begin` gives it words.

    Attributes:
        words: in the order they are asked. place: of the word now; it goes round.
        results: of the letters of this word that are over.
        wrong: what came instead of the letter expected now, the newest last.
        word_s: time spent on this word. rest_s: how long the finished word has been shown.
        letters, first_attempt, seconds, words_done: of the session, without the word that is not finished.
    """

    level: int = 1
    words: tuple[str, ...] = ()
    place: int = 0
    results: tuple[LetterResult, ...] = ()
    wrong: tuple[str, ...] = ()
    word_s: float = 0.0
    rest_s: float = 0.0
    letters: int = 0
    first_attempt: int = 0
    seconds: float = 0.0
    words_done: int = 0
    last_s: float | None = None

    @property
    def word(self) -> str:
        """The word to spell; "" before the session begins."""
        return self.words[self.place % len(self.words)] if self.words else ""

    @property
    def finished(self) -> bool:
        """Every letter of the word is over; the next word comes by itself."""
        return bool(self.word) and len(self.results) >= len(self.word)

    @property
    def expected(self) -> str:
        """The letter to show now; "" once the word is finished."""
        return "" if self.finished or not self.word else self.word[len(self.results)]

    @property
    def marks(self) -> tuple[LetterResult, ...]:
        """One mark a letter of the word."""
        ahead = len(self.word) - len(self.results)
        now = (LetterResult.CURRENT,) if ahead else ()
        return (*self.results, *now, *(LetterResult.AHEAD,) * (ahead - len(now)))

    @property
    def accuracy(self) -> float | None:
        """Share of letters of the session that were right at the first attempt; None before the first word."""
        return self.first_attempt / self.letters if self.letters else None

    @property
    def letters_per_minute(self) -> float | None:
        """Over the session; None before the first word."""
        return 60 * self.letters / self.seconds if self.letters and self.seconds > 0 else None


def begin(level: int, rng: random.Random | None = None) -> WordPractice:
    """A new session: the words of a level in an order of its own."""
    level = min(max(level, 1), len(LEVELS))
    words: Sequence[str] = LEVELS[level - 1]
    shuffle = rng or random.Random()  # noqa: S311  (an order of words, no secret)
    return WordPractice(level, tuple(shuffle.sample(words, len(words))))


def letter_came(state: WordPractice, letter: str) -> WordPractice:
    """A letter was taken from the hand. SPACE and DELETE are no answers."""
    if not state.expected or letter in COMMANDS or letter == NOTHING:
        return state
    if letter != state.expected:
        return replace(state, wrong=(*state.wrong, letter))
    return _over(state, LetterResult.CORRECTED if state.wrong else LetterResult.RIGHT)


def skip_letter(state: WordPractice) -> WordPractice:
    """Leave the letter; it counts as not known."""
    return _over(state, LetterResult.SHOWN) if state.expected else state


def next_word(state: WordPractice) -> WordPractice:
    """Leave the word; what is over of it does not count."""
    if not state.words:
        return state
    return replace(state, place=state.place + 1, results=(), wrong=(), word_s=0.0, rest_s=0.0)


def time_passed(state: WordPractice, time_s: float, *, hand: bool) -> WordPractice:
    """The time of the newest picture. Another source begins anew, which costs nothing."""
    step = 0.0 if state.last_s is None else min(max(time_s - state.last_s, 0.0), _LONGEST_STEP_S)
    state = replace(state, last_s=time_s)
    if state.finished:
        rested = state.rest_s + step
        return next_word(state) if rested >= REST_S else replace(state, rest_s=rested)
    return replace(state, word_s=state.word_s + step) if hand and state.word else state


def _over(state: WordPractice, result: LetterResult) -> WordPractice:
    state = replace(state, results=(*state.results, result), wrong=())
    if not state.finished:
        return state
    right = sum(result is LetterResult.RIGHT for result in state.results)
    return replace(
        state,
        letters=state.letters + len(state.word),
        first_attempt=state.first_attempt + right,
        seconds=state.seconds + state.word_s,
        words_done=state.words_done + 1,
        rest_s=0.0,
    )
