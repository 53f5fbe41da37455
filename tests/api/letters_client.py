"""A client of `WS /v1/letters`, and a tracker that sees a hand in every picture."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.sync.connection import Connection

from desktop_app.api.engine_box import ApiParts
from desktop_app.api.server import ApiServer
from desktop_app.engine.records import FloatArray, Frame, LandmarkFrame
from tests.api.api_client import ApiClient
from tests.engine.letters.hands import ASPECT, frame_of, hand_at
from tests.helpers.fakes import WAIT_S
from tests.helpers.letter_models import FakeLetters


class HandsInPictures:
    """A tracker that sees one hand in every picture, and remembers the thread it was made on."""

    made: list[HandsInPictures] = []  # noqa: RUF012  (of the test that made them)

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.seen: list[Frame] = []
        self.closed = 0
        HandsInPictures.made.append(self)

    def extract(self, frame: Frame) -> LandmarkFrame:
        assert threading.get_ident() == self.thread
        self.seen.append(frame)
        return frame_of(frame.position_s, right=hand_at(), number=frame.frame_id)

    def reset(self) -> None:
        assert threading.get_ident() == self.thread

    def close(self) -> None:
        assert threading.get_ident() == self.thread
        self.closed += 1


class Letters:
    """A connection that was told `ready`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.ready = hear(connection)

    def send(self, message: str | bytes) -> None:
        self.connection.send(message)


def letter_server(parts: ApiParts) -> Iterator[ApiClient]:
    """A server whose letter model always recognises an A with certainty."""
    parts = replace(parts, load_letters=lambda _: FakeLetters(), make_extractor=HandsInPictures)
    server = ApiServer(parts)
    server.start()
    server.wait_running()
    yield ApiClient(server)
    assert server.stop(10)


@contextmanager
def letters(api_client: ApiClient, query: str = "", **options: Any) -> Iterator[Letters]:
    """A client of the server; the token travels in the header unless the query has it."""
    url = f"ws://{api_client.netloc}/v1/letters?{query}"
    headers = [api_client.bearer] if "token=" not in query else []
    with connect(url, additional_headers=headers, proxy=None, close_timeout=2, **options) as connection:
        yield Letters(connection)


def hear(client: Letters | Connection, kind: str | None = None) -> dict[str, Any]:
    """The next message, or the next one of a kind."""
    connection = client.connection if isinstance(client, Letters) else client
    while True:
        message: dict[str, Any] = json.loads(connection.recv(WAIT_S))
        if kind in (None, message["type"]):
            return message


def show(client: Letters, time_s: float | None, hand: FloatArray | None = None, **more: Any) -> None:
    """One hand as JSON."""
    points = None if hand is None else hand.tolist()
    client.send(json.dumps({"type": "landmarks", "hand": points, "time_s": time_s, "aspect": ASPECT, **more}))


def end_of(client: Letters | Connection) -> tuple[int, list[dict[str, Any]]]:
    """The code with which the server closes, and what it said before."""
    said: list[dict[str, Any]] = []
    try:
        while True:
            said.append(hear(client))
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd is not None else 1006, said
