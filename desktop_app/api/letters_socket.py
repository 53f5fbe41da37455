"""`WS /v1/letters`: frames in, letters out. A slow, hostile or vanished client affects no other one."""

from __future__ import annotations

import asyncio
import contextlib
import math
import time
from collections.abc import Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import msgspec
from starlette.datastructures import QueryParams
from starlette.websockets import WebSocket, WebSocketDisconnect

from desktop_app.api import limits
from desktop_app.api.errors import ApiError, as_api_error, busy, invalid
from desktop_app.api.inference import InferenceQueue
from desktop_app.api.letters_messages import (
    Counts,
    HandFrame,
    LettersReply,
    PictureFrame,
    Reset,
    Target,
    error_document,
    read_bytes,
    read_text,
)
from desktop_app.api.letters_session import LetterService, LetterSession
from desktop_app.api.letters_throttle import AnswerThrottle
from desktop_app.api.middleware import ClientTooSlow
from desktop_app.engine.letters.records import LetterMode
from desktop_app.engine.records import DEFAULT_ASPECT
from desktop_app.errors import AppError
from desktop_app.message import Message

POLICY, INTERNAL, TRY_LATER = 1008, 1011, 1013  # close codes of RFC 6455 and its registry
_YES: Final = ("1", "true", "yes", "on")
_NO: Final = ("", "0", "false", "no", "off")


@dataclass(frozen=True, slots=True)
class LetterQuery:
    """The parameters of the URL.

    Attributes:
        left: the signer's dominant hand is the left one; binary hands are taken for that hand.
        aspect: width / height of the picture that binary hands come from.
        every_frame: drop nothing; receive the next frame when the previous one is processed (recordings).
    """

    mode: LetterMode
    left: bool
    aspect: float
    every_frame: bool

    @classmethod
    def read(cls, query: QueryParams) -> LetterQuery:
        """Parse and check the parameters. Raises ApiError naming the parameter."""
        mode, hand = query.get("mode", "sequence"), query.get("hand", "right")
        every = query.get("every_frame", "").lower()
        if mode not in ("sequence", "frame"):
            raise invalid("mode", Message("mode is neither sequence nor frame."))
        if hand not in ("left", "right"):
            raise invalid("hand", Message("hand is neither left nor right."))
        if every not in _YES + _NO:
            raise invalid("every_frame", Message("every_frame is neither true nor false."))
        try:
            aspect = float(query.get("aspect", DEFAULT_ASPECT))
        except ValueError:
            aspect = math.nan
        if not 0.1 <= aspect <= 10:
            raise invalid("aspect", Message("aspect is not a width divided by a height from 0.1 to 10."))
        return cls(LetterMode(mode), hand == "left", aspect, every in _YES)


async def serve_letters(socket: WebSocket, service: LetterService, send_timeout_s: float) -> None:
    """Serve one client from handshake to close. Raises ClientTooSlow when it stops reading."""
    await socket.accept()
    sender = _BoundedSender(socket, send_timeout_s)
    if service.clients >= limits.MAX_LETTER_CLIENTS:
        full = busy(
            Message(
                "{count} clients read letters already.",
                count=limits.MAX_LETTER_CLIENTS,
            ),
            Message("Try again later."),
        )
        await sender.end(TRY_LATER, full)
        return
    service.clients += 1
    try:
        try:
            query = LetterQuery.read(socket.query_params)
            model = await service.model(query.mode)
        except AppError as error:
            refused = isinstance(error, ApiError) and error.status < 500
            await sender.end(POLICY if refused else INTERNAL, as_api_error(error))
            return
        session = LetterSession(model, query.mode, service.make_extractor, dominant_left=query.left)
        window = session.tracker.settings.window_frames if query.mode is LetterMode.SEQUENCE else 1
        await sender.send(
            {"type": "ready", "mode": query.mode.value, "window": window, "model": model.spec.name, "fps": 30}
        )
        await _Client(sender, service, session, query).run()
    except WebSocketDisconnect:
        return
    finally:
        service.clients -= 1


class _BoundedSender:
    """Sends with a timeout, so that a client that does not read is disconnected."""

    def __init__(self, socket: WebSocket, timeout_s: float) -> None:
        self.socket = socket
        self._timeout_s = timeout_s

    async def send(self, document: dict[str, Any]) -> None:
        await self._bounded(self.socket.send_text(msgspec.json.encode(document).decode()))

    async def end(self, code: int, error: ApiError) -> None:
        """Send the error, then close the connection."""
        await self.send(error_document(error))
        await self._bounded(self.socket.close(code, str(error).encode()[:120].decode("utf-8", "ignore")))

    async def _bounded(self, sending: Coroutine[Any, Any, None]) -> None:
        try:
            await asyncio.wait_for(sending, self._timeout_s)
        except TimeoutError as error:
            raise ClientTooSlow from error


