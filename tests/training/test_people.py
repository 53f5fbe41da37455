"""New people from recorded clips."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray
from desktop_app.training.dataset import Dataset
from desktop_app.training.people import BODY_AND_HANDS, PeopleSettings, new_people, view_of, views

STILL = PeopleSettings(**{**dict.fromkeys(PeopleSettings.__dataclass_fields__, 0.0), "crop": 1.0})


@pytest.fixture(scope="module")
def clips(dataset: Dataset) -> list[FloatArray]:
    return [clip.features()[:, :BODY_AND_HANDS] for clip in dataset.clips[:6]]


def test_without_strength_nothing_changes(clips: list[FloatArray]):
    rng = np.random.default_rng(0)
    rows = np.stack([view_of(clip, len(clips[0]), STILL, rng) for clip in clips])
    if len(clips[0]) == len(clips[1]):
        np.testing.assert_allclose(rows[1], clips[1], atol=1e-5)
    np.testing.assert_allclose(rows[0], clips[0], atol=1e-5)
    np.testing.assert_allclose(new_people(rows, STILL, rng), rows, atol=1e-5)


def test_views_differ_and_absent_hands_stay_absent(clips: list[FloatArray]):
    bare = [clip.copy() for clip in clips]
    for clip in bare:
        clip[:, layout.LEFT_HAND] = 0
    settings = PeopleSettings(mirror=0.0)
    first, second = views(bare, bare, 24, settings, np.random.default_rng(1))
    assert first.shape == second.shape == (6, 24, 540)
    assert np.isfinite(first).all()
    assert not np.allclose(first, second, atol=0.01)
    assert not first[:, :, layout.LEFT_HAND].any()
    assert not first[:, :, layout.FACE].any()
    again, _ = views(bare, bare, 24, settings, np.random.default_rng(1))
    np.testing.assert_allclose(first, again, atol=1e-6)


def test_a_mirrored_person_signs_with_the_other_hand(clips: list[FloatArray]):
    rows = np.stack([clip[:8] for clip in clips])
    rows[:, :, layout.LEFT_HAND] = 0
    settings = PeopleSettings(**{**dict.fromkeys(PeopleSettings.__dataclass_fields__, 0.0), "mirror": 1.0})
    turned = new_people(rows, settings, np.random.default_rng(0))
    assert not turned[:, :, layout.RIGHT_HAND].any()
    np.testing.assert_allclose(
        turned[:, :, layout.LEFT_HAND][..., ::3], -rows[:, :, layout.RIGHT_HAND][..., ::3], atol=1e-5
    )
    back = new_people(turned, settings, np.random.default_rng(0))
    np.testing.assert_allclose(back, rows, atol=1e-5)


def test_longer_arms_carry_the_hand_along(clips: list[FloatArray]):
    rows = np.stack([clip[:8] for clip in clips])
    settings = PeopleSettings(**{**dict.fromkeys(PeopleSettings.__dataclass_fields__, 0.0), "arm": 0.2})
    out = new_people(rows, settings, np.random.default_rng(0))
    before = rows[:, :, layout.POSE].reshape(len(rows), 8, 33, 4)
    after = out[:, :, layout.POSE].reshape(len(rows), 8, 33, 4)
    moved = (after - before)[:, :, layout.RIGHT_WRIST, :3]
    assert np.abs(moved).max() > 0.02
    hand = (out - rows)[:, :, layout.RIGHT_HAND].reshape(len(rows), 8, 21, 3)
    np.testing.assert_allclose(hand, np.broadcast_to(moved[:, :, None], hand.shape), atol=1e-5)
    np.testing.assert_allclose(
        after[:, :, layout.RIGHT_SHOULDER], before[:, :, layout.RIGHT_SHOULDER], atol=1e-6
    )
