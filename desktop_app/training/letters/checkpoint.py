"""A trained letter model on disk: `letters.pt` (weights) and `letters.json` (how it was made)."""

from __future__ import annotations

import io
import json
import pickle
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from desktop_app.errors import TrainingError
from desktop_app.files import write_bytes
from desktop_app.message import Message
from desktop_app.training.files import write_json
from desktop_app.training.letters.loop import LetterTraining
from desktop_app.training.letters.models import FrameNet, LetterModelSettings, SequenceNet, make_net
from desktop_app.training.letters.report import CONFUSION, REPORT
from desktop_app.training.outputs import check_outputs, read_marker

WEIGHTS, CONFIG = "letters.pt", "letters.json"


@dataclass(frozen=True, slots=True, eq=False)
class LetterRun:
    """Nets of one architecture, trained alike from different seeds, and how."""

    nets: tuple[FrameNet | SequenceNet, ...]
    settings: LetterModelSettings
    config: Mapping[str, Any]

    @property
    def is_frame(self) -> bool:
        """Whether the nets read single frames."""
        return self.settings.architecture == "mlp"


def check_run(folder: Path, *, replace_old: bool = False) -> None:
    """Raise ConfigError where a run would replace files that no earlier run has made."""
    own = read_marker(folder / CONFIG, ("training",)) is not None
    check_outputs(folder, (CONFIG, WEIGHTS, REPORT, CONFUSION), replace_old=replace_old or own)


def save_run(
    folder: Path, nets: Sequence[FrameNet | SequenceNet], settings: LetterTraining, notes: Mapping[str, Any]
) -> None:
    """Write a run, each file atomically."""
    folder.mkdir(parents=True, exist_ok=True)
    data = io.BytesIO()
    torch.save([net.state_dict() for net in nets], data)
    write_bytes(folder / WEIGHTS, data.getvalue())
    write_json(folder / CONFIG, {"training": asdict(settings), **notes})


def load_run(folder: Path) -> LetterRun:
    """Read a run.

    Raises:
        TrainingError: there is none, or it is damaged.
    """
    hint = Message("Train one with `signmirror letters-train COLLECTION --out RUN`.")
    if not (folder / WEIGHTS).is_file() or not (folder / CONFIG).is_file():
        raise TrainingError(Message("There is no letter model in {folder}.", folder=folder), hint)
    try:
        config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        settings = LetterModelSettings(**config["training"]["model"])
        states = torch.load(folder / WEIGHTS, map_location="cpu", weights_only=True)
        nets = []
        for state in states:
            net = make_net(settings)
            net.load_state_dict(state)
            nets.append(net.eval())
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, pickle.UnpicklingError) as error:
        raise TrainingError(
            Message("The letter model in {folder} is damaged.", folder=folder), hint, detail=str(error)
        ) from error
    return LetterRun(tuple(nets), settings, config)
