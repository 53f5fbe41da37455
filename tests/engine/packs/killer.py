"""Kills a process at every file operation of a piece of work, and lets the caller look at what is left.

Run as a program by `test_crash.py`: it loads everything once and forks a child for every point.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}


def die_at(point: int, below: Path) -> None:
    """From now on the `point`-th operation that changes a file below a folder is never reached: SIGKILL."""
    count = 0
    root = str(below)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if event not in _EVENTS or not str(arguments[0]).startswith(root):
            return
        if event == "open" and not (isinstance(arguments[1], str) and set(arguments[1]) & set("wxa+")):
            return
        count += 1
        if count == point:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def every_point(
    place: Path,
    prepare: Callable[[Path], None],
    work: Callable[[Path], None],
    check: Callable[[Path], None],
    *,
    stride: int = 1,
) -> int:
    """Prepare a folder, let a child work in it and die, check; until a child lives. Returns the last point."""
    template = place / "template"
    template.mkdir(parents=True)
    prepare(template)
    point = 1 - stride
    while True:
        point += stride
        folder = place / str(point)
        shutil.copytree(template, folder)
        child = os.fork()
        if child == 0:
            code = 1
            try:
                die_at(point, folder)
                work(folder)
                code = 0
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        check(folder)
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == 0, f"the work failed at point {point}"
            return point - stride
        shutil.rmtree(folder)
