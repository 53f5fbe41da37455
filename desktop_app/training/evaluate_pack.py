"""Retrieval of labelled clips among the references of a pack, as in the program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from desktop_app.engine import dtw
from desktop_app.engine.protocols import ReferenceLibrary
from desktop_app.engine.records import FloatArray
from desktop_app.engine.search import decision
from desktop_app.engine.search.search import SentenceIndex, similarities
from desktop_app.engine.thresholds import Thresholds
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.encoded import EncodedClips
from desktop_app.training.evaluation import AnswerCounts, even_sample, result_row
from desktop_app.training.metrics import RetrievalFigures, figures

LINES = 10  # Ret@10 is the widest figure


def evaluate_pack(
    encoded: EncodedClips, library: ReferenceLibrary, thresholds: Thresholds, *, with_dtw: bool, limit: int
) -> Iterator[dict[str, Any] | str]:
    """Evaluate every signer's clips whose sentence is in the library; yields each signer, then the document.

    `limit` queries per signer are re-ranked with DTW; 0: all. A query whose sentence is not among the first ten
    counts with rank infinity.

    Raises:
        DatasetError: the pack has none of the sentences.
    """
    index = SentenceIndex(library.references)
    named = {reference.sentence.casefold() for reference in library.references}
    measure = dtw.make_distances(thresholds.dtw_method, thresholds.dtw_radius)
    queries: dict[str, list[int]] = {}
    for row, clip in enumerate(encoded.clips):
        if clip.sentence.casefold() in named:
            queries.setdefault(clip.signer, []).append(row)
    if not queries:
        raise DatasetError(
            Message("The pack has none of the sentences of this data set."),
            Message("Compare the sentences with `signmirror pack info`."),
            code="dataset.no_queries",
        )
    results = []
    counts = AnswerCounts()
    for use_dtw in (False, True) if with_dtw else (False,):
        limits = replace(thresholds, dtw_enabled=use_dtw)
        people: dict[str, RetrievalFigures] = {}
        count = 0
        for signer, rows in sorted(queries.items()):
            yield signer
            chosen = even_sample(np.array(rows, np.int64), limit if use_dtw else 0, 0)
            places = []
            for row in chosen:
                query = encoded.projections[int(row)]

                def distances_to(places: Sequence[int], query: FloatArray = query) -> list[float | None]:
                    known = {place: library.projection(place) for place in places}
                    rows = {place: dtw.shorten(one) for place, one in known.items() if len(one)}
                    found = dict(zip(rows, measure(query, list(rows.values())), strict=True))
                    return [found.get(place) for place in places]

                embedding = encoded.embeddings[int(row)]
                lines = decision.decide(
                    embedding, similarities(library.embeddings, embedding), library, index, limits,
                    distances_to=distances_to, top_k=LINES, motion_mean=float(encoded.motion[int(row)]),
                )  # fmt: skip
                wanted = encoded.clips[int(row)].sentence
                texts = list(dict.fromkeys(line.sentence.casefold() for line in lines))
                found = wanted.casefold() in texts
                places.append(texts.index(wanted.casefold()) + 1 if found else np.iinfo(np.int64).max)
                if not use_dtw:
                    counts.add(wanted, lines[0].sentence, right=places[-1] == 1)
            people[signer] = figures(np.array(places, np.int64))
            count += len(places)
        results.append(result_row(None, use_dtw, people, sum(map(len, queries.values())), count))
    yield {
        "protocol": "pack",
        "signers": len(queries),
        "labels": len({encoded.clips[row].sentence for rows in queries.values() for row in rows}),
        "results": results,
        "references": len(library.references),
        **counts.document(),
    }
