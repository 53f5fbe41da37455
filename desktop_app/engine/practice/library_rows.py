"""A library restricted to some references, so that only sentences of a lesson are candidates."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop_app.engine.protocols import ReferenceInfo, ReferenceLibrary
from desktop_app.engine.records import FeatureSequence, FloatArray, read_only


class LibraryRows:
    """A view of chosen rows of a library; satisfies `protocols.ReferenceLibrary`.

    Sentence ids, packs and prototypes are those of the library.
    """

    def __init__(self, library: ReferenceLibrary, rows: Sequence[int]) -> None:
        """Raises IndexError for a row that the library does not have."""
        self.library = library
        self.rows = tuple(rows)
        self._references = tuple(library.references[row] for row in self.rows)
        self._embeddings = read_only(library.embeddings[np.array(self.rows, np.int64)])

    @property
    def references(self) -> tuple[ReferenceInfo, ...]:
        return self._references

    @property
    def embeddings(self) -> FloatArray:
        return self._embeddings

    def projection(self, row: int) -> FloatArray:
        """(T', P) of one of the chosen references."""
        return self.library.projection(self.rows[row])

    def features(self, row: int) -> FeatureSequence:
        """The stored sequence of one of the chosen references."""
        return self.library.features(self.rows[row])

    def prototype(self, sentence_id: int, pack: str) -> FloatArray | None:
        """The prototype in the whole library."""
        return self.library.prototype(sentence_id, pack)
