"""The state of a practice as one frozen value, and its transitions. Qt-free; the caller supplies the time.

Both hands are busy, so everything continues by itself: watching ends with a raised hand or a timer, a take ends
when the sign is over, a result ends with a raised hand (again) or a timer (next sentence). Keys and buttons do
the same at any time. Stages are timed by the caller's clock, takes by their frames.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from desktop_app.engine.practice.evaluation import AttemptVerdict, Question
from desktop_app.engine.progress.lessons import Lesson
from desktop_app.engine.progress.records import SentenceKey
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.runtime.take_events import TakeProgress
from desktop_app.ui.camera.takes import NO_TAKE, CurrentTake

WATCH_S: Final = 12.0  # the reference plays about three times
COUNTDOWN_S: Final = 3.0
RESULT_S: Final = 20.0
MAX_TAKE_S: Final = 12.0
NOTHING_S: Final = 6.0
REST_S: Final = 0.7
HANDS_GONE_S: Final = 0.3
STALL_S: Final = 4.0  # without a frame during a take: the source has ended or stalled


class PracticeStage(StrEnum):
    """The stages of one attempt, in order; CHOOSE is outside of it."""

    CHOOSE = "choose"
    WATCH = "watch"
    READY = "ready"
    RECORD = "record"
    EVALUATE = "evaluate"
    RESULT = "result"


class PracticeEffect(StrEnum):
    """A side effect of a transition."""

    BEGIN_TAKE = "begin_take"
    FINISH_TAKE = "finish_take"
    DISCARD_TAKE = "discard_take"
    SHOW_REFERENCE = "show_reference"
    WATCH_HAND = "watch_hand"


@dataclass(frozen=True, slots=True)
class PractisingState:
    """Everything that the flow of a practice depends on.

    Attributes:
        lesson: None before one is chosen, and in a free attempt.
        place: index of the sentence in the lesson.
        free: "what did I sign?": no sentence is asked for.
        outcomes: for each sentence of the lesson the outcome of its last attempt, None before the first.
        finished: the lesson was completed.
        auto: stages continue by timers.
        held: the timer of this stage is stopped, because the user is looking at details.
        away: another view is shown.
        began_s, now_s: start of the stage and current time, on the caller's clock.
        share: how much of its time a hand has been held up, 0 to 1.
        take: the take that is being made or judged.
        trouble: why the last take was lost.
    """

    stage: PracticeStage = PracticeStage.CHOOSE
    lesson: Lesson | None = None
    place: int = 0
    free: bool = False
    outcomes: tuple[AttemptVerdict | None, ...] = ()
    finished: bool = False
    auto: bool = True
    held: bool = False
    away: bool = False
    began_s: float = 0.0
    now_s: float = 0.0
    share: float = 0.0
    take: CurrentTake = NO_TAKE
    verdict: AttemptVerdict | None = None
    trouble: str = ""

    @property
    def asked(self) -> SentenceKey | None:
        """The sentence to sign; None in a free attempt and before a lesson is chosen."""
        return self.lesson.sentences[self.place] if self.lesson is not None and not self.free else None

    @property
    def question(self) -> Question:
        """What the attempt is judged by."""
        if self.lesson is None or self.free:
            return Question(None)
        return Question(
            self.lesson.sentences[self.place].identity, tuple(key.identity for key in self.lesson.sentences)
        )

    @property
    def is_last(self) -> bool:
        """Whether this is the last sentence of the lesson."""
        return self.lesson is None or self.place + 1 >= len(self.lesson.sentences)

    @property
    def left_s(self) -> float | None:
        """Seconds until the stage continues by itself; None without a timer."""
        limit = {
            PracticeStage.READY: COUNTDOWN_S,
            PracticeStage.WATCH: WATCH_S,
            PracticeStage.RESULT: RESULT_S,
        }.get(self.stage)
        if limit is None or (self.stage is not PracticeStage.READY and (not self.auto or self.held)):
            return None
        return max(limit - (self.now_s - self.began_s), 0.0)

    @property
    def left_share(self) -> float | None:
        """`left_s` as a share of the whole time, 1 down to 0."""
        limit = {
            PracticeStage.READY: COUNTDOWN_S,
            PracticeStage.WATCH: WATCH_S,
            PracticeStage.RESULT: RESULT_S,
        }.get(self.stage, 1.0)
        return None if self.left_s is None else self.left_s / limit

    @property
    def waits_for_hand(self) -> bool:
        """Whether a raised hand continues this stage."""
        return self.stage in (PracticeStage.WATCH, PracticeStage.RESULT) and not self.away


def effects(before: PractisingState, after: PractisingState) -> tuple[PracticeEffect, ...]:
    """The side effects of the transition from `before` to `after`."""
    found: list[PracticeEffect] = []
    entered = after.stage is not before.stage or (before.lesson, before.place) != (after.lesson, after.place)
    recording = (PracticeStage.RECORD, PracticeStage.EVALUATE)
    if before.stage in recording and after.stage not in (*recording, PracticeStage.RESULT):
        found.append(PracticeEffect.DISCARD_TAKE)
    if before.stage is PracticeStage.RECORD and after.stage is PracticeStage.EVALUATE:
        found.append(PracticeEffect.FINISH_TAKE)
    if after.stage is PracticeStage.RECORD and before.stage is not PracticeStage.RECORD:
        found.append(PracticeEffect.BEGIN_TAKE)
    if (
        after.stage is not PracticeStage.CHOOSE
        and entered
        and (
            before.stage is PracticeStage.CHOOSE or (before.lesson, before.place) != (after.lesson, after.place)
        )
    ):
        found.append(PracticeEffect.SHOW_REFERENCE)
    if after.waits_for_hand and (entered or before.away):
        found.append(PracticeEffect.WATCH_HAND)
    return tuple(found)


def lesson_opened(state: PractisingState, lesson: Lesson, place: int = 0) -> PractisingState:
    """Watch a sentence of a lesson. Outcomes of the same lesson are kept."""
    same = state.lesson is not None and state.lesson.sentences == lesson.sentences
    outcomes = state.outcomes if same else (None,) * len(lesson.sentences)
    place = min(max(place, 0), len(lesson.sentences) - 1)
    state = replace(state, lesson=lesson, place=place, free=False, outcomes=outcomes, finished=False)
    return _enter(state, PracticeStage.WATCH)


def free_opened(state: PractisingState) -> PractisingState:
    """Begin a free attempt: no sentence is asked for, every sentence can be the answer."""
    return _enter(
        replace(state, lesson=None, place=0, free=True, outcomes=(), finished=False), PracticeStage.WATCH
    )


def chosen_again(state: PractisingState) -> PractisingState:
    """Return to the lessons; the lesson keeps its place."""
    return _enter(state, PracticeStage.CHOOSE)


def begun(state: PractisingState) -> PractisingState:
    """Continue: from watching or a result to the countdown, then to the take, then to its evaluation."""
    following = {
        PracticeStage.WATCH: PracticeStage.READY,
        PracticeStage.RESULT: PracticeStage.READY,
        PracticeStage.READY: PracticeStage.RECORD,
        PracticeStage.RECORD: PracticeStage.EVALUATE,
    }
    return _enter(state, following[state.stage]) if state.stage in following else state


def watched_again(state: PractisingState) -> PractisingState:
    """Return to watching the reference; a current take is discarded."""
    return state if state.stage is PracticeStage.CHOOSE else _enter(state, PracticeStage.WATCH)


def moved_on(state: PractisingState, steps: int = 1) -> PractisingState:
    """Go `steps` sentences further; after the last the lesson is finished. Free: the next attempt."""
    if state.stage is PracticeStage.CHOOSE:
        return state
    if state.lesson is None:
        return _enter(state, PracticeStage.WATCH)
    place = state.place + steps
    if place >= len(state.lesson.sentences):
        return _enter(replace(state, finished=True), PracticeStage.CHOOSE)
    return _enter(replace(state, place=max(place, 0)), PracticeStage.WATCH)


def hand_held(state: PractisingState, share: float, *, raised: bool) -> PractisingState:
    """A hand is held up; once it is raised for long enough, the countdown begins."""
    if not state.waits_for_hand:
        return state
    return begun(state) if raised else _changed(state, share=share)


def ticked(state: PractisingState, now_s: float) -> PractisingState:
    if state.away:
        return state
    state = _changed(state, now_s=now_s)
    if state.stage is PracticeStage.RECORD:
        stalled = now_s - max(state.take.heard_s, state.began_s) >= STALL_S
        return _enter(state, PracticeStage.EVALUATE) if stalled else state
    if state.left_s is None or state.left_s > 0:
        return state
    return moved_on(state) if state.stage is PracticeStage.RESULT else begun(state)


def take_begun(state: PractisingState, number: int) -> PractisingState:
    """The recorder has begun a take."""
    return _changed(state, take=replace(state.take, number=number))


def take_grew(state: PractisingState, progress: TakeProgress) -> PractisingState:
    """The take has one more frame. It ends with the sign, without hands, without movement, or at its limit."""
    if state.stage is not PracticeStage.RECORD or progress.number != state.take.number:
        return state
    state = replace(state, take=state.take.grown(progress, state.now_s))
    return _enter(state, PracticeStage.EVALUATE) if is_over(progress) else state


def is_over(progress: TakeProgress) -> bool:
    if progress.seconds >= MAX_TAKE_S:
        return True
    if progress.signs == 0:
        return progress.rest_s >= NOTHING_S
    resting = progress.phase is not LivePhase.SIGNING
    return resting and progress.rest_s >= (REST_S if progress.hands else HANDS_GONE_S)


def take_ready(state: PractisingState, number: int) -> PractisingState:
    """The take is complete, possibly because its source ended."""
    if number != state.take.number or state.stage is not PracticeStage.RECORD:
        return state
    return _enter(state, PracticeStage.EVALUATE)


def take_lost(state: PractisingState, number: int, trouble: str) -> PractisingState:
    """The take failed: return to watching with the reason, without a timer that would repeat it for ever."""
    if number != state.take.number or state.stage not in (PracticeStage.RECORD, PracticeStage.EVALUATE):
        return state
    return replace(_enter(state, PracticeStage.WATCH), trouble=trouble, held=True)


def judged(state: PractisingState, number: int, verdict: AttemptVerdict) -> PractisingState:
    """The attempt was judged. If no sign was seen, the timer stops: perhaps nobody is there."""
    if number != state.take.number or state.stage is not PracticeStage.EVALUATE:
        return state
    outcomes = state.outcomes
    if state.lesson is not None:
        outcomes = (*outcomes[: state.place], verdict, *outcomes[state.place + 1 :])
    held = verdict is AttemptVerdict.EMPTY
    return replace(_enter(state, PracticeStage.RESULT), verdict=verdict, outcomes=outcomes, held=held)


def touched(state: PractisingState) -> PractisingState:
    """The user looks at details (plays, jumps to a moment): stop the timer of this stage."""
    return _changed(state, held=True) if state.stage in (PracticeStage.WATCH, PracticeStage.RESULT) else state


def auto_changed(state: PractisingState, auto: bool) -> PractisingState:
    """Switch timers on or off; switched on, they restart."""
    if auto == state.auto:
        return state
    return replace(state, auto=auto, held=False, began_s=state.now_s)


def went_away(state: PractisingState) -> PractisingState:
    """Another view is shown: discard a current take and stop all timers."""
    if state.stage in (PracticeStage.READY, PracticeStage.RECORD, PracticeStage.EVALUATE):
        state = _enter(state, PracticeStage.WATCH)
    return _changed(state, away=True, share=0.0)


def came_back(state: PractisingState, now_s: float) -> PractisingState:
    """The view is shown again; timers restart."""
    return replace(state, away=False, now_s=now_s, began_s=now_s)


def _enter(state: PractisingState, stage: PracticeStage) -> PractisingState:
    """Begin a stage and reset what belonged to the previous one."""
    state = replace(state, stage=stage, began_s=state.now_s, held=False, share=0.0, trouble="")
    if stage in (PracticeStage.READY, PracticeStage.WATCH):
        state = replace(state, verdict=None)
    if stage is PracticeStage.RECORD:
        state = replace(state, take=CurrentTake(heard_s=state.now_s))
    return state


def _changed(state: PractisingState, **values: object) -> PractisingState:
    """Replace values; returns the same object if nothing changes, so that nothing is repainted."""
    if all(getattr(state, name) == value for name, value in values.items()):
        return state
    return replace(state, **values)  # type: ignore[arg-type]
