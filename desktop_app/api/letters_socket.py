"""`WS /v1/letters`: frames in, letters out. A client that is slow, rude or gone harms nobody but itself."""

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
from desktop_app.api.letters_session import LetterHall, LetterSession
from desktop_app.api.letters_throttle import AnswerThrottle
from desktop_app.api.middleware import ClientTooSlow
from desktop_app.engine.letters.records import LetterMode
from desktop_app.engine.records import DEFAULT_ASPECT
from desktop_app.errors import AppError

POLICY, INTERNAL, TRY_LATER = 1008, 1011, 1013  # close codes of RFC 6455 and its registry
_YES: Final = ("1", "true", "yes", "on")
_NO: Final = ("", "0", "false", "no", "off")


@dataclass(frozen=True, slots=True)
class LetterQuery:
    """What the address asks for.

    Attributes:
        left: the signer's stronger hand is the left one; binary hands are taken for that hand.
        aspect: width / height of the picture that binary hands come from.
        every_frame: nothing is dropped; the next frame is read when the last one is done (recordings).
    """

    mode: LetterMode
    left: bool
    aspect: float
    every_frame: bool

    @classmethod
    def read(cls, query: QueryParams) -> LetterQuery:
        """Raises ApiError naming the parameter."""
        mode, hand = query.get("mode", "sequence"), query.get("hand", "right")
        every = query.get("every_frame", "").lower()
        if mode not in ("sequence", "frame"):
            raise invalid("mode", "mode is neither sequence nor frame.")
        if hand not in ("left", "right"):
            raise invalid("hand", "hand is neither left nor right.")
        if every not in _YES + _NO:
            raise invalid("every_frame", "every_frame is neither true nor false.")
        try:
            aspect = float(query.get("aspect", DEFAULT_ASPECT))
        except ValueError:
            aspect = math.nan
        if not 0.1 <= aspect <= 10:
            raise invalid("aspect", "aspect is not a width divided by a height from 0.1 to 10.")
        return cls(LetterMode(mode), hand == "left", aspect, every in _YES)


async def serve_letters(socket: WebSocket, hall: LetterHall, send_timeout_s: float) -> None:
    """One client from its handshake to its end. Raises ClientTooSlow when it reads nothing."""
    await socket.accept()
    line = _Line(socket, send_timeout_s)
    if hall.clients >= limits.MAX_LETTER_CLIENTS:
        full = busy(f"{limits.MAX_LETTER_CLIENTS} clients read letters already.", "Try again later.")
        await line.end(TRY_LATER, full)
        return
    hall.clients += 1
    try:
        try:
            query = LetterQuery.read(socket.query_params)
            model = await hall.model(query.mode)
        except AppError as error:
            refused = isinstance(error, ApiError) and error.status < 500
            await line.end(POLICY if refused else INTERNAL, as_api_error(error))
            return
        session = LetterSession(model, query.mode, hall.make_extractor, dominant_left=query.left)
        window = session.tracker.settings.window_frames if query.mode is LetterMode.SEQUENCE else 1
        await line.send(
            {"type": "ready", "mode": query.mode.value, "window": window, "model": model.spec.name, "fps": 30}
        )
        await _Client(line, hall, session, query).run()
    except WebSocketDisconnect:
        return
    finally:
        hall.clients -= 1


class _Line:
    """Sending with a bound on time."""

    def __init__(self, socket: WebSocket, timeout_s: float) -> None:
        self.socket = socket
        self._timeout_s = timeout_s

    async def send(self, document: dict[str, Any]) -> None:
        await self._bounded(self.socket.send_text(msgspec.json.encode(document).decode()))

    async def end(self, code: int, error: ApiError) -> None:
        """Say why, and close."""
        await self.send(error_document(error))
        await self._bounded(self.socket.close(code, error.user_text.encode()[:120].decode("utf-8", "ignore")))

    async def _bounded(self, sending: Coroutine[Any, Any, None]) -> None:
        try:
            await asyncio.wait_for(sending, self._timeout_s)
        except TimeoutError as error:
            raise ClientTooSlow from error


