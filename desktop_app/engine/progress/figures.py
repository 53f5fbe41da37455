"""Figures of a history: accuracy over time, sentences learnt, look-alikes, days of practice. Pure functions.

Only practice tries that could be judged count for accuracy, sentences and look-alikes; every try counts as
practice of its day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Final, Literal

from desktop_app.engine.progress.records import Attempt, SentenceKey

LEARNT_ATTEMPTS: Final = 3  # the last so many right ...
LEARNT_DAYS: Final = 2  # ... on so many days
FREEZE_EVERY: Final = 7  # one missed day in any so many does not end a run of days

Step = Literal["day", "week"]


@dataclass(frozen=True, slots=True)
class Period:
    """One day, or one week from its Monday.

    Attributes:
        first: its first day. overall: mean overall score of tries that have one, None where none has.
    """

    first: date
    attempts: int
    right: int
    overall: float | None

    @property
    def accuracy(self) -> float:
        """Share of right tries, 0 to 1."""
        return self.right / self.attempts


@dataclass(frozen=True, slots=True)
class SentenceFigures:
    """How one sentence goes.

    Attributes:
        learnt: its last three tries were right, and were made on two days at least. A wrong one takes it away.
        best: the best overall score of a right try, None where none has one.
    """

    key: SentenceKey
    attempts: int
    right: int
    last: datetime
    best: float | None
    learnt: bool


@dataclass(frozen=True, slots=True)
class Confusion:
    """One sentence was asked and another one of the same pack was seen, `times` of `tries`."""

    pack: str
    asked: str
    recognised: str
    times: int
    attempts: int


@dataclass(frozen=True, slots=True)
class Streak:
    """Days of practice in a row.

    Attributes:
        days: days with practice. frozen: missed days in between that did not end it.
        today: there was practice today.
    """

    days: int
    frozen: int
    today: bool


def accuracy(attempts: Iterable[Attempt], step: Step = "day", zone: tzinfo | None = None) -> tuple[Period, ...]:
    """Accuracy by day or week, oldest first; periods without a try are left out."""
    groups: dict[date, list[Attempt]] = {}
    for one in _judged(attempts):
        day = one.day(zone)
        first = day - timedelta(days=day.weekday()) if step == "week" else day
        groups.setdefault(first, []).append(one)
    return tuple(
        Period(first, len(group), sum(one.right for one in group), _mean(one.overall for one in group))
        for first, group in sorted(groups.items())
    )


def by_sentence(attempts: Iterable[Attempt], zone: tzinfo | None = None) -> tuple[SentenceFigures, ...]:
    """Figures of every sentence that was practised, the one practised last first."""
    groups: dict[tuple[str, str], list[Attempt]] = {}
    for one in sorted(_judged(attempts), key=lambda one: one.when):
        groups.setdefault(one.key.identity, []).append(one)
    figures = [
        SentenceFigures(
            group[-1].key,
            len(group),
            sum(one.right for one in group),
            group[-1].when,
            max((one.overall for one in group if one.right and one.overall is not None), default=None),
            _learnt(group, zone),
        )
        for group in groups.values()
    ]
    return tuple(sorted(figures, key=lambda one: one.last, reverse=True))


def confusions(attempts: Iterable[Attempt], at_least: int = 2) -> tuple[Confusion, ...]:
    """Look-alikes: asked for one, another one came on place 1. The most frequent first, then by name."""
    asked: Counter[tuple[str, str]] = Counter()
    mistaken: Counter[tuple[str, str, str]] = Counter()
    for one in _judged(attempts):
        asked[one.key.identity] += 1
        if not one.right and one.recognised and one.recognised != one.sentence:
            mistaken[(one.pack, one.sentence, one.recognised)] += 1
    found = [
        Confusion(pack, sentence, other, times, asked[(pack, sentence)])
        for (pack, sentence, other), times in mistaken.items()
        if times >= at_least
    ]
    return tuple(sorted(found, key=lambda one: (-one.times, one.pack, one.asked, one.recognised)))


def streak(days: Iterable[date], today: date) -> Streak:
    """The run of days with practice that reaches to today, or to yesterday while today is not over.

    A missed day does not end it when there is no other missed one within `FREEZE_EVERY` days: people are ill,
    and travel. Days after `today` (a clock that was wrong) do not count.
    """
    practised = {day for day in days if day <= today}
    one_day = timedelta(days=1)
    day = today if today in practised else today - one_day
    counted, frozen = 0, 0
    held: date | None = None
    while True:
        if day in practised:
            counted += 1
        elif day - one_day in practised and (held is None or (held - day).days >= FREEZE_EVERY):
            frozen, held = frozen + 1, day
        else:
            break
        day -= one_day
    return Streak(counted, frozen, today in practised)


def practised_days(attempts: Iterable[Attempt], zone: tzinfo | None = None) -> frozenset[date]:
    """Days with a try of any kind."""
    return frozenset(one.day(zone) for one in attempts)


def _learnt(group: Sequence[Attempt], zone: tzinfo | None) -> bool:
    last = group[-LEARNT_ATTEMPTS:]
    enough = len(last) == LEARNT_ATTEMPTS and all(one.right for one in last)
    return enough and len({one.day(zone) for one in last}) >= LEARNT_DAYS


def _judged(attempts: Iterable[Attempt]) -> list[Attempt]:
    return [one for one in attempts if one.kind == "practice" and one.sentence and one.judged]


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
