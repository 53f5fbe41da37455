"""Puts a new pack in the place of an old one; only packs are replaced, and files of others in them stay."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final

from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.cache_reuse import CACHE_FILES, CACHE_JSON
from desktop_app.engine.packs.keeping import keep_others
from desktop_app.engine.packs.lock import PackLock
from desktop_app.errors import PackDamaged, PackError
from desktop_app.files import is_empty_folder, is_link, replace_folder
from desktop_app.message import Message

_MOST_BYTES: Final = 1 << 20  # of a pack.json, and of the header of a list
# Parts of a pack beside its features, media and cache; all of the two folders is ours, too.
_OWN: Final = frozenset(
    {
        *(f"{lists.EDIT}/{name}" for name in ("next", "next.part", "trash", "dirty", "journal.json", "lock")),
        *(f"cache/{name}" for name in (CACHE_JSON, *CACHE_FILES)),
        lists.PACK_JSON,
        lists.CLIPS_CSV,
        lists.FILES_CSV,
        "import-refused.csv",
        "import-refused.json",
    }
)


def holds_pack(target: Path) -> bool:
    """Whether a pack is at `target`, perhaps a damaged one; False where a new one can be made.

    Raises:
        PackError: `pack.not_a_pack`: a file, a device or a folder of somebody else's is there.
    """
    if target.is_dir() and (_is_described(target) or _has_lists(target)):
        return True
    if not os.path.lexists(target) or is_empty_folder(target):
        return False
    raise PackError(
        Message("'{target}' is not the folder of a pack.", target=target),
        Message("Choose a pack of yours, or a folder that is empty or does not exist yet."),
        code="pack.not_a_pack",
    )


def _is_described(folder: Path) -> bool:
    """Whether pack.json says that it describes a pack; other programs have files of this name, too."""
    for name in (lists.PACK_JSON, f"{lists.NEXT}/{lists.PACK_JSON}"):
        try:
            with (folder / name).open("rb") as file:
                document = json.loads(file.read(_MOST_BYTES))
        except (OSError, ValueError, RecursionError):
            continue
        if isinstance(document, dict) and document.get("format") == lists.FORMAT:
            return True
    return False


def _has_lists(folder: Path) -> bool:
    """Whether both lists have our columns: a pack whose pack.json is damaged."""
    for name, columns in ((lists.CLIPS_CSV, lists.CLIP_COLUMNS), (lists.FILES_CSV, lists.FILE_COLUMNS)):
        try:
            with (folder / name).open("rb") as file:
                header = file.readline(_MOST_BYTES).decode("utf-8-sig").strip().split(",")
        except (OSError, ValueError):
            return False
        if not set(columns) <= set(header):
            return False
    return True


def check_place(target: Path, *, replace_old: bool) -> None:
    """Check that a pack may be put at `target`.

    Raises:
        PackError: a pack is there (`pack.exists`) and `replace_old` is False, or something that is no pack, or
            a link to a pack (`pack.linked`).
    """
    if holds_pack(target) and not replace_old:
        raise PackError(
            Message("There is a pack '{target}' already.", target=target.name),
            Message("Choose another name, or --replace."),
            code="pack.exists",
        )
    if is_link(target):
        raise PackError(
            Message("'{target}' is a link, which cannot be replaced by a pack.", target=target),
            Message("Name the folder behind it: {folder}.", folder=os.path.realpath(target)),
            code="pack.linked",
        )


def put_in_place(folder: Path, target: Path) -> None:
    """Put a finished pack at `target`, in the place of an old one only while nobody is editing that.

    Raises PackError (`pack.busy`), OSError.
    """
    if not target.exists():
        folder.rename(target)
        return
    _carry_over(target, folder)
    lock = PackLock(target / lists.EDIT / "lock")
    try:
        if os.name == "nt":  # a folder with an open file in it cannot be moved there
            lock.release()
        replace_folder(folder, target)
    finally:
        lock.release()


def _carry_over(old: Path, new: Path) -> None:
    """Keep the files and links that somebody put into the old folder and that no list of it names."""
    try:
        listed = lists.parse_files(old, lists.read_list(old, lists.FILES_CSV))
    except PackDamaged:
        listed = {}
    keep_others(old, new, lambda name: name in listed or name in _OWN)
