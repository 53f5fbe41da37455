"""What a run folder says about its run: settings, split, data, code; and the statistics of its data set."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.training.checkpoint import read_config
from desktop_app.training.dataset import Dataset, Split
from desktop_app.training.provenance import code_revision, data_provenance, tool_versions
from desktop_app.training.run_settings import TrainSettings


def describe(dataset: Dataset, settings: TrainSettings, split: Split) -> dict[str, Any]:
    """The content of config.json."""
    return {
        "dataset_folder": str(dataset.folder.resolve()),
        "architecture": settings.model.architecture,
        "settings": {**asdict(settings), "start_from": _start_name(settings)},
        "held_out_signers": list(split.held_out_signers),
        "held_out_sentences": list(settings.held_out_sentences),
        "train_sentences": sorted({clip.sentence for clip in split.train}),
        "data": data_provenance(dataset),
        "code_revision": code_revision(),
        "tools": tool_versions(),
    }


def statistics_arrays(dataset: Dataset) -> dict[str, np.ndarray[Any, Any]]:
    """The statistics of the data set, as they are copied into the run."""
    with np.load(dataset.folder / "global_stats.npz", allow_pickle=False) as data:
        return {name: data[name] for name in data.files}


def _start_name(settings: TrainSettings) -> dict[str, Any] | None:
    """What the weights came from, without the folder it lay in."""
    if settings.start_from is None:
        return None
    earlier = read_config(Path(settings.start_from))
    return {
        "steps": earlier["settings"]["steps"],
        "objective": earlier["settings"]["objective"],
        "held_out_signers": earlier["held_out_signers"],
        "commit": earlier["code_revision"],
    }
