"""Converts errors of SQLite and the file system to ProgressError."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from desktop_app.engine.progress.records import ProgressError
from desktop_app.message import Message

# Primary result code of SQLite -> code, sentence, next step.
_WORDS: Final = {
    sqlite3.SQLITE_FULL: (
        "progress.disk_full",
        Message("There is no room on the disk for your practice history."),
        Message("Make room on the disk; what was kept before is safe."),
    ),
    sqlite3.SQLITE_BUSY: (
        "progress.locked",
        Message("Another program is writing to your practice history."),
        Message("Close other windows of SignMirror, then try again."),
    ),
    sqlite3.SQLITE_READONLY: (
        "progress.read_only",
        Message("Your practice history may not be written."),
        Message("Allow writing to its folder, or set SIGNMIRROR_DATA_DIR to another one."),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "progress.cannot_open",
        Message("Your practice history cannot be opened."),
        Message(
            "Check that its folder is there and may be written, or set SIGNMIRROR_DATA_DIR to another one."
        ),
    ),
    sqlite3.SQLITE_CORRUPT: (
        "progress.damaged",
        Message("Your practice history is damaged."),
        Message("Close SignMirror and open it again: the last good copy is then put back."),
    ),
    sqlite3.SQLITE_IOERR: (
        "progress.disk",
        Message("The disk did not read or write your practice history."),
        Message("Check the disk, then open SignMirror again."),
    ),
}
_SAME: Final = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_NOTADB: sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_AUTH: sqlite3.SQLITE_READONLY,
}
_FROM_SYSTEM: Final = {
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EDQUOT: sqlite3.SQLITE_FULL,
    errno.EROFS: sqlite3.SQLITE_READONLY,
    errno.EACCES: sqlite3.SQLITE_READONLY,
    errno.EPERM: sqlite3.SQLITE_READONLY,
}


@contextmanager
def wrap_errors(path: Path) -> Iterator[None]:
    """Raise errors of SQLite and the file system as ProgressError; errors in our own SQL pass unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        if not isinstance(error, sqlite3.DatabaseError) or isinstance(
            error, sqlite3.ProgrammingError | sqlite3.IntegrityError
        ):
            raise
        code = _SAME.get(primary(error), primary(error))
        if code not in _WORDS:
            raise
        raise _error(code, path, error) from error
    except OSError as error:
        code = _FROM_SYSTEM.get(error.errno or 0, sqlite3.SQLITE_CANTOPEN)
        raise _error(code, path, error) from error


def primary(error: sqlite3.Error) -> int:
    """The primary result code of an error; SQLITE_ERROR if Python raised it."""
    return int(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)) & 0xFF


def locked(path: Path) -> ProgressError:
    """The error for a file that another program locks."""
    return _error(sqlite3.SQLITE_BUSY, path, None)


def _error(code: int, path: Path, error: Exception | None) -> ProgressError:
    name, text, hint = _WORDS[code]
    return ProgressError(text, hint, code=name, detail=f"{path}: {error}")
