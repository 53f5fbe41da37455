"""Where a practice stands, as one frozen value, and what moves it on. Qt-free, and without a clock of its own.

Both hands are busy, so everything goes on by itself: watching ends with a raised hand or a timer, a take ends
when the sign is over, a result ends with a raised hand (once more) or a timer (the next sentence). Keys and
buttons do the same at any time. Times of stages are the caller's clock; times of takes are those of the frames.
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
STALL_S: Final = 4.0  # no frame for so long while recording: the source has ended or stands still


class PracticeStage(StrEnum):
    """The stages of one try, in order; CHOOSE lies outside."""

    CHOOSE = "choose"
    WATCH = "watch"
    READY = "ready"
    RECORD = "record"
    EVALUATE = "evaluate"
    RESULT = "result"


class PracticeEffect(StrEnum):
    """What has to be done outside when one state follows another."""

    BEGIN_TAKE = "begin_take"
    FINISH_TAKE = "finish_take"
    DISCARD_TAKE = "discard_take"
    SHOW_REFERENCE = "show_reference"
    WATCH_HAND = "watch_hand"


@dataclass(frozen=True, slots=True)
class PractisingState:
    """Everything that the flow of a practice depends on.

    Attributes:
        lesson: None before one is chosen, and in a free try.
        place: which sentence of the lesson.
        free: "what did I sign?": nothing is asked.
        outcomes: for each sentence of the lesson how its last try ended; None: not tried yet.
        finished: the lesson was gone through to its end.
        auto: timers go on by themselves.
        held: somebody looks at this stage closely: its timer stands still.
        away: another view is shown.
        began_s, now_s: the stage's beginning and the present, on the caller's clock.
        share: how much of its time a hand is held up, 0 to 1.
        take: the take that is made or judged.
        trouble: why the last take was lost, in words.
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
        """The sentence to sign."""
        return self.lesson.sentences[self.place] if self.lesson is not None and not self.free else None

    @property
    def question(self) -> Question:
        """What the try is judged by."""
        if self.lesson is None or self.free:
            return Question(None)
        return Question(
            self.lesson.sentences[self.place].identity, tuple(key.identity for key in self.lesson.sentences)
        )

    @property
    def is_last(self) -> bool:
        """No sentence comes after this one."""
        return self.lesson is None or self.place + 1 >= len(self.lesson.sentences)

    @property
    def left_s(self) -> float | None:
        """Seconds until the stage goes on by itself; None: it waits."""
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
        """The same as a share of the whole time, 1 down to 0."""
        limit = {
            PracticeStage.READY: COUNTDOWN_S,
            PracticeStage.WATCH: WATCH_S,
            PracticeStage.RESULT: RESULT_S,
        }.get(self.stage, 1.0)
        return None if self.left_s is None else self.left_s / limit

    @property
    def waits_for_hand(self) -> bool:
        """A raised hand is looked for."""
        return self.stage in (PracticeStage.WATCH, PracticeStage.RESULT) and not self.away


def effects(before: PractisingState, after: PractisingState) -> tuple[PracticeEffect, ...]:
    """What has to be done when `after` follows `before`."""
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
    """A sentence of a lesson was chosen: watch it. The outcomes of the same lesson stay."""
    same = state.lesson is not None and state.lesson.sentences == lesson.sentences
    outcomes = state.outcomes if same else (None,) * len(lesson.sentences)
    place = min(max(place, 0), len(lesson.sentences) - 1)
    state = replace(state, lesson=lesson, place=place, free=False, outcomes=outcomes, finished=False)
    return _enter(state, PracticeStage.WATCH)


def free_opened(state: PractisingState) -> PractisingState:
    """What did I sign? Nothing is asked, everything can be the answer."""
    return _enter(
        replace(state, lesson=None, place=0, free=True, outcomes=(), finished=False), PracticeStage.WATCH
    )


def chosen_again(state: PractisingState) -> PractisingState:
    """Back to the lessons; the lesson keeps its place."""
    return _enter(state, PracticeStage.CHOOSE)


def begun(state: PractisingState) -> PractisingState:
    """Enter: from watching or a result to the countdown, from the countdown to the take, the take is over."""
    following = {
        PracticeStage.WATCH: PracticeStage.READY,
        PracticeStage.RESULT: PracticeStage.READY,
        PracticeStage.READY: PracticeStage.RECORD,
        PracticeStage.RECORD: PracticeStage.EVALUATE,
    }
    return _enter(state, following[state.stage]) if state.stage in following else state


def watched_again(state: PractisingState) -> PractisingState:
    """Look at the reference (once more); a take that is made is given up."""
    return state if state.stage is PracticeStage.CHOOSE else _enter(state, PracticeStage.WATCH)


