"""`progress.jsonl`: one line per finished clip, which makes a run resumable and holds its results.

Only digests and file offsets are kept in memory, about a hundred bytes per clip.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import nullcontext, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from desktop_app.files import naming, replacing

PROGRESS: Final = "progress.jsonl"
_START: Final = b'{"settings": '  # of every line
Row = dict[str, Any]


def is_progress_log(path: Path) -> bool:
    """Whether a file is such a log, or an empty one as it is before the first clip."""
    try:
        with path.open("rb") as file:
            return file.read(len(_START)) in (b"", _START)
    except OSError:
        return False


class ProgressLog:
    """The log of one data set, opened for appending. One process at a time writes."""

    def __init__(self, folder: Path, settings: str) -> None:
        self._path = folder / PROGRESS
        self._settings = settings
        self._places: dict[bytes, int] = {}
        self._scan()
        self._writer = self._path.open("ab")
        self._reader = self._path.open("rb")

    def __enter__(self) -> ProgressLog:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._reader.close()
        with nullcontext() if error is None else suppress(OSError):  # on a full disk it would write once more
            self._writer.close()

    def find(self, key: str) -> int | None:
        """The offset of the finished clip with this key, None when there is none."""
        return self._places.get(_digest(key))

    def read(self, place: int) -> Row:
        """The row at an offset, without the settings."""
        self._reader.seek(place)
        row: Row = json.loads(self._reader.readline())
        row.pop("settings", None)
        return row

    def add(self, row: Row) -> int:
        """Append a row and flush, so that it survives the end of this process. Returns its offset."""
        place = self._writer.tell()
        with naming(self._path):
            self._writer.write(json.dumps({"settings": self._settings, **row}).encode() + b"\n")
            self._writer.flush()
        return place

    def rows(self, places: Iterable[int]) -> Iterator[Row]:
        """The rows at these offsets."""
        return (self.read(place) for place in places)

    def compact(self, places: Iterable[int]) -> None:
        """Rewrite the file with only these rows, in this order, and close the log."""
        with replacing(self._path) as part:
            with part.open("wb") as file:
                for place in places:
                    self._reader.seek(place)
                    file.write(self._reader.readline())
            self._writer.close()
            self._reader.close()

    def _scan(self) -> None:
        if not self._path.is_file():
            return
        place = whole = 0
        with self._path.open("r+b") as file:
            for line in file:
                if line.endswith(b"\n"):
                    whole = place + len(line)
                    self._note(line, place)
                place += len(line)
            if whole < place:
                file.truncate(whole)  # a line cut off when the last run was stopped

    def _note(self, line: bytes, place: int) -> None:
        try:
            row = json.loads(line)
            # An unreadable file may have been repaired without a change of size: read it again.
            if row["settings"] == self._settings and row["reason"] != "unreadable":
                self._places[_digest(row["key"])] = place
        except (ValueError, KeyError, TypeError):
            return


def _digest(key: str) -> bytes:
    return hashlib.blake2b(key.encode(), digest_size=16).digest()
