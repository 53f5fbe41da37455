"""The formats of training results, each file written whole or not at all."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from desktop_app.files import replacing, write_bytes

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def write_array(path: Path, array: np.ndarray[Any, Any]) -> None:
    """Write a `.npy` without pickle."""
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    write_bytes(path, buffer.getvalue())


def write_arrays(path: Path, **arrays: np.ndarray[Any, Any]) -> None:
    """Write a compressed `.npz` without pickle; the same content gives the same bytes."""
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    write_bytes(path, buffer.getvalue())


def write_table(path: Path, table: pd.DataFrame) -> None:
    """Write a CSV with `\\n` line ends on every system."""
    write_bytes(path, table.to_csv(index=False, lineterminator="\n").encode())


@contextmanager
def table_writer(path: Path, columns: Sequence[str]) -> Iterator[Callable[[Mapping[str, Any]], object]]:
    """Write a CSV like `write_table`, row by row; it appears when the block ends without an error.

    Missing values stay empty, unknown columns are ignored.
    """
    with replacing(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        yield writer.writerow


def write_json(path: Path, document: Any) -> None:
    """Write indented JSON. Raises ValueError for numbers that are not finite."""
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    write_bytes(path, (text + "\n").encode())


def save_picture(figure: Figure, path: Path, *, dpi: int) -> None:
    """Write a picture in the format of its suffix; a PNG names this program."""
    kind = path.suffix.lower().removeprefix(".") or "png"
    buffer = io.BytesIO()
    figure.savefig(buffer, dpi=dpi, format=kind, metadata={"Software": "SignMirror"} if kind == "png" else None)
    write_bytes(path, buffer.getvalue())
