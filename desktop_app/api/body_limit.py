"""Limits the size and the time of request bodies before anything is parsed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as AsgiMessage

from desktop_app.api import limits
from desktop_app.api.errors import ApiError, busy
from desktop_app.message import Message

DRAIN_TIMEOUT_S: Final = 2.0
DRAIN_BYTES: Final = 32 * limits.MIB


class BodyLimit:
    """ASGI middleware: limits for each body, for all bodies together, and for the time of arrival.

    `Content-Length` is checked first; a body without it (chunked) is counted as it arrives.

    Args:
        by_path: bytes per body; other paths have `limits.MAX_OTHER_BODY`.
        together: bytes of all requests in progress.
    """

    def __init__(
        self,
        app: ASGIApp,
        by_path: Mapping[str, int],
        together: int = limits.MAX_BODIES,
        timeout_s: float = limits.BODY_TIMEOUT_S,
    ) -> None:
        self.app = app
        self._by_path = dict(by_path)
        self._together = together
        self._timeout_s = timeout_s
        self._held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        body = _LimitedBody(self, receive, self._by_path.get(scope["path"], limits.MAX_OTHER_BODY))
        try:
            await body.check_head(scope)
            await self.app(scope, body.receive, send)
        finally:
            self._held -= body.taken

    def take(self, count: int) -> None:
        """Count received bytes. Raises ApiError (503) when all requests together exceed the limit."""
        if self._held + count > self._together:
            raise busy(Message("Too much is being sent at once."))
        self._held += count


class _LimitedBody:
    """Counts the bytes of one request as they are read."""

    def __init__(self, owner: BodyLimit, receive: Receive, limit: int) -> None:
        self._owner = owner
        self._receive = receive
        self._limit = limit
        self._deadline = 0.0
        self._done = False
        self.taken = 0

    async def check_head(self, scope: Scope) -> None:
        headers = scope["headers"]
        lengths = [value for name, value in headers if name == b"content-length"]
        self._done = not lengths and not any(name == b"transfer-encoding" for name, _ in headers)
        if lengths and lengths[0].isdigit() and int(lengths[0]) > self._limit:
            if not any(name == b"expect" for name, _ in headers):  # else the client waits for "100 Continue"
                await self._drain()
            raise self._too_large()

    async def receive(self) -> AsgiMessage:
        if self._done:  # only the end of the connection is left, which may take any time
            return await self._receive()
        loop = asyncio.get_running_loop()
        self._deadline = self._deadline or loop.time() + self._owner._timeout_s
        try:
            message = await asyncio.wait_for(self._receive(), max(0.0, self._deadline - loop.time()))
        except TimeoutError as error:
            raise ApiError(
                408,
                "api.too_slow",
                Message("The request took too long to arrive."),
                Message("Send the clip in one piece."),
                field="body",
                headers={"Connection": "close"},
            ) from error
        if message["type"] != "http.request":
            return message
        count = len(message.get("body", b""))
        self._done = not message.get("more_body", False)
        if self.taken + count > self._limit:
            if not self._done:
                await self._drain()
            raise self._too_large()
        self._owner.take(count)
        self.taken += count
        return message

    async def _drain(self) -> None:
        """Read and discard for a moment: a client that is still sending would not see the answer."""
        seen = 0
        try:
            async with asyncio.timeout(DRAIN_TIMEOUT_S):
                while seen < DRAIN_BYTES:
                    message = await self._receive()
                    seen += len(message.get("body", b""))
                    if not message.get("more_body", False):
                        return
        except TimeoutError:
            return

    def _too_large(self) -> ApiError:
        self._done = True
        return ApiError(
            400,
            "api.body_too_large",
            Message("The body is larger than {limit} bytes.", limit=self._limit),
            Message(
                "Send at most {max_frames} frames, or send them as float32 (application/octet-stream).",
                max_frames=limits.MAX_FRAMES,
            ),
            field="body",
            headers={"Connection": "close"},
        )
