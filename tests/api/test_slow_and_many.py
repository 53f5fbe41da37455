"""Clients that send their headers slowly, hold very many connections, or leave in the middle."""

from __future__ import annotations

import json
import logging
import socket
import struct
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from desktop_app.api import limits
from desktop_app.api.connections import _network
from desktop_app.api.options import ApiOptions
from desktop_app.api.payload import read_json
from desktop_app.engine.search.recogniser import Recogniser
from tests.api.api_client import ApiClient
from tests.api.conftest import Serve, make_parts, until
from tests.api.letters_client import end_of, hear, letter_server, letters, show
from tests.engine.letters.hands import hand_at
from tests.helpers.fakes import WAIT_S
from tests.helpers.letter_models import FakeLetters

pytestmark = pytest.mark.network
TIMEOUT_S = 2.0  # so long that a busy machine sends the headers in time
HEAD = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n"


def raw(api_client: ApiClient) -> socket.socket:
    peer = socket.socket()
    peer.settimeout(WAIT_S)
    peer.connect(("127.0.0.1", api_client.port))
    return peer


def ended(peer: socket.socket) -> bytes:
    """What the server sent until it ended the connection."""
    found = b""
    try:
        while piece := peer.recv(4096):
            found += piece
    except ConnectionError:
        return found
    return found


@pytest.mark.parametrize("sent", [b"", b"GET /heal", HEAD])
def test_headers_that_do_not_come_to_their_end(serve: Serve, sent: bytes) -> None:
    assert ApiOptions().headers_timeout_s == 10
    api_client = serve(make_parts(None), ApiOptions(headers_timeout_s=0.2))
    with raw(api_client) as peer:
        peer.sendall(sent % api_client.port if b"%" in sent else sent)
        assert ended(peer) == b""


def test_headers_that_come_a_byte_at_a_time(serve: Serve) -> None:
    """Also those of the second request of a connection; each byte alone is in time."""
    api_client = serve(make_parts(None), ApiOptions(headers_timeout_s=TIMEOUT_S))
    with raw(api_client) as peer:
        peer.sendall(HEAD % api_client.port + b"\r\n")
        assert peer.recv(4096).startswith(b"HTTP/1.1 200")
        began = time.monotonic()
        while time.monotonic() - began < WAIT_S:
            try:
                peer.sendall(b"G")
            except ConnectionError:
                return
            time.sleep(TIMEOUT_S / 20)
        raise AssertionError("it was heard for ever")


def test_a_slow_body_and_a_waiting_websocket_are_not_meant(serve: Serve) -> None:
    parts = replace(make_parts(None), load_letters=lambda _: FakeLetters())
    api_client = serve(parts, ApiOptions(headers_timeout_s=TIMEOUT_S))
    with raw(api_client) as peer, letters(api_client, "mode=frame") as client:
        lines = (HEAD % api_client.port).replace(b"GET /healthz", b"POST /v1/inference")
        token = f"Authorization: Bearer {api_client.token}\r\nContent-Type: application/json\r\n".encode()
        peer.sendall(lines + token + b"Content-Length: 5\r\n\r\n")
        with raw(api_client) as idle:
            assert ended(idle) == b""  # its time is over, and that of the others would be
        peer.sendall(b"rubbi")
        assert peer.recv(4096).startswith(b"HTTP/1.1 ")
        show(client, 1.0, hand_at())
        assert hear(client, "letter")["letter"] == "A"


@pytest.fixture
def api_letters() -> Iterator[ApiClient]:
    yield from letter_server(make_parts(None))


def test_one_address_holds_only_so_many_connections(serve: Serve) -> None:
    api_client = serve(make_parts(None), ApiOptions(per_address=3))
    held = [raw(api_client) for _ in range(3)]
    try:
        until(lambda: _status(api_client) == 503)
        with raw(api_client) as peer:
            answer = ended(peer)
        head, _, body = answer.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 503")
        assert b"Retry-After: " in head
        assert json.loads(body)["code"] == "api.busy"
        held.pop().close()
        until(lambda: _status(api_client) == 200)
    finally:
        for peer in held:
            peer.close()
    until(lambda: _status(api_client) == 200)


def _status(api_client: ApiClient) -> int:
    try:
        return api_client.get("/healthz").status
    except ConnectionError:
        return 0


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("10.1.2.3", "10.1.2.3"),
        ("::ffff:10.1.2.3", "10.1.2.3"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
    ],
)
def test_what_counts_as_one_address(address: str, network: str) -> None:
    assert _network((address, 1)) == network


