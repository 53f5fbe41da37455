"""Input and output contracts of letter models, read from the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.encoder.onnx_file import OnnxSummary, TensorInfo
from desktop_app.engine.letters.alphabet import CLASS_COUNTS, CLASSES
from desktop_app.engine.letters.hands import HAND_NUMBERS
from desktop_app.engine.records import FloatArray
from desktop_app.errors import ModelError
from desktop_app.message import Message

EXPORT_HINT: Final = Message(
    "A letter model takes one float32 input (batch, 1, 21, 3), (batch, frames, 21, 3) "
    "or (batch, frames, 63); `signmirror inspect` says what this file takes."
)
HELD_FRAMES: Final = 8  # of a hand that does not move, where a model takes any number
_SUM_TOLERANCE: Final = 1e-3


class LetterInput(StrEnum):
    """The three input layouts of letter models."""

    FRAME = "frame"  # (B, 1, 21, 3)
    SEQUENCE = "sequence"  # (B, S, 21, 3)
    FLAT = "flat-sequence"  # (B, S, 63)


@dataclass(frozen=True, slots=True)
class LetterContract:
    """Shape of the input of one model.

    Attributes:
        name: of the input.
        kind: the layout.
        frames: S where it is fixed, 0 where it is free.
        batch: B where it is fixed, 0 where it is free.
    """

    name: str
    kind: LetterInput
    frames: int
    batch: int

    def batch_of(self, hands: FloatArray) -> FloatArray:
        """Hands (S, 21, 3) by the contract as this model's input array.

        With a fixed number of frames the last ones are used, or the first is repeated; a fixed batch is filled
        with copies.
        """
        if self.frames and len(hands) != self.frames:
            missing = max(0, self.frames - len(hands))
            hands = np.concatenate([np.repeat(hands[:1], missing, axis=0), hands])[-self.frames :]
        shaped = hands.reshape(1, len(hands), HAND_NUMBERS) if self.kind is LetterInput.FLAT else hands[None]
        return np.ascontiguousarray(np.repeat(shaped, max(1, self.batch), axis=0), np.float32)

    def held(self, hands: FloatArray) -> FloatArray:
        """Hands (N, 21, 3), each as a window in which it does not move; a fixed batch is padded."""
        rows = np.resize(hands, (max(len(hands), self.batch), layout.HAND_POINTS, 3))
        frames = self.frames or HELD_FRAMES
        shape = (HAND_NUMBERS,) if self.kind is LetterInput.FLAT else (layout.HAND_POINTS, 3)
        windows = np.repeat(rows[:, None], frames, axis=1).reshape(len(rows), frames, *shape)
        return np.ascontiguousarray(windows, np.float32)


def looks_like_letters(summary: OnnxSummary) -> bool:
    """Whether this is a letter model: it takes hands, or outputs as many numbers as there are letters."""
    shapes = [info.shape for info in summary.inputs]
    hands = any(
        shape[-2:] == (layout.HAND_POINTS, 3) or (shape and shape[-1] == HAND_NUMBERS) for shape in shapes
    )
    classes = any(info.shape and info.shape[-1] in CLASS_COUNTS for info in summary.outputs)
    return hands or (classes and not any(shape and shape[-1] == layout.FEATURE_DIM for shape in shapes))


def read_contract(summary: OnnxSummary, name: str) -> LetterContract:
    """The contract of the only input. Raises ModelError describing the actual inputs."""
    if len(summary.inputs) != 1:
        listed = ", ".join(info.name for info in summary.inputs) or Message("none")
        raise ModelError(
            Message(
                "{name} takes {count} inputs ({listed}) where one is needed.",
                name=name,
                count=len(summary.inputs),
                listed=listed,
            ),
            EXPORT_HINT,
        )
    source = summary.inputs[0]
    if source.dtype != "float32":
        raise ModelError(
            Message("{name} takes {dtype} where float32 is needed.", name=name, dtype=source.dtype), EXPORT_HINT
        )
    shape = source.shape
    if len(shape) == 4 and _may_be(shape[2], layout.HAND_POINTS) and _may_be(shape[3], 3):
        frames = _fixed(shape[1])
        kind = LetterInput.FRAME if frames == 1 else LetterInput.SEQUENCE
        return LetterContract(source.name, kind, frames, _fixed(shape[0]))
    if len(shape) == 3 and _may_be(shape[2], HAND_NUMBERS):
        return LetterContract(source.name, LetterInput.FLAT, _fixed(shape[1]), _fixed(shape[0]))
    raise ModelError(
        Message("{name} takes an input of shape {shape}.", name=name, shape=shape_text(source)),
        EXPORT_HINT,
    )


def find_scores(outputs: Sequence[FloatArray], names: Sequence[str], model: str) -> int:
    """Index of the output with the letters: the first whose last axis has 26 or 29 numbers.

    Raises:
        ModelError: none has.
    """
    for place, output in enumerate(outputs):
        if output.ndim in (2, 3) and output.shape[-1] in CLASS_COUNTS:
            return place
    shapes = ", ".join(f"{name} {output.shape}" for name, output in zip(names, outputs, strict=True))
    raise ModelError(
        Message("{model} gives {shapes}; no output has one number a letter.", model=model, shapes=shapes),
        Message(
            "It must give 26 (A to Z) or {count} numbers (then SPACE, DELETE and NOTHING).", count=len(CLASSES)
        ),
    )


def are_probabilities(scores: FloatArray) -> bool:
    """Whether an output holds probabilities rather than logits."""
    return bool(
        (scores >= -_SUM_TOLERANCE).all() and np.abs(scores.sum(axis=-1) - 1).max(initial=0) < _SUM_TOLERANCE
    )


def as_probabilities(scores: FloatArray, *, logits: bool) -> FloatArray:
    """(26,) or (29,) scores of one window -> (29,) probabilities; 0 for letters unknown to the model."""
    if logits:
        shifted = np.exp(scores - scores.max())
        scores = shifted / shifted.sum()
    full = np.zeros(len(CLASSES), np.float32)
    full[: len(scores)] = scores
    return full


def shape_text(info: TensorInfo) -> str:
    """A shape in readable form: (batch, 32, 63)."""
    return "(" + ", ".join("?" if size is None else str(size) for size in info.shape) + ")"


def _may_be(size: int | str | None, wanted: int) -> bool:
    return size == wanted or not isinstance(size, int)


def _fixed(size: int | str | None) -> int:
    return size if isinstance(size, int) else 0
