"""Retrieval figures from embeddings: ranks with one row a sentence, and the shares computed from them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.engine.records import FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class RetrievalFigures:
    """Shares of queries whose sentence is among the first 1, 5, 10 rows, and the mean reciprocal rank."""

    ret1: float
    ret5: float
    ret10: float
    mrr: float


def sentence_scores(
    queries: FloatArray, references: FloatArray, reference_labels: IntArray
) -> tuple[FloatArray, IntArray]:
    """Cosine of (Q, D) and (R, D) unit rows -> the best clip of each sentence: scores (Q, S), labels (S,)."""
    order = np.argsort(reference_labels, kind="stable")
    labels, starts = np.unique(reference_labels[order], return_index=True)
    scores = queries @ references[order].T
    return np.maximum.reduceat(scores, starts, axis=1), labels.astype(np.int64)


def ranks(scores: FloatArray, labels: IntArray, wanted: IntArray) -> IntArray:
    """Place (from 1) of the wanted label of each query; a tie goes to the smaller label, as in a stable sort.

    Args:
        scores: (Q, S), one column a sentence. labels: (S,) increasing. wanted: (Q,), each among `labels`.
    """
    column = np.searchsorted(labels, wanted)
    own = scores[np.arange(len(scores)), column][:, None]
    before = (scores > own) | ((scores == own) & (np.arange(len(labels))[None] < column[:, None]))
    result: IntArray = before.sum(axis=1).astype(np.int64) + 1
    return result


def figures(places: IntArray) -> RetrievalFigures:
    """Count ranks (Q,); no query gives zeros."""
    if not len(places):
        return RetrievalFigures(0.0, 0.0, 0.0, 0.0)
    return RetrievalFigures(
        float((places <= 1).mean()),
        float((places <= 5).mean()),
        float((places <= 10).mean()),
        float((1.0 / places).mean()),
    )


def mean_figures(many: list[RetrievalFigures]) -> RetrievalFigures:
    """The plain mean, every signer or draw alike; none gives zeros."""
    if not many:
        return RetrievalFigures(0.0, 0.0, 0.0, 0.0)
    table = np.array([(one.ret1, one.ret5, one.ret10, one.mrr) for one in many])
    ret1, ret5, ret10, mrr = (float(value) for value in table.mean(axis=0))
    return RetrievalFigures(ret1, ret5, ret10, mrr)


@dataclass(frozen=True, slots=True)
class AlignmentFigures:
    """Alignment of two augmented views of a clip: share ranked first (Inst@1), similarity to the counterpart,
    similarity to the hardest negative."""

    inst1: float
    pos_sim: float
    neg_sim: float


def alignment(first: FloatArray, second: FloatArray) -> AlignmentFigures:
    """(N, D) unit rows of two views of the same N clips."""
    scores = first @ second.T
    own = np.diag(scores).copy()
    others = scores - 4 * np.eye(len(scores), dtype=np.float32)
    return AlignmentFigures(
        float((scores.argmax(axis=1) == np.arange(len(scores))).mean()),
        float(own.mean()),
        float(others.max(axis=1).mean()) if len(scores) > 1 else 0.0,
    )
