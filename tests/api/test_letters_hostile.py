"""Clients of `WS /v1/letters` that send rubbish, come from elsewhere, flood, or do not read."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from desktop_app.api import limits
from desktop_app.api.options import ApiOptions
from desktop_app.engine.letters.records import LetterScores
from desktop_app.engine.records import FloatArray
from desktop_app.errors import ModelMissing
from desktop_app.message import Message
from tests.api.api_client import ApiClient
from tests.api.conftest import Serve, make_parts
from tests.api.letters_client import end_of, hear, letter_server, letters, show
from tests.engine.letters.hands import hand_at
from tests.helpers.fakes import WAIT_S
from tests.helpers.letter_models import FakeLetters

pytestmark = pytest.mark.network


@pytest.fixture(scope="module")
def api_client() -> Iterator[ApiClient]:
    yield from letter_server(make_parts(None))


BAD_MESSAGES = [
    ("", "message"),
    ("hello", "message"),
    ("[1]", "message"),
    ("{}", "message"),
    ('{"type": "shutdown"}', "type"),
    ('{"type": "landmarks"}', "message"),
    ('{"type": "landmarks", "hand": [[0, 0, 0]]}', "hand"),
    ('{"type": "landmarks", "hand": ' + json.dumps([[0.0, 0.0]] * 21) + "}", "hand[0]"),
    ('{"type": "landmarks", "hand": ' + json.dumps([[0.0, 0.0, "x"]] * 21) + "}", "hand[0][2]"),
    ('{"type": "landmarks", "hand": ' + json.dumps([[0.0, 0.0, 1e30]] * 21) + "}", "hand"),
    ('{"type": "landmarks", "hand": ' + json.dumps([[0.0, 0.0, float("nan")]] * 21) + "}", "message"),
    ('{"type": "landmarks", "hand": null, "time_s": -1}', "time_s"),
    ('{"type": "landmarks", "hand": null, "aspect": 0}', "aspect"),
    ('{"type": "landmarks", "hand": null, "more": 1}', "message"),
    ('{"type": "target", "letter": "AB"}', "letter"),
    ('{"type": "target", "letter": 5}', "letter"),
    ("x" * 20_000, "message"),
    ('{"type":' + "[" * 10_000, "message"),
    (b"", "message"),
    (b"\0" * 251, "message"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 300, "message"),
    (b"\x89PNG\r\n\x1a\n", "message"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (60_000).to_bytes(4) * 2 + b"\0" * 300, "message"),
    ("data:image/jpeg;base64,/9j/4AAQSkZJRg==", "message"),
    ("data:image/png;base64," + "A" * 40_000, "message"),
    ("/9j/4AAQSkZJRgABAQ" + "A" * 40_000, "message"),
    ('{"type": "picture", "data": "data:image/jpeg;base64,/9j/4AAQ"}', "message"),
    ('{"type": "landmarks", "hand": ' + json.dumps([{"x": 0.1, "y": 0.2}] * 21) + "}", "hand[0]"),
    ('{"type": "landmarks", "hand": null, "time_s": 1764603000000}', "time_s"),
    (b"\xff\xd8\xff", "message"),
    (b"\xff\xd8\xff\xe0\x00\x00", "message"),
    (b"\xff" * 252, "hand"),
    (b"\xff" * 260, "time_s"),
]


@pytest.mark.parametrize(("message", "field"), BAD_MESSAGES, ids=lambda value: repr(value)[:40])
def test_what_cannot_be_used_is_said_and_the_client_goes_on(
    api_client: ApiClient, message: str | bytes, field: str
) -> None:
    with letters(api_client, "mode=frame") as client:
        client.send(message)
        error = hear(client)
        assert error["type"] == "error"
        assert error["field"] == field
        assert set(error) == {"type", "code", "message", "hint", "field"}
        show(client, 1.0, hand_at())
        assert hear(client, "letter")["letter"] == "A"


def test_who_sends_nothing_but_rubbish_is_closed(api_client: ApiClient) -> None:
    with letters(api_client) as client:
        for _ in range(limits.MAX_BAD_MESSAGES):
            client.send("rubbish")
        assert end_of(client)[0] == 1008


def test_a_message_over_the_limit_is_closed(api_client: ApiClient) -> None:
    with letters(api_client) as client:
        client.send(b"\xff\xd8\xff" + b"\0" * limits.MAX_MESSAGE)
        with pytest.raises(ConnectionClosed) as closed:
            client.connection.recv(WAIT_S)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1009


@pytest.mark.parametrize(
    "query", ["mode=words", "hand=both", "aspect=0", "aspect=nan", "aspect=x", "every_frame=maybe"]
)
def test_an_address_that_makes_no_sense(api_client: ApiClient, query: str) -> None:
    with connect(f"ws://{api_client.netloc}/v1/letters?token={api_client.token}&{query}", proxy=None) as client:
        code, said = end_of(client)
        assert code == 1008
        assert said[0]["field"] == query.partition("=")[0]


def test_a_model_that_cannot_be_loaded(serve: Serve) -> None:
    def missing(_mode: object) -> FakeLetters:
        raise ModelMissing(Message("There is no letter model."), Message("Put it back."))

    api_client = serve(replace(make_parts(None), load_letters=missing))
    with connect(f"ws://{api_client.netloc}/v1/letters?token={api_client.token}", proxy=None) as client:
        code, said = end_of(client)
        assert (code, said[0]["code"]) == (1011, "model.missing")


@pytest.mark.parametrize(
    ("headers", "query", "status"),
    [
        ({}, "", 401),
        ({}, "token=wrong", 401),
        ({"Authorization": "Bearer wrong"}, "", 401),
        ({"Origin": "https://evil.com"}, "token=TOKEN", 403),
        ({"Origin": "null"}, "token=TOKEN", 403),
        ({"Host": "evil.com"}, "token=TOKEN", 403),
    ],
)
def test_who_may_not_come_in(api_client: ApiClient, headers: dict[str, str], query: str, status: int) -> None:
    url = f"ws://{api_client.netloc}/v1/letters?{query.replace('TOKEN', api_client.token)}"
    with pytest.raises(InvalidStatus) as refused, connect(url, additional_headers=headers, proxy=None):
        pass
    if headers.get("Host") is None:  # else it was sent twice, and is no HTTP
        assert refused.value.response.status_code == status
        assert json.loads(refused.value.response.body)["code"].startswith("api.")


def test_our_own_page_may_come_in(api_client: ApiClient) -> None:
    with letters(api_client, f"token={api_client.token}", origin=f"http://{api_client.netloc}") as client:
        assert client.ready["type"] == "ready"


def test_a_client_that_does_not_read_is_cut_off_and_the_others_go_on(serve: Serve) -> None:
    class Restless(FakeLetters):
        """Surer at every other hand: each answer is told at once."""

        def predict(self, hands: FloatArray) -> LetterScores:
            self.probability = 1.3 - self.probability
            return super().predict(hands)

    parts = replace(make_parts(None), load_letters=lambda _: Restless())
    api_client = serve(parts, ApiOptions(send_timeout_s=0.3))
    deaf = socket.socket()
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    deaf.connect(("127.0.0.1", api_client.port))
    lines = (
        f"GET /v1/letters?mode=frame&token={api_client.token} HTTP/1.1",
        f"Host: {api_client.netloc}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version: 13",
    )
    deaf.sendall("\r\n".join((*lines, "", "")).encode())
    hand = hand_at().astype("<f4").tobytes()
    masked = bytes([0x82, 0x80 | 126]) + len(hand).to_bytes(2) + bytes(4) + hand
    cut = threading.Event()

    def flood() -> None:
        try:
            while True:
                deaf.sendall(masked * 50)
        except OSError:
            cut.set()

    flooding = threading.Thread(target=flood)
    flooding.start()
    with letters(api_client, "mode=frame") as client:
        for number in range(30):
            show(client, number / 30, hand_at())
            hear(client, "letter")
        assert cut.wait(WAIT_S)
        show(client, 2.0, hand_at())
        assert hear(client, "letter")["letter"] == "A"
    flooding.join(WAIT_S)
    deaf.close()
