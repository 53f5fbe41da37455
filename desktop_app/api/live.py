"""Streams what the desktop program recognises to web pages (server-sent events)."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import msgspec

from desktop_app.api import limits
from desktop_app.api.errors import busy
from desktop_app.engine.records import Candidate, Prediction
from desktop_app.message import Message

RESULT_FIELDS: Final = (
    "sentence_id",
    "sentence",
    "category",
    "video_file",
    "similarity",
    "confidence",
    "raw_similarity",
    "proto_similarity",
    "motion_mean",
    "accepted",
    "rejection_reason",
    "dtw_distance",
    "dtw_score",
)
_FIRST: Final = b"retry: 2000\n\n"
_BEAT: Final = b": still here\n\n"


def result_document(candidate: Candidate) -> dict[str, Any]:
    """One line of an answer: the fields of the retrieval contract and no others."""
    return {name: getattr(candidate, name) for name in RESULT_FIELDS}


def prediction_document(prediction: Prediction) -> dict[str, Any]:
    """An answer of the desktop program as `ApiServer.publish_live` takes it."""
    return {
        "accepted": prediction.accepted,
        "rejection_reason": prediction.rejection_reason,
        "motion_mean": prediction.motion_mean,
        "start_s": prediction.start_s,
        "end_s": prediction.end_s,
        "results": [result_document(candidate) for candidate in prediction.results],
    }


@dataclass(frozen=True, slots=True)
class _Event:
    number: int
    text: bytes


class _Reader:
    """One page. A page that does not keep up is disconnected; it reconnects and asks for what it missed."""

    def __init__(self) -> None:
        self.events: asyncio.Queue[_Event | None] = asyncio.Queue(limits.LIVE_BACKLOG)
        self.lost = False

    def put(self, event: _Event | None) -> None:
        if self.lost:
            return
        if self.events.full():
            self.lost = True
            self.events.get_nowait()
            event = None
        self.events.put_nowait(event)


class LiveHub:
    """Passes results to every reader. `publish` may be called from any thread and never waits."""

    def __init__(self, heartbeat_s: float = limits.HEARTBEAT_S) -> None:
        self._heartbeat_s = heartbeat_s
        self._lock = threading.Lock()
        self._recent: deque[_Event] = deque(maxlen=limits.LIVE_BACKLOG)
        self._number = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._readers: set[_Reader] = set()

    def __len__(self) -> int:
        return len(self._readers)

    def bind(self, loop: asyncio.AbstractEventLoop) -> None:
        """Serve readers on this loop from now on."""
        with self._lock:
            self._loop = loop

    def publish(self, result: Mapping[str, Any]) -> int:
        """Pass on one result; returns its number, which counts up by one.

        Raises:
            ValueError: more than 64 KiB of JSON, or what JSON cannot hold.
        """
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        with self._lock:
            number = self._number + 1
            try:
                data = msgspec.json.encode({"id": number, "time": now, "result": result})
            except (TypeError, msgspec.MsgspecError) as error:
                raise ValueError(f"a live result that JSON cannot hold: {error}") from error
            if len(data) > limits.MAX_LIVE_RESULT:
                raise ValueError(f"a live result of {len(data)} bytes; at most {limits.MAX_LIVE_RESULT}")
            self._number = number
            event = _Event(number, b"id: %d\nevent: result\ndata: %b\n\n" % (number, data))
            self._recent.append(event)
            loop = self._loop
        if loop is not None:
            try:
                loop.call_soon_threadsafe(self._spread, event)
            except RuntimeError:  # the server has just stopped
                self.unbind()
        return number

    def unbind(self) -> None:
        """Publish to nobody: the loop of the readers has ended."""
        with self._lock:
            self._loop = None

    def check_capacity(self) -> None:
        """Raise 503 when there are too many readers."""
        if len(self._readers) >= limits.MAX_LIVE_READERS:
            raise busy(
                Message(
                    "{count} pages show the live result already.",
                    count=limits.MAX_LIVE_READERS,
                ),
                Message("Close one of them."),
                10,
            )

    async def stream(self, last_id: int | None = None) -> AsyncGenerator[bytes, None]:
        """The events of one reader, with a comment as a heartbeat when there is none for a while.

        Args:
            last_id: the last event that a page has seen before it came back; it gets what it missed, as far as
                that is still known. None: the newest result alone.
        """
        reader = _Reader()
        self._readers.add(reader)
        with self._lock:  # later results come through the reader's queue
            recent = list(self._recent)
        try:
            yield _FIRST
            seen = last_id if last_id is not None and last_id <= self._number else None
            for event in recent[-1:] if seen is None else [e for e in recent if e.number > seen]:
                yield event.text
                seen = event.number
            while True:
                try:
                    next_event = await asyncio.wait_for(reader.events.get(), self._heartbeat_s)
                except TimeoutError:
                    yield _BEAT
                    continue
                if next_event is None:
                    return
                if seen is None or next_event.number > seen:
                    seen = next_event.number
                    yield next_event.text
        finally:
            self._readers.discard(reader)

    def end(self) -> None:
        """Disconnect every reader. Runs on the loop."""
        for reader in list(self._readers):
            reader.put(None)

    def _spread(self, event: _Event) -> None:
        for reader in list(self._readers):
            reader.put(event)
