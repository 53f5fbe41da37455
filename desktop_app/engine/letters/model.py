"""Letter models on ONNX Runtime, our own or any that fits the contracts."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app import paths
from desktop_app.engine import layout
from desktop_app.engine.encoder import providers
from desktop_app.engine.encoder import trial as trials
from desktop_app.engine.encoder.model_file import read_model
from desktop_app.engine.encoder.provider_errors import in_short
from desktop_app.engine.letters import contract as contracts
from desktop_app.engine.letters.alphabet import CLASSES
from desktop_app.engine.letters.contract import LetterContract
from desktop_app.engine.letters.hands import shapes_of
from desktop_app.engine.letters.labels import choose_labels, label_remarks, places_of, read_labels
from desktop_app.engine.letters.protocols import LetterModelSpec
from desktop_app.engine.letters.records import LetterMode, LetterScores
from desktop_app.engine.records import FloatArray
from desktop_app.errors import ModelError
from desktop_app.message import Message

# One file of ours reads both single frames and sequences.
SHIPPED: Final = {LetterMode.FRAME: "letters.onnx", LetterMode.SEQUENCE: "letters.onnx"}
# Metadata keys of our own model files.
ASPECT_KEY: Final = "signmirror.aspect"  # "true": hands of true proportions; else as the tracker gives them
NAME_KEY: Final = "signmirror.name"
ROWS_AT_ONCE: Final = 256
TRIAL_LENGTHS: Final = (1, 8, 32, contracts.MOST_FRAMES)
FEATURES: Final = "features"  # name of the output that calibration works in


class OnnxLetterModel:
    """Runs on the CPU, which is fastest for models this small. Thread-safe.

    Raises:
        ModelMissing, ModelError: missing, not a model, of another shape, or failing on a hand.
    """

    def __init__(self, path: Path) -> None:
        file = read_model(path)
        notes, lists = file.summary.metadata, read_labels(path, file.summary.metadata)
        self._file = path.name
        self._contract = contracts.read_contract(file.summary, path.name)
        trials.require(file, "letters", trial_inputs(self._contract))
        try:
            self._session = providers.make_session(file.data, providers.CPU)
        except providers.RUNTIME_ERRORS as error:
            raise ModelError(
                Message(
                    "ONNX Runtime cannot load {model}: {reason}",
                    model=path.name,
                    reason=in_short(error),
                ),
                Message("Run `signmirror inspect` on it; export it again with opset 18."),
                detail=str(error),
            ) from error
        names = [output.name for output in self._session.get_outputs()]
        trial = self._run(trial_hands(self._contract.frames or 8))
        self._scores = contracts.find_scores(trial, names, path.name, lists)
        labels = choose_labels(lists, trial[self._scores].shape[-1])
        assert labels is not None  # find_scores has found them
        self._places = places_of(labels)
        self._features = names.index(FEATURES) if FEATURES in names else -1
        self._logits = not contracts.are_probabilities(trial[self._scores])
        self.spec = LetterModelSpec(
            name=notes.get(NAME_KEY, path.stem),
            contract=self._contract.kind.value,
            frames=self._contract.frames,
            classes=int(trial[self._scores].shape[-1]),
            gives="logits" if self._logits else "probabilities",
            true_aspect=notes.get(ASPECT_KEY, str(self._contract.in_plane).lower()) == "true",
            feature_dim=int(trial[self._features].shape[-1]) if self._features >= 0 else 0,
            sha256=file.sha256,
            # A file of our own has the usual classes and need not name them.
            remarks=() if NAME_KEY in notes and not lists else label_remarks(path, lists, len(labels)),
        )

    @property
    def contract(self) -> LetterContract:
        """Shape of its input."""
        return self._contract

    def predict(self, hands: FloatArray) -> LetterScores:
        """Hands (S, 21, 3) by the contract -> probabilities of the last of them, with the time it took."""
        started = time.perf_counter()
        outputs = self._run(hands)
        ms = (time.perf_counter() - started) * 1000
        scores = _last(outputs[self._scores])
        if not np.isfinite(scores).all():
            raise ModelError(
                Message("{file} gave what is not a number.", file=self._file),
                Message("Export it again; check its weights."),
            )
        features = _last(outputs[self._features]) if self._features >= 0 else np.zeros(0, np.float32)
        probabilities = contracts.as_probabilities(scores, logits=self._logits, places=self._places)
        return LetterScores(probabilities, np.array(features, np.float32), ms, shapes_of(hands[-1:])[0])

    def predict_rows(self, hands: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Hands (N, 21, 3), each held still by itself -> probabilities (N, 29) and features (N, D)."""
        chances = np.zeros((len(hands), len(CLASSES)), np.float32)
        features = np.zeros((len(hands), self.spec.feature_dim), np.float32)
        size = self._contract.batch or ROWS_AT_ONCE
        for start in range(0, len(hands), size):
            rows = hands[start : start + size]
            outputs = self._run_session(self._contract.held(rows))
            scores = outputs[self._scores]
            for place, row in enumerate(scores[:, -1] if scores.ndim == 3 else scores):
                if place < len(rows):
                    chances[start + place] = contracts.as_probabilities(
                        row, logits=self._logits, places=self._places
                    )
            if self._features >= 0:
                features[start : start + len(rows)] = outputs[self._features][: len(rows)]
        return chances, features

    def _run(self, hands: FloatArray) -> list[FloatArray]:
        return self._run_session(self._contract.batch_of(hands))

    def _run_session(self, batch: FloatArray) -> list[FloatArray]:
        try:
            outputs = self._session.run(None, {self._contract.name: batch})
        except providers.RUNTIME_ERRORS as error:
            raise ModelError(
                Message("{file} failed on {frames} frames of a hand.", file=self._file, frames=batch.shape[1]),
                Message("Run `signmirror inspect` on it; export it again with a dynamic number of frames."),
                detail=str(error),
            ) from error
        return [as_floats(output) for output in outputs]


