"""The jobs of an import: the clips of a folder, table or annotated film, each with what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop_app.engine.file_kinds import (
    ANNOTATION_SUFFIXES,
    CLIP_SUFFIXES,
    FEATURE_SUFFIX,
    FOREIGN_TABLE_SUFFIXES,
    RECORDING_SUFFIXES,
    TABLE_SUFFIXES,
    list_clips,
)
from desktop_app.engine.importing.annotations import AnnotatedFilm, read_annotations
from desktop_app.engine.importing.folder_labels import folder_labels, sentence_of
from desktop_app.engine.importing.label_table import (
    AMBIGUOUS,
    TEXT_SUFFIX,
    LabelRow,
    LabelTable,
    shown,
    table_of,
)
from desktop_app.engine.table_columns import handedness_of
from desktop_app.errors import PackError
from desktop_app.files import readable
from desktop_app.message import Message

_TABLES: Final = TABLE_SUFFIXES | FOREIGN_TABLE_SUFFIXES | {TEXT_SUFFIX}

__all__ = ["FoundClips", "ImportJob", "find_clips", "sentence_of"]


@dataclass(frozen=True, slots=True)
class ImportJob:
    """One clip to import with its metadata.

    Attributes:
        name: identifies it in the results, always in valid text.
        handedness: the usual words (`Right`, `R`, `droite`) become right, left or both.
        start_s, end_s: the part of the file; None for its end. A part is not cut to its movement.
        line, problem, details: the row of a table that cannot be used, see `LabelRow`.
    """

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
    start_s: float = 0.0
    end_s: float | None = None
    line: int = 0
    problem: str = ""
    details: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", readable(self.name))
        object.__setattr__(self, "handedness", handedness_of(self.handedness))

    @property
    def is_video(self) -> bool:
        return self.path.suffix.lower() not in RECORDING_SUFFIXES | {FEATURE_SUFFIX}

    @property
    def is_part(self) -> bool:
        """Whether it is a part of its file."""
        return self.start_s > 0 or self.end_s is not None


@dataclass(frozen=True, slots=True)
class FoundClips:
    """What there is to import.

    Attributes:
        jobs: in the order of their files, or of the table.
        passed_over: visible files that are not imported, relative to the folder.
        untimed: annotations without times, which are not imported: their texts with their files.
        remarks: what the user should know about how a file was read.
        tiers, tier: of the ELAN files that were read, and the one whose annotations are the clips.
    """

    jobs: tuple[ImportJob, ...]
    passed_over: tuple[str, ...] = ()
    untimed: tuple[str, ...] = ()
    remarks: tuple[Message, ...] = ()
    tiers: tuple[str, ...] = ()
    tier: str = ""


def find_clips(source: Path, labels: Path | None = None, tier: str | None = "") -> FoundClips:
    """The clips of a folder, a table or an annotated film.

    Args:
        source: a folder (read with all folders in it), a table, an annotation file, or one video or recording.
        labels: a table or an annotation file; files are looked for in `source`, then beside it. None: the table
            that lies in the folder. Without one, films with annotations of their own name are cut by them, and
            every other clip is named by its folder or its name (`good_morning-2.mp4`: "good morning").
        tier: of ELAN files; needed where there are several. None: the one with most annotations.

    Raises:
        PackError: nothing there, or no clip to import.
        TableError: a table or annotation file that cannot be used; files are not named after themselves then.
    """
    if not source.exists():
        raise PackError(
            Message("'{source}' does not exist.", source=source),
            Message("Check the path."),
            code="import.not_found",
        )
    if labels is not None and not labels.is_file():
        raise PackError(
            Message("'{source}' does not exist.", source=labels),
            Message("Check the path."),
            code="import.not_found",
        )
    if source.is_dir():
        found = _from_folder(source, labels, tier)
    elif source.suffix.lower() in ANNOTATION_SUFFIXES:
        found = _from_film(read_annotations(source), tier)
    elif source.suffix.lower() in _TABLES:
        found = _from_table(LabelTable(source))
    elif labels is None:
        found = FoundClips((ImportJob(source, source.name, sentence_of(source.stem)),))
    elif labels.suffix.lower() in ANNOTATION_SUFFIXES:
        annotated = read_annotations(labels)
        found = _from_film(replace(annotated, films=(source,)), tier)
    else:
        found = _from_table(LabelTable(labels, source.parent))
    if not found.jobs:
        raise PackError(
            Message("There is no video and no landmark recording in '{source}'.", source=readable(source.name)),
            Message("Files to import end in {suffixes}.", suffixes=", ".join(sorted(CLIP_SUFFIXES))),
            code="import.empty",
        )
    return found


def _from_folder(folder: Path, labels: Path | None, tier: str | None) -> FoundClips:
    listing = list_clips(folder)
    annotated = labels is not None and labels.suffix.lower() in ANNOTATION_SUFFIXES
    table: LabelTable | None = None
    if not annotated:
        table = table_of(folder, listing.others) if labels is None else LabelTable(labels, folder)
    if table is not None:
        found = _from_table(table)
        used = {table.path}
    else:
        notes = (
            [labels]
            if labels is not None
            else [path for path in listing.others if path.suffix.lower() in ANNOTATION_SUFFIXES]
        )
        films = [_from_film(read_annotations(path, folder), tier) for path in notes]
        found = FoundClips(
            tuple(job for film in films for job in film.jobs),
            untimed=tuple(text for film in films for text in film.untimed),
            remarks=tuple(remark for film in films for remark in film.remarks),
            tiers=tuple(dict.fromkeys(name for film in films for name in film.tiers)),
            tier=next((film.tier for film in films if film.tier), ""),
        )
        used = set(notes)
        if labels is None:
            cut_up = {job.path for job in found.jobs}
            rest = [path for path in listing.clips if path not in cut_up]
            found = replace(found, jobs=(*found.jobs, *_by_names(rest, folder)))
    used |= {job.path for job in found.jobs}
    left = [path for path in (*listing.clips, *listing.others) if path not in used]
    return replace(found, passed_over=_names(left, folder))


def _by_names(files: list[Path], folder: Path) -> Iterator[ImportJob]:
    labels = folder_labels(files, folder)
    for path in files:
        label = labels[path]
        name = path.relative_to(folder).as_posix()
        yield ImportJob(path, name, label.sentence, category=label.category, signer_id=label.signer_id)


def _from_table(table: LabelTable) -> FoundClips:
    jobs = tuple(_job(row) for row in table.rows())
    if any(job.is_part for job in jobs):  # each film is then read once
        jobs = tuple(sorted(jobs, key=lambda job: (job.path, job.start_s)))
    if not jobs:
        raise PackError(
            Message("{table} lists no clip.", table=table.path.name),
            Message("Add a row for every clip."),
            code="import.empty",
        )
    return FoundClips(jobs, remarks=table.remarks)


def _job(row: LabelRow) -> ImportJob:
    return ImportJob(
        row.path,
        row.name,
        row.sentence,
        **row.fields,
        start_s=row.start_s or 0.0,
        end_s=row.end_s,
        line=row.line,
        problem=row.problem,
        details=row.details,
    )


def _from_film(film: AnnotatedFilm, tier: str | None) -> FoundClips:
    chosen = film.tier(tier)
    several = len(film.films) > 1
    path = film.films[0] if film.films else film.path.with_suffix("")
    jobs = tuple(
        ImportJob(
            path,
            f"{path.name} {_clock(one.start_s)}",
            one.text,
            signer_id=chosen.signer_id,
            source=path.name,
            start_s=one.start_s,
            end_s=one.end_s,
            problem=AMBIGUOUS if several else "",
            details=shown(film.films, film.path.parent) if several else "",
        )
        for one in chosen.annotations
    )
    return FoundClips(
        jobs,
        untimed=tuple(readable(f"{text} ({film.path.name})") for text in chosen.untimed),
        remarks=film.remarks,
        tiers=tuple(tier.name for tier in film.tiers if tier.name),
        tier=chosen.name,
    )


def _clock(seconds: float) -> str:
    """`0:01:02.500`, as annotation programs show it."""
    whole, milliseconds = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}.{milliseconds:03}"


def _names(paths: Iterable[Path], folder: Path) -> tuple[str, ...]:
    return tuple(
        readable(path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path))
        for path in sorted(paths)
    )
