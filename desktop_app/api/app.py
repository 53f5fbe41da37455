"""Assembles the endpoints and the security middleware in front of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from fastapi import FastAPI, Request, WebSocket
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp

from desktop_app.api import limits
from desktop_app.api.body_limit import BodyLimit
from desktop_app.api.context import ApiContext, context_of
from desktop_app.api.errors import ApiError, as_api_error, error_body, internal_error, invalid
from desktop_app.api.guard import Guard
from desktop_app.api.letters_socket import serve_letters
from desktop_app.api.middleware import Abort, SecurityMiddleware
from desktop_app.api.openapi import describe
from desktop_app.api.page import page_routes
from desktop_app.api.routes import router
from desktop_app.errors import AppError
from desktop_app.message import Message, verbatim

BODY_LIMITS = {"/v1/inference": limits.MAX_CLIP_BODY}


def create_app(context: ApiContext) -> FastAPI:
    """The endpoints alone, without access control; see `with_security`."""
    app = FastAPI(openapi_url="/openapi.json", docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.context = context
    app.include_router(router)
    app.router.routes.extend(page_routes())
    app.add_api_websocket_route("/v1/letters", _letters)
    app.add_exception_handler(AppError, _app_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _unexpected_error)
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]
    return app


def with_security(app: ASGIApp, guard: Guard, abort: Abort, send_timeout_s: float) -> ASGIApp:
    """The complete application: access control, then limits of bodies, then the endpoints."""
    return SecurityMiddleware(BodyLimit(app, BODY_LIMITS), guard, abort, send_timeout_s)


async def _letters(socket: WebSocket) -> None:
    context = context_of(socket)
    await serve_letters(socket, context.letters, context.send_timeout_s)


def _respond(error: ApiError) -> Response:
    return Response(msgspec.json.encode(error_body(error)), error.status, error.headers, "application/json")


async def _app_error(_request: Request, error: Any) -> Response:
    return _respond(as_api_error(error))


async def _unexpected_error(_request: Request, _error: Any) -> Response:
    return _respond(internal_error())  # Starlette raises it again, and the middleware logs it


async def _validation_error(_request: Request, error: Any) -> Response:
    first = error.errors()[0]
    name = str(first["loc"][-1]) if first.get("loc") else "request"
    return _respond(
        invalid(
            name,
            Message("{name}: {reason}.", name=name, reason=first["msg"]),
            Message("See /openapi.json for what is taken."),
        )
    )


async def _http_error(_request: Request, error: Any) -> Response:
    known: dict[int, Callable[[], ApiError]] = {
        404: lambda: ApiError(
            404, "api.not_found", Message("There is no such address."), Message("See /openapi.json.")
        ),
        405: lambda: ApiError(
            405,
            "api.wrong_method",
            Message("This address is asked in another way."),
            Message("See /openapi.json."),
        ),
    }
    response = known.get(
        error.status_code, lambda: ApiError(error.status_code, "api.refused", verbatim(str(error.detail)))
    )()
    response.headers.update(error.headers or {})
    return _respond(response)
