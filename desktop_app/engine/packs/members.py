"""Paths of the files of a pack for whoever writes, moves or deletes them: never through a link to elsewhere."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Final

from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.manifest import FileEntry, damaged
from desktop_app.errors import PackDamaged
from desktop_app.files import is_link, sha256_file
from desktop_app.message import Message

# What an edit writes, renames and deletes beside features and media.
_WRITTEN: Final = (
    lists.EDIT,
    *(f"{lists.EDIT}/{name}" for name in ("next", "next.part", "trash", "dirty", "journal.json", "lock")),
    *(f"{lists.EDIT}/trash/{place}" for place in ("features", "media")),
    lists.PACK_JSON,
    lists.CLIPS_CSV,
    lists.FILES_CSV,
)


def check_writable_places(folder: Path) -> None:
    """Raise PackDamaged if a file or folder that every edit writes is a link."""
    for name in _WRITTEN:
        if is_link(folder / name):
            raise _linked(folder, name)


def linked_parent(folder: Path, name: str) -> str:
    """The first folder between a pack and its member `name` that is a link; "" if there is none."""
    parents = [str(parent) for parent in reversed(PurePosixPath(name).parents)][1:]
    return next((parent for parent in parents if is_link(folder / parent)), "")


def member_path(folder: Path, name: str) -> Path:
    """The path of a member that may be moved or deleted. Raises PackDamaged if it lies behind a link."""
    parent = linked_parent(folder, name)
    if parent:
        raise _linked(folder, parent)
    return folder / name


def is_listed_file(path: Path, entry: FileEntry) -> bool:
    """Whether a path is the very file that files.csv or the journal describes. Raises OSError."""
    if is_link(path) or not path.is_file():
        return False
    return path.stat().st_size == entry.bytes and sha256_file(path) == entry.sha256


def _linked(folder: Path, name: str) -> PackDamaged:
    return damaged(folder, name, Message("is a link, which a pack may not hold"))
