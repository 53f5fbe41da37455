"""The folder of a run: settings, split, data, code; metrics, checkpoints, best figures."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import numpy as np

from desktop_app.engine.array_files import read_npz
from desktop_app.errors import TrainingError
from desktop_app.message import Message
from desktop_app.training.architectures import AnyEncoder
from desktop_app.training.checkpoint import BEST, CONFIG, LAST, load_checkpoint, read_config, save_checkpoint
from desktop_app.training.curves import METRICS, PICTURE, MetricsLog
from desktop_app.training.dataset import Dataset, Split
from desktop_app.training.files import write_arrays, write_json
from desktop_app.training.hand_shapes import shapes_provenance
from desktop_app.training.outputs import check_outputs, read_marker
from desktop_app.training.preprocess import STATISTICS
from desktop_app.training.provenance import code_revision, data_provenance, tool_versions
from desktop_app.training.run_config import SETTINGS_FILE, write_settings
from desktop_app.training.run_settings import TrainSettings
from desktop_app.training.statistics import STATISTICS_ARRAYS
from desktop_app.training.teachers.weights import teachers_provenance

# The best checkpoint has the highest mean of these: with judges of theirs, else of those that the split allows.
JUDGES_FIGURES: Final = ("judges_ret1_k1", "judges_ret1_k5", "agreed_ret1_k1", "agreed_ret1_k5")
SELECTION_FIGURES: Final = ("ret1_k1", "ret1_k5", "unseen_ret1_k1", "unseen_ret1_k5")
BEST_FIGURES: Final = "best.json"
_STATISTICS: Final = "global_stats.npz"
_EARLIER: Final = (METRICS, PICTURE, BEST, LAST, BEST_FIGURES)


def check_run_folder(folder: Path, *, replace_old: bool = False) -> None:
    """Raise ConfigError where a run would replace files that no earlier run has made."""
    own = read_marker(folder / CONFIG, ("architecture", "settings", "data")) is not None
    check_outputs(folder, (CONFIG, SETTINGS_FILE, _STATISTICS, *_EARLIER), replace_old=replace_old or own)


class RunFolder:
    """Writes a run: its description at the start, then figures and weights of each evaluation.

    Files of an earlier run are deleted first, so that the folder never mixes two runs.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._log = MetricsLog(folder)
        self._best = -1.0
        self._started = time.monotonic()

    def start(self, given: TrainSettings, description: dict[str, Any], dataset: Dataset) -> None:
        """Write the settings as given, and the description with the settings as used."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for name in _EARLIER:
            (self._folder / name).unlink(missing_ok=True)
        write_json(self._folder / CONFIG, description)
        write_settings(self._folder / SETTINGS_FILE, given)
        write_arrays(self._folder / _STATISTICS, **_statistics_arrays(dataset))
        self._started = time.monotonic()

    def add(self, model: AnyEncoder, step: int, epoch: float, loss: float, figures: dict[str, float]) -> None:
        """Record one evaluation; the best one's weights and figures are saved separately."""
        seconds = round(time.monotonic() - self._started, 1)
        self._log.add({"step": step, "epoch": epoch, "seconds": seconds, "loss": loss, **figures})
        save_checkpoint(self._folder / LAST, model, step, figures)
        score = _score(figures, step)
        if score > self._best:
            self._best = score
            save_checkpoint(self._folder / BEST, model, step, figures)
            weights = sum(one.numel() for one in model.parameters())
            write_json(self._folder / BEST_FIGURES, {"step": step, "weights": weights, "figures": figures})


def _score(figures: dict[str, float], step: int) -> float:
    """What checkpoints are chosen by; without any figure about strangers the last one is taken."""
    for names in (JUDGES_FIGURES, SELECTION_FIGURES):
        if chosen := [figures[name] for name in names if name in figures]:
            return sum(chosen) / len(chosen)
    return float(step)


def describe(
    dataset: Dataset, settings: TrainSettings, split: Split, judges: Dataset | None = None
) -> dict[str, Any]:
    """The content of `config.json`: settings, split, data, judges, teachers, code and tools."""
    return {
        "dataset_folder": str(dataset.folder.resolve()),
        "architecture": settings.model.architecture,
        "settings": _portable_settings(settings),
        "held_out_signers": list(split.held_out_signers),
        "held_out_sentences": list(settings.held_out_sentences),
        "train_sentences": sorted({clip.sentence for clip in split.train}),
        "data": data_provenance(dataset),
        "judges": None if judges is None else data_provenance(judges),
        "code_revision": code_revision(),
        "tools": tool_versions(),
    }


def baseline_figures(path: Path) -> dict[str, float]:
    """The best figures of a run folder, or those saved in a JSON document (`train --json`, best.json).

    Raises:
        TrainingError: neither of the two.
    """
    if path.is_dir():
        if not (path / BEST_FIGURES).is_file():
            return load_checkpoint(path / BEST)[2]
        path = path / BEST_FIGURES
    try:
        figures = json.loads(path.read_text(encoding="utf-8"))["figures"]
        return {str(name): float(value) for name, value in figures.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise TrainingError(
            Message("{path} holds no figures of a training run.", path=path),
            Message(
                "Name a run folder, its {file}, or what `signmirror train --json` printed.",
                file=BEST_FIGURES,
            ),
            detail=str(error),
        ) from error


def differences(figures: dict[str, float], baseline: dict[str, float]) -> dict[str, float]:
    """Figure by figure, the difference to the baseline; figures that only one of them has are left out."""
    return {name: value - baseline[name] for name, value in figures.items() if name in baseline}


def _statistics_arrays(dataset: Dataset) -> dict[str, np.ndarray[Any, Any]]:
    return read_npz(dataset.folder / STATISTICS, STATISTICS_ARRAYS)


def _portable_settings(settings: TrainSettings) -> dict[str, Any]:
    """The settings without folders of this machine, as a document."""
    document = {**asdict(settings), "start_from": _start_name(settings)}
    document["losses"]["teachers"] = [_run_name(Path(one)) for one in settings.losses.teachers]
    if settings.teachers is not None:
        document["teachers"] = teachers_provenance(Path(settings.teachers))
    document["judges"] = settings.judges is not None
    document["more_data"] = [Path(one).name for one in settings.more_data]
    if settings.hand_shapes is not None:
        document["hand_shapes"] = shapes_provenance(Path(settings.hand_shapes))
    return document


def _run_name(run: Path) -> str:
    """The name of a run; those of a study are in a folder of that name, one per seed."""
    return run.parent.name if run.name.startswith("seed-") else run.name


def _start_name(settings: TrainSettings) -> dict[str, Any] | None:
    """The run that the weights came from, without its folder."""
    if settings.start_from is None:
        return None
    earlier = read_config(Path(settings.start_from))
    return {
        "steps": earlier["settings"]["steps"],
        "objective": earlier["settings"]["objective"],
        "held_out_signers": earlier["held_out_signers"],
        "commit": earlier["code_revision"],
    }
