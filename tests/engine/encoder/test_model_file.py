"""Models with data files: those beside the model are read, others are refused before they are opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.model_file import model_digest, read_model
from desktop_app.engine.encoder.onnx import OnnxEncoder
from desktop_app.engine.letters.model import OnnxLetterModel, trial_hands
from desktop_app.errors import ModelError, ModelMissing
from tests.helpers.hostile_models import hidden_external
from tests.helpers.letter_models import build_letters, write_letters
from tests.helpers.models import build, made_up_sign, write_bundle


def save_external(path: Path, model: onnx.ModelProto, *, one_file: bool = True, location: str = "") -> Path:
    """As PyTorch writes it: all tensors in a file beside the model."""
    onnx.save_model(
        model,
        str(path),
        save_as_external_data=True,
        all_tensors_to_one_file=one_file,
        location=location or f"{path.name}.data",
        size_threshold=0,
    )
    return path


def test_an_encoder_with_a_data_file_answers_as_in_one_file(tmp_path):
    whole = OnnxEncoder(load_bundle(write_bundle(tmp_path / "one"), {}))
    folder = write_bundle(tmp_path / "two")
    save_external(folder / "sign_encoder.onnx", build())
    parted = OnnxEncoder(load_bundle(folder, {}))
    clip = made_up_sign(1).features
    assert parted.encode([clip])[0][0] == pytest.approx(whole.encode([clip])[0][0], abs=1e-6)


def test_a_letter_model_with_a_file_a_tensor(tmp_path):
    model = build_letters(shape=("b", "s", 63))
    whole = OnnxLetterModel(write_letters(tmp_path, model, "whole.onnx"))
    parted = OnnxLetterModel(save_external(tmp_path / "parted.onnx", model, one_file=False))
    hands = trial_hands(8)
    assert parted.predict(hands).probabilities == pytest.approx(whole.predict(hands).probabilities, abs=1e-6)
    assert len(read_model(tmp_path / "parted.onnx").files) == 3


def test_the_digest_is_of_both_files(tmp_path):
    path = save_external(tmp_path / "m.onnx", build())
    first = model_digest(path)
    data = tmp_path / "m.onnx.data"
    content = bytearray(data.read_bytes())
    content[100] ^= 1
    data.write_bytes(content)
    second = model_digest(path)
    assert first != second
    assert read_model(path).sha256 == second
    assert read_model(path).bytes == path.stat().st_size + len(content)


def test_data_files_are_found_inside_of_nodes(tmp_path):
    constant = numpy_helper.from_array(np.ones(540, np.float32), "c")
    constant.ClearField("raw_data")
    constant.data_location = TensorProto.EXTERNAL
    constant.external_data.add(key="location", value="c.bin")
    graph = helper.make_graph(
        [helper.make_node("Constant", [], ["k"], value=constant), helper.make_node("Add", ["x", "k"], ["y"])],
        "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["b", "t", 540])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["b", "t", 540])],
    )
    (tmp_path / "m.onnx").write_bytes(helper.make_model(graph).SerializeToString())
    values = np.arange(540, dtype=np.float32)
    (tmp_path / "c.bin").write_bytes(values.tobytes())
    model = onnx.load_from_string(read_model(tmp_path / "m.onnx").data)
    np.testing.assert_array_equal(numpy_helper.to_array(model.graph.node[0].attribute[0].t), values)


@pytest.mark.parametrize(
    "entries",
    [
        {"location": "../secret.bin"},
        {"location": "/etc/hostname"},
        {"location": "C:secret.bin"},
        {"location": "sub\\secret.bin"},
        {"location": "sub/secret.bin"},
        {"location": "."},
        {"location": ""},
        {"location": "*/_ORT_MEM_ADDR_/*"},
        {},
    ],
)
def test_data_files_elsewhere_are_refused(tmp_path, entries):
    with pytest.raises(ModelError, match="not allowed") as caught:
        read_model(with_entries(tmp_path, entries))
    assert caught.value.hint


@pytest.mark.parametrize(
    "entries",
    [
        {"offset": "-1"},
        {"offset": "4096"},
        {"length": "10"},
        {"length": "100000"},
        {"offset": "x"},
        {"length": "9" * 5000},
    ],
)
def test_data_that_does_not_lie_inside_the_file_is_refused(tmp_path, entries):
    (tmp_path / "w.bin").write_bytes(bytes(4096))
    with pytest.raises(ModelError, match="do not belong together"):
        read_model(with_entries(tmp_path, {"location": "w.bin", **entries}))


def test_a_missing_data_file_is_named(tmp_path):
    with pytest.raises(ModelMissing, match=r"gone\.bin"):
        read_model(with_entries(tmp_path, {"location": "gone.bin"}))


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "secret.txt").write_bytes(bytes(4096))
    (tmp_path / "w.bin").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(ModelError, match="link"):
        read_model(with_entries(tmp_path, {"location": "w.bin"}))


def test_many_tensors_of_the_same_bytes_do_not_multiply_them(tmp_path, monkeypatch):
    monkeypatch.setattr("desktop_app.engine.encoder.model_file.MAX_MODEL_BYTES", 1 << 20)
    (tmp_path / "w.bin").write_bytes(bytes(512 << 10))
    path = with_entries(tmp_path, {"location": "w.bin"}, dims=[128 << 10], copies=8)
    with pytest.raises(ModelError, match="larger than"):
        read_model(path)


def test_hidden_data_files_are_refused_before_they_are_opened(tmp_path, monkeypatch):
    (tmp_path / "secret.bin").write_bytes(bytes(4096))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "m.onnx").write_bytes(hidden_external("secret.bin"))
    with pytest.raises(ModelError, match=r"m\.onnx"):
        read_model(tmp_path / "m.onnx")


@pytest.mark.parametrize("value", [1 << 32 | 1, 2, (1 << 64) - 1])
def test_an_unusual_place_of_the_data_counts_as_another_file(tmp_path, value):
    tensor = numpy_helper.from_array(np.zeros(540, np.float32), "w")
    long = tensor.SerializeToString() + b"\x70" + varint(value)
    model = build()
    graph = model.graph.SerializeToString() + b"\x2a" + varint(len(long)) + long
    model.ClearField("graph")
    content = model.SerializeToString() + b"\x3a" + varint(len(graph)) + graph
    (tmp_path / "m.onnx").write_bytes(content)
    with pytest.raises(ModelError, match="not allowed"):
        read_model(tmp_path / "m.onnx")


def test_deeply_nested_graphs_are_refused(tmp_path):
    inner = helper.make_graph([helper.make_node("Identity", ["c"], ["d"])], "g", [], [])
    for _ in range(24):
        inner = helper.make_graph([helper.make_node("If", ["c"], ["d"], then_branch=inner)], "g", [], [])
    (tmp_path / "m.onnx").write_bytes(helper.make_model(inner).SerializeToString())
    with pytest.raises(ModelError, match="nested"):
        read_model(tmp_path / "m.onnx")


def with_entries(folder: Path, entries: dict[str, str], dims: Any = (540,), copies: int = 1) -> Path:
    """A model with weights that lie where the entries say."""
    model = build()
    for index in range(copies):
        tensor = model.graph.initializer.add(name=f"far{index}", data_type=TensorProto.FLOAT, dims=list(dims))
        tensor.data_location = TensorProto.EXTERNAL
        for key, value in entries.items():
            tensor.external_data.add(key=key, value=value)
    (folder / "m.onnx").write_bytes(model.SerializeToString())
    return folder / "m.onnx"


def varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])
