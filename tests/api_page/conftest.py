"""A browser for all tests of the page, and servers of their own for each."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.api.engine_box import ApiParts
from desktop_app.api.options import ApiOptions
from desktop_app.api.page import page_address
from desktop_app.api.server import ApiServer, ApiState
from desktop_app.engine.letters.model import OnnxLetterModel, bundled_model
from desktop_app.engine.tracking.holistic import HandsExtractor
from tests.api_page.browser import running_browser
from tests.helpers.fakes import WAIT_S

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TOKEN = "a-token-of-the-tests-0123456789"


@dataclass
class Served:
    """One server that listens."""

    server: ApiServer
    state: ApiState

    @property
    def page(self) -> str:
        return page_address(self.state.url, self.state.token)


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    """Starts servers on the loopback address, without a model unless given; ends them all."""
    started: list[ApiServer] = []

    def start(load: Any = None, **options: Any) -> Served:
        parts = ApiParts(load, lambda mode: OnnxLetterModel(bundled_model(mode.value)), HandsExtractor)
        server = ApiServer(parts, ApiOptions(**{"token": TOKEN, "heartbeat_s": 0.5, **options}))
        started.append(server)
        server.start()
        return Served(server, server.wait_running())

    yield start
    for server in started:
        assert server.stop(WAIT_S)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Ended with the file: while it runs, nothing else in this process can run an event loop."""
    with running_browser() as started:
        yield started


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens addresses in fresh profiles; a page that logs an error fails the test."""
    complaints: list[str] = []
    with contextlib.ExitStack() as open_contexts:

        def open_(address: str, *, expected: tuple[str, ...] = (), **options: Any) -> Page:
            context = browser.new_context(**{"viewport": {"width": 1280, "height": 720}, **options})
            open_contexts.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(WAIT_S * 1000)

            def complain(text: str) -> None:
                if not any(part in text for part in expected):
                    complaints.append(text)

            page.on("pageerror", lambda error: complain(f"page error: {error}"))
            page.on("console", lambda line: complain(line.text) if line.type == "error" else None)
            page.goto(address)
            return page

        yield open_
    assert not complaints
