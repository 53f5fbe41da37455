"""Labelled clips against the references of packs, decided as in the program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from desktop_app.engine import dtw
from desktop_app.engine.protocols import ReferenceLibrary
from desktop_app.engine.records import Candidate, FloatArray
from desktop_app.engine.search import decision
from desktop_app.engine.search.search import SentenceIndex, similarities
from desktop_app.engine.thresholds import Thresholds
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.encoded import EncodedClips
from desktop_app.training.evaluation import AnswerCounts, even_sample, result_row
from desktop_app.training.first_use import FirstAnswer, FirstUse, first_answer
from desktop_app.training.metrics import RetrievalFigures, figures

LINES: Final = 10  # Ret@10 is the widest figure
NOT_LISTED: Final = int(np.iinfo(np.int64).max)


class PackDecision:
    """The program's answer to an encoded clip, among the references of packs."""

    def __init__(self, encoded: EncodedClips, library: ReferenceLibrary, thresholds: Thresholds) -> None:
        self._encoded, self._library, self._thresholds = encoded, library, thresholds
        self._index = SentenceIndex(library.references)
        self._measure = dtw.make_distances(thresholds.dtw_method, thresholds.dtw_radius)

    def lines(self, row: int, *, with_dtw: bool) -> tuple[Candidate, ...]:
        """The candidates for the clip of a row, best first."""
        encoded, library = self._encoded, self._library
        query = encoded.projections[row]

        def distances_to(places: Sequence[int]) -> list[float | None]:
            known = {place: library.projection(place) for place in places}
            rows = {place: dtw.shorten(one) for place, one in known.items() if len(one)}
            found = dict(zip(rows, self._measure(query, list(rows.values())), strict=True))
            return [found.get(place) for place in places]

        embedding: FloatArray = encoded.embeddings[row]
        return decision.decide(
            embedding, similarities(library.embeddings, embedding), library, self._index,
            replace(self._thresholds, dtw_enabled=with_dtw),
            distances_to=distances_to, top_k=LINES, motion_mean=float(encoded.motion[row]),
        )  # fmt: skip

    def answer(self, row: int, lines: Sequence[Candidate], place: int, *, known: bool) -> FirstAnswer:
        """What came of the clip of a row, for the figures of a first use."""
        moved = float(self._encoded.motion[row]) >= self._thresholds.motion_floor
        return first_answer(self._encoded.clips[row], lines, place, known=known, moved=moved)


def answers_to(
    encoded: EncodedClips, library: ReferenceLibrary, thresholds: Thresholds
) -> Iterator[FirstAnswer]:
    """The program's answer to every clip, for the figures of a first use."""
    decide = PackDecision(encoded, library, thresholds)
    named = {reference.sentence.casefold() for reference in library.references}
    for row, clip in enumerate(encoded.clips):
        lines = decide.lines(row, with_dtw=thresholds.dtw_enabled)
        place = _place(lines, clip.sentence)
        yield decide.answer(row, lines, place, known=clip.sentence.casefold() in named)


def evaluate_pack(
    encoded: EncodedClips, library: ReferenceLibrary, thresholds: Thresholds, *, with_dtw: bool, limit: int
) -> Iterator[dict[str, Any] | str]:
    """Evaluate every signer's clips; yields each signer, then the document.

    Retrieval is about the clips whose sentence is in the library; a sentence that is not among the first ten
    counts with rank infinity. First use (see `first_use`) is about all clips, and decides as the thresholds do.

    Args:
        limit: queries per signer that are re-ranked with DTW, of known and of unknown signs each; 0: all.

    Raises:
        DatasetError: the packs have none of the sentences.
    """
    decide = PackDecision(encoded, library, thresholds)
    named = {reference.sentence.casefold() for reference in library.references}
    rows_of: dict[str, list[int]] = {}
    for row, clip in enumerate(encoded.clips):
        rows_of.setdefault(clip.signer, []).append(row)
    known = np.array([clip.sentence.casefold() in named for clip in encoded.clips])
    if not known.any():
        raise DatasetError(
            Message("The packs have none of the sentences of this data set."),
            Message("Compare the sentences with `signmirror pack info`."),
            code="dataset.no_queries",
        )
    results = []
    counts = AnswerCounts()
    answers: list[FirstAnswer] = []
    for use_dtw in (False, True) if with_dtw else (False,):
        people: dict[str, RetrievalFigures] = {}
        count = 0
        for signer, all_rows in sorted(rows_of.items()):
            yield signer
            own = np.array(all_rows, np.int64)
            chosen = [even_sample(own[known[own] == one], limit if use_dtw else 0, 0) for one in (True, False)]
            places = []
            for row in map(int, np.concatenate(chosen)):
                wanted = encoded.clips[row].sentence
                lines = decide.lines(row, with_dtw=use_dtw)
                place = _place(lines, wanted)
                if use_dtw == (with_dtw and thresholds.dtw_enabled):
                    answers.append(decide.answer(row, lines, place, known=bool(known[row])))
                if not known[row]:
                    continue
                places.append(place)
                if not use_dtw:
                    counts.add(wanted, lines[0].sentence, right=place == 1)
            if places:
                people[signer] = figures(np.array(places, np.int64))
                count += len(places)
        results.append(result_row(None, use_dtw, people, int(known.sum()), count))
    yield {
        "protocol": "pack",
        "signers": len(results[0]["per_signer"]),
        "labels": len({clip.sentence for clip, one in zip(encoded.clips, known, strict=True) if one}),
        "results": results,
        "references": len(library.references),
        "first_use": FirstUse(answers).document(thresholds),
        **counts.document(),
    }


def _place(lines: Sequence[Candidate], wanted: str) -> int:
    """Place of a sentence among the different sentences of an answer, from 1."""
    texts = list(dict.fromkeys(line.sentence.casefold() for line in lines))
    return texts.index(wanted.casefold()) + 1 if wanted.casefold() in texts else NOT_LISTED
