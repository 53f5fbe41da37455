"""The flow of recording as states: no Qt, no thread, time handed in."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from desktop_app.engine.takes.quality import BLOCKS, WARNS, QualityFinding
from desktop_app.engine.takes.trim import Span
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.errors import AppError
from desktop_app.message import NOTHING, Message
from desktop_app.runtime.take_events import TakeProgress
from desktop_app.ui.recording import flow
from desktop_app.ui.recording.flow import RecordingEffect
from desktop_app.ui.recording.state import MAX_REFUSED, RecordPhase, RecordState
from tests.ui.recording.takes import failed, good_take, ready, with_take

BLOCKED = QualityFinding("no_hands", BLOCKS, Message("No hands."), NOTHING, 0.0, 1.0)
REMARK = QualityFinding("no_rest", WARNS, Message("No rest."), NOTHING, 0.0, 1.0)


def progress(number: int, seconds: float, signs: int, rest_s: float) -> TakeProgress:
    phase = LivePhase.READY if rest_s else LivePhase.SIGNING
    return TakeProgress(number, seconds, phase, signs, rest_s, hands=True)


def recording(number: int = 1) -> RecordState:
    state = flow.tick(flow.start(RecordState(), 10.0), 13.0)
    return flow.began(state, number)


def looking(number: int = 1) -> RecordState:
    return flow.take_ready(recording(number), ready(number, good_take()))


def review(*findings: QualityFinding, wanted: int = 2) -> RecordState:
    return flow.reviewed(replace(looking(), wanted=wanted), 1, Span(1.0, 2.5), findings, 20.0)


def test_the_countdown_runs_and_begins_the_take():
    first = flow.start(RecordState(countdown_s=3), 10.0)
    assert first.phase is RecordPhase.COUNTDOWN
    assert first.left_s == pytest.approx(3.0)
    later = flow.tick(first, 12.0)
    assert later.left_s == pytest.approx(1.0)
    assert flow.effects(first, later) == ()
    begun = flow.tick(later, 13.0)
    assert begun.phase is RecordPhase.RECORDING
    assert flow.effects(later, begun) == (RecordingEffect.BEGIN,)
    assert flow.start(begun, 14.0) is begun


def test_without_a_countdown_the_take_begins_at_once():
    before = RecordState(countdown_s=0)
    after = flow.start(before, 1.0)
    assert flow.effects(before, after) == (RecordingEffect.BEGIN,)


def test_the_countdown_can_be_stopped():
    state = flow.stop(flow.start(RecordState(), 0.0))
    assert state.phase is RecordPhase.FORM
    assert flow.effects(flow.start(RecordState(), 0.0), state) == ()


@pytest.mark.parametrize(
    ("signs", "rest_s", "over"),
    [(0, 5.0, False), (0, 15.0, True), (1, 0.9, False), (1, 1.0, True), (3, 1.2, True), (2, 0.0, False)],
)
def test_a_take_ends_by_itself_when_the_hands_rest(signs, rest_s, over):
    before = recording()
    after = flow.take_grew(before, progress(1, 4.0, signs, rest_s))
    assert (after.phase is RecordPhase.ENDING) is over
    assert flow.effects(before, after) == ((RecordingEffect.FINISH,) if over else ())
    assert (after.take.seconds, after.take.signs, after.take.rest_s) == (4.0, signs, rest_s)


def test_words_of_another_take_change_nothing():
    state = recording(2)
    assert flow.take_grew(state, progress(1, 9.0, 1, 2.0)) is state
    assert flow.take_ready(state, ready(1, good_take())) is state
    assert flow.take_failed(state, failed(1)) is state


def test_space_ends_a_take_and_escape_drops_it():
    state = recording()
    assert flow.effects(state, flow.stop(state)) == (RecordingEffect.FINISH,)
    dropped = flow.cancel(state)
    assert dropped.phase is RecordPhase.FORM
    assert flow.effects(state, dropped) == (RecordingEffect.DISCARD,)
    ending = flow.stop(state)
    assert flow.effects(ending, flow.cancel(ending)) == (RecordingEffect.DISCARD,)


def test_a_source_that_ends_gives_the_take_without_asking_for_it():
    before = recording()
    after = flow.take_ready(before, ready(1, good_take()))
    assert after.phase is RecordPhase.CHECKING
    assert flow.effects(before, after) == ()


def test_a_take_that_is_given_up_says_why_and_drops_nothing_else():
    state = flow.take_failed(recording(), failed(1))
    assert state.phase is RecordPhase.FORM
    assert state.error is not None
    assert str(state.error.message) == "The camera was lost."
    kept = with_take(RecordState(), 1, good_take())
    again = flow.began(flow.start(replace(kept, countdown_s=0), 5.0), 2)
    assert flow.take_failed(again, failed(2)).takes == kept.takes


def test_a_recorder_that_says_nothing_is_given_up():
    state = recording()
    assert flow.tick(state, 20.0).phase is RecordPhase.RECORDING
    silent = flow.tick(state, 22.0)
    assert silent.error is not None
    assert silent.error.code == "recording.no_picture"
    assert flow.effects(state, silent) == (RecordingEffect.DISCARD,)
    heard = flow.take_grew(flow.tick(state, 20.0), progress(1, 1.0, 0, 1.0))
    assert flow.tick(heard, 22.0).phase is RecordPhase.RECORDING


def test_a_good_take_is_followed_by_the_next_without_touching_anything():
    state = review()
    assert state.phase is RecordPhase.REVIEW
    assert state.may_save
    assert state.next_in_s == pytest.approx(flow.NEXT_S)
    assert flow.tick(state, 20.0 + flow.NEXT_S - 0.1).phase is RecordPhase.REVIEW
    assert flow.tick(state, 20.0 + flow.NEXT_S).phase is RecordPhase.COUNTDOWN


def test_the_clock_of_the_next_take_stops_when_enough_were_made_or_somebody_looks():
    assert review(wanted=1).next_s is None
    state = review()
    for touched in (
        flow.wait(state),
        flow.cancel(state),
        flow.choose(state, 1),
        flow.set_keep(state, 1, keep=False),
        flow.move_span(state, 1, 0.1, 0.0),
        flow.leave(state, "live"),
    ):
        assert touched.next_s is None
        assert flow.tick(touched, 99.0) is touched


def test_a_refused_take_is_not_kept_and_is_made_again():
    state = review(BLOCKED, REMARK)
    assert state.takes[0].blocked
    assert state.kept == ()
    assert not state.may_save
    assert state.next_in_s == pytest.approx(flow.AGAIN_S)
    assert flow.saving(state) is state


def test_after_some_refused_takes_the_program_waits():
    state = RecordState(countdown_s=0)
    for number in range(1, MAX_REFUSED + 1):
        assert state.phase is not RecordPhase.RECORDING
        state = flow.began(flow.start(state, 0.0), number)
        state = flow.take_ready(state, ready(number, good_take()))
        state = flow.reviewed(state, number, Span(1.0, 2.0), (BLOCKED,), 0.0)
    assert state.refused == MAX_REFUSED
    assert state.next_s is None


def test_a_remark_does_not_stand_in_the_way():
    state = review(REMARK)
    assert state.may_save
    assert len(state.kept) == 1


def test_a_moved_end_must_be_looked_at_again():
    state = flow.move_span(review(), 1, -0.2, 0.1)
    made = state.takes[0]
    assert (made.span.start_s, made.span.end_s) == pytest.approx((0.8, 2.6))
    assert made.findings is None
    assert not state.may_save
    assert (made.found.start_s, made.found.end_s) == (1.0, 2.5)
    reviewed = flow.reviewed(state, 1, made.span, (), 30.0)
    assert reviewed.may_save
    assert reviewed.next_s is None  # only the first look begins the clock
    assert reviewed.takes[0].found == made.found


def test_takes_can_be_left_out_and_taken_back():
    state = flow.set_keep(review(), 1, keep=False)
    assert not state.may_save
    assert flow.set_keep(state, 1, keep=True).may_save


def test_a_take_that_cannot_be_looked_at_is_dropped():
    state = flow.review_failed(looking(), AppError(Message("Broken.")))
    assert state.takes == ()
    assert state.phase is RecordPhase.FORM
    assert state.error is not None


def test_saving_and_its_failure_lose_nothing():
    before = flow.leave(review(), "live")
    state = flow.save_progressed(flow.saving(before), 1, 4)
    assert (state.phase, state.done, state.total) == (RecordPhase.SAVING, 1, 4)
    lost = flow.save_failed(state, AppError(Message("No room.")))
    assert lost.phase is RecordPhase.REVIEW
    assert lost.takes == before.takes
    assert lost.leaving == ""
    saved = flow.was_saved(state, 1)
    assert not saved.unsaved
    assert not saved.recognised
    assert flow.now_recognised(saved).recognised
    assert flow.now_recognised(before) is before


def test_unsaved_takes_are_known():
    assert not RecordState().unsaved
    assert review().unsaved
    assert not flow.fresh(review()).unsaved
    assert flow.fresh(replace(review(), countdown_s=7.0)).countdown_s == 7.0


def test_the_second_take_is_compared_with_the_first():
    state = with_take(with_take(RecordState(), 1, good_take()), 2, good_take(5.0))
    assert [made.number for made in state.kept] == [1, 2]
    assert all(made.findings == () for made in state.takes)
    assert state.chosen == 2


def test_the_flow_needs_no_window():
    code = (
        "import sys, desktop_app.ui.recording.flow\n"
        "import desktop_app.ui.recording.words, desktop_app.ui.recording.values\n"
        "sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
