"""The ONNX encoder: what it does to a clip before the model sees it, and which files it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper

from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.onnx import OnnxEncoder, open_encoder
from desktop_app.engine.records import FloatArray
from desktop_app.errors import ModelError, ModelMissing
from tests.contract.test_encoder import write_torchscript
from tests.helpers.models import build, made_up_sign, original, our_bundle, weights, write_bundle


def by_hand(rows: FloatArray, mean: FloatArray | float = 0.0, std: FloatArray | float = 1.0) -> FloatArray:
    """The test model in numpy, on rows as the model gets them."""
    projection = np.tanh(((rows - mean) / std).astype(np.float32) @ weights(540, 16, 1))
    both = np.concatenate([projection.mean(axis=0), projection.max(axis=0)])
    vector: FloatArray = both @ weights(32, 32, 2)
    return vector / np.float32(np.linalg.norm(vector))


def statistics(folder: Path) -> tuple[FloatArray, FloatArray]:
    with np.load(folder / "global_stats.npz") as arrays:
        return arrays["feature_mean"], arrays["feature_std"]


def test_original_bundles_crop_the_centre_then_apply_statistics(tmp_path):
    folder = write_bundle(tmp_path / "b", original(), stats=True)
    encoder = OnnxEncoder(load_bundle(folder, {}))
    clip = made_up_sign(1, 201).features
    mean, std = statistics(folder)
    embedding, projection = encoder.encode([clip])[0]
    middle = clip[68:132]
    assert embedding == pytest.approx(by_hand(middle, mean, std), abs=1e-5)
    assert projection == pytest.approx((middle - mean) / std, abs=1e-5)
    assert encoder.spec.feature_contract == "ghsl-540-v1"
    assert (encoder.spec.fixed_batch, encoder.spec.fixed_frames, encoder.spec.projection_dim) == (1, 64, 0)


def test_a_short_clip_is_filled_with_its_last_frame_after_the_statistics(tmp_path):
    folder = write_bundle(tmp_path / "b", original(), stats=True)
    clip = made_up_sign(1, 20).features
    mean, std = statistics(folder)
    filled = np.concatenate([clip, np.repeat(clip[-1:], 44, axis=0)])
    embedding, projection = OnnxEncoder(load_bundle(folder, {})).encode([clip])[0]
    assert embedding == pytest.approx(by_hand(filled, mean, std), abs=1e-5)
    assert len(projection) == 20


def test_fewer_than_eight_frames_become_eight(tmp_path):
    clip = made_up_sign(1, 5).features
    embedding, _ = OnnxEncoder(our_bundle(tmp_path / "b")).encode([clip])[0]
    filled = np.concatenate([clip, np.repeat(clip[-1:], 3, axis=0)])
    assert embedding == pytest.approx(by_hand(filled), abs=1e-5)


def test_our_encoders_see_the_whole_clip(tmp_path):
    clip = made_up_sign(1, 206).features
    embedding, projection = OnnxEncoder(our_bundle(tmp_path / "b")).encode([clip])[0]
    assert embedding == pytest.approx(by_hand(clip), abs=1e-5)
    assert projection.shape == (206, 16)


def test_a_very_long_clip_is_thinned_out_evenly(tmp_path):
    clip = made_up_sign(1, 3000).features
    encoder = OnnxEncoder(our_bundle(tmp_path / "b", max_frames=100))
    picked = clip[np.linspace(0, 2999, 100).round().astype(int)]
    assert encoder.encode([clip])[0][0] == pytest.approx(by_hand(picked), abs=1e-5)


def test_seq_len_of_the_environment_moves_the_crop(tmp_path):
    folder = write_bundle(tmp_path / "b", build(projection=False))
    clip = made_up_sign(1, 50).features
    encoder = OnnxEncoder(load_bundle(folder, {"SEQ_LEN": "32"}))
    assert encoder.encode([clip])[0][0] == pytest.approx(by_hand(clip[9:41]), abs=1e-5)


@pytest.mark.parametrize("opset", [14, 15, 16, 17, 18])
@pytest.mark.parametrize("name", ["sequence", "visual_input", "x.1"])
def test_opsets_and_input_names(tmp_path, opset, name):
    encoder = OnnxEncoder(our_bundle(tmp_path / "b", build(opset=opset, input_name=name)))
    clip = made_up_sign(1).features
    assert encoder.encode([clip])[0][0] == pytest.approx(by_hand(clip), abs=1e-5)


def add_input(model: Any) -> Any:
    model.graph.input.append(helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["b", "f"]))
    return model


def custom_domain(model: Any) -> Any:
    model.graph.node[1].domain = "com.example"
    model.opset_import.append(helper.make_opsetid("com.example", 1))
    return model


def sparse(model: Any) -> Any:
    values = numpy_helper.from_array(np.ones(1, np.float32), "values")
    indices = numpy_helper.from_array(np.zeros(1, np.int64), "indices")
    model.graph.sparse_initializer.append(helper.make_sparse_tensor(values, indices, [4]))
    return model


def zeros(model: Any) -> Any:
    for tensor in model.graph.initializer:
        if tensor.name == "w2":
            tensor.CopyFrom(numpy_helper.from_array(np.zeros((32, 32), np.float32), "w2"))
    return model


REFUSED = {
    "width": (build(shape=("b", "f", 63)), "63 numbers"),
    "rank": (build(shape=("b", 540)), "shape"),
    "dtype": (build(dtype=TensorProto.DOUBLE), "float64"),
    "inputs": (add_input(build()), "2 inputs"),
    "custom operators": (custom_domain(build()), "com.example"),
    "sparse": (sparse(build()), "sparse"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_files_that_do_not_fit_are_refused_with_a_next_step(tmp_path, case):
    model, words = REFUSED[case]
    bundle = our_bundle(tmp_path / "b", model)
    with pytest.raises(ModelError) as caught:
        OnnxEncoder(bundle)
    assert words in str(caught.value.message)
    assert caught.value.hint


def test_a_vector_without_direction_is_an_error_not_an_answer(tmp_path):
    encoder = OnnxEncoder(our_bundle(tmp_path / "b", zeros(build())))
    with pytest.raises(ModelError, match="without direction"):
        encoder.encode([made_up_sign(1).features])


@pytest.mark.parametrize("content", [b"", b"not a model", b"\x08\x09", bytes(range(256))])
def test_files_that_are_no_model(tmp_path, content):
    bundle = our_bundle(tmp_path / "b")
    bundle.model_path.write_bytes(content)
    with pytest.raises(ModelError) as caught:
        OnnxEncoder(bundle)
    assert "ONNX" in str(caught.value.message)


def test_a_truncated_model_is_refused(tmp_path):
    bundle = our_bundle(tmp_path / "b")
    bundle.model_path.write_bytes(bundle.model_path.read_bytes()[:-500])
    with pytest.raises(ModelError):
        OnnxEncoder(bundle)


def test_a_missing_model_is_its_own_error(tmp_path):
    bundle = our_bundle(tmp_path / "b")
    bundle.model_path.unlink()
    with pytest.raises(ModelMissing):
        open_encoder(bundle)


def test_a_torchscript_file_is_opened_only_by_name(tmp_path: Path) -> None:
    bundle = our_bundle(tmp_path / "b")
    bundle.model_path.with_suffix(".ts").write_bytes(b"code")
    bundle.model_path.write_bytes(b"broken")
    with pytest.raises(ModelError, match="not an ONNX model"):
        open_encoder(bundle)
    bundle.model_path.unlink()
    with pytest.raises(ModelMissing) as caught:
        load_bundle(bundle.folder, {})
    assert "holds code" in str(caught.value.hint)
    assert load_bundle(bundle.model_path.with_suffix(".ts"), {}).is_torchscript


def test_torchscript_that_was_named_answers_as_onnx(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    bundle = our_bundle(tmp_path / "b")
    clip = made_up_sign(1).features
    expected = OnnxEncoder(bundle).encode([clip])[0]
    encoder = open_encoder(write_torchscript(bundle))
    assert encoder.spec.provider == "TorchScript"
    embedding, projection = encoder.encode([clip])[0]
    assert embedding == pytest.approx(expected[0], abs=1e-4)
    assert projection == pytest.approx(expected[1], abs=1e-4)


def test_a_torchscript_file_that_cannot_be_used_is_refused(tmp_path: Path) -> None:
    path = our_bundle(tmp_path / "b").model_path.with_suffix(".ts")
    path.write_bytes(b"broken")
    with pytest.raises(ModelError, match="TorchScript"):
        open_encoder(load_bundle(path, {}))
