"""What every command shares: how results, progress and errors are printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import click
from tqdm import tqdm

EXIT_USER = 2  # the user can mend it
EXIT_INTERNAL = 70  # our own fault (sysexits EX_SOFTWARE)
EXIT_CANCELLED = 130

Item = TypeVar("Item")

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")


def emit_json(document: object) -> None:
    """Print the one JSON document of a command on standard output; NaN becomes null."""
    sys.stdout.write(json.dumps(_plain(document), ensure_ascii=False, indent=2, allow_nan=False) + "\n")


def say(text: str = "") -> None:
    """Print a line of a human-readable answer."""
    click.echo(text)


def note(text: str) -> None:
    """Print progress or a remark on standard error."""
    click.echo(text, err=True)


def progress(items: Iterable[Item], what: str, total: int | None = None) -> Iterator[Item]:
    """A progress bar on standard error, only where that is a terminal."""
    yield from tqdm(items, desc=what, total=total, file=sys.stderr, disable=not sys.stderr.isatty())


def _plain(value: Any) -> Any:
    """Numbers of numpy and paths as JSON knows them; what is not finite becomes null."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "tolist"):
        return _plain(value.tolist())
    if isinstance(value, float):
        return value if abs(value) != float("inf") and value == value else None
    if value is None or isinstance(value, str | int | bool):
        return value
    return str(value)
