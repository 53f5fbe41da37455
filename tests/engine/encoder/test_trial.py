"""Unknown models are tried in a process of their own: one that never ends is an error, not a hang."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import onnx
import pytest
from onnx import helper

from desktop_app import paths
from desktop_app.cli.main import main
from desktop_app.engine.encoder import trial
from desktop_app.engine.encoder.model_file import model_digest, read_model
from desktop_app.engine.encoder.onnx import OnnxEncoder
from desktop_app.engine.encoder.providers import CPU, RUNTIME_ERRORS, make_session
from desktop_app.engine.encoder.trial import KNOWN, require
from desktop_app.errors import ModelError
from tests.helpers.hostile_models import encoder_with, endless, greedy
from tests.helpers.models import build, our_bundle, write_bundle


@pytest.fixture(autouse=True)
def nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_passed", set())


def test_an_endless_loop_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(trial, "LIMIT_S", 4.0)
    with pytest.raises(ModelError, match="did not end within 4 seconds") as caught:
        OnnxEncoder(our_bundle(tmp_path / "b", endless()))
    assert caught.value.hint


def test_a_model_that_takes_all_memory_is_stopped(tmp_path):
    with pytest.raises(ModelError, match="MB of memory"):
        OnnxEncoder(our_bundle(tmp_path / "b", greedy()))


def test_memory_is_watched_where_the_system_does_not_limit_it(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", "x = bytearray(300 << 20); input()"], stdin=subprocess.PIPE
    )
    try:
        assert "memory" in str(trial._watch(process, 100 << 20))
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize(
    "shape", [(10_000_000, "t", 540), (1, 1 << 31, 540), (100_000, 100_000, 540), (20_000, "t", 540)]
)
def test_huge_fixed_dimensions_are_refused_before_anything_runs(tmp_path, shape):
    model = encoder_with([helper.make_node("Identity", ["m"], ["e"])], [], shape)
    with pytest.raises(ModelError, match="far too many"):
        OnnxEncoder(our_bundle(tmp_path / "b", model))


def test_inspect_says_what_a_trial_found(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(trial, "LIMIT_S", 4.0)
    folder = write_bundle(tmp_path / "b", endless())
    assert main(["inspect", str(folder / "sign_encoder.onnx")]) == 2
    output = capsys.readouterr()
    assert "did not end" in output.out
    assert "Traceback" not in output.out + output.err


def test_a_process_that_crashes_is_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr(trial, "COMMAND", "no-such-command")
    with pytest.raises(ModelError, match="exit code 2"):
        OnnxEncoder(our_bundle(tmp_path / "b"))


def test_what_has_passed_is_not_tried_again(tmp_path, monkeypatch):
    bundle = our_bundle(tmp_path / "b", build(seed=7))
    OnnxEncoder(bundle)
    monkeypatch.setattr(trial, "_passed", set())  # another start of the program
    monkeypatch.setattr(trial, "_start", lambda folder: pytest.fail("was tried again"))
    OnnxEncoder(bundle)
    assert bundle.sha256 in (paths.cache_dir() / "models-tried.json").read_text()


def test_a_trial_of_one_use_does_not_count_for_another(tmp_path, monkeypatch):
    bundle = our_bundle(tmp_path / "b", build(seed=8))
    file = read_model(bundle.model_path)
    require(file, "encoder", [])
    monkeypatch.setattr(trial, "_start", lambda folder: pytest.fail("tried"))
    require(file, "encoder", [])
    with pytest.raises(pytest.fail.Exception):
        require(file, "letters", [])


def test_the_models_that_ship_are_known():
    shipped = sorted(paths.bundled_models_dir().rglob("*.onnx"))
    assert {model_digest(path) for path in shipped} == KNOWN


def test_operators_are_what_onnx_runtime_has(tmp_path):
    gelu = encoder_with([helper.make_node("Gelu", ["m"], ["e"], domain="com.microsoft")], [])
    gelu.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    assert OnnxEncoder(our_bundle(tmp_path / "b", gelu)).spec.embedding_dim == 540
    bogus = encoder_with([helper.make_node("Bogus", ["m"], ["e"], domain="com.microsoft")], [])
    bogus.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    with pytest.raises(ModelError, match="Bogus"):
        OnnxEncoder(our_bundle(tmp_path / "c", bogus))


def test_the_trial_runs_apart_from_the_folder_of_the_caller(tmp_path, monkeypatch):
    (tmp_path / "numpy.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "m.onnx"
    onnx.save_model(build(seed=9), str(path))
    require(read_model(path), "encoder", [])
    assert sorted(Path().iterdir()) == [Path("m.onnx"), Path("numpy.py")]


def test_a_session_reads_no_file_of_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    onnx.save_model(build(), "m.onnx", save_as_external_data=True, location="w.bin", size_threshold=1000)
    with pytest.raises(RUNTIME_ERRORS):  # should a reference ever get past `read_model`
        make_session(Path("m.onnx").read_bytes(), CPU)
    make_session(read_model(tmp_path / "m.onnx").data, CPU)
