"""Asks a running server, byte for byte as told: no client library tidies the request up."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from desktop_app import paths
from desktop_app.api.server import ApiServer
from desktop_app.engine.records import FloatArray
from tests.helpers.fakes import WAIT_S

JSON, BINARY = "application/json", "application/octet-stream"
Headers = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Reply:
    """An answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def document(self) -> Any:
        return json.loads(self.body)


class ApiClient:
    """A client of one server."""

    def __init__(self, server: ApiServer) -> None:
        self.server = server
        state = server.state
        self.port, self.token, self.url = state.port, state.token, state.url
        self.netloc = f"127.0.0.1:{state.port}"

    @property
    def bearer(self) -> tuple[str, str]:
        return ("Authorization", f"Bearer {self.token}")

    def ask(
        self,
        target: str,
        method: str = "GET",
        *,
        headers: Headers | None = None,
        body: bytes | Iterable[bytes] | None = None,
        token: bool = True,
        host: bool = True,
    ) -> Reply:
        """One request on a connection of its own. A body in pieces travels chunked, without a length."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT_S)
        try:
            connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
            if host:
                connection.putheader("Host", self.netloc)
            if token:
                connection.putheader(*self.bearer)
            for name, value in headers or ():
                connection.putheader(name, value)
            if isinstance(body, bytes):
                connection.putheader("Content-Length", str(len(body)))
            elif body is not None:
                connection.putheader("Transfer-Encoding", "chunked")
            connection.endheaders(body, encode_chunked=body is not None and not isinstance(body, bytes))
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, found, answer.read())
        finally:
            connection.close()

    def get(self, target: str, **options: Any) -> Reply:
        return self.ask(target, **options)

    def post(self, body: bytes | Iterable[bytes], kind: str = JSON, target: str = "/v1/inference") -> Reply:
        return self.ask(target, "POST", headers=[("Content-Type", kind)], body=body)

    def send(self, document: Any) -> Reply:
        """A document as JSON, NaN and all."""
        return self.post(json.dumps(document).encode())

    def wait_loaded(self) -> None:
        """Until the model is there."""
        deadline = time.monotonic() + WAIT_S
        while self.get("/healthz", token=False).document["engine"] == "loading":
            assert time.monotonic() < deadline
            time.sleep(0.01)


def clip(frames: int = 64) -> FloatArray:
    """(frames, 540) of the shipped reference for "hello", which moves."""
    rows = np.load(paths.bundled_packs_dir() / "starter" / "features" / "hello.npy", allow_pickle=False)
    return np.resize(rows, (frames, 540)).astype(np.float32)


def pieces(size: int, count: int) -> Iterator[bytes]:
    """A body of `count` pieces."""
    for _ in range(count):
        yield b" " * size
