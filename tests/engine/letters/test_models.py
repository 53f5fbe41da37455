"""Contracts are read from the file; what fits none is refused in words; inspect says what to do."""

from __future__ import annotations

import json

import numpy as np
import onnx
import pytest

from desktop_app.cli.main import main
from desktop_app.engine.inspection.encoder_models import inspect_model
from desktop_app.engine.inspection.letter_models import LetterConfig
from desktop_app.engine.letters.model import OnnxLetterModel, bundled_model, trial_hands
from desktop_app.errors import ModelError, ModelMissing
from tests.helpers.letter_models import build_letters, write_letters


@pytest.mark.parametrize(
    ("shape", "contract", "frames"),
    [
        (("b", 1, 21, 3), "frame", 1),
        ((1, 32, 21, 3), "sequence", 32),
        (("b", "s", 21, 3), "sequence", 0),
        (("b", 1, 63), "flat-sequence", 1),
        (("b", 32, 63), "flat-sequence", 32),
        (("b", "s", 63), "flat-sequence", 0),
    ],
)
def test_the_contract_is_read_from_the_file(tmp_path, shape, contract, frames):
    spec = OnnxLetterModel(write_letters(tmp_path, build_letters(shape=shape))).spec
    assert (spec.contract, spec.frames, spec.classes, spec.gives) == (contract, frames, 29, "logits")
    assert not spec.true_aspect


def test_logits_and_probabilities_are_told_apart(tmp_path):
    logits = OnnxLetterModel(write_letters(tmp_path, build_letters(), "a.onnx"))
    chances = OnnxLetterModel(write_letters(tmp_path, build_letters(probabilities=True), "b.onnx"))
    assert (logits.spec.gives, chances.spec.gives) == ("logits", "probabilities")
    hands = trial_hands(1)
    np.testing.assert_allclose(
        logits.predict(hands).probabilities, chances.predict(hands).probabilities, atol=1e-6
    )


def test_a_fixed_length_takes_the_last_frames_or_repeats_the_first(tmp_path):
    model = OnnxLetterModel(write_letters(tmp_path, build_letters(shape=("b", 8, 63))))
    hands = trial_hands(20)
    np.testing.assert_allclose(
        model.predict(hands).probabilities, model.predict(hands[-8:]).probabilities, atol=1e-6
    )
    short = np.concatenate([np.repeat(hands[:1], 5, axis=0), hands[1:4]])
    np.testing.assert_allclose(
        model.predict(hands[:4]).probabilities, model.predict(short).probabilities, atol=1e-6
    )


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (build_letters(shape=("b", 1, 20, 3)), "shape"),
        (build_letters(shape=("b", "s", 60)), "shape"),
        (build_letters(classes=28), "no output has one number a letter"),
    ],
)
def test_what_fits_no_contract_is_refused(tmp_path, model, words):
    with pytest.raises(ModelError, match=words) as caught:
        OnnxLetterModel(write_letters(tmp_path, model))
    assert caught.value.hint


def test_a_missing_model_is_named(tmp_path):
    with pytest.raises(ModelMissing, match="nowhere"):
        OnnxLetterModel(tmp_path / "nowhere.onnx")


def test_the_shipped_model_reads_frames_and_sequences():
    assert bundled_model("frame") == bundled_model("sequence")
    assert bundled_model("frame").stat().st_size <= 7_000_000
    spec = OnnxLetterModel(bundled_model("sequence")).spec
    assert (spec.contract, spec.frames, spec.classes) == ("flat-sequence", 0, 29)
    assert spec.true_aspect
    assert spec.feature_dim > 0


def test_inspect_finds_what_contradicts_the_configuration(tmp_path):
    path = write_letters(tmp_path, build_letters(classes=26))
    report = inspect_model(path)
    assert (report.kind, report.fits) == ("letters", ("frame",))
    texts = " ".join(str(finding.text) for finding in report.findings)
    assert "fixed at 1 where 32 is configured" in texts
    assert "26 classes where 29 are configured" in texts
    advice = " ".join(str(finding.advice) for finding in report.findings)
    assert "sequence length 32 or dynamic" in advice
    assert "per-frame mode" in advice
    assert [trial.frames for trial in report.trials] == [1]
    assert all(trial.ok for trial in report.trials)
    as_configured = inspect_model(path, LetterConfig(26, 1))
    assert not any("classes" in str(finding.text) for finding in as_configured.findings)


def test_inspect_runs_our_sequence_model_at_several_lengths(capsys):
    assert main(["inspect", str(bundled_model("sequence")), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["fits"] == ["flat-sequence", "frame"]
    assert [trial["frames"] for trial in report["trials"]] == [1, 8, 32, 64]
    assert all(trial["ok"] and trial["outputs"]["letters"] == [1, 29] for trial in report["trials"])
    assert report["dynamic"] == ["landmarks[0] (batch)", "landmarks[1] (frames)"]


def test_inspect_of_a_model_without_letters(tmp_path, capsys):
    path = write_letters(tmp_path, build_letters(classes=10))
    assert main(["inspect", str(path), "--json"]) == 2
    report = json.loads(capsys.readouterr().out)
    assert any("No output has one number a letter" in finding["text"] for finding in report["findings"])


def test_a_damaged_file_is_refused(tmp_path):
    path = tmp_path / "broken.onnx"
    path.write_bytes(onnx.helper.make_tensor("x", 1, [1], [1.0]).SerializeToString())
    with pytest.raises(ModelError, match=r"damaged|empty|not an ONNX"):
        OnnxLetterModel(path)
