"""The tables of the history and their migrations. Existing steps are never changed, new ones are appended."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
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
_TIME: Final = "BETWEEN -62000000000000000 AND 253000000000000000"  # of years 5 to 9987, in every time zone
_NUMBER: Final = "BETWEEN -1e9 AND 1e9"
_LIMITS: Final = {
    "attempts": f"at_us {_TIME} AND (overall IS NULL OR overall {_NUMBER}) AND seconds {_NUMBER}"
    " AND kind IN ('practice', 'free', 'spelling')",
    "channel_scores": f"score IS NULL OR score {_NUMBER}",
    "reasons": "1",
    "cards": f"due_us {_TIME} AND introduced_us {_TIME}",
}
_TABLES: Final = ("attempts", "channel_scores", "reasons", "cards")


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version of a file; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Migrate a file to `VERSION`, one transaction per step; can be interrupted and resumed."""
    version = version_of(connection)
    while version < VERSION:
        with transaction(connection):
            version = version_of(connection)  # another window may have migrated it in the meantime
            if version >= VERSION:
                return
            for statement in STEPS[version]:
                connection.execute(statement)
            version += 1
            connection.execute(f"PRAGMA user_version = {version}")


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds the file intact, and it holds the tables of its version with values we can read."""
    try:
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            return False
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            return False
        version = version_of(connection)
        if version == 0:
            return not _columns(connection)  # no tables of others
        return (
            0 < version <= VERSION
            and _columns(connection) == _expected_columns(version)
            and _is_readable(connection, _TABLES if version > 1 else _TABLES[:-1])
        )
    except sqlite3.DatabaseError as error:
        # Python raises OperationalError without a code for text that is not UTF-8.
        if primary(error) in (*DAMAGE, sqlite3.SQLITE_ERROR):
            return False
        raise


def _columns(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The columns of every table in order."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (name,))]
        for (name,) in tables
        if not name.startswith("sqlite_")
    }


def _expected_columns(version: int) -> dict[str, list[str]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        for step in STEPS[:version]:
            for statement in step:
                connection.execute(statement)
        return _columns(connection)


def _is_readable(connection: sqlite3.Connection, tables: Iterable[str]) -> bool:
    """Whether all text is UTF-8, every time is a date, and every number is finite."""
    for table in tables:
        for _ in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608
            pass
        if connection.execute(f"SELECT 1 FROM {table} WHERE NOT ({_LIMITS[table]}) LIMIT 1").fetchone():  # noqa: S608
            return False
    return True


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
