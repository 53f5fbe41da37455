"""Leave-one-out training: the same settings with each source held out in turn, and once on all sources."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import nn

from desktop_app.engine.letters.alphabet import MOVING_PLACES
from desktop_app.engine.letters.contract import LetterInput
from desktop_app.engine.letters.hands import normalised
from desktop_app.engine.letters.model import OnnxLetterModel
from desktop_app.engine.records import FloatArray
from desktop_app.training.letters.clips import clip_windows
from desktop_app.training.letters.collection import LetterCollection
from desktop_app.training.letters.evaluate import LetterEvaluation, evaluate_letters
from desktop_app.training.letters.export import LetterShape, export_letters
from desktop_app.training.letters.loop import LetterTraining, train_letters
from desktop_app.training.letters.models import (
    FrameEnsemble,
    FrameNet,
    SequenceEnsemble,
    SequenceNet,
    StillAndDrawn,
)

_SAMPLES: Final = 4
Report = Callable[[str], None]
Nets = Sequence[FrameNet | SequenceNet]


@dataclass(frozen=True, slots=True)
class Fold:
    """One held-out source: its number, and the evaluation on it."""

    source: int
    evaluation: LetterEvaluation


def train_seeds(
    collection: LetterCollection,
    settings: LetterTraining,
    seeds: int,
    report: Report | None = None,
) -> Nets:
    """Several nets of the same settings, their seeds counting up."""
    nets = []
    for number in range(seeds):
        seeded = replace(settings, seed=settings.seed + number)

        def progress(step: int, loss: float, number: int = number) -> None:
            if report is not None and step % 250 == 0:
                report(f"net {number + 1} of {seeds}, step {step}, loss {loss:.3f}")

        nets.append(train_letters(collection, seeded, progress))
    return nets


def joined(frame_nets: Nets, sequence_nets: Nets) -> tuple[nn.Module, bool]:
    """What is exported of nets of one or both kinds, and whether it takes single frames."""
    frames = [net for net in frame_nets if isinstance(net, FrameNet)]
    sequences = [net for net in sequence_nets if isinstance(net, SequenceNet)]
    if frames and sequences:
        return StillAndDrawn(FrameEnsemble(frames), SequenceEnsemble(sequences)).eval(), False
    if frames:
        return FrameEnsemble(frames).eval(), True
    return SequenceEnsemble(sequences).eval(), False


def judge_nets(
    collection: LetterCollection, frame_nets: Nets, sequence_nets: Nets, *, calibrate: int = 0
) -> LetterEvaluation:
    """Evaluate nets on a collection through the file that would be exported."""
    net, takes_frames = joined(frame_nets, sequence_nets)
    shape = LetterShape(LetterInput.FRAME, 1) if takes_frames else LetterShape(LetterInput.FLAT, 0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "judged.onnx"
        export_letters(
            net, path, shape, takes_frames=takes_frames, notes={}, samples=sample_windows(collection)
        )
        model = OnnxLetterModel(path)
        mode = "frame" if takes_frames else "sequence"
        return evaluate_letters(collection, model, mode=mode, calibrate=calibrate)


def each_held_out(
    collection: LetterCollection,
    settings: LetterTraining,
    seeds: int,
    report: Report,
) -> list[tuple[Fold, Nets]]:
    """One fold a source that shows letters."""
    folds = []
    for source in collection.judged:
        report(f"without {collection.name_of(source)}")
        held_out = replace(settings, held_out=(source,))
        nets = train_seeds(collection, held_out, seeds, lambda _text: None)
        of_source = collection.only((source,))
        frame = settings.model.architecture == "mlp"
        evaluation = judge_nets(of_source, nets if frame else (), () if frame else nets)
        report(f"  {collection.name_of(source)}: {evaluation.accuracy_still_clean:.3f}")
        folds.append((Fold(source, evaluation), nets))
    return folds


def sample_windows(collection: LetterCollection) -> list[FloatArray]:
    """Real windows (S, 21, 3) by the contract, for proofs of parity: stills of several letters, and moving
    clips.
    """
    hands = collection.stills.right_hands()
    places = np.linspace(0, len(hands) - 1, 32).astype(np.int64)
    windows = [hands[places]]
    moving = [clip for clip in collection.clips if clip.letter in MOVING_PLACES]
    for clip in moving[: _SAMPLES - 1]:
        windows.append(normalised(next(clip_windows(clip))))
    return windows


def combined(evaluations: Sequence[LetterEvaluation]) -> dict[str, float | None]:
    """Means over folds, each of one source."""
    clean = np.array([e.accuracy_still_clean for e in evaluations if np.isfinite(e.accuracy_still_clean)])
    names = (
        "accuracy_still",
        "accuracy_still_clean",
        "accuracy_all",
        "j_recall",
        "z_recall",
        "still_called_jz",
    )
    figures: dict[str, float | None] = {}
    for name in names:
        found = [getattr(e, name) for e in evaluations]
        values = [value for value in found if value is not None and np.isfinite(value)]
        figures[name] = float(np.mean(values)) if values else None
    figures["worst_tenth_still"] = float(np.percentile(clean, 10)) if len(clean) else None
    if len(evaluations) == 1:  # of several people
        figures["worst_tenth_still"] = evaluations[0].worst_tenth_still
    return figures


def set_threads(threads: int) -> None:
    """How many processor threads torch uses; 0 leaves it to torch."""
    if threads:
        torch.set_num_threads(threads)