MANY = [
    '{"frames": [' + ",".join(["[]"] * 2_700_000) + "]}",
    '{"frames": ' + "[" * 8_000_000,
    '{"frames": [[' + ",".join(["0"] * 4_000_000) + "]]}",
    '{"x": [' + ",".join(["{}"] * 2_700_000) + '], "frames": []}',
    '{"x": ' + '{"":' * 2_000_000,
]


@pytest.mark.parametrize("body", MANY, ids=lambda body: body[:20])
def test_millions_of_values_are_refused_before_they_are_parsed(
    body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.api import payload
    from desktop_app.api.errors import ApiError

    assert len(body) <= limits.MAX_CLIP_BODY
    monkeypatch.setattr(payload, "_DECODER", None)  # parsing it would fail
    with pytest.raises(ApiError) as refused:
        read_json(body.encode())
    nested = body.endswith("[")
    assert refused.value.code == ("body.not_json" if nested else "frames.too_many")


def test_a_clip_of_the_largest_size_is_read() -> None:
    row = [0.123456789] * limits.FEATURE_DIM
    body = json.dumps(
        {"frames": [row] * limits.MAX_FRAMES, "top_k": 5, "metadata": {"fps": 30, "source": "[,]"}}
    )
    assert read_json(body.encode()).frames.shape == (limits.MAX_FRAMES, limits.FEATURE_DIM)


def errors_of(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the server logged; the clients of these tests log, too."""
    return [
        record.getMessage()
        for record in caplog.records
        if record.levelno >= logging.WARNING and not record.name.startswith("websockets.client")
    ]


def test_a_refused_websocket_is_no_error_in_the_log(
    api_letters: ApiClient, caplog: pytest.LogCaptureFixture
) -> None:
    """The page of somebody else, and a wrong token."""
    address = api_letters.url.replace("http", "ws", 1) + "/v1/letters"
    for headers in ({"Origin": "https://evil.com"}, {"Authorization": "Bearer wrong"}):
        with pytest.raises(InvalidStatus), connect(address, additional_headers=headers):
            pass
    assert api_letters.get("/healthz").status == 200  # the loop has been round since
    assert errors_of(caplog) == []


def test_text_that_is_not_utf8_is_closed_and_is_no_error_in_the_log(
    serve: Serve, api_letters: ApiClient, caplog: pytest.LogCaptureFixture
) -> None:
    for frames in ([(0x81, b"\xff\xfe")], [(0x01, b"\xc3"), (0x80, b"(")]):
        with letters(api_letters) as client:
            for first, data in frames:
                client.connection.socket.sendall(bytes([first, 0x80 | len(data)]) + bytes(4) + data)
            assert end_of(client)[0] == 1007
    assert errors_of(caplog) == []


def test_clients_that_leave_are_no_errors_in_the_log(
    api_letters: ApiClient, caplog: pytest.LogCaptureFixture
) -> None:
    reset = struct.pack("ii", 1, 0)
    for _ in range(5):
        with connect(
            f"ws://{api_letters.netloc}/v1/letters?mode=frame&token={api_letters.token}", proxy=None
        ) as client:
            for number in range(30):
                points = hand_at().tolist()
                client.send(json.dumps({"type": "landmarks", "hand": points, "time_s": number / 30}))
            client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
            client.socket.close()
    for sent in (b"", b"GET /heal", HEAD % api_letters.port + b"\r\n"):
        with raw(api_letters) as peer:
            peer.sendall(sent)
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
    until(lambda: api_letters.get("/healthz").status == 200)
    with letters(api_letters, "mode=frame") as client:
        show(client, 1.0, hand_at())
        assert hear(client, "letter")["letter"] == "A"
    assert errors_of(caplog) == []


def test_a_client_that_leaves_in_the_middle_of_its_body_is_no_error_in_the_log(
    serve: Serve, recogniser: Recogniser, caplog: pytest.LogCaptureFixture
) -> None:
    api_client = serve(make_parts(recogniser))
    caplog.set_level(logging.INFO, "desktop_app.api.access")
    for chunked in (False, True):
        with raw(api_client) as peer:
            lines = (HEAD % api_client.port).replace(b"GET /healthz", b"POST /v1/inference")
            token = f"Authorization: Bearer {api_client.token}\r\nContent-Type: application/json\r\n".encode()
            length = b"Transfer-Encoding: chunked\r\n\r\n5\r\n[[[[[\r\n"
            peer.sendall(lines + token + (length if chunked else b"Content-Length: 500000\r\n\r\n[[["))
    until(lambda: sum("POST /v1/inference" in record.getMessage() for record in caplog.records) == 2)
    assert errors_of(caplog) == []
