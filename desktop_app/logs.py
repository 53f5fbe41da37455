"""Logging: warnings to the terminal, more to a rotating file; nothing about people in either."""

from __future__ import annotations

import logging
import logging.handlers
import os

from desktop_app import paths

_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


class _Brief(logging.Formatter):
    """One line a message: a traceback belongs in the log file, not on the terminal of a teacher."""

    def format(self, record: logging.LogRecord) -> str:
        return f"{record.levelname}: {record.getMessage()}"


def start_logging() -> None:
    """Attach the handlers once. SIGNMIRROR_LOG=debug shows everything on the terminal.

    A log folder that cannot be written (a read-only home, a locked class-room computer) is no reason not to
    start: the terminal then carries a line about it.
    """
    root = logging.getLogger("desktop_app")
    if root.handlers:
        return
    level = logging.DEBUG if os.environ.get("SIGNMIRROR_LOG", "").lower() == "debug" else logging.WARNING
    terminal = logging.StreamHandler()
    terminal.setLevel(level)
    terminal.setFormatter(logging.Formatter(_FORMAT) if level == logging.DEBUG else _Brief())
    root.setLevel(logging.DEBUG)
    root.addHandler(terminal)
    try:
        folder = paths.log_dir()
        folder.mkdir(parents=True, exist_ok=True)
        file = logging.handlers.RotatingFileHandler(
            folder / "signmirror.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
        )
        with (folder / "signmirror.log").open("a"):
            pass
    except OSError as error:
        root.warning("No log file can be written: %s", error)
        return
    file.setLevel(logging.DEBUG if level == logging.DEBUG else logging.INFO)
    file.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(file)
