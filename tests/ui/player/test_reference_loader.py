"""The loader of references: it reads what was asked for, and says what it cannot read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage

from desktop_app.engine import layout
from desktop_app.engine.protocols import ReferenceInfo
from desktop_app.engine.records import FeatureSequence
from desktop_app.ui.player import reference_loader
from desktop_app.ui.player.clip import PlayerClip
from desktop_app.ui.player.reference_loader import ReferenceLoader

WAIT_MS = 20_000
PACK = "Signs"


class Library:
    """References with one frame each. `held` keeps whoever reads it until it is set."""

    def __init__(self, *sentences: str) -> None:
        self.references = tuple(
            ReferenceInfo(f"clip-{sentence}", row, sentence, "", "", PACK)
            for row, sentence in enumerate(sentences)
        )
        self.reading, self.held = threading.Event(), threading.Event()
        self.held.set()

    def features(self, row: int) -> FeatureSequence:
        self.reading.set()
        assert self.held.wait(WAIT_MS / 1000)
        assert self.references[row]
        rows = np.zeros((1, layout.FEATURE_DIM), np.float32)
        rows[0, 0] = row
        return FeatureSequence(rows, np.ones((1, len(layout.PARTS)), bool), 30.0, 0.0, 1 / 30)


def key(sentence: str) -> tuple[str, str]:
    return PACK, f"clip-{sentence}"


@pytest.fixture
def loader(qapp) -> Iterator[ReferenceLoader]:
    made = ReferenceLoader()
    yield made
    made.close()


@pytest.fixture
def clips(loader: ReferenceLoader) -> list[tuple[str, str]]:
    """View and title of the clips that came."""
    came: list[tuple[str, str]] = []
    loader.clip_ready.connect(lambda view, *rest: came.append((view, rest[-1].title)))
    return came


@pytest.fixture
def troubles(loader: ReferenceLoader) -> list[Any]:
    came: list[Any] = []
    loader.failed.connect(lambda *told: came.append(told[-1]))
    return came


def test_a_clip_that_is_read_while_the_library_changes_is_the_one_that_was_asked_for(loader, clips, qtbot):
    old, new = Library("slow", "water"), Library("water", "slow")
    old.held.clear()
    loader.set_library(old)
    loader.load_clip("other view", key("slow"))
    assert old.reading.wait(WAIT_MS / 1000)
    loader.load_clip("live", key("water"))  # waits behind the other one
    loader.set_library(new)
    old.held.set()
    qtbot.waitUntil(lambda: len(clips) == 2, timeout=WAIT_MS)
    assert sorted(clips) == [("live", "water"), ("other view", "slow")]


def test_a_row_that_is_beyond_the_old_library_is_not_lost_in_silence(loader, clips, qtbot):
    old, new = Library("slow"), Library("tea", "slow")
    old.held.clear()
    loader.set_library(old)
    loader.load_clip("other view", key("slow"))
    assert old.reading.wait(WAIT_MS / 1000)
    loader.load_clip("live", key("slow"))
    loader.set_library(new)
    old.held.set()
    qtbot.waitUntil(lambda: ("live", "slow") in clips, timeout=WAIT_MS)


@pytest.mark.parametrize("what", ["clip", "thumbnail"])
def test_an_unexpected_error_is_a_message(loader, clips, troubles, qtbot, monkeypatch, what):
    def broken(*_: object) -> None:
        raise IndexError("row 7 of 3")

    monkeypatch.setattr(reference_loader, "avatar_clip", broken)
    loader.set_library(Library("water"))
    if what == "clip":
        loader.load_clip("live", key("water"))
    else:
        loader.load_thumbnail(key("water"))
    qtbot.waitUntil(lambda: len(troubles) == 1, timeout=WAIT_MS)
    assert "row 7 of 3" in str(troubles[0])
    monkeypatch.undo()
    loader.load_clip("live", key("water"))  # and the loader goes on
    qtbot.waitUntil(lambda: clips == [("live", "water")], timeout=WAIT_MS)


def test_a_clip_that_is_no_longer_wanted_does_not_come(loader, clips, qtbot):
    library = Library("slow", "water")
    library.held.clear()
    loader.set_library(library)
    loader.load_clip("live", key("slow"))
    assert library.reading.wait(WAIT_MS / 1000)
    loader.load_clip("live", key("water"))
    library.held.set()
    qtbot.waitUntil(lambda: ("live", "water") in clips, timeout=WAIT_MS)
    assert clips == [("live", "water")]


def test_an_answer_whose_reference_is_gone_drops_the_one_before(loader, clips, qtbot):
    library = Library("slow", "water")
    library.held.clear()
    loader.set_library(library)
    loader.load_clip("live", key("slow"))
    assert library.reading.wait(WAIT_MS / 1000)
    loader.load_clip("live", key("gone"))
    library.held.set()
    loader.load_clip("practice", key("water"))
    qtbot.waitUntil(lambda: bool(clips) and clips[-1][0] == "practice", timeout=WAIT_MS)
    assert clips == [("practice", "water")]


def test_a_thumbnail_of_the_old_library_does_not_come_for_the_new_one(loader, qtbot, monkeypatch):
    def numbered(clip: PlayerClip) -> QImage:
        return QImage(int(clip.features[0, 0]) + 1, 1, QImage.Format.Format_RGB32)  # as wide as its row says

    monkeypatch.setattr(reference_loader, "thumbnail", numbered)
    old, new = Library("water"), Library("slow", "water")
    old.held.clear()
    widths: list[int] = []
    loader.thumbnail_ready.connect(lambda _, image: widths.append(image.width()))
    loader.set_library(old)
    loader.load_thumbnail(key("water"))
    assert old.reading.wait(WAIT_MS / 1000)
    loader.set_library(new)
    old.held.set()
    qtbot.waitUntil(lambda: bool(widths), timeout=WAIT_MS)
    loader.load_thumbnail(key("water"))
    assert widths == [2, 2]


def test_the_failure_of_a_replaced_request_does_not_forget_the_one_that_replaced_it(
    loader, clips, troubles, qtbot
):
    class Failing(Library):
        """Its first reference cannot be read; `second` holds whoever reads another one."""

        second = threading.Event()

        def features(self, row: int) -> FeatureSequence:
            found = super().features(row)
            if row == 0:
                raise IndexError(row)
            assert self.second.wait(WAIT_MS / 1000)
            return found

    old, new = Failing("slow", "water"), Library("water")
    new.references = (ReferenceInfo("clip-water", 0, "water of the new library", "", "", PACK),)
    old.held.clear()
    loader.set_library(old)
    loader.load_clip("live", key("slow"))
    assert old.reading.wait(WAIT_MS / 1000)
    loader.load_clip("live", key("water"))
    old.held.set()
    qtbot.waitUntil(lambda: len(troubles) == 1, timeout=WAIT_MS)
    loader.set_library(new)
    old.second.set()
    qtbot.waitUntil(lambda: bool(clips), timeout=WAIT_MS)
    assert clips == [("live", "water of the new library")]
