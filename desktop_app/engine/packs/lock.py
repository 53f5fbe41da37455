"""One writer at a time: a lock that the system gives back when the process that holds it dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desktop_app.errors import PackError

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class PackLock:
    """Held from the moment it is made until `release`, by this process and nobody else."""

    def __init__(self, path: Path) -> None:
        """Raises PackError when somebody else holds it, OSError when the place cannot be written."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._handle: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._handle)
        except OSError as error:
            self.release()
            raise _busy() from error
        if not self._is_at(path):  # the pack was replaced while we waited: this lock guards the old one
            self.release()
            raise _busy()

    def _is_at(self, path: Path) -> bool:
        if self._handle is None or os.name == "nt":
            return True
        try:
            return os.path.samestat(os.fstat(self._handle), path.stat())
        except OSError:
            return False

    def release(self) -> None:
        """May be called twice."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _busy() -> PackError:
    return PackError(
        "Another window or command is changing this pack right now.",
        "Wait until it is done, then try again.",
        code="pack.busy",
    )
