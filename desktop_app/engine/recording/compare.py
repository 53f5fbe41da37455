"""Compares a new take with other sentences of the library, and with other takes of the same signer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from desktop_app.engine.feedback.compare import give_feedback
from desktop_app.engine.records import FeatureSequence, Prediction
from desktop_app.engine.takes.quality import WARNS, QualityFinding
from desktop_app.errors import LandmarkError
from desktop_app.message import Message

UNLIKE_SCORE: Final = 50.0  # further away than 95 of 100 good attempts by others; own takes are nearer


class TakeRecogniser(Protocol):
    """The part of a recogniser that is needed here."""

    def recognise(self, sequence: FeatureSequence, top_k: int | None = None) -> Prediction: ...


def too_close(
    part: FeatureSequence, sentence: str, recogniser: TakeRecogniser, threshold: float
) -> QualityFinding | None:
    """Find out whether the take would be recognised as another sentence of the open packs.

    Args:
        part: the take, trimmed to its sign. sentence: its intended meaning.
        threshold: similarity from which answers are accepted (`Thresholds.sim_threshold`).
    """
    wanted = " ".join(sentence.split()).casefold()
    for line in recogniser.recognise(part, 5).results:
        if " ".join(line.sentence.split()).casefold() != wanted and line.similarity >= threshold:
            text = Message(
                "This is very close to “{sentence}” in {pack}.", sentence=line.sentence, pack=line.pack
            )
            advice = Message("The same sign? Give it the same sentence. Otherwise the two will be mixed up.")
            values: dict[str, float | str] = {
                "sentence": line.sentence,
                "pack": line.pack,
                "similarity": round(line.similarity, 3),
            }
            return QualityFinding("too_close", WARNS, text, advice, part.start_s, part.end_s, values)
    return None


def unlike_own_takes(part: FeatureSequence, others: Sequence[FeatureSequence]) -> QualityFinding | None:
    """Find out whether the take differs from the signer's other takes as much as another sign.

    The nearest of the others decides, since takes may be variants of a sign. None without other takes, or if no
    sign is seen (which `check_take` reports).
    """
    best: float | None = None
    for other in others:
        try:
            score = give_feedback(other, part, mirror=False).overall
        except LandmarkError:
            continue
        best = score if best is None else max(best, score)
    if best is None or best >= UNLIKE_SCORE:
        return None
    text = Message("This take is unlike your other takes of this sentence.")
    advice = Message("Watch them, and keep the ones that are right.")
    values = {"score": round(best, 1)}
    return QualityFinding("unlike_own_takes", WARNS, text, advice, part.start_s, part.end_s, values)
