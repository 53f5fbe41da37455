"""Spaced repetition: when a sentence should be practised again, by the library `fsrs`.

A try rates the learner's memory of its sentence:

    not what was asked                         Again
    right, overall below 50                    Hard    further from the reference than 95 of 100 good tries
    right, overall 50 to 90, or no feedback    Good
    right, overall 90 or more                  Easy

Free tries, spelling, and tries that were not seen well enough to be judged change nothing.
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
RETENTION: Final = 0.9  # a sentence comes back when it would still be known nine times of ten
LONGEST_DAYS: Final = 365
# Chance would make two runs differ; it serves decks of thousands that would all come due on one day.
_SCHEDULER: Final = Scheduler(desired_retention=RETENTION, maximum_interval=LONGEST_DAYS, enable_fuzzing=False)


@dataclass(frozen=True, slots=True)
class CardState:
    """What the scheduler remembers of one sentence.

    Attributes:
        due: from when on it should be practised. introduced: its first try.
        document: the library's own state, as JSON.
    """

    pack: str
    sentence: str
    due: datetime
    introduced: datetime
    document: str


@dataclass(frozen=True, slots=True)
class Due:
    """A sentence to practise now.

    Attributes:
        known: chance that it is still remembered, 0 to 1; 0 for a new one.
        new: it was never practised.
    """

    key: SentenceKey
    known: float
    new: bool


def rating(attempt: Attempt) -> Rating | None:
    """How well the sentence was remembered; None where the try says nothing about that."""
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
    """The card after a try; None where the try changes nothing. `card` is None before the first."""
    rated = rating(attempt)
    if rated is None:
        return None
    when = attempt.when.astimezone(UTC)
    before = _read(card) or Card(card_id=1, due=when)  # without a number the library sleeps to find one
    if before.last_review is not None and when < before.last_review:
        when = before.last_review  # the computer's clock was set back
    after, _ = _SCHEDULER.review_card(before, rated, when)
    introduced = card.introduced if card is not None else when
    return CardState(attempt.pack, attempt.sentence, after.due, introduced, after.to_json())


def known_now(card: CardState, now: datetime) -> float:
    """Chance that a sentence is remembered at a moment, 0 to 1."""
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
    """What to practise now, of the sentences that are open.

    First those whose time has come, the least remembered first; then new ones in the order of their packs, as
    many as are left of the day's `new_per_day` (a day by the clock on the wall in `zone`).

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
    """The library's card; one that cannot be read (another version wrote it) begins anew."""
    if card is None:
        return None
    try:
        return Card.from_dict(json.loads(card.document))
    except (ValueError, KeyError, TypeError):
        return None
