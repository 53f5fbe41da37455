"""Which packs are open: what waits for a reading, and the setting that follows."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desktop_app.engine.packs.index import IndexedPack, PackIndex
from desktop_app.errors import PackError
from desktop_app.message import Message
from desktop_app.settings import Settings
from desktop_app.ui.kit.banner import BannerList
from desktop_app.ui.kit.relay import TaskRunner
from desktop_app.ui.library.open_packs import OpenPacks
from tests.helpers.ports import make_ports

LONG_MS = 60_000


@pytest.fixture
def shipped() -> tuple[IndexedPack, ...]:
    return PackIndex().read()


@pytest.fixture
def packs(qapp) -> Iterator[OpenPacks]:
    """Open packs that keep their setting; what is shown is looked at in them alone."""
    settings = [Settings()]

    def change(key: str, value: Any) -> None:
        settings[0] = replace(settings[0], recognition=replace(settings[0].recognition, packs=value))

    shown: list[str] = []
    view: Any = SimpleNamespace(
        show_packs=lambda *_: None, packs=SimpleNamespace(select=lambda key: shown.append(key))
    )
    banners = BannerList(lambda found: shown.extend(one.text for one in found))
    tasks = TaskRunner("packs")
    made = OpenPacks(view, make_ports(settings=lambda: settings[0], change=change), tasks, banners)
    made.shown = shown  # type: ignore[attr-defined]
    yield made
    tasks.close()


def test_what_waits_for_the_packs_gets_those_that_were_read_after_it_asked(packs, shipped, qtbot, monkeypatch):
    reading, go_on = threading.Event(), threading.Event()
    results: Iterator[tuple[IndexedPack, ...]] = iter([(), shipped])

    def read(*_: object) -> tuple[IndexedPack, ...]:
        found = next(results)
        if not found:
            reading.set()
            assert go_on.wait(60)
        return found

    monkeypatch.setattr(PackIndex, "read", read)
    seen: list[tuple[IndexedPack, ...]] = []
    packs.refresh()
    assert reading.wait(60)
    packs.refresh(lambda: seen.append(packs.packs))  # a pack was changed while the others were being read
    go_on.set()
    qtbot.waitUntil(lambda: bool(seen), timeout=LONG_MS)
    assert seen == [shipped]


def test_a_pack_that_was_made_is_opened_in_the_place_of_another(packs, shipped, qtbot):
    packs.refresh()
    qtbot.waitUntil(lambda: len(packs.packs) == len(shipped), timeout=LONG_MS)
    starter, ghanaian, *_ = sorted(packs.keys)
    assert packs.set_open(frozenset({starter}))
    packs.add(Path(ghanaian), instead_of=starter)
    qtbot.waitUntil(lambda: ghanaian in packs.shown, timeout=LONG_MS)
    packs.settings_changed()
    assert packs.keys == {ghanaian}


def test_one_pack_stays_open(packs, shipped, qtbot):
    packs.refresh()
    qtbot.waitUntil(lambda: len(packs.packs) == len(shipped), timeout=LONG_MS)
    before = packs.keys
    assert not packs.set_open(frozenset())
    assert "One pack must stay open." in packs.shown
    assert packs.keys == before


def test_what_waits_is_forgotten_where_the_packs_cannot_be_read(packs, shipped, qtbot, monkeypatch):
    def broken(*_: object) -> None:
        raise PackError(Message("The folder cannot be read."), Message("Check its permissions."))

    with monkeypatch.context() as patched:
        patched.setattr(PackIndex, "read", broken)
        packs.refresh(lambda: pytest.fail("there are no packs"))
        qtbot.waitUntil(lambda: "The folder cannot be read." in packs.shown, timeout=LONG_MS)
    packs.refresh()
    qtbot.waitUntil(lambda: len(packs.packs) == len(shipped), timeout=LONG_MS)
