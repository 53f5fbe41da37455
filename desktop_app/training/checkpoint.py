"""Weights of a run on disk."""

from __future__ import annotations

import io
import json
from dataclasses import asdict
from pathlib import Path
from pickle import UnpicklingError  # raised by torch.load; nothing is unpickled here
from typing import Any, Final

import torch

from desktop_app.errors import TrainingError
from desktop_app.files import write_bytes
from desktop_app.message import Message
from desktop_app.training.architectures import AnyEncoder, build
from desktop_app.training.model import ModelSettings

BEST: Final = "best.pt"
LAST: Final = "last.pt"
CONFIG: Final = "config.json"


def save_checkpoint(path: Path, model: AnyEncoder, step: int, figures: dict[str, float]) -> None:
    """Weights, sizes, and what they reached."""
    buffer = io.BytesIO()
    torch.save(
        {"weights": model.state_dict(), "model": asdict(model.settings), "step": step, "figures": figures},
        buffer,
    )
    write_bytes(path, buffer.getvalue())


def load_checkpoint(path: Path) -> tuple[AnyEncoder, int, dict[str, float]]:
    """The model in evaluation mode, its step and figures.

    Raises:
        TrainingError: missing, or no checkpoint of this program.
    """
    if not path.is_file():
        raise TrainingError(
            Message("{folder} has no checkpoint {path}.", folder=path.parent, path=path.name),
            Message("Train first with `signmirror train DATASET --out RUN`."),
        )
    try:
        saved: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        model = build(ModelSettings(**saved["model"]))
        model.load_state_dict(saved["weights"])
    except (OSError, RuntimeError, KeyError, TypeError, ValueError, EOFError, UnpicklingError) as error:
        raise TrainingError(
            Message("{path} cannot be read as a checkpoint.", path=path.name),
            Message("Train again."),
            detail=str(error),
        ) from error
    model.eval()
    return model, int(saved["step"]), dict(saved["figures"])


def read_config(run: Path) -> dict[str, Any]:
    """The saved description of a run.

    Raises:
        TrainingError: not a run folder.
    """
    try:
        config = json.loads((run / CONFIG).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise TrainingError(
            Message("{run} is no training run: {config} cannot be read.", run=run, config=CONFIG),
            Message("Train first with `signmirror train DATASET --out RUN`."),
            detail=str(error),
        ) from error
    if not isinstance(config, dict):
        raise TrainingError(
            Message("{config} of {run} is damaged.", config=CONFIG, run=run), Message("Train again.")
        )
    return config
