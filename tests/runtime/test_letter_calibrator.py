"""The calibration step by step, on made-up frames: what is asked for, when it counts, stopping and undoing."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.engine.letters.alphabet import CLASSES, INDEX
from desktop_app.engine.letters.calibration import empty_calibration
from desktop_app.engine.letters.records import LetterCandidate, LetterPhase, LetterScores, LetterState
from desktop_app.runtime.letter_calibrator import (
    LEAST_EXAMPLES,
    ORDER,
    PREPARE_S,
    CalibrationPhase,
    Calibrator,
)

MODEL = "a" * 64


def scores(letter: str, sure: float = 0.9) -> LetterScores:
    chances = np.full(len(CLASSES), (1 - sure) / (len(CLASSES) - 1), np.float32)
    chances[INDEX[letter]] = sure
    feature = np.zeros(32, np.float32)
    feature[INDEX[letter]] = 1
    return LetterScores(chances, feature, 1.0)


def state(time_s: float, letter: str = "", speed: float = 0.1) -> LetterState:
    candidates = (LetterCandidate(letter, 0.9),) if letter else ()
    return LetterState(
        time_s=time_s, phase=LetterPhase.UNSURE, collected=32, window=32, candidates=candidates,
        probabilities=np.zeros(29, np.float32), hold=0.0, commit=None, text="",
        hand=np.ones((21, 3), np.float32), left=False, speed=speed, inference_ms=1.0,
    )  # fmt: skip


def phase_of(calibrator: Calibrator) -> CalibrationPhase:
    return calibrator.status.phase


def shown_to(calibrator: Calibrator) -> tuple[str, ...]:
    return calibrator.calibration.shown


class ShownHand:
    """Shows letters to a calibrator, thirty frames a second."""

    def __init__(self, calibrator: Calibrator, fps: float = 30.0) -> None:
        self.calibrator, self.fps, self.time_s = calibrator, fps, 0.0

    def show(self, seconds: float, letter: str = "", *, speed: float = 0.1, read: str = "") -> int:
        """Hold a letter (none: no prediction); returns how many letters were completed."""
        done = 0
        for _ in range(round(seconds * self.fps)):
            self.time_s += 1 / self.fps
            said = scores(read or letter) if letter else None
            done += self.calibrator.step(state(self.time_s, read or letter, speed), said)
        return done


def begun(**options: object) -> tuple[Calibrator, ShownHand]:
    calibrator = Calibrator(empty_calibration(MODEL), **options)  # type: ignore[arg-type]
    calibrator.start()
    return calibrator, ShownHand(calibrator)


def test_a_letter_held_still_is_collected_after_the_pause() -> None:
    calibrator, hand = begun()
    assert phase_of(calibrator) is CalibrationPhase.PREPARE
    assert calibrator.status.letter == "A"
    assert hand.show(PREPARE_S - 0.1, "A") == 0
    assert shown_to(calibrator) == ()
    assert hand.show(1.6, "A") == 1
    assert shown_to(calibrator) == ("A",)
    assert calibrator.status.letter == "B"
    assert calibrator.status.last == "A"


def test_a_hand_that_moves_begins_the_letter_anew() -> None:
    calibrator, hand = begun()
    hand.show(PREPARE_S + 0.1, "A")
    hand.show(0.7, "A")
    assert phase_of(calibrator) is CalibrationPhase.HOLD
    assert 0 < calibrator.status.progress < 1
    assert hand.show(0.1, "A", speed=3.0) == 0
    assert phase_of(calibrator) is CalibrationPhase.SHOW
    assert hand.show(0.9, "A") == 0  # all of the hold is needed again
    assert hand.show(0.4, "A") == 1


def test_without_a_hand_nothing_is_collected() -> None:
    calibrator, hand = begun()
    assert hand.show(10.0) == 0
    assert phase_of(calibrator) is CalibrationPhase.SHOW
    assert shown_to(calibrator) == ()


def test_a_slow_camera_holds_longer_instead_of_collecting_less() -> None:
    calibrator = Calibrator(empty_calibration(MODEL))
    calibrator.start()
    hand = ShownHand(calibrator, fps=3.0)
    while not calibrator.calibration.shown:
        hand.show(1 / 3, "A")
    assert len(calibrator.calibration.examples["A"]) >= LEAST_EXAMPLES


def test_the_letter_before_is_not_taken_for_the_next_one_at_once() -> None:
    calibrator, hand = begun()
    assert hand.show(3.2, "A") == 1
    assert hand.show(PREPARE_S + 1.3, "A") == 0  # still A: B waits
    assert hand.show(1.5, "B") == 1
    assert shown_to(calibrator) == ("A", "B")


def test_a_letter_that_is_always_read_as_the_one_before_is_taken_in_the_end() -> None:
    hand = begun()[1]
    assert hand.show(3.2, "A") == 1
    assert hand.show(7.0, "B", read="A") == 1


def test_it_can_be_stopped_and_goes_on_where_it_was() -> None:
    calibrator, hand = begun()
    hand.show(3.2, "A")
    calibrator.stop()
    assert phase_of(calibrator) is CalibrationPhase.STOPPED
    assert calibrator.status.letter == ""
    assert hand.show(3.0, "B") == 0
    later = Calibrator(calibrator.calibration)
    later.start()
    assert later.status.letter == "B"


def test_a_whole_round_ends_with_its_gain() -> None:
    calibrator, hand = begun()
    for letter in ORDER:
        wrong = "M" if letter == "N" else ""
        assert hand.show(3.4, letter, read=wrong) >= 0
        while letter not in calibrator.calibration.shown:
            hand.show(0.5, letter, read=wrong)
    status = calibrator.status
    assert status.phase is CalibrationPhase.DONE
    assert set(status.shown) == set(ORDER)
    assert status.gain is not None
    assert status.gain.before == pytest.approx(1 - 1 / len(ORDER))
    assert status.gain.after >= status.gain.before


def test_letters_can_be_left_out_taken_back_and_forgotten() -> None:
    calibrator, hand = begun()
    calibrator.skip()
    assert calibrator.status.letter == "B"
    hand.show(3.2, "B")
    assert calibrator.undo()
    assert calibrator.status.letter == "B"
    assert shown_to(calibrator) == ()
    assert not calibrator.undo()
    hand.show(4.0, "B")
    kept = calibrator.calibration
    calibrator.forget()
    assert calibrator.status.restorable
    assert shown_to(calibrator) == ()
    assert calibrator.restore()
    assert calibrator.calibration is kept
    assert not calibrator.restore()
    calibrator.start()
    assert calibrator.status.letter == "A"  # what was left out is asked for again


def test_a_model_without_features_cannot_be_fitted() -> None:
    calibrator, hand = begun(possible=False)
    assert phase_of(calibrator) is CalibrationPhase.IMPOSSIBLE
    assert hand.show(5.0, "A") == 0


def test_another_source_begins_the_pause_anew_and_keeps_the_letters() -> None:
    calibrator, hand = begun()
    hand.show(3.2, "A")
    hand.show(PREPARE_S + 0.3, "B")
    assert phase_of(calibrator) is CalibrationPhase.HOLD
    hand.time_s = 0.0
    assert hand.show(0.9, "B") == 0
    assert shown_to(calibrator) == ("A",)
    assert hand.show(1.0, "B") == 1
