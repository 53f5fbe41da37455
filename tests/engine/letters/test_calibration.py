"""Fitting to one hand: gains, undo, what is kept, what is refused."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.engine.letters.alphabet import CLASSES, INDEX
from desktop_app.engine.letters.calibration import (
    HandCalibration,
    calibration_path,
    empty_calibration,
    forget_calibration,
    load_calibration,
    measure_gain,
    save_calibration,
)
from desktop_app.engine.letters.records import LetterScores
from desktop_app.engine.records import FloatArray
from desktop_app.errors import ConfigError


def scores(feature: list[float], **chances: float) -> LetterScores:
    probabilities = np.full(len(CLASSES), 1e-3, np.float32)
    for letter, chance in chances.items():
        probabilities[INDEX[letter]] = chance
    shape = np.pad(np.array(feature, np.float32), (0, 63 - len(feature)))
    return LetterScores(probabilities / probabilities.sum(), np.array(feature, np.float32), 1.0, shape)


HANDS = np.zeros((1, 21, 3), np.float32)


def shown() -> HandCalibration:
    calibration = empty_calibration("a" * 64)
    calibration = calibration.with_example("M", scores([1, 0, 0], M=0.3, N=0.5))
    return calibration.with_example("N", scores([0, 1, 0], M=0.5, N=0.3))


def test_shown_letters_win_where_the_general_model_errs():
    calibration = shown()
    confused = scores([0.9, 0.1, 0], M=0.3, N=0.5)
    assert CLASSES[confused.probabilities.argmax()] == "N"
    adapted = calibration.adapt(HANDS, confused)
    assert CLASSES[adapted.argmax()] == "M"
    assert adapted.sum() == pytest.approx(1, abs=1e-5)


def test_an_example_that_the_model_misread_counts_more():
    """Where the model reads this hand rightly as it is, there is less to mend."""
    sure, misread = scores([1, 0, 0], M=0.9), scores([1, 0, 0], N=0.9, M=0.01)
    n_example = scores([0, 1, 0], N=0.9)
    asked = scores([0.95, 0.3, 0], M=0.2, N=0.4)
    empty = empty_calibration("a" * 64)
    place = INDEX["M"]
    known = empty.with_example("M", sure).with_example("N", n_example).adapt(HANDS, asked)[place]
    mended = empty.with_example("M", misread).with_example("N", n_example).adapt(HANDS, asked)[place]
    assert asked.probabilities[place] < known < mended


def test_a_hand_far_from_every_example_is_left_to_the_model():
    asked = scores([0, 0, 1], W=0.8, M=0.1)
    np.testing.assert_allclose(shown().adapt(HANDS, asked), asked.probabilities, atol=0.01)


def test_letters_that_were_not_shown_are_not_pushed_away():
    adapted = shown().adapt(HANDS, scores([0.7, 0.7, 0.1], W=0.8, M=0.1))
    assert CLASSES[adapted.argmax()] == "W"


def test_without_examples_nothing_changes():
    general = scores([1, 0, 0], A=0.9)
    np.testing.assert_array_equal(empty_calibration("a" * 64).adapt(HANDS, general), general.probabilities)


def test_a_letter_can_be_undone():
    calibration = shown().without("M")
    assert calibration.shown == ("N",)
    assert "M" in calibration.missing


def test_it_is_kept_resumed_and_forgotten(own_folders):
    calibration = shown()
    save_calibration(calibration)
    found = load_calibration("a" * 64)
    assert found.shown == ("M", "N")
    np.testing.assert_array_equal(found.examples["M"], calibration.examples["M"])
    assert not load_calibration("b" * 64).examples  # another model's features mean something else
    forget_calibration()
    assert not load_calibration("a" * 64).examples
    forget_calibration()


def test_examples_of_an_older_form_are_ignored():
    save_calibration(shown())
    path = calibration_path()
    with np.load(path, allow_pickle=False) as kept:
        arrays = {name: kept[name] for name in kept.files if name != "form"}
    np.savez(path, **arrays)
    assert not load_calibration("a" * 64).examples


def test_a_damaged_file_is_as_none():
    path = calibration_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"PK no zip")
    assert not load_calibration("a" * 64).examples


@pytest.mark.parametrize("letter", ["J", "Z", "NOTHING", "?"])
def test_what_cannot_be_shown_is_refused(letter):
    with pytest.raises(ConfigError):
        shown().with_example(letter, scores([1, 0, 0], A=0.9))


def test_a_model_without_features_is_calibrated_by_the_shape_of_the_hand():
    shapes = np.eye(2, 63, dtype=np.float32)
    calibration = empty_calibration("a" * 64)
    for letter, shape in zip("MN", shapes, strict=True):
        calibration = calibration.with_example(letter, with_shape(shape))
    adapted = calibration.adapt(HANDS, with_shape(0.9 * shapes[0] + 0.1 * shapes[1]))
    assert CLASSES[adapted.argmax()] == "M"


def with_shape(shape: FloatArray) -> LetterScores:
    general = scores([], M=0.3, N=0.5)
    return LetterScores(np.array(general.probabilities), general.features, 1.0, np.array(shape, np.float32))


def test_nothing_seen_cannot_be_shown():
    with pytest.raises(ConfigError, match="no hand"):
        shown().with_example("A", scores([], A=0.9))


def test_the_gain_is_measured_on_frames_that_were_not_learnt():
    frames = [("M", scores([1, 0.1 * n, 0], M=0.3, N=0.5)) for n in range(4)]
    frames += [("N", scores([0.1 * n, 1, 0], M=0.3, N=0.5)) for n in range(4)]
    gain = measure_gain(frames, "a" * 64)
    assert (gain.before, gain.after) == (0.5, 1.0)
