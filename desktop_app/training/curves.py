"""Training curves: a CSV that grows, and its picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pandas as pd

from desktop_app.training.files import save_picture, write_table

if TYPE_CHECKING:
    from matplotlib.figure import Figure

METRICS: Final = "metrics.csv"
PICTURE: Final = "curves.png"


class MetricsLog:
    """Rows of figures; CSV and picture are written anew with each, so a stopped run has both."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rows: list[dict[str, float]] = []

    def add(self, row: dict[str, float]) -> None:
        """Append one evaluation and write both files."""
        self._rows.append({name: round(value, 5) for name, value in row.items()})
        table = pd.DataFrame(self._rows)
        write_table(self._folder / METRICS, table)
        draw_curves(table, self._folder / PICTURE)


def draw_curves(table: pd.DataFrame, path: Path) -> None:
    """Loss on the left, shares on the right, over the steps."""
    figure = _figure(10, 4)
    left, right = figure.subplots(1, 2)
    left.plot(table["step"], table["loss"], marker=".")
    left.set(xlabel="step", ylabel="loss", title="Loss (moving average)")
    for name in table.columns:
        if name.startswith(("ret", "mrr", "inst")):
            right.plot(table["step"], table[name], marker=".", label=name)
    right.set(xlabel="step", ylim=(0, 1), title="Held-out signers")
    right.legend(fontsize=8)
    save_picture(figure, path, dpi=100)


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """The metrics of one run, a table a seed; `bold` for the one that ships."""

    name: str
    bold: bool
    tables: tuple[pd.DataFrame, ...]


def draw_comparison(curves: Sequence[Curve], figures: Sequence[str], path: Path) -> None:
    """One panel a figure, one colour a run, one line a seed, over the steps."""
    figure = _figure(5.5 * len(figures), 4.5)
    panels = figure.subplots(1, len(figures), squeeze=False)[0]
    for panel, name in zip(panels, figures, strict=True):
        for number, curve in enumerate(curves):
            for seed, table in enumerate(curve.tables):
                if name in table:
                    panel.plot(
                        table["step"], table[name], color=f"C{number % 10}", marker=".", alpha=0.8,
                        linestyle=("-", "--", ":")[number // 10 % 3], linewidth=2.5 if curve.bold else 1.0,
                        label=None if seed else f"{curve.name}{' (ships)' if curve.bold else ''}",
                    )  # fmt: skip
        panel.set(xlabel="step", title=name)
        if panel.get_lines():
            panel.legend(fontsize=8)
    save_picture(figure, path, dpi=100)


def _figure(width: float, height: float) -> Figure:
    """A picture that no window shows."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure
