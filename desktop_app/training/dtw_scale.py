"""Fits the scale and the weight of the DTW distances of an encoder."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from desktop_app.engine import dtw
from desktop_app.engine.records import IntArray
from desktop_app.engine.thresholds import Thresholds
from desktop_app.training.draws import Draw, cross_signer_draws
from desktop_app.training.encoded import EncodedClips
from desktop_app.training.evaluation import even_sample
from desktop_app.training.evaluation_library import EvaluationLibrary, Evaluator
from desktop_app.training.metrics import RetrievalFigures, figures, mean_figures

ALPHAS: Final = (0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98, 0.99)
# exp(-lambda x median distance) of the best candidates is brought to these values.
LEVELS: Final = (0.02, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95)
# Minimum number of re-ranked clips; a pair costs 0.2 ms, and the live list is updated at every frame.
TOPKS: Final = (5, 10, 20)
CHOICES: Final = 6
NOISE: Final = 0.005  # of Ret@1; less than the draws differ
K: Final = 3
SEEDS: Final = 2
QUERIES: Final = 25


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """Clips to evaluate on, encoded by a model that was not trained on their signers or sentences.

    Attributes:
        name: prefix in the figures: `known` signs by unknown signers, `unseen` signs.
        signers: whose clips are queries; None: all.
        sentences: the sentences of the queries, among all references; None: all.
    """

    name: str
    encoded: EncodedClips
    signers: tuple[str, ...] | None = None
    sentences: frozenset[str] | None = None

    def draws(self, k: int, seeds: int, limit: int) -> Iterator[Draw]:
        """Draws with queries of the sentences only, at most `limit` each; those without any are left out."""
        clips = self.encoded.clips
        for draw in cross_signer_draws(clips, k, seeds, query_signers=self.signers):
            rows = draw.queries
            if self.sentences is not None:
                rows = np.array([row for row in rows if clips[row].sentence in self.sentences], np.int64)
            if len(rows):
                yield replace(draw, queries=even_sample(rows, limit, draw.seed))


@dataclass(frozen=True, slots=True)
class FittedDtw:
    """Thresholds with `dtw_alpha`, `dtw_lambda` and `dtw_topk`, and the figures of that choice."""

    thresholds: Thresholds
    figures: dict[str, Any]


class _Benchmark:
    """The draws of one evidence, the same for every setting that is evaluated."""

    def __init__(self, evidence: Evidence) -> None:
        self.name = evidence.name
        self._encoded = evidence.encoded
        self._queries: list[tuple[str, EvaluationLibrary, IntArray]] = []
        found: list[float] = []
        for draw in evidence.draws(K, SEEDS, QUERIES):
            library = EvaluationLibrary(evidence.encoded, draw.references)
            self._queries.append((draw.signer, library, draw.queries))
            found.extend(_nearest_distances(evidence.encoded, draw.references, draw.queries))
        self.distances = found
        self._memory: dict[tuple[int, int], float] = {}  # distances do not depend on the thresholds

    def evaluate(self, thresholds: Thresholds) -> RetrievalFigures | None:
        """Mean over signers of the mean over draws; None without any query."""
        evaluator = Evaluator(self._encoded, thresholds, self._memory)
        people: dict[str, list[RetrievalFigures]] = {}
        for signer, library, rows in self._queries:
            places = np.array([evaluator.rank(library, int(row)).place for row in rows], np.int64)
            people.setdefault(signer, []).append(figures(places))
        return mean_figures([mean_figures(many) for many in people.values()]) if people else None


def fit_dtw(evidence: Sequence[Evidence], start: Thresholds) -> list[FittedDtw]:
    """Choose lambda, alpha and topk by Ret@1 (then MRR), mean over the pieces of evidence.

    Returns the best choices that differ by no more than the noise, best first, so that another criterion may
    decide among them.

    The default of lambda belongs to another encoder: a distance is a sum over the path, so its scale depends on
    the projection. Signs that were trained on need DTW less than unseen signs; a weight chosen on the former
    alone leaves the latter without it. Where nothing is gained over cosine alone, alpha stays near 1
    rather than DTW off: the order of near-equal clips of one sentence still comes from it.
    """
    benchmarks = [_Benchmark(one) for one in evidence]
    found = [value for one in benchmarks for value in one.distances]
    distance = max(float(np.median(found)), 1e-6) if found else 1.0
    trials: dict[tuple[float, float], tuple[float, float, FittedDtw]] = {}
    for level, alpha, topk in itertools.product(LEVELS, ALPHAS, TOPKS):
        scale = float(f"{-np.log(level) / distance:.3g}")
        thresholds = replace(start, dtw_lambda=scale, dtw_alpha=alpha, dtw_topk=topk)
        reached = {one.name: answer for one in benchmarks if (answer := one.evaluate(thresholds)) is not None}
        ret1 = float(np.mean([one.ret1 for one in reached.values()])) if reached else 0.0
        mrr = float(np.mean([one.mrr for one in reached.values()])) if reached else 0.0
        reported = {
            "median_distance": round(distance, 3),
            **{f"{name}_ret1": round(one.ret1, 4) for name, one in reached.items()},
            **{f"{name}_mrr": round(one.mrr, 4) for name, one in reached.items()},
            "dtw_lambda": scale,
            "dtw_alpha": alpha,
            "dtw_topk": topk,
        }
        known = trials.get((alpha, scale))
        if known is None or (ret1, mrr) > known[:2]:  # on a tie the fewest clips
            trials[alpha, scale] = (ret1, mrr, FittedDtw(thresholds, reported))
    ranked = sorted(trials.values(), key=lambda trial: (-round(trial[0], 4), -trial[1]))
    return [fitted for ret1, _, fitted in ranked if ret1 >= ranked[0][0] - NOISE][:CHOICES]


def _nearest_distances(encoded: EncodedClips, references: IntArray, rows: IntArray) -> list[float]:
    """Between queries and their nearest reference by cosine."""
    nearest = (encoded.embeddings[rows] @ encoded.embeddings[references].T).argmax(axis=1)
    return [
        dtw.exact_distance(encoded.projections[row], encoded.projections[references[place]])
        for row, place in zip(rows, nearest, strict=True)
    ]
