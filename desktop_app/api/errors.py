"""Errors of the API: one format for every endpoint."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.errors import AppError, Busy, LandmarkError


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
        user_text: str,
        hint: str = "",
        *,
        field: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(user_text, hint, code=code)
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
        return ApiError(422, error.code, error.user_text, error.hint, field="frames")
    if isinstance(error, Busy):
        return busy(error.user_text, error.hint)
    return ApiError(500, error.code, error.user_text, error.hint)


def internal_error() -> ApiError:
    """An unexpected error; its details are only in the log."""
    return ApiError(
        500, "internal", "Something went wrong inside SignMirror.", "The log says what; please send it to us."
    )


def busy(text: str, hint: str = "Try again in a moment.", retry_after_s: int = 1) -> ApiError:
    """Overload: 503 with Retry-After."""
    return ApiError(503, "api.busy", text, hint, headers={"Retry-After": str(max(1, retry_after_s))})


def not_loaded() -> ApiError:
    """No model yet."""
    text, hint = "The model is still being loaded.", "Try again in a moment."
    return ApiError(503, "model.not_loaded", text, hint, headers={"Retry-After": "1"})


def invalid(
    field: str, text: str, hint: str = "", *, code: str = "request.invalid", status: int = 422
) -> ApiError:
    """An invalid part of the request."""
    return ApiError(status, code, text, hint, field=field)
