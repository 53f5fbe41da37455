"""Feedback and reasons in the language of the interface. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.feedback.compare import Feedback
from desktop_app.engine.feedback.why import Reason
from desktop_app.engine.feedback.words import LABELS, advice
from desktop_app.ui.i18n.translate import localised, tr


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """A reason: what was measured, and what to try."""

    text: str
    advice: str


def channel_words(channel: Channel) -> str:
    return localised(LABELS[channel])


def channel_icon(channel: Channel) -> str:
    """The Phosphor name of its picture."""
    return {
        Channel.SHAPE: "ph.hand-palm",
        Channel.OTHER_HAND: "ph.hands-clapping",
        Channel.LOCATION: "ph.map-pin",
        Channel.MOVEMENT: "ph.path",
        Channel.TIMING: "ph.timer",
        Channel.FACE: "ph.smiley",
    }[channel]


def right_words(feedback: Feedback) -> str:
    """What was right; said before anything else."""
    names = [channel_words(channel) for channel in feedback.right[:3]]
    if len(names) == 3:
        return tr("Right: {first}, {second}, {third}", first=names[0], second=names[1], third=names[2])
    if len(names) == 2:
        return tr("Right: {first}, {second}", first=names[0], second=names[1])
    if len(names) == 1:
        return tr("Best: {first}", first=names[0])
    return tr("You signed it all the way through.")


def correction_words(feedback: Feedback) -> str:
    """The one thing to work on; "" where there is none."""
    if feedback.correction is None:
        return ""
    return localised(advice(feedback.correction, feedback.speed))


def score_words(score: float | None) -> str:
    """A score as a figure, or why there is none."""
    return tr("cannot be judged") if score is None else f"{score:.0f}"


def reason_words(reason: Reason) -> ReasonWords:
    """A reason in the interface's language; in a lesson there is no list of answers to choose from."""
    advice_here = {
        "too_alike": tr("Sign it once more, larger and more slowly."),
        "unknown": tr("Watch the reference and sign it once more."),
    }
    return ReasonWords(localised(reason.text), advice_here.get(reason.code) or localised(reason.advice))
