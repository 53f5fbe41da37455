"""The scale of DTW distances of an encoder, and how much they should weigh."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from desktop_app.engine import dtw
from desktop_app.engine.messages import IntArray
from desktop_app.engine.thresholds import Thresholds
from desktop_app.training.draws import Draw, cross_signer_draws
from desktop_app.training.encoded import EncodedClips
from desktop_app.training.evaluation import even_sample
from desktop_app.training.metrics import RetrievalFigures, figures, mean_figures
from desktop_app.training.shelf import Asker, Shelf

ALPHAS: Final = (0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98, 0.99)
# exp(-lambda x median distance) of the best candidates is brought to these values.
LEVELS: Final = (0.02, 0.1, 0.3, 0.5, 0.7, 0.85, 0.95)
# How many clips are re-ranked at least; a pair costs 0.2 ms, and the live list is made anew at every frame.
TOPKS: Final = (5, 10, 20)
K: Final = 3
SEEDS: Final = 2
QUERIES: Final = 25


@dataclass(frozen=True, slots=True)
class FittedDtw:
    """Thresholds with `dtw_alpha`, `dtw_lambda` and `dtw_topk`, and the figures of the choice."""

    thresholds: Thresholds
    figures: dict[str, Any]


def fit_dtw(encoded: EncodedClips, start: Thresholds, signers: tuple[str, ...]) -> FittedDtw:
    """Choose lambda, alpha and how many are compared, by Ret@1 (then MRR) of the given signers' clips.

    The library default of lambda belongs to another encoder: a distance is a sum over the path, so its scale
    follows the projection. Where nothing is gained over cosine alone, alpha stays near 1 rather than DTW off:
    the order of near-equal clips of one sentence still comes from it.
    """
    draws = [
        draw for draw in cross_signer_draws(encoded.clips, K, SEEDS, query_signers=signers) if len(draw.queries)
    ]
    asked = [even_sample(draw.queries, QUERIES, draw.seed) for draw in draws]
    shelves = [Shelf(encoded, draw.references) for draw in draws]
    distance = _median_distance(encoded, draws, asked)
    trials = []
    memory: dict[tuple[int, int], float] = {}  # distances do not depend on what is tried
    for level, alpha, topk in itertools.product(LEVELS, ALPHAS, TOPKS):
        scale = float(f"{-np.log(level) / distance:.3g}")
        tried = replace(start, dtw_lambda=scale, dtw_alpha=alpha, dtw_topk=topk)
        asker = Asker(encoded, tried, memory)
        people: dict[str, list[RetrievalFigures]] = {}
        for draw, shelf, rows in zip(draws, shelves, asked, strict=True):
            places = np.array([asker.ask(shelf, int(row)).place for row in rows], np.int64)
            people.setdefault(draw.signer, []).append(figures(places))
        mean = mean_figures([mean_figures(many) for many in people.values()])
        trials.append((mean.ret1, mean.mrr, tried))
    ret1, mrr, best = max(trials, key=lambda trial: (round(trial[0], 4), trial[1]))
    return FittedDtw(
        best,
        {
            "median_distance": round(distance, 3),
            "ret1": round(ret1, 4),
            "mrr": round(mrr, 4),
            "dtw_lambda": best.dtw_lambda,
            "dtw_alpha": best.dtw_alpha,
            "dtw_topk": best.dtw_topk,
        },
    )


def _median_distance(encoded: EncodedClips, draws: list[Draw], asked: list[IntArray]) -> float:
    """Between queries and their nearest reference by cosine."""
    found: list[float] = []
    for draw, rows in zip(draws, asked, strict=True):
        nearest = (encoded.embeddings[rows] @ encoded.embeddings[draw.references].T).argmax(axis=1)
        found.extend(
            dtw.exact_distance(encoded.projections[row], encoded.projections[draw.references[place]])
            for row, place in zip(rows, nearest, strict=True)
        )
    return max(float(np.median(found)), 1e-6) if found else 1.0
