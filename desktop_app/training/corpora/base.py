"""The interface of corpus readers, which yield one `ClipJob` per clip, and their shared functions."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Protocol

from desktop_app.engine.file_kinds import CLIP_SUFFIXES, is_recording, list_clips
from desktop_app.engine.importing.label_table import SURPLUS, row_problem
from desktop_app.engine.tables import Table
from desktop_app.errors import DatasetError, TableError
from desktop_app.message import Message

EXTRA_COLUMNS: Final = ("source", "licence", "sign_language", "label_raw", "variant", "split", "agreed")


@dataclass(frozen=True, slots=True)
class ClipJob:
    """One clip to be preprocessed.

    Attributes:
        clip_id: unique in the collection; the name of its feature file.
        kind: array, video, recording, parquet or keypoints.
        path: the `.npz`, video, recording or parquet file; the file or folder of key points.
        index: place within the `.npz` of the array layout, else 0.
        fingerprint: changes when the content changes (sha1 of the clip, else size and time of the file).
        fps: frames a second, None when unknown.
        aspect: width / height of the picture, None when unknown.
        extra: further columns that are carried into the metadata (source, licence, sign_language ...).
        cut: first and last frame of the clip within a longer video, both counted from 0 and included; a last
            frame of None is the end of the video. None: the whole video.
        mirrored: the pictures were a mirror image; left and right are exchanged.
        part_s: start and end of the clip within a longer video, in seconds; None is the end of the video.
        problem: why the row of the table cannot be used; empty for all others.
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
    cut: tuple[int, int | None] | None = None
    mirrored: bool = False
    part_s: tuple[float, float | None] | None = None
    problem: str = ""


class CorpusFormat(Protocol):
    """One layout of a corpus on disk. Readers hold no clips: a corpus of any size is read row by row."""

    name: str

    def recognises(self, path: Path) -> bool:
        """Whether `path` can be nothing else; looks at names and the head of a table only."""
        ...

    def jobs(self, path: Path) -> Iterator[ClipJob]:
        """Every clip in a stable order; raises DatasetError where the layout does not hold."""
        ...


def table_rows(path: Path, needed: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Rows of a table one by one; column names as in the file, values as text.

    Raises:
        TableError: unreadable, or a row has more cells than the header.
        DatasetError: the table or a column is missing, or there are no rows.
    """
    if not path.is_file():
        raise DatasetError(
            Message("There is no table {path}.", path=path),
            Message("It needs {needed}.", needed=", ".join(needed)),
        )
    table = Table(path)
    missing = [name for name in needed if name not in table.columns]
    if missing:
        raise DatasetError(
            Message("{path} has no column {missing}.", path=path.name, missing=", ".join(missing)),
            Message("It needs the columns {needed}.", needed=", ".join(needed)),
        )
    empty = True
    for row in table.rows():
        empty = False
        if row.surplus:
            raise TableError(
                Message("{path}: {problem}", path=path.name, problem=row_problem(SURPLUS, row.line, "")),
                Message("Mend the table."),
            )
        yield row.cells
    if empty:
        raise DatasetError(
            Message("{path} lists no clips.", path=path.name), Message("Add a row for every clip.")
        )


def table_columns(path: Path) -> tuple[str, ...]:
    """The column names of a table; empty where it cannot be read."""
    try:
        return Table(path).columns
    except TableError:
        return ()


def file_job(
    file: Path,
    clip_id: str,
    sentence: str,
    row: dict[str, str],
    cut: tuple[int, int | None] | None = None,
    *,
    kind: str = "",
) -> ClipJob:
    """The job of one video or recording; `row` may give category, signer_id, fps, aspect and the extra columns.

    A missing file stays in the list: it is rejected with a reason, not dropped.
    """
    fingerprint = "missing"
    try:
        stamp = file.stat()
        fingerprint = f"{file.name}:{stamp.st_size}:{stamp.st_mtime_ns}"
    except (OSError, ValueError):  # missing, or a name that no file can have
        pass
    return ClipJob(
        clip_id=safe_id(clip_id),
        kind=kind or ("recording" if is_recording(file) else "video"),
        path=file,
        index=0,
        sentence=sentence,
        category=row.get("category", "") or row.get("sign_language", ""),
        signer_id=row.get("signer_id", "") or "unknown",
        fingerprint=fingerprint,
        fps=number(row.get("fps", "")),
        aspect=number(row.get("aspect", "")),
        extra=extra_columns(row),
        cut=cut,
    )


def clip_files(folder: Path) -> tuple[Path, ...]:
    """Every video and recording below the folder, sorted.

    Raises:
        DatasetError: there is none.
    """
    files = list_clips(folder).clips
    if not files:
        raise DatasetError(
            Message("There is no video or landmark recording in {folder}.", folder=folder),
            Message("Known endings: {known}.", known=", ".join(sorted(CLIP_SUFFIXES))),
        )
    return files


def inside(folder: Path, name: str, table: str) -> Path:
    """A file that a table names, which may not lead out of its folder."""
    path = folder / name
    if "\0" in name or not path.resolve().is_relative_to(folder.resolve()):
        raise DatasetError(
            Message("{table} names a file outside its folder: {name}.", table=table, name=name),
            Message("Mend the table."),
        )
    return path


def extra_columns(row: dict[str, str]) -> dict[str, str]:
    """The additional columns that are copied into the data set."""
    return {name: row[name] for name in EXTRA_COLUMNS if row.get(name)}


def number(text: str) -> float | None:
    """A positive number, or None."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value > 0 else None


def safe_id(name: str) -> str:
    """A valid file name on every system; replaced characters are made unique by a short hash."""
    safe = "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in name).strip(".")
    if safe == name and len(safe) <= 100:
        return safe
    # Names of files may be bytes that are not UTF-8, which Python holds as surrogates.
    digest = hashlib.sha1(name.encode(errors="surrogatepass"), usedforsecurity=False).hexdigest()
    return f"{safe[:90]}-{digest[:8]}"


def unique_ids(jobs: Iterable[ClipJob]) -> Iterator[ClipJob]:
    """The same jobs, without those that repeat file, part and exact sentence of an earlier one.

    An id that another clip has gets the digest of the three. Stores sixteen bytes per clip.
    """
    ids: set[bytes] = set()
    clips: set[bytes] = set()
    for job in jobs:
        content = _mark(f"{job.path}\0{job.part_s}\0{job.sentence}\0{job.problem}")
        if content in clips:
            continue
        clips.add(content)
        if _mark(job.clip_id.casefold()) in ids:
            job = replace(job, clip_id=safe_id(f"{job.clip_id}-{content.hex()}"))
        ids.add(_mark(job.clip_id.casefold()))
        yield job


def _mark(text: str) -> bytes:
    return hashlib.blake2b(text.encode(errors="surrogatepass"), digest_size=8).digest()


def check_unique(jobs: Iterable[ClipJob], where: Path) -> Iterator[ClipJob]:
    """The same jobs; two with one name are an error. Stores eight bytes per clip, not the clips."""
    seen: set[bytes] = set()
    for job in jobs:
        mark = _mark(job.clip_id.casefold())
        if mark in seen:
            raise DatasetError(
                Message(
                    "{where}: two clips are called {clip_id} (the second is {path}).",
                    where=where.name,
                    clip_id=job.clip_id,
                    path=job.path.name,
                ),
                Message("Give every clip its own clip_id or file name."),
            )
        seen.add(mark)
        yield job
