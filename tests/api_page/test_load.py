"""The load generator: counts what comes back, and finds no way to hurt the server."""

from __future__ import annotations

import asyncio

import pytest

from scripts.studies.api_load_client import Request, as_binary, as_json, load, malformed
from tests.api.api_client import clip

pytestmark = pytest.mark.network


@pytest.fixture(scope="module")
def recogniser():
    from desktop_app.cli.engine import build_recogniser

    return build_recogniser(())


def test_good_requests_are_answered_and_malformed_ones_refused(serve, recogniser):
    served = serve(lambda: recogniser)
    token, rows = served.state.token, clip(16)
    good = [as_json(rows, token), as_binary(rows, token)]
    bad = malformed(rows, token)
    asyncio.run(wait_loaded(served.state.port, good))
    outcome = asyncio.run(load(served.state.port, [one for other in bad for one in (other, *good)], 51, 4))
    assert sum(outcome.statuses.values()) == 51
    for (kind, status), count in outcome.by_kind.items():
        if kind in ("json", "float32"):
            assert (status, count) == (200, 17)
        else:
            assert 400 <= status < 500, kind
            assert count == 1
    document = outcome.document()
    assert document["requests"] == 51
    assert document["refused_503"] == 0
    assert 0 < document["p50_ms"] <= document["p95_ms"] <= document["p99_ms"]


def test_a_full_queue_is_counted(serve, recogniser):
    served = serve(lambda: recogniser, queue_limit=1)
    good = [as_binary(clip(64), served.state.token)]
    asyncio.run(wait_loaded(served.state.port, good))
    outcome = asyncio.run(load(served.state.port, good, 60, 20))
    assert set(outcome.statuses) == {200, 503}
    assert outcome.document()["refused_503"] == outcome.statuses[503]


async def wait_loaded(port: int, requests: list[Request]) -> None:
    """Until the model answers."""
    async with asyncio.timeout(60):
        while 200 not in (await load(port, requests, 1, 1)).statuses:
            await asyncio.sleep(0.05)
