"""Errors that a user can cause or meet.

Every one carries a stable code, a sentence in plain words and a next step. The window shows them as a
banner, the command line as two lines and exit code 2, the API as a status with the same fields.
"""

from __future__ import annotations

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
