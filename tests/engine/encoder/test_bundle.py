"""Bundles: ours, the original's, and what is wrong with the others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app import paths
from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.errors import ConfigError, ContractMismatch, ModelError, ModelMissing
from tests.helpers.models import OURS, original, write_bundle


def test_a_bundle_without_configuration_is_an_original_one(tmp_path):
    bundle = load_bundle(write_bundle(tmp_path, original()), {})
    assert bundle.contract == "ghsl-540-v1"
    assert not bundle.whole_clip
    assert bundle.stats is None
    assert bundle.thresholds.sim_threshold == 0.58
    assert len(bundle.sha256) == 64


def test_our_configuration_says_contract_and_whole_clip(tmp_path):
    bundle = load_bundle(write_bundle(tmp_path, config=OURS, stats=True), {})
    assert (bundle.contract, bundle.whole_clip, bundle.name) == ("torso-540-v1", True, "test-encoder")
    assert bundle.stats is not None
    assert bundle.stats.mean.shape == bundle.stats.std.shape == (540,)


def test_the_configuration_of_the_notebooks_is_tolerated(tmp_path):
    config = {
        "SEQ_LEN": 64,
        "FEATURE_DIM": 540,
        "EMBED_DIM": 256,
        "BATCH_SIZE": 64,
        "TEMP": 0.07,
        "DEVICE": "cuda",
    }
    bundle = load_bundle(write_bundle(tmp_path, original(), config=config), {})
    assert bundle.contract == "ghsl-540-v1"


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"feature_contract": "torso-540-v9"}, ContractMismatch),
        ({"feature_contract": 3}, ModelError),
        ({"whole_clip": "perhaps"}, ConfigError),
        ({"max_frames": 4}, ConfigError),
        ({"thresholds": {"sim_margin": -1}}, ConfigError),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path, change, error):
    folder = write_bundle(tmp_path, config={**OURS, **change})
    with pytest.raises(error) as caught:
        load_bundle(folder, {})
    assert caught.value.hint


@pytest.mark.parametrize("text", ["{", "[1]", "\xff", "[" * 100_000])
def test_a_configuration_that_is_no_object(tmp_path, text):
    write_bundle(tmp_path)
    (tmp_path / "model_config.json").write_text(text, encoding="latin1")
    with pytest.raises(ModelError, match="model_config"):
        load_bundle(tmp_path, {})


def save_stats(path: Path, mean: Any, std: Any) -> None:
    np.savez(path, feature_mean=mean, feature_std=std)


@pytest.mark.parametrize(
    ("mean", "std"),
    [
        (np.zeros(258, np.float32), np.ones(540, np.float32)),
        (np.zeros(540, np.float32), np.full(540, np.nan, np.float32)),
        (np.zeros(540, np.int64), np.ones(540, np.float32)),
        (np.array([None] * 540), np.ones(540, np.float32)),
    ],
)
def test_statistics_that_cannot_be_used_name_the_file(tmp_path, mean, std):
    save_stats(write_bundle(tmp_path) / "global_stats.npz", mean, std)
    with pytest.raises(ModelError, match=r"global_stats\.npz"):
        load_bundle(tmp_path, {})


def test_a_deviation_of_nought_is_raised_to_the_floor(tmp_path):
    save_stats(
        write_bundle(tmp_path) / "global_stats.npz", np.zeros(540, np.float32), np.zeros(540, np.float32)
    )
    stats = load_bundle(tmp_path, {}).stats
    assert stats is not None
    assert stats.std.min() == pytest.approx(1e-4)


def test_a_missing_model_says_which_variable_to_set(tmp_path):
    with pytest.raises(ModelMissing, match=r"sign_encoder\.onnx") as caught:
        load_bundle(None, {"MODELS_DIR": str(tmp_path)})
    assert "MODELS_DIR" in str(caught.value.hint)


def test_the_environment_moves_every_file(tmp_path):
    write_bundle(tmp_path / "a", config=OURS, name="other.onnx")
    write_bundle(tmp_path / "stats", stats=True)
    environ = {
        "MODELS_DIR": str(tmp_path / "a"),
        "ONNX_MODEL_PATH": str(tmp_path / "a" / "other.onnx"),
        "GLOBAL_STATS_PATH": str(tmp_path / "stats" / "global_stats.npz"),
        "EMBEDDINGS_PATH": "/somewhere/e.npy",
        "MAPPING_PATH": "/somewhere/m.csv",
        "PROTOTYPES_PATH": "/somewhere/p.npz",
        "VIDEOS_DIR": "/somewhere/videos",
        "ENABLE_CUDA": "false",
        "ORT_PROFILER": "1",
        "SIM_THRESHOLD": "0.9",
    }
    bundle = load_bundle(None, environ)
    assert bundle.model_path.name == "other.onnx"
    assert bundle.stats is not None
    found = [bundle.artifacts.embeddings, bundle.artifacts.mapping, bundle.artifacts.prototypes]
    assert [path.as_posix() for path in found] == ["/somewhere/e.npy", "/somewhere/m.csv", "/somewhere/p.npz"]
    assert bundle.artifacts.videos.as_posix() == "/somewhere/videos"
    assert bundle.artifacts.explicit
    assert (bundle.enable_gpu, bundle.profile, bundle.thresholds.sim_threshold) == (False, True, 0.9)


@pytest.mark.parametrize("name", ["ENABLE_CUDA", "ORT_PROFILER"])
def test_switches_must_be_switches(tmp_path, name):
    write_bundle(tmp_path)
    with pytest.raises(ConfigError, match=name):
        load_bundle(None, {"MODELS_DIR": str(tmp_path), name: "2"})


def test_statistics_that_were_asked_for_must_be_there(tmp_path):
    write_bundle(tmp_path)
    environ = {"MODELS_DIR": str(tmp_path), "GLOBAL_STATS_PATH": str(tmp_path / "no.npz")}
    with pytest.raises(ModelError, match=r"no\.npz"):
        load_bundle(None, environ)


def test_a_model_file_may_be_named_instead_of_its_folder(tmp_path):
    write_bundle(tmp_path, config=OURS, name="mine.onnx")
    assert load_bundle(tmp_path / "mine.onnx", {}).name == "test-encoder"


def test_the_bundle_that_ships_loads_and_its_thresholds_were_calibrated():
    folder = paths.bundled_models_dir()
    config = json.loads((folder / "model_config.json").read_text(encoding="utf-8"))
    bundle = load_bundle(None, {})
    assert bundle.contract == config["feature_contract"] == "torso-540-v1"
    assert bundle.whole_clip
    assert bundle.thresholds.sim_threshold == config["thresholds"]["sim_threshold"]
    assert config["calibration"]


def test_a_file_stands_for_itself_and_not_for_a_folder(tmp_path):
    with pytest.raises(ModelMissing, match=r"encoder at .*other\.onnx\.$"):
        load_bundle(tmp_path / "other.onnx", {})
    (tmp_path / "model.txt").write_text("x")
    with pytest.raises(ModelError, match=r"model\.txt' is no model"):
        load_bundle(tmp_path / "model.txt", {})
