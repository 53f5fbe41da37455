"""Protects what lies in an output folder: a command replaces the files that it has made itself, and no others.

It knows its own by a marker: the manifest of an export, the log of a data set, the description of a run.
Without it, files of the usual names may be anybody's.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from desktop_app.errors import ConfigError
from desktop_app.files import is_link
from desktop_app.message import Message

_MARKER_BYTES: Final = 64 << 20


def check_outputs(folder: Path, names: Iterable[str], *, replace_old: bool = False) -> None:
    """Check that writing these files into a folder destroys nothing.

    Args:
        names: files, or folders to be filled, that the command would write.
        replace_old: they may be replaced, because the command has made them itself or the user says so.

    Raises:
        ConfigError: one of them is there (files and folders without content do not count) or is a link, behind
            which anything may lie; or no folder is.
    """
    check_is_folder(folder)
    names = tuple(names)
    for name in names:
        if is_link(folder / name):
            raise ConfigError(
                Message(
                    "'{name}' in {folder} is a link, which is not written through.", name=name, folder=folder
                ),
                Message("Remove the link, or choose another folder."),
                code="output.link",
            )
    if replace_old:
        return
    for name in names:
        if _has_content(folder / name):
            raise ConfigError(
                Message(
                    "There is '{name}' in {folder}, which this command has not made.", name=name, folder=folder
                ),
                Message("Choose another folder, or --replace."),
                code="output.exists",
            )


@contextmanager
def made_folder(folder: Path, *files: Path) -> Iterator[None]:
    """Make a folder with its parents. If the block fails, the new ones go that are empty, and `files` before.

    Raises OSError.
    """
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        with suppress(OSError):
            for file in files:
                if file.parent in made and not file.stat().st_size:
                    file.unlink()
        with suppress(OSError):  # the first that is not empty
            for path in made:
                path.rmdir()
        raise


def check_apart(out: Path, source: Path, *, read_whole: bool) -> None:
    """Check that a data set is not written among the files that it is made of, which could not be read again.

    Args:
        read_whole: the source is read with all folders in it.

    Raises:
        ConfigError: `out` is the source, or lies in a source that is read whole.
    """
    place, root = Path(os.path.realpath(out)), Path(os.path.realpath(source))
    if source.is_dir() and (place == root or (read_whole and place.is_relative_to(root))):
        raise ConfigError(
            Message("The data set would be written among the clips in {folder}.", folder=source),
            Message("Choose another folder with --out."),
            code="output.is_source",
        )


def check_is_folder(folder: Path) -> None:
    """Raise ConfigError where a file or a device has the name of an output folder."""
    if folder.exists() and not folder.is_dir():
        raise ConfigError(
            Message("'{folder}' is not a folder.", folder=folder),
            Message("Choose another name."),
            code="output.not_a_folder",
        )


def read_marker(path: Path, keys: Collection[str]) -> dict[str, Any] | None:
    """A JSON object with these keys; None for anything else, which belongs to somebody else."""
    try:
        if path.stat().st_size > _MARKER_BYTES:
            return None
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) and document.keys() >= set(keys) else None


def _has_content(path: Path) -> bool:
    if not os.path.lexists(path):
        return False
    try:
        return any(path.iterdir()) if path.is_dir() else not path.is_file() or path.stat().st_size > 0
    except OSError:  # it may not be looked at
        return True
