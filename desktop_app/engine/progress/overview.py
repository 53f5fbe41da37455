"""An overview of the history for the Progress and Practice views."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Final

from desktop_app.engine.progress import figures
from desktop_app.engine.progress.figures import Confusion, Period, SentenceFigures, Streak
from desktop_app.engine.progress.records import Attempt, SentenceKey
from desktop_app.engine.progress.schedule import NEW_PER_DAY, CardState, Due, due

RECENT: Final = 30


@dataclass(frozen=True, slots=True)
class Overview:
    """Statistics of the history at one moment.

    Attributes:
        attempts: how many of any kind. right, judged: of practice attempts.
        days, weeks: accuracy over time, oldest first.
        sentences: most recent first. learnt: number of learnt ones.
        confusions: the most frequent first.
        due: due sentences of the open packs.
        recent: the newest attempts of any kind, newest first.
    """

    attempts: int = 0
    judged: int = 0
    right: int = 0
    days: tuple[Period, ...] = ()
    weeks: tuple[Period, ...] = ()
    sentences: tuple[SentenceFigures, ...] = ()
    learnt: int = 0
    confusions: tuple[Confusion, ...] = ()
    streak: Streak = field(default_factory=lambda: Streak(0, 0, False))
    due: tuple[Due, ...] = ()
    recent: tuple[Attempt, ...] = ()


def summarise(
    attempts: Sequence[Attempt],
    cards: Mapping[tuple[str, str], CardState],
    sentences: Sequence[SentenceKey],
    now: datetime,
    *,
    new_per_day: int = NEW_PER_DAY,
    zone: tzinfo | None = None,
) -> Overview:
    """Compute the overview. Pure; takes about 60 ms for ten thousand attempts.

    Args:
        attempts: the whole history, oldest first. sentences: those of the open packs.
        zone: time zone of the days; None: the local one.
    """
    days = figures.accuracy(attempts, "day", zone)
    found = figures.by_sentence(attempts, zone)
    return Overview(
        attempts=len(attempts),
        judged=sum(one.attempts for one in days),
        right=sum(one.right for one in days),
        days=days,
        weeks=figures.accuracy(attempts, "week", zone),
        sentences=found,
        learnt=sum(one.learnt for one in found),
        confusions=figures.confusions(attempts),
        streak=figures.streak(figures.practised_days(attempts, zone), now.astimezone(zone).date()),
        due=due(now, sentences, cards, new_per_day=new_per_day, zone=zone),
        recent=tuple(reversed(attempts[-RECENT:])),
    )
