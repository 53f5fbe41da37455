"""Metrics on examples whose answer is known by hand."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.engine.records import FloatArray
from desktop_app.training.metrics import alignment, figures, mean_figures, ranks, sentence_scores


def unit(*degrees: float) -> FloatArray:
    angle = np.deg2rad(degrees)
    rows: FloatArray = np.stack([np.cos(angle), np.sin(angle)], axis=1).astype(np.float32)
    return rows


def test_the_best_clip_stands_for_its_sentence():
    references, labels = unit(0, 90, 40, 100), np.array([7, 3, 7, 3])
    scores, names = sentence_scores(unit(50), references, labels)
    assert names.tolist() == [3, 7]
    np.testing.assert_allclose(scores, [[np.cos(np.deg2rad(40)), np.cos(np.deg2rad(10))]], atol=1e-6)


def test_ranks_and_figures_of_a_hand_made_shelf():
    # Sentences at 0, 30, 60 degrees; queries at 5 (wanted 0), 50 (wanted 30), 10 (wanted 60).
    scores, names = sentence_scores(unit(5, 50, 10), unit(0, 30, 60), np.array([0, 1, 2]))
    places = ranks(scores, names, np.array([0, 1, 2]))
    assert places.tolist() == [1, 2, 3]
    found = figures(places)
    assert found.ret1 == pytest.approx(1 / 3)
    assert (found.ret5, found.ret10) == (1, 1)
    assert found.mrr == pytest.approx((1 + 1 / 2 + 1 / 3) / 3)


def test_a_tie_goes_to_the_first_sentence_as_in_a_stable_sort():
    scores = np.array([[0.5, 0.5, 0.4]], np.float32)
    names = np.array([2, 5, 9])
    assert [ranks(scores, names, np.array([wanted]))[0] for wanted in names] == [1, 2, 3]


def test_figures_count_places():
    found = figures(np.array([1, 5, 6, 10, 11]))
    assert (found.ret1, found.ret5, found.ret10) == (0.2, 0.4, 0.8)
    assert figures(np.array([], np.int64)).mrr == 0


def test_every_signer_counts_alike():
    many, one = figures(np.ones(100, np.int64)), figures(np.array([2]))
    assert mean_figures([many, one]).ret1 == 0.5
    assert mean_figures([many, one]).mrr == 0.75


def test_alignment_finds_twins_and_the_hardest_stranger():
    found = alignment(unit(0, 90), unit(10, 80))
    assert found.inst1 == 1
    assert found.pos_sim == pytest.approx(np.cos(np.deg2rad(10)), abs=1e-6)
    assert found.neg_sim == pytest.approx(np.cos(np.deg2rad(80)), abs=1e-6)
