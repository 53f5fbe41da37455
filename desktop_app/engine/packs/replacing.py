"""Puts a new pack in the place of an old one; only packs are replaced, and files of others in them stay."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

from desktop_app.engine.packs import commit
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.lock import PackLock
from desktop_app.errors import PackDamaged, PackError
from desktop_app.files import is_empty_folder, is_link, replace_folder
from desktop_app.message import Message

# Parts of a pack beside its features and media; none of them is somebody else's.
_OWN: Final = frozenset(
    {
        lists.EDIT,
        "cache",
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
    if (target / lists.PACK_JSON).is_file() or (target / lists.EDIT).is_dir():
        return True
    if not os.path.lexists(target) or is_empty_folder(target):
        return False
    raise PackError(
        Message("'{target}' is not the folder of a pack.", target=target),
        Message("Choose a pack of yours, or a folder that is empty or does not exist yet."),
        code="pack.not_a_pack",
    )


def check_place(target: Path, *, replace_old: bool) -> None:
    """Check that a pack may be put at `target`.

    Raises:
        PackError: a pack is there (`pack.exists`) and `replace_old` is False, or something that is no pack.
    """
    if holds_pack(target) and not replace_old:
        raise PackError(
            Message("There is a pack '{target}' already.", target=target.name),
            Message("Choose another name, or --replace."),
            code="pack.exists",
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
    for root, folders, names in os.walk(old):
        place = Path(root).relative_to(old)
        folders[:] = [name for name in folders if (place / name).as_posix() not in _OWN]
        links = [name for name in folders if is_link(old / place / name)]
        for name in [*names, *links]:
            kept = place / name
            if kept.as_posix() in listed or kept.as_posix() in _OWN:
                continue
            target = commit.unused(new / kept)
            target.parent.mkdir(parents=True, exist_ok=True)
            if is_link(old / kept):  # the folder behind it stays where it is
                target.symlink_to((old / kept).readlink(), target_is_directory=name in links)
            else:
                shutil.copy2(old / kept, target)
