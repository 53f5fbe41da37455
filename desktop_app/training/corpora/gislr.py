"""Google's isolated signs: `train.csv` and a parquet file of MediaPipe landmarks a clip.

What the corpus leaves open, and what is done about it:
- a point that was not seen is NaN; a part of NaN is zeros here, which is how absence is written everywhere;
- there is no visibility; it is 1 where the pose was seen;
- there is no rate; phones recorded it, so 30 frames a second;
- there is no picture size, and x counts in picture widths: the aspect is measured on the face (`face_aspect`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray
from desktop_app.errors import DatasetError
from desktop_app.files import file_exists
from desktop_app.message import Message
from desktop_app.training.corpora.base import ClipJob, file_job, inside, table_columns, table_rows

TABLE: Final = "train.csv"
FPS: Final = 30.0
POINTS: Final = {"face": 468, "left_hand": 21, "pose": 33, "right_hand": 21}
ROWS_A_FRAME: Final = 543
_NEEDED: Final = ("path", "participant_id", "sequence_id", "sign")
_COLUMNS: Final = ("frame", "type", "landmark_index", "x", "y", "z")
# Ear to ear against forehead to below the nose, which no jaw moves: 1.30 to 1.55 in 14 videos of known size.
_FACE_RATIO: Final = 1.42
_LEFT_EAR, _RIGHT_EAR, _FOREHEAD, _BELOW_NOSE = 234, 454, 10, 2
_ASPECTS: Final = np.array([9 / 16, 3 / 4, 4 / 3, 16 / 9])  # pictures of phones, upright and lying


class Gislr:
    """Participants are the signers."""

    name = "gislr"

    def recognises(self, path: Path) -> bool:
        """A folder whose `train.csv` has the corpus's own columns."""
        return path.is_dir() and set(_NEEDED) <= set(table_columns(path / TABLE))

    def jobs(self, path: Path) -> Iterator[ClipJob]:
        """One job a row of `train.csv`. A file that was not fetched is listed as unreadable."""
        _parquet()  # before the first of a hundred thousand clips is refused for want of it
        for row in table_rows(path / TABLE, _NEEDED):
            details = {
                "signer_id": row["participant_id"].strip(),
                "category": "ASL",
                "sign_language": "ASL",
                "source": "GISLR",
                "licence": "CC BY 4.0",
                "fps": str(FPS),
            }
            name = f"{row['participant_id'].strip()}-{row['sequence_id'].strip()}"
            file = inside(path, row["path"].strip(), TABLE)
            yield file_job(file, name, row["sign"].strip(), details, kind="parquet")


def read_clip(path: Path) -> tuple[FloatArray, float | None]:
    """Raw rows (T, 540) float32 of one parquet file, and the aspect of its pictures or None without a face.

    Frames that the file leaves out between its first and its last are rows without a person: time passes.

    Raises:
        DatasetError: pyarrow is missing, or the file is no table of 543 points a frame.
    """
    parquet, arrow_error = _parquet()
    if not file_exists(path):
        raise DatasetError(
            Message("{path} is not there.", path=path.name),
            Message("Fetch it, or take its row out of the table."),
        )
    try:
        table = parquet.read_table(path, columns=list(_COLUMNS), use_threads=False)
        columns = {name: table.column(name).to_numpy() for name in _COLUMNS}
    except (OSError, ValueError, KeyError, arrow_error) as error:
        raise _bad(path, str(error)) from error
    return _rows(path, columns)


def _rows(path: Path, columns: dict[str, np.ndarray[Any, Any]]) -> tuple[FloatArray, float | None]:
    if not len(columns["frame"]):
        return np.zeros((0, layout.FEATURE_DIM), np.float32), None
    frame, index = columns["frame"].astype(np.int64), columns["landmark_index"].astype(np.int64)
    frame -= frame.min()
    count = int(frame.max()) + 1
    if count > 100 * (len(frame) // ROWS_A_FRAME + 1):
        raise _bad(path, f"{count} frames named by {len(frame)} rows")
    xyz = np.stack([columns[axis] for axis in "xyz"], axis=1).astype(np.float32)
    raw = np.zeros((count, layout.FEATURE_DIM), np.float32)
    aspect = None
    for part, points in POINTS.items():
        mine = columns["type"] == part
        if not mine.any() or not ((index[mine] >= 0) & (index[mine] < points)).all():
            raise _bad(path, f"points of {part}")
        cloud = np.full((count, points, 3), np.nan, np.float32)
        cloud[frame[mine], index[mine]] = xyz[mine]
        seen = np.isfinite(cloud).all(axis=(1, 2))
        cloud[~seen] = 0
        if part == "face":
            aspect = face_aspect(cloud[seen])
            raw[:, layout.FACE] = cloud[:, list(layout.FACE_INDICES)].reshape(count, -1)
        elif part == "pose":
            visible = np.broadcast_to(seen[:, None, None], (count, points, 1)).astype(np.float32)
            raw[:, layout.POSE] = np.concatenate([cloud, visible], axis=2).reshape(count, -1)
        else:
            raw[:, layout.PARTS[part]] = cloud.reshape(count, -1)
    return raw, aspect


def face_aspect(mesh: FloatArray) -> float | None:
    """Faces (T, 468, 3) in picture coordinates -> width / height of the picture, of the four that phones make.

    A face is about as wide as it is, whatever the picture; the neighbours differ by a third, faces by a tenth.
    """
    if not len(mesh):
        return None
    across = np.abs(mesh[:, _LEFT_EAR, 0] - mesh[:, _RIGHT_EAR, 0])
    down = np.abs(mesh[:, _FOREHEAD, 1] - mesh[:, _BELOW_NOSE, 1])
    usable = (across > 0) & (down > 0)
    if not usable.any():
        return None
    measured = _FACE_RATIO / float(np.median(across[usable] / down[usable]))
    return float(_ASPECTS[np.abs(np.log(_ASPECTS / measured)).argmin()])


def _parquet() -> tuple[Any, type[Exception]]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise DatasetError(
            Message("Parquet files are read with the package pyarrow, which is not installed."),
            Message("Install it with `uv sync --extra corpora` (or `pip install signmirror[corpora]`)."),
            code="dataset.no_pyarrow",
        ) from error
    return parquet, pyarrow.ArrowException


def _bad(path: Path, detail: str) -> DatasetError:
    return DatasetError(
        Message("{path} is no table of {rows} landmarks a frame.", path=path.name, rows=ROWS_A_FRAME),
        Message("Fetch the file again; it needs the columns frame, type, landmark_index, x, y and z."),
        detail=detail,
    )
