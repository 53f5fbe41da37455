"""Finds the nearest references by cosine similarity, in a deterministic order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop_app.engine.protocols import ReferenceInfo
from desktop_app.engine.records import FloatArray, IntArray


def similarities(embeddings: FloatArray, query: FloatArray) -> FloatArray:
    """(N, D) unit rows, (D,) unit -> (N,) cosines."""
    cosines: FloatArray = embeddings @ query
    return np.clip(cosines, -1, 1)


def top_rows(values: FloatArray, count: int) -> IntArray:
    """Indices of the `count` largest values, largest first; ties in order of index."""
    size = len(values)
    count = min(count, size)
    if count <= 0:
        return np.zeros(0, np.int64)
    if count < size:
        smallest = np.partition(values, size - count)[size - count]
        above = np.flatnonzero(values > smallest)
        # argpartition chooses arbitrary rows among ties at the edge; use the first ones.
        level = np.flatnonzero(values == smallest)[: count - len(above)]
        chosen = np.concatenate([above, level])
    else:
        chosen = np.arange(size)
    ranked: IntArray = chosen[np.lexsort((chosen, -values[chosen]))]
    return ranked


class SentenceIndex:
    """Rows by sentence and pack. Built once per library."""

    def __init__(self, references: Sequence[ReferenceInfo]) -> None:
        keys: dict[tuple[str, int], int] = {}
        self.of_row: IntArray = np.array(
            [keys.setdefault((r.pack, r.sentence_id), len(keys)) for r in references], np.int64
        )
        self._order = np.argsort(self.of_row, kind="stable")
        self._starts = np.searchsorted(self.of_row[self._order], np.arange(len(keys)))

    def __len__(self) -> int:
        return len(self._starts)

    def best(self, values: FloatArray) -> FloatArray:
        """(N,) -> (S,): the best value of each sentence."""
        if not len(self):
            return np.zeros(0, np.float32)
        best: FloatArray = np.maximum.reduceat(values[self._order], self._starts)
        return best

    def rows(self, sentence: int) -> IntArray:
        """The rows of one sentence, in order."""
        end = self._starts[sentence + 1] if sentence + 1 < len(self) else len(self._order)
        rows: IntArray = self._order[self._starts[sentence] : end]
        return rows

    def best_row(self, sentence: int, values: FloatArray) -> int:
        """The row of a sentence with the best value, the first of ties."""
        rows = self.rows(sentence)
        return int(rows[int(np.argmax(values[rows]))])
