"""The recogniser from clip to answer, with a real (small) encoder."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.encoder.onnx import OnnxEncoder
from desktop_app.engine.records import FeatureSequence
from desktop_app.engine.search.library import open_library
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.thresholds import Thresholds
from desktop_app.engine.tracking.features import resample
from desktop_app.errors import ContractMismatch, LandmarkError
from tests.contract.test_library import SIGNS, write_pack
from tests.helpers.fake_encoder import FakeEncoder
from tests.helpers.models import build, made_up_sign, our_bundle
from tests.helpers.numbers import assert_alike


@pytest.fixture
def recogniser(tmp_path: Path) -> Recogniser:
    encoder = OnnxEncoder(our_bundle(tmp_path / "model"))
    library = open_library([write_pack(tmp_path / "p", SIGNS)], encoder)
    return Recogniser(encoder, library, Thresholds())


def test_an_unseen_take_finds_its_sign(recogniser):
    for sign in (1, 2, 3):
        prediction = recogniser.recognise(made_up_sign(sign, 37, take=8))
        assert prediction.accepted
        assert prediction.best is not None
        assert prediction.best.sentence == f"sign {sign}"
        assert prediction.best.pack == "Test"
        assert prediction.encode_ms > 0
        assert prediction.search_ms > 0


def test_top_k_bounds_the_list_and_the_default_is_configured(recogniser):
    clip = made_up_sign(1, 37, take=8)
    assert len(recogniser.recognise(clip, 2).results) == 2
    assert len(recogniser.recognise(clip).results) == 3
    narrow = recogniser.with_thresholds(Thresholds(default_top_k=1))
    assert len(narrow.recognise(clip).results) == 1


def test_a_frozen_clip_never_reaches_the_model():
    encoder = FakeEncoder()
    recogniser = Recogniser(encoder, open_library([], encoder), Thresholds())
    still = made_up_sign(1)
    still = replace(still, features=np.repeat(still.features[:1], 40, axis=0))
    prediction = recogniser.recognise(still)
    assert prediction.rejection_reason == "low_motion"
    assert prediction.results == ()
    assert prediction.motion_mean == 0
    assert encoder.encoded == 0


def test_the_motion_gate_of_a_cropping_encoder_judges_the_crop(tmp_path):
    encoder = OnnxEncoder(our_bundle(tmp_path / "model", whole_clip=False))
    library = open_library([write_pack(tmp_path / "p", SIGNS)], encoder)
    recogniser = Recogniser(encoder, library, Thresholds(seq_len=16))
    clip = made_up_sign(1, 60)
    rows = clip.features.copy()
    rows[20:40] = rows[20]  # the middle is frozen, the ends are not
    prediction = recogniser.recognise(replace(clip, features=rows))
    assert prediction.rejection_reason == "low_motion"


def test_a_clip_at_another_rate_is_put_to_thirty_a_second_first(recogniser):
    slow = resample(made_up_sign(2, 40, take=3), 15)
    at_15 = recogniser.recognise(slow)
    at_30 = recogniser.recognise(resample(slow, 30))
    assert at_15.best == at_30.best


def test_times_are_those_of_the_clip(recogniser):
    clip = replace(made_up_sign(1), start_s=3.5, end_s=5.0)
    prediction = recogniser.recognise(clip)
    assert (prediction.start_s, prediction.end_s) == (3.5, 5.0)


def test_no_frames_and_nan_are_refused(recogniser):
    empty = FeatureSequence(np.zeros((0, 540), np.float32), np.zeros((0, 4), bool), 30, 0, 0)
    with pytest.raises(LandmarkError):
        recogniser.recognise(empty)
    clip = made_up_sign(1)
    rows = clip.features.copy()
    rows[3, 7] = np.nan
    with pytest.raises(LandmarkError) as caught:
        recogniser.recognise(replace(clip, features=rows))
    assert caught.value.code == "landmarks.not_finite"


def test_references_of_another_width_are_refused(recogniser, tmp_path):
    wider = OnnxEncoder(our_bundle(tmp_path / "wide", build(embedding_dim=48)))
    with pytest.raises(ContractMismatch, match="32 numbers"):
        Recogniser(wider, recogniser.library, Thresholds())


def test_fastdtw_gives_the_same_order(recogniser):
    clip = made_up_sign(3, 35, take=6)
    exact = recogniser.recognise(clip)
    fast = recogniser.with_thresholds(Thresholds(dtw_method="fastdtw")).recognise(clip)
    assert [c.sentence for c in fast.results] == [c.sentence for c in exact.results]
    for one, other in zip(fast.results, exact.results, strict=True):
        assert one.dtw_distance is not None
        assert other.dtw_distance is not None
        assert other.dtw_distance * 0.999 <= one.dtw_distance <= other.dtw_distance * 1.05


def test_several_threads_share_one_recogniser(recogniser):
    clips = [made_up_sign(sign, 30 + sign, take=5) for sign in (1, 2, 3)]
    alone = [recogniser.recognise(clip).results for clip in clips]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda i: recogniser.recognise(clips[i % 3]).results, range(24)))
    for i, results in enumerate(together):
        for one, other in zip(results, alone[i % 3], strict=True):
            assert_alike(asdict(one), asdict(other))


def test_another_library_keeps_encoder_and_thresholds(recogniser, tmp_path):
    other = open_library([write_pack(tmp_path / "q", SIGNS[:2], "Other")], recogniser.encoder)
    changed = recogniser.with_library(other)
    assert changed.recognise(made_up_sign(3, take=4)).results[0].pack == "Other"
    assert changed.thresholds is recogniser.thresholds
