"""The reader of a stream: buffer, modes, time instead of frames, hands, double letters, SPACE and DELETE."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.engine.letters.hands import mirrored, normalised, true_proportions
from desktop_app.engine.letters.records import LetterMode, LetterPhase, LetterSettings
from desktop_app.engine.letters.ring import drawn_path
from desktop_app.engine.letters.tracker import LetterTracker
from desktop_app.errors import ConfigError
from tests.engine.letters.hands import ASPECT, committed, frame_of, hand_at, play
from tests.helpers.letter_models import FakeLetters


def tracker_of(letter: str = "B", **settings: object) -> tuple[FakeLetters, LetterTracker]:
    model = FakeLetters(letter)
    return model, LetterTracker(model, LetterSettings(**settings))  # type: ignore[arg-type]


def test_the_buffer_fills_visibly_and_nothing_is_said_before():
    model, tracker = tracker_of()
    states = play(tracker, 2.0)
    collecting = [state for state in states if state.phase is LetterPhase.COLLECTING]
    assert [state.collected for state in collecting] == list(range(1, 32))
    assert {state.window for state in states} == {32}
    assert not any(state.candidates for state in collecting)
    full = states[len(collecting) :]
    assert {state.collected for state in full} == {32}
    assert len(model.given) == len(full)  # one inference a frame
    assert {hands.shape for hands in model.given} == {(32, 21, 3)}
    assert committed(states) == "B"


def test_a_hand_that_rested_while_the_buffer_filled_has_been_held():
    _, tracker = tracker_of()
    states = play(tracker, 1.3)
    assert committed(states) == "B"  # 1.07 s of buffer, then a tenth of a second of answers


def test_frame_mode_answers_at_once_and_takes_the_letter_once():
    _, tracker = tracker_of(mode=LetterMode.FRAME)
    states = play(tracker, 3.0)
    assert states[0].best is not None
    assert states[0].best.letter == "B"
    assert committed(states) == "B"
    commit = next(state.commit for state in states if state.commit)
    assert commit.time_s == pytest.approx(0.45, abs=0.07)
    holds = [state.hold for state in states if state.phase is LetterPhase.HOLDING]
    assert holds == sorted(holds)
    assert states[-1].phase is LetterPhase.COMMITTED


@pytest.mark.parametrize("fps", [8.0, 15.0, 30.0, 60.0])
def test_the_rate_of_the_camera_changes_nothing(fps):
    _, tracker = tracker_of(mode=LetterMode.FRAME)
    states = play(tracker, 2.0, fps=fps)
    commit = next(state.commit for state in states if state.commit)
    assert committed(states) == "B"
    assert commit.time_s == pytest.approx(0.45, abs=1 / fps + 1e-6)


def test_windows_are_even_in_time_however_frames_drop():
    whole_model, whole = tracker_of()
    holed_model, holed = tracker_of()

    def moving(time_s):
        return hand_at(0.3 + 0.05 * time_s)

    play(whole, 2.0, hand=moving)
    lost = [number for number in range(5, 55) if number % 3 == 1 or number % 7 == 2]
    states = play(holed, 2.0, hand=moving, lost=lost)
    assert committed(states) == "B"
    np.testing.assert_allclose(holed_model.given[-1], whole_model.given[-1], atol=1e-4)


def test_a_double_letter_needs_the_hand_to_go():
    _, tracker = tracker_of(mode=LetterMode.FRAME)
    states = play(tracker, 1.0)
    states += play(tracker, 0.5, start_s=1.0, hand=lambda _: None)
    assert states[-1].phase is LetterPhase.NO_HAND
    assert states[-1].best is not None
    assert states[-1].best.letter == "NOTHING"
    states += play(tracker, 1.0, start_s=1.5)
    assert tracker.text == "BB"
    assert committed(states) == "BB"


def test_a_double_letter_by_a_bounce():
    _, tracker = tracker_of(mode=LetterMode.FRAME)

    def bounce(time_s):
        return hand_at(0.4 + 0.12 * np.clip((time_s - 1.0) / 0.2, 0, 1))

    assert committed(play(tracker, 2.5, hand=bounce)) == "BB"


def test_a_lapse_of_the_tracker_is_no_double_letter():
    _, tracker = tracker_of(mode=LetterMode.FRAME)
    states = play(tracker, 3.0, hand=lambda t: None if 1.0 <= t < 1.2 else hand_at())
    assert committed(states) == "B"


def test_a_hand_on_its_way_says_nothing():
    _, tracker = tracker_of(mode=LetterMode.FRAME)
    states = play(tracker, 2.0, hand=lambda t: hand_at(0.2 + 0.5 * (t % 1)))
    assert committed(states) == ""
    assert states[-1].phase is LetterPhase.MOVING


def test_an_unlikely_letter_is_not_taken():
    model, tracker = tracker_of(mode=LetterMode.FRAME)
    model.probability = 0.4
    states = play(tracker, 2.0)
    assert committed(states) == ""
    assert states[-1].phase is LetterPhase.UNSURE


def test_one_odd_answer_does_not_start_the_hold_anew():
    model, tracker = tracker_of(mode=LetterMode.FRAME, smoothing=1)
    states = play(tracker, 0.3)
    model.letter = "V"
    states += play(tracker, 1 / 30, start_s=0.3)
    model.letter = "B"
    states += play(tracker, 0.3, start_s=0.34)
    commit = next(state.commit for state in states if state.commit)
    assert commit.letter == "B"
    assert commit.time_s < 0.55


def test_space_and_delete_act_on_the_text():
    model, tracker = tracker_of(mode=LetterMode.FRAME)
    for number, letter in enumerate(("H", "I", "SPACE", "X", "DELETE")):
        model.letter = letter
        play(tracker, 1.2, start_s=1.2 * number)
    assert tracker.text == "HI "
    tracker.delete_last()
    assert tracker.text == "HI"
    tracker.clear_text()
    assert tracker.text == ""


def test_a_hand_held_still_is_never_j_or_z():
    _, tracker = tracker_of("J", mode=LetterMode.FRAME)
    states = play(tracker, 2.0)
    assert committed(states) == ""
    assert all(state.probabilities[9] == 0 for state in states)


def test_a_hand_that_sways_is_no_drawing():
    """Hands that hold a letter at a webcam go up to two palm lengths within the buffer; drawings go further."""
    _, tracker = tracker_of("Z", mode=LetterMode.FRAME)

    def swaying(time_s):
        return hand_at(0.4 + 0.02 * np.sin(8 * time_s), 0.6)

    states = play(tracker, 3.0, hand=swaying)
    assert 1.2 < drawn_path(tracker._ring.window()) < 2.0
    assert committed(states) == ""
    _, sequences = tracker_of("Z")  # whose model sees the motion, and decides
    assert committed(play(sequences, 3.0, hand=swaying))[:1] == "Z"


@pytest.mark.parametrize(("mode", "text"), [(LetterMode.SEQUENCE, "J"), (LetterMode.FRAME, "")])
def test_two_opinions_on_a_drawn_letter_may_be_less_sure(mode, text):
    model = FakeLetters("J", 0.4)
    tracker = LetterTracker(model, LetterSettings(mode=mode))
    play(tracker, 1.6, hand=drawing)
    assert tracker.text == text


def drawing(time_s):
    """A hand whose fingertips travel far."""
    return hand_at(0.4 + 0.12 * np.sin(9 * time_s), 0.6 + 0.1 * np.cos(9 * time_s))


def test_a_drawn_letter_is_taken_once_and_replaces_its_start():
    model, tracker = tracker_of("I", mode=LetterMode.FRAME)
    states = play(tracker, 1.0)
    assert tracker.text == "I"
    model.letter = "J"
    states += play(tracker, 1.4, start_s=1.0, hand=drawing)
    assert tracker.text == "J"
    assert committed(states) == "IJ"
    assert [state.commit.replaces for state in states if state.commit] == [0, 1]


def test_left_hands_are_mirrored_and_the_stronger_hand_is_preferred():
    model, tracker = tracker_of(mode=LetterMode.FRAME, dominant_left=True)
    right = hand_at(0.3)
    left = mirrored(right) + np.array([1, 0, 0], np.float32)
    state = tracker.step(frame_of(0.0, right=hand_at(0.2, size=0.3), left=left))
    assert state.left
    np.testing.assert_array_equal(state.hand, left)
    wanted = normalised(true_proportions(right, ASPECT))
    np.testing.assert_allclose(model.given[-1][0], wanted, atol=1e-5)


def test_the_other_hand_is_read_when_the_stronger_one_stays_away():
    _, tracker = tracker_of(mode=LetterMode.FRAME)
    tracker.step(frame_of(0.0, right=hand_at()))
    phases = [tracker.step(frame_of(n / 30, left=hand_at(0.6), number=n)) for n in range(1, 60)]
    assert not phases[3].hand.any()
    assert phases[-1].left
    assert tracker.text == "B"


def test_models_that_want_landmarks_as_they_come_get_them():
    model, tracker = tracker_of(mode=LetterMode.FRAME)
    object.__setattr__(model.spec, "true_aspect", False)
    hand = hand_at()
    tracker.step(frame_of(0.0, right=hand))
    np.testing.assert_allclose(model.given[-1][0], normalised(hand), atol=1e-5)


def test_a_frame_model_in_sequence_mode_gets_one_frame():
    model = FakeLetters("B", frames=1)
    tracker = LetterTracker(model, LetterSettings())
    play(tracker, 1.5)
    assert {hands.shape for hands in model.given} == {(1, 21, 3)}


def test_time_that_stands_still_changes_nothing():
    _, tracker = tracker_of(mode=LetterMode.FRAME)
    tracker.step(frame_of(0.0, right=hand_at()))
    state = tracker.step(frame_of(0.0, right=hand_at()))
    assert state.commit is None
    assert not state.candidates


def test_reset_keeps_the_text_and_forgets_the_hand():
    _, tracker = tracker_of(mode=LetterMode.FRAME)
    play(tracker, 1.0)
    tracker.reset()
    assert tracker.text == "B"
    states = play(tracker, 1.0, start_s=0.2)  # an earlier time: another source
    assert committed(states) == "B"


def test_settings_out_of_range_are_refused():
    with pytest.raises(ConfigError):
        LetterSettings(smoothing=0)


def test_a_recording_is_read_alike_whatever_the_clock_says():
    """Times came with the clock of the run, and its rounding decided whether 18 frames were a hold of 0.6 s."""
    read = set()
    for seed in range(40):
        base_ns = int(np.random.default_rng(seed).integers(10**9, 10**14))
        _, tracker = tracker_of(mode=LetterMode.FRAME, hold_s=0.6)
        states = []
        for number in range(40):
            frame = frame_of(number / 30, right=hand_at(), number=number)
            moved = replace(frame, captured_ns=base_ns + round(number * 1e9 / 30))
            states.append(tracker.step(moved))
        read.add(tuple((state.phase, round(state.hold, 6)) for state in states))
    assert len(read) == 1
    assert sum(state.phase is LetterPhase.HOLDING for state in states) <= 18
