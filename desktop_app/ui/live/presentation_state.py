"""What a presentation shows, and when it goes on. Qt-free.

An accepted answer is held until the presenter goes on, by a key or by the timer; signs in between change
nothing. An attempt that was not accepted shows "Not sure", without any name, until the next sign begins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.engine.records import Candidate
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.ui.camera.headline import Mood, headline, source_headline
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.state import EnginePhase, LiveState


class PresentationStage(StrEnum):
    WAITING = "waiting"
    ANSWER = "answer"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Presented:
    """One moment of a presentation.

    Attributes:
        answer: the one that is held; only with ANSWER.
        number: of the last answer that was handled, so that each is handled once.
        held_s: how long the answer has been held.
        hold_s: how long an answer is held before it continues by itself; 0: until a key is pressed.
    """

    stage: PresentationStage = PresentationStage.WAITING
    answer: Candidate | None = None
    number: int = 0
    held_s: float = 0.0
    hold_s: float = 0.0


def begun(state: LiveState, hold_s: float) -> Presented:
    """A presentation starts empty: the last answer belongs to the time before it."""
    return Presented(number=state.answer.number if state.answer else 0, hold_s=hold_s)


def followed(presented: Presented, state: LiveState) -> Presented:
    """The live view has changed its state."""
    answer = state.answer
    if answer is not None and answer.number != presented.number:
        presented = replace(presented, number=answer.number)
        if presented.stage is PresentationStage.ANSWER:
            return presented
        best = answer.prediction.best
        if answer.prediction.accepted and best is not None:
            return replace(presented, stage=PresentationStage.ANSWER, answer=best, held_s=0.0)
        return replace(presented, stage=PresentationStage.UNSURE)
    if presented.stage is PresentationStage.UNSURE and state.phase is LivePhase.SIGNING:
        return replace(presented, stage=PresentationStage.WAITING)
    return presented


def gone_on(presented: Presented) -> Presented:
    """The presenter asks for the next sign: forget the answer."""
    return replace(presented, stage=PresentationStage.WAITING, answer=None, held_s=0.0)


def waited(presented: Presented, seconds: float) -> Presented:
    """Advance the time an answer has been held, by some seconds."""
    if presented.stage is not PresentationStage.ANSWER or presented.hold_s <= 0:
        return presented
    held = presented.held_s + seconds
    return gone_on(presented) if held >= presented.hold_s else replace(presented, held_s=held)


def large_words(presented: Presented, state: LiveState) -> str:
    match presented.stage:
        case PresentationStage.ANSWER if presented.answer is not None:
            return presented.answer.sentence
        case PresentationStage.UNSURE:
            return tr("Not sure")
        case _:
            return tr("Sign something") if _ready(state) else tr("One moment")


def small_words(presented: Presented, state: LiveState) -> tuple[str, Mood, str]:
    """The state in words, its mood and its icon: what happens now, and what to do."""
    if presented.stage is PresentationStage.ANSWER:
        return tr("Recognised"), Mood.GOOD, "ph.check-circle-fill"
    if presented.stage is PresentationStage.UNSURE:
        return tr("Sign it once more, at your own pace."), Mood.UNSURE, "ph.arrow-counter-clockwise"
    head = source_headline(state) or headline(replace(state, answer=None, why=None))
    words = head.text if head.detail == "" else tr("{state}. {advice}", state=head.text, advice=head.detail)
    return words.replace("..", "."), head.mood, head.icon or "ph.spinner-gap"


def _ready(state: LiveState) -> bool:
    return state.engine is EnginePhase.READY and source_headline(state) is None
