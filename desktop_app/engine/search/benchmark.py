"""Measures the speed of recognition: encoder, search, DTW, and the total."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from desktop_app.engine import dtw, layout
from desktop_app.engine.protocols import Encoder, ReferenceInfo, ReferenceLibrary
from desktop_app.engine.records import FeatureSequence, FloatArray
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.search.search import similarities, top_rows
from desktop_app.engine.thresholds import Thresholds
from desktop_app.engine.tracking.features import parts_present, resample

WINDOW_ROWS: Final = 64
RERANKED: Final = 5


@dataclass(frozen=True, slots=True, eq=False)
class MemoryLibrary:
    """References held in memory; a ReferenceLibrary for measurements and tests."""

    references: Sequence[ReferenceInfo]
    embeddings: FloatArray
    projections: Sequence[FloatArray]
    sequences: Sequence[FeatureSequence]

    def projection(self, row: int) -> FloatArray:
        return self.projections[row]

    def features(self, row: int) -> FeatureSequence:
        return self.sequences[row]

    def prototype(self, sentence_id: int, pack: str) -> FloatArray | None:
        rows = [
            row
            for row, info in enumerate(self.references)
            if info.sentence_id == sentence_id and info.pack == pack
        ]
        if len(rows) < 2:
            return None
        mean = self.embeddings[rows].mean(axis=0)
        unit: FloatArray = mean / max(float(np.linalg.norm(mean)), 1e-12)
        return unit

    @classmethod
    def encode(
        cls, encoder: Encoder, sequences: Sequence[FeatureSequence], sentences: Sequence[str]
    ) -> MemoryLibrary:
        """Build a library from clips; equal sentences share an id."""
        ids = {sentence: number for number, sentence in enumerate(dict.fromkeys(sentences))}
        encoded = encoder.encode([sequence.features for sequence in sequences])
        references = [
            ReferenceInfo(f"clip{row}", ids[sentence], sentence, "", "", "memory")
            for row, sentence in enumerate(sentences)
        ]
        return cls(references, np.stack([e for e, _ in encoded]), [p for _, p in encoded], list(sequences))


def variations(
    library: ReferenceLibrary, count: int, rows: int = WINDOW_ROWS, seed: int = 0
) -> list[FeatureSequence]:
    """`count` clips of `rows` rows: references at varied speed and with noise, so that all differ."""
    rng = np.random.default_rng(seed)
    clips = []
    for number in range(count):
        source = library.features(number % len(library.references))
        duration_s = max(len(source.features) - 1, 1) / source.fps
        stretched = resample(
            FeatureSequence(source.features, source.present, source.fps, 0.0, duration_s),
            (rows - 1) / duration_s,
        )
        features = stretched.features[:rows].copy()
        present = parts_present(features)
        for index, part in enumerate(layout.PARTS.values()):
            tremble = rng.normal(0, 0.02, features[:, part].shape) * present[:, index, None]
            features[:, part] += tremble.astype(np.float32)
        clips.append(FeatureSequence(features, present, 30.0, 0.0, rows / 30))
    return clips


def retrieval_benchmark(
    encoder: Encoder,
    library: ReferenceLibrary,
    thresholds: Thresholds,
    *,
    references: int = 1000,
    rounds: int = 200,
) -> dict[str, dict[str, Any]]:
    """Medians in milliseconds against `references` clips made from the open packs."""
    clips = variations(library, references)
    sentences = [
        f"{library.references[i % len(library.references)].sentence} {i // 2}" for i in range(references)
    ]
    memory = MemoryLibrary.encode(encoder, clips, sentences)
    recogniser = Recogniser(encoder, memory, thresholds)
    queries = variations(library, rounds, seed=1)
    encoded = [encoder.encode([query.features])[0] for query in queries]

    def rerank(method: str) -> Callable[[int], object]:
        distance = dtw.make_distance(method, thresholds.dtw_radius)

        def run(i: int) -> object:
            embedding, projection = encoded[i]
            rows = top_rows(similarities(memory.embeddings, embedding), RERANKED)
            return [
                distance(dtw.shorten(projection), dtw.shorten(memory.projections[int(row)])) for row in rows
            ]

        return run

    exact = time_ms(rerank("exact"), rounds)
    fast = time_ms(rerank("fastdtw"), min(rounds, 10))
    return {
        "encoder_ms": time_ms(lambda i: encoder.encode([queries[i].features]), rounds)
        | {"frames": WINDOW_ROWS, "provider": encoder.spec.provider},
        "search_ms": time_ms(
            lambda i: top_rows(similarities(memory.embeddings, encoded[i][0]), RERANKED), rounds
        )
        | {"references": references},
        "dtw_ms": exact
        | {"candidates": RERANKED, "fastdtw_median": fast["median"], "ratio": fast["median"] / exact["median"]},
        "answer_ms": time_ms(lambda i: recogniser.recognise(queries[i], RERANKED), rounds)
        | {"references": references, "what": "motion, encoder, search, DTW of five, decision"},
    }


def time_ms(run: Callable[[int], object], rounds: int) -> dict[str, float]:
    """Median and 95th percentile of `run(i)` over `rounds`, after warming up for a tenth of them."""
    for i in range(max(rounds // 10, 1)):
        run(i)
    times = []
    for i in range(rounds):
        start = time.perf_counter_ns()
        run(i)
        times.append((time.perf_counter_ns() - start) / 1e6)
    median, late = np.percentile(times, [50, 95])
    return {"median": float(median), "p95": float(late)}
