"""Describes a model file: inputs, outputs, the uses it fits, and what prevents the others.

A kind of model is a `ModelKind`: functions that judge a description, make input for a trial and judge its
result. There are two: the encoder of signs, and letter models (judged in `letter_models.py`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from desktop_app import paths
from desktop_app.engine import layout
from desktop_app.engine.encoder import providers
from desktop_app.engine.encoder.base import find_roles
from desktop_app.engine.encoder.bundle import CONFIG_NAME, TORCHSCRIPT, ModelBundle, load_bundle
from desktop_app.engine.encoder.model_file import ModelFile, read_model
from desktop_app.engine.encoder.onnx import check_input, describe, input_shape
from desktop_app.engine.encoder.onnx_file import THE_MODEL, OnnxSummary
from desktop_app.engine.encoder.provider_errors import in_short
from desktop_app.engine.encoder.trial import require
from desktop_app.engine.inspection import letter_models as inspection
from desktop_app.engine.inspection.kinds import InspectionFinding, ModelKind
from desktop_app.engine.inspection.letter_models import LetterConfig
from desktop_app.engine.letters.contract import (
    EXPORT_HINT,
    FRAME_SHAPES,
    HAND_WIDTHS,
    LabelLists,
    looks_like_letters,
)
from desktop_app.engine.letters.labels import USUAL, read_labels
from desktop_app.engine.letters.model import as_floats
from desktop_app.engine.records import FloatArray
from desktop_app.engine.sources.recording import load_recording
from desktop_app.engine.tracking.features import normalise_clip
from desktop_app.errors import AppError, ModelError
from desktop_app.message import Message

TRIAL_LENGTHS: Final = (8, 32, 64, 96, 206)
TRIAL_RUNS: Final = 10
SAMPLE_START: Final = 36  # rows of rest before the sample's first sign
TESTED_OPSETS: Final = (14, 18)


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial run on landmarks of the built-in sample: output shapes and median time, or the error."""

    frames: int
    batch: int
    ok: bool
    outputs: Mapping[str, tuple[int, ...]]
    median_ms: float
    error: str


@dataclass(frozen=True, slots=True)
class InspectReport:
    """The complete report on a model file; `fits` names the possible uses."""

    path: str
    bytes: int
    sha256: str
    producer: str
    ir_version: int
    opset: int
    inputs: tuple[dict[str, Any], ...]
    outputs: tuple[dict[str, Any], ...]
    dynamic: tuple[str, ...]
    operators: Mapping[str, int]
    parameters: int
    kind: str
    fits: tuple[str, ...]
    findings: tuple[InspectionFinding, ...]
    trials: tuple[Trial, ...]

    def to_dict(self) -> dict[str, Any]:
        """The report as a JSON document."""
        findings = [
            {"level": one.level, "text": str(one.text), "advice": str(one.advice)} for one in self.findings
        ]
        return {**asdict(replace(self, findings=())), "findings": findings}


def inspect_model(path: Path, letters: LetterConfig | None = None) -> InspectReport:
    """Read, check and run a model.

    Args:
        letters: what letter models are compared with; default: 29 classes, 32 frames.

    Raises:
        ModelMissing, ModelError: the file is not an ONNX model, or its weights lie where they may not. A model
            that does not fit is no error.
    """
    if path.suffix.lower() == TORCHSCRIPT and path.is_file():
        raise ModelError(
            Message("{path} is a TorchScript file, which holds code and is not inspected.", path=path.name),
            Message("If you trust it, open it by name: `signmirror recognize CLIP --model {path}`.", path=path),
        )
    file = read_model(path)
    summary = file.summary
    findings: list[InspectionFinding] = []
    lists: LabelLists = {}
    try:
        lists = read_labels(path, summary.metadata)
    except ModelError as error:
        findings.append(InspectionFinding("note", error.message, error.hint))
    kind = next((kind for kind in kinds(letters or LetterConfig(), lists) if kind.is_one(summary)), None)
    bundle = _bundle_of(path, findings)
    fits: tuple[str, ...] = ()
    if kind is None:
        findings.append(
            InspectionFinding(
                "problem",
                Message(
                    "This is not a model that SignMirror knows what to do with: {inputs}",
                    inputs="; ".join(f"{info.name} {describe(info)} {info.dtype}" for info in summary.inputs),
                ),
                Message(
                    "An encoder takes one float32 input (batch, frames, {feature_dim}). {hint}",
                    feature_dim=layout.FEATURE_DIM,
                    hint=EXPORT_HINT,
                ),
            )
        )
    else:
        fits, judged = kind.judge(summary, bundle)
        findings += judged
    trials = _problem_of(file, kind, findings) if kind is not None else ()
    if any(finding.level == "problem" for finding in findings):
        fits = ()
    return InspectReport(
        path=str(path),
        bytes=file.bytes,
        sha256=file.sha256,
        producer=summary.producer,
        ir_version=summary.ir_version,
        opset=summary.opset,
        inputs=tuple(asdict(info) for info in summary.inputs),
        outputs=tuple(asdict(info) for info in summary.outputs),
        dynamic=tuple(
            f"{info.name}[{axis}]" + (f" ({size})" if size else "")
            for info in summary.inputs
            for axis, size in enumerate(info.shape)
            if not isinstance(size, int)
        ),
        operators=dict(summary.operators.most_common()),
        parameters=summary.parameters,
        kind=kind.name if kind else "unknown",
        fits=fits,
        findings=tuple(findings),
        trials=trials,
    )


