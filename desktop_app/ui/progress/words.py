"""Progress and attempts in words, in the interface language. Qt-free."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.feedback.compare import Feedback
from desktop_app.engine.feedback.words import LABELS
from desktop_app.engine.progress.figures import Confusion, SentenceFigures
from desktop_app.engine.progress.overview import Overview
from desktop_app.engine.progress.records import Attempt
from desktop_app.ui.i18n.translate import localised, tr


def channel_name(channel: Channel) -> str:
    """What an attempt is judged by."""
    return localised(LABELS[channel])


def score_words(feedback: Feedback) -> str:
    """The overall score of an attempt."""
    return tr("Overall: {score} of 100", score=round(feedback.overall))


def channels_words(feedback: Feedback) -> str:
    """The score of every channel that was judged, from 0 to 100."""
    judged = [(one.channel, one.score) for one in feedback.channels if one.score is not None]
    return "  \N{MIDDLE DOT}  ".join(
        tr("{channel}: {score}", channel=channel_name(channel), score=round(score)) for channel, score in judged
    )


def percent(share: float) -> str:
    """A share from 0 to 1 as a whole percentage."""
    return tr("{percent} %", percent=round(100 * share))


def attempt_outcome(attempt: Attempt) -> str:
    """How an attempt went, in two or three words."""
    if attempt.right:
        return tr("correct")
    if not attempt.judged:
        return tr("not seen well")
    if attempt.recognised and attempt.recognised != attempt.sentence:
        return tr("taken for {sentence}", sentence=attempt.recognised)
    return tr("not recognised")


def attempt_title(attempt: Attempt) -> str:
    if attempt.sentence:
        return attempt.sentence
    return attempt.recognised or tr("Free attempt")


def when_words(when: datetime, now: datetime) -> str:
    """A moment near to now: the time of today, else the date. Without names of months, in ISO order."""
    here, today = when.astimezone(), now.astimezone()
    clock = f"{here:%H:%M}"
    days = (today.date() - here.date()).days
    if days == 0:
        return tr("today {time}", time=clock)
    if days == 1:
        return tr("yesterday {time}", time=clock)
    return f"{here:%Y-%m-%d} {clock}"


def sentence_detail(figures: SentenceFigures) -> str:
    return tr("right {right} of {attempts}", right=figures.right, attempts=figures.attempts)


def confusion_words(pair: Confusion) -> str:
    return tr("{asked} was taken for {other}", asked=pair.asked, other=pair.recognised)


def confusion_count(pair: Confusion) -> str:
    return tr("{times} times; attempts in all: {attempts}", times=pair.times, attempts=pair.attempts)


def streak_words(overview: Overview) -> str:
    """The quiet word about days in a row."""
    streak = overview.streak
    if streak.frozen:
        return tr("a missed day is forgiven")
    if streak.days and not streak.today:
        return tr("up to yesterday")
    return tr("a missed day does no harm")


def damage_words(happened: str, name: str) -> tuple[str, str]:
    """What opening the history did about a damaged file, and what that means."""
    if happened == "restored":
        return (
            tr("Your practice history was damaged. The last good copy was put back."),
            tr("Attempts since that copy are missing; the damaged file is kept as {name}.", name=name),
        )
    return (
        tr("Your practice history was damaged, and there was no good copy of it. A new one was begun."),
        tr("The damaged file is kept as {name}.", name=name),
    )


def seconds_words(seconds: float) -> str:
    return tr("{seconds:.1f} s", seconds=max(seconds, 0.0))


def now_utc() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)
