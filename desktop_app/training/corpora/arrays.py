"""The array layout: `clips.csv` beside `.npz` files with `frames` (sum of T, 540) and `offsets` (n + 1,)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.engine.table_columns import fields_of
from desktop_app.errors import DatasetError
from desktop_app.files import file_exists
from desktop_app.message import Message
from desktop_app.training.corpora.base import (
    ClipJob,
    extra_columns,
    number,
    safe_id,
    table_columns,
    table_rows,
)

TABLE = "clips.csv"


class Arrays:
    """Landmark arrays: int16 (coordinate x 8192) or float. A signer is `signer_group` and `recorder`."""

    name = "arrays"

    def recognises(self, path: Path) -> bool:
        """A folder with `clips.csv`, unless that is a table of files that lie there as they are."""
        return path.is_dir() and (path / TABLE).is_file() and not _lists_files(path / TABLE)

    def jobs(self, path: Path) -> Iterator[ClipJob]:
        """One job a row of `clips.csv`."""
        stamps: dict[str, str] = {}
        for number_of_row, row in enumerate(table_rows(path / TABLE, ("file", "index", "label"))):
            file = path / row["file"]
            if row["file"] not in stamps:
                stamps[row["file"]] = _stamp(path, file, row["file"])
            yield _job(row, file, stamps[row["file"]], number_of_row + 2)


def _lists_files(table: Path) -> bool:
    columns = table_columns(table)
    return "index" not in columns and {"file", "sentence"} <= fields_of(columns).keys()


def _stamp(folder: Path, file: Path, name: str) -> str:
    if file.resolve().parent != folder.resolve():
        raise DatasetError(
            Message("{table} names a file outside its folder: {name}.", table=TABLE, name=name),
            Message("Mend the table."),
        )
    if not file_exists(file):
        raise DatasetError(
            Message("{table} names {name}, which is not there.", table=TABLE, name=name),
            Message("Fetch the collection again."),
        )
    stamp = file.stat()
    return f"{stamp.st_size}:{stamp.st_mtime_ns}"


def _job(row: dict[str, str], file: Path, stamp: str, line: int) -> ClipJob:
    group, recorder = row.get("signer_group", ""), row.get("recorder", "")
    try:
        index = int(row["index"])
    except ValueError as error:
        raise DatasetError(
            Message("{table}, line {line}: '{index}' is no index.", table=TABLE, line=line, index=row["index"]),
            Message("Mend the table."),
        ) from error
    return ClipJob(
        clip_id=safe_id(row.get("clip_id") or f"{file.stem}-{index}"),
        kind="array",
        path=file,
        index=index,
        sentence=row["label"],
        category=row.get("category", "") or row.get("sign_language", ""),
        signer_id=f"{group}/{recorder}" if group and recorder else group or recorder or file.stem,
        fingerprint=row.get("sha1") or f"{file.name}:{index}:{stamp}",
        fps=number(row.get("fps", "")),
        aspect=number(row.get("aspect", "")),
        extra=extra_columns(row),
    )
