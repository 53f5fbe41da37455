"""What a training run leaves for people: report.json and the confusion picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.engine.letters.alphabet import CLASSES, STILL_LETTERS
from desktop_app.engine.records import FloatArray
from desktop_app.training.files import save_picture, write_json
from desktop_app.training.letters.evaluate import LetterEvaluation

REPORT, CONFUSION = "report.json", "confusion.png"


def save_report(folder: Path, evaluations: Sequence[LetterEvaluation], figures: Mapping[str, Any]) -> None:
    """Figures over all held-out sources, each by itself, and the picture."""
    write_json(
        folder / REPORT,
        {"figures": dict(figures), "sources": [evaluation.to_dict() for evaluation in evaluations]},
    )
    draw_confusion(folder / CONFUSION, mean_confusion([evaluation.confusion for evaluation in evaluations]))


def mean_confusion(tables: Sequence[FloatArray]) -> FloatArray:
    """Mean of the sources that show a letter."""
    stacked = np.stack(tables)
    shown = (stacked.sum(axis=2) > 0).sum(axis=0)
    return np.asarray(stacked.sum(axis=0) / np.maximum(shown, 1)[:, None], np.float32)


def draw_confusion(path: Path, table: FloatArray) -> None:
    """Rows: the letter shown; columns: the answer; numbers are hundredths."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    names = list(STILL_LETTERS)
    rows = [CLASSES.index(name) for name in names]
    columns = [place for place in range(len(CLASSES)) if place in rows or table[:, place].max() >= 0.01]
    figure = Figure(figsize=(9, 8), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    shown = table[np.ix_(rows, columns)]
    axes.imshow(shown, vmin=0, vmax=1, cmap="Blues")
    axes.set_xticks(range(len(columns)), [CLASSES[place][:3] for place in columns])  # SPA, DEL
    axes.set_yticks(range(len(names)), names)
    axes.set_xlabel("answer")
    axes.set_ylabel("letter shown")
    for row in range(len(names)):
        for column in range(len(columns)):
            if shown[row, column] >= 0.02:
                axes.text(
                    column, row, f"{100 * shown[row, column]:.0f}", ha="center", va="center", fontsize=7,
                    color="white" if shown[row, column] > 0.5 else "black",
                )  # fmt: skip
    save_picture(figure, path, dpi=100)
