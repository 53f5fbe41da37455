"""Errors that a user can cause or meet.

Every one carries a stable code, a sentence in plain words and a next step. The window shows them as a
banner, the command line as two lines and exit code 2, the API as a status with the same fields.
"""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from typing import Final

from desktop_app.message import NOTHING, Message


class AppError(Exception):
    """Root of everything the user can be told about. `str()` is the message in English.

    Args:
        message: what happened, one plain sentence.
        hint: what to try next, one plain sentence.
        code: stable identifier; the class default fits most cases.
        detail: for the log only.
    """

    code = "app.error"

    def __init__(
        self, message: Message, hint: Message = NOTHING, *, code: str | None = None, detail: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code or type(self).code
        self.detail = detail

    def to_dict(self) -> dict[str, str]:
        """The error in English, as the command line and the API print it."""
        return {"code": self.code, "message": str(self.message), "hint": str(self.hint)}


class ConfigError(AppError):
    """A setting or environment variable that cannot be used."""

    code = "config.invalid"


class SourceError(AppError):
    """A video, picture folder or landmark recording that cannot be read."""

    code = "source.unreadable"


class CameraError(SourceError):
    """A camera that cannot be used."""

    code = "camera.unavailable"


class CameraNotFound(CameraError):
    """No camera answers to that name or number."""

    code = "camera.not_found"


class CameraBusy(CameraError):
    """The camera exists and gives no picture: another program may hold it."""

    code = "camera.busy"


class CameraLost(CameraError):
    """The camera gave pictures and stopped."""

    code = "camera.lost"


class EndOfSource(Exception):
    """A file source has no more frames."""


class TableError(AppError):
    """A table of clips that cannot be read or understood."""

    code = "table.invalid"


class LandmarkError(AppError):
    """Landmarks that are not numbers, or of the wrong shape."""

    code = "landmarks.invalid"


class ModelError(AppError):
    """A model or bundle that cannot be used."""

    code = "model.invalid"


class ModelMissing(ModelError):
    """A file of the model bundle is not there."""

    code = "model.missing"


class ContractMismatch(ModelError):
    """Model, pack and program read the 540 columns differently."""

    code = "model.contract_mismatch"


class PackError(AppError):
    """A reference pack that cannot be used."""

    code = "pack.invalid"


class PackDamaged(PackError):
    """A file of the pack is missing, altered or unreadable."""

    code = "pack.damaged"


class DatasetError(AppError):
    """A data set or collection that cannot be used."""

    code = "dataset.invalid"


class TrainingError(AppError):
    """Training or export could not be done."""

    code = "training.failed"


class Busy(AppError):
    """A command queue is full, or a worker that must end first still runs."""

    code = "runtime.busy"


class FileError(AppError):
    """The system refused to read or write a file or folder."""

    code = "system.file"


_SHORT_WRITE: Final = re.compile(r"\d+ requested and \d+ written")
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NOT_ALLOWED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NOT_THERE: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP})


def file_error(error: OSError) -> FileError:
    """An error of the system as one with a next step."""
    path, reason = error.filename, reason_of(error)
    if isinstance(path, bytes):
        path = path.decode("utf-8", "replace")
    if path is None or isinstance(path, int):
        text = Message("A file or folder cannot be used: {reason}.", reason=reason)
    else:
        text = Message("'{path}' cannot be used: {reason}.", path=path, reason=reason)
    return FileError(text, next_step(error), detail=repr(error))


def reason_of(error: OSError) -> str:
    """What the system said; some libraries raise errors that carry their own text only."""
    code = _code_of(error)
    if code is not None and code != error.errno:
        return os.strerror(code)
    return error.strerror or str(error) or type(error).__name__


def _code_of(error: OSError) -> int | None:
    """The number that says what is wrong: of a short write, and of a folder that cannot be made where a file or
    a device is, which the system calls an existing file."""
    if _is_short_write(error):
        return errno.ENOSPC
    if error.errno == errno.EEXIST and isinstance(error.filename, str | bytes):
        path = os.fsdecode(error.filename)
        if os.path.lexists(path) and not Path(path).is_dir():
            return errno.ENOTDIR
    return error.errno


def _is_short_write(error: OSError) -> bool:
    """Whether NumPy wrote less than it wanted to: `14580 requested and 6080 written`. It drops the reason."""
    return error.errno is None and _SHORT_WRITE.fullmatch(str(error)) is not None


def next_step(error: OSError) -> Message:
    """What the user can do about an error of the system."""
    code = _code_of(error)
    if code in _NO_ROOM:
        return Message("Make room on the disk, or choose a folder on another one.")
    if code in _NOT_ALLOWED:
        return Message("Check the permissions, or choose another place.")
    if code == errno.ENAMETOOLONG:
        return Message("Choose a shorter name.")
    if code in _NOT_THERE:
        return Message("Check the path.")
    return Message("Check the disk and the path, then try again.")
