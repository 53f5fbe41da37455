"""The protocols of `signmirror evaluate`: draws, ranks, means; the shapes of its JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np

from desktop_app.engine.records import IntArray
from desktop_app.engine.thresholds import Thresholds
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.dataset import IDLE
from desktop_app.training.draws import Draw, cross_signer_draws, own_draws
from desktop_app.training.encoded import EncodedClips
from desktop_app.training.evaluation_library import EvaluationLibrary, Evaluator
from desktop_app.training.metrics import RetrievalFigures, figures, mean_figures, ranks, sentence_scores

CONFUSIONS: Final = 20


@dataclass(frozen=True, slots=True)
class EvaluationSettings:
    """Queries and references of an evaluation.

    Attributes:
        dtw_queries: queries per signer and seed that are re-ranked with DTW, drawn evenly; 0: all.
        signers: only these give queries (references still come from all others); None: all.
        unseen: for the protocol of that name, the sentences that were not trained on.
    """

    protocol: str = "cross-signer"
    ks: tuple[int, ...] = (1, 3, 5)
    seeds: int = 10
    with_dtw: bool = True
    dtw_queries: int = 40
    unseen: frozenset[str] | None = None
    signers: tuple[str, ...] | None = None


def evaluate(
    encoded: EncodedClips, thresholds: Thresholds, settings: EvaluationSettings
) -> Iterator[dict[str, Any] | str]:
    """Run a retrieval protocol; yields a progress text per step, then the document.

    Raises:
        DatasetError: no draw is possible: too few signers or clips.
    """
    evaluator = Evaluator(encoded, thresholds)
    results: list[dict[str, Any]] = []
    counts = AnswerCounts()
    signers: set[str] = set()
    labels: set[int] = set()
    for k in settings.ks:
        plain: dict[str, list[RetrievalFigures]] = {}
        refined: dict[str, list[RetrievalFigures]] = {}
        queries = sampled = 0
        for draw in draws(encoded, settings, k):
            if not len(draw.queries):
                continue
            yield f"k={k} {draw.signer}"
            signers.add(draw.signer)
            labels.update(int(label) for label in encoded.labels[draw.references])
            places, answered = rank_plain(encoded, draw)
            plain.setdefault(draw.signer, []).append(figures(places))
            queries += len(places)
            if k == max(settings.ks):
                for row, place, answer in zip(draw.queries, places, answered, strict=True):
                    wanted = encoded.sentences[int(encoded.labels[row])]
                    counts.add(wanted, encoded.sentences[int(answer)], right=place == 1)
            if settings.with_dtw:
                sample = even_sample(draw.queries, settings.dtw_queries, draw.seed)
                library = EvaluationLibrary(encoded, draw.references)
                refined_places = np.array([evaluator.rank(library, int(row)).place for row in sample], np.int64)
                refined.setdefault(draw.signer, []).append(figures(refined_places))
                sampled += len(sample)
        if plain:
            results.append(result_row(k, False, _means(plain), queries, queries))
        if refined:
            results.append(result_row(k, True, _means(refined), queries, sampled))
    if not results:
        raise DatasetError(
            Message("No clip can be asked: no sentence has references by another signer."),
            Message("Evaluate with --protocol own, or add clips of other people."),
            code="dataset.no_queries",
        )
    yield {
        "protocol": settings.protocol,
        "signers": len(signers),
        "labels": len(labels),
        "results": results,
        "seeds": settings.seeds,
        "clips": len(encoded.clips),
        "left_out": sorted({IDLE} & set(encoded.sentences)),
        **counts.document(),
    }


def draws(encoded: EncodedClips, settings: EvaluationSettings, k: int) -> Iterable[Draw]:
    """The draws of a retrieval protocol."""
    if settings.protocol == "own":
        return own_draws(encoded.clips, k, settings.seeds, query_signers=settings.signers)
    sentences = settings.unseen if settings.protocol == "unseen-signs" else None
    return cross_signer_draws(
        encoded.clips, k, settings.seeds, query_signers=settings.signers, sentences=sentences
    )


def rank_plain(encoded: EncodedClips, draw: Draw) -> tuple[IntArray, IntArray]:
    """Places (Q,) of the wanted sentences by cosine alone, and the labels answered first (Q,)."""
    scores, columns = sentence_scores(
        encoded.embeddings[draw.queries], encoded.embeddings[draw.references], encoded.labels[draw.references]
    )
    return ranks(scores, columns, encoded.labels[draw.queries]), columns[scores.argmax(axis=1)]


def even_sample(rows: IntArray, limit: int, seed: int) -> IntArray:
    """At most `limit` of the rows, drawn; 0 takes all."""
    if not limit or len(rows) <= limit:
        return rows
    chosen: IntArray = np.sort(np.random.default_rng(seed).choice(rows, limit, replace=False))
    return chosen


class AnswerCounts:
    """Hits of each sentence, and which sentences were answered in place of which."""

    def __init__(self) -> None:
        self._hits: dict[str, list[bool]] = {}
        self._confusions: Counter[tuple[str, str]] = Counter()

    def add(self, wanted: str, answered: str, *, right: bool) -> None:
        """Count one query and its first answer."""
        self._hits.setdefault(wanted, []).append(right)
        if not right:
            self._confusions[wanted, answered] += 1

    def document(self) -> dict[str, Any]:
        """Accuracy of each sentence, and the most frequent confusions."""
        return {
            "per_label": {name: round(float(np.mean(hits)), 4) for name, hits in sorted(self._hits.items())},
            "confusions": [
                {"wanted": wanted, "answered": answered, "count": count}
                for (wanted, answered), count in self._confusions.most_common(CONFUSIONS)
            ],
        }


def result_row(
    k: int | None, dtw: bool, signers: Mapping[str, RetrievalFigures], queries: int, asked: int
) -> dict[str, Any]:
    """One row of `results`: means over signers. `asked`: the queries among all that were ranked."""
    return {
        "k": k,
        "dtw": dtw,
        **asdict(mean_figures(list(signers.values()))),
        "per_signer": {signer: one.ret1 for signer, one in signers.items()},
        "queries": queries,
        "queries_asked": asked,
    }


def _means(people: Mapping[str, list[RetrievalFigures]]) -> dict[str, RetrievalFigures]:
    return {signer: mean_figures(many) for signer, many in sorted(people.items())}


def compare_documents(document: dict[str, Any], baseline: dict[str, Any]) -> list[dict[str, Any]]:
    """Figure by figure, this run against a saved one: rows of `figure`, `baseline`, `now`, `change`."""
    old, new = dict(_figures(baseline)), dict(_figures(document))
    return [
        {"figure": name, "baseline": old[name], "now": new[name], "change": new[name] - old[name]}
        for name in new
        if name in old
    ]


def _figures(document: dict[str, Any]) -> Iterator[tuple[str, float]]:
    results: Sequence[dict[str, Any]] = document.get("results", [])
    for one in results:
        prefix = f"k={one['k']}{' dtw' if one['dtw'] else ''}"
        for name in ("ret1", "ret5", "ret10", "mrr"):
            yield f"{prefix} {name}", float(one[name])
    for name in ("known_right_accepted", "known_wrong_accepted", "unknown_accepted", "idle_accepted"):
        if isinstance(document.get(name), float | int):
            yield name, float(document[name])
