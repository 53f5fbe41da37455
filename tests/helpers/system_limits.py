"""Processes that the system refuses things: a full disk, folders without rights. Not on Windows."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_DROP_FROM_BOUNDING_SET = 24
_OVERRIDES = (1, 2)  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: modes of files do not hold for root


def run_command(
    *arguments: str | Path,
    file_bytes: int | None = None,
    stdout: int | None = subprocess.PIPE,
    stderr: int | None = subprocess.PIPE,
    environment: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """`signmirror ARGUMENTS` in a process for which modes of files hold, also when root runs the tests.

    Args:
        file_bytes: the longest file that it may write, as on a full disk; None: any.
    """
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *map(str, arguments)],
        stdout=stdout,
        stderr=stderr,
        check=False,
        timeout=120,
        env={**os.environ, **(environment or {})},
        preexec_fn=_limit(file_bytes),
    )


@contextmanager
def full_disk(file_bytes: int) -> Iterator[None]:
    """This process can write files up to that length, as on a full disk, until the block ends."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def modes_hold() -> bool:
    """Whether `run_command` can make modes of files hold here."""
    return sys.platform == "linux" or (sys.platform != "win32" and os.geteuid() != 0)


def _limit(file_bytes: int | None) -> Callable[[], None]:
    def limit() -> None:
        if file_bytes is not None:
            import resource

            resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))
        if sys.platform == "linux" and os.geteuid() == 0:
            libc = ctypes.CDLL(None)
            for capability in _OVERRIDES:
                libc.prctl(_DROP_FROM_BOUNDING_SET, capability, 0, 0, 0)

    return limit
