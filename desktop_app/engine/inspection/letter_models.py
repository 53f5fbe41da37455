"""Checks letter models for `signmirror inspect`: contract, configuration, and a run on real hands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from desktop_app import paths
from desktop_app.engine import layout
from desktop_app.engine.encoder.onnx_file import THE_MODEL, OnnxSummary
from desktop_app.engine.inspection.kinds import InspectionFinding
from desktop_app.engine.letters import contract as contracts
from desktop_app.engine.letters.alphabet import CLASSES, INDEX, LETTERS, WINDOW_FRAMES
from desktop_app.engine.letters.contract import (
    LABELS_HINT,
    LabelLists,
    LetterContract,
    read_contract,
    shape_text,
)
from desktop_app.engine.letters.hands import normalised
from desktop_app.engine.letters.labels import canonical, choose_labels, unused_lists
from desktop_app.engine.records import FloatArray
from desktop_app.engine.sources.recording import load_recording
from desktop_app.errors import ModelError
from desktop_app.message import Message

TRIAL_LENGTHS: Final = (1, 8, 32, contracts.MOST_FRAMES)


@dataclass(frozen=True, slots=True)
class LetterConfig:
    """Settings to compare with: number of classes, and frames in sequence mode."""

    classes: int = len(CLASSES)
    frames: int = WINDOW_FRAMES


def judge(
    summary: OnnxSummary, config: LetterConfig, lists: LabelLists
) -> tuple[tuple[str, ...], list[InspectionFinding]]:
    """Contracts that the model fits, and findings."""
    findings: list[InspectionFinding] = []
    try:
        contract = read_contract(summary, THE_MODEL)
    except ModelError as error:
        return (), [InspectionFinding("problem", error.message, error.hint)]
    _judge_frames(contract, config, findings)
    _judge_classes(summary, config, lists, findings)
    if contract.batch > 1:
        findings.append(
            InspectionFinding(
                "note",
                Message(
                    "The model takes {batch} windows at a time; the live view gives it one, copied.",
                    batch=contract.batch,
                ),
                Message("Export it with a dynamic batch."),
            )
        )
    fits = [contract.kind.value]
    if contract.frames == 0:
        fits.append("frame")  # one frame is a sequence, too
    return tuple(fits), findings


def _judge_frames(contract: LetterContract, config: LetterConfig, findings: list[InspectionFinding]) -> None:
    if contract.frames == 1:
        findings.append(
            InspectionFinding(
                "note",
                Message(
                    "The sequence length is fixed at 1 where {frames} is configured: it sees one "
                    "frame, so J and Z, which move, cannot be told from a hand held still.",
                    frames=config.frames,
                ),
                Message(
                    "Export it again with sequence length {frames} or dynamic, or keep it for the "
                    "per-frame mode.",
                    frames=config.frames,
                ),
            )
        )
    elif contract.frames and contract.frames != config.frames:
        findings.append(
            InspectionFinding(
                "note",
                Message(
                    "The sequence length is fixed at {frames} where {configured} is configured: the "
                    "last {frames} frames are given, or the first one is repeated.",
                    frames=contract.frames,
                    configured=config.frames,
                ),
                Message("Export it again with sequence length {frames} or dynamic.", frames=config.frames),
            )
        )


def _judge_classes(
    summary: OnnxSummary, config: LetterConfig, lists: LabelLists, findings: list[InspectionFinding]
) -> None:
    sizes = [info.shape[-1] for info in summary.outputs if info.shape]
    chosen = (choose_labels(lists, size) for size in sizes if isinstance(size, int))
    names = next((names for names in chosen if names is not None), None)
    if names is None:
        if sizes and all(isinstance(size, int) for size in sizes):
            shapes = ", ".join(f"{info.name} {shape_text(info)}" for info in summary.outputs)
            findings.append(
                InspectionFinding(
                    "problem",
                    Message("No output has one number a letter: {shapes}.", shapes=shapes),
                    LABELS_HINT,
                )
            )
        return
    for where in unused_lists(lists, len(names)):
        findings.append(
            InspectionFinding(
                "note",
                Message(
                    "The names in {where} are not used: they are not one for each of {classes} classes.",
                    where=where,
                    classes=len(names),
                ),
                LABELS_HINT,
            )
        )
    known = [canonical(name) for name in names]
    missing = [letter for letter in LETTERS if letter not in known]
    others = [name for name, plain in zip(names, known, strict=True) if plain not in INDEX]
    if missing:
        findings.append(
            InspectionFinding(
                "note",
                Message("The model does not know {letters}.", letters=" ".join(missing)),
                Message("They are never answered."),
            )
        )
    if others:
        findings.append(
            InspectionFinding(
                "note",
                Message("Some classes are no letters: {names}.", names=", ".join(others)),
                Message("They are never answered. A list of names beside the model says what its classes are."),
            )
        )
    if len(names) != config.classes:
        findings.append(
            InspectionFinding(
                "note",
                Message(
                    "The file has {known} classes where {classes} are configured.",
                    known=len(names),
                    classes=config.classes,
                ),
                Message("SPACE, DELETE and NOTHING are answered as well; configure 29 classes.")
                if len(names) == len(CLASSES)
                else Message(
                    "SPACE, DELETE and NOTHING are answered only where the model has them; a missing hand is "
                    "NOTHING all the same."
                ),
            )
        )


def trial_input(summary: OnnxSummary, frames: int) -> FloatArray:
    """Real hands of the built-in sample in the model's own shape."""
    contract = read_contract(summary, THE_MODEL)
    hands = _sample_hands()
    return contract.batch_of(hands[np.arange(contract.frames or frames) % len(hands)])


def check_outputs(outputs: list[FloatArray], names: list[str], lists: LabelLists) -> None:
    """Raises ModelError if the output has no letters or is not finite."""
    scores = outputs[contracts.find_scores(outputs, names, THE_MODEL, lists)]
    if not np.isfinite(scores).all():
        raise ModelError(
            Message("The letters' scores hold NaN."), Message("Export the model again; check its weights.")
        )


@cache
def _sample_hands() -> FloatArray:
    """(S, 21, 3): the right hands of the built-in sample, by the contract."""
    recording = load_recording(paths.sample_recording())
    hands = recording.raw[:, layout.RIGHT_HAND].reshape(-1, layout.HAND_POINTS, 3)
    return normalised(hands[hands.any(axis=(1, 2))])
