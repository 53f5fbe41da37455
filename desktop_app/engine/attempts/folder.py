"""The learner's most recent attempts, kept for review. Landmarks only, never a picture."""

from __future__ import annotations

import uuid
from datetime import UTC
from pathlib import Path
from typing import Final

from desktop_app.engine.attempts.files import SUFFIX, write_attempt
from desktop_app.engine.attempts.records import AttemptFileError, SharedAttempt
from desktop_app.errors import next_step, reason_of
from desktop_app.files import private_folder
from desktop_app.message import Message

KEPT: Final = 100  # of some 100 kB each


class AttemptFolder:
    """A folder of attempts, whose file names sort chronologically."""

    def __init__(self, folder: Path, *, kept: int = KEPT) -> None:
        self.folder = folder
        self._kept = kept

    def keep(self, shared: SharedAttempt) -> str:
        """Write an attempt; returns the name of its file. Raises AttemptFileError."""
        stamp = shared.attempt.when.astimezone(UTC).strftime("%Y%m%d-%H%M%S")
        name = f"{stamp}-{uuid.uuid4().hex[:8]}{SUFFIX}"
        try:
            private_folder(self.folder)
        except OSError as error:
            raise AttemptFileError(
                Message(
                    "'{folder}' cannot be made: {strerror}.", folder=self.folder, strerror=reason_of(error)
                ),
                next_step(error),
            ) from error
        write_attempt(self.folder / name, shared)
        return name

    def path_of(self, name: str) -> Path | None:
        """Path of a kept attempt, None if it is gone or the name is not valid."""
        if not name or Path(name).name != name or not name.endswith(SUFFIX):
            return None
        path = self.folder / name
        return path if path.is_file() else None

    def prune(self) -> tuple[str, ...]:
        """Remove attempts beyond the limit, and temporary files of a crash; returns the removed names."""
        if not self.folder.is_dir():
            return ()
        names = sorted(one.name for one in self.folder.glob(f"*{SUFFIX}") if not one.name.startswith("."))
        gone = names[: max(0, len(names) - self._kept)]
        for name in gone:
            (self.folder / name).unlink(missing_ok=True)
        for left in self.folder.glob(".*.part"):
            left.unlink(missing_ok=True)
        return tuple(gone)
