"""A lock for one writer at a time, which the system releases when its process dies."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.errors import PackError
from desktop_app.files import clear_leftovers, interrupted, is_link, private_folder
from desktop_app.message import Message


class PackLock:
    """Held exclusively from construction until `release`."""

    def __init__(self, path: Path) -> None:
        """Raises PackError (`pack.busy`) if it is held elsewhere, OSError if it cannot be written."""
        from filelock import FileLock, Timeout  # loading it takes 20 ms, which only edits need

        if is_link(path) or is_link(path.parent):  # the file behind it is somebody else's
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
        private_folder(path.parent)
        path.touch(0o600)
        found = path.stat()
        self._lock = FileLock(path, mode=0o600, thread_local=False)
        try:
            self._lock.acquire(blocking=False)
            if not os.path.samestat(found, path.stat()):  # the pack was replaced: this lock guards the old one
                raise FileNotFoundError(path)
        except (Timeout, FileNotFoundError) as error:
            self._lock.release()
            raise PackError(
                Message("Another window or command is changing this pack right now."),
                Message("Wait until it is done, then try again."),
                code="pack.busy",
            ) from error

    def release(self) -> None:
        """Release the lock. May be called twice, and on any thread."""
        self._lock.release()


@contextmanager
def placing(target: Path) -> Iterator[None]:
    """Hold the name of a pack while the pack is made or replaced there.

    Raises PackError (`pack.busy`) if another process is doing so, OSError if the folder cannot be written.
    """
    lock = PackLock(target.with_name(f".{target.name}.lock"))
    try:
        yield
    finally:
        with suppress(OSError):  # Windows does not delete an open file
            target.with_name(f".{target.name}.lock").unlink()
        lock.release()


def put_back_packs(home: Path) -> None:
    """After processes that died while they made or replaced packs: put old packs back, remove the rest.

    Packs that another process is making are left alone, and so is a folder that cannot be written.
    """
    with suppress(OSError):
        for target in interrupted(home):
            with suppress(OSError, PackError), placing(target):
                clear_leftovers(target)