def _collect(check: Callable[[], object], findings: list[InspectionFinding]) -> bool:
    """Run a check and turn the error that it raises into a finding."""
    try:
        check()
    except AppError as error:
        findings.append(InspectionFinding("problem", error.message, error.hint))
        return False
    return True


def _bundle_of(path: Path, findings: list[InspectionFinding]) -> ModelBundle | None:
    """The bundle of the model, if a configuration file lies beside it."""
    if not (path.parent / CONFIG_NAME).is_file():
        return None
    try:
        return load_bundle(path, {})
    except AppError as error:
        findings.append(InspectionFinding("problem", error.message, error.hint))
        return None


def _is_encoder(summary: OnnxSummary) -> bool:
    """Whether the model takes feature sequences, or was meant to."""
    if not summary.inputs or any("landmark" in info.name.lower() for info in summary.inputs):
        return False
    source = summary.inputs[0]
    width = source.shape[-1] if source.shape else None
    outputs = [info.shape[-1] for info in summary.outputs if len(info.shape) == 2]
    letters = width in HAND_WIDTHS or (width != layout.FEATURE_DIM and any(size in USUAL for size in outputs))
    return len(source.shape) == 3 and not letters


def _judge_encoder(
    summary: OnnxSummary, bundle: ModelBundle | None
) -> tuple[tuple[str, ...], list[InspectionFinding]]:
    findings: list[InspectionFinding] = []
    if not _collect(lambda: check_input(summary, THE_MODEL), findings):
        return (), findings
    shape = input_shape(summary.inputs[0])
    low, high = TESTED_OPSETS
    if not low <= summary.opset <= high:
        findings.append(
            InspectionFinding(
                "note",
                Message(
                    "Opset {opset} is outside the range this program is tested with ({low} to {high}).",
                    opset=summary.opset,
                    low=low,
                    high=high,
                ),
                Message("If it fails on another computer, export it again with opset 18."),
            )
        )
    whole_clip = bundle.whole_clip if bundle else False
    if shape.fixed_frames:
        findings.append(
            InspectionFinding(
                "note",
                Message(
                    "The model takes exactly {frames} frames: longer clips are {fitted}, "
                    "shorter ones filled up with their last frame.",
                    frames=shape.fixed_frames,
                    fitted=Message("thinned out") if whole_clip else Message("cropped"),
                ),
                Message("Export it with a dynamic number of frames to use clips as they are."),
            )
        )
    if shape.fixed_batch:
        findings.append(
            InspectionFinding(
                "note",
                Message(
                    "The model takes {fixed_batch} clip(s) at a time, so packs are encoded more slowly.",
                    fixed_batch=shape.fixed_batch,
                ),
                Message("Export it with a dynamic batch."),
            )
        )
    if bundle is None:
        findings.append(
            InspectionFinding(
                "note",
                Message(
                    "There is no {config} beside it: it is taken as an original GhSL encoder (ghsl-540-v1).",
                    config=CONFIG_NAME,
                ),
                Message("Export the whole bundle, so that contract and thresholds come with the model."),
            )
        )
        return ("ghsl-540-v1",), findings
    configured = bundle.thresholds.seq_len
    if shape.fixed_frames and not whole_clip and configured != shape.fixed_frames:
        findings.append(
            InspectionFinding(
                "note",
                Message(
                    "SEQ_LEN is {configured}, the model takes {fixed_frames} frames.",
                    configured=configured,
                    fixed_frames=shape.fixed_frames,
                ),
                Message(
                    "Set seq_len to {fixed_frames} in {config}, or export the model for {configured}.",
                    fixed_frames=shape.fixed_frames,
                    config=CONFIG_NAME,
                    configured=configured,
                ),
            )
        )
    if bundle.stats is None:
        findings.append(
            InspectionFinding(
                "note",
                Message("There is no global_stats.npz: features go in as they are."),
                Message("Add it if it exists."),
            )
        )
    return (bundle.contract,), findings


