"""Signs that nobody recorded: what a change does to a clip, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FloatArray
from desktop_app.training.dataset import Dataset
from desktop_app.training.people import BODY_AND_HANDS
from desktop_app.training.pseudo_signs import HandShapes, PseudoSettings, Recipe, change, draw_recipe

NOTHING = Recipe(
    backwards=False, shift=None, kinds=(None, None), turn=(0.0, 0.0), other_hand="keep", twice=False
)


@pytest.fixture(scope="module")
def clip(dataset: Dataset) -> FloatArray:
    """A clip that shows both hands at times."""
    clips = [one.features()[:, :BODY_AND_HANDS] for one in dataset.clips]
    return max(clips, key=lambda rows: min(shown(rows, 0).sum(), shown(rows, 1).sum()))


def hand(rows: FloatArray, side: int) -> FloatArray:
    part = (layout.LEFT_HAND, layout.RIGHT_HAND)[side]
    points: FloatArray = rows[:, part].reshape(len(rows), layout.HAND_POINTS, 3)
    return points


def shown(rows: FloatArray, side: int) -> BoolArray:
    seen: BoolArray = hand(rows, side).any(axis=(1, 2))
    return seen


def one_shape(points: FloatArray) -> HandShapes:
    return HandShapes(points[None].astype(np.float32), ["flat"], [1])


def test_an_empty_recipe_changes_nothing_and_gives_a_new_array(clip: FloatArray):
    rows = change(NOTHING, clip, None, np.random.default_rng(0))
    np.testing.assert_array_equal(rows, clip)
    assert not np.shares_memory(rows, clip)


def test_backwards_is_the_clip_reversed(clip: FloatArray):
    rows = change(replace(NOTHING, backwards=True), clip, None, np.random.default_rng(0))
    np.testing.assert_array_equal(rows, clip[::-1])


def test_raised_hands_move_and_lost_ones_stay_lost(clip: FloatArray):
    rows = change(replace(NOTHING, shift=((0.0, -0.4), (0.0, -0.4))), clip, None, np.random.default_rng(0))
    for side, wrist in ((0, layout.LEFT_WRIST), (1, layout.RIGHT_WRIST)):
        seen = shown(clip, side)
        moved = (hand(rows, side) - hand(clip, side))[seen]
        raised = clip[:, 4 * wrist + 1][seen] < 0.5
        np.testing.assert_allclose(moved[raised][:, :, 1], -0.4, atol=1e-5)
        np.testing.assert_allclose(moved[..., 0], 0, atol=1e-6)
        assert not hand(rows, side)[~seen].any()


def test_a_borrowed_shape_sits_at_the_wrist_in_the_hands_own_size(clip: FloatArray):
    points = np.zeros((layout.HAND_POINTS, 3), np.float32)
    points[:, 1] = np.linspace(0, -2, layout.HAND_POINTS)
    points[9] = (0, -1, 0)
    rows = change(replace(NOTHING, kinds=("flat", "flat")), clip, one_shape(points), np.random.default_rng(0))
    for side in (0, 1):
        seen = shown(clip, side)
        before, after = hand(clip, side)[seen], hand(rows, side)[seen]
        np.testing.assert_allclose(after[:, 0], before[:, 0], atol=1e-5)
        size = [np.linalg.norm(one[:, 9] - one[:, 0], axis=1) for one in (before, after)]
        np.testing.assert_allclose(size[1], size[0], rtol=1e-3)
        # All points on one line: the recorded shape is gone.
        along = (after - after[:, :1]) / size[1][:, None, None]
        tip = np.linalg.norm(along[:, 20], axis=1)
        np.testing.assert_allclose(tip, 2, rtol=1e-3)


def test_the_other_hand_is_taken_away_or_does_the_same(clip: FloatArray):
    main = int(shown(clip, 1).sum() >= shown(clip, 0).sum())
    rng = np.random.default_rng(0)
    dropped = change(replace(NOTHING, other_hand="drop"), clip, None, rng)
    assert not shown(dropped, 1 - main).any()
    np.testing.assert_array_equal(hand(dropped, main), hand(clip, main))
    doubled = change(replace(NOTHING, other_hand="mirror"), clip, None, rng)
    np.testing.assert_array_equal(shown(doubled, 1 - main), shown(clip, main))
    seen = shown(clip, main)
    np.testing.assert_allclose(
        hand(doubled, 1 - main)[seen][:, :, 1], hand(clip, main)[seen][:, :, 1], atol=1e-5
    )


def test_every_recipe_changes_something():
    rng = np.random.default_rng(3)
    off = PseudoSettings(backwards=0, place=0, shape=0, other_hand=0, twice=0)
    assert draw_recipe(off, None, rng).backwards
    for _ in range(200):
        recipe = draw_recipe(PseudoSettings(), one_shape(np.ones((21, 3), np.float32)), rng)
        assert replace(recipe, turn=NOTHING.turn) != NOTHING
