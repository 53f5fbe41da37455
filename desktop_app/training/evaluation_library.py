"""Some of the encoded clips as a reference library, searched by the production decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine import dtw
from desktop_app.engine.protocols import ReferenceInfo
from desktop_app.engine.records import Candidate, FeatureSequence, FloatArray, IntArray
from desktop_app.engine.search import decision
from desktop_app.engine.search.search import SentenceIndex, similarities
from desktop_app.engine.thresholds import Thresholds
from desktop_app.training.encoded import EncodedClips
from desktop_app.training.references import unit_mean

PACK = "evaluation"


class EvaluationLibrary:
    """The references of one draw; a ReferenceLibrary of `engine.protocols` in memory."""

    def __init__(self, encoded: EncodedClips, rows: IntArray) -> None:
        self._encoded = encoded
        self._rows = rows
        self.references: Sequence[ReferenceInfo] = [
            ReferenceInfo(
                clip_id=encoded.clips[row].clip_id,
                sentence_id=int(encoded.labels[row]),
                sentence=encoded.clips[row].sentence,
                category=encoded.clips[row].category,
                video_file=encoded.clips[row].video_file,
                pack=PACK,
                signer_id=encoded.clips[row].signer,
            )
            for row in rows
        ]
        self.embeddings: FloatArray = encoded.embeddings[rows]
        self.index = SentenceIndex(self.references)
        self.sentence_ids: IntArray = np.array(
            [self.references[int(self.index.rows(i)[0])].sentence_id for i in range(len(self.index))], np.int64
        )
        self._prototypes: dict[int, FloatArray] = {}
        labels = encoded.labels[rows]
        for label in np.unique(labels):
            members = self.embeddings[labels == label]
            if len(members) >= 2:
                self._prototypes[int(label)] = unit_mean(members)

    def row_of(self, row: int) -> int:
        """The encoded clip of a reference, by row."""
        return int(self._rows[row])

    def projection(self, row: int) -> FloatArray:
        """(T', P), shortened as the live search does."""
        return self._encoded.projections[int(self._rows[row])]

    def features(self, row: int) -> FeatureSequence:
        """The clip itself, read from disk."""
        rows = self._encoded.clips[int(self._rows[row])].features()
        present = np.ones((len(rows), 4), bool)
        return FeatureSequence(rows, present, 30.0, 0.0, len(rows) / 30.0)

    def prototype(self, sentence_id: int, pack: str) -> FloatArray | None:
        """Unit mean of the sentence's references, None with fewer than two."""
        return self._prototypes.get(sentence_id) if pack == PACK else None


@dataclass(frozen=True, slots=True, eq=False)
class RankedAnswer:
    """The answer to one query.

    Attributes:
        place: rank of the right sentence, from 1; 0 when it is not in the library.
        lines: the answer, best first; empty when the motion gate rejected the clip.
        gap: similarity of the first line less that of the second; 2 without a second.
        rest: best cosine of each sentence that is not among the lines.
    """

    place: int
    lines: tuple[Candidate, ...]
    gap: float
    rest: FloatArray


class Evaluator:
    """Ranks queries with `engine.search.decision`; caches DTW distances, which draws share."""

    def __init__(
        self,
        encoded: EncodedClips,
        thresholds: Thresholds,
        distances: dict[tuple[int, int], float] | None = None,
    ) -> None:
        self._encoded = encoded
        self._thresholds = thresholds
        self._measure = dtw.make_distances(thresholds.dtw_method, thresholds.dtw_radius)
        self.distances: dict[tuple[int, int], float] = {} if distances is None else distances

    def rank(self, library: EvaluationLibrary, query: int) -> RankedAnswer:
        """Rank one clip, given by its row. Sentences beyond the listed ones rank by cosine."""
        encoded, limits = self._encoded, self._thresholds
        if encoded.motion[query] < limits.motion_floor:
            return RankedAnswer(len(library.index) + 1, (), 2.0, np.zeros(0, np.float32))

        def distances_to(places: Sequence[int]) -> list[float | None]:
            rows = [library.row_of(place) for place in places]
            missing = [row for row in rows if (query, row) not in self.distances]
            measured = self._measure(encoded.projections[query], [encoded.projections[row] for row in missing])
            self.distances.update(zip(((query, row) for row in missing), measured, strict=True))
            return [self.distances[query, row] for row in rows]

        raw = similarities(library.embeddings, encoded.embeddings[query])
        lines = decision.decide(
            encoded.embeddings[query], raw, library, library.index, limits,
            distances_to=distances_to,
            top_k=limits.default_top_k,
            motion_mean=float(encoded.motion[query]),
        )  # fmt: skip
        gap = lines[0].similarity - lines[1].similarity if len(lines) > 1 else 2.0
        wanted = int(encoded.labels[query])
        best = library.index.best(raw)
        named = [line.sentence_id for line in lines]
        beyond = ~np.isin(library.sentence_ids, named)
        place = 0
        if wanted in named:
            place = named.index(wanted) + 1
        elif wanted in library.sentence_ids:
            own = best[library.sentence_ids == wanted][0]
            place = len(named) + 1 + int((best[beyond] > own).sum())
        return RankedAnswer(place, lines, gap, best[beyond])
