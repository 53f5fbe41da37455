"""Security middleware: access control, security headers, a timeout for slow readers, and the access log.

The log has method, path and status; never the query (it may hold a token), a header or a body.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import quote

import msgspec
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketDisconnect

from desktop_app.api import limits
from desktop_app.api.errors import ApiError, as_api_error, error_body, internal_error
from desktop_app.api.guard import Guard, without_token
from desktop_app.errors import AppError

logger = logging.getLogger(__name__)
access_log = logging.getLogger("desktop_app.api.access")

Address = tuple[str, int]
Abort = Callable[[Address | None], None]

SECURITY_HEADERS: Final = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cache-control": b"no-store",
    b"x-frame-options": b"DENY",
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'",
    b"cross-origin-resource-policy": b"same-origin",
}
ALLOWED_METHODS: Final = b"GET, HEAD, POST"
ALLOWED_HEADERS: Final = b"authorization, content-type, last-event-id, range"


class ClientTooSlow(Exception):
    """The client has stopped reading."""


class SecurityMiddleware:
    """ASGI middleware; `abort` closes the connection of a client address."""

    def __init__(
        self, app: ASGIApp, guard: Guard, abort: Abort, send_timeout_s: float = limits.SEND_TIMEOUT_S
    ) -> None:
        self.app = app
        self.guard = guard
        self.abort = abort
        self.send_timeout_s = send_timeout_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        reply = _Reply(send, self.send_timeout_s)
        try:
            reply.allowed_origin = self.guard.check(scope)
            if reply.allowed_origin and scope["method"] == "OPTIONS":
                await reply.preflight()
            else:
                await self.app(without_token(scope), receive, reply.send)
        except ClientTooSlow:
            self.abort(_client(scope))
        except ClientDisconnect:  # it left while it sent its request
            pass
        except AppError as error:
            await self._handle_uncaught(reply, scope, as_api_error(error))
        except Exception:
            logger.exception("The API failed on %s %s", scope["method"], quote(scope["path"]))
            await self._handle_uncaught(reply, scope, internal_error())
        access_log.info(
            "%s %s %s %.0f ms",
            scope["method"],
            quote(scope["path"]),
            reply.status or "cut off",
            (time.perf_counter() - started) * 1000,
        )

    async def _handle_uncaught(self, reply: _Reply, scope: Scope, error: ApiError) -> None:
        """Answer with an error that no endpoint handled, or abort a response in progress."""
        if not reply.status:
            await reply.error(error)
        elif not reply.finished:
            self.abort(_client(scope))

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            self.guard.check(scope)
        except ApiError as error:
            access_log.info("WebSocket %s %d", quote(scope["path"]), error.status)
            await refuse_websocket(scope, send, error)
            return
        access_log.info("WebSocket %s opened", quote(scope["path"]))
        try:
            await self.app(without_token(scope), receive, send)
        except ClientTooSlow:
            self.abort(_client(scope))
        except WebSocketDisconnect:
            pass
        except Exception:
            logger.exception("The API failed on the WebSocket %s", quote(scope["path"]))
            self.abort(_client(scope))
        access_log.info("WebSocket %s closed", quote(scope["path"]))


class _Reply:
    """One HTTP answer on its way out."""

    def __init__(self, send: Send, timeout_s: float) -> None:
        self._send = send
        self._timeout_s = timeout_s
        self.allowed_origin: str | None = None
        self.status = 0
        self.finished = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message = {**message, "headers": self._with_security_headers(list(message.get("headers", [])))}
        elif not message.get("more_body", False):
            self.finished = True
        try:
            await asyncio.wait_for(self._send(message), self._timeout_s)
        except TimeoutError as error:
            raise ClientTooSlow from error

    async def error(self, error: ApiError) -> None:
        headers = {"content-type": "application/json", **error.headers}
        body = msgspec.json.encode(error_body(error))
        headers["content-length"] = str(len(body))
        raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
        await self.send({"type": "http.response.start", "status": error.status, "headers": raw})
        await self.send({"type": "http.response.body", "body": body})

    async def preflight(self) -> None:
        """Answer the CORS preflight of an allowed page."""
        raw = [
            (b"access-control-allow-methods", ALLOWED_METHODS),
            (b"access-control-allow-headers", ALLOWED_HEADERS),
            (b"access-control-allow-private-network", b"true"),
            (b"access-control-max-age", b"600"),
            (b"content-length", b"0"),
        ]
        await self.send({"type": "http.response.start", "status": 204, "headers": raw})
        await self.send({"type": "http.response.body", "body": b""})

    def _with_security_headers(self, headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        there = {name.lower() for name, _ in headers}
        extra = dict(SECURITY_HEADERS)
        if self.allowed_origin:
            extra[b"cross-origin-resource-policy"] = b"cross-origin"
            extra[b"access-control-allow-origin"] = self.allowed_origin.encode("latin-1")
            extra[b"access-control-expose-headers"] = b"retry-after, content-range"
            extra[b"vary"] = b"Origin"
        return headers + [(name, value) for name, value in extra.items() if name not in there]


async def refuse_websocket(scope: Scope, send: Send, error: ApiError) -> None:
    """Answer a handshake with a status and the usual error, or close it where the server cannot."""
    if "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 1008, "reason": str(error)[:120]})
        return
    body = msgspec.json.encode(error_body(error))
    headers: list[tuple[bytes, bytes]] = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
    ]
    await send({"type": "websocket.http.response.start", "status": error.status, "headers": headers})
    await send({"type": "websocket.http.response.body", "body": body})


def _client(scope: Scope) -> Address | None:
    client: Any = scope.get("client")
    return (client[0], client[1]) if client else None
