"""Logging: warnings to the terminal, more to a rotating file; nothing about people in either."""

from __future__ import annotations

import logging
import logging.handlers
import os
import sys

from desktop_app import paths
from desktop_app.files import private_folder

_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


def send_native_messages_to_log() -> None:
    """MediaPipe, TensorFlow Lite and FFmpeg write to file descriptor 2 and cannot be asked not to.

    Python's own `sys.stderr` keeps the terminal; the descriptor leads to `native.log`, or to nowhere when no
    log can be written. With SIGNMIRROR_LOG=debug everything stays on the terminal.
    """
    if sys.stderr is None or _debug():
        return
    try:
        terminal = os.dup(2)
    except OSError:  # a windowed program on Windows has no descriptor 2
        return
    try:
        folder = paths.log_dir()
        private_folder(folder)
        log = os.open(folder / "native.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError:
        log = os.open(os.devnull, os.O_WRONLY)
    os.dup2(log, 2)
    os.close(log)
    sys.stderr = os.fdopen(terminal, "w", buffering=1, encoding=sys.stderr.encoding, errors="backslashreplace")


def _debug() -> bool:
    return os.environ.get("SIGNMIRROR_LOG", "").lower() == "debug"


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
    level = logging.DEBUG if _debug() else logging.WARNING
    terminal = logging.StreamHandler()
    terminal.setLevel(level)
    terminal.setFormatter(logging.Formatter(_FORMAT) if level == logging.DEBUG else _Brief())
    root.setLevel(logging.DEBUG)
    root.addHandler(terminal)
    try:
        folder = paths.log_dir()
        private_folder(folder)
        file = logging.handlers.RotatingFileHandler(
            folder / "signmirror.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
        )
        (folder / "signmirror.log").touch(0o600)
        with (folder / "signmirror.log").open("a"):
            pass
    except OSError as error:
        root.warning("No log file can be written: %s", error)
        return
    file.setLevel(logging.DEBUG if level == logging.DEBUG else logging.INFO)
    file.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(file)
