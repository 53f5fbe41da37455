"""Collections of labelled clips on disk: which clips there are, whose they are, and their raw landmarks.

Three layouts are read, all into `ClipJob`:
- the array layout: `clips.csv` beside `.npz` files with `frames` (sum of T, 540) int16 (coordinate x 8192) or
  float, and `offsets` (n + 1,);
- a folder or CSV (`file,sentence` and optionally category, signer_id, variant, fps, aspect) of videos, `.pose`
  files or our own `.npz` landmark recordings.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from desktop_app.engine import layout
from desktop_app.engine.messages import FloatArray
from desktop_app.errors import DatasetError

INT16_SCALE: Final = 8192.0  # what an int16 coordinate was multiplied by
VIDEO_SUFFIXES: Final = (".mp4", ".mov", ".avi", ".mkv", ".webm", ".m4v")
RECORDING_SUFFIXES: Final = (".pose", ".npz")


@dataclass(frozen=True, slots=True)
class ClipJob:
    """One clip to be preprocessed.

    Attributes:
        clip_id: unique in the collection; the name of its feature file.
        kind: array, video or recording.
        path: the `.npz`, video or recording.
        index: place within the `.npz` of the array layout, else 0.
        fingerprint: changes when the content changes (sha1 of the clip, else size and time of the file).
        fps: frames a second, None when unknown.
        aspect: width / height of the picture, None when unknown.
        extra: further columns that are carried into the metadata (source, licence, sign_language ...).
    """

    clip_id: str
    kind: str
    path: Path
    index: int
    sentence: str
    category: str
    signer_id: str
    fingerprint: str
    fps: float | None = None
    aspect: float | None = None
    extra: dict[str, str] = field(default_factory=dict)


def read_collection(path: Path) -> list[ClipJob]:
    """Every clip of a collection, in a stable order.

    Raises:
        DatasetError: nothing there, no clips in it, or a table without the columns it needs.
    """
    if path.is_dir() and (path / "clips.csv").is_file():
        return _read_arrays(path)
    if path.is_file() and path.suffix.lower() == ".csv":
        return _read_table(path)
    if path.is_dir():
        return _read_folder(path)
    if path.is_file() and path.suffix.lower() in VIDEO_SUFFIXES + RECORDING_SUFFIXES:
        return [_file_job(path, path.stem, path.stem, {})]
    raise DatasetError(
        f"There is no collection of clips at {path}.",
        "Give a folder or CSV of videos or landmark recordings, or a folder with clips.csv and .npz files.",
        code="dataset.missing",
    )


def is_array_collection(path: Path) -> bool:
    """Whether the folder holds raw landmark arrays (`clips.csv` and `.npz`)."""
    return (path / "clips.csv").is_file() and not (path / "processed_metadata.csv").is_file()


class ArrayReader:
    """Raw clips of one `.npz` after another; keeps the last file open in memory, for jobs come file by file."""

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
                f"{path.name} holds {len(self._offsets) - 1} clips; clips.csv asks for number {index}.",
                "Fetch the collection again: its table and its arrays do not belong together.",
            )
        rows = self._frames[self._offsets[index] : self._offsets[index + 1]]
        if np.issubdtype(rows.dtype, np.integer):
            return (rows.astype(np.float32) / np.float32(INT16_SCALE)).astype(np.float32)
        return np.ascontiguousarray(rows, np.float32)


def _load_arrays(path: Path) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    try:
        with np.load(path, allow_pickle=False) as data:
            frames, offsets = data["frames"], data["offsets"]
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise DatasetError(
            f"{path.name} cannot be read as landmark arrays.",
            "Fetch the collection again; the file needs `frames` (frames, 540) and `offsets`.",
            detail=str(error),
        ) from error
    if frames.ndim != 2 or frames.shape[1] != layout.FEATURE_DIM:
        raise DatasetError(
            f"{path.name} holds frames of shape {frames.shape}; a row has {layout.FEATURE_DIM} numbers.",
            "Fetch the collection again, or convert it to the 540 columns.",
        )
    if offsets.ndim != 1 or len(offsets) < 1 or (np.diff(offsets) < 0).any() or offsets[-1] > len(frames):
        raise DatasetError(
            f"{path.name} has offsets that do not fit its frames.", "Fetch the collection again."
        )
    return frames, offsets


def _read_csv(path: Path, needed: tuple[str, ...]) -> pd.DataFrame:
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        raise DatasetError(
            f"{path.name} cannot be read as a table.", "Save it as CSV in UTF-8.", detail=str(error)
        ) from error
    missing = [name for name in needed if name not in table.columns]
    if missing:
        raise DatasetError(
            f"{path.name} has no column {', '.join(missing)}.", f"It needs the columns {', '.join(needed)}."
        )
    if table.empty:
        raise DatasetError(f"{path.name} lists no clips.", "Add a row for every clip.")
    return table


def records(table: pd.DataFrame) -> list[dict[str, str]]:
    """Rows of a table that was read as text."""
    return [{str(name): str(value) for name, value in row.items()} for row in table.to_dict("records")]


def _read_arrays(folder: Path) -> list[ClipJob]:
    table = _read_csv(folder / "clips.csv", ("file", "index", "label"))
    jobs = []
    for number, row in enumerate(records(table)):
        path = folder / row["file"]
        if path.resolve().parent != folder.resolve():
            raise DatasetError(f"clips.csv names a file outside its folder: {row['file']}.", "Mend the table.")
        if not path.is_file():
            raise DatasetError(
                f"clips.csv names {row['file']}, which is not there.", "Fetch the collection again."
            )
        group, recorder = row.get("signer_group", ""), row.get("recorder", "")
        signer = f"{group}/{recorder}" if group and recorder else group or recorder or path.stem
        try:
            index = int(row["index"])
        except ValueError as error:
            raise DatasetError(
                f"clips.csv, line {number + 2}: '{row['index']}' is no index.", "Mend the table."
            ) from error
        stamp = path.stat()
        fingerprint = row.get("sha1") or f"{path.name}:{index}:{stamp.st_size}:{stamp.st_mtime_ns}"
        jobs.append(
            ClipJob(
                clip_id=_safe_id(row.get("clip_id") or f"{path.stem}-{index}"),
                kind="array",
                path=path,
                index=index,
                sentence=row["label"],
                category=row.get("category", "") or row.get("sign_language", ""),
                signer_id=signer,
                fingerprint=fingerprint,
                fps=_number(row.get("fps", "")),
                aspect=_number(row.get("aspect", "")),
                extra=_extra(row),
            )
        )
    return _check_unique(jobs, folder / "clips.csv")


def _read_table(path: Path) -> list[ClipJob]:
    table = _read_csv(path, ("file",))
    if "sentence" not in table.columns:
        table = table.rename(columns={"label": "sentence"})
    if "sentence" not in table.columns:
        raise DatasetError(f"{path.name} has no column sentence.", "It needs the columns file and sentence.")
    jobs = []
    for row in records(table):
        file = Path(row["file"])
        file = file if file.is_absolute() else path.parent / file
        jobs.append(_file_job(file, row.get("clip_id") or file.stem, row["sentence"], row))
    return _check_unique(jobs, path)


def _read_folder(folder: Path) -> list[ClipJob]:
    files = sorted(
        file for file in folder.rglob("*") if file.suffix.lower() in VIDEO_SUFFIXES + RECORDING_SUFFIXES
    )
    if not files:
        raise DatasetError(
            f"There is no video or landmark recording in {folder}.",
            f"Known endings: {', '.join(VIDEO_SUFFIXES + RECORDING_SUFFIXES)}.",
        )
    jobs = []
    for file in files:
        relative = file.relative_to(folder).with_suffix("")
        # A folder a sentence is the usual way to sort clips; a flat folder is labelled by file name.
        sentence = relative.parts[-2] if len(relative.parts) > 1 else relative.name
        jobs.append(_file_job(file, "-".join(relative.parts), sentence.replace("_", " "), {}))
    return _check_unique(jobs, folder)


def _file_job(file: Path, clip_id: str, sentence: str, row: dict[str, str]) -> ClipJob:
    kind = "recording" if file.suffix.lower() in RECORDING_SUFFIXES else "video"
    # A file that is not there stays in the list: it is rejected with its reason, not dropped.
    fingerprint = "missing"
    if file.is_file():
        stamp = file.stat()
        fingerprint = f"{file.name}:{stamp.st_size}:{stamp.st_mtime_ns}"
    return ClipJob(
        clip_id=_safe_id(clip_id),
        kind=kind,
        path=file,
        index=0,
        sentence=sentence,
        category=row.get("category", "") or row.get("sign_language", ""),
        signer_id=row.get("signer_id", "") or "unknown",
        fingerprint=fingerprint,
        fps=_number(row.get("fps", "")),
        aspect=_number(row.get("aspect", "")),
        extra=_extra(row),
    )


_EXTRA_COLUMNS: Final = ("source", "licence", "sign_language", "label_raw", "variant")


def _extra(row: dict[str, str]) -> dict[str, str]:
    return {name: row[name] for name in _EXTRA_COLUMNS if row.get(name)}


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value > 0 else None


def _safe_id(name: str) -> str:
    """A name that is a file name on every system; what had to be replaced is told apart by a short hash."""
    safe = "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in name).strip(".")
    if safe == name and len(safe) <= 100:
        return safe
    return f"{safe[:90]}-{hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()[:8]}"


def _check_unique(jobs: list[ClipJob], where: Path) -> list[ClipJob]:
    seen: dict[str, ClipJob] = {}
    for job in jobs:
        other = seen.setdefault(job.clip_id.casefold(), job)
        if other is not job:
            raise DatasetError(
                f"{where.name}: two clips are called {job.clip_id} ({other.path.name}, {job.path.name}).",
                "Give every clip its own clip_id or file name.",
            )
    return jobs
