"""Starting, stopping, overload, and clients that leave."""

from __future__ import annotations

import json
import logging
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from desktop_app.api import server as api_server
from desktop_app.api.inference import InferenceQueue
from desktop_app.api.options import ApiOptions, ApiUnavailable
from desktop_app.api.server import ApiServer, ApiState, ApiStatus
from desktop_app.engine.search.recogniser import Recogniser
from tests.api.api_client import BINARY, ApiClient, clip
from tests.api.conftest import Serve, make_parts, until
from tests.helpers.fakes import WAIT_S

pytestmark = pytest.mark.network


class GatedRecogniser(Recogniser):
    """A recogniser that holds every clip until it is let go."""

    def __init__(self, real: Recogniser) -> None:
        super().__init__(real.encoder, real.library, real.thresholds)
        self.entered = threading.Semaphore(0)
        self.let_go = threading.Event()
        self.calls, self.left = 0, False

    def recognise(self, *arguments: Any, **options: Any) -> Any:
        self.calls += 1
        self.entered.release()
        assert self.let_go.wait(WAIT_S)
        self.left = True
        return super().recognise(*arguments, **options)


def test_start_returns_at_once_and_stop_leaves_nothing(recogniser: Recogniser) -> None:
    before = set(threading.enumerate())
    states: list[ApiState] = []
    server = ApiServer(make_parts(recogniser), on_change=states.append)
    assert server.state.status is ApiStatus.STOPPED
    server.start()
    server.start()  # a second click changes nothing
    state = server.wait_running()
    assert state.url == f"http://127.0.0.1:{state.port}"
    assert state.port > 0
    api_client = ApiClient(server)
    api_client.wait_loaded()
    assert api_client.send({"frames": clip().tolist()}).status == 200
    assert server.stop(WAIT_S)
    assert server.state == ApiState(ApiStatus.STOPPED)
    assert set(threading.enumerate()) <= before
    assert [one.status for one in states] == [
        ApiStatus.RUNNING,
        ApiStatus.STOPPING,
        ApiStatus.STOPPED,
    ]
    with pytest.raises(ConnectionRefusedError):
        api_client.get("/healthz")


def test_a_new_start_has_a_new_token(recogniser: Recogniser) -> None:
    server = ApiServer(make_parts(recogniser))
    tokens = []
    for _ in range(2):
        server.start()
        tokens.append(server.wait_running().token)
        assert server.stop(WAIT_S)
    assert tokens[0] != tokens[1]


def test_stop_before_it_has_started_and_twice(recogniser: Recogniser) -> None:
    server = ApiServer(make_parts(recogniser))
    assert server.stop(WAIT_S)
    server.start()
    server.request_stop()
    assert server.stop(WAIT_S)
    assert server.stop(WAIT_S)


def test_a_port_that_is_taken_is_said(serve: Serve) -> None:
    first = serve(make_parts(None))
    second = ApiServer(make_parts(None), ApiOptions(port=first.port))
    second.start()
    with pytest.raises(ApiUnavailable, match=str(first.port)) as caught:
        second.wait_running()
    assert caught.value.code == "api.port_taken"
    assert second.state.status is ApiStatus.FAILED
    assert second.stop(WAIT_S)


def test_a_server_that_cannot_be_built_gives_its_port_back(monkeypatch: pytest.MonkeyPatch) -> None:
    sockets: list[socket.socket] = []

    bind = api_server.bind

    def remembered(options: ApiOptions) -> socket.socket:
        sockets.append(bind(options))
        return sockets[0]

    def broken(_: object) -> object:
        raise RuntimeError("broken")

    monkeypatch.setattr(api_server, "bind", remembered)
    monkeypatch.setattr(api_server, "create_app", broken)
    server = ApiServer(make_parts(None))
    server.start()
    with pytest.raises(ApiUnavailable):
        server.wait_running()
    assert server.stop()
    assert [one.fileno() for one in sockets] == [-1]


def test_several_processes_may_share_a_port() -> None:
    if not hasattr(socket, "SO_REUSEPORT"):
        pytest.skip("this system has no SO_REUSEPORT")
    servers = [ApiServer(make_parts(None), ApiOptions(reuse_port=True, token="the-same-for-all"))]
    servers[0].start()
    port = servers[0].wait_running().port
    servers.append(
        ApiServer(make_parts(None), ApiOptions(reuse_port=True, token="the-same-for-all", port=port))
    )
    servers[1].start()
    assert servers[1].wait_running().port == port
    api_client = ApiClient(servers[1])
    assert [api_client.get("/v1/config").status for _ in range(8)] == [
        503
    ] * 8  # whoever answers knows the token
    for server in servers:
        assert server.stop(WAIT_S)


def test_when_the_queue_is_full_the_rest_is_refused_at_once(serve: Serve, recogniser: Recogniser) -> None:
    gate = GatedRecogniser(recogniser)
    api_client = serve(make_parts(gate), ApiOptions(queue_limit=3))
    body = clip().tobytes()
    with ThreadPoolExecutor(12) as pool:
        waiting = [pool.submit(api_client.post, body, BINARY)]
        assert gate.entered.acquire(timeout=WAIT_S)
        waiting += [pool.submit(api_client.post, body, BINARY) for _ in range(11)]
        until(lambda: sum(one.done() for one in waiting) == 8)  # one is at work, three wait
        refused = [one.result() for one in waiting if one.done()]
        assert api_client.get("/healthz").status == 200  # the event loop is free
        gate.let_go.set()
        answered = [one.result(WAIT_S) for one in waiting if one.result(WAIT_S) not in refused]
    assert {one.status for one in answered} == {200}
    for one in refused:
        assert (one.status, one.document["code"]) == (503, "api.busy")
        assert int(one.headers["retry-after"]) >= 1
    assert api_client.post(body, BINARY).status == 200  # it recovers


