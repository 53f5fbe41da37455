"""The table of a study: figures of the best checkpoints, as CSV and as part of a document."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from desktop_app.errors import ConfigError
from desktop_app.files import write_bytes
from desktop_app.message import Message
from desktop_app.training.curves import METRICS, Curve, draw_comparison
from desktop_app.training.files import write_table
from desktop_app.training.outputs import check_outputs
from desktop_app.training.run_folder import BEST_FIGURES, differences
from desktop_app.training.study import Study, StudyRun, folder_of, is_finished

TABLE: Final = "table.csv"
PICTURE: Final = "curves.png"
_FIRST_COLUMNS: Final = "name,ships,seeds,best_steps,"
_FIGURE: Final = re.compile(r"(?P<kind>.*?)_?(?P<name>ret|mrr)(?P<rank>\d*)_k(?P<k>\d+)")
_WRITTEN: Final = {"ret": "Ret@", "mrr": "MRR"}


@dataclass(frozen=True, slots=True)
class StudyRow:
    """One run of the table, mean over its finished seeds.

    Attributes:
        seeds: the finished ones.
        best_steps: step of the best checkpoint, a seed.
        figures, spread: mean and standard deviation (n - 1) over seeds; no spread with one seed.
        difference: of the means to those of the baseline.
        seconds: of training with its evaluations, mean.
        weights: number of trained parameters.
    """

    name: str
    note: str
    ships: bool
    seeds: tuple[int, ...]
    best_steps: tuple[int, ...]
    figures: dict[str, float]
    spread: dict[str, float]
    difference: dict[str, float]
    seconds: float
    weights: int
    differs: dict[str, Any]


def study_rows(study: Study, out: Path, metadata_sha256: str) -> list[StudyRow]:
    """What is finished, in the order of the study; a run without a finished seed is left out."""
    rows = [
        _row(study, run, folders) for run in study.runs if (folders := _finished(run, out, metadata_sha256))
    ]
    baseline = next((row for row in rows if row.name == study.baseline), None)
    if baseline is None:
        return rows
    return [
        row if row is baseline else replace(row, difference=differences(row.figures, baseline.figures))
        for row in rows
    ]


def check_table(out: Path, *, replace_old: bool = False) -> None:
    """Raise ConfigError where the table or its picture would replace files that no study has made."""
    try:
        with (out / TABLE).open(encoding="utf-8") as file:
            own = file.readline(len(_FIRST_COLUMNS)) == _FIRST_COLUMNS
    except (OSError, UnicodeDecodeError):
        own = False
    check_outputs(out, (TABLE, PICTURE), replace_old=replace_old or own)


def write_study(study: Study, rows: Sequence[StudyRow], out: Path, metadata_sha256: str) -> None:
    """table.csv, a line a run, and the curves of all runs in one picture."""
    names = _figure_names(rows)
    table = []
    for row in rows:
        line: dict[str, Any] = {
            "name": row.name,
            "ships": row.ships,
            "seeds": " ".join(str(seed) for seed in row.seeds),
            "best_steps": " ".join(str(step) for step in row.best_steps),
        }
        for name in names:
            line[name] = _rounded(row.figures.get(name))
            line[f"{name}_spread"] = _rounded(row.spread.get(name))
            line[f"{name}_difference"] = _rounded(row.difference.get(name))
        table.append(
            {
                **line,
                "seconds": row.seconds,
                "weights": row.weights,
                "differs": json.dumps(row.differs),
                "note": row.note,
            }
        )
    write_table(out / TABLE, pd.DataFrame(table))
    curves = [
        Curve(
            run.name,
            run.name == study.ships,
            tuple(pd.read_csv(folder / METRICS) for folder in _finished(run, out, metadata_sha256).values()),
        )
        for run in study.runs
    ]
    shown = [name for name in shown_figures(study, rows) if name.startswith("ret1") or study.figures]
    draw_comparison([curve for curve in curves if curve.tables], ["loss", *shown[:3]], out / PICTURE)


def shown_figures(study: Study, rows: Sequence[StudyRow]) -> list[str]:
    """Columns of the Markdown table: those the study names, or every Ret@; without any, all figures."""
    names = _figure_names(rows)
    if study.figures:
        missing = [name for name in study.figures if rows and name not in names]
        if missing:
            raise ConfigError(
                Message("No run has the figure {missing}.", missing=missing[0]),
                Message("There are: {names}.", names=", ".join(names)),
            )
        return list(study.figures)
    return [name for name in names if re.search(r"(^|_)ret\d", name)] or names


def markdown(study: Study, rows: Sequence[StudyRow]) -> str:
    """The table as Markdown; the run that ships is bold, differences to the baseline are in brackets."""
    names = shown_figures(study, rows)
    head = [
        "run",
        *(figure_label(name) for name in names),
        "seeds",
        "seconds",
        "weights",
        "what differs",
        "note",
    ]
    lines = [head, ["---"] * len(head)]
    for row in rows:
        bold = "**" if row.ships else ""
        marks = [word for word, yes in (("ships", row.ships), ("baseline", row.name == study.baseline)) if yes]
        label = f"{bold}{row.name}{bold}" + (f" ({', '.join(marks)})" if marks else "")
        differs = ", ".join(f"{key} = {_toml(value)}" for key, value in row.differs.items())
        lines.append(
            [
                label,
                *(f"{bold}{_cell(row, name)}{bold}" for name in names),
                str(len(row.seeds)),
                f"{row.seconds:.0f}",
                f"{row.weights:,}",
                differs or "nothing",
                row.note,
            ]
        )
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def rewrite_between_marks(document: Path, name: str, text: str) -> None:
    """Put the table at its place in the document; see `marked_place`."""
    before, after = marked_place(document, name)
    write_bytes(document, f"{before}\n{text}\n{after}".encode())


def marked_place(document: Path, name: str) -> tuple[str, str]:
    """The text up to `<!-- study:NAME -->` and from `<!-- /study -->` on, with these marks.

    Raises:
        ConfigError: no such document, or not exactly one such place in it.
    """
    start, end = f"<!-- study:{name} -->", "<!-- /study -->"
    try:
        old = document.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            Message("{document} cannot be read.", document=document), Message("Name a Markdown document.")
        ) from error
    before, found, rest = old.partition(start)
    _, closed, after = rest.partition(end)
    if not found or not closed or start in after:
        raise ConfigError(
            Message("{document} has no one place for the study {name}.", document=document, name=name),
            Message("Write {start} and {end} where it belongs.", start=start, end=end),
        )
    return before + start, end + after


def figure_label(name: str) -> str:
    """`ret1_k5` -> `Ret@1, k = 5`; other names stay as they are."""
    parts = _FIGURE.fullmatch(name)
    if parts is None:
        return name
    kind = f"{parts['kind'].replace('_', ' ')} " if parts["kind"] else ""
    return f"{kind}{_WRITTEN[parts['name']]}{parts['rank']}, k = {parts['k']}"


def _finished(run: StudyRun, out: Path, metadata_sha256: str) -> dict[int, Path]:
    folders = {seed: folder_of(out, run, seed) for seed in run.seeds}
    return {
        seed: folder
        for seed, folder in folders.items()
        if is_finished(folder, replace(run.settings, seed=seed), metadata_sha256)
    }


def _row(study: Study, run: StudyRun, folders: dict[int, Path]) -> StudyRow:
    best = [json.loads((folder / BEST_FIGURES).read_text(encoding="utf-8")) for folder in folders.values()]
    seconds = [float(pd.read_csv(folder / METRICS)["seconds"].iloc[-1]) for folder in folders.values()]
    values = {name: np.array([one["figures"][name] for one in best]) for name in best[0]["figures"]}
    return StudyRow(
        name=run.name,
        note=run.note,
        ships=run.name == study.ships,
        seeds=tuple(folders),
        best_steps=tuple(int(one["step"]) for one in best),
        figures={name: float(many.mean()) for name, many in values.items()},
        spread={name: float(many.std(ddof=1)) for name, many in values.items() if len(many) > 1},
        difference={},
        seconds=round(float(np.mean(seconds)), 1),
        weights=int(best[0]["weights"]),
        differs=run.differs,
    )


def _figure_names(rows: Sequence[StudyRow]) -> list[str]:
    """Every figure that a run has, in the order of the metrics."""
    return list(dict.fromkeys(name for row in rows for name in row.figures))


def _cell(row: StudyRow, name: str) -> str:
    if name not in row.figures:
        return "-"
    spread = f" ± {row.spread[name]:.3f}" if name in row.spread else ""
    change = f" ({row.difference[name]:+.3f})" if name in row.difference else ""
    return f"{row.figures[name]:.3f}{spread}{change}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 5)


def _toml(value: Any) -> str:
    """The value in the syntax of the file."""
    return json.dumps(value, ensure_ascii=False)
