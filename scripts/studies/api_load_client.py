"""A load generator: many connections in one thread, with prepared requests to keep its own cost low."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from desktop_app.engine.records import FloatArray

TIMEOUT_S: Final = 120.0


@dataclass
class LoadOutcome:
    """Results of a load.

    Attributes:
        milliseconds: of every request that was answered with 200.
        statuses: HTTP status -> count.
        by_kind: (kind of request, status) -> count.
        processor_s: processor time of the server.
    """

    seconds: float = 0.0
    milliseconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    by_kind: Counter[tuple[str, int]] = field(default_factory=Counter)
    processor_s: float = 0.0

    def add(self, other: LoadOutcome) -> None:
        """Add the results of another round."""
        self.seconds += other.seconds
        self.processor_s += other.processor_s
        self.milliseconds += other.milliseconds
        self.statuses += other.statuses
        self.by_kind += other.by_kind

    def document(self) -> dict[str, Any]:
        """Rate and percentiles of the answered requests."""
        times = self.milliseconds or [float("nan")]
        p50, p95, p99 = (round(float(np.percentile(times, q)), 1) for q in (50, 95, 99))
        return {
            "requests": sum(self.statuses.values()),
            "answers_per_s": round(len(self.milliseconds) / self.seconds, 1),
            "p50_ms": p50,
            "p95_ms": p95,
            "p99_ms": p99,
            "processor_ms_per_answer": round(1e3 * self.processor_s / max(len(self.milliseconds), 1), 1),
            "refused_503": self.statuses[503],
            "statuses": {str(status): count for status, count in sorted(self.statuses.items())},
        }


@dataclass(frozen=True)
class Request:
    """A prepared request."""

    kind: str
    data: bytes


def post(kind: str, body: bytes, media_type: str, token: str, path: str = "/v1/inference") -> Request:
    """A POST with its headers."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return Request(kind, head.encode("ascii") + body)


def as_json(rows: FloatArray, token: str) -> Request:
    """A clip as JSON with seven digits per number."""
    frames = [[float(f"{value:.7g}") for value in row] for row in rows]
    body = json.dumps({"frames": frames, "top_k": 5, "metadata": {"fps": 30, "source": "load"}}).encode()
    return post("json", body, "application/json", token)


def as_binary(rows: FloatArray, token: str) -> Request:
    """A clip as float32."""
    return post("float32", rows.astype("<f4").tobytes(), "application/octet-stream", token)


def malformed(rows: FloatArray, token: str) -> list[Request]:
    """Requests that must be rejected, each for another reason."""
    good = rows.tolist()
    wide = [[*good[0], 0.0], *good[1:]]
    spoilt = rows.copy()
    spoilt[3, 7] = np.nan
    documents: list[tuple[str, Any]] = [
        ("too wide", {"frames": wide}),
        ("no frames", {"frames": []}),
        ("frames missing", {"top_k": 5}),
        ("texts for numbers", {"frames": [["a"] * 540] * 8}),
        ("top_k of 0", {"frames": good, "top_k": 0}),
        ("513 frames", {"frames": good[:1] * 513}),
        ("a list", good[:2]),
        ("null", None),
    ]
    found = [post(name, json.dumps(one).encode(), "application/json", token) for name, one in documents]
    not_a_number = json.dumps({"frames": spoilt.tolist()}).encode()
    found += [
        post("NaN", not_a_number, "application/json", token),
        post("half a document", not_a_number[:5000], "application/json", token),
        post("deep nesting", b"[" * 50_000, "application/json", token),
        post("bytes of nothing", bytes(range(256)) * 16, "application/json", token),
        post("NaN in float32", spoilt.astype("<f4").tobytes(), "application/octet-stream", token),
        post("half a frame", rows.astype("<f4").tobytes()[:-7], "application/octet-stream", token),
        post("another media type", b"x" * 100, "text/plain", token),
        post("no token", rows.astype("<f4").tobytes(), "application/octet-stream", "x"),
        post("no such address", b"{}", "application/json", token, "/v1/inferences"),
    ]
    return found


async def load(port: int, requests: Sequence[Request], count: int, clients: int) -> LoadOutcome:
    """Send `count` requests in turn over `clients` connections, each with one request at a time."""
    outcome, next_one = LoadOutcome(), iter(range(count))
    began = time.perf_counter()

    async def client() -> None:
        connection: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        for number in next_one:
            request = requests[number % len(requests)]
            started = time.perf_counter()
            connection = connection or await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
            try:
                status, keep = await asyncio.wait_for(_exchange(*connection, request.data), TIMEOUT_S)
            except (asyncio.IncompleteReadError, ConnectionError):
                status, keep = 0, False  # cut off
            if status == 200:
                outcome.milliseconds.append((time.perf_counter() - started) * 1e3)
            outcome.statuses[status] += 1
            outcome.by_kind[request.kind, status] += 1
            if not keep:
                connection[1].close()
                connection = None
        if connection is not None:
            connection[1].close()

    await asyncio.gather(*(client() for _ in range(clients)))
    outcome.seconds = time.perf_counter() - began
    return outcome


async def _exchange(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, data: bytes
) -> tuple[int, bool]:
    """Send a request; returns the status, and whether the connection may be used again."""
    writer.write(data)
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    lines = head.split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
    await reader.readexactly(int(headers.get("content-length", "0")))
    return int(lines[0].split()[1]), headers.get("connection") != "close"
