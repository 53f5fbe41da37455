"""The training loop: a run folder with settings, split, metrics, curves and the best checkpoint."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from desktop_app.engine import layout
from desktop_app.errors import TrainingError
from desktop_app.training.architectures import LEAN, AnyEncoder, build
from desktop_app.training.augment import face_mirror_order
from desktop_app.training.batches import Batch, BatchMaker, PeopleBatchMaker
from desktop_app.training.checkpoint import BEST, CONFIG, LAST, load_checkpoint, save_checkpoint
from desktop_app.training.curves import MetricsLog
from desktop_app.training.dataset import Clip, Dataset, split_by_signer, without_sentences
from desktop_app.training.ema import Average
from desktop_app.training.files import write_arrays, write_json
from desktop_app.training.lean_model import LeanEncoder
from desktop_app.training.losses import OBJECTIVES, objective_loss
from desktop_app.training.run_figures import evaluate
from desktop_app.training.run_folder import describe, statistics_arrays
from desktop_app.training.run_settings import TrainSettings

__all__ = ["TrainSettings", "TrainStep", "train"]


@dataclass(frozen=True, slots=True)
class TrainStep:
    """Progress: the step just done, its loss, and the figures when they were taken."""

    step: int
    loss: float
    figures: dict[str, float] | None


def train(dataset: Dataset, run: Path, settings: TrainSettings) -> Iterator[TrainStep]:
    """Train into the folder `run`; yields after each step.

    The checkpoint kept as best is the one with the highest Ret@1 on held-out signers (mean of k = 1 and 5);
    without held-out signers it is the last.

    Raises:
        TrainingError: an unknown objective, fewer than two sentences, or a loss that is not a number.
        DatasetError: the split is not possible.
    """
    if settings.objective not in OBJECTIVES:
        raise TrainingError(
            f"There is no objective '{settings.objective}'.", f"Known: {', '.join(OBJECTIVES)}."
        )
    split = split_by_signer(dataset.clips, settings.held_out, settings.seed)
    split = without_sentences(split, settings.held_out_sentences)
    if len({clip.sentence for clip in split.train}) < 2:
        raise TrainingError("Training needs clips of at least two sentences.", "Add clips to the data set.")
    run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(settings.seed)
    torch.set_num_threads(settings.threads)
    model = _start_model(settings)
    settings = replace(settings, model=model.settings)  # a run that goes on keeps its sizes
    maker = _maker(dataset, split.train, split.train, settings, settings.seed)
    checker = _maker(dataset, split.held_out or split.train, split.train, settings, settings.seed + 1)
    probe = checker.draw()
    write_json(run / CONFIG, describe(dataset, settings, split))
    write_arrays(run / "global_stats.npz", **statistics_arrays(dataset))
    if isinstance(model, LeanEncoder):
        model.set_statistics(torch.from_numpy(dataset.mean), torch.from_numpy(dataset.std))
    mean_model = Average(model, settings.average)
    optimiser = torch.optim.AdamW(
        model.parameters(), lr=settings.learning_rate, weight_decay=settings.weight_decay
    )
    log = MetricsLog(run)
    best, started, recent = -1.0, time.monotonic(), 0.0
    for step, batch in zip(range(1, settings.steps + 1), maker, strict=False):
        value = _learn(model, optimiser, batch, step, settings)
        mean_model.add(model)
        recent = value if step == 1 else 0.95 * recent + 0.05 * value
        taken: dict[str, float] | None = None
        if step % settings.evaluate_every == 0 or step == settings.steps:
            kept = mean_model.model
            taken = evaluate(kept, dataset, split.train, split.held_out, checker, probe)
            log.add({"step": step, "seconds": round(time.monotonic() - started, 1), "loss": recent, **taken})
            save_checkpoint(run / LAST, kept, step, taken)
            score = (taken["ret1_k1"] + taken["ret1_k5"]) / 2 if split.held_out else float(step)
            if score > best:
                best = score
                save_checkpoint(run / BEST, kept, step, taken)
        yield TrainStep(step, value, taken)


def _learn(
    model: AnyEncoder, optimiser: torch.optim.Optimizer, batch: Batch, step: int, settings: TrainSettings
) -> float:
    """One step of the optimiser; the loss before it."""
    model.train()
    for group in optimiser.param_groups:
        group["lr"] = settings.learning_rate * _schedule(step, settings)
    views = torch.from_numpy(np.concatenate([batch.first, batch.second]))
    first, second = model(views)[0].chunk(2)
    labels = torch.from_numpy(batch.labels)
    signers = torch.from_numpy(batch.signers)
    loss = objective_loss(
        settings.objective, first, second, labels, settings.temperature, signers, settings.same_person
    )
    value = float(loss.detach())
    if not math.isfinite(value):
        raise TrainingError(
            f"The loss is not a number after {step} steps.", "Train with a smaller --learning-rate."
        )
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    return value


def _maker(
    dataset: Dataset, clips: tuple[Clip, ...], train_clips: tuple[Clip, ...], settings: TrainSettings, seed: int
) -> BatchMaker:
    """Batches of clips, augmented as the architecture asks for."""
    if settings.model.architecture == LEAN:
        return PeopleBatchMaker(clips, dataset.mean, dataset.std, settings.batch, settings.people, seed)
    face_order = _face_order(train_clips)
    return BatchMaker(clips, dataset.mean, dataset.std, settings.batch, settings.augment, face_order, seed)


def _start_model(settings: TrainSettings) -> AnyEncoder:
    if settings.start_from is None:
        return build(settings.model)
    return load_checkpoint(Path(settings.start_from) / BEST)[0]


def _schedule(step: int, settings: TrainSettings) -> float:
    """Warm up, then half a cosine down to a twentieth."""
    if step < settings.warmup:
        return step / settings.warmup
    done = (step - settings.warmup) / max(settings.steps - settings.warmup, 1)
    return 0.05 + 0.95 * (1 + math.cos(math.pi * done)) / 2


def _face_order(clips: tuple[Clip, ...]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The mirror table of the face from a clip that has one; without any the order stays."""
    for clip in clips[:: max(len(clips) // 200, 1)]:
        faces = clip.features()[:, layout.FACE]
        faces = faces[faces.any(axis=1)]
        if len(faces):
            return face_mirror_order(faces.mean(axis=0).reshape(layout.FACE_POINTS, 3))
    return np.arange(layout.FACE_POINTS, dtype=np.int64)
