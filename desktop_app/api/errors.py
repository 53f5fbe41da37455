"""Errors of the API: one format for every endpoint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.errors import AppError, Busy, LandmarkError
from desktop_app.message import NOTHING, Message

_TRY_AGAIN: Final = Message("Try again in a moment.")


class ApiError(AppError):
    """A rejected request.

    Args:
        status: of HTTP.
        field: the part of the request that is wrong, None for the request as a whole.
        headers: additional response headers.
    """

    code = "api.refused"

    def __init__(
        self,
        status: int,
        code: str,
        message: Message,
        hint: Message = NOTHING,
        *,
        field: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message, hint, code=code)
        self.status = status
        self.field = field
        self.headers = dict(headers or {})


def error_body(error: AppError) -> dict[str, str | None]:
    """`{code, message, hint, field}`."""
    return {**error.to_dict(), "field": error.field if isinstance(error, ApiError) else None}


def as_api_error(error: AppError) -> ApiError:
    """An error of the engine as an API error."""
    if isinstance(error, ApiError):
        return error
    if isinstance(error, LandmarkError):
        return ApiError(422, error.code, error.message, error.hint, field="frames")
    if isinstance(error, Busy):
        return busy(error.message, error.hint)
    return ApiError(500, error.code, error.message, error.hint)


def internal_error() -> ApiError:
    """An unexpected error; its details are only in the log."""
    return ApiError(
        500,
        "internal",
        Message("Something went wrong inside SignMirror."),
        Message("The log says what; please send it to us."),
    )


def busy(message: Message, hint: Message = _TRY_AGAIN, retry_after_s: int = 1) -> ApiError:
    """Overload: 503 with Retry-After."""
    return ApiError(503, "api.busy", message, hint, headers={"Retry-After": str(max(1, retry_after_s))})


def not_loaded() -> ApiError:
    """The answer while models load: 503 with Retry-After."""
    message = Message("The model is still being loaded.")
    return ApiError(503, "model.not_loaded", message, _TRY_AGAIN, headers={"Retry-After": "1"})


def invalid(
    field: str, message: Message, hint: Message = NOTHING, *, code: str = "request.invalid", status: int = 422
) -> ApiError:
    """An invalid part of the request."""
    return ApiError(status, code, message, hint, field=field)
