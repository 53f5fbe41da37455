"""Search: right, and in the same order every time."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.engine.protocols import ReferenceInfo
from desktop_app.engine.search.search import SentenceIndex, similarities, top_rows


def reference(sentence_id: int, pack: str = "a") -> ReferenceInfo:
    return ReferenceInfo("c", sentence_id, str(sentence_id), "", "", pack)


@pytest.mark.parametrize("count", [0, 1, 3, 10, 99])
def test_top_rows_is_a_full_sort_cut_short(count):
    values = np.random.default_rng(count).integers(0, 6, 50).astype(np.float32)  # many ties
    expected = sorted(range(50), key=lambda row: (-values[row], row))[:count]
    assert top_rows(values, count).tolist() == expected


def test_top_rows_of_nothing():
    assert top_rows(np.zeros(0, np.float32), 5).tolist() == []


def test_similarity_is_the_cosine_and_never_above_one():
    rng = np.random.default_rng(1)
    rows = rng.normal(size=(20, 64)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    cosines = similarities(rows, rows[7])
    assert int(cosines.argmax()) == 7
    assert cosines.max() <= 1
    assert cosines[3] == pytest.approx(float(rows[3] @ rows[7]), abs=1e-6)


def test_sentences_are_told_apart_by_pack_and_number():
    index = SentenceIndex([reference(5), reference(2), reference(5), reference(5, "b"), reference(2)])
    values = np.array([0.1, 0.9, 0.4, 0.3, 0.9], np.float32)
    assert len(index) == 3
    assert index.best(values).tolist() == pytest.approx([0.4, 0.9, 0.3])
    assert [index.rows(s).tolist() for s in range(3)] == [[0, 2], [1, 4], [3]]
    assert index.best_row(1, values) == 1  # of equal rows the first


def test_an_empty_library_has_no_sentences():
    assert len(SentenceIndex([])) == 0
    assert SentenceIndex([]).best(np.zeros(0, np.float32)).tolist() == []
