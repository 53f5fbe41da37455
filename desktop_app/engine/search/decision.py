"""Steps 5 to 9 of the decision logic: re-rank by DTW, one row a sentence, confidence, and acceptance.

Which clips are re-ranked: the best max(DTW_TOPK, top_k) clips, and the best clip of each of the first top_k
sentences (two at least), so that all candidates and both sides of the margin are on the same scale
even if one sentence has many clips.

Order of the checks; the first that fails is the reason:
1. `low_similarity`: similarity below SIM_THRESHOLD;
2. `ambiguous_top2`: less than SIM_MARGIN above the best row of any *other* sentence. Rows of several packs with
   the same text do not compete: the answer is the same;
3. `prototype_disagreement`: the sentence has a prototype, and its cosine is below SIM_THRESHOLD - 0.05.
`low_motion` is checked before, without the model (see `recogniser`). Candidates below the first are judged by
the same rules; as there is a better one, they are never accepted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.engine.protocols import ReferenceLibrary
from desktop_app.engine.records import Candidate, FloatArray
from desktop_app.engine.search.search import SentenceIndex, top_rows
from desktop_app.engine.thresholds import Thresholds

LOW_MOTION: Final = "low_motion"
LOW_SIMILARITY: Final = "low_similarity"
AMBIGUOUS: Final = "ambiguous_top2"
PROTOTYPE: Final = "prototype_disagreement"
PROTOTYPE_SLACK: Final = 0.05

RowDistances = Callable[[Sequence[int]], Sequence[float | None]]


@dataclass(frozen=True, slots=True)
class _Line:
    """The clip that represents a sentence."""

    sentence: int
    row: int
    similarity: float
    distance: float | None
    score: float | None


def decide(
    query: FloatArray,
    raw: FloatArray,
    library: ReferenceLibrary,
    index: SentenceIndex,
    thresholds: Thresholds,
    *,
    distances_to: RowDistances,
    top_k: int,
    motion_mean: float,
) -> tuple[Candidate, ...]:
    """Turn cosines into an answer, best sentence first; the first candidate decides on acceptance.

    Args:
        query: (D,) unit embedding of the clip.
        raw: (N,) its cosine with every reference.
        distances_to: rows -> DTW distance to each, None if a reference has no projection.
    """
    if len(raw) == 0:
        return ()
    best = index.best(raw)
    refined = _rerank(raw, best, index, thresholds, distances_to, top_k) if thresholds.dtw_enabled else {}
    lines = _lines(raw, best, index, refined, max(top_k, 2))
    scaled = best.astype(np.float64)
    for line in refined.values():
        scaled[line.sentence] = line.similarity
    confidence = _softmax(scaled / thresholds.confidence_temperature)
    texts = [library.references[line.row].sentence.casefold() for line in lines]
    results = []
    for rank, line in enumerate(lines[:top_k]):
        reference = library.references[line.row]
        prototype = library.prototype(reference.sentence_id, reference.pack)
        agreement = None if prototype is None else float(np.clip(prototype @ query, -1, 1))
        rivals = (other.similarity for other, text in zip(lines, texts, strict=True) if text != texts[rank])
        reason = _reason(line.similarity, next(rivals, None), agreement, thresholds)
        if rank > 0 and reason is None:
            reason = AMBIGUOUS
        results.append(
            Candidate(
                sentence_id=reference.sentence_id,
                sentence=reference.sentence,
                category=reference.category,
                video_file=reference.video_file,
                similarity=line.similarity,
                confidence=float(confidence[line.sentence]),
                raw_similarity=float(raw[line.row]),
                proto_similarity=agreement,
                motion_mean=motion_mean,
                accepted=reason is None,
                rejection_reason=reason,
                dtw_distance=line.distance,
                dtw_score=line.score,
                pack=reference.pack,
                clip_id=reference.clip_id,
            )
        )
    return tuple(results)


def _rerank(
    raw: FloatArray,
    best: FloatArray,
    index: SentenceIndex,
    thresholds: Thresholds,
    distances_to: RowDistances,
    top_k: int,
) -> dict[int, _Line]:
    """The best re-ranked clip of each sentence, if any."""
    rows = dict.fromkeys(int(row) for row in top_rows(raw, max(thresholds.dtw_topk, top_k)))
    for sentence in top_rows(best, max(top_k, 2)):
        rows.setdefault(index.best_row(int(sentence), raw))
    lines: dict[int, _Line] = {}
    candidates = sorted(rows)
    for row, distance in zip(candidates, distances_to(candidates), strict=True):
        if distance is None:
            continue
        score = math.exp(-thresholds.dtw_lambda * distance)
        similarity = thresholds.dtw_alpha * float(raw[row]) + (1 - thresholds.dtw_alpha) * score
        sentence = int(index.of_row[row])
        held = lines.get(sentence)
        if held is None or similarity > held.similarity:
            lines[sentence] = _Line(sentence, row, similarity, distance, score)
    return lines


def _lines(
    raw: FloatArray, best: FloatArray, index: SentenceIndex, refined: dict[int, _Line], count: int
) -> list[_Line]:
    """One candidate per sentence: re-ranked ones first, then the rest by cosine."""
    lines = sorted(refined.values(), key=lambda line: (-line.similarity, line.row))
    if len(lines) < count:
        for sentence in top_rows(best, count + len(refined)):
            if int(sentence) not in refined:
                row = index.best_row(int(sentence), raw)
                lines.append(_Line(int(sentence), row, float(raw[row]), None, None))
    return lines


def _reason(
    similarity: float, rival: float | None, agreement: float | None, thresholds: Thresholds
) -> str | None:
    if similarity < thresholds.sim_threshold:
        return LOW_SIMILARITY
    if rival is not None and similarity - rival < thresholds.sim_margin:
        return AMBIGUOUS
    if agreement is not None and agreement < thresholds.sim_threshold - PROTOTYPE_SLACK:
        return PROTOTYPE
    return None


def _softmax(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    weights: npt.NDArray[np.float64] = np.exp(values - values.max())
    weights /= weights.sum()
    return weights
