"""The Library view by hand: filter, selection, what can be done, large text, a thousand sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop_app import paths
from desktop_app.engine.packs import open_pack
from desktop_app.engine.packs.index import IndexedPack, PackIndex, PackKind, Sentence
from desktop_app.engine.packs.manifest import PackManifest, ReferenceClip
from desktop_app.ui.library.model import RowKey
from desktop_app.ui.library.words import clip_facts, pack_lines, size_words, time_left
from tests.ui.conftest import settle


def made_up(key: str, kind: PackKind, texts: list[str], *, takes: int = 1, undo: int = 0) -> IndexedPack:
    sentences = tuple(
        Sentence(
            key,
            key.title(),
            number,
            text,
            f"group {number % 3}",
            tuple(
                ReferenceClip(
                    f"c{number}-{take}", number, text, f"group {number % 3}", signer_id="Ama", frames=30
                )
                for take in range(takes)
            ),
            f"{text.casefold()} group {number % 3} ama",
        )
        for number, text in enumerate(texts)
    )
    manifest = PackManifest(key.title(), "Ghanaian", "1", "torso-540-v1", "CC0-1.0")
    return IndexedPack(key, Path(key), kind, key.title(), manifest, sentences, takes * len(texts), undo)


@pytest.fixture
def view(make_window):
    window = make_window()
    window.show_view("library")
    packs = (
        made_up("shipped", PackKind.SHIPPED, ["Thank you", "Please"], takes=2),
        made_up("mine", PackKind.OWN, ["thank God", "water"], undo=1),
    )
    window.library.show_packs(packs, frozenset({"shipped", "mine"}))
    return window.library


def texts(view) -> list[str]:
    return [sentence.text for sentence in view.sentences.model.visible]


def test_sentences_of_all_open_packs_stand_in_one_order(view):
    assert texts(view) == ["Please", "thank God", "Thank you", "water"]
    view.show_packs(view.index, frozenset({"mine"}))
    assert texts(view) == ["thank God", "water"]
    view.packs.select("shipped")
    assert texts(view) == ["Please", "Thank you"] or texts(view) == ["Thank you", "Please"]


def test_the_filter_follows_every_letter_and_keeps_the_choice(view, qtbot):
    panel = view.sentences
    panel.tree.setCurrentIndex(panel.model.index_of(RowKey("mine", 0, "c0-0", True)))
    wanted: list[tuple[str, str]] = []
    view.clip_wanted.connect(lambda key, clip: wanted.append((key, clip)))
    qtbot.keyClicks(panel.filter, "THANK")
    assert texts(view) == ["thank God", "Thank you"]
    assert panel.count.text() == "2 of 4"
    assert panel.current[0].text == "thank God"
    assert wanted == []  # it plays already
    qtbot.keyClicks(panel.filter, " ama 1")
    assert texts(view) == []
    assert panel.empty.isVisible()
    assert not panel.tree.isVisible()
    panel.filter.clear()
    assert len(texts(view)) == 4


def test_categories_narrow_the_list(view):
    panel = view.sentences
    assert [panel.category.itemText(row) for row in range(panel.category.count())] == [
        "All categories",
        "group 0",
        "group 1",
    ]
    panel.category.setCurrentIndex(2)
    panel.category.activated.emit(2)
    assert texts(view) == ["Please", "water"]
    view.packs.select("mine")
    assert panel.category.currentText() == "group 1"
    assert texts(view) == ["water"]


def test_takes_unfold_and_stay_unfolded(view, qapp):
    panel = view.sentences
    view.packs.select("shipped")
    row = texts(view).index("Thank you")
    top = panel.model.index(row, 0)
    assert panel.model.rowCount(top) == 2
    panel.tree.expand(top)
    panel.select_clips([("shipped", "c0-1")])
    assert panel.current[1].clip_id == "c0-1"
    view.show_packs(view.index, view.packs.model.open)
    assert panel.tree.isExpanded(panel.model.index(row, 0))
    assert panel.current[1].clip_id == "c0-1"
    assert panel.clips == [("shipped", "c0-1")]
    panel.tree.setCurrentIndex(panel.model.index(row, 0))
    assert panel.clips == [("shipped", "c0-0"), ("shipped", "c0-1")]


def test_what_goes_leaves_its_neighbour_chosen(view):
    panel = view.sentences
    view.packs.select("mine")
    panel.tree.setCurrentIndex(panel.model.index(0, 0))
    rest = made_up("mine", PackKind.OWN, ["water"])
    view.show_packs((view.index[0], rest), view.packs.model.open)
    assert panel.current[0].text == "water"
    assert panel.clips == [("mine", "c0-0")]
    view.show_packs((view.index[0],), frozenset({"shipped"}))
    assert view.packs.key == ""  # the pack that was chosen is gone
    assert view.packs.all.isChecked()


def test_only_own_packs_can_be_changed(view):
    panel = view.sentences
    panel.tree.selectAll()
    assert not panel.edit.isEnabled()  # of two packs, one of them not ours
    view.packs.select("mine")
    panel.tree.selectAll()
    assert panel.edit.isEnabled()
    assert panel.delete.isEnabled()
    assert panel.undo.isEnabled()
    assert not panel.redo.isEnabled()
    assert {name for name, action in view.actions_of_pack.items() if action.isEnabled()} == {
        "properties",
        "copy",
        "export",
        "verify",
        "remove",
    }
    view.packs.select("shipped")
    assert {name for name, action in view.actions_of_pack.items() if action.isEnabled()} == {
        "copy",
        "export",
        "verify",
    }


def test_a_tick_is_set_by_click_and_by_key(view, qtbot):
    told: list[tuple[str, bool]] = []
    view.pack_toggled.connect(lambda key, on: told.append((key, on)))
    box = view.packs.list.visualRect(view.packs.model.index(1))
    viewport = view.packs.list.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=box.topLeft() + box.center() / 100)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=box.center())
    assert told == [("mine", False)]  # beside the tick a click chooses
    assert view.packs.key == "mine"
    qtbot.keyClick(view.packs.list, Qt.Key.Key_Space)
    assert told == [("mine", False), ("mine", False)]


def test_large_text_shows_one_or_two_of_the_columns(make_window, qapp):
    window = make_window(text=200)
    window.show_view("library")
    settle(qapp)
    view = window.library
    assert view._tabs.isVisible()
    assert view.sentences.isVisible()
    assert not view.packs.isVisible()
    view._tabs.setCurrentIndex(0)
    settle(qapp)
    assert view.packs.isVisible()
    assert not view.sentences.isVisible()
    small = make_window(text=200, size=(1024, 700))
    small.show_view("library")
    settle(qapp)
    small.library._tabs.setCurrentIndex(2)
    settle(qapp)
    assert small.library.player.isVisible()
    assert not small.library.sentences.isVisible()
    usual = make_window(size=(1024, 700))
    usual.show_view("library")
    settle(qapp)
    assert not usual.library._tabs.isVisible()
    assert usual.library.minimumSizeHint().width() <= 1024 - 80


def test_a_thousand_sentences_need_no_more_widgets(view):
    before = len(view.findChildren(QWidget))
    many = made_up("mine", PackKind.OWN, [f"sentence {number}" for number in range(1000)], takes=3)
    view.show_packs((view.index[0], many), view.packs.model.open)
    view.sentences.filter.setText("sentence 99")
    assert len(texts(view)) == 19  # words may stand anywhere
    view.sentences.tree.expandAll()
    assert len(view.findChildren(QWidget)) <= before + 4  # scroll bars


def test_everything_has_a_name_for_screen_readers(view):
    for widget in (view.packs.list, view.sentences.tree, view.sentences.filter, view.sentences.category):
        assert widget.accessibleName()
    tree = QAccessible.queryAccessibleInterface(view.sentences.tree)
    names = {tree.child(row).text(QAccessible.Text.Name) for row in range(tree.childCount())}
    assert "thank God" in names
    rows = QAccessible.queryAccessibleInterface(view.packs.list)
    assert rows.child(0).text(QAccessible.Text.Name) == "Shipped, open"


def test_facts_of_a_reference(own_pack):
    shelf = PackIndex()
    mine = shelf.read()[-1]
    clip = open_pack(own_pack).clips[0]
    facts = dict(clip_facts(clip, mine))
    assert facts["Signer"] == "Ama"
    assert facts["Licence"] == "CC0-1.0"  # the pack's
    assert facts["Consent"] == "on paper"
    assert facts["Kept as"] == "Skeleton only, 1.3 s"
    assert facts["Recorded"].startswith("20")
    assert "hand in 100 %" in facts["Quality"]
    assert "Variant" not in facts
    assert pack_lines(mine) == ("Sentences: 2", "Yours")
    alphabet = next(pack for pack in shelf.read() if pack.path == paths.bundled_packs_dir() / "alphabet")
    assert pack_lines(alphabet) == ("Sentences: 26", "For Spelling")


@pytest.mark.parametrize(
    ("done", "total", "seconds", "words"),
    [
        (0, 10, 5, ""),
        (1, 10, 1, ""),
        (5, 10, 10, "less than a minute left"),
        (1, 10, 60, "about 9 min left"),
        (1, 101, 180, "about 5 h left"),
        (10, 10, 60, ""),
    ],
)
def test_time_left(done, total, seconds, words):
    assert time_left(done, total, seconds) == words


def test_sizes_in_words():
    assert [size_words(size) for size in (10, 20_000, 3 << 20, 5 << 30)] == [
        "1 KB", "20 KB", "3.0 MB", "5.0 GB",
    ]  # fmt: skip
