"""The stages of a practice: every stage under every event, and what has to be done from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from desktop_app.engine.practice.evaluation import AttemptVerdict
from desktop_app.engine.progress.lessons import Lesson, LessonKind
from desktop_app.engine.progress.records import SentenceKey
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.runtime.take_events import TakeProgress
from desktop_app.ui.camera.takes import CurrentTake
from desktop_app.ui.practice import state as flow
from desktop_app.ui.practice.state import PracticeEffect, PracticeStage, PractisingState

KEYS = tuple(SentenceKey("Pack", name, "greetings") for name in ("Hello", "Please", "No"))
LESSON = Lesson(LessonKind.CATEGORY, KEYS, "Pack", "greetings")


def at(stage: PracticeStage, **values: object) -> PractisingState:
    state = PractisingState(
        stage=stage,
        lesson=LESSON,
        outcomes=(None, None, None),
        take=CurrentTake(3, heard_s=10.0),
        now_s=10.0,
        began_s=10.0,
    )
    return replace(state, **values)  # type: ignore[arg-type]


def progress(
    *, seconds: float = 2.0, signs: int = 0, rest: float = 0.0, hands: bool = True, number: int = 3
) -> TakeProgress:
    phase = LivePhase.SIGNING if rest == 0 and hands else LivePhase.READY
    return TakeProgress(number, seconds, phase, signs, rest, hands)


EVENTS: dict[str, Callable[[PractisingState], PractisingState]] = {
    "opened": lambda state: flow.lesson_opened(state, LESSON, 1),
    "free": flow.free_opened,
    "left": flow.chosen_again,
    "begun": flow.begun,
    "watched": flow.watched_again,
    "next": flow.moved_on,
    "back": lambda state: flow.moved_on(state, -1),
    "holding": lambda state: flow.hand_held(state, 0.5, raised=False),
    "raised": lambda state: flow.hand_held(state, 1.0, raised=True),
    "tick": lambda state: flow.ticked(state, 10.1),
    "late tick": lambda state: flow.ticked(state, 99.0),
    "take begun": lambda state: flow.take_begun(state, 4),
    "moving": lambda state: flow.take_grew(state, progress()),
    "sign over": lambda state: flow.take_grew(state, progress(signs=1, rest=0.8)),
    "old take": lambda state: flow.take_grew(state, progress(signs=1, rest=0.8, number=2)),
    "take ready": lambda state: flow.take_ready(state, 3),
    "old take ready": lambda state: flow.take_ready(state, 2),
    "take lost": lambda state: flow.take_lost(state, 3, "The camera was lost."),
    "judged": lambda state: flow.judged(state, 3, AttemptVerdict.RIGHT),
    "old judged": lambda state: flow.judged(state, 2, AttemptVerdict.RIGHT),
    "touched": flow.touched,
    "timers off": lambda state: flow.auto_changed(state, False),
    "went away": flow.went_away,
}
C, W, G, R, E, D = (
    PracticeStage.CHOOSE,
    PracticeStage.WATCH,
    PracticeStage.READY,
    PracticeStage.RECORD,
    PracticeStage.EVALUATE,
    PracticeStage.RESULT,
)
# Event -> the stage that follows each of the six stages.
FOLLOWS = {
    "opened": (W, W, W, W, W, W),
    "free": (W, W, W, W, W, W),
    "left": (C, C, C, C, C, C),
    "begun": (C, G, R, E, E, G),
    "watched": (C, W, W, W, W, W),
    "next": (C, W, W, W, W, W),
    "back": (C, W, W, W, W, W),
    "holding": (C, W, G, R, E, D),
    "raised": (C, G, G, R, E, G),
    "tick": (C, W, G, R, E, D),
    "late tick": (C, G, R, E, E, W),
    "take begun": (C, W, G, R, E, D),
    "moving": (C, W, G, R, E, D),
    "sign over": (C, W, G, E, E, D),
    "old take": (C, W, G, R, E, D),
    "take ready": (C, W, G, E, E, D),
    "old take ready": (C, W, G, R, E, D),
    "take lost": (C, W, G, W, W, D),
    "judged": (C, W, G, R, D, D),
    "old judged": (C, W, G, R, E, D),
    "touched": (C, W, G, R, E, D),
    "timers off": (C, W, G, R, E, D),
    "went away": (C, W, W, W, W, D),
}


@pytest.mark.parametrize(("event", "number"), list(product(EVENTS, range(6))))
def test_every_stage_under_every_event(event, number):
    stages = (C, W, G, R, E, D)
    before = at(stages[number])
    after = EVENTS[event](before)
    assert after.stage is FOLLOWS[event][number]
    done = flow.effects(before, after)
    # A take is begun when recording begins, and either finished or given up when it is left.
    assert (PracticeEffect.BEGIN_TAKE in done) == (after.stage is R and before.stage is not R)
    assert (PracticeEffect.FINISH_TAKE in done) == (before.stage is R and after.stage is E)
    assert (PracticeEffect.DISCARD_TAKE in done) == (before.stage in (R, E) and after.stage not in (R, E, D))
    if after is before:
        assert done == ()


def test_nothing_new_is_the_same_object():
    """So that nothing is painted anew thirty times a second."""
    for stage in (C, W, G, R, E, D):
        state = at(stage)
        assert flow.ticked(state, 10.0) is state
        assert flow.hand_held(state, 0.0, raised=False) is state
        assert flow.auto_changed(state, True) is state


def test_a_lesson_from_the_first_sentence_to_the_last():
    state = flow.lesson_opened(PractisingState(), LESSON)
    assert state.asked == KEYS[0]
    verdicts = (AttemptVerdict.RIGHT, AttemptVerdict.OTHER, AttemptVerdict.RIGHT)
    for place, verdict in enumerate(verdicts):
        assert (state.stage, state.place) == (W, place)
        assert state.question.asked == KEYS[place].identity
        assert state.question.candidates == tuple(key.identity for key in KEYS)
        state = flow.take_begun(flow.begun(flow.begun(state)), place + 1)
        state = flow.take_grew(state, progress(signs=1, rest=0.7, number=place + 1))
        state = flow.judged(state, place + 1, verdict)
        assert state.verdict is verdict
        assert state.is_last == (place == 2)
        state = flow.moved_on(state)
    assert (state.stage, state.finished, state.outcomes) == (C, True, verdicts)
    again = flow.lesson_opened(state, LESSON, 1)
    assert not again.finished
    assert again.outcomes == verdicts
    other = Lesson(LessonKind.SURPRISE, KEYS[:2])
    assert flow.lesson_opened(state, other).outcomes == (None, None)


def test_another_attempt_replaces_the_outcome_of_the_one_before():
    state = flow.judged(at(E), 3, AttemptVerdict.UNSURE)
    assert state.outcomes == (AttemptVerdict.UNSURE, None, None)
    state = flow.take_begun(flow.begun(flow.begun(state)), 4)
    assert state.verdict is None
    state = flow.judged(replace(state, stage=E), 4, AttemptVerdict.RIGHT)
    assert state.outcomes == (AttemptVerdict.RIGHT, None, None)


def test_a_place_beyond_the_lesson_is_its_end():
    assert flow.lesson_opened(PractisingState(), LESSON, 9).place == 2
    assert flow.moved_on(at(W), -1).place == 0


def test_timers_run_only_while_they_are_on_and_nobody_looks_closely():
    state = at(D, began_s=0.0, now_s=0.0)
    assert flow.ticked(state, flow.RESULT_S - 0.1).stage is D
    assert flow.ticked(state, flow.RESULT_S).stage is W
    assert flow.ticked(flow.touched(state), 1000).stage is D
    off = flow.auto_changed(state, False)
    assert off.left_s is None
    assert flow.ticked(off, 1000).stage is D
    on = flow.auto_changed(flow.ticked(off, 1000), True)
    assert on.left_s == flow.RESULT_S  # from now on
    # The countdown runs in any case: it was asked for.
    ready = at(G, began_s=0.0, now_s=0.0, auto=False)
    assert flow.ticked(ready, 1.0).left_share == pytest.approx(1 - 1 / flow.COUNTDOWN_S)
    assert flow.ticked(ready, flow.COUNTDOWN_S).stage is R
    watch = at(W, began_s=0.0, now_s=0.0)
    assert flow.ticked(watch, flow.WATCH_S).stage is G
    assert flow.ticked(flow.touched(watch), flow.WATCH_S).stage is W


def test_a_closer_look_lasts_until_the_next_stage():
    assert not flow.begun(flow.touched(at(D))).held


@pytest.mark.parametrize(
    ("made", "over"),
    [
        (progress(signs=0, rest=5.9), False),
        (progress(signs=0, rest=6.0), True),  # nothing moves
        (progress(signs=1, rest=0.6), False),
        (progress(signs=1, rest=0.7), True),
        (progress(signs=1, rest=0.2, hands=False), False),
        (progress(signs=1, rest=0.3, hands=False), True),  # hands down
        (progress(signs=1, rest=0.0), False),  # a second movement is being made
        (progress(signs=0, seconds=12.0), True),
        (progress(signs=0, seconds=11.9), False),
    ],
)
def test_when_a_take_is_over(made, over):
    assert flow.is_over(made) == over
    assert (flow.take_grew(at(R), made).stage is E) == over


def test_a_take_that_gets_no_frames_ends_on_the_callers_clock():
    state = at(R)
    assert flow.ticked(state, 10 + flow.STALL_S - 0.1).stage is R
    assert flow.ticked(state, 10 + flow.STALL_S).stage is E
    fed = flow.take_grew(flow.ticked(state, 13.0), progress())
    assert flow.ticked(fed, 13 + flow.STALL_S - 0.1).stage is R


def test_a_lost_take_says_why_and_does_not_try_again_by_itself():
    state = flow.take_lost(at(R), 3, "The camera was lost.")
    assert (state.stage, state.trouble) == (W, "The camera was lost.")
    assert state.left_s is None
    assert flow.begun(state).trouble == ""


def test_where_no_sign_was_seen_nothing_goes_on_by_itself():
    state = flow.judged(at(E), 3, AttemptVerdict.EMPTY)
    assert state.left_s is None
    assert flow.ticked(state, 1000).stage is D
    assert flow.hand_held(state, 1.0, raised=True).stage is G


def test_a_free_attempt_asks_nothing_and_goes_on_with_the_next():
    state = flow.free_opened(at(D))
    assert (state.asked, state.question.asked, state.question.candidates) == (None, None, ())
    state = flow.judged(replace(state, stage=E), 3, AttemptVerdict.RIGHT)
    assert state.outcomes == ()
    assert flow.moved_on(state).stage is W
    assert flow.moved_on(state).free


def test_away_nothing_goes_on():
    state = flow.went_away(at(W))
    assert not state.waits_for_hand
    assert flow.ticked(state, 1000) is state
    assert flow.hand_held(state, 1.0, raised=True) is state
    back = flow.came_back(state, 1000)
    assert back.left_s == flow.WATCH_S
    assert flow.effects(state, back) == (PracticeEffect.WATCH_HAND,)
    assert flow.effects(at(R), flow.went_away(at(R))) == (PracticeEffect.DISCARD_TAKE,)


def test_the_reference_is_shown_for_another_sentence_and_the_hand_watched_from_then_on():
    opened = flow.lesson_opened(PractisingState(), LESSON)
    assert set(flow.effects(PractisingState(), opened)) == {
        PracticeEffect.SHOW_REFERENCE,
        PracticeEffect.WATCH_HAND,
    }
    following = flow.moved_on(at(W))
    assert set(flow.effects(at(W), following)) == {PracticeEffect.SHOW_REFERENCE, PracticeEffect.WATCH_HAND}
    assert flow.effects(at(D), flow.watched_again(at(D))) == (PracticeEffect.WATCH_HAND,)
    result = flow.judged(at(E), 3, AttemptVerdict.RIGHT)
    assert flow.effects(at(E), result) == (PracticeEffect.WATCH_HAND,)
