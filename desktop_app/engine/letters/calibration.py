"""Adapts letter recognition to one person's hand from a few examples, without training.

In the model's feature space, and by its own shape, a hand near a letter's examples gains probability, in
addition to what the general model says; more where the model misread the example itself, because there it is
known to be wrong about this hand. A letter that was not shown keeps its general probability, and takes part as
if its examples were as far as the middle of the others': showing half an alphabet must not push the other half
away.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app import paths
from desktop_app.engine.array_files import ArrayFileError, read_npz
from desktop_app.engine.letters.alphabet import CLASSES, COMMANDS, INDEX, STILL_LETTERS
from desktop_app.engine.letters.hands import HAND_NUMBERS
from desktop_app.engine.letters.records import LetterScores
from desktop_app.engine.letters.smoothing import held_still
from desktop_app.engine.records import FloatArray, read_only
from desktop_app.errors import ConfigError, next_step, reason_of
from desktop_app.files import private_folder, write_bytes
from desktop_app.message import Message

# (width, weight) of each term of a letter's gain, weight * exp((cosine - 1) / width). Fitted by
# scripts/studies/letters_calibration.py, divided by the weight of the model's own answer; docs/letters.md.
FEATURES_NEAR: Final = ((0.05, 0.67), (0.2, 2.55))
SHAPE_NEAR: Final = ((0.05, 1.79),)
# The same, times the share that the model did not give to the example's letter.
FEATURES_DOUBTED: Final = ((0.4, 2.45),)
SHAPE_DOUBTED: Final = ((0.4, 1.51),)
MAX_EXAMPLES: Final = 60  # of one letter; the newest stay
SHOWABLE: Final = (*STILL_LETTERS, *COMMANDS)
_FLOOR: Final = 1e-6
_SHAPE: Final = slice(-HAND_NUMBERS - 1, -1)  # of an example's row
_FORM: Final = 2  # of the kept file's rows; others are ignored
FILE_NAME: Final = "letters_calibration.npz"


@dataclass(frozen=True, slots=True, eq=False)
class HandCalibration:
    """A person's examples for one model. Immutable: every change returns a new one.

    Attributes:
        model_sha256: the model that computed the features; other models ignore them.
        examples: letter -> (N, D + 64) rows, oldest first: the model's features, the hand's own shape, and the
            doubt: the share that the model did not give to the letter.
    """

    model_sha256: str
    examples: Mapping[str, FloatArray]

    @property
    def shown(self) -> tuple[str, ...]:
        """Letters that have examples, in the order of the alphabet."""
        return tuple(name for name in CLASSES if name in self.examples)

    @property
    def missing(self) -> tuple[str, ...]:
        """Static letters without examples, where the wizard continues."""
        return tuple(name for name in STILL_LETTERS if name not in self.examples)

    def with_example(self, letter: str, scores: LetterScores) -> HandCalibration:
        """Add an example: the scores of the hand that was shown.

        Raises:
            ConfigError: J, Z or NOTHING, or no hand was seen.
        """
        if letter not in SHOWABLE:
            raise ConfigError(
                Message("{letter} cannot be shown as a still hand.", letter=letter),
                Message("Show one of the other letters."),
            )
        row = _rows(scores.features[None], scores.shape[None])
        if row.any():
            given = held_still(scores.probabilities)[INDEX[letter]]
            row = np.concatenate([row, np.array([[1.0 - given]], np.float32)], axis=1)
        else:
            raise ConfigError(
                Message("There is no hand to learn from."), Message("Show the letter to the camera.")
            )
        known = self.examples.get(letter)
        rows = row if known is None else np.concatenate([known, row])[-MAX_EXAMPLES:]
        return HandCalibration(self.model_sha256, {**self.examples, letter: read_only(rows)})

    def without(self, letter: str) -> HandCalibration:
        """Remove the examples of one letter."""
        return HandCalibration(
            self.model_sha256, {name: rows for name, rows in self.examples.items() if name != letter}
        )

    def adapt(self, hands: FloatArray, scores: LetterScores) -> FloatArray:
        """Probabilities (29,) for this person's hand."""
        if not self.examples:
            return scores.probabilities
        rows = self.adapt_rows(scores.probabilities[None], scores.features[None], scores.shape[None])
        return np.asarray(rows[0])

    def adapt_rows(self, probabilities: FloatArray, features: FloatArray, shapes: FloatArray) -> FloatArray:
        """(N, 29), (N, D) and (N, 63) -> (N, 29)."""
        names = self.shown
        rows = _rows(features, shapes)
        middle = np.mean([self.examples[name].mean(axis=0) for name in names], axis=0)[_SHAPE]
        near = np.stack([gains(rows, self.examples[name], middle) for name in names], axis=1)
        gain = np.repeat(np.median(near, axis=1, keepdims=True), len(CLASSES), axis=1)
        gain[:, [INDEX[name] for name in names]] = near
        logits = np.log(np.maximum(probabilities, _FLOOR)) + gain
        logits -= logits.max(axis=1, keepdims=True)
        chances = np.exp(logits)
        return np.asarray(chances / chances.sum(axis=1, keepdims=True), np.float32)


