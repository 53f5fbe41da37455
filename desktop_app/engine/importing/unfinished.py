"""The record of an import that was stopped or crashed, so that it can be resumed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from desktop_app import paths
from desktop_app.engine.importing.import_jobs import ImportJob
from desktop_app.engine.importing.import_many import ImportOptions
from desktop_app.engine.packs.manifest import PackManifest
from desktop_app.files import private_folder, read_small, write_text

FILE: Final = "import-unfinished.json"
MAX_BYTES: Final = 256 << 20


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An import to resume; running it again continues where it stopped.

    Attributes:
        new: describes the pack if this import makes it; the folder need not be there then.
    """

    folder: Path
    jobs: tuple[ImportJob, ...]
    options: ImportOptions
    new: PackManifest | None = None


def note_unfinished(
    folder: Path, jobs: Sequence[ImportJob], options: ImportOptions, new: PackManifest | None = None
) -> None:
    """Record that an import begins. A failure is ignored: only the offer to resume is lost."""
    path = paths.data_dir() / FILE
    document = {
        "format_version": 1,
        "folder": str(folder),
        "jobs": [asdict(job) | {"path": str(job.path)} for job in jobs],
        "options": asdict(options),
        "new": asdict(new) if new is not None else None,
    }
    with suppress(OSError):
        private_folder(path.parent)
        write_text(path, json.dumps(document))  # in ASCII: file names need not be valid text


def forget_unfinished() -> None:
    """Delete the record: the import ended or was abandoned."""
    (paths.data_dir() / FILE).unlink(missing_ok=True)


def read_unfinished() -> Unfinished | None:
    """The import to resume; None if there is none, or its pack is gone."""
    path = paths.data_dir() / FILE
    try:
        document = json.loads(read_small(path, MAX_BYTES))
        jobs = tuple(ImportJob(**(row | {"path": Path(row["path"])})) for row in document["jobs"])
        new = document.get("new")
        manifest = None if new is None else PackManifest(**(new | {"attribution": tuple(new["attribution"])}))
        found = Unfinished(Path(document["folder"]), jobs, ImportOptions(**document["options"]), manifest)
        return found if jobs and (manifest is not None or found.folder.is_dir()) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
