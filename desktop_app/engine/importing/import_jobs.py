"""The jobs of an import: videos and recordings of a folder, with or without a table of labels."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.errors import PackError
from desktop_app.files import readable
from desktop_app.message import Message

VIDEO_SUFFIXES: Final = frozenset({".mp4", ".mov", ".m4v", ".avi", ".mkv", ".webm"})
RECORDING_SUFFIXES: Final = frozenset({".pose", ".npz"})
REQUIRED: Final = ("file", "sentence")
OPTIONAL: Final = ("category", "signer_id", "variant", "handedness", "source", "licence", "consent")
MAX_TABLE_BYTES: Final = 64 << 20
_TAKE_NUMBER: Final = re.compile(r"([-_ ]+\d+|[-_ ]*\(\d+\))+$")


@dataclass(frozen=True, slots=True)
class ImportJob:
    """One file to import with its metadata; `name` identifies it in the results, always in valid text."""

    path: Path
    name: str
    sentence: str
    category: str = ""
    signer_id: str = ""
    variant: str = ""
    handedness: str = ""
    source: str = ""
    licence: str = ""
    consent: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", readable(self.name))

    @property
    def is_video(self) -> bool:
        return self.path.suffix.lower() not in RECORDING_SUFFIXES


def find_jobs(source: Path, labels: Path | None = None) -> tuple[ImportJob, ...]:
    """The files of a folder, or of a table.

    Args:
        source: a folder (read with all folders in it), a CSV, or one video or recording.
        labels: a CSV with `file,sentence` and optionally category, signer_id, variant, handedness, source,
            licence, consent; files are looked for in `source`, then beside the table. None: a CSV of this kind
            in the folder, if there is exactly one, else every file is named after itself
            (`good_morning-2.mp4`: "good morning").

    Raises:
        PackError: nothing there, no file to import, or a table without the columns.
    """
    if not source.exists():
        raise PackError(
            Message("'{source}' does not exist.", source=source),
            Message("Check the path."),
            code="import.not_found",
        )
    if source.is_file() and source.suffix.lower() == ".csv":
        return _from_table(source, source.parent)
    if source.is_file():
        files, root = [source], source.parent
    else:
        root = source
        labels = labels or _own_table(source)
        known = VIDEO_SUFFIXES | RECORDING_SUFFIXES
        files = sorted(
            path
            for path in source.rglob("*")
            if path.suffix.lower() in known and not path.name.startswith(".") and path.is_file()
        )
    if labels is not None:
        return _from_table(labels, root)
    if not files:
        raise PackError(
            Message("There is no video and no landmark recording in '{source}'.", source=source.name),
            Message(
                "Files to import end in {suffixes}.",
                suffixes=", ".join(sorted(VIDEO_SUFFIXES | RECORDING_SUFFIXES)),
            ),
            code="import.empty",
        )
    return tuple(ImportJob(path, path.relative_to(root).as_posix(), sentence_of(path.stem)) for path in files)


def sentence_of(stem: str) -> str:
    """The sentence in a file name: without take number, underscores as spaces."""
    text = _TAKE_NUMBER.sub("", stem) or stem
    return " ".join(text.replace("_", " ").replace("-", " ").split())


def _own_table(folder: Path) -> Path | None:
    found = [path for path in sorted(folder.glob("*.csv")) if _has_columns(path)]
    return found[0] if len(found) == 1 else None


def _has_columns(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = next(csv.reader(file), [])
    except (OSError, UnicodeDecodeError, csv.Error):
        return False
    return set(REQUIRED) <= {name.strip().lower() for name in header}


def _from_table(table: Path, root: Path) -> tuple[ImportJob, ...]:
    try:
        if table.stat().st_size > MAX_TABLE_BYTES:
            raise PackError(
                Message("{table} is too large for a list of clips.", table=table.name), Message("Split it.")
            )
        with table.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="", strict=True)
            header = {name: (name or "").strip().lower() for name in reader.fieldnames or ()}
            missing = [name for name in REQUIRED if name not in header.values()]
            if missing:
                raise PackError(
                    Message("{table} has no column {missing}.", table=table.name, missing=", ".join(missing)),
                    Message(
                        "The first line names the columns: file,sentence and optionally {optional}.",
                        optional=", ".join(OPTIONAL),
                    ),
                    code="import.table",
                )
            rows = [
                {header[name]: (value or "").strip() for name, value in row.items() if name in header}
                for row in reader
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise PackError(
            Message("{table} cannot be read as a table.", table=table.name),
            Message("Save it as CSV with commas, in UTF-8."),
            code="import.table",
            detail=str(error),
        ) from error
    jobs = tuple(_job(row, table, root) for row in rows if any(row.values()))
    if not jobs:
        raise PackError(
            Message("{table} lists no clip.", table=table.name),
            Message("Add a line a clip."),
            code="import.empty",
        )
    return jobs


def _job(row: dict[str, str], table: Path, root: Path) -> ImportJob:
    name = row["file"].replace("\\", "/")
    path = root / name
    if name and not path.is_file() and (table.parent / name).is_file():
        path = table.parent / name
    extra = {column: row.get(column, "") for column in OPTIONAL}
    return ImportJob(path, name, " ".join(row["sentence"].split()), **extra)
