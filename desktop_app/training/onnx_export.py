"""Exports the encoder as ONNX and TorchScript, and checks that all three give the same numbers."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime as ort
import torch
from torch import Tensor, nn

from desktop_app.engine.records import FloatArray
from desktop_app.errors import TrainingError
from desktop_app.message import Message
from desktop_app.training.architectures import AnyEncoder

OPSET: Final = 18
TOLERANCE: Final = 1e-4
PARITY_FRAMES: Final = (8, 30, 64, 96, 200)


def trace_onnx(
    model: nn.Module,
    example: Tensor,
    path: Path,
    *,
    inputs: Sequence[str],
    outputs: Sequence[str],
    dynamic_axes: Mapping[str, Mapping[int, str]],
) -> None:
    """Export a model with one input by tracing it.

    The tracing exporter is used, because torch's newer one needs onnxscript, which requires numpy 2.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns of itself, and of constants it does not fold
        torch.onnx.export(
            model,
            (example,),
            str(path),
            dynamo=False,
            opset_version=OPSET,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=dynamic_axes,
        )


def export_onnx(model: AnyEncoder, path: Path) -> None:
    """Dynamic batch and frames; input `sequence`, outputs `embedding` and `projection`."""
    model.eval()
    # Traced with a batch of one, as the exporter requires for recurrent layers; parity is checked on two too.
    example = torch.randn(1, 64, model.settings.feature_dim)
    dynamic = {
        "sequence": {0: "batch", 1: "frames"},
        "embedding": {0: "batch"},
        "projection": {0: "batch", 1: "frames"},
    }
    outputs = ["embedding", "projection"]
    trace_onnx(model, example, path, inputs=["sequence"], outputs=outputs, dynamic_axes=dynamic)


def export_torchscript(model: AnyEncoder, path: Path) -> None:
    """The same inputs and outputs, for machines whose ONNX Runtime cannot load the model."""
    model.eval()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.jit.script(model).save(str(path))


def parity_clips(clips: Sequence[FloatArray]) -> list[FloatArray]:
    """Real rows cut or joined to each of the lengths that are checked.

    Args:
        clips: (T, F) standardised, at least one row in all.
    """
    rows = np.concatenate([clip for clip in clips if len(clip)])
    return [np.resize(rows, (frames, rows.shape[1])).astype(np.float32) for frames in PARITY_FRAMES]


def check_parity(model: AnyEncoder, onnx_path: Path, script_path: Path, clips: Sequence[FloatArray]) -> float:
    """Largest difference between torch, TorchScript and ONNX over all clips and both outputs.

    Each clip runs alone, and twice in a batch of two.

    Raises:
        TrainingError: above the tolerance, or not a number.
    """
    model.eval()
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    session = ort.InferenceSession(str(onnx_path), options, providers=["CPUExecutionProvider"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        script = torch.jit.load(str(script_path))  # type: ignore[no-untyped-call,unused-ignore]
    worst = 0.0
    for clip in clips:
        for batch in (clip[None], np.stack([clip, clip[::-1]])):
            with torch.no_grad():
                wanted = [output.numpy() for output in model(torch.from_numpy(batch.copy()))]
                scripted = [output.numpy() for output in script(torch.from_numpy(batch.copy()))]
            run = session.run(["embedding", "projection"], {"sequence": np.ascontiguousarray(batch)})
            for a, b, c in zip(wanted, scripted, run, strict=True):
                worst = max(worst, float(np.abs(a - b).max()), float(np.abs(a - c).max()))
    if not worst <= TOLERANCE:
        raise TrainingError(
            Message(
                "The exported model differs from the trained one by {worst:.2g} (allowed {tolerance:g}).",
                worst=worst,
                tolerance=TOLERANCE,
            ),
            Message("Report this with the versions of torch and onnxruntime; the bundle was not written."),
            code="training.parity",
        )
    return worst
