"""Removes packs of the user's: one disappears in one step, then its files are deleted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.engine.packs.lock import PackLock
from desktop_app.engine.packs.manifest import EDIT
from desktop_app.engine.packs.pack import open_folder
from desktop_app.errors import AppError
from desktop_app.files import discard_folder


def remove_folder(folder: Path) -> None:
    """Remove the folder of a pack. Raises PackError (`pack.busy`) while somebody is changing it, OSError."""
    PackLock(folder / EDIT / "lock").release()  # nobody is changing it
    discard_folder(folder)


@contextmanager
def removed_if_empty(folder: Path) -> Iterator[None]:
    """Remove a pack that was made for the block, however the block ends, unless a clip was added."""
    try:
        yield
    finally:
        with suppress(OSError, AppError):
            if not open_folder(folder).clips:
                remove_folder(folder)
