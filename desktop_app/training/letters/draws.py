"""Which hands a training step sees: every letter as often, every source of a letter as often."""

from __future__ import annotations

import numpy as np

from desktop_app.engine.records import IntArray


class BalancedDraws:
    """Draws rows by letter, then by source, then any row of the two.

    Frames of one capture are near copies: a source with a thousand of them must not count a thousand times.

    Args:
        rows: (N,) rows that may be drawn.
        letters, sources: (N,) of these rows.
    """

    def __init__(self, rows: IntArray, letters: IntArray, sources: IntArray) -> None:
        order = np.lexsort((sources, letters))
        self._rows = rows[order]
        keys = np.stack([letters[order], sources[order]], axis=1)
        starts = np.flatnonzero(np.r_[True, (keys[1:] != keys[:-1]).any(axis=1)])
        self._starts, self._counts = starts, np.diff(np.r_[starts, len(order)])
        cell_letters = keys[starts, 0]
        self.letters = np.unique(cell_letters)
        self._first = np.searchsorted(cell_letters, self.letters)
        self._cells = np.diff(np.r_[self._first, len(starts)])

    def draw(self, count: int, rng: np.random.Generator) -> tuple[IntArray, IntArray]:
        """(letters, rows), each (count,)."""
        pick = rng.integers(len(self.letters), size=count)
        return self.letters[pick], self._row(self._cell(pick, rng), rng)

    def draw_letter(self, letters: IntArray, rng: np.random.Generator) -> IntArray:
        """One row of each of these letters (count,), by source, then any. Every letter must be there."""
        return self._row(self._cell(np.searchsorted(self.letters, letters), rng), rng)

    def _cell(self, pick: IntArray, rng: np.random.Generator) -> IntArray:
        place = (rng.random(len(pick)) * self._cells[pick]).astype(np.int64)
        return np.asarray(self._first[pick] + place, np.int64)

    def _row(self, cell: IntArray, rng: np.random.Generator) -> IntArray:
        place = (rng.random(len(cell)) * self._counts[cell]).astype(np.int64)
        return np.asarray(self._rows[self._starts[cell] + place], np.int64)
