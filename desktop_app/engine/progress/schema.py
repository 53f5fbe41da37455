"""The tables of the history and their migrations. Existing steps are never changed, new ones are appended."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from desktop_app.engine.progress.sqlite_errors import primary

_V1: Final = (
    """CREATE TABLE attempts (
        number INTEGER PRIMARY KEY,
        at_us INTEGER NOT NULL,
        pack TEXT NOT NULL,
        sentence TEXT NOT NULL,
        category TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('practice', 'free', 'spelling')),
        is_right INTEGER NOT NULL CHECK (is_right IN (0, 1)),
        overall REAL,
        recognised TEXT NOT NULL,
        accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
        seconds REAL NOT NULL
    ) STRICT""",
    "CREATE INDEX attempts_by_time ON attempts (at_us)",
    "CREATE INDEX attempts_by_sentence ON attempts (pack, sentence)",
    """CREATE TABLE channel_scores (
        attempt INTEGER NOT NULL REFERENCES attempts (number) ON DELETE CASCADE,
        channel TEXT NOT NULL,
        score REAL,
        PRIMARY KEY (attempt, channel)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE reasons (
        attempt INTEGER NOT NULL REFERENCES attempts (number) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        code TEXT NOT NULL,
        PRIMARY KEY (attempt, place)
    ) STRICT, WITHOUT ROWID""",
)
_V2: Final = (
    """CREATE TABLE cards (
        pack TEXT NOT NULL,
        sentence TEXT NOT NULL,
        due_us INTEGER NOT NULL,
        introduced_us INTEGER NOT NULL,
        document TEXT NOT NULL,
        PRIMARY KEY (pack, sentence)
    ) STRICT, WITHOUT ROWID""",
)
_V3: Final = ("ALTER TABLE attempts ADD COLUMN file TEXT NOT NULL DEFAULT ''",)
STEPS: Final = (_V1, _V2, _V3)  # STEPS[n] migrates version n to n + 1
VERSION: Final = len(STEPS)
DAMAGE: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_TABLES: Final = ("attempts", "channel_scores", "reasons", "cards")


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version of a file; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Migrate a file to `VERSION`, one transaction per step; can be interrupted and resumed."""
    for version in range(version_of(connection), VERSION):
        with transaction(connection):
            for statement in STEPS[version]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version + 1}")


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds the file intact, and the tables of its version exist."""
    try:
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            return False
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            return False
        found = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.DatabaseError as error:
        if primary(error) in DAMAGE:
            return False
        raise
    version = version_of(connection)
    if version == 0:
        return not found  # no tables of others
    return found.issuperset(_TABLES if version > 1 else _TABLES[:-1])


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """A transaction; use "DEFERRED" for reading. The connection is in autocommit mode otherwise."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it
            connection.execute("ROLLBACK")
        raise
