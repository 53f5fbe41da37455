"""DTW: the two exact ways agree, fastdtw agrees within its approximation, on real and on made-up sequences."""

from __future__ import annotations

import math

import numpy as np
import pytest
from dtaidistance import dtw as dtai

from desktop_app.engine import dtw, layout
from desktop_app.engine.records import FloatArray
from desktop_app.errors import ConfigError
from tests.helpers.models import made_up_sign
from tests.helpers.shared import needs_shared


def textbook(first: FloatArray, second: FloatArray) -> float:
    """The recurrence as books have it."""
    table = np.full((len(first) + 1, len(second) + 1), np.inf)
    table[0, 0] = 0
    for i, row in enumerate(first, 1):
        for j, other in enumerate(second, 1):
            cost = math.dist(row, other)
            table[i, j] = cost + min(table[i - 1, j], table[i, j - 1], table[i - 1, j - 1])
    return float(table[-1, -1])


@pytest.mark.parametrize(("rows", "others"), [(1, 1), (1, 7), (6, 1), (9, 9), (5, 13), (13, 5)])
def test_both_exact_ways_are_the_textbook_distance(rows, others):
    rng = np.random.default_rng(rows * 100 + others)
    first = rng.normal(size=(rows, 4)).astype(np.float32)
    second = rng.normal(size=(others, 4)).astype(np.float32)
    expected = textbook(first, second)
    assert dtw.exact_distance(first, second) == pytest.approx(expected, rel=1e-6)
    assert dtw.exact_distances(first, [second]) == [pytest.approx(expected, rel=1e-6)]


def test_candidates_of_different_lengths_do_not_disturb_one_another():
    rng = np.random.default_rng(0)
    query = rng.normal(size=(20, 8)).astype(np.float32)
    others = [rng.normal(size=(n, 8)).astype(np.float32) for n in (1, 5, 20, 33, 64)]
    together = dtw.exact_distances(query, others)
    assert together == pytest.approx([dtw.exact_distance(query, other) for other in others], rel=1e-6)
    assert dtw.exact_distances(query, []) == []


def test_a_clip_is_at_distance_nought_from_itself_and_from_its_slower_self():
    clip = made_up_sign(1).features
    slower = np.repeat(clip, 3, axis=0)
    assert dtw.exact_distances(clip, [clip, slower]) == pytest.approx([0, 0], abs=1e-3)
    assert dtw.exact_distance(clip, slower) == pytest.approx(0, abs=1e-6)


def test_fastdtw_with_a_wide_radius_is_exact_and_never_below():
    pairs = [(made_up_sign(a).features, made_up_sign(b, 31).features) for a, b in ((1, 2), (3, 3), (4, 5))]
    for first, second in pairs:
        exact = dtw.exact_distance(first, second)
        assert dtw.fastdtw_distance(first, second, 64) == pytest.approx(exact, rel=1e-9)
        assert dtw.fastdtw_distance(first, second, 1) >= exact * (1 - 1e-9)


@pytest.mark.shared_data
def test_fastdtw_at_its_usual_radius_against_exact_on_real_recordings():
    archive = sorted((needs_shared() / "words").glob("*.npz"))[0]
    with np.load(archive, allow_pickle=False) as arrays:
        frames, offsets = arrays["frames"], arrays["offsets"]
        clips = [frames[offsets[i] : offsets[i + 1]].astype(np.float32) / 8192 for i in range(0, 12, 2)]
    query, others = clips[0], clips[1:]
    exact = [dtw.exact_distance(query, other) for other in others]
    assert dtw.exact_distances(query, others) == pytest.approx(exact, rel=1e-5)
    fast = dtw.make_distances("fastdtw", 6)(query, others)
    assert all(f >= e * (1 - 1e-9) for f, e in zip(fast, exact, strict=True))
    assert fast == pytest.approx(exact, rel=0.02)
    assert np.argsort(fast).tolist() == np.argsort(exact).tolist()


def test_half_precision_projections_change_no_ranking():
    clips = [made_up_sign(seed, 50).features for seed in range(8)]
    query = made_up_sign(2, 44, take=5).features
    full = dtw.exact_distances(query, clips)
    half = dtw.exact_distances(query, [clip.astype(np.float16).astype(np.float32) for clip in clips])
    assert half == pytest.approx(full, rel=1e-3)
    assert np.argsort(half).tolist() == np.argsort(full).tolist()


def test_long_projections_are_averaged_over_equal_stretches():
    rows = np.arange(12, dtype=np.float32)[:, None] * np.ones((1, 3), np.float32)
    assert dtw.shorten(rows, 12) is rows
    # A matrix product: in which order it adds, and so its last digit, is the processor's own.
    assert dtw.shorten(rows, 4)[:, 0] == pytest.approx([1, 4, 7, 10], rel=1e-6)
    uneven = dtw.shorten(rows, 5)
    assert uneven.shape == (5, 3)
    assert uneven.mean() == pytest.approx(rows.mean(), rel=1e-6)
    assert dtw.shorten(np.zeros((206, layout.FEATURE_DIM), np.float32)).shape == (dtw.MAX_ROWS, 540)


def test_without_the_c_library_the_error_says_what_to_do(monkeypatch):
    monkeypatch.setattr(dtai, "dtw_cc", None)
    with pytest.raises(ConfigError) as caught:
        dtw.exact_distance(np.zeros((3, 2), np.float32), np.zeros((3, 2), np.float32))
    assert caught.value.code == "dtw.library_missing"
    assert "DTW_METHOD" in str(caught.value.hint)
