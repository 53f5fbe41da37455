"""Exports the history as CSV for spreadsheets, one row per attempt."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.progress.records import Attempt
from desktop_app.files import write_bytes

COLUMNS: Final = (
    "when_utc",
    "kind",
    "pack",
    "category",
    "sentence",
    "right",
    "overall",
    *(str(channel) for channel in Channel),
    "recognised",
    "accepted",
    "reasons",
    "seconds",
)
# Spreadsheets take cells with these prefixes for formulas, and sentences come from untrusted packs.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_csv(path: Path, attempts: Iterable[Attempt]) -> None:
    """Write the table atomically, with a byte order mark, which Excel needs to detect UTF-8. Raises OSError."""
    write_bytes(path, as_csv(attempts).encode("utf-8-sig"))


def as_csv(attempts: Iterable[Attempt]) -> str:
    """The table with its header."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(_row(one) for one in attempts)
    return text.getvalue()


def _row(one: Attempt) -> list[str]:
    return [
        one.when.isoformat(timespec="seconds"),
        one.kind,
        _text(one.pack),
        _text(one.category),
        _text(one.sentence),
        "yes" if one.right else "no",
        _number(one.overall),
        *(_number(one.channels.get(str(channel))) for channel in Channel),
        _text(one.recognised),
        "yes" if one.accepted else "no",
        " ".join(one.reasons),
        _number(one.seconds),
    ]


def _text(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
