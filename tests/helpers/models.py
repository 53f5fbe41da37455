"""Small encoders as ONNX files: the shapes that exports of the original notebooks and of ours come in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from desktop_app.engine import layout
from desktop_app.engine.encoder.bundle import ModelBundle, load_bundle
from desktop_app.engine.records import FeatureSequence, FloatArray

Dim = int | str


def weights(width: int, out: int, seed: int = 1) -> FloatArray:
    """The matrix (width, out) inside the test models."""
    scale = 1 / np.sqrt(width)
    return np.random.default_rng(seed).normal(0, scale, (width, out)).astype(np.float32)


def build(
    *,
    input_name: str = "sequence",
    shape: Sequence[Dim] = ("batch", "frames", layout.FEATURE_DIM),
    embedding_dim: int = 32,
    projection_dim: int = 16,
    projection: bool = True,
    opset: int = 18,
    dtype: int = TensorProto.FLOAT,
    embedding_name: str = "embedding",
    seed: int = 1,
) -> onnx.ModelProto:
    """projection = Tanh(x W1); embedding = [mean, max over time](projection) W2, not normalised."""
    width = shape[-1] if isinstance(shape[-1], int) else layout.FEATURE_DIM
    first = numpy_helper.from_array(weights(width, projection_dim, seed), "w1")
    second = numpy_helper.from_array(weights(2 * projection_dim, embedding_dim, seed + 1), "w2")
    if opset >= 18:
        axes = [numpy_helper.from_array(np.array([1], np.int64), "axes")]
        reduce = [
            helper.make_node("ReduceMean", ["projection", "axes"], ["mean"], keepdims=0),
            helper.make_node("ReduceMax", ["projection", "axes"], ["max"], keepdims=0),
        ]
    else:
        axes = []
        reduce = [
            helper.make_node("ReduceMean", ["projection"], ["mean"], axes=[1], keepdims=0),
            helper.make_node("ReduceMax", ["projection"], ["max"], axes=[1], keepdims=0),
        ]
    nodes = [
        helper.make_node("MatMul", [input_name, "w1"], ["linear"]),
        helper.make_node("Tanh", ["linear"], ["projection"]),
        *reduce,
        helper.make_node("Concat", ["mean", "max"], ["both"], axis=1),
        helper.make_node("MatMul", ["both", "w2"], [embedding_name]),
    ]
    outputs = [helper.make_tensor_value_info(embedding_name, TensorProto.FLOAT, [shape[0], embedding_dim])]
    if projection:
        dims = [*shape[:2], projection_dim]
        outputs.append(helper.make_tensor_value_info("projection", TensorProto.FLOAT, dims))
    source = helper.make_tensor_value_info(input_name, dtype, list(shape))
    graph = helper.make_graph(nodes, "encoder", [source], outputs, [first, second, *axes])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)


def original(seed: int = 1) -> onnx.ModelProto:
    """As the original notebooks export it: one clip of 64 frames, opset 14, one output."""
    return build(
        input_name="visual_input",
        shape=(1, 64, layout.FEATURE_DIM),
        projection=False,
        opset=14,
        embedding_name="visual_embedding",
        seed=seed,
    )


def write_bundle(
    folder: Path,
    model: onnx.ModelProto | None = None,
    *,
    config: dict[str, Any] | None = None,
    stats: bool = False,
    name: str = "sign_encoder.onnx",
) -> Path:
    """A folder with a model, and a configuration and statistics where asked for."""
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save_model(model if model is not None else build(), str(folder / name))
    if config is not None:
        (folder / "model_config.json").write_text(json.dumps(config), encoding="utf-8")
    if stats:
        rng = np.random.default_rng(4)
        np.savez(
            folder / "global_stats.npz",
            feature_mean=rng.normal(0, 0.3, layout.FEATURE_DIM).astype(np.float32),
            feature_std=rng.uniform(0.5, 1.5, layout.FEATURE_DIM).astype(np.float32),
            seq_lengths=np.array([30, 40], np.int32),
            motion_means=np.array([0.1, 0.2], np.float32),
        )
    return folder


OURS = {"feature_contract": "torso-540-v1", "whole_clip": True, "name": "test-encoder"}


def our_bundle(folder: Path, model: onnx.ModelProto | None = None, **config: Any) -> ModelBundle:
    """A bundle of our contract, without looking at the environment."""
    return load_bundle(write_bundle(folder, model, config={**OURS, **config}), {})


def made_up_sign(seed: int, frames: int = 40, *, take: int = 0, fps: float = 30.0) -> FeatureSequence:
    """A smooth movement of all parts in torso units, different for each seed; takes of one sign are alike."""
    rng = np.random.default_rng(seed)
    basis = rng.normal(0, 0.5, (4, layout.FEATURE_DIM))
    phase = rng.uniform(0, 2 * np.pi, 4)
    time = np.linspace(0, 2 * np.pi, frames)
    waves = np.sin(np.outer(time, np.arange(1, 5)) + phase)
    rows = rng.normal(0, 1, layout.FEATURE_DIM) + waves @ basis
    rows += np.random.default_rng(1000 * seed + take).normal(0, 0.02, rows.shape)
    present = np.ones((frames, len(layout.PARTS)), bool)
    return FeatureSequence(rows.astype(np.float32), present, fps, 0.0, frames / fps)
