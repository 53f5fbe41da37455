"""The scale pack in small: what the large one is measured with works and is repeatable."""

from __future__ import annotations

import shutil
from types import SimpleNamespace

import numpy as np
import pytest

from desktop_app.engine.packs import open_pack, verify_pack
from desktop_app.engine.search.scale_benchmark import make_scale_pack, measure, scale_benchmark
from desktop_app.errors import PackError
from tests.helpers.fake_encoder import FakeEncoder


def test_a_small_scale_pack_is_made_and_measured(tmp_path):
    encoder = FakeEncoder()
    report = scale_benchmark(tmp_path, encoder, references=40, sentences=20, frames=30)
    assert (report["references"], report["sentences"]) == (40, 20)
    assert report["open_s"] > 0
    assert report["answer_ms_median"] > 0
    pack = open_pack(tmp_path / "scale")
    assert verify_pack(pack).ok
    assert np.load(tmp_path / "scale" / pack.clips[0].feature_file).dtype == np.float16
    assert [clip.sentence_id for clip in pack.clips[:21]] == [*range(20), 0]


def test_the_same_seed_makes_the_same_clips(tmp_path):
    first = make_scale_pack(tmp_path / "a", FakeEncoder(), references=6, sentences=4, frames=20)
    second = make_scale_pack(tmp_path / "b", FakeEncoder(), references=6, sentences=4, frames=20)
    assert first.content_sha256 == second.content_sha256
    assert measure(first.folder, FakeEncoder(), queries=3)["references"] == 6


def test_a_disk_that_is_too_small_is_noticed_first(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000_000))
    with pytest.raises(PackError, match="GB"):
        make_scale_pack(tmp_path / "a", FakeEncoder())
    assert list(tmp_path.iterdir()) == []
