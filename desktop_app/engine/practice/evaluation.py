"""Evaluates an attempt: recognises it among the sentences of the lesson, and compares it with the expected one.

An attempt is right if the requested sentence is the first candidate and is accepted. A learner who was asked
for a sentence and signed something nearest to it hardly signed anything else, so the thresholds are lower than
in the live view (`LESSON_SLACK`, docs/practice.md has the figures). A lesson of one sentence has no
alternatives, so similarity alone would decide; there all sentences of its packs are candidates.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from desktop_app.engine.feedback.alignment import dominant_hand
from desktop_app.engine.feedback.compare import Feedback, give_feedback
from desktop_app.engine.feedback.sign_features import prepare
from desktop_app.engine.feedback.why import Reason, why_not
from desktop_app.engine.practice.library_rows import LibraryRows
from desktop_app.engine.protocols import ReferenceInfo, ReferenceLibrary
from desktop_app.engine.records import FeatureSequence, Prediction
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.takes.take import Take
from desktop_app.engine.takes.trim import Span, cut, moving_part
from desktop_app.engine.thresholds import Thresholds
from desktop_app.engine.tracking.offline import MIN_HAND_ROWS
from desktop_app.errors import LandmarkError

_log = logging.getLogger(__name__)
TOP_K: Final = 5
LESSON_SLACK: Final = 0.14  # below the model's similarity threshold, if a sentence was requested
MARGIN_SLACK: Final = 0.06  # below its margin to the second
MAX_COMPARED: Final = 8  # takes of the sentence that an attempt is compared with; 3 ms each
_UNSEEN: Final = ("no_person", "no_hands")
MARGIN_S: Final = 0.2  # of rest kept at either end of a displayed attempt

SignKey = tuple[str, str]  # pack, sentence


class AttemptVerdict(StrEnum):
    """Result of an attempt.

    RIGHT: the requested sentence (free attempt: any sentence) was recognised. OTHER: another sentence was.
    UNSURE: a sign was seen but none accepted. EMPTY: no sign was seen.
    """

    RIGHT = "right"
    OTHER = "other"
    UNSURE = "unsure"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Question:
    """The task of an attempt.

    Attributes:
        asked: pack and sentence; None in a free attempt.
        candidates: possible answers; empty: every sentence of the open packs.
    """

    asked: SignKey | None
    candidates: tuple[SignKey, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class AttemptResult:
    """The evaluation of an attempt.

    Attributes:
        span: the moving part on the take's axis.
        attempt: the displayed and compared part of the take, with some rest around the sign.
        prediction: None if no sign was seen.
        reference: the take of the sentence that the attempt is compared with (free attempt: of the answer).
        feedback: None if there is nothing to compare.
        dominant: the reference's dominant hand, 0 left or 1 right.
        reasons: why it was not accepted, the likeliest first; empty when it was.
    """

    question: Question
    verdict: AttemptVerdict
    take: Take
    span: Span
    attempt: FeatureSequence
    prediction: Prediction | None
    reference: FeatureSequence | None
    reference_info: ReferenceInfo | None
    feedback: Feedback | None
    dominant: int
    reasons: tuple[Reason, ...]

    @property
    def seen_as(self) -> SignKey | None:
        """The first candidate, accepted or not."""
        best = self.prediction.best if self.prediction is not None else None
        return (best.pack, best.sentence) if best is not None else None


def candidate_rows(library: ReferenceLibrary, question: Question) -> tuple[int, ...]:
    """The candidate rows; see the module docstring for lessons of one sentence."""
    wanted = set(question.candidates)
    if question.asked is not None and wanted:
        wanted.add(question.asked)
    texts = {sentence.casefold() for _, sentence in wanted}
    every = range(len(library.references))
    if not wanted:
        return tuple(every)
    if len(texts) == 1:
        packs = {pack for pack, _ in wanted}
        return tuple(row for row in every if library.references[row].pack in packs)
    return tuple(row for row in every if key_of(library.references[row]) in wanted)


def key_of(info: ReferenceInfo) -> SignKey:
    """Pack and sentence of a reference."""
    return info.pack, info.sentence


def evaluate(take: Take, question: Question, recogniser: Recogniser) -> AttemptResult:
    """Evaluate an attempt. Pure; takes about ten milliseconds.

    Raises:
        AppError: the model failed, or an open pack can no longer be read.
    """
    span = moving_part(take.sequence)
    library = recogniser.library
    rows = candidate_rows(library, question)
    among = recogniser.with_library(LibraryRows(library, rows))
    if question.asked is not None:
        among = among.with_thresholds(lesson_thresholds(recogniser.thresholds))
    prediction = _recognised(take, span, among)
    accepted = prediction is not None and prediction.accepted
    first = prediction.best if prediction is not None else None
    if prediction is None:
        verdict = AttemptVerdict.EMPTY
    elif not accepted or first is None:
        verdict = AttemptVerdict.UNSURE
    elif question.asked is None or _same(question.asked, (first.pack, first.sentence)):
        verdict = AttemptVerdict.RIGHT
    else:
        verdict = AttemptVerdict.OTHER
    attempt = _shown(take, span)
    asked = question.asked
    if asked is None and accepted and first is not None:
        asked = (first.pack, first.sentence)
    info, reference, feedback, dominant = _compared(library, asked, attempt)
    # The nearest reference, else the requested one, shows whether a rejected attempt lacked a hand.
    nearest = reference
    if first is not None and not accepted:
        row = next(
            (row for row in rows if library.references[row].clip_id == first.clip_id
             and library.references[row].pack == first.pack), None,
        )  # fmt: skip
        nearest = library.features(row) if row is not None and _has_features(library, row) else reference
    reasons = why_not(take, prediction, reference=nearest, origin_s=take.frames[0].position_s)
    if not accepted and reasons and reasons[0].code in _UNSEEN:
        feedback = None  # unseen channels are neither praised nor corrected
    return AttemptResult(
        question, verdict, take, span, attempt, prediction, reference, info, feedback, dominant, reasons
    )


def lesson_thresholds(base: Thresholds) -> Thresholds:
    """The thresholds in use, lowered because a sentence was requested."""
    return replace(
        base,
        sim_threshold=base.sim_threshold - LESSON_SLACK,
        sim_margin=max(base.sim_margin - MARGIN_SLACK, 0.0),
    )


def _recognised(take: Take, span: Span, recogniser: Recogniser) -> Prediction | None:
    """The prediction for the moving part; without one, that of the whole take if it is accepted, else None."""
    sequence = take.sequence
    if span.found:
        return recogniser.recognise(cut(sequence, span), TOP_K)
    if int(sequence.present[:, 1:3].any(axis=1).sum()) < MIN_HAND_ROWS:
        return None
    whole = recogniser.recognise(sequence, TOP_K)
    return whole if whole.accepted else None


def _shown(take: Take, span: Span) -> FeatureSequence:
    if not span.found:
        return take.sequence
    return cut(take.sequence, span.moved(-MARGIN_S, MARGIN_S, take.sequence))


def _compared(
    library: ReferenceLibrary, asked: SignKey | None, attempt: FeatureSequence
) -> tuple[ReferenceInfo | None, FeatureSequence | None, Feedback | None, int]:
    """The best matching take of the sentence, with the feedback against it."""
    best: tuple[ReferenceInfo, FeatureSequence, Feedback, int] | None = None
    shown: tuple[ReferenceInfo, FeatureSequence] | None = None
    for row in rows_of(library, asked)[:MAX_COMPARED]:
        info, reference = library.references[row], library.features(row)
        shown = shown or (info, reference)
        try:
            feedback = give_feedback(reference, attempt)
        except LandmarkError as error:
            _log.debug("No feedback against %s: %s", info.clip_id, error.message)
            continue
        if best is None or feedback.overall > best[2].overall:
            best = (info, reference, feedback, dominant_hand(prepare(reference)))
    if best is not None:
        return best
    return (*shown, None, 1) if shown is not None else (None, None, None, 1)


def rows_of(library: ReferenceLibrary, asked: SignKey | None) -> Sequence[int]:
    """The rows of a sentence that have features."""
    if asked is None:
        return []
    return [
        row
        for row, info in enumerate(library.references)
        if key_of(info) == asked and _has_features(library, row)
    ]


def _has_features(library: ReferenceLibrary, row: int) -> bool:
    has = getattr(library, "has_features", None)
    return True if has is None else bool(has(row))


def _same(one: SignKey, other: SignKey) -> bool:
    """Whether two texts are the same answer, regardless of the pack."""
    return one[1].casefold() == other[1].casefold()
