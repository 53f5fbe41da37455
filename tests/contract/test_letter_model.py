"""What every letter model promises: any file of the contracts, ours, and the fake that other tests use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.letters.model import OnnxLetterModel, bundled_model, trial_hands
from desktop_app.engine.letters.protocols import LetterModel
from tests.helpers.letter_models import FakeLetters, build_letters, write_letters


def per_frame_26(folder: Path) -> LetterModel:
    return OnnxLetterModel(write_letters(folder, build_letters(classes=26, probabilities=True)))


def sequence_32(folder: Path) -> LetterModel:
    return OnnxLetterModel(write_letters(folder, build_letters(shape=(1, 32, 21, 3), input_name="hands")))


def flat_dynamic(folder: Path) -> LetterModel:
    return OnnxLetterModel(write_letters(folder, build_letters(shape=("b", "s", 63), output_name="letters")))


def flat_with_a_row_a_frame(folder: Path) -> LetterModel:
    return OnnxLetterModel(write_letters(folder, build_letters(shape=("b", "s", 63), per_frame=True)))


def batch_of_four(folder: Path) -> LetterModel:
    return OnnxLetterModel(write_letters(folder, build_letters(shape=(4, 32, 63), probabilities=True)))


def shipped(_folder: Path) -> LetterModel:
    return OnnxLetterModel(bundled_model("sequence"))


def fake(_folder: Path) -> LetterModel:
    return FakeLetters()


KINDS = [
    per_frame_26, sequence_32, flat_dynamic, flat_with_a_row_a_frame, batch_of_four, shipped, fake,
]  # fmt: skip


@pytest.fixture(params=KINDS, ids=lambda kind: kind.__name__)
def model(request: pytest.FixtureRequest, tmp_path: Path) -> LetterModel:
    make: Callable[[Path], LetterModel] = request.param
    return make(tmp_path)


@pytest.mark.parametrize("frames", [1, 2, 31, 32, 40])
def test_any_number_of_hands_gives_29_probabilities(model: LetterModel, frames: int) -> None:
    scores = model.predict(trial_hands(frames))
    assert scores.probabilities.shape == (29,)
    assert scores.probabilities.min() >= 0
    assert scores.probabilities.sum() == pytest.approx(1, abs=1e-4)
    assert not scores.probabilities.flags.writeable
    assert scores.features.shape == (model.spec.feature_dim,)
    assert scores.ms >= 0


def test_the_same_hands_give_the_same_answer(model: LetterModel) -> None:
    hands = trial_hands(32)
    np.testing.assert_allclose(
        model.predict(hands).probabilities, model.predict(hands).probabilities, atol=1e-6
    )


def test_what_a_model_does_not_know_is_never_answered(tmp_path: Path) -> None:
    scores = per_frame_26(tmp_path).predict(trial_hands(1))
    assert not scores.probabilities[26:].any()
