"""Training curves: a CSV that grows, and its picture."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pandas as pd

from desktop_app.training.files import write_atomic, write_table

METRICS: Final = "metrics.csv"
PICTURE: Final = "curves.png"


class MetricsLog:
    """Rows of figures; CSV and picture are written anew with each, so a stopped run has both."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rows: list[dict[str, float]] = []

    def add(self, row: dict[str, float]) -> None:
        """One evaluation."""
        self._rows.append({name: round(value, 5) for name, value in row.items()})
        table = pd.DataFrame(self._rows)
        write_table(self._folder / METRICS, table)
        draw_curves(table, self._folder / PICTURE)


def draw_curves(table: pd.DataFrame, path: Path) -> None:
    """Loss on the left, shares on the right, over the steps."""
    import io

    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 4), layout="constrained")
    FigureCanvasAgg(figure)
    left, right = figure.subplots(1, 2)
    left.plot(table["step"], table["loss"], marker=".")
    left.set(xlabel="step", ylabel="loss", title="Loss (moving average)")
    for name in table.columns:
        if name.startswith(("ret", "mrr", "inst")):
            right.plot(table["step"], table[name], marker=".", label=name)
    right.set(xlabel="step", ylim=(0, 1), title="Held-out signers")
    right.legend(fontsize=8)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=100)
    write_atomic(path, buffer.getvalue())