def trial_inputs(contract: LetterContract) -> list[tuple[str, FloatArray]]:
    """Batches for trial runs: of the lengths that the live view gives a model."""
    lengths = (contract.frames,) if contract.frames else TRIAL_LENGTHS
    return [(contract.name, contract.batch_of(trial_hands(frames))) for frames in lengths]


def as_floats(output: object) -> FloatArray:
    """An output of a model in float32; empty for other types, such as the names that a model answers."""
    if isinstance(output, np.ndarray) and output.dtype.kind in "fiu":
        return np.asarray(output, np.float32)
    return np.zeros(0, np.float32)


def bundled_model(mode: str) -> Path:
    """The model that ships for a mode, `frame` or `sequence`."""
    return paths.bundled_models_dir() / "letters" / SHIPPED[LetterMode(mode)]


def trial_hands(frames: int) -> FloatArray:
    """(frames, 21, 3): an open hand that turns slightly, normalised; for trial runs."""
    angle = np.linspace(-0.1, 0.1, frames, dtype=np.float32)[:, None]
    hand = np.zeros((layout.HAND_POINTS, 3), np.float32)
    for number, finger in enumerate(layout.FINGERS.values()):
        reach = np.linspace(0.45, 1.0, 4) if number else np.linspace(0.2, 0.6, 4)
        side = (number - 2) * 0.12 - (0.2 if number == 0 else 0.0)
        hand[list(finger), 0] = side * reach
        hand[list(finger), 1] = -reach
        hand[list(finger), 2] = -0.05 * reach
    x, y = hand[None, :, 0], hand[None, :, 1]
    turned = np.stack([np.cos(angle) * x - np.sin(angle) * y, np.sin(angle) * x + np.cos(angle) * y], axis=2)
    whole = np.concatenate([turned, np.repeat(hand[None, :, 2:], frames, axis=0)], axis=2)
    return np.asarray(whole / np.abs(whole).max(axis=(1, 2), keepdims=True), np.float32)


def _last(output: FloatArray) -> FloatArray:
    """First of the batch; of an output that has one row a frame, the last frame's."""
    first = output[0]
    return np.asarray(first if first.ndim == 1 else first[-1])
