"""One writer at a time: a lock that the system gives back when the process that holds it dies."""

from __future__ import annotations

import os
from pathlib import Path

from desktop_app.errors import PackError


class PackLock:
    """Held from the moment it is made until `release`, by this process and nobody else."""

    def __init__(self, path: Path) -> None:
        """Raises PackError when somebody else holds it, OSError when the place cannot be written."""
        from filelock import FileLock, Timeout  # 20 ms that only a change of a pack needs

        path.parent.mkdir(parents=True, exist_ok=True)
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
                "Another window or command is changing this pack right now.",
                "Wait until it is done, then try again.",
                code="pack.busy",
            ) from error

    def release(self) -> None:
        """Give the lock back. May be called twice, and on any thread."""
        self._lock.release()
