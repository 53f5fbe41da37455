"""What fails on the thread of the practice is logged with its traceback and shown, whatever it was."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from desktop_app.runtime.events import EventHub
from desktop_app.runtime.take_recorder import TakeRecorder
from desktop_app.ui.kit.banner import Banner, BannerList
from desktop_app.ui.player.reference_loader import ReferenceLoader
from desktop_app.ui.practice.controller import PracticeController
from tests.helpers.ports import make_ports


@pytest.fixture
def practice(make_window) -> Iterator[tuple[PracticeController, list[Banner]]]:
    banners: list[Banner] = []
    loader, takes = ReferenceLoader(), TakeRecorder(EventHub())
    ports = make_ports(banners=BannerList(lambda shown: banners.extend(shown)))
    controller = PracticeController(make_window().practice, ports, loader, takes)
    yield controller, banners
    controller.close()
    loader.close()


class BrokenReferences:
    """The list of a library whose pack was damaged in a way that nobody foresaw."""

    def __iter__(self) -> Any:
        raise IndexError("list index out of range")


def test_an_unexpected_error_while_reading_the_library_is_shown_and_logged(practice, qtbot, caplog):
    controller, banners = practice
    broken: Any = SimpleNamespace(library=SimpleNamespace(references=BrokenReferences()))
    with caplog.at_level(logging.ERROR):
        controller.recogniser_ready(broken)
        qtbot.waitUntil(lambda: bool(banners), timeout=60_000)
    (banner,) = banners
    assert banner.about == "practice"
    assert "IndexError: list index out of range" in banner.text
    assert banner.hint
    assert any(record.exc_info and record.exc_info[0] is IndexError for record in caplog.records)