def gains(rows: FloatArray, examples: FloatArray, middle: FloatArray) -> FloatArray:
    """(N,) what rows (N, D + 63) gain by the best of a letter's examples (M, D + 64).

    Args:
        middle: (63,) shape in the middle of all letters' examples: all hands are alike, what counts is off it.
    """
    shape, features = cosines(rows, examples, middle)
    doubt = examples[:, -1]
    gain = _terms(features, FEATURES_NEAR) + _terms(shape, SHAPE_NEAR)
    gain += doubt * (_terms(features, FEATURES_DOUBTED) + _terms(shape, SHAPE_DOUBTED))
    return np.asarray(gain.max(axis=1), np.float32)


def cosines(rows: FloatArray, examples: FloatArray, middle: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(N, M) of the shapes off the middle, and of the features; without features the shapes' again."""
    shape = _unit(rows[:, -HAND_NUMBERS:] - middle) @ _unit(examples[:, _SHAPE] - middle).T
    if rows.shape[1] == HAND_NUMBERS:
        return shape, shape
    return shape, rows[:, :-HAND_NUMBERS] @ examples[:, : -HAND_NUMBERS - 1].T


def _terms(cosine: FloatArray, terms: Sequence[tuple[float, float]]) -> FloatArray:
    total = np.zeros_like(cosine)
    for width, weight in terms:
        total += weight * np.exp((cosine - 1) / width)
    return total


@dataclass(frozen=True, slots=True)
class Gain:
    """Share of correctly read frames, averaged over letters, before and after calibration."""

    before: float
    after: float


def measure_gain(shown: Sequence[tuple[str, LetterScores]], model_sha256: str) -> Gain:
    """Measure the gain of calibration: every second frame of a letter is learnt, the others are tested.

    Frames of one hold are alike, so this is the gain for a hand that is held as it was shown; docs/letters.md
    has the gain on other days' recordings. Letters with a single frame are left out.
    """
    calibration = empty_calibration(model_sha256)
    asked: dict[str, list[LetterScores]] = {}
    for letter in dict.fromkeys(name for name, _ in shown):
        frames = [scores for name, scores in shown if name == letter]
        asked[letter] = frames[1::2]
        for scores in frames[::2]:
            calibration = calibration.with_example(letter, scores)
    before, after = [], []
    for letter, frames in asked.items():
        if frames:
            chances = held_still(np.stack([scores.probabilities for scores in frames]))
            features = np.stack([scores.features for scores in frames])
            shapes = np.stack([scores.shape for scores in frames])
            adapted = calibration.adapt_rows(chances, features, shapes)
            before.append(float((chances.argmax(axis=1) == INDEX[letter]).mean()))
            after.append(float((adapted.argmax(axis=1) == INDEX[letter]).mean()))
    if not before:
        return Gain(0.0, 0.0)
    return Gain(float(np.mean(before)), float(np.mean(after)))


def empty_calibration(model_sha256: str) -> HandCalibration:
    """A calibration without examples."""
    return HandCalibration(model_sha256, {})


def calibration_path(profile: str = "") -> Path:
    """Path of the user's calibration; `profile` names another hand."""
    name = f"letters_calibration-{profile}.npz" if profile else FILE_NAME
    return paths.data_dir() / name


def load_calibration(model_sha256: str, path: Path | None = None) -> HandCalibration:
    """The saved calibration, or an empty one if it is missing, damaged, or belongs to another model."""
    path = path or calibration_path()
    try:
        arrays = read_npz(path, ("model", "form", *SHOWABLE))
    except ArrayFileError:
        return empty_calibration(model_sha256)
    form = arrays.pop("form", np.zeros(0))
    if str(arrays.pop("model", "")) != model_sha256 or form.shape != () or form != _FORM:
        return empty_calibration(model_sha256)
    sizes = {array.shape[1:] for array in arrays.values()}
    if any(array.ndim != 2 or not len(array) for array in arrays.values()) or len(sizes) > 1:
        return empty_calibration(model_sha256)
    return HandCalibration(
        model_sha256, {name: read_only(array.astype(np.float32)) for name, array in arrays.items()}
    )


def save_calibration(calibration: HandCalibration, path: Path | None = None) -> None:
    """Save a calibration atomically; called after every letter, so that the wizard can be resumed.

    Raises:
        ConfigError: the folder cannot be written.
    """
    path = path or calibration_path()
    data = io.BytesIO()
    np.savez(data, model=np.array(calibration.model_sha256), form=np.array(_FORM), **calibration.examples)
    try:
        private_folder(path.parent)
        write_bytes(path, data.getvalue())
    except OSError as error:
        raise ConfigError(
            Message(
                "The calibration cannot be kept in {parent}: {strerror}.",
                parent=path.parent,
                strerror=reason_of(error),
            ),
            next_step(error),
        ) from error


def forget_calibration(path: Path | None = None) -> None:
    """Delete the saved calibration."""
    (path or calibration_path()).unlink(missing_ok=True)


def _rows(features: FloatArray, shapes: FloatArray) -> FloatArray:
    return np.concatenate([_unit(features), shapes], axis=1, dtype=np.float32)


def _unit(rows: FloatArray) -> FloatArray:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6), np.float32)