def moved_on(state: PractisingState, steps: int = 1) -> PractisingState:
    """The next sentence, or one before; after the last the lesson is finished. Free: the next try."""
    if state.stage is PracticeStage.CHOOSE:
        return state
    if state.lesson is None:
        return _enter(state, PracticeStage.WATCH)
    place = state.place + steps
    if place >= len(state.lesson.sentences):
        return _enter(replace(state, finished=True), PracticeStage.CHOOSE)
    return _enter(replace(state, place=max(place, 0)), PracticeStage.WATCH)


def hand_held(state: PractisingState, share: float, *, raised: bool) -> PractisingState:
    """A hand is held up: a ring fills, then the countdown begins."""
    if not state.waits_for_hand:
        return state
    return begun(state) if raised else _changed(state, share=share)


def ticked(state: PractisingState, now_s: float) -> PractisingState:
    """Time passes on the caller's clock."""
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
    """A frame more; the take ends with the sign, with the hands gone, when nothing happens, or at its limit."""
    if state.stage is not PracticeStage.RECORD or progress.number != state.take.number:
        return state
    state = replace(state, take=state.take.grown(progress, state.now_s))
    return _enter(state, PracticeStage.EVALUATE) if is_over(progress) else state


def is_over(progress: TakeProgress) -> bool:
    """Whether a take is complete."""
    if progress.seconds >= MAX_TAKE_S:
        return True
    if progress.signs == 0:
        return progress.rest_s >= NOTHING_S
    resting = progress.phase is not LivePhase.SIGNING
    return resting and progress.rest_s >= (REST_S if progress.hands else HANDS_GONE_S)


def take_ready(state: PractisingState, number: int) -> PractisingState:
    """The take is complete, perhaps by itself (the file was over): it is judged."""
    if number != state.take.number or state.stage is not PracticeStage.RECORD:
        return state
    return _enter(state, PracticeStage.EVALUATE)


def take_lost(state: PractisingState, number: int, trouble: str) -> PractisingState:
    """The take was given up: back to watching, with the reason, and no timer that would try again for ever."""
    if number != state.take.number or state.stage not in (PracticeStage.RECORD, PracticeStage.EVALUATE):
        return state
    return replace(_enter(state, PracticeStage.WATCH), trouble=trouble, held=True)


def judged(state: PractisingState, number: int, verdict: AttemptVerdict) -> PractisingState:
    """The try was judged. Where no sign was seen perhaps nobody is there: then nothing goes on by itself."""
    if number != state.take.number or state.stage is not PracticeStage.EVALUATE:
        return state
    outcomes = state.outcomes
    if state.lesson is not None:
        outcomes = (*outcomes[: state.place], verdict, *outcomes[state.place + 1 :])
    held = verdict is AttemptVerdict.EMPTY
    return replace(_enter(state, PracticeStage.RESULT), verdict=verdict, outcomes=outcomes, held=held)


def touched(state: PractisingState) -> PractisingState:
    """Somebody looks closely (plays, jumps to a moment): the timer of this stage stands still."""
    return _changed(state, held=True) if state.stage in (PracticeStage.WATCH, PracticeStage.RESULT) else state


def auto_changed(state: PractisingState, auto: bool) -> PractisingState:
    """Timers on or off; on again they start anew."""
    if auto == state.auto:
        return state
    return replace(state, auto=auto, held=False, began_s=state.now_s)


def went_away(state: PractisingState) -> PractisingState:
    """Another view is shown: nothing goes on, and a take is given up."""
    if state.stage in (PracticeStage.READY, PracticeStage.RECORD, PracticeStage.EVALUATE):
        state = _enter(state, PracticeStage.WATCH)
    return _changed(state, away=True, share=0.0)


def came_back(state: PractisingState, now_s: float) -> PractisingState:
    """The view is shown again; timers start anew."""
    return replace(state, away=False, now_s=now_s, began_s=now_s)


def _enter(state: PractisingState, stage: PracticeStage) -> PractisingState:
    """A stage begins now: what belonged to the one before is forgotten."""
    state = replace(state, stage=stage, began_s=state.now_s, held=False, share=0.0, trouble="")
    if stage in (PracticeStage.READY, PracticeStage.WATCH):
        state = replace(state, verdict=None)
    if stage is PracticeStage.RECORD:
        state = replace(state, take=CurrentTake(heard_s=state.now_s))
    return state


def _changed(state: PractisingState, **values: object) -> PractisingState:
    """The same object where nothing changes, so that nothing is painted anew."""
    if all(getattr(state, name) == value for name, value in values.items()):
        return state
    return replace(state, **values)  # type: ignore[arg-type]
