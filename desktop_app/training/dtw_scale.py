"""The scale of DTW distances of an encoder, and how much they should weigh."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from desktop_app.engine import dtw
from desktop_app.engine.records import IntArray
from desktop_app.engine.thresholds import Thresholds
from desktop_app.training.draws import cross_signer_draws
from desktop_app.training.encoded import EncodedClips
from desktop_app.training.evaluation import even_sample
from desktop_app.training.evaluation_library import EvaluationLibrary, Evaluator
from desktop_app.training.metrics import RetrievalFigures, figures, mean_figures

ALPHAS: Final = (0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98, 0.99)
# exp(-lambda x median distance) of the best candidates is brought to these values.
LEVELS: Final = (0.02, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95)
# How many clips are re-ranked at least; a pair costs 0.2 ms, and the live list is made anew at every frame.
TOPKS: Final = (5, 10, 20)
CHOICES: Final = 6
NOISE: Final = 0.005  # of Ret@1; less than the draws differ
K: Final = 3
SEEDS: Final = 2
QUERIES: Final = 25


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """Who is asked for what, encoded by a model that has not seen them or it.

    Attributes:
        name: stands in the figures: `known` signs of strangers, `unseen` signs.
        signers: who is asked; None: everybody.
        sentences: what is asked for, among everything on the shelf; None: everything.
    """

    name: str
    encoded: EncodedClips
    signers: tuple[str, ...] | None = None
    sentences: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class FittedDtw:
    """Thresholds with `dtw_alpha`, `dtw_lambda` and `dtw_topk`, and the figures of that choice."""

    thresholds: Thresholds
    figures: dict[str, Any]


class _Questions:
    """The draws of one evidence, the same for everything that is tried."""

    def __init__(self, evidence: Evidence) -> None:
        self.name = evidence.name
        self._encoded = evidence.encoded
        clips = evidence.encoded.clips
        self._asked: list[tuple[str, EvaluationLibrary, IntArray]] = []
        found: list[float] = []
        for draw in cross_signer_draws(clips, K, SEEDS, query_signers=evidence.signers):
            rows = draw.queries
            if evidence.sentences is not None:
                rows = np.array([row for row in rows if clips[row].sentence in evidence.sentences], np.int64)
            rows = even_sample(rows, QUERIES, draw.seed)
            if len(rows):
                self._asked.append((draw.signer, EvaluationLibrary(evidence.encoded, draw.references), rows))
                found.extend(_nearest_distances(evidence.encoded, draw.references, rows))
        self.distances = found
        self._memory: dict[tuple[int, int], float] = {}  # distances do not depend on what is tried

    def ask(self, tried: Thresholds) -> RetrievalFigures | None:
        """Mean over people of the mean over draws; None where nobody can be asked."""
        evaluator = Evaluator(self._encoded, tried, self._memory)
        people: dict[str, list[RetrievalFigures]] = {}
        for signer, shelf, rows in self._asked:
            places = np.array([evaluator.ask(shelf, int(row)).place for row in rows], np.int64)
            people.setdefault(signer, []).append(figures(places))
        return mean_figures([mean_figures(many) for many in people.values()]) if people else None


def fit_dtw(evidence: Sequence[Evidence], start: Thresholds) -> list[FittedDtw]:
    """The best choices that differ by no more than the noise, best first: something else may decide among them.

    Choose lambda, alpha and how many are compared, by Ret@1 (then MRR), mean over the pieces of evidence.

    The library default of lambda belongs to another encoder: a distance is a sum over the path, so its scale
    follows the projection. Signs that training knew need DTW less than signs it did not; a weight chosen on the
    first alone leaves the second without it. Where nothing is gained over cosine alone, alpha stays near 1
    rather than DTW off: the order of near-equal clips of one sentence still comes from it.
    """
    questions = [_Questions(one) for one in evidence]
    found = [value for one in questions for value in one.distances]
    distance = max(float(np.median(found)), 1e-6) if found else 1.0
    trials: dict[tuple[float, float], tuple[float, float, FittedDtw]] = {}
    for level, alpha, topk in itertools.product(LEVELS, ALPHAS, TOPKS):
        scale = float(f"{-np.log(level) / distance:.3g}")
        tried = replace(start, dtw_lambda=scale, dtw_alpha=alpha, dtw_topk=topk)
        reached = {one.name: answer for one in questions if (answer := one.ask(tried)) is not None}
        ret1 = float(np.mean([one.ret1 for one in reached.values()])) if reached else 0.0
        mrr = float(np.mean([one.mrr for one in reached.values()])) if reached else 0.0
        told = {
            "median_distance": round(distance, 3),
            **{f"{name}_ret1": round(one.ret1, 4) for name, one in reached.items()},
            **{f"{name}_mrr": round(one.mrr, 4) for name, one in reached.items()},
            "dtw_lambda": scale,
            "dtw_alpha": alpha,
            "dtw_topk": topk,
        }
        known = trials.get((alpha, scale))
        if known is None or (ret1, mrr) > known[:2]:  # of equals the fewest clips
            trials[alpha, scale] = (ret1, mrr, FittedDtw(tried, told))
    ranked = sorted(trials.values(), key=lambda trial: (-round(trial[0], 4), -trial[1]))
    return [fitted for ret1, _, fitted in ranked if ret1 >= ranked[0][0] - NOISE][:CHOICES]


def _nearest_distances(encoded: EncodedClips, references: IntArray, rows: IntArray) -> list[float]:
    """Between queries and their nearest reference by cosine."""
    nearest = (encoded.embeddings[rows] @ encoded.embeddings[references].T).argmax(axis=1)
    return [
        dtw.exact_distance(encoded.projections[row], encoded.projections[references[place]])
        for row, place in zip(rows, nearest, strict=True)
    ]
