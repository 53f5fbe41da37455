"""Small letter models as ONNX files, in the shapes that other programs export; and one without a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from desktop_app.engine.letters.alphabet import CLASSES, INDEX
from desktop_app.engine.letters.protocols import LetterModelSpec
from desktop_app.engine.letters.records import LetterScores
from desktop_app.engine.records import FloatArray

Dim = int | str


def build_letters(
    *,
    shape: Sequence[Dim] = ("batch", 1, 21, 3),
    classes: int = 29,
    probabilities: bool = False,
    per_frame: bool = False,
    input_name: str = "x",
    output_name: str = "dense_3",
    seed: int = 1,
) -> onnx.ModelProto:
    """Logits = mean over frames of (63 numbers W); with `per_frame` a row a frame; with softmax on request."""
    matrix = np.random.default_rng(seed).normal(0, 0.5, (63, classes)).astype(np.float32)
    frames = shape[1] if isinstance(shape[1], int) else -1
    target = [0, frames, 63] if len(shape) == 4 else [0, 0, 63]
    initial = [
        numpy_helper.from_array(matrix, "w"),
        numpy_helper.from_array(np.array(target, np.int64), "flat"),
        numpy_helper.from_array(np.array([1], np.int64), "axes"),
    ]
    last = "scores" if probabilities else output_name
    nodes = [
        helper.make_node("Reshape", [input_name, "flat"], ["rows"]),
        helper.make_node("MatMul", ["rows", "w"], [last if per_frame else "each"]),
    ]
    if not per_frame:
        nodes.append(helper.make_node("ReduceMean", ["each", "axes"], [last], keepdims=0))
    if probabilities:
        nodes.append(helper.make_node("Softmax", ["scores"], [output_name], axis=-1))
    dims = [shape[0], shape[1], classes] if per_frame else [shape[0], classes]
    graph = helper.make_graph(
        nodes,
        "letters",
        [helper.make_tensor_value_info(input_name, TensorProto.FLOAT, list(shape))],
        [helper.make_tensor_value_info(output_name, TensorProto.FLOAT, dims)],
        initial,
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8)


def write_letters(folder: Path, model: onnx.ModelProto, name: str = "letters.onnx") -> Path:
    """The model as a file."""
    onnx.save_model(model, str(folder / name))
    return folder / name


FAKE_SPEC = LetterModelSpec(
    name="fake",
    contract="sequence",
    frames=0,
    classes=29,
    gives="probabilities",
    true_aspect=True,
    feature_dim=4,
    sha256="f" * 64,
)


class FakeLetters:
    """Says what it is told to: a letter, or a function of the last hand."""

    def __init__(self, letter: str = "A", probability: float = 0.9, *, frames: int = 0) -> None:
        self.spec = replace(FAKE_SPEC, frames=frames)
        self.letter, self.probability = letter, probability
        self.given: list[FloatArray] = []

    def predict(self, hands: FloatArray) -> LetterScores:
        self.given.append(hands)
        chances = np.full(len(CLASSES), (1 - self.probability) / (len(CLASSES) - 1), np.float32)
        chances[INDEX[self.letter]] = self.probability
        feature = np.zeros(4, np.float32)
        feature[INDEX[self.letter] % 4] = 1
        return LetterScores(chances, feature, 0.5)
