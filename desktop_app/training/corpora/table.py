"""A table of clips with their sentences, an annotated film, or a folder of clips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop_app.engine.file_kinds import (
    ANNOTATION_SUFFIXES,
    CLIP_SUFFIXES,
    TABLE_SUFFIXES,
    list_clips,
)
from desktop_app.engine.importing.import_jobs import ImportJob, find_clips
from desktop_app.engine.importing.label_table import LabelRow, LabelTable, row_problem, table_of
from desktop_app.engine.table_columns import first_filled
from desktop_app.training.corpora.base import ClipJob, clip_files, file_job, unique_ids


class CorpusTable:
    """A table with columns for file and sentence, perhaps clip_id, category, signer_id, variant, fps, aspect.

    An annotated film (.eaf, .vtt, .srt) is a table whose clips are its annotations; of an ELAN file those of
    `tier`, which is needed where there are several.
    """

    name = "table"

    def __init__(self, tier: str = "") -> None:
        self._tier = tier

    def recognises(self, path: Path) -> bool:
        """Any table or annotation file."""
        return path.is_file() and path.suffix.lower() in TABLE_SUFFIXES | ANNOTATION_SUFFIXES

    def jobs(self, path: Path) -> Iterator[ClipJob]:
        """One job a row or annotation; files are looked for in the folder of the table."""
        if path.suffix.lower() in ANNOTATION_SUFFIXES:
            return unique_ids(_job(job, path.parent) for job in find_clips(path, tier=self._tier).jobs)
        return unique_ids(_row(row, table) for table in [LabelTable(path)] for row in table.rows())


class PlainFolder:
    """The fallback of `auto`: by the table in it, else by annotations, folders and names."""

    name = "folder"

    def __init__(self, tier: str = "") -> None:
        self._tier = tier

    def recognises(self, path: Path) -> bool:
        """Any folder, and a single video or recording."""
        return path.is_dir() or path.suffix.lower() in CLIP_SUFFIXES

    def jobs(self, path: Path) -> Iterator[ClipJob]:
        """One job a file, row or annotation."""
        table = table_of(path, list_clips(path).others) if path.is_dir() else None
        if table is not None:
            return unique_ids(_row(row, table) for row in table.rows())
        if path.is_dir():
            clip_files(path)  # there are some
        root = path if path.is_dir() else path.parent
        return unique_ids(_job(job, root) for job in find_clips(path, tier=self._tier).jobs)


def _row(row: LabelRow, table: LabelTable) -> ClipJob:
    details = {**row.cells, **row.fields}
    for field in ("fps", "sign_language"):
        details[field] = first_filled(row.cells, table.fields.get(field, ()))
    job = file_job(row.path, row.cells.get("clip_id") or row.path.stem, row.sentence, details)
    if row.problem:
        return replace(job, problem=str(row_problem(row.problem, row.line, row.details)))
    if row.start_s is not None or row.end_s is not None:
        return replace(job, part_s=(row.start_s or 0.0, row.end_s))
    return job


def _job(found: ImportJob, root: Path) -> ClipJob:
    relative = found.path.relative_to(root) if found.path.is_relative_to(root) else Path(found.path.name)
    name = "-".join(relative.with_suffix("").parts)
    details = {"signer_id": found.signer_id, "category": found.category}
    if not found.is_part:
        return file_job(found.path, name, found.sentence, details)
    name = f"{name}-{round(found.start_s * 1000)}"
    job = replace(file_job(found.path, name, found.sentence, details), part_s=(found.start_s, found.end_s))
    return replace(job, problem=str(row_problem(found.problem, 0, found.details))) if found.problem else job
