"""Input and output contracts of letter models, read from the file."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.encoder.onnx_file import OnnxSummary, TensorInfo
from desktop_app.engine.encoder.trial import check_input_size
from desktop_app.engine.letters.alphabet import CLASSES
from desktop_app.engine.letters.hands import HAND_NUMBERS
from desktop_app.engine.letters.labels import UNKNOWN, USUAL, choose_labels
from desktop_app.engine.records import FloatArray, IntArray
from desktop_app.errors import ModelError
from desktop_app.message import Message

EXPORT_HINT: Final = Message(
    "A letter model takes one input of floats: the 21 points of a hand as (batch, 21, 3), (batch, 63) or, "
    "without depth, (batch, 42), or frames of them, as (batch, frames, 21, 3) or (batch, frames, 63); "
    "`signmirror inspect` says what this file takes."
)
LABELS_HINT: Final = Message(
    "It must give 24 numbers (without J and Z), 26 (A to Z) or 29 (then SPACE, DELETE and NOTHING). Otherwise, "
    "write the names of its classes, one on a line, into a file labels.txt beside it."
)
LabelLists = Mapping[str, Sequence[str]]
MOST_FRAMES: Final = 64  # that a model is tried with, where it takes any number
HELD_FRAMES: Final = 8  # of a hand that does not move, where a model takes any number
FLOATS: Final = ("float16", "float32", "float64")
_SUM_TOLERANCE: Final = 5e-3  # the sum of 29 numbers of float16
_TINY: Final = 1e-6
_FLAT_2D, _TWO_HANDS = 2 * layout.HAND_POINTS, 2 * HAND_NUMBERS
# What a model may take of one frame.
FRAME_SHAPES: Final = (
    (layout.HAND_POINTS, 3),
    (HAND_NUMBERS,),
    (layout.HAND_POINTS, 2),
    (_FLAT_2D,),
    (2 * layout.HAND_POINTS, 3),
    (_TWO_HANDS,),
)
HAND_WIDTHS: Final = (3, 2, HAND_NUMBERS, _FLAT_2D, _TWO_HANDS)


class LetterInput(StrEnum):
    """The three input layouts of letter models."""

    FRAME = "frame"  # (B, 1, 21, 3), or one frame in any other form
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
        frame_shape: of one frame: points or numbers of one hand, of its picture plane, or of two hands.
        has_time: whether the input has an axis for frames.
        dtype: of the input.
    """

    name: str
    kind: LetterInput
    frames: int
    batch: int
    frame_shape: tuple[int, ...] = (layout.HAND_POINTS, 3)
    has_time: bool = True
    dtype: str = "float32"

    @property
    def in_plane(self) -> bool:
        """Whether the model sees no depth."""
        return self.frame_shape in ((layout.HAND_POINTS, 2), (_FLAT_2D,))

    def batch_of(self, hands: FloatArray) -> FloatArray:
        """Hands (S, 21, 3) by the contract as this model's input array.

        With a fixed number of frames the last ones are used, or the first is repeated; a fixed batch is filled
        with copies.
        """
        if self.frames and len(hands) != self.frames:
            missing = max(0, self.frames - len(hands))
            hands = np.concatenate([np.repeat(hands[:1], missing, axis=0), hands])[-self.frames :]
        return np.repeat(self._shaped(hands[None]), max(1, self.batch), axis=0)

    def held(self, hands: FloatArray) -> FloatArray:
        """Hands (N, 21, 3), each as a window in which it does not move; a fixed batch is padded."""
        rows = np.resize(hands, (max(len(hands), self.batch), layout.HAND_POINTS, 3))
        return self._shaped(np.repeat(rows[:, None], self.frames or HELD_FRAMES, axis=1))

    def _shaped(self, hands: FloatArray) -> FloatArray:
        """(N, S, 21, 3) -> the model's shape and type. Of two hands the signing one is the right one."""
        count, frames = hands.shape[:2]
        if self.in_plane:
            plane = hands[..., :2]
            hands = plane / np.maximum(np.abs(plane).max(axis=(-2, -1), keepdims=True), _TINY)
        elif math.prod(self.frame_shape) == _TWO_HANDS:
            hands = np.concatenate([np.zeros_like(hands), hands], axis=2)
        time = (frames,) if self.has_time else ()
        return np.ascontiguousarray(hands.reshape(count, *time, *self.frame_shape), np.dtype(self.dtype))


