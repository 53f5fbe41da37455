"""Collections of labelled clips on disk, and the raw landmark arrays that some of them use.

The layouts, one file each: `desktop_app/training/corpora/`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from desktop_app.engine import layout
from desktop_app.engine.array_files import ArrayFileError, read_npz
from desktop_app.engine.records import FloatArray
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.corpora.base import ClipJob
from desktop_app.training.corpora.formats import open_corpus

MAX_COLLECTION_BYTES: Final = 16 << 30  # of one file, unpacked
INT16_SCALE: Final = 8192.0  # what an int16 coordinate was multiplied by


def read_collection(path: Path) -> list[ClipJob]:
    """Every clip of a collection, in a stable order, as a list.

    Raises:
        DatasetError: nothing there, no clips in it, or a table without the columns it needs.
    """
    return list(open_corpus(path))


def is_array_collection(path: Path) -> bool:
    """Whether the folder holds raw landmark arrays (`clips.csv` and `.npz`)."""
    return (path / "clips.csv").is_file() and not (path / "processed_metadata.csv").is_file()


class ArrayReader:
    """Raw clips of `.npz` files; keeps the last file in memory, because jobs come file by file."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._frames: np.ndarray[Any, Any] = np.zeros((0, layout.FEATURE_DIM), np.int16)
        self._offsets: np.ndarray[Any, Any] = np.zeros(1, np.int64)

    def read(self, path: Path, index: int) -> FloatArray:
        """Raw MediaPipe coordinates (T, 540) float32 of clip `index`."""
        if path != self._path:
            self._frames, self._offsets = _load_arrays(path)
            self._path = path
        if not 0 <= index < len(self._offsets) - 1:
            raise DatasetError(
                Message(
                    "{path} holds {count} clips; clips.csv asks for number {index}.",
                    path=path.name,
                    count=len(self._offsets) - 1,
                    index=index,
                ),
                Message("Fetch the collection again: its table and its arrays do not belong together."),
            )
        rows = self._frames[self._offsets[index] : self._offsets[index + 1]]
        if np.issubdtype(rows.dtype, np.integer):
            return (rows.astype(np.float32) / np.float32(INT16_SCALE)).astype(np.float32)
        return np.ascontiguousarray(rows, np.float32)


def _load_arrays(path: Path) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    try:
        arrays = read_npz(path, ("frames", "offsets"), most_bytes=MAX_COLLECTION_BYTES, finite=False)
        frames, offsets = arrays["frames"], arrays["offsets"]
    except (ArrayFileError, KeyError) as error:
        raise DatasetError(
            Message("{path} cannot be read as landmark arrays.", path=path.name),
            Message("Fetch the collection again; the file needs `frames` (frames, 540) and `offsets`."),
            detail=str(error),
        ) from error
    if frames.ndim != 2 or frames.shape[1] != layout.FEATURE_DIM:
        raise DatasetError(
            Message(
                "{path} holds frames of shape {shape}; a row has {feature_dim} numbers.",
                path=path.name,
                shape=frames.shape,
                feature_dim=layout.FEATURE_DIM,
            ),
            Message("Fetch the collection again, or convert it to the 540 columns."),
        )
    fits = offsets.ndim == 1 and len(offsets) and offsets.dtype.kind in "iu"
    if not fits or offsets[0] < 0 or (offsets[1:] < offsets[:-1]).any() or offsets[-1] > len(frames):
        raise DatasetError(
            Message("{path} has offsets that do not fit its frames.", path=path.name),
            Message("Fetch the collection again."),
        )
    return frames, offsets


def records(table: pd.DataFrame) -> list[dict[str, str]]:
    """Rows of a table that was read as text."""
    return [{str(name): str(value) for name, value in row.items()} for row in table.to_dict("records")]
