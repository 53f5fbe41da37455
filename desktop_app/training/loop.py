"""The training loop: a run folder with settings, split, metrics, curves and the best checkpoint."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from desktop_app.errors import TrainingError
from desktop_app.message import Message
from desktop_app.training.architectures import LEAN, AnyEncoder, build
from desktop_app.training.averaging import moving_average
from desktop_app.training.batches import BatchMaker, PeopleBatchMaker, TrainingBatch
from desktop_app.training.checkpoint import BEST, load_checkpoint
from desktop_app.training.dataset import Dataset, DatasetClip, split_by_signer, without_sentences
from desktop_app.training.devices import gather_rows, open_devices
from desktop_app.training.hand_shapes import read_hand_shapes
from desktop_app.training.lean_model import LeanEncoder
from desktop_app.training.objective import Objective
from desktop_app.training.pseudo_signs import PseudoSettings
from desktop_app.training.run_figures import evaluate
from desktop_app.training.run_folder import RunFolder, check_run_folder, describe
from desktop_app.training.run_settings import TrainSettings, check_settings, steps_in_epoch
from desktop_app.training.teacher_panel import TeacherPanel

if TYPE_CHECKING:
    from lightning_fabric import Fabric

__all__ = ["TrainSettings", "TrainStep", "train"]

SEED_STRIDE: Final = 100_003  # between the seeds of processes that draw batches side by side


@dataclass(frozen=True, slots=True)
class TrainStep:
    """Progress: the finished step, its loss, and the figures where it was evaluated."""

    step: int
    loss: float
    figures: dict[str, float] | None


def train(
    dataset: Dataset,
    run: Path,
    settings: TrainSettings,
    fabric: Fabric | None = None,
    judges: Dataset | None = None,
    *,
    replace_old: bool = False,
) -> Iterator[TrainStep]:
    """Train into the folder `run`; yields after each step.

    The checkpoint kept as best is the one with the highest Ret@1 among the judges (mean of all and agreed
    signs, k = 1 and 5). Without judges it is that of the held-out signers and, where sentences are held out, of
    these; without either it is the last.

    With several devices every process runs this function: each draws its own batches, the loss covers the clips
    of all of them, and only the first process evaluates, writes and yields figures.

    Args:
        fabric: not yet launched; default: made from the settings.
        judges: the data set that `settings.judges` names, opened by the caller.
        replace_old: files in `run` that no earlier run has made may be replaced.

    Raises:
        TrainingError: invalid settings, unavailable devices, fewer than two sentences, or a loss of NaN.
        DatasetError: an impossible split.
        ConfigError: files in `run` would be replaced that no earlier run has made.
    """
    check_settings(settings)
    check_run_folder(run, replace_old=replace_old)
    split = split_by_signer(dataset.clips, settings.held_out, settings.split_seed)
    split = without_sentences(split, settings.held_out_sentences)
    sentences = len({clip.sentence for clip in split.train})
    if sentences < 2:
        raise TrainingError(
            Message("Training needs clips of at least two sentences."), Message("Add clips to the data set.")
        )
    fabric = fabric or open_devices(settings.devices)
    fabric.launch()
    torch.manual_seed(settings.seed)
    torch.set_num_threads(settings.threads)
    model = _start_model(settings)
    given, settings = settings, replace(settings, model=model.settings)  # a continued run keeps its sizes
    own_seed = settings.seed + SEED_STRIDE * fabric.global_rank
    maker = _maker(dataset, (*split.train, *dataset.more), settings, own_seed)
    # The loss of every process covers all clips, so equally initialised heads stay equal without averaging.
    teachers = _teachers(settings, dataset)
    objective = _objective(settings, maker, teachers)
    if fabric.global_rank:
        torch.manual_seed(own_seed)  # equal weights, different dropout
    recorded = replace(settings, pseudo=PseudoSettings(), hand_shapes=None)  # figures are about recorded signs
    checker = _maker(dataset, split.held_out or split.train, recorded, settings.seed + 1)
    probe = checker.draw()
    folder = RunFolder(run)
    if fabric.is_global_zero:
        processes = {"processes": fabric.world_size}
        folder.start(given, describe(dataset, settings, split, judges) | processes, dataset)
    if isinstance(model, LeanEncoder):
        model.set_statistics(torch.from_numpy(dataset.mean), torch.from_numpy(dataset.std))
    optimiser = torch.optim.AdamW(
        [*model.parameters(), *objective.parameters()],
        lr=settings.learning_rate,
        weight_decay=settings.weight_decay,
    )
    fabric_model, fabric_optimiser = fabric.setup(model, optimiser)
    fabric_objective, teachers = fabric.to_device(objective), fabric.to_device(teachers)
    averaged = moving_average(model, settings.average, warm_up=True)
    every = settings.evaluate_every or steps_in_epoch(
        len(split.train), sentences, settings.batch, fabric.world_size
    )
    recent, seen = 0.0, 0
    for step, batch in zip(range(1, settings.steps + 1), maker, strict=False):
        value, clips = _train_step(
            fabric, fabric_model, fabric_optimiser, fabric_objective, teachers, batch, step, settings
        )
        averaged.update_parameters(model)
        recent = value if step == 1 else 0.95 * recent + 0.05 * value
        seen += clips
        figures: dict[str, float] | None = None
        if step % every == 0 or step == settings.steps:
            if fabric.is_global_zero:
                figures = evaluate(averaged.module, dataset, split, checker, probe, judges)
                folder.add(averaged.module, step, seen / len(split.train), recent, figures)
            fabric.barrier()
        yield TrainStep(step, value, figures)


def _train_step(
    fabric: Fabric,
    model: AnyEncoder,
    optimiser: torch.optim.Optimizer,
    objective: Objective,
    teachers: TeacherPanel,
    batch: TrainingBatch,
    step: int,
    settings: TrainSettings,
) -> tuple[float, int]:
    """One step of the optimiser; returns the loss before it and the number of clips (of all processes)."""
    model.train()
    for group in optimiser.param_groups:
        group["lr"] = settings.learning_rate * _schedule(step, settings)
    views = torch.from_numpy(np.concatenate([batch.first, batch.second])).to(fabric.device)
    own = model(views)[0].chunk(2)
    # Clips of other processes serve as negatives and positives too.
    first, second = (gather_rows(fabric, rows) for rows in own)
    labels, signers = (
        gather_rows(fabric, torch.from_numpy(names).to(fabric.device))
        for names in (batch.labels, batch.signers)
    )
    known = [torch.cat([gather_rows(fabric, rows) for rows in answer.chunk(2)]) for answer in teachers(views)]
    loss = objective(first, second, labels, signers, known)
    value = float(loss.detach())
    if not math.isfinite(value):
        raise TrainingError(
            Message("The loss is not a number after {step} steps.", step=step),
            Message("Train with a smaller --learning-rate."),
        )
    optimiser.zero_grad()
    fabric.backward(loss)
    fabric.clip_gradients(model, optimiser, max_norm=1.0, error_if_nonfinite=False)
    optimiser.step()
    return value, len(labels)


def _maker(dataset: Dataset, clips: tuple[DatasetClip, ...], settings: TrainSettings, seed: int) -> BatchMaker:
    """The batches with the augmentation of the architecture."""
    if settings.model.architecture == LEAN:
        shapes = None if settings.hand_shapes is None else read_hand_shapes(Path(settings.hand_shapes))
        return PeopleBatchMaker(
            clips,
            dataset.mean,
            dataset.std,
            settings.batch,
            settings.people,
            seed,
            settings.pseudo,
            shapes,
        )
    return BatchMaker(clips, dataset.mean, dataset.std, settings.batch, settings.augment, seed)


def _teachers(settings: TrainSettings, dataset: Dataset) -> TeacherPanel:
    runs = [load_checkpoint(Path(run) / BEST)[0] for run in settings.losses.teachers]
    folder = None if settings.teachers is None else Path(settings.teachers)
    return TeacherPanel(runs, folder, settings.losses.shares, dataset.mean, dataset.std)


def _objective(settings: TrainSettings, maker: BatchMaker, teachers: TeacherPanel) -> Objective:
    return Objective(
        settings.objective,
        settings.losses,
        temperature=settings.temperature,
        same_person=settings.same_person,
        sentences=maker.sentences,
        signers=maker.people,
        embedding_dim=settings.model.embedding_dim,
        shares=teachers.shares,
        predicted=teachers.predicted,
    )


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
