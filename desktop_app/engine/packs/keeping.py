"""Keeps what others put into a folder that is to be replaced."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from desktop_app.files import is_link, unused


def keep_others(old: Path, new: Path, is_own: Callable[[str], bool]) -> None:
    """Copy files and links from an old folder into the new one that takes its place, but for our own.

    Args:
        is_own: whether a path below `old`, with forward slashes, is ours; a folder is with all that is in it.

    Raises OSError.
    """
    for root, folders, names in os.walk(old):
        place = Path(root).relative_to(old)
        folders[:] = [name for name in folders if not is_own((place / name).as_posix())]
        links = [name for name in folders if is_link(old / place / name)]
        for name in [*names, *links]:
            kept = place / name
            if is_own(kept.as_posix()):
                continue
            target = unused(new / kept)
            target.parent.mkdir(parents=True, exist_ok=True)
            if is_link(old / kept):  # the folder behind it stays where it is
                target.symlink_to((old / kept).readlink(), target_is_directory=name in links)
            else:
                shutil.copy2(old / kept, target)
