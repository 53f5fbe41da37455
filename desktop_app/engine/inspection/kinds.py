"""One kind of model for `inspect`: functions that check a file, make its input and check its output."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.engine.encoder.bundle import ModelBundle
from desktop_app.engine.encoder.onnx_file import OnnxSummary
from desktop_app.engine.records import FloatArray
from desktop_app.message import Message


@dataclass(frozen=True, slots=True)
class InspectionFinding:
    """A `problem` or a `note`, and what to do about it."""

    level: str
    text: Message
    advice: Message


@dataclass(frozen=True, slots=True)
class ModelKind:
    """One kind of model.

    Attributes:
        is_one: whether a description matches this kind.
        judge: description and bundle -> contracts it fits, and findings.
        trial_input: (description, frames) -> the array of a trial run.
        check_outputs: judges what the trial gave; raises ModelError.
        lengths: frames of the trial runs.
    """

    name: str
    is_one: Callable[[OnnxSummary], bool]
    judge: Callable[[OnnxSummary, ModelBundle | None], tuple[tuple[str, ...], list[InspectionFinding]]]
    trial_input: Callable[[OnnxSummary, int], FloatArray]
    check_outputs: Callable[[list[FloatArray], list[str]], None]
    lengths: tuple[int, ...]
