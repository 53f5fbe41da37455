"""Trains a letter model: balanced draws, new hands at every step, averaged weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import nn

from desktop_app.engine.letters.alphabet import CLASSES, INDEX
from desktop_app.engine.records import BoolArray
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.averaging import moving_average
from desktop_app.training.letters import people
from desktop_app.training.letters.collection import LetterCollection
from desktop_app.training.letters.draws import BalancedDraws
from desktop_app.training.letters.models import FrameNet, LetterModelSettings, SequenceNet, make_net
from desktop_app.training.letters.people import HandSettings
from desktop_app.training.letters.sequences import SequenceSettings, WindowMaker


@dataclass(frozen=True, slots=True)
class LetterTraining:
    """Settings of a run.

    Attributes:
        held_out: sources that are left out, for evaluation.
        average: decay of the moving average of the weights that is returned.
    """

    model: LetterModelSettings = field(default_factory=LetterModelSettings)
    hands: HandSettings = field(default_factory=HandSettings)
    windows: SequenceSettings = field(default_factory=SequenceSettings)
    held_out: tuple[int, ...] = ()
    steps: int = 1200
    batch: int = 256
    learning_rate: float = 2e-3
    weight_decay: float = 0.01
    label_smoothing: float = 0.1
    average: float = 0.99
    seed: int = 0


Progress = Callable[[int, float], None]


def train_letters(
    collection: LetterCollection, settings: LetterTraining, progress: Progress | None = None
) -> FrameNet | SequenceNet:
    """Train one net.

    Args:
        progress: called with step and loss.

    Raises:
        DatasetError: no training rows are left.
    """
    torch.manual_seed(settings.seed)
    rng = np.random.default_rng(settings.seed)
    net = make_net(settings.model).train()
    averaged = moving_average(net, settings.average)
    best = torch.optim.AdamW(net.parameters(), lr=settings.learning_rate, weight_decay=settings.weight_decay)
    pace = torch.optim.lr_scheduler.OneCycleLR(best, settings.learning_rate, total_steps=settings.steps)
    batches = _batches(collection, settings, rng)
    for step in range(settings.steps):
        inputs, letters = next(batches)
        loss = nn.functional.cross_entropy(net(inputs), letters, label_smoothing=settings.label_smoothing)
        best.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        best.step()
        pace.step()
        averaged.update_parameters(net)
        if progress is not None:
            progress(step + 1, float(loss.detach()))
    result: FrameNet | SequenceNet = averaged.module.eval()
    return result


def training_rows(collection: LetterCollection, settings: LetterTraining) -> BoolArray:
    """(N,) mask of the training stills."""
    stills = collection.stills
    keep = ~stills.suspect & ~np.isin(stills.sources, settings.held_out)
    if not keep.any():
        raise DatasetError(Message("No rows are left to learn from."), Message("Hold fewer sources out."))
    return np.asarray(keep & (stills.letters < len(CLASSES)))


def _batches(
    collection: LetterCollection, settings: LetterTraining, rng: np.random.Generator
) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    stills = collection.stills
    rows = np.flatnonzero(training_rows(collection, settings))
    hands = torch.from_numpy(stills.right_hands())
    draws = BalancedDraws(rows, stills.letters[rows], stills.sources[rows])
    if settings.model.architecture == "mlp":
        while True:
            letters, shown = draws.draw(settings.batch, rng)
            yield people.camera(hands[shown][:, None], settings.hands)[:, 0], torch.from_numpy(letters)
    # A held hand in the shape of J is no J to a sequence model, which sees that it does not move.
    moving = [INDEX["J"], INDEX["Z"]]
    still = rows[~np.isin(stills.letters[rows], moving)]
    held = BalancedDraws(still, stills.letters[still], stills.sources[still])
    clips = [clip for clip in collection.clips if clip.source not in settings.held_out]
    windows = WindowMaker(hands, held, draws, clips, settings.windows, settings.hands)
    while True:
        yield windows.batch(settings.batch, rng)
