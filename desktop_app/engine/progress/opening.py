"""Opens the history file: checks it, migrates it after a backup, and replaces it if damaged.

progress.sqlite3                             the history (with -wal and -shm while it is open)
backups/progress-20261120-152600-v3.sqlite3  whole copies: before a change of version, and of each day of use
progress.damaged-20261120-152600.sqlite3     a damaged file, set aside and never deleted automatically
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, NamedTuple

from desktop_app.engine.progress import schema
from desktop_app.engine.progress.records import ProgressTooNew
from desktop_app.engine.progress.sqlite_errors import locked, primary, wrap_errors
from desktop_app.files import private_folder, replacing
from desktop_app.message import Message

BACKUPS: Final = "backups"
KEPT_BACKUPS: Final = 5
BUSY_MS: Final = 3000
OPENING_S: Final = 30.0  # the check of a large history takes seconds
_STAMP: Final = "%Y%m%d-%H%M%S"
_SIDE_FILES: Final = ("", "-wal", "-shm")


class Opened(NamedTuple):
    """An open connection, and what was done: "restored" or "begun_anew" after damage, else "".

    `aside` is the damaged file under its new name.
    """

    connection: sqlite3.Connection
    happened: Literal["", "restored", "begun_anew"] = ""
    aside: Path | None = None


def open_history(path: Path, now: Callable[[], datetime]) -> Opened:
    """Open the file at `path`, or create it.

    Raises:
        ProgressTooNew: a newer version of the program wrote it; it is left unchanged.
        ProgressError: it cannot be opened or written for reasons other than damage.
    """
    with wrap_errors(path), _one_at_a_time(path):
        part = _restored_part(path)
        if not path.exists() and part.exists():  # crashed between the two renames below
            part.replace(path)
        if not _is_special(path):
            _make_private(path)
            connection = _connect_sound(path)
            if connection is not None:
                return Opened(_up_to_date(connection, path, now))
        # The copy is complete before the damaged file is moved: from then on the copy counts.
        backup = _copy_good_backup(path, part)
        aside = _set_aside(path, now().astimezone(UTC).strftime(_STAMP))
        if backup is not None:
            part.replace(path)
        _make_private(path)
        fresh = _connect(path)
        happened: Literal["restored", "begun_anew"] = "restored" if backup else "begun_anew"
        return Opened(_up_to_date(fresh, path, now), happened, aside)


def _is_special(path: Path) -> bool:
    """Whether there is a device, a pipe or the like, which SQLite may wait for or write to."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _make_private(path: Path) -> None:
    """Let only the user read the history; its log gets the same mode from SQLite."""
    path.touch(0o600)
    with suppress(PermissionError):  # it belongs to somebody else
        path.chmod(0o600)


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    """Let one process check, migrate or restore the file; others wait, and find it done.

    Raises ProgressError (`progress.locked`) if that takes too long.
    """
    from filelock import FileLock, Timeout  # loading it takes 20 ms

    private_folder(path.parent)
    lock = FileLock(path.with_name(f".{path.name}.lock"), mode=0o600, thread_local=False)
    try:
        lock.acquire(timeout=OPENING_S)
    except Timeout as error:
        raise locked(path) from error
    try:
        yield
    finally:
        lock.release()


def backups(path: Path) -> list[Path]:
    """Backups of a history, the newest first."""
    return sorted((path.parent / BACKUPS).glob(f"{path.stem}-*-v*.sqlite3"), reverse=True)


def left_aside(path: Path) -> list[Path]:
    """Damaged files that were set aside, with their logs."""
    return sorted(path.parent.glob(f"{path.stem}.damaged-*"))


def back_up(connection: sqlite3.Connection, path: Path, now: datetime) -> Path:
    """Write a complete backup beside the history, and delete old ones."""
    folder = path.parent / BACKUPS
    private_folder(folder)
    for left in folder.glob(f".{path.stem}-*"):
        left.unlink(missing_ok=True)  # left by a crash
    version = schema.version_of(connection)
    target = folder / f"{path.stem}-{now.astimezone(UTC).strftime(_STAMP)}-v{version}.sqlite3"
    with replacing(target) as part, closing(sqlite3.connect(part, isolation_level=None)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # a single self-contained file
    for old in backups(path)[KEPT_BACKUPS:]:
        old.unlink(missing_ok=True)
    return target


def _connect(path: Path) -> sqlite3.Connection:
    with ExitStack() as failed:
        connection = failed.enter_context(
            closing(sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None))
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # deleted content is overwritten
        connection.execute("PRAGMA synchronous = FULL")  # attempts survive power cuts, for one more write
        failed.pop_all()
    return connection


def _connect_sound(path: Path) -> sqlite3.Connection | None:
    """A connection to an intact or new file; None if it is damaged."""
    with ExitStack() as unusable:
        try:
            connection = unusable.enter_context(closing(_connect(path)))
            version = schema.version_of(connection)
            if version > schema.VERSION:
                raise ProgressTooNew(
                    Message("Your practice history was written by a newer version of SignMirror."),
                    Message("Open it with that version, or install it here; nothing of it was changed."),
                )
            if schema.is_sound(connection):
                unusable.pop_all()
                return connection
        except UnicodeDecodeError:  # Python cannot read what SQLite says about the damage
            return None
        except sqlite3.DatabaseError as error:
            # SQLite knows no code for a file format that does not exist.
            if primary(error) not in (*schema.DAMAGE, sqlite3.SQLITE_ERROR):
                raise
    return None


def _up_to_date(connection: sqlite3.Connection, path: Path, now: Callable[[], datetime]) -> sqlite3.Connection:
    """Enable the write-ahead log, back up if due, and migrate the tables."""
    with ExitStack() as failed:
        failed.callback(connection.close)
        connection.execute("PRAGMA journal_mode = WAL")
        version = schema.version_of(connection)
        moment = now()
        if version and (version < schema.VERSION or _backup_due(path, moment)):
            back_up(connection, path, moment)
        schema.migrate(connection)
        failed.pop_all()
    return connection


def _backup_due(path: Path, now: datetime) -> bool:
    today = now.astimezone(UTC).strftime("%Y%m%d")
    return not any(re.search(rf"-{today}-\d+-v{schema.VERSION}$", one.stem) for one in backups(path))


def _set_aside(path: Path, stamp: str) -> Path:
    """Rename a damaged file and its log, without overwriting earlier ones."""
    name, number = f"{path.stem}.damaged-{stamp}", 1
    while (path.with_name(f"{name}{path.suffix}")).exists():
        number += 1
        name = f"{path.stem}.damaged-{stamp}-{number}"
    for ending in reversed(_SIDE_FILES):  # the file itself last, so that a crash repeats the whole step
        source = path.with_name(path.name + ending)
        if source.exists():
            source.replace(path.with_name(f"{name}{path.suffix}{ending}"))
    return path.with_name(f"{name}{path.suffix}")


def _restored_part(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _copy_good_backup(path: Path, part: Path) -> Path | None:
    """Copy the newest intact backup to `part`; None, and no `part`, if there is none."""
    part.unlink(missing_ok=True)
    for candidate in backups(path):
        try:
            with closing(sqlite3.connect(f"{candidate.absolute().as_uri()}?mode=ro", uri=True)) as source:
                if not 0 < schema.version_of(source) <= schema.VERSION or not schema.is_sound(source):
                    continue
                with closing(sqlite3.connect(part)) as copy:
                    source.backup(copy)
        except sqlite3.DatabaseError:
            part.unlink(missing_ok=True)
            continue
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        return candidate
    return None
