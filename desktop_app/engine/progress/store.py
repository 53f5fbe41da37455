"""The history of a learner in an SQLite file. A store may only be used by the thread that opened it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, cast

from desktop_app.engine.progress import opening, schedule
from desktop_app.engine.progress.records import Attempt, AttemptFilter, Kind, utc_now
from desktop_app.engine.progress.schedule import CardState
from desktop_app.engine.progress.schema import transaction
from desktop_app.engine.progress.sqlite_errors import locked, wrap_errors
from desktop_app.engine.progress.table import write_csv
from desktop_app.errors import file_error

HISTORY: Final = "progress.sqlite3"  # in the user's data folder
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_COLUMNS: Final = (
    "number, at_us, pack, sentence, category, kind, is_right, overall, recognised, accepted, seconds, file"
)


class ProgressStore:
    """Stores attempts and the state of the scheduler.

    Every method raises ProgressError if the disk is full or not writable, another program locks the file, or it
    is damaged; the history is then unchanged.

    Attributes:
        happened: how damage was repaired on opening: "restored", "begun_anew", or "".
        aside: the damaged file under its new name.
    """

    def __init__(self, path: Path, *, now: Callable[[], datetime] = utc_now) -> None:
        """Open the history at `path`, or create it.

        Raises:
            ProgressTooNew: a newer version of the program wrote it; it is left unchanged.
            ProgressError: it cannot be opened or written.
        """
        self.path = path
        self._now = now
        opened = opening.open_history(path, now)
        self._connection = opened.connection
        self.happened, self.aside = opened.happened, opened.aside

    @property
    def attempts_folder(self) -> Path:
        """Folder of landmark files; `Attempt.file` is a name in it."""
        return self.path.parent / "tries"  # its name on disk, which existing histories have

    def add(self, attempt: Attempt) -> Attempt:
        """Store an attempt and update its card in one transaction; returns it with its number."""
        with wrap_errors(self.path), transaction(self._connection):
            cursor = self._connection.execute(
                f"INSERT INTO attempts ({_COLUMNS}) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                (
                    _micro(attempt.when),
                    attempt.pack,
                    attempt.sentence,
                    attempt.category,
                    attempt.kind,
                    int(attempt.right),
                    _real(attempt.overall),
                    attempt.recognised,
                    int(attempt.accepted),
                    float(attempt.seconds),
                    attempt.file,
                ),
            )
            number = int(cursor.lastrowid or 0)
            self._connection.executemany(
                "INSERT INTO channel_scores VALUES (?, ?, ?)",
                [(number, str(name), _real(score)) for name, score in attempt.channels.items()],
            )
            self._connection.executemany(
                "INSERT INTO reasons VALUES (?, ?, ?)",
                [(number, place, code) for place, code in enumerate(attempt.reasons)],
            )
            card = schedule.reviewed(self._card(attempt.pack, attempt.sentence), attempt)
            if card is not None:
                self._put(card)
        return replace(attempt, number=number)

    def attempts(self, wanted: AttemptFilter | None = None) -> tuple[Attempt, ...]:
        """The matching attempts, oldest first."""
        wanted = wanted or AttemptFilter()
        where, values = _where(wanted)
        newest = -1 if wanted.newest is None else wanted.newest
        chosen = f"SELECT number FROM attempts WHERE {where} ORDER BY at_us DESC, number DESC LIMIT ?"  # noqa: S608
        with wrap_errors(self.path), transaction(self._connection, "DEFERRED"):
            rows = self._connection.execute(
                f"SELECT {_COLUMNS} FROM attempts WHERE number IN ({chosen}) ORDER BY at_us, number",  # noqa: S608
                (*values, newest),
            ).fetchall()
            channels: dict[int, dict[str, float | None]] = {}
            reasons: dict[int, list[str]] = {}
            for number, name, score in self._connection.execute(
                f"SELECT attempt, channel, score FROM channel_scores WHERE attempt IN ({chosen})",  # noqa: S608
                (*values, newest),
            ):
                channels.setdefault(number, {})[name] = score
            for number, code in self._connection.execute(
                f"SELECT attempt, code FROM reasons WHERE attempt IN ({chosen}) ORDER BY place",  # noqa: S608
                (*values, newest),
            ):
                reasons.setdefault(number, []).append(code)
        return tuple(_attempt(row, channels.get(row[0], {}), reasons.get(row[0], ())) for row in rows)

    def cards(self) -> dict[tuple[str, str], CardState]:
        """The scheduling state by (pack, sentence)."""
        with wrap_errors(self.path):
            rows = self._connection.execute(
                "SELECT pack, sentence, due_us, introduced_us, document FROM cards"
            ).fetchall()
        return {(row[0], row[1]): _card(row) for row in rows}

    def forget_files(self, names: Iterable[str]) -> None:
        """Record that these landmark files have been deleted."""
        with wrap_errors(self.path), transaction(self._connection):
            self._connection.executemany(
                "UPDATE attempts SET file = '' WHERE file = ?", [(name,) for name in names]
            )

    def export_csv(self, path: Path) -> int:
        """Export all attempts as CSV, atomically; returns their number.

        Raises FileError where `path` cannot be written: the history is then as it should be.
        """
        found = self.attempts()
        try:
            write_csv(path, found)
        except OSError as error:
            raise file_error(error) from error
        return len(found)

    def delete_all(self) -> None:
        """Delete everything: rows, log, backups, damaged files and landmark files.

        Deleted rows are overwritten, the file is compacted and its log truncated. Remnants of deleted files on
        the disk itself are beyond a program's control.
        """
        with wrap_errors(self.path):
            with transaction(self._connection):
                for table in ("channel_scores", "reasons", "attempts", "cards"):
                    self._connection.execute(f"DELETE FROM {table}")  # noqa: S608
            copies = opening.left_aside(self.path)
            for folder in (self.path.parent / opening.BACKUPS, self.attempts_folder):
                copies += [one for one in folder.iterdir() if one.is_file()] if folder.is_dir() else []
            for one in copies:
                one.unlink(missing_ok=True)
            self._connection.execute("VACUUM")
            if self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise locked(self.path)

    def close(self) -> None:
        """Close the history; its log is merged into the file."""
        self._connection.close()

    def _card(self, pack: str, sentence: str) -> CardState | None:
        row = self._connection.execute(
            "SELECT pack, sentence, due_us, introduced_us, document FROM cards WHERE pack = ? AND sentence = ?",
            (pack, sentence),
        ).fetchone()
        return None if row is None else _card(row)

    def _put(self, card: CardState) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO cards (pack, sentence, due_us, introduced_us, document)"
            " VALUES (?, ?, ?, ?, ?)",
            (card.pack, card.sentence, _micro(card.due), _micro(card.introduced), card.document),
        )


def _where(wanted: AttemptFilter) -> tuple[str, list[Any]]:
    marks = ", ".join("?" * len(wanted.kinds))
    parts: list[str] = [f"kind IN ({marks})"]
    values: list[Any] = list(wanted.kinds)
    for condition, value in (
        ("at_us >= ?", None if wanted.since is None else _micro(wanted.since)),
        ("at_us < ?", None if wanted.until is None else _micro(wanted.until)),
        ("pack = ?", wanted.pack or None),
        ("sentence = ?", wanted.sentence or None),
    ):
        if value is not None:
            parts.append(condition)
            values.append(value)
    return " AND ".join(parts), values


def _attempt(row: Any, channels: dict[str, float | None], reasons: Iterable[str]) -> Attempt:
    return Attempt(
        when=_moment(row[1]),
        pack=row[2],
        sentence=row[3],
        category=row[4],
        kind=cast(Kind, row[5]),
        right=bool(row[6]),
        overall=row[7],
        channels=channels,
        recognised=row[8],
        accepted=bool(row[9]),
        reasons=tuple(reasons),
        seconds=row[10],
        number=row[0],
        file=row[11],
    )


def _card(row: Any) -> CardState:
    return CardState(row[0], row[1], _moment(row[2]), _moment(row[3]), row[4])


def _real(value: float | None) -> float | None:
    """A plain float: SQLite does not accept NumPy numbers."""
    return None if value is None else float(value)


def _micro(when: datetime) -> int:
    return (when.astimezone(UTC) - _EPOCH) // _MICROSECOND


def _moment(at_us: int) -> datetime:
    return _EPOCH + at_us * _MICROSECOND