@cache
def _sample_features() -> FloatArray:
    """(T, 540) torso units of the built-in sample: a signing person as in the live view."""
    recording = load_recording(paths.sample_recording())
    return normalise_clip(recording.raw, fps=recording.fps, aspect=recording.aspect).features


def _encoder_input(summary: OnnxSummary, frames: int) -> FloatArray:
    """Rows of the built-in sample (B, T, 540), from its first sign on; a fixed batch is filled with copies."""
    shape = input_shape(summary.inputs[0])
    features = _sample_features()[SAMPLE_START:]
    clip = np.resize(features, (shape.fixed_frames or frames, layout.FEATURE_DIM))
    return np.repeat(clip[None], shape.fixed_batch or 1, axis=0)


def _check_encoder_outputs(outputs: list[FloatArray], names: list[str]) -> None:
    roles = find_roles(outputs, names, THE_MODEL)
    if not np.isfinite(outputs[roles.embedding]).all():
        raise ModelError(
            Message("The embedding holds NaN."), Message("Export the model again; check its weights.")
        )


def kinds(letters: LetterConfig, lists: LabelLists) -> tuple[ModelKind, ...]:
    """Every kind of model; the first match is checked. `lists`: names of letters that came with the model."""
    return (
        ModelKind(
            "encoder", _is_encoder, _judge_encoder, _encoder_input, _check_encoder_outputs, TRIAL_LENGTHS
        ),
        ModelKind(
            "letters",
            looks_like_letters,
            lambda summary, _bundle: inspection.judge(summary, letters, lists),
            inspection.trial_input,
            lambda outputs, names: inspection.check_outputs(outputs, names, lists),
            inspection.TRIAL_LENGTHS,
        ),
    )


def _problem_of(file: ModelFile, kind: ModelKind, findings: list[InspectionFinding]) -> tuple[Trial, ...]:
    if any(finding.level == "problem" for finding in findings):
        return ()
    source = file.summary.inputs[0].name
    batches: dict[int, FloatArray] = {}
    for frames in kind.lengths:
        batch = kind.trial_input(file.summary, frames)
        batches.setdefault(_frames_of(batch), batch)
    if not _collect(
        lambda: require(file, kind.name, [(source, batch) for batch in batches.values()]), findings
    ):
        return ()
    try:
        session = providers.make_session(file.data, providers.CPU)
    except providers.RUNTIME_ERRORS as error:
        findings.append(
            InspectionFinding(
                "problem",
                Message("ONNX Runtime cannot load it: {error}", error=in_short(error)),
                Message("Export it again with opset 18 and standard operators."),
            )
        )
        return ()
    names = [output.name for output in session.get_outputs()]
    trials = [_run(session, source, batch, names, kind) for batch in batches.values()]
    for trial in trials:
        if not trial.ok:
            findings.append(
                InspectionFinding(
                    "problem",
                    Message("It fails on {frames} frames: {error}", frames=trial.frames, error=trial.error),
                    Message("Export it again."),
                )
            )
            break
    return tuple(trials)


def _frames_of(batch: FloatArray) -> int:
    """Frames of an input; 1 where it has no axis of frames."""
    has_time = batch.ndim > 2 and batch.shape[1:] not in FRAME_SHAPES
    return int(batch.shape[1]) if has_time else 1


def _run(session: Any, source: str, batch: FloatArray, names: list[str], kind: ModelKind) -> Trial:
    frames, size = _frames_of(batch), int(batch.shape[0])
    try:
        outputs = [as_floats(output) for output in session.run(None, {source: batch})]
        kind.check_outputs(outputs, names)
        times = []
        for _ in range(TRIAL_RUNS):
            start = time.perf_counter()
            session.run(None, {source: batch})
            times.append((time.perf_counter() - start) * 1000)
    except ModelError as error:
        return Trial(frames, size, False, {}, 0.0, str(error))
    except providers.RUNTIME_ERRORS as error:
        return Trial(frames, size, False, {}, 0.0, in_short(error))
    shapes = {name: tuple(array.shape) for name, array in zip(names, outputs, strict=True)}
    return Trial(frames, size, True, shapes, round(float(np.median(times)), 3), "")
