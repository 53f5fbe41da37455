"""Writing results so that a crash leaves the old file or the new one, never half of one."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd


def part_of(path: Path) -> Path:
    """Where a file is written before it is put in place."""
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def write_atomic(path: Path, content: bytes) -> None:
    """Write beside the target, then rename over it."""
    part = part_of(path)
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_array(path: Path, array: np.ndarray[Any, Any]) -> None:
    """A `.npy` without pickle."""
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    write_atomic(path, buffer.getvalue())


def write_arrays(path: Path, **arrays: np.ndarray[Any, Any]) -> None:
    """A compressed `.npz` without pickle; the same content gives the same bytes."""
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    write_atomic(path, buffer.getvalue())


def write_table(path: Path, table: pd.DataFrame) -> None:
    """A CSV with `\\n` line ends on every system."""
    write_atomic(path, table.to_csv(index=False, lineterminator="\n").encode())


@contextmanager
def table_writer(path: Path, columns: Sequence[str]) -> Iterator[Callable[[Mapping[str, Any]], object]]:
    """A CSV like `write_table`'s, row by row; put in place when the block ends without an error.

    What a row does not have stays empty, what is no column is left out.
    """
    part = part_of(path)
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            yield writer.writerow
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_json(path: Path, document: Any) -> None:
    """Readable JSON; numbers that are not finite are refused."""
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    write_atomic(path, (text + "\n").encode())
