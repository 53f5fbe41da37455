"""The state of a review: playback that stops at notes, pop-ups, jumps, and edits of notes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.engine.attempts.records import AttemptFileError
from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.feedback.compare import Moment
from desktop_app.ui.progress import review_state as reviews
from desktop_app.ui.progress.review_state import ReviewState
from tests.engine.attempts.sent import noted


def shown() -> ReviewState:
    return reviews.opened(ReviewState(), Path("a.signtry"), noted())


def run(state: ReviewState, seconds: float, step: float = 1 / 30) -> ReviewState:
    for _ in range(round(seconds / step)):
        state = reviews.advanced(state, step)
    return state


def test_playback_stops_at_every_note_and_goes_on_when_asked():
    state = run(shown(), 3)
    first, second = noted().notes
    assert not state.playback.playing
    assert state.playback.frame == state.frame_of(first.at_s)
    assert state.time_s == pytest.approx(first.at_s, abs=1 / 30)
    state = run(replace(state, playback=state.playback.toggled()), 3)
    assert state.playback.frame == state.frame_of(second.at_s)
    state = run(replace(state, playback=state.playback.toggled()), 0.2)
    assert state.playback.playing


def test_without_holding_it_plays_through():
    state = run(replace(shown(), hold=False), 2.9)
    assert state.playback.playing
    assert state.playback.frame > state.frame_of(noted().notes[-1].at_s)


def test_a_large_step_does_not_jump_over_a_note():
    state = reviews.advanced(shown(), 2.5)
    assert state.playback.frame == state.frame_of(noted().notes[0].at_s)


def test_pop_ups_are_there_while_their_moment_lasts():
    state = shown()
    first, second = noted().notes
    assert state.popups == ()
    assert reviews.sought(state, first.at_s).popups == (first,)
    assert reviews.sought(state, second.at_s).popups == (first, second)
    assert reviews.sought(state, first.at_s - 0.1).popups == ()


def test_jumps_go_from_mark_to_mark_and_round_the_ends():
    state = shown()
    frames = [state.frame_of(one.at_s) for one in noted().notes]
    there = []
    for step in (1, 1, 1, -1):
        state = reviews.jumped(state, step)
        there.append(state.playback.frame)
    assert there == [frames[0], frames[1], frames[0], frames[1]]
    assert not state.playback.playing


def test_moments_of_the_program_are_marks_too():
    base = noted()
    assert base.feedback is not None
    moment = Moment(Channel.LOCATION, 0.5, 6.0, 2.0, "higher", missing=False)
    state = replace(shown(), shown=replace(base, feedback=replace(base.feedback, moments=(moment,))))
    texts = [(one.text, one.note is None) for one in state.marks]
    assert texts == [
        ("Flat hand: fingers together.", False),
        ("Your hand should be higher here.", True),
        ("Nice and calm here.", False),
    ]


def test_the_reference_follows_along_the_alignment():
    state = shown()
    feedback = noted().feedback
    assert feedback is not None
    middle = len(feedback.pairs) // 2
    there = reviews.sought(state, float(feedback.pairs[middle, 1]))
    assert there.reference_s == pytest.approx(float(feedback.pairs[middle, 0]), abs=0.1)
    without = replace(state, shown=replace(noted(), feedback=None))
    assert without.reference_s == pytest.approx(0.0, abs=0.1)
    assert replace(state, shown=replace(noted(), reference=None)).reference_s is None


def test_notes_are_added_changed_deleted_and_brought_back():
    state = reviews.sought(shown(), 6.0)
    state = reviews.note_written(state, " Look up. ", Channel.FACE, "Mr Boateng")
    added = next(one for one in state.marks if one.text == "Look up.")
    assert added.at_s == pytest.approx(6.0, abs=0.04)
    assert state.unsaved == 1
    assert added.note is not None
    state = reviews.note_chosen(reviews.sought(state, 4.7), added.note.id)
    assert state.time_s == pytest.approx(6.0, abs=0.04)
    state = reviews.note_written(state, "Look down.", None, "")
    assert state.shown is not None
    (changed,) = [one for one in state.shown.notes if one.id == added.note.id]
    assert (changed.text, changed.channel, changed.author) == ("Look down.", None, "Mr Boateng")
    state = reviews.note_deleted(state, changed.id)
    assert state.shown is not None
    assert len(state.shown.notes) == 2
    state = reviews.note_restored(state)
    assert state.shown is not None
    assert changed in state.shown.notes
    assert reviews.note_restored(state) is state
    assert reviews.note_deleted(state, "unknown") is state
    assert reviews.saved(reviews.saved(state)).unsaved == state.unsaved - 2
    with pytest.raises(AttemptFileError):
        reviews.note_written(state, "  ", None, "")


def test_nothing_open_does_nothing():
    state = ReviewState()
    assert reviews.jumped(state, 1) is state
    assert reviews.note_written(state, "x", None, "") is state
    assert reviews.note_deleted(state, "x") is state
    assert state.marks == ()
    assert state.reference_s is None
