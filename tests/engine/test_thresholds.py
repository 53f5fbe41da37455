"""Defaults, configuration, environment: which wins, and what is refused."""

from __future__ import annotations

from dataclasses import fields

import pytest

from desktop_app.engine.thresholds import Thresholds
from desktop_app.errors import ConfigError


def test_defaults_are_those_of_the_original_system():
    loaded = Thresholds.load({}, {})
    assert (loaded.seq_len, loaded.feature_dim, loaded.default_top_k) == (64, 540, 5)
    assert (loaded.motion_floor, loaded.sim_threshold, loaded.sim_margin) == (7.5e-4, 0.58, 0.10)
    assert (loaded.confidence_temperature, loaded.dtw_enabled, loaded.dtw_radius) == (0.12, True, 6)
    assert (loaded.dtw_alpha, loaded.dtw_lambda, loaded.dtw_topk) == (0.65, 0.002, 5)
    assert loaded.dtw_method == "exact"


def test_configuration_is_above_the_defaults_and_environment_above_both():
    config = {"thresholds": {"sim_threshold": 0.7, "sim_margin": 0.02, "unknown": [1]}}
    loaded = Thresholds.load(config, {"SIM_MARGIN": "0.3", "DTW_TOPK": " 9 "})
    assert (loaded.sim_threshold, loaded.sim_margin, loaded.dtw_topk) == (0.7, 0.3, 9)


def test_the_configuration_of_the_original_notebooks_is_tolerated():
    config = {"SEQ_LEN": 96, "EMBED_DIM": 256, "LR": 3e-4, "SIM_THRESHOLD": "n/a", "paths": {"root": "/kaggle"}}
    assert Thresholds.load(config, {}) == Thresholds(seq_len=96)


VALUES = {
    "seq_len": "48",
    "feature_dim": "540",
    "default_top_k": "3",
    "motion_floor": "0.5",
    "sim_threshold": "-0.5",
    "sim_margin": "0",
    "confidence_temperature": "1",
    "dtw_enabled": "off",
    "dtw_radius": "2",
    "dtw_alpha": "1",
    "dtw_lambda": "0",
    "dtw_topk": "7",
    "dtw_method": "FastDTW",
}


@pytest.mark.parametrize("name", [field.name for field in fields(Thresholds)])
def test_every_threshold_has_a_variable(name):
    loaded = Thresholds.load({}, {name.upper(): VALUES[name]})
    expected = {"dtw_enabled": False, "dtw_method": "fastdtw"}.get(name)
    assert getattr(loaded, name) == (expected if expected is not None else float(VALUES[name]))


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SIM_THRESHOLD", "high"),
        ("SIM_THRESHOLD", "1.5"),
        ("SIM_MARGIN", "nan"),
        ("CONFIDENCE_TEMPERATURE", "0"),
        ("SEQ_LEN", "6"),
        ("SEQ_LEN", "64.5"),
        ("FEATURE_DIM", "1662"),
        ("DEFAULT_TOP_K", "0"),
        ("DTW_ENABLED", "maybe"),
        ("DTW_ALPHA", "-0.1"),
        ("DTW_METHOD", "cython"),
        ("MOTION_FLOOR", "inf"),
    ],
)
def test_nonsense_is_refused_by_name(variable, value):
    with pytest.raises(ConfigError) as caught:
        Thresholds.load({}, {variable: value})
    assert variable in str(caught.value.message)
    assert caught.value.hint


@pytest.mark.parametrize("bad", [{"sim_threshold": "much"}, {"dtw_topk": True}, {"seq_len": 3}])
def test_nonsense_in_the_configuration_names_the_file(bad):
    with pytest.raises(ConfigError, match=r"model_config\.json"):
        Thresholds.load({"thresholds": bad}, {})


def test_thresholds_must_be_a_table():
    with pytest.raises(ConfigError, match="thresholds"):
        Thresholds.load({"thresholds": [1, 2]}, {})


def test_an_empty_variable_counts_as_unset():
    assert Thresholds.load({}, {"SIM_MARGIN": " "}) == Thresholds()
