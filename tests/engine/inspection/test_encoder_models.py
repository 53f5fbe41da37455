"""`inspect` reads what the onnx package reads, and says in words what does not fit."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from desktop_app import paths
from desktop_app.engine.encoder.onnx_file import DTYPES, summarise
from desktop_app.engine.inspection.encoder_models import inspect_model
from desktop_app.errors import ModelError, ModelMissing
from tests.helpers.models import OURS, build, original, write_bundle

MODELS = {
    "ours": build(),
    "original": original(),
    "opset 17, odd names": build(opset=17, input_name="x.1", embedding_name="out", shape=("N", 32, 540)),
    "double": build(dtype=TensorProto.DOUBLE),
}


def by_onnx(model: Any) -> tuple[Any, ...]:
    """The same facts through the onnx package."""

    def info(value: Any) -> tuple[str, str, tuple[Any, ...]]:
        tensor = value.type.tensor_type
        shape = tuple(d.dim_param or d.dim_value or None for d in tensor.shape.dim)
        return value.name, DTYPES[tensor.elem_type], shape

    parameters = sum(int(np.prod(t.dims)) for t in model.graph.initializer)
    return (
        {entry.domain: entry.version for entry in model.opset_import},
        [info(value) for value in model.graph.input],
        [info(value) for value in model.graph.output],
        Counter(node.op_type for node in model.graph.node),
        parameters,
        model.ir_version,
    )


def by_us(data: bytes) -> tuple[Any, ...]:
    found = summarise(data)
    return (
        found.opsets,
        [(i.name, i.dtype, i.shape) for i in found.inputs],
        [(i.name, i.dtype, i.shape) for i in found.outputs],
        found.operators,
        found.parameters,
        found.ir_version,
    )


@pytest.mark.parametrize("name", MODELS)
def test_the_walk_reads_what_the_onnx_package_reads(name):
    assert by_us(MODELS[name].SerializeToString()) == by_onnx(MODELS[name])


def test_the_walk_reads_the_model_that_ships():
    path = paths.bundled_models_dir() / "sign_encoder.onnx"
    model = onnx.load(str(path))
    ours, theirs = by_us(path.read_bytes()), by_onnx(model)
    assert ours[:4] == theirs[:4]
    assert ours[4] >= theirs[4]  # constants inside nodes count as well


def test_weights_listed_as_inputs_are_no_inputs():
    model = build()
    weight = model.graph.initializer[0]
    model.graph.input.append(helper.make_tensor_value_info(weight.name, TensorProto.FLOAT, weight.dims))
    assert [info.name for info in summarise(model.SerializeToString()).inputs] == ["sequence"]


def test_graphs_inside_graphs_are_read():
    hidden = helper.make_graph(
        [helper.make_node("Bogus", ["x"], ["y"], domain="com.example")],
        "inner",
        [],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1])],
        [numpy_helper.from_array(np.ones(5, np.float32), "w")],
    )
    model = build()
    before = summarise(model.SerializeToString()).parameters
    model.graph.node.append(helper.make_node("If", ["c"], ["z"], then_branch=hidden, else_branch=hidden))
    found = summarise(model.SerializeToString())
    assert found.custom_domains == ["com.example"]
    assert found.operators["com.example.Bogus"] == 2
    assert found.parameters == before + 10


@pytest.mark.parametrize("cut", [1, 7, 100, 1000])
def test_a_file_cut_short_is_an_error_in_words(cut):
    with pytest.raises(ModelError, match="ONNX"):
        summarise(build().SerializeToString()[:-cut])


def test_random_bytes_never_do_worse_than_an_error():
    rng = np.random.default_rng(0)
    for _ in range(300):
        with pytest.raises(ModelError):
            summarise(rng.integers(0, 256, 64, dtype=np.uint8).tobytes())


def test_the_report_of_our_encoder(tmp_path):
    report = inspect_model(write_bundle(tmp_path, config=OURS, stats=True) / "sign_encoder.onnx")
    assert report.fits == ("torso-540-v1",)
    assert report.kind == "encoder"
    assert report.findings == ()
    assert report.dynamic == ("sequence[0] (batch)", "sequence[1] (frames)")
    assert [trial.frames for trial in report.trials] == [8, 32, 64, 96, 206]
    assert all(trial.ok and trial.median_ms > 0 for trial in report.trials)
    assert report.trials[-1].outputs == {"embedding": (1, 32), "projection": (1, 206, 16)}


def test_the_report_of_an_original_encoder(tmp_path):
    report = inspect_model(write_bundle(tmp_path, original()) / "sign_encoder.onnx")
    assert report.fits == ("ghsl-540-v1",)
    assert report.dynamic == ()
    assert [(trial.frames, trial.batch) for trial in report.trials] == [(64, 1)]
    assert any("exactly 64 frames" in str(finding.text) for finding in report.findings)


def test_a_length_that_contradicts_the_configuration(tmp_path):
    model = build(shape=(1, 48, 540), projection=False)
    report = inspect_model(write_bundle(tmp_path, model, config={"seq_len": 64}) / "sign_encoder.onnx")
    assert any("SEQ_LEN is 64, the model takes 48" in str(finding.text) for finding in report.findings)


def failing_reshape(model: Any) -> Any:
    """Loads, and then runs on 64 frames alone."""
    model.graph.initializer.append(numpy_helper.from_array(np.array([1, 64, 540], np.int64), "shape"))
    model.graph.node.insert(0, helper.make_node("Reshape", ["sequence", "shape"], ["fixed"]))
    model.graph.node[1].input[0] = "fixed"
    return model


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (build(shape=("b", "f", 63)), "No output has one number a letter"),
        (build(shape=("b", "f", 258)), "258 numbers"),
        (build(dtype=TensorProto.FLOAT16), "float16"),
        (failing_reshape(build()), "fails on"),
    ],
)
def test_what_does_not_fit_is_reported_with_advice(tmp_path, model, words):
    folder = write_bundle(tmp_path, config=OURS)
    (folder / "sign_encoder.onnx").write_bytes(model.SerializeToString())
    report = inspect_model(folder / "sign_encoder.onnx")
    problems = [finding for finding in report.findings if finding.level == "problem"]
    assert report.fits == ()
    assert problems
    assert any(re.search(words, str(problem.text)) for problem in problems)
    assert all(problem.advice for problem in problems)


def test_a_broken_configuration_is_a_finding(tmp_path):
    write_bundle(tmp_path, config={"feature_contract": "mine-1"})
    report = inspect_model(tmp_path / "sign_encoder.onnx")
    assert any("mine-1" in str(finding.text) for finding in report.findings)
    assert report.fits == ()


def test_a_missing_file(tmp_path):
    with pytest.raises(ModelMissing):
        inspect_model(tmp_path / "no.onnx")
