"""Letter models as ONNX, in any of the contracts, with a check that the file gives the same numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import onnx
import torch
from torch import nn

from desktop_app.engine.encoder import providers
from desktop_app.engine.encoder.onnx_file import summarise
from desktop_app.engine.letters.contract import LetterInput
from desktop_app.engine.letters.model import ASPECT_KEY, FEATURES, NAME_KEY, OnnxLetterModel
from desktop_app.engine.records import FloatArray
from desktop_app.errors import ModelError, TrainingError
from desktop_app.files import replacing
from desktop_app.message import Message
from desktop_app.training.onnx_export import TOLERANCE, trace_onnx

ARCHITECTURE_KEY: Final = "signmirror.architecture"
PARITY_FRAMES: Final = (1, 8, 32, 50)


@dataclass(frozen=True, slots=True)
class LetterShape:
    """The input of an export.

    Attributes:
        kind: frame (B, 1, 21, 3), sequence (B, S, 21, 3) or flat-sequence (B, S, 63).
        frames: S; 0: dynamic.
    """

    kind: LetterInput
    frames: int


class _Reshaped(nn.Module):  # type: ignore[misc]
    """A net behind the input of another contract."""

    def __init__(self, net: nn.Module, kind: LetterInput, *, takes_frames: bool) -> None:
        super().__init__()
        self.net = net
        self.flat = kind is LetterInput.FLAT
        self.takes_frames = takes_frames

    def forward(self, landmarks: torch.Tensor) -> torch.Tensor | tuple[torch.Tensor, torch.Tensor]:
        if self.takes_frames:  # a frame net: the last frame of whatever comes
            last = landmarks[:, -1:].reshape(-1, 1, 21, 3)
            return _call(self.net, last)
        rows = landmarks if self.flat else landmarks.flatten(2)
        return _call(self.net, rows)


def _call(net: nn.Module, inputs: torch.Tensor) -> torch.Tensor | tuple[torch.Tensor, torch.Tensor]:
    outputs: torch.Tensor | tuple[torch.Tensor, torch.Tensor] = net(inputs)
    return outputs


def is_exported(path: Path) -> bool:
    """Whether a file was made by `export_letters`, with the note of an architecture."""
    try:
        return ARCHITECTURE_KEY in summarise(path.read_bytes(), path.name).metadata
    except (OSError, ModelError):
        return False


def export_letters(
    net: nn.Module,
    path: Path,
    shape: LetterShape,
    *,
    takes_frames: bool,
    notes: Mapping[str, str],
    samples: Sequence[FloatArray],
) -> float:
    """Write `path` and check it. Returns the largest difference to torch.

    Args:
        net: (B, 1, 21, 3) where `takes_frames`, else (B, S, 63) -> probabilities or logits, and perhaps
            features.
        notes: metadata of the file; what the engine reads of it is added.
        samples: real windows (S, 21, 3) by the contract to compare on.

    Raises:
        TrainingError: file and net differ, or the file does not fit its own contract.
    """
    if shape.kind is LetterInput.FRAME and shape.frames != 1:
        raise TrainingError(
            Message("The per-frame contract has one frame."),
            Message("Use --sequence-length 1, or another layout."),
        )
    whole = _Reshaped(net, shape.kind, takes_frames=takes_frames).eval()
    example = torch.from_numpy(_shaped(samples[0], shape.frames or 32, shape.kind))
    with torch.no_grad():
        output = whole(example)
    given = output if isinstance(output, tuple) else (output,)
    outputs = ["letters", FEATURES][: len(given)]
    widths = [int(output.shape[-1]) for output in given]
    axes: dict[str, dict[int, str]] = {"landmarks": {0: "batch"}, **{name: {0: "batch"} for name in outputs}}
    if shape.frames == 0:
        axes["landmarks"][1] = "frames"
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as part:
        trace_onnx(whole, example, part, inputs=["landmarks"], outputs=outputs, dynamic_axes=axes)
        _annotate(part, widths, {ASPECT_KEY: "true", NAME_KEY: path.stem, **notes})
        worst = _parity(whole, part, shape, samples)
    return worst


def _annotate(path: Path, widths: Sequence[int], notes: Mapping[str, str]) -> None:
    """Metadata, and the outputs' widths: the exporter calls them unknown."""
    model = onnx.load(str(path))
    for output, width in zip(model.graph.output, widths, strict=True):
        output.type.tensor_type.shape.dim[-1].dim_value = width
    del model.metadata_props[:]
    for key, value in sorted(notes.items()):
        model.metadata_props.add(key=key, value=value)
    onnx.save_model(model, str(path))


def _parity(whole: nn.Module, path: Path, shape: LetterShape, samples: Sequence[FloatArray]) -> float:
    """Runs the file as the engine does, at several lengths, one window and two at a time."""
    OnnxLetterModel(path)  # raises if the engine cannot load it
    session = providers.make_session(path.read_bytes(), providers.CPU)
    worst = 0.0
    lengths = (shape.frames,) if shape.frames else PARITY_FRAMES
    for sample in samples:
        for frames in lengths:
            one = _shaped(sample, frames, shape.kind)
            for batch in (one, np.concatenate([one, one[:, ::-1]])):
                with torch.no_grad():
                    wanted = whole(torch.from_numpy(np.ascontiguousarray(batch)))
                wanted_all = wanted if isinstance(wanted, tuple) else (wanted,)
                given = session.run(None, {"landmarks": np.ascontiguousarray(batch)})
                for a, b in zip(wanted_all, given, strict=True):
                    worst = max(worst, float(np.abs(a.numpy() - b).max()))
    if not worst <= TOLERANCE:
        raise TrainingError(
            Message(
                "The exported model differs from the trained one by {worst:.2g} (allowed {tolerance:g}).",
                worst=worst,
                tolerance=TOLERANCE,
            ),
            Message("Report this with the versions of torch and onnxruntime; the file was not written."),
            code="training.parity",
        )
    summary = summarise(path.read_bytes(), path.name)
    if summary.external or summary.custom_domains:
        raise TrainingError(
            Message("The exported model is not one file of standard operators."), Message("Report this.")
        )
    return worst


def _shaped(window: FloatArray, frames: int, kind: LetterInput) -> FloatArray:
    hands = window[np.arange(frames) % len(window)]
    flat = hands.reshape(1, frames, 63)
    return np.ascontiguousarray(
        flat if kind is LetterInput.FLAT else flat.reshape(1, frames, 21, 3), np.float32
    )
