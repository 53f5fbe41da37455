"""`signmirror inspect`: the report, and its exit code."""

from __future__ import annotations

import json

from desktop_app.cli.main import main
from tests.helpers.models import OURS, build, original, write_bundle


def test_a_model_that_fits(capsys, tmp_path):
    folder = write_bundle(tmp_path / "b", config=OURS, stats=True)
    assert main(["inspect", str(folder / "sign_encoder.onnx"), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["fits"] == ["torso-540-v1"]
    assert report["opset"] == 18
    assert report["inputs"] == [{"name": "sequence", "dtype": "float32", "shape": ["batch", "frames", 540]}]
    assert len(report["trials"]) == 5


def test_for_people_it_names_shapes_and_verdict(capsys, tmp_path):
    folder = write_bundle(tmp_path / "b", original())
    assert main(["inspect", str(folder)]) == 0
    text = capsys.readouterr().out
    assert "visual_input (1, 64, 540) float32" in text
    assert "Fits: encoder for ghsl-540-v1" in text


def test_a_model_that_does_not_fit_exits_with_two(capsys, tmp_path):
    folder = write_bundle(tmp_path / "b", build(shape=("b", "f", 258)), config=OURS)
    assert main(["inspect", str(folder), "--json"]) == 2
    report = json.loads(capsys.readouterr().out)
    assert report["fits"] == []
    assert "258" in report["findings"][0]["text"]
    assert main(["inspect", str(folder)]) == 2
    assert "Fits: nothing" in capsys.readouterr().out


def test_a_file_that_is_no_model(capsys, tmp_path):
    path = tmp_path / "holiday.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0 not a model")
    assert main(["inspect", str(path), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "model.invalid"


def test_a_file_that_is_not_there(capsys, tmp_path):
    assert main(["inspect", str(tmp_path / "no.onnx"), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "model.missing"


def test_a_torchscript_file_is_named_as_such(capsys, tmp_path):
    (tmp_path / "encoder.ts").write_bytes(b"PK")
    assert main(["inspect", str(tmp_path / "encoder.ts")]) == 2
    said = capsys.readouterr().err
    assert "TorchScript" in said
    assert f"--model {tmp_path / 'encoder.ts'}" in said
