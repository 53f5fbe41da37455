"""Statistics of the history: accuracy, learnt sentences, confusions, days of practice. Pure functions.

Only practice attempts that could be judged count for accuracy, sentences and confusions; every attempt counts
as practice on its day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Final, Literal

from desktop_app.engine.progress.records import Attempt, SentenceKey

LEARNT_ATTEMPTS: Final = 3  # this many right in a row ...
LEARNT_DAYS: Final = 2  # ... on this many days
FREEZE_EVERY: Final = 7  # one missed day within this many does not end a streak

Step = Literal["day", "week"]


@dataclass(frozen=True, slots=True)
class Period:
    """Accuracy on one day, or in one week from Monday.

    Attributes:
        first: its first day. overall: mean overall score of scored attempts, None if there are none.
    """

    first: date
    attempts: int
    right: int
    overall: float | None

    @property
    def accuracy(self) -> float:
        """Share of right attempts, 0 to 1."""
        return self.right / self.attempts


@dataclass(frozen=True, slots=True)
class SentenceFigures:
    """Progress of one sentence.

    Attributes:
        learnt: its last three attempts were right, on at least two days.
        best: the best overall score of a right attempt, None if there is none.
    """

    key: SentenceKey
    attempts: int
    right: int
    last: datetime
    best: float | None
    learnt: bool


@dataclass(frozen=True, slots=True)
class Confusion:
    """Another sentence of the same pack was recognised instead of the requested one, `times` of `attempts`."""

    pack: str
    asked: str
    recognised: str
    times: int
    attempts: int


@dataclass(frozen=True, slots=True)
class Streak:
    """A streak of days with practice.

    Attributes:
        days: days with practice. frozen: missed days in between that are excused.
        today: there was practice today.
    """

    days: int
    frozen: int
    today: bool


def accuracy(attempts: Iterable[Attempt], step: Step = "day", zone: tzinfo | None = None) -> tuple[Period, ...]:
    """Accuracy by day or week, oldest first; periods without attempts are omitted."""
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
    """Progress of every practised sentence, most recent first."""
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
    """Pairs of requested and recognised sentences, the most frequent first, then by name."""
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
    """The streak up to today, or to yesterday if there was no practice today yet.

    A single missed day within `FREEZE_EVERY` days is excused. Days after `today` (a wrong clock) are ignored.
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
    """Days with attempts of any kind."""
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
