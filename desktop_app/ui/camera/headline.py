"""The headline under the picture: what source and recogniser do, or why an attempt failed. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.engine.feedback.why import Reason
from desktop_app.engine.records import Prediction
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.state import EnginePhase, LiveState, SourcePhase

# Reasons that were measured in the picture explain more than what the search found, which `advise` explains.
MEASURED: Final = frozenset(
    {
        "no_person",
        "no_hands",
        "too_dark",
        "hand_out",
        "shoulders_unstable",
        "too_fast",
        "slow_camera",
        "one_hand_missing",
    }
)


class Mood(StrEnum):
    """The tone of a headline. Its icon conveys the same without colour."""

    QUIET = "quiet"
    ACTIVE = "active"
    GOOD = "good"
    UNSURE = "unsure"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Headline:
    """One line under the picture.

    Attributes:
        icon: Phosphor name.
        detail, more: a second and third line, smaller.
        progress: 0 to 1 draws a ring, None draws the icon, -1 a ring that turns.
    """

    text: str
    detail: str
    mood: Mood
    icon: str
    progress: float | None = None
    more: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """Why an attempt was not accepted, and what to do next."""

    title: str
    why: str
    next_step: str


def headline(state: LiveState) -> Headline:
    """The headline of a state of the Live view."""
    return source_headline(state) or _answer_headline(state) or _phase_headline(state)


def source_headline(state: LiveState) -> Headline | None:
    """The headline of a source that gives no pictures; None while it gives some."""
    source = state.source
    match source.phase:
        case SourcePhase.NONE:
            return Headline(
                tr("No picture yet"),
                tr("Choose a camera, a video or the sample."),
                Mood.QUIET,
                "ph.video-camera",
            )
        case SourcePhase.OPENING:
            return Headline(tr("Opening {name}", name=source.name or tr("the camera")), "", Mood.QUIET, "", -1)
        case SourcePhase.LOST:
            return Headline(
                tr("Camera lost"), tr("Waiting for it to come back."), Mood.TROUBLE, "ph.camera-slash"
            )
        case SourcePhase.FAILED:
            return Headline(
                tr("No picture"), tr("Choose a camera, a video or the sample."), Mood.QUIET, "ph.camera-slash"
            )
        case SourcePhase.PAUSED:
            return Headline(tr("Paused"), tr("Press P to go on."), Mood.QUIET, "ph.pause")
        case SourcePhase.PLAYING | SourcePhase.ENDED:
            return None


def _answer_headline(state: LiveState) -> Headline | None:
    answer = state.answer
    ended = state.source.phase is SourcePhase.ENDED
    if answer is None or not (state.answer_fresh or ended) or (state.phase is LivePhase.SIGNING and not ended):
        return Headline(tr("The recording has ended"), "", Mood.QUIET, "ph.check") if ended else None
    prediction = answer.prediction
    if prediction.accepted and prediction.best:
        words = tr("Recognised: {sentence}", sentence=prediction.best.sentence)
        return Headline(words, prediction.best.pack, Mood.GOOD, "ph.check-circle-fill")
    advice = advise(prediction)
    why = state.why
    if why is not None and why.prediction is prediction and why.reasons[0].reason.code in MEASURED:
        return _reason_headline(why.reasons[0].reason, tr("Not recognised"))
    return Headline(advice.title, advice.why, Mood.UNSURE, "ph.question", more=advice.next_step)


def _reason_headline(reason: Reason, title: str) -> Headline:
    return Headline(title, localised(reason.text), Mood.UNSURE, "ph.question", more=localised(reason.advice))


def _phase_headline(state: LiveState) -> Headline:
    if state.why is not None and state.why.prediction is None and state.phase is not LivePhase.SIGNING:
        return _reason_headline(state.why.reasons[0].reason, tr("That was not a whole sign"))
    match state.phase:
        case LivePhase.NO_PERSON:
            return Headline(
                tr("No person in the picture"),
                tr("Sit so that head, shoulders and hands can be seen."),
                Mood.QUIET,
                "ph.user-focus",
            )
        case LivePhase.SHOW_HANDS:
            return Headline(
                tr("Show your hands"), tr("Raise them into the picture."), Mood.QUIET, "ph.hand-palm"
            )
        case LivePhase.COLLECTING:
            share = min(state.collected / max(state.needed, 1), 1.0)
            text = tr("Collecting frames {count}/{needed}", count=state.collected, needed=state.needed)
            return Headline(text, "", Mood.ACTIVE, "", share)
        case LivePhase.SIGNING:
            detail = "" if state.engine is EnginePhase.READY else tr("The model is still being loaded.")
            return Headline(tr("Signing"), detail, Mood.ACTIVE, "ph.hand-waving")
        case LivePhase.READY:
            if state.engine is EnginePhase.LOADING:
                return Headline(tr("Getting ready"), tr("The model is being loaded."), Mood.QUIET, "", -1)
            return Headline(tr("Ready"), tr("Sign, then rest your hands."), Mood.ACTIVE, "ph.hand-palm")


def advise(prediction: Prediction) -> Advice:
    """Why a prediction was not accepted, and what to do next."""
    names = [candidate.sentence for candidate in prediction.results[:2]]
    match prediction.rejection_reason:
        case "low_motion":
            return Advice(
                tr("Too little movement"),
                tr("The hands hardly moved, so nothing was searched for."),
                tr("Sign with your hands in the picture, at your usual size and speed."),
            )
        case "low_similarity":
            return Advice(
                tr("No sign is close enough"),
                tr("Nothing in the open packs is similar enough to this sign."),
                tr("Compare with the reference, keep both hands in the picture, or open another pack."),
            )
        case "ambiguous_top2":
            why = tr("Two signs fit almost equally well.")
            if len(names) == 2:
                why = tr("“{first}” and “{second}” fit almost equally well.", first=names[0], second=names[1])
            return Advice(
                tr("Not sure: the two best are close"),
                why,
                tr("Sign it once more, larger and slower, or pick the right one from the list."),
            )
        case "prototype_disagreement":
            why = tr("One recording of the sign fits, its other recordings do not.")
            if names:
                why = tr("One recording of “{name}” fits, its other recordings do not.", name=names[0])
            return Advice(
                tr("The recordings do not agree"),
                why,
                tr("Try again. If this is your region's form, it needs a reference of its own."),
            )
        case _:
            return Advice(
                tr("Not recognised"), tr("The answer was not certain enough."), tr("Sign it once more.")
            )
