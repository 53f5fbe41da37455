"""The feature contracts: invariances, absent parts, stability, and the original contract's own numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.engine import layout
from desktop_app.engine.records import FeatureSequence
from desktop_app.engine.tracking.features import (
    GHSL_540,
    TORSO_540,
    TORSO_HOLD_S,
    Normaliser,
    normalise_clip,
    resample,
)
from desktop_app.engine.tracking.motion import motion_energy
from desktop_app.errors import ContractMismatch, LandmarkError
from tests.helpers.people import person_clip


def test_moving_and_scaling_the_person_changes_nothing():
    raw = person_clip(frames=20)
    other = raw.copy()
    for columns, shift in ((layout.X_COLUMNS, 0.1), (layout.Y_COLUMNS, -0.05)):
        other[:, columns] = other[:, columns] * 0.6 + shift
    other[:, layout.Z_COLUMNS] *= 0.6
    for part in layout.PARTS.values():
        other[~raw[:, part].any(axis=1), part] = 0
    a, b = normalise_clip(raw, fps=30), normalise_clip(other, fps=30)
    np.testing.assert_allclose(a.features, b.features, atol=2e-4)


def test_a_wide_and_a_narrow_camera_give_the_same_shape():
    raw = person_clip(frames=12)  # as a 4:3 camera sees it
    wide = raw.copy()
    wide[:, layout.X_COLUMNS] *= (4 / 3) / (16 / 9)  # the same person fills less of a wide picture
    wide[:, layout.Z_COLUMNS] *= (4 / 3) / (16 / 9)
    a = normalise_clip(raw, fps=30, aspect=4 / 3)
    b = normalise_clip(wide, fps=30, aspect=16 / 9)
    np.testing.assert_allclose(a.features, b.features, atol=2e-4)


def test_absent_parts_are_zeros_and_not_present():
    raw = person_clip(frames=10)
    raw[3:6, layout.LEFT_HAND] = 0
    clip = normalise_clip(raw, fps=30)
    assert not clip.features[3:6, layout.LEFT_HAND].any()
    assert clip.present[:, 1].tolist() == [True] * 3 + [False] * 3 + [True] * 4


def test_the_original_contract_gives_its_own_numbers():
    raw = person_clip(frames=4)
    raw[2, layout.RIGHT_HAND] = 0
    clip = normalise_clip(raw, fps=30, contract=GHSL_540, aspect=16 / 9)
    pose = raw[2, layout.POSE].reshape(33, 4)[:, :3].astype(np.float64)
    shoulders, hips = pose[[11, 12]], pose[[23, 24]]
    centre = (shoulders.mean(axis=0) + hips.mean(axis=0)) / 2
    scale = np.median(
        [
            np.linalg.norm(shoulders[0] - shoulders[1]),
            np.linalg.norm(hips[0] - hips[1]),
            np.linalg.norm(shoulders.mean(axis=0) - hips.mean(axis=0)),
        ]
    )
    got = clip.features[2]
    np.testing.assert_allclose(got[layout.POSE].reshape(33, 4)[:, :3], (pose - centre) / scale, atol=1e-5)
    # No aspect correction, and an absent hand becomes 0 - centre over scale.
    np.testing.assert_allclose(
        got[layout.RIGHT_HAND].reshape(21, 3), np.tile(-centre / scale, (21, 1)), atol=1e-5
    )
    np.testing.assert_array_equal(got[layout.VISIBILITY_COLUMNS], raw[2, layout.VISIBILITY_COLUMNS])


def test_the_two_contracts_agree_on_an_upright_body_with_hips():
    """The ratios learnt from data put centre and scale where four points and three parts would."""
    raw = person_clip(frames=5)
    raw[:, layout.X_COLUMNS] *= 4 / 3
    raw[:, layout.Z_COLUMNS] *= 4 / 3
    ours = normalise_clip(raw, fps=30, contract=TORSO_540, aspect=1.0)
    original = normalise_clip(raw, fps=30, contract=GHSL_540, aspect=1.0)
    wrists = [layout.LEFT_WRIST * 4, layout.LEFT_WRIST * 4 + 1]
    assert np.abs(ours.features[:, wrists] - original.features[:, wrists]).max() < 0.25


def test_hips_that_tremble_or_vanish_do_not_move_the_scale():
    raw = person_clip(frames=30)
    trembling = raw.copy()
    rng = np.random.default_rng(0)
    for hip in (layout.LEFT_HIP, layout.RIGHT_HIP):
        trembling[:, hip * 4 : hip * 4 + 2] += rng.normal(0, 0.1, (30, 2))
        trembling[:, hip * 4 + 3] = 0.02
    a, b = normalise_clip(raw, fps=30), normalise_clip(trembling, fps=30)
    np.testing.assert_allclose(a.features[:, layout.LEFT_HAND], b.features[:, layout.LEFT_HAND], atol=1e-6)


def test_one_bad_frame_hardly_moves_the_scale():
    raw = person_clip(frames=60)
    clean = Normaliser(TORSO_540)
    hurt = Normaliser(TORSO_540)
    scales = []
    for i, row in enumerate(raw):
        bad = row.copy()
        if i == 40:  # the tracker halves the shoulders for one frame
            bad[layout.LEFT_SHOULDER * 4] = (bad[layout.LEFT_SHOULDER * 4] + bad[layout.RIGHT_SHOULDER * 4]) / 2
        a, b = clean.step(row, i / 30)[2], hurt.step(bad, i / 30)[2]
        assert a is not None
        assert b is not None
        scales.append(b.scale / a.scale)
    assert min(scales) > 0.95


def test_the_last_torso_stands_in_for_half_a_second():
    raw = person_clip(frames=40)
    raw[10:, layout.POSE] = 0
    clip = normalise_clip(raw, fps=30)
    held = int(TORSO_HOLD_S * 30)
    assert clip.features[9 + held, layout.LEFT_HAND].any()
    assert not clip.features[9 + held + 2 :].any()
    assert not clip.present[10:, 0].any()


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (np.zeros((5, 539), np.float32), "landmarks.wrong_width"),
        (np.zeros(540, np.float32), "landmarks.wrong_width"),
        (np.full((5, 540), np.nan, np.float32), "landmarks.not_finite"),
        (np.full((5, 540), np.inf, np.float32), "landmarks.not_finite"),
    ],
)
def test_bad_rows_are_refused(rows, code):
    with pytest.raises(LandmarkError) as caught:
        normalise_clip(rows, fps=30)
    assert caught.value.code == code
    assert caught.value.hint


def test_unknown_contract_and_impossible_rates_are_refused():
    with pytest.raises(ContractMismatch, match="torso-9"):
        normalise_clip(person_clip(frames=3), fps=30, contract="torso-9")
    for fps in (0.0, -1.0, float("nan")):
        with pytest.raises(LandmarkError):
            normalise_clip(person_clip(frames=3), fps=fps)


def test_motion_counts_only_what_is_seen_twice():
    features = np.zeros((4, 540), np.float32)
    present = np.zeros((4, 4), bool)
    present[:, 0] = True
    features[2:, layout.LEFT_HAND] = 1.0
    present[2:, 1] = True
    assert motion_energy(features, present).tolist() == [0, 0, 0, 0]  # a hand appears: no motion
    features[3, 132] += 3
    features[3, 133] += 4
    assert motion_energy(features, present)[3] == pytest.approx(5)
    features[:, 3] = [0, 1, 0, 1]  # visibility is no coordinate
    assert motion_energy(features, present)[1] == 0


@settings(max_examples=25, deadline=None)
@given(st.floats(8, 120), st.integers(4, 40))
def test_resampling_keeps_duration_and_straight_lines(fps, count):
    times = np.arange(count) / fps
    features = np.zeros((count, 540), np.float32)
    features[:, 0] = times
    present = np.ones((count, 4), bool)
    out = resample(FeatureSequence(features, present, fps, 0.0, count / fps), 30.0)
    grid = np.arange(len(out.features)) / 30
    expected = np.minimum(grid, times[-1])
    np.testing.assert_allclose(out.features[:, 0], expected, atol=1e-4)
    assert abs(grid[-1] - times[-1]) <= 0.5 / 30 + 1e-6


def test_resampling_never_invents_half_a_hand():
    features = np.zeros((10, 540), np.float32)
    present = np.zeros((10, 4), bool)
    present[5:, 2] = True
    features[5:, layout.RIGHT_HAND] = 2.0
    out = resample(FeatureSequence(features, present, 12.0, 0.0, 10 / 12), 30.0)
    values = np.unique(out.features[:, layout.RIGHT_HAND])
    assert set(values.tolist()) == {0.0, 2.0}
    assert (out.features[:, layout.RIGHT_HAND].any(axis=1) == out.present[:, 2]).all()
