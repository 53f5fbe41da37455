"""The protocol of letter models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop_app.message import Message

if TYPE_CHECKING:
    from desktop_app.engine.letters.records import LetterScores
    from desktop_app.engine.records import FloatArray


@dataclass(frozen=True, slots=True)
class LetterModelSpec:
    """Inputs and outputs of a letter model, read from its file.

    Attributes:
        contract: `frame` (B, 1, 21, 3), `sequence` (B, S, 21, 3) or `flat-sequence` (B, S, 63).
        frames: S where it is fixed, 0 where it is free.
        classes: how many it has.
        gives: `logits` or `probabilities`.
        true_aspect: it expects hands of true proportions, not landmarks in picture coordinates.
        feature_dim: width of its feature output, 0 where it has none.
        remarks: what the user should know about its letters: where their names were not found or do not fit.
    """

    name: str
    contract: str
    frames: int
    classes: int
    gives: str
    true_aspect: bool
    feature_dim: int
    sha256: str
    remarks: tuple[Message, ...] = ()


class LetterModel(Protocol):
    """Classifies the letter that a hand shows. Stateless."""

    @property
    def spec(self) -> LetterModelSpec: ...

    def predict(self, hands: FloatArray) -> LetterScores:
        """Hands (S, 21, 3) by the contract, S >= 1 -> probabilities (29,) of the last of them.

        A model of a fixed S is given its last frames, or the first one repeated.
        """