class _Client:
    """Three tasks: hear, read, tell. Between hearing and reading is one place: the newest frame wins."""

    def __init__(self, line: _Line, hall: LetterHall, session: LetterSession, query: LetterQuery) -> None:
        self._line = line
        self._hall = hall
        self._session = session
        self._query = query
        self._queue = hall.shared
        self._own: InferenceQueue | None = None
        self._turn = asyncio.Lock()  # a change of thread must not let two of them at the session
        self._counts = Counts()
        self._target: str | None = None
        self._started = time.monotonic()
        self._frame: tuple[HandFrame | PictureFrame, int, float] | None = None
        self._frame_there = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._throttle = AnswerThrottle()
        self._notes: asyncio.Queue[dict[str, Any]] = asyncio.Queue(limits.MAX_BAD_MESSAGES)
        self._to_tell = asyncio.Event()
        self._bad = 0
        self._allowed_s = 0.0
        self._goodbye: tuple[int, ApiError] | None = None

    async def run(self) -> None:
        tasks = [asyncio.create_task(work()) for work in (self._hear, self._read, self._tell)]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            if self._own is not None:
                await asyncio.shield(self._hall.close_pictures(self._own, self._session))
        if self._goodbye is not None:
            with contextlib.suppress(WebSocketDisconnect):
                await self._line.end(*self._goodbye)

    async def _hear(self) -> None:
        while self._goodbye is None:
            message = await self._line.socket.receive()
            await self._pace()
            if message["type"] == "websocket.disconnect":
                return
            arrived_s = time.monotonic() - self._started
            try:
                await self._take(message, arrived_s)
            except AppError as error:
                await self._complain(as_api_error(error))
            if self._query.every_frame:
                await self._idle.wait()

    async def _pace(self) -> None:
        """Read no faster than a client may send: what comes sooner stays with the client."""
        now = time.monotonic()
        self._allowed_s = max(self._allowed_s, now - 1.0) + 1 / limits.MAX_MESSAGE_RATE
        await asyncio.sleep(max(0.0, self._allowed_s - now))  # at least once round the other clients

    async def _take(self, message: Any, arrived_s: float) -> None:
        text, data = message.get("text"), message.get("bytes")
        if text is not None:
            incoming = read_text(text)
        else:
            incoming = read_bytes(data or b"", left=self._query.left, aspect=self._query.aspect)
        match incoming:
            case Target(letter=letter):
                await self._start_anew(text=False)
                self._target = letter
                await self._note({"type": "target", "letter": letter})
            case Reset(text=with_text):
                await self._start_anew(text=with_text)
                await self._note({"type": "reset", "text": self._session.tracker.text})
            case PictureFrame() if self._own is None and not self._may_send_pictures():
                text_full = f"{limits.MAX_PICTURE_CLIENTS} clients send pictures already."
                self._goodbye = (TRY_LATER, busy(text_full, "Send hand landmarks, or try again later."))
            case HandFrame() | PictureFrame():
                self._counts.received += 1
                self._counts.dropped += self._frame is not None
                self._frame = (incoming, self._counts.received, arrived_s)
                self._idle.clear()
                self._frame_there.set()

    def _may_send_pictures(self) -> bool:
        self._own = self._hall.open_pictures()
        if self._own is not None:
            self._queue = self._own
        return self._own is not None

    async def _start_anew(self, *, text: bool) -> None:
        """Forget the hand; a frame that was not read yet came before and is dropped."""
        self._counts.dropped += self._frame is not None
        self._frame = None
        async with self._turn:
            await self._queue.run(lambda: self._session.reset(text=text))
        last = self._throttle.take(time.monotonic())
        if last is not None:  # what was read before is told before
            await self._note(last.document(self._target, self._counts))

    async def _read(self) -> None:
        while True:
            await self._frame_there.wait()
            self._frame_there.clear()
            frame, self._frame = self._frame, None
            if frame is None:
                self._idle.set()
                continue
            try:
                async with self._turn:
                    state = await self._queue.run(partial(self._session.step, *frame))
            except AppError as error:
                await self._complain(as_api_error(error))
            else:
                self._bad = 0
                self._throttle.put(LettersReply(state, frame[1], (state.commit,) if state.commit else ()))
                self._to_tell.set()
            if self._frame is None:
                self._idle.set()

    async def _complain(self, error: ApiError) -> None:
        self._bad += 1
        await self._note(error_document(error))
        if self._bad >= limits.MAX_BAD_MESSAGES:
            self._goodbye = (POLICY, invalid("message", "Too many messages in a row could not be used."))
            self._to_tell.set()

    async def _note(self, document: dict[str, Any]) -> None:
        """Something the client is told whatever it is; waits for room, and hearing waits with it."""
        self._to_tell.set()
        await self._notes.put(document)
        self._to_tell.set()

    async def _tell(self) -> None:
        while True:
            wait_s = self._throttle.due_in(time.monotonic())
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._to_tell.wait(), wait_s)
            self._to_tell.clear()
            while not self._notes.empty():
                await self._line.send(self._notes.get_nowait())
            if self._throttle.due_in(time.monotonic()) == 0:
                answer = self._throttle.take(time.monotonic())
                if answer is not None:
                    await self._line.send(answer.document(self._target, self._counts))
            if self._goodbye is not None and self._notes.empty():
                return
