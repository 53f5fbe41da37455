"""Spaced repetition of sentences with the library `fsrs`.

An attempt rates the learner's memory of its sentence:

    not what was asked                         Again
    right, overall below 50                    Hard    further from the reference than 95 of 100 good attempts
    right, overall 50 to 90, or no feedback    Good
    right, overall 90 or more                  Easy

Free attempts, spelling, and attempts that were not seen well enough to be judged change nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Final

from fsrs import Card, Rating, Scheduler

from desktop_app.engine.progress.records import Attempt, SentenceKey

HARD_BELOW: Final = 50.0
EASY_FROM: Final = 90.0
NEW_PER_DAY: Final = 8
RETENTION: Final = 0.9  # target probability of recall
LONGEST_DAYS: Final = 365
# No random fuzz: results are reproducible, and decks are small.
_SCHEDULER: Final = Scheduler(desired_retention=RETENTION, maximum_interval=LONGEST_DAYS, enable_fuzzing=False)


@dataclass(frozen=True, slots=True)
class CardState:
    """The scheduling state of one sentence.

    Attributes:
        due: when it should be practised next. introduced: time of its first attempt.
        document: the state of the library as JSON.
    """

    pack: str
    sentence: str
    due: datetime
    introduced: datetime
    document: str


@dataclass(frozen=True, slots=True)
class Due:
    """A due or new sentence.

    Attributes:
        known: probability of recall, 0 to 1; 0 for a new one.
        new: it was never practised.
    """

    key: SentenceKey
    known: float
    new: bool


def rating(attempt: Attempt) -> Rating | None:
    """The rating of an attempt; None if it does not count."""
    if attempt.kind != "practice" or not attempt.sentence or not attempt.judged:
        return None
    if not attempt.right:
        return Rating.Again
    if attempt.overall is None:
        return Rating.Good
    if attempt.overall < HARD_BELOW:
        return Rating.Hard
    return Rating.Easy if attempt.overall >= EASY_FROM else Rating.Good


def reviewed(card: CardState | None, attempt: Attempt) -> CardState | None:
    """The card after an attempt; None if it does not count. `card` is None before the first attempt."""
    rated = rating(attempt)
    if rated is None:
        return None
    when = attempt.when.astimezone(UTC)
    before = _read(card) or Card(card_id=1, due=when)  # without an id the library sleeps to create one
    if before.last_review is not None and when < before.last_review:
        when = before.last_review  # the clock was set back
    after, _ = _SCHEDULER.review_card(before, rated, when)
    introduced = card.introduced if card is not None else when
    return CardState(attempt.pack, attempt.sentence, after.due, introduced, after.to_json())


def known_now(card: CardState, now: datetime) -> float:
    """Probability of recall at a moment, 0 to 1."""
    read = _read(card)
    if read is None or read.stability is None:
        return 0.0
    return float(_SCHEDULER.get_card_retrievability(read, now.astimezone(UTC)))


def due(
    now: datetime,
    sentences: Iterable[SentenceKey],
    cards: Mapping[tuple[str, str], CardState],
    *,
    new_per_day: int = NEW_PER_DAY,
    zone: tzinfo | None = None,
) -> tuple[Due, ...]:
    """The due sentences among the given ones.

    First those that are due, the least remembered first; then new ones in pack order, up to `new_per_day` for
    the current day in `zone`.

    Args:
        cards: by (pack, sentence), as `ProgressStore.cards` gives them.
    """
    waiting: list[Due] = []
    fresh: list[Due] = []
    for key in dict.fromkeys(sentences):
        card = cards.get(key.identity)
        if card is None:
            fresh.append(Due(key, 0.0, True))
        elif card.due <= now:
            waiting.append(Due(key, known_now(card, now), False))
    waiting.sort(key=lambda one: (one.known, one.key))
    today = now.astimezone(zone).date()
    begun = sum(card.introduced.astimezone(zone).date() == today for card in cards.values())
    return (*waiting, *fresh[: max(0, new_per_day - begun)])


def _read(card: CardState | None) -> Card | None:
    """The card of the library, None if it cannot be used (written by another version, or damaged)."""
    if card is None:
        return None
    try:
        read = Card.from_dict(json.loads(card.document))
        _SCHEDULER.review_card(read, Rating.Good, read.last_review or read.due)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return None
    return read
