"""Augmentations keep shapes, numbers and absences."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray
from desktop_app.engine.tracking.features import normalise_clip, parts_present, resample
from desktop_app.training import augment
from desktop_app.training.augment import AugmentSettings
from tests.training.collection import sign_clip


@pytest.fixture
def clip() -> FloatArray:
    raw = sign_clip("wave", 1, 0)
    raw[:, layout.LEFT_HAND] = 0
    raw[:8, layout.RIGHT_HAND] = 0
    return resample(normalise_clip(raw, fps=15.0)).features.copy()


@pytest.mark.parametrize("frames", [8, 33, 96])
def test_views_have_the_asked_shape_and_are_finite(clip: FloatArray, frames: int):
    before = clip.copy()
    for seed in range(30):
        views = augment.make_views(clip, frames, AugmentSettings(), np.random.default_rng(seed))
        for view in views:
            assert view.shape == (frames, 540)
            assert view.dtype == np.float32
            assert np.isfinite(view).all()
    np.testing.assert_array_equal(clip, before)


@pytest.mark.parametrize("length", [1, 2, 9, 300])
def test_clips_of_any_length_make_views(clip: FloatArray, length: int):
    rows = np.resize(clip, (length, 540))
    for view in augment.make_views(rows, 32, AugmentSettings(), np.random.default_rng(0)):
        assert view.shape == (32, 540)


def test_a_hand_that_is_never_there_does_not_appear(clip: FloatArray):
    settings = AugmentSettings(mirror=0)
    for seed in range(20):
        for view in augment.make_views(clip, 40, settings, np.random.default_rng(seed)):
            assert not view[:, layout.LEFT_HAND].any()


def test_interpolation_never_makes_half_a_hand(clip: FloatArray):
    positions = np.linspace(0, len(clip) - 1, 200).astype(np.float32)
    hand = augment.sample_rows(clip, positions)[:, layout.RIGHT_HAND]
    present = clip[:, layout.RIGHT_HAND][clip[:, layout.RIGHT_HAND].any(axis=1)]
    seen = hand[hand.any(axis=1)]
    assert seen.min() >= present.min() - 1e-6
    assert seen.max() <= present.max() + 1e-6
    np.testing.assert_allclose(
        augment.sample_rows(clip, np.arange(len(clip), dtype=np.float32)), clip, atol=1e-6
    )


def test_mirror_twice_is_the_clip_itself(clip: FloatArray):
    once = augment.mirror(clip)
    body = slice(0, layout.FACE.start)  # the face's partners are approximate
    np.testing.assert_array_equal(augment.mirror(once)[:, body], clip[:, body])
    assert once[:, layout.LEFT_HAND].any()
    assert not once[:, layout.RIGHT_HAND].any()
    np.testing.assert_array_equal(once[:, layout.LEFT_SHOULDER * 4], -clip[:, layout.RIGHT_SHOULDER * 4])


def test_rotation_keeps_distances_and_absences(clip: FloatArray):
    turned = augment.rotate_yaw(clip, 15)
    points = clip[:, layout.FACE].reshape(-1, 94, 3)
    again = turned[:, layout.FACE].reshape(-1, 94, 3)
    np.testing.assert_allclose(
        np.linalg.norm(again[:, 0] - again[:, 50], axis=1),
        np.linalg.norm(points[:, 0] - points[:, 50], axis=1),
        rtol=1e-4,
    )
    np.testing.assert_array_equal(parts_present(turned), parts_present(clip))
    np.testing.assert_allclose(augment.rotate_yaw(turned, -15), clip, atol=1e-5)


def test_dropped_frames_show_the_row_before(clip: FloatArray):
    dropped = augment.drop_frames(clip, 0.5, np.random.default_rng(1))
    held = (dropped[1:] == dropped[:-1]).all(axis=1)
    assert 0.3 < held.mean() < 0.7
    np.testing.assert_array_equal(dropped[1:][~held], clip[1:][~held])


def test_hands_change_about_the_wrist_only(clip: FloatArray):
    settings = AugmentSettings(hand_offset=0)
    changed = augment.change_hands(clip, settings, np.random.default_rng(0))
    wrist = slice(layout.RIGHT_HAND.start, layout.RIGHT_HAND.start + 3)
    np.testing.assert_allclose(changed[:, wrist], clip[:, wrist], atol=1e-6)
    assert not np.allclose(changed[:, layout.RIGHT_HAND], clip[:, layout.RIGHT_HAND])
    np.testing.assert_array_equal(changed[:, layout.POSE], clip[:, layout.POSE])
