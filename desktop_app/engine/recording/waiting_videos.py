"""Temporary storage for videos of takes until they are saved or discarded, and its cleanup after a crash."""

from __future__ import annotations

import logging
import shutil
import uuid
from pathlib import Path
from typing import Final

from desktop_app import paths
from desktop_app.engine.packs.lock import PackLock
from desktop_app.errors import AppError, PackError, reason_of
from desktop_app.message import Message

logger = logging.getLogger(__name__)
FOLDER: Final = ".recording"  # beside the packs; hidden folders are not packs
_LOCK: Final = "lock"


class WaitingVideos:
    """A folder of this process, created for the first video and locked as long as the process lives."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._lock: PackLock | None = None
        self._count = 0

    def next_path(self) -> Path:
        """Path for the next video. Raises PackError if it cannot be written."""
        if self._folder is None:
            folder = paths.user_packs_dir() / FOLDER / uuid.uuid4().hex
            try:
                self._lock = PackLock(folder / _LOCK)
            except OSError as error:
                raise PackError(
                    Message(
                        "The video cannot be written to {parent}: {strerror}.",
                        parent=folder.parent,
                        strerror=reason_of(error),
                    ),
                    Message("Check space and permissions, or keep the skeleton only."),
                ) from error
            self._folder = folder
        self._count += 1
        return self._folder / f"take-{self._count}.mp4"

    def drop(self, video: Path | None) -> None:
        """Delete a video that is no longer needed; files outside this folder are ignored."""
        if video is not None and video.parent == self._folder:
            try:
                video.unlink(missing_ok=True)
            except OSError as error:  # on Windows while it is played; deleted with the folder
                logger.warning("A video that was given up is still there: %s", error)

    def close(self) -> None:
        """Delete the folder and its content. May be called twice."""
        folder, self._folder = self._folder, None
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.release()
        if folder is not None:
            _remove(folder)


def clean_up() -> int:
    """Delete folders of crashed processes; returns their number."""
    home = paths.user_packs_dir() / FOLDER
    if not home.is_dir():
        return 0
    removed = 0
    for folder in sorted(path for path in home.iterdir() if path.is_dir()):
        try:
            PackLock(folder / _LOCK).release()
        except (AppError, OSError):  # in use by a running process
            continue
        _remove(folder)
        removed += 1
    _remove_empty(home)
    return removed


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    _remove_empty(folder.parent)


def _remove_empty(home: Path) -> None:
    try:
        home.rmdir()
    except OSError:
        logger.debug("Other recordings are still going on")
