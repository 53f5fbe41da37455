"""Real servers on the loopback address, with the shipped encoder, letter models and starter pack."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.api.engine_box import ApiParts
from desktop_app.api.options import ApiOptions
from desktop_app.api.server import ApiServer
from desktop_app.engine.encoder.bundle import load_bundle
from desktop_app.engine.encoder.onnx import open_encoder
from desktop_app.engine.letters.model import OnnxLetterModel, bundled_model
from desktop_app.engine.search.library import open_library
from desktop_app.engine.search.recogniser import Recogniser
from tests.api.api_client import ApiClient
from tests.conftest import THREAD_GRACE_S, _left
from tests.helpers.fakes import WAIT_S

Serve = Callable[..., ApiClient]
# Pools for files that asyncio and its kin keep as long as a server runs.
_POOLS = ("asyncio_", "AnyIO worker")


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    """As everywhere, but a server that outlives the test may keep its pools; `test_server` sees them end."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREAD_GRACE_S
    left = [thread for thread in _left(before) if not thread.name.startswith(_POOLS)]
    for thread in left:
        thread.join(max(0.0, deadline - time.monotonic()))
    assert not [thread.name for thread in left if thread.is_alive()]


@pytest.fixture(scope="session")
def recogniser() -> Recogniser:
    """The shipped encoder over the starter pack."""
    bundle = load_bundle(None, {})
    encoder = open_encoder(bundle, provider="cpu")
    library = open_library([paths.bundled_packs_dir() / "starter"], encoder)
    return Recogniser(encoder, library, bundle.thresholds)


def make_parts(recogniser: Recogniser | None, videos_dir: Path | None = None) -> ApiParts:
    """The shipped letter models; a tracker is never made unless a test brings one."""

    def no_extractor() -> None:
        raise AssertionError("no picture was sent")

    return ApiParts(
        load_recogniser=None if recogniser is None else lambda: recogniser,
        load_letters=lambda mode: OnnxLetterModel(bundled_model(mode.value)),
        make_extractor=no_extractor,  # type: ignore[arg-type]
        videos_dir=videos_dir,
    )


def until(condition: Callable[[], bool]) -> None:
    """Wait for something on another thread."""
    deadline = time.monotonic() + WAIT_S
    while not condition():
        assert time.monotonic() < deadline
        threading.Event().wait(0.005)


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts servers that end with the test: `serve(parts, options)`."""
    servers: list[ApiServer] = []

    def start(parts: ApiParts, options: ApiOptions | None = None) -> ApiClient:
        server = ApiServer(parts, options)
        servers.append(server)
        server.start()
        server.wait_running()
        api_client = ApiClient(server)
        if parts.load_recogniser is not None:
            api_client.wait_loaded()
        return api_client

    yield start
    for server in servers:
        assert server.stop(WAIT_S)


@pytest.fixture(scope="module")
def api_client(recogniser: Recogniser) -> Iterator[ApiClient]:
    """One server for the tests of a file that change nothing."""
    server = ApiServer(make_parts(recogniser))
    server.start()
    server.wait_running()
    found = ApiClient(server)
    found.wait_loaded()
    yield found
    assert server.stop(WAIT_S)