class _Client:
    """Three tasks: receive, process, send. Between receiving and processing the newest frame wins."""

    def __init__(
        self, sender: _BoundedSender, service: LetterService, session: LetterSession, query: LetterQuery
    ) -> None:
        self._sender = sender
        self._service = service
        self._session = session
        self._query = query
        self._queue = service.shared
        self._picture_queue: InferenceQueue | None = None
        self._session_lock = asyncio.Lock()  # while the thread changes, two could use the session at once
        self._counts = Counts()
        self._target: str | None = None
        self._started = time.monotonic()
        self._frame: tuple[HandFrame | PictureFrame, int, float] | None = None
        self._frame_ready = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._throttle = AnswerThrottle()
        self._notices: asyncio.Queue[dict[str, Any]] = asyncio.Queue(limits.MAX_BAD_MESSAGES)
        self._to_send = asyncio.Event()
        self._bad_messages = 0
        self._next_allowed_s = 0.0
        self._closing: tuple[int, ApiError] | None = None

    async def run(self) -> None:
        loops = (self._receive, self._process_frames, self._send_replies)
        tasks = [asyncio.create_task(loop()) for loop in loops]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            if self._picture_queue is not None:
                await asyncio.shield(self._service.close_picture_queue(self._picture_queue, self._session))
        if self._closing is not None:
            with contextlib.suppress(WebSocketDisconnect):
                await self._sender.end(*self._closing)

    async def _receive(self) -> None:
        while self._closing is None:
            message = await self._sender.socket.receive()
            await self._limit_rate()
            if message["type"] == "websocket.disconnect":
                return
            arrived_s = time.monotonic() - self._started
            try:
                await self._handle(message, arrived_s)
            except AppError as error:
                await self._report_error(as_api_error(error))
            if self._query.every_frame:
                await self._idle.wait()

    async def _limit_rate(self) -> None:
        """Receive no faster than a client may send; the rest waits in the socket."""
        now = time.monotonic()
        self._next_allowed_s = max(self._next_allowed_s, now - 1.0) + 1 / limits.MAX_MESSAGE_RATE
        await asyncio.sleep(max(0.0, self._next_allowed_s - now))  # yields to the other clients at least once

    async def _handle(self, message: Any, arrived_s: float) -> None:
        text, data = message.get("text"), message.get("bytes")
        if text is not None:
            incoming = read_text(text)
        else:
            incoming = read_bytes(data or b"", left=self._query.left, aspect=self._query.aspect)
        match incoming:
            case Target(letter=letter):
                await self._reset(text=False)
                self._target = letter
                await self._notify({"type": "target", "letter": letter})
            case Reset(text=with_text):
                await self._reset(text=with_text)
                await self._notify({"type": "reset", "text": self._session.tracker.text})
            case PictureFrame() if self._picture_queue is None and not self._claim_picture_queue():
                text_full = Message(
                    "{count} clients send pictures already.",
                    count=limits.MAX_PICTURE_CLIENTS,
                )
                self._closing = (
                    TRY_LATER,
                    busy(text_full, Message("Send hand landmarks, or try again later.")),
                )
            case HandFrame() | PictureFrame():
                self._counts.received += 1
                self._counts.dropped += self._frame is not None
                self._frame = (incoming, self._counts.received, arrived_s)
                self._idle.clear()
                self._frame_ready.set()

    def _claim_picture_queue(self) -> bool:
        self._picture_queue = self._service.open_picture_queue()
        if self._picture_queue is not None:
            self._queue = self._picture_queue
        return self._picture_queue is not None

    async def _reset(self, *, text: bool) -> None:
        """Reset the session; a frame that arrived before and is not processed yet is dropped."""
        self._counts.dropped += self._frame is not None
        self._frame = None
        async with self._session_lock:
            await self._queue.run(lambda: self._session.reset(text=text))
        last = self._throttle.take(time.monotonic())
        if last is not None:  # results from before the reset are sent before it
            await self._notify(last.document(self._target, self._counts))

    async def _process_frames(self) -> None:
        while True:
            await self._frame_ready.wait()
            self._frame_ready.clear()
            frame, self._frame = self._frame, None
            if frame is None:
                self._idle.set()
                continue
            try:
                async with self._session_lock:
                    state = await self._queue.run(partial(self._session.step, *frame))
            except AppError as error:
                await self._report_error(as_api_error(error))
            else:
                self._bad_messages = 0
                self._throttle.put(LettersReply(state, frame[1], (state.commit,) if state.commit else ()))
                self._to_send.set()
            if self._frame is None:
                self._idle.set()

    async def _report_error(self, error: ApiError) -> None:
        self._bad_messages += 1
        await self._notify(error_document(error))
        if self._bad_messages >= limits.MAX_BAD_MESSAGES:
            self._closing = (
                POLICY,
                invalid("message", Message("Too many messages in a row could not be used.")),
            )
            self._to_send.set()

    async def _notify(self, document: dict[str, Any]) -> None:
        """Queue a message that must not be lost; when the queue is full, receiving waits too."""
        self._to_send.set()
        await self._notices.put(document)
        self._to_send.set()

    async def _send_replies(self) -> None:
        while True:
            wait_s = self._throttle.due_in(time.monotonic())
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._to_send.wait(), wait_s)
            self._to_send.clear()
            while not self._notices.empty():
                await self._sender.send(self._notices.get_nowait())
            if self._throttle.due_in(time.monotonic()) == 0:
                answer = self._throttle.take(time.monotonic())
                if answer is not None:
                    await self._sender.send(answer.document(self._target, self._counts))
            if self._closing is not None and self._notices.empty():
                return
