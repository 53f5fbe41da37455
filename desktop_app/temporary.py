"""Temporary files and folders that go with their process, even where it is killed.

What a process is still writing is claimed by a lock of the system on the file or folder itself, which ends
with the process. So what nobody claims any more was left by a process that died, and can be removed. Where
there is no such lock (Windows, some network drives), it can be removed once it has not changed for a day.
"""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import fcntl

logger = logging.getLogger(__name__)
PREFIX: Final = "signmirror-temp-"  # of folders in the system's folder for temporary files
UNCHANGED_S: Final = 86400.0


@contextmanager
def claimed(path: Path) -> Iterator[bool]:
    """Claim an existing file or folder until the block ends; gives False if somebody has just removed it.

    It may be renamed meanwhile.
    """
    handle = _open(path)
    try:
        if handle is not None and sys.platform != "win32":
            with suppress(OSError):  # a drive without locks
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle is None or _is_still(handle, path)
    finally:
        if handle is not None:
            os.close(handle)


def remove_abandoned(path: Path) -> bool:
    """Remove a file or folder that no process claims; False if it is in use or cannot be removed."""
    handle = _open(path)
    try:
        if handle is None or sys.platform == "win32":
            if not _unchanged(path):
                return False
        else:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            except OSError:  # a drive without locks
                if not _unchanged(path):
                    return False
            if not _is_still(handle, path):
                return False
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError as error:
        logger.debug("%s was left by another process and is still there: %s", path.name, error)
        return False
    finally:
        if handle is not None:
            os.close(handle)
    return True


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder that only the user can read, for as long as the block lasts. Raises OSError."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        with claimed(folder) as ours:
            if not ours:
                continue
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
            return


def folder_until_exit() -> Path:
    """A temporary folder that is removed when the process ends. Raises OSError."""
    held = ExitStack()
    folder = held.enter_context(temporary_folder())
    atexit.register(held.close)
    return folder


def remove_abandoned_folders() -> int:
    """Remove temporary folders of this user that processes of SignMirror left when they died; their number."""
    try:
        found = [Path(entry) for entry in os.scandir(tempfile.gettempdir()) if entry.name.startswith(PREFIX)]
    except OSError:
        return 0
    return sum(_is_own_folder(folder) and remove_abandoned(folder) for folder in found)


def _is_own_folder(path: Path) -> bool:
    """Whether this user's process made it as `temporary_folder` does."""
    try:
        found = path.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return found.st_uid == os.geteuid() and stat.S_IMODE(found.st_mode) == 0o700


def _open(path: Path) -> int | None:
    if sys.platform == "win32":  # an open file cannot be renamed or removed there
        return None
    try:
        return os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return None


def _is_still(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except OSError:
        return False


def _unchanged(path: Path) -> bool:
    try:
        newest = max(one.lstat().st_mtime for one in (path, *path.rglob("*")))
    except OSError:
        return False
    return time.time() - newest > UNCHANGED_S
