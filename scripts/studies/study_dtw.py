"""Benefit and weight of DTW beside an encoder, for unknown signers and for unseen signs.

    python scripts/studies/study_dtw.py DATA --model SPLIT_BUNDLE [--unseen UNSEEN_BUNDLE]

DATA: a preprocessed data set. SPLIT_BUNDLE: an export of a run with held-out signers; UNSEEN_BUNDLE: one of a
run with held-out sentences. Prints two tables in Markdown: DTW alone, and Ret@1 over alpha and lambda.
"""

from __future__ import annotations

import argparse
import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np

from desktop_app.engine import dtw
from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.onnx import OnnxEncoder
from desktop_app.engine.thresholds import Thresholds
from desktop_app.training.dataset import load_dataset
from desktop_app.training.dtw_scale import Evidence
from desktop_app.training.encoded import EncodedClips, encode_clips
from desktop_app.training.evaluation_library import EvaluationLibrary, Evaluator
from desktop_app.training.metrics import RetrievalFigures, figures, mean_figures

ALPHAS = (1.0, 0.95, 0.8, 0.65, 0.5, 0.35, 0.2)
LAMBDAS = (0.0003, 0.0006, 0.0012, 0.0024)
KS = (1, 3)
DRAWS, QUERIES, ALONE_QUERIES = 3, 25, 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--unseen", type=Path)
    arguments = parser.parse_args()
    evidence = [load_evidence("known", arguments.data, arguments.model)]
    if arguments.unseen:
        evidence.append(load_evidence("unseen", arguments.data, arguments.unseen))
    print("| signs | references | DTW alone, Ret@1 | Ret@5 |\n| --- | --- | --- | --- |")
    for one, k in itertools.product(evidence, KS):
        print(f"| {one.name} | {k} | {alone(one, k)} |", flush=True)
    print(f"\n| alpha | lambda | {' | '.join(f'{one.name}, k = {k}' for one in evidence for k in KS)} |")
    print(f"| --- | --- |{' --- |' * len(evidence) * len(KS)}")
    memories: list[dict[tuple[int, int], float]] = [{} for _ in evidence]
    for alpha, scale in itertools.product(ALPHAS, LAMBDAS):
        if alpha == 1.0 and scale != LAMBDAS[0]:
            continue  # cosine alone, whatever lambda is
        thresholds = replace(Thresholds(), dtw_alpha=alpha, dtw_lambda=scale, dtw_topk=10)
        shown = [
            f"{weighed(one, k, thresholds, memory):.3f}"
            for one, memory in zip(evidence, memories, strict=True)
            for k in KS
        ]
        print(f"| {alpha} | {scale if alpha < 1 else 'any'} | {' | '.join(shown)} |", flush=True)


def load_evidence(name: str, data: Path, folder: Path) -> Evidence:
    """Clips that the bundle was not trained on: its held-out signers, or its held-out sentences."""
    bundle = load_bundle(folder, {})
    training = bundle.config["training"]
    encoder = OnnxEncoder(bundle, provider="cpu")
    clips = load_dataset(data).clips
    encoded = next(one for one in encode_clips(clips, encoder) if isinstance(one, EncodedClips))
    if name == "known":
        return Evidence(name, encoded, tuple(training["held_out_signers"]), None)
    return Evidence(name, encoded, None, frozenset(training["held_out_sentences"]))


def alone(one: Evidence, k: int) -> str:
    """Nearest reference by DTW, without an embedding."""
    encoded, people = one.encoded, dict[str, list[RetrievalFigures]]()
    for draw in one.draws(k, DRAWS, ALONE_QUERIES):
        if draw.seed:
            continue  # one draw: every query is compared with the whole library
        places = []
        library = encoded.labels[draw.references]
        for row in draw.queries:
            far = np.array(
                [dtw.exact_distance(encoded.projections[row], encoded.projections[r]) for r in draw.references]
            )
            best = {label: far[library == label].min() for label in np.unique(library)}
            own = best[encoded.labels[row]]
            places.append(1 + sum(value < own for value in best.values()))
        people.setdefault(draw.signer, []).append(figures(np.array(places, np.int64)))
    mean = mean_figures([mean_figures(many) for many in people.values()])
    return f"{mean.ret1:.3f} | {mean.ret5:.3f}"


def weighed(one: Evidence, k: int, thresholds: Thresholds, memory: dict[tuple[int, int], float]) -> float:
    """Ret@1 through the production decision."""
    evaluator, people = Evaluator(one.encoded, thresholds, memory), dict[str, list[RetrievalFigures]]()
    for draw in one.draws(k, DRAWS, QUERIES):
        library = EvaluationLibrary(one.encoded, draw.references)
        places = np.array([evaluator.rank(library, int(row)).place for row in draw.queries], np.int64)
        people.setdefault(draw.signer, []).append(figures(places))
    return mean_figures([mean_figures(many) for many in people.values()]).ret1


if __name__ == "__main__":
    main()