def looks_like_letters(summary: OnnxSummary) -> bool:
    """Whether this is a letter model: it takes hands, or outputs as many numbers as there are letters."""
    shapes = [info.shape for info in summary.inputs]
    hands = any(shape[-2:] in FRAME_SHAPES or shape[-1:] in FRAME_SHAPES for shape in shapes)
    classes = any(info.shape and info.shape[-1] in USUAL for info in summary.outputs)
    return hands or (classes and not any(shape and shape[-1] == layout.FEATURE_DIM for shape in shapes))


def read_contract(summary: OnnxSummary, name: str | Message) -> LetterContract:
    """The contract of the only input. Raises ModelError describing the actual inputs."""
    source = summary.only_input(name, EXPORT_HINT)
    if source.dtype not in FLOATS:
        raise ModelError(
            Message("{name} takes {dtype} where floats are needed.", name=name, dtype=source.dtype), EXPORT_HINT
        )
    check_input_size(source, name, MOST_FRAMES)
    layout_of = _frame_layout(source.shape)
    if layout_of is None:
        raise ModelError(
            Message("{name} takes an input of shape {shape}.", name=name, shape=shape_text(source)),
            EXPORT_HINT,
        )
    frame_shape, has_time = layout_of
    frames = _fixed(source.shape[1]) if has_time else 1
    if has_time and len(frame_shape) == 1:
        kind = LetterInput.FLAT
    else:
        kind = LetterInput.FRAME if frames == 1 else LetterInput.SEQUENCE
    return LetterContract(
        source.name, kind, frames, _fixed(source.shape[0]), frame_shape, has_time, source.dtype
    )


def _frame_layout(shape: tuple[int | str | None, ...]) -> tuple[tuple[int, ...], bool] | None:
    """(shape of a frame, whether there is an axis of frames before it) of an input, if it is one of hands."""
    for frame in FRAME_SHAPES:
        if shape[1:] == frame:
            return frame, False
    for frame in FRAME_SHAPES:
        if len(shape) == 2 + len(frame) and shape[2:] == frame:
            return frame, True
    # Dimensions that the file leaves open are taken as the usual ones.
    for frame in FRAME_SHAPES[:2]:
        if len(shape) == 2 + len(frame) and all(map(_may_be, shape[2:], frame)):
            return frame, True
    return None


def find_scores(
    outputs: Sequence[FloatArray], names: Sequence[str], model: str | Message, lists: LabelLists
) -> int:
    """Index of the output with the letters: the first whose last axis has one number a class.

    Args:
        lists: of names that came with the model.

    Raises:
        ModelError: none has.
    """
    for place, output in enumerate(outputs):
        if output.ndim in (2, 3) and choose_labels(lists, output.shape[-1]) is not None:
            return place
    shapes = ", ".join(f"{name} {output.shape}" for name, output in zip(names, outputs, strict=True))
    raise ModelError(
        Message("{model} gives {shapes}; no output has one number a letter.", model=model, shapes=shapes),
        LABELS_HINT,
    )


def are_probabilities(scores: FloatArray) -> bool:
    """Whether an output holds probabilities rather than logits."""
    return bool(
        (scores >= -_SUM_TOLERANCE).all() and np.abs(scores.sum(axis=-1) - 1).max(initial=0) < _SUM_TOLERANCE
    )


def as_probabilities(scores: FloatArray, *, logits: bool, places: IntArray) -> FloatArray:
    """Scores of one window -> (29,) probabilities; 0 for letters unknown to the model.

    Args:
        places: of each score among the 29, UNKNOWN for a class that is no letter.
    """
    if logits:
        shifted = np.exp(scores - scores.max())
        scores = shifted / shifted.sum()
    full = np.zeros(len(CLASSES), np.float32)
    known = places != UNKNOWN
    np.add.at(full, places[known], scores[known])
    return full


def shape_text(info: TensorInfo) -> str:
    """A shape in readable form: (batch, 32, 63)."""
    return "(" + ", ".join("?" if size is None else str(size) for size in info.shape) + ")"


def _may_be(size: int | str | None, wanted: int) -> bool:
    return size == wanted or not isinstance(size, int)


def _fixed(size: int | str | None) -> int:
    return size if isinstance(size, int) else 0
