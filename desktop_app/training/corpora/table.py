"""A CSV `file,sentence`, or a folder of clips without any table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.corpora.base import (
    RECORDING_SUFFIXES,
    VIDEO_SUFFIXES,
    ClipJob,
    clip_files,
    file_job,
    table_columns,
    table_rows,
)


class CorpusTable:
    """A CSV with `file` and `sentence` (or `label`), optionally category, signer_id, variant, fps, aspect."""

    name = "table"

    def recognises(self, path: Path) -> bool:
        """Any CSV file."""
        return path.is_file() and path.suffix.lower() == ".csv"

    def jobs(self, path: Path) -> Iterator[ClipJob]:
        """One job a row; files are taken from the folder of the table."""
        columns = table_columns(path)
        label = "sentence" if "sentence" in columns else "label"
        if "file" in columns and label not in columns:
            raise DatasetError(
                Message("{path} has no column sentence.", path=path.name),
                Message("It needs the columns file and sentence."),
            )
        for row in table_rows(path, ("file",)):
            file = Path(row["file"])
            file = file if file.is_absolute() else path.parent / file
            yield file_job(file, row.get("clip_id") or file.stem, row[label], row)


class PlainFolder:
    """The fallback of `auto`: the folder of a clip, or else its name, is the sentence."""

    name = "folder"

    def recognises(self, path: Path) -> bool:
        """Any folder, and a single video or recording."""
        return path.is_dir() or path.suffix.lower() in VIDEO_SUFFIXES + RECORDING_SUFFIXES

    def jobs(self, path: Path) -> Iterator[ClipJob]:
        """One job a file. Signers are not known."""
        if path.is_file():
            yield file_job(path, path.stem, path.stem, {})
            return
        for file in clip_files(path):
            relative = file.relative_to(path).with_suffix("")
            sentence = relative.parts[-2] if len(relative.parts) > 1 else relative.name
            yield file_job(file, "-".join(relative.parts), sentence.replace("_", " "), {})
