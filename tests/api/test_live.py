"""Server-sent events: what the desktop program recognises, passed on."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
from datetime import datetime
from typing import Any

import pytest

from desktop_app.api import limits
from desktop_app.api.live import LiveHub, prediction_document
from desktop_app.api.options import ApiOptions
from desktop_app.engine.records import Prediction
from tests.api.api_client import ApiClient, clip
from tests.api.conftest import Serve, make_parts, until
from tests.helpers.fakes import WAIT_S
from tests.helpers.numbers import assert_alike

EVENT = {"accepted": True, "results": [{"sentence": "Hello"}]}


class Page:
    """An EventSource."""

    def __init__(self, api_client: ApiClient, last_id: str | None = None, *, in_address: bool = False) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", api_client.port, timeout=WAIT_S)
        headers = {} if last_id is None else {"Last-Event-ID": last_id}
        target = f"/v1/live?token={api_client.token}" if in_address else "/v1/live"
        self._connection.request(
            "GET", target, headers=headers if in_address else {**headers, **dict([api_client.bearer])}
        )
        self._answer = self._connection.getresponse()
        self.status = self._answer.status
        self.kind = self._answer.headers["content-type"]

    def block(self) -> str:
        """The next event or comment, "" at the end."""
        lines = []
        while line := self._answer.readline():
            if line == b"\n":
                break
            lines.append(line.decode())
        return "".join(lines)

    def event(self) -> dict[str, Any]:
        """The next event's data, past comments; its id is that of the event."""
        while True:
            block = self.block()
            assert block, "the stream ended"
            fields = dict(line.split(": ", 1) for line in block.splitlines())
            if "data" in fields:
                data: dict[str, Any] = json.loads(fields["data"])
                assert fields["event"] == "result"
                assert int(fields["id"]) == data["id"]
                return data

    def close(self) -> None:
        self._connection.close()
        self._answer.close()


@pytest.fixture
def api_client(serve: Serve) -> ApiClient:
    return serve(make_parts(None), ApiOptions(heartbeat_s=0.05))


@pytest.mark.network
def test_every_page_sees_every_result_with_number_and_time(api_client: ApiClient) -> None:
    pages = [Page(api_client), Page(api_client, in_address=True)]
    assert {page.status for page in pages} == {200}
    assert {page.kind.partition(";")[0] for page in pages} == {"text/event-stream"}
    assert all(page.block().startswith("retry:") for page in pages)
    assert [api_client.server.publish_live({**EVENT, "n": n}) for n in range(3)] == [1, 2, 3]
    for page in pages:
        seen = [page.event() for _ in range(3)]
        assert [one["id"] for one in seen] == [1, 2, 3]
        assert [one["result"]["n"] for one in seen] == [0, 1, 2]
        times = [datetime.fromisoformat(one["time"]) for one in seen]
        assert times == sorted(times)
        assert times[0].utcoffset() is not None
        page.close()


@pytest.mark.network
def test_a_page_that_comes_later_sees_the_newest_and_one_that_comes_back_what_it_missed(
    api_client: ApiClient,
) -> None:
    for n in range(5):
        api_client.server.publish_live({"n": n})
    late, back, odd = Page(api_client), Page(api_client, "2"), Page(api_client, "999")
    assert late.event()["id"] == 5
    assert [back.event()["id"] for _ in range(3)] == [3, 4, 5]
    assert odd.event()["id"] == 5  # of another run of the server
    for page in (late, back, odd):
        page.close()


@pytest.mark.network
def test_silence_is_filled_with_comments(api_client: ApiClient) -> None:
    page = Page(api_client)
    assert page.block().startswith("retry:")
    assert page.block() == ": still here\n"
    page.close()


@pytest.mark.network
def test_the_stream_ends_with_the_server(serve: Serve) -> None:
    api_client = serve(make_parts(None), ApiOptions(heartbeat_s=20))
    page = Page(api_client)
    page.block()
    assert api_client.server.stop(WAIT_S)
    assert page.block() == ""
    page.close()


@pytest.mark.network
def test_a_page_that_does_not_read_is_cut_off_and_the_others_go_on(serve: Serve) -> None:
    api_client = serve(make_parts(None), ApiOptions(heartbeat_s=20, send_timeout_s=0.3))
    deaf = socket.socket()
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    deaf.connect(("127.0.0.1", api_client.port))
    deaf.sendall(
        f"GET /v1/live?token={api_client.token} HTTP/1.1\r\nHost: {api_client.netloc}\r\n\r\n".encode()
    )
    while b"retry" not in deaf.recv(4096):
        pass
    page = Page(api_client)
    page.block()
    large = {"text": "x" * 50_000}
    for number in range(1, 200):
        api_client.server.publish_live(large)
        assert page.event()["id"] == number
    until(lambda: len(api_client.server._live) == 1)
    deaf.settimeout(WAIT_S)
    with pytest.raises(ConnectionResetError):
        _read_all(deaf)
    deaf.close()
    page.close()


def _read_all(client: socket.socket) -> None:
    while client.recv(1 << 16):
        pass


@pytest.mark.network
def test_there_is_a_limit_of_pages(api_client: ApiClient) -> None:
    pages = [Page(api_client) for _ in range(limits.MAX_LIVE_READERS)]
    reply = api_client.get("/v1/live")
    assert (reply.status, reply.document["code"]) == (503, "api.busy")
    assert "retry-after" in reply.headers
    for page in pages:
        page.close()


def test_publishing_without_a_server_is_harmless_and_checked() -> None:
    hub = LiveHub()
    assert hub.publish(EVENT) == 1
    with pytest.raises(ValueError, match="bytes"):
        hub.publish({"text": "x" * limits.MAX_LIVE_RESULT})
    with pytest.raises(ValueError, match="JSON"):
        hub.publish({"thing": object()})
    assert hub.publish({"nan": float("nan")}) == 2  # null in JSON


def test_a_reader_that_falls_behind_is_let_go() -> None:
    async def scenario() -> tuple[int, int]:
        hub = LiveHub()
        hub.bind(asyncio.get_running_loop())
        stream = hub.stream()
        await anext(stream)
        waiting = asyncio.ensure_future(anext(stream))
        await asyncio.sleep(0)  # it waits for events
        for number in range(limits.LIVE_BACKLOG * 3):
            hub.publish({"n": number})
        await waiting
        rest = [block async for block in stream]
        return len(rest), len(hub)

    told, readers = asyncio.run(scenario())
    assert told < limits.LIVE_BACKLOG
    assert readers == 0


@pytest.mark.network
def test_a_prediction_has_the_fields_of_the_contract(api_client: ApiClient, recogniser: Any) -> None:
    from tests.api.test_http import RESULT_FIELDS

    api_client.server.set_recogniser(recogniser)
    answer = api_client.send({"frames": clip().tolist()}).document
    from desktop_app.engine.records import FeatureSequence
    from desktop_app.engine.tracking.features import features_present

    rows = clip()
    prediction: Prediction = recogniser.recognise(FeatureSequence(rows, features_present(rows), 30, 0, 2))
    page = Page(api_client)
    api_client.server.publish_live(prediction_document(prediction))
    told = page.event()["result"]
    for one, other in zip(told["results"], answer["results"], strict=True):
        assert_alike(one, other)  # the same clip was recognised twice
    assert list(told["results"][0]) == list(RESULT_FIELDS)
    page.close()
