"""Logging: warnings to the terminal, more to a rotating file; nothing about people in either."""

from __future__ import annotations

import codecs
import errno
import logging
import logging.handlers
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

from desktop_app import paths
from desktop_app.files import private_folder, readable, write_bytes

_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
SHOWN_IN_PART: Final = "signmirror-shown-in-part"  # a handler of encoding errors, for the terminal
LOG, NATIVE_LOG = "signmirror.log", "native.log"
MAX_NATIVE_BYTES: Final = 1_000_000
_LOOK_EVERY_S: Final = 5.0


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
    path = paths.log_dir() / NATIVE_LOG
    try:
        private_folder(path.parent)
        # Of a pipe with this name nobody may read, which would be waited for.
        log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NONBLOCK", 0), 0o600)
    except OSError:
        log = os.open(os.devnull, os.O_WRONLY)
    else:
        bound_native_log(path)
        threading.Thread(target=_keep_bounded, args=(path,), name="native-log", daemon=True).start()
    os.dup2(log, 2)
    os.close(log)
    sys.stderr = os.fdopen(terminal, "w", buffering=1, encoding=sys.stderr.encoding, errors=SHOWN_IN_PART)


def _shown_in_part(error: UnicodeError) -> tuple[str | bytes, int]:
    """Show bytes of file names that are no text as such, and escape letters that the encoding lacks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    shown = readable(error.object[error.start : error.end])
    try:
        return shown.encode(error.encoding), error.end
    except UnicodeEncodeError:
        return codecs.backslashreplace_errors(error)


codecs.register_error(SHOWN_IN_PART, _shown_in_part)


def bound_native_log(path: Path, most: int = MAX_NATIVE_BYTES) -> None:
    """Keep a log that native code writes to below a size: the end of what it has so far goes to `native.log.1`.

    The file is emptied and not renamed, because its writers hold it open (for appending).
    """
    with suppress(OSError):
        size = path.stat().st_size
        if size <= most:
            return
        try:
            with path.open("rb") as file:
                file.seek(size - most)
                write_bytes(path.with_name(f"{path.name}.1"), file.read(most))
        finally:
            os.truncate(path, 0)


def _keep_bounded(path: Path) -> None:
    never = threading.Event()
    while not never.wait(_LOOK_EVERY_S):
        bound_native_log(path)


def _debug() -> bool:
    return os.environ.get("SIGNMIRROR_LOG", "").lower() == "debug"


class _Brief(logging.Formatter):
    """One line a message: a traceback belongs in the log file, not on the terminal of a teacher."""

    def format(self, record: logging.LogRecord) -> str:
        return f"{record.levelname}: {record.getMessage()}"


class _Terminal(logging.StreamHandler):  # type: ignore[type-arg]
    """A type of its own, by which `start_logging` knows that it has run before."""


def start_logging() -> None:
    """Attach the handlers once, for the program and for the libraries that it uses.

    SIGNMIRROR_LOG=debug shows everything on the terminal. A log folder that cannot be written (a read-only
    home, a locked class-room computer) is no reason not to start: the terminal then carries a line about it.
    """
    root, own = logging.getLogger(), logging.getLogger("desktop_app")
    if any(isinstance(handler, _Terminal) for handler in root.handlers):
        return
    logging.raiseExceptions = False  # a log that cannot be written (a full disk) is no error of the program
    level = logging.DEBUG if _debug() else logging.WARNING
    terminal = _Terminal()
    terminal.setLevel(level)
    terminal.setFormatter(logging.Formatter(_FORMAT) if level == logging.DEBUG else _Brief())
    own.setLevel(logging.DEBUG)
    root.addHandler(terminal)
    threading.excepthook = _log_thread
    sys.unraisablehook = _log_unraisable
    path = paths.log_dir() / LOG
    try:
        private_folder(path.parent)
        path.touch(0o600)
        if not path.is_file():
            raise OSError(errno.EINVAL, "Not a regular file", str(path))
        file = logging.handlers.RotatingFileHandler(
            path, maxBytes=1_000_000, backupCount=3, encoding="utf-8", errors="backslashreplace"
        )
    except OSError as error:
        own.warning("No log file can be written: %s", error)
        return
    file.setLevel(logging.DEBUG if level == logging.DEBUG else logging.INFO)
    file.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(file)


def _log_thread(args: threading.ExceptHookArgs) -> None:
    name = args.thread.name if args.thread is not None else "?"
    _log_unexpected(f"Unexpected error in the thread '{name}'", args.exc_value)


def _log_unraisable(args: sys.UnraisableHookArgs) -> None:
    _log_unexpected(args.err_msg or "Unexpected error while an object was removed", args.exc_value)


def _log_unexpected(text: str, error: BaseException | None) -> None:
    """What Python would print with a traceback."""
    where: TracebackType | None = error.__traceback__ if error is not None else None
    logging.getLogger(__name__).error(text, exc_info=(type(error), error, where) if error is not None else None)