def test_a_client_that_leaves_takes_its_clip_out_of_the_queue(serve: Serve, recogniser: Recogniser) -> None:
    gate = GatedRecogniser(recogniser)
    api_client = serve(make_parts(gate), ApiOptions(queue_limit=3))
    body = clip(8).tobytes()
    head = (
        f"POST /v1/inference HTTP/1.1\r\nHost: {api_client.netloc}\r\n"
        f"Authorization: Bearer {api_client.token}\r\n"
        f"Content-Type: {BINARY}\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    clients = [socket.create_connection(("127.0.0.1", api_client.port)) for _ in range(4)]
    clients[0].sendall(head + body)
    assert gate.entered.acquire(timeout=WAIT_S)
    for client in clients[1:]:
        client.sendall(head + body)
    until(lambda: api_client.server.waiting == 3)
    for client in clients:
        client.close()
    until(lambda: api_client.server.waiting == 0)
    gate.let_go.set()
    assert api_client.post(body, BINARY).status == 200
    assert gate.calls == 2  # the first one, which was under way, and ours


def test_stopping_is_quick_though_a_clip_is_at_work(recogniser: Recogniser) -> None:
    gate = GatedRecogniser(recogniser)
    server = ApiServer(make_parts(gate))
    server.start()
    server.wait_running()
    api_client = ApiClient(server)
    api_client.wait_loaded()
    body = clip().tobytes()
    with ThreadPoolExecutor(3) as pool:
        waiting = [pool.submit(api_client.post, body, BINARY) for _ in range(3)]
        assert gate.entered.acquire(timeout=WAIT_S)
        assert server.stop(WAIT_S)
        assert not gate.left  # it did not wait for the clip
        gate.let_go.set()
        for one in waiting:
            error = one.exception(WAIT_S)
            assert error is not None or one.result().status == 503
    until(lambda: not any(thread.name == "api-inference" for thread in threading.enumerate()))


def test_a_body_that_never_ends_is_given_up(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.api import app as building
    from desktop_app.api.body_limit import BodyLimit

    monkeypatch.setattr(building, "BodyLimit", lambda app, by_path: BodyLimit(app, by_path, timeout_s=0.05))
    api_client = serve(make_parts(None))
    with socket.create_connection(("127.0.0.1", api_client.port)) as client:
        client.settimeout(WAIT_S)
        client.sendall(
            f"GET /v1/config HTTP/1.1\r\nHost: {api_client.netloc}\r\n"
            f"Authorization: Bearer {api_client.token}\r\n"
            "Content-Length: 10\r\n\r\n".encode()
        )
        answer = client.recv(4096)  # an endpoint that reads no body does not wait for it
        assert b" 503 " in answer.splitlines()[0]


def test_bodies_together_are_bounded() -> None:
    from desktop_app.api.body_limit import BodyLimit
    from desktop_app.api.errors import ApiError

    held = BodyLimit(lambda *_: None, {}, together=100)  # type: ignore[arg-type]
    held.take(60)
    with pytest.raises(ApiError) as caught:
        held.take(50)
    assert caught.value.status == 503


def test_the_token_is_in_no_log(serve: Serve, recogniser: Recogniser, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    api_client = serve(make_parts(recogniser), ApiOptions(token="a-very-secret-token-1"))
    for logger in ("uvicorn", "uvicorn.access", "websockets", "desktop_app"):
        caplog.set_level(logging.DEBUG, logger)
    api_client.get(f"/v1/config?token={api_client.token}", token=False)
    api_client.get(f"/v1/config?token={api_client.token}x", token=False)
    api_client.get(f"/v1/nothing?token={api_client.token}")
    api_client.post(json.dumps({"frames": []}).encode())
    from websockets.sync.client import connect

    with connect(f"ws://{api_client.netloc}/v1/letters?token={api_client.token}", proxy=None) as letters:
        letters.recv()
    assert api_client.server.stop(WAIT_S)
    own = [record for record in caplog.records if not record.name.startswith("websockets.client")]
    text = "\n".join(record.getMessage() for record in own)
    assert "GET /v1/config 200" in text
    assert "secret" not in text


def test_work_that_fails_and_work_after_the_end() -> None:
    import asyncio

    from desktop_app.api.errors import ApiError

    queue = InferenceQueue(2)
    queue.start()

    async def scenario() -> None:
        assert await queue.run(lambda: 5) == 5
        with pytest.raises(ZeroDivisionError):
            await queue.run(lambda: 1 // 0)
        assert queue.stop(WAIT_S)
        with pytest.raises(ApiError) as caught:
            await queue.run(lambda: 5)
        assert caught.value.status == 503

    asyncio.run(scenario())


def test_parts_of_one_server_are_its_own(serve: Serve, recogniser: Recogniser) -> None:
    one = serve(make_parts(recogniser))
    other = serve(make_parts(recogniser.with_thresholds(replace(recogniser.thresholds, default_top_k=1))))
    assert one.token != other.token
    assert other.get("/v1/config", headers=[one.bearer], token=False).status == 401
    assert one.send({"frames": clip().tolist()}).document["top_k"] == 5
    assert other.send({"frames": clip().tolist()}).document["top_k"] == 1
