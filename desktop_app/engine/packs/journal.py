"""The undo journal of a pack: bounded, stored in the pack's folder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from desktop_app.engine.packs.manifest import (
    CLIP_COLUMNS,
    CLIPS_CSV,
    FILES_CSV,
    PACK_JSON,
    FileEntry,
    ReferenceClip,
)
from desktop_app.engine.packs.safe_paths import is_safe_member

MAX_RECORDS: Final = 100
MAX_TRASH_BYTES: Final = 1 << 30
MAX_JOURNAL_BYTES: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class Removed:
    """A removed row that can be restored: its position and its files."""

    position: int
    clip: ReferenceClip
    files: tuple[FileEntry, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One edit, described by what undoes it.

    Attributes:
        what: the kind of edit: add, delete, change or describe.
        when: ISO time in UTC.
        remove: ids of clips that undo removes.
        restore: clips that undo restores.
        manifest: values of pack.json that undo restores.
    """

    what: str
    when: str
    remove: tuple[str, ...] = ()
    restore: tuple[Removed, ...] = ()
    manifest: dict[str, Any] = field(default_factory=dict)

    @property
    def clips(self) -> int:
        """Number of clips that the edit affected."""
        return max(len(self.remove), len(self.restore))


@dataclass(frozen=True, slots=True)
class Journal:
    """Steps that can be undone and redone, the last first."""

    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()

    def done(self, step: Step) -> Journal:
        """The journal after a new edit, which clears the redo steps."""
        return Journal(_bounded((*self.undo, step)), ())

    def undone(self, inverse: Step) -> Journal:
        """The journal after undoing the last step; `inverse` redoes it."""
        return Journal(self.undo[:-1], (*self.redo, inverse))

    def redone(self, inverse: Step) -> Journal:
        """The journal after redoing the last undone step."""
        return Journal((*self.undo, inverse), self.redo[:-1])

    @property
    def kept_files(self) -> dict[str, FileEntry]:
        """Files that some step may restore, by path."""
        return {
            entry.path: entry
            for step in (*self.undo, *self.redo)
            for item in step.restore
            for entry in item.files
        }

    @property
    def clip_ids(self) -> set[str]:
        """Ids of restorable clips in lower case, which new clips must not use."""
        return {item.clip.clip_id.lower() for step in (*self.undo, *self.redo) for item in step.restore}

    def to_json(self) -> str:
        return json.dumps({"format_version": 1, **asdict(self)}, ensure_ascii=False)


def read_journal(path: Path) -> Journal:
    """Read journal.json; an unreadable journal counts as empty, because the pack is intact without it."""
    try:
        if path.stat().st_size > MAX_JOURNAL_BYTES:
            return Journal()
        document = json.loads(path.read_text(encoding="utf-8"))
        return Journal(_steps(document["undo"]), _steps(document["redo"]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        return Journal()


def _steps(rows: Sequence[dict[str, Any]]) -> tuple[Step, ...]:
    steps = []
    for row in rows:
        restore = tuple(
            Removed(
                int(item["position"]), _clip(item["clip"]), tuple(FileEntry(**one) for one in item["files"])
            )
            for item in row["restore"]
        )
        if not all(_is_member(entry.path) for item in restore for entry in item.files):
            raise ValueError("a name that leads out of the pack, or is none of a feature or media file")
        steps.append(
            Step(str(row["what"]), str(row["when"]), tuple(row["remove"]), restore, dict(row["manifest"]))
        )
    return tuple(steps)


def _is_member(name: str) -> bool:
    return is_safe_member(name) and not name.startswith(".") and name not in (PACK_JSON, CLIPS_CSV, FILES_CSV)


def _clip(row: dict[str, Any]) -> ReferenceClip:
    return ReferenceClip(**{name: row[name] for name in CLIP_COLUMNS})


def _bounded(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The latest steps whose deleted files fit into the trash; at least the last one."""
    steps = steps[-MAX_RECORDS:]
    size = 0
    for number in range(len(steps) - 1, -1, -1):
        size += sum(entry.bytes for item in steps[number].restore for entry in item.files)
        if size > MAX_TRASH_BYTES and number < len(steps) - 1:
            return steps[number + 1 :]
    return steps


def inverse_of(step: Step, remove: Sequence[str], restore: Sequence[Removed], manifest: dict[str, Any]) -> Step:
    """The step that reverts `step` once it has been applied."""
    return replace(step, remove=tuple(remove), restore=tuple(restore), manifest=manifest)
