"""Every word that the window shows comes through `tr` or is a `Message`: all views and dialogs in a language
that marks what it has translated. What is not marked must be data: sentences, names, numbers, keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from desktop_app import paths
from desktop_app.engine.packs import open_pack
from desktop_app.ui.i18n.translate import install_translator
from tests.ui import every_view
from tests.ui.conftest import settle

OPEN, SHUT = "\u2983", "\u2984"
_PLACE = re.compile(r"(\{[^{}]*\})")
# A text that was cut to its place has lost its end, and with it the closing mark.
_MARKED = re.compile(f"{OPEN}[^{OPEN}{SHUT}]*({SHUT}|\\Z|(?=\n))")
_WORD = re.compile(r"[^\W\d_]{2,}")
# Names, formats and units that are the same in every language, and keys, which Qt names by itself.
ALIKE = """
SignMirror CPU DirectML CUDA CoreML CSV MIT CC BY SA NC CC0 LicenseRef class only HD Webcam ms English Français
mp4 signpack signtry npz sample Ctrl Shift Alt Esc Escape Space Return Enter Tab Del Delete Ins Insert Home End
PgUp PgDown Backspace Pg Left Right Up Down Plus Meta home you config letters
"""
# What the scenes put in.
SCENE = """
Good morning Where is the hospital entrance greetings Class 3b Ama Boateng Mr Kumasi Ghanaian Sign Language
broken bad Starter signs WATER MILK HELLO Food good_morning videos model.onnx ACCRA BREAD Settings Nice and calm
here Flat hand fingers together pose practice file sentence one
"""


def mark(text: str) -> str:
    """Every piece between the places of a text, marked: what stands in the places is judged by itself."""
    pieces = _PLACE.split(text)
    pieces[::2] = [f"{OPEN}{piece}{SHUT}" if piece else "" for piece in pieces[::2]]
    return "".join(pieces)


@pytest.fixture
def marked() -> Iterator[None]:
    install_translator(mark)
    yield
    install_translator(str)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What widgets paint by themselves."""
    found: list[str] = []
    plain: Any = QPainter.drawText

    def note(self: QPainter, *args: object) -> object:
        found.extend(arg for arg in args if isinstance(arg, str))
        return plain(self, *args)

    monkeypatch.setattr(QPainter, "drawText", note)
    return found


@pytest.fixture(scope="module")
def data() -> frozenset[str]:
    """Words that are content: of the packs that ship, and of the scenes."""
    words = set(_WORD.findall(ALIKE + SCENE))
    for folder in sorted(paths.bundled_packs_dir().iterdir()):
        if (folder / "pack.json").is_file():
            pack = open_pack(folder)
            texts = [pack.name, pack.manifest.name, pack.manifest.language]
            for clip in pack.clips:
                texts += [clip.sentence, clip.category, clip.signer_id, clip.variant, clip.source]
            words |= {word for text in texts for word in _WORD.findall(text)}
    return frozenset(word.casefold() for word in words)


def texts_of(widget: QWidget) -> Iterator[str]:
    """Everything a widget says to eye and ear."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.whatsThis())
    if isinstance(widget, QLabel):
        yield widget.text()
    elif isinstance(widget, QAbstractButton):
        yield widget.text() if not isinstance(widget.parentWidget(), QDialogButtonBox) else ""
        menu = getattr(widget, "menu", lambda: None)()
        if menu is not None:
            yield from (action.text().partition("\t")[0] for action in menu.actions())
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QAbstractSpinBox):
        yield from (widget.specialValueText(), widget.text())
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from cells(widget.model(), QModelIndex())


def cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    """The texts of a model with its headings."""
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for column in range(columns):
        heading = model.headerData(column, Qt.Orientation.Horizontal)
        yield heading if isinstance(heading, str) and not heading.isdecimal() else ""
        for row in range(min(model.rowCount(parent), 40)):
            index = model.index(row, column, parent)
            for role in roles:
                text = index.data(role)
                yield text if isinstance(text, str) else ""
            if column == 0 and not isinstance(model, QAbstractListModel):
                yield from cells(model, index)


def plain_words(text: str, data: frozenset[str]) -> list[str]:
    """Words of a text that nobody translated."""
    before = ""
    while before != text:
        before, text = text, _MARKED.sub(" ", text)
    found = [word for word in _WORD.findall(text) if word.casefold() not in data]
    if found and text.rstrip().endswith(f"{found[-1]}\N{HORIZONTAL ELLIPSIS}"):  # cut in the middle of a word
        cut = found[-1].casefold()
        found = found[:-1] if any(word.startswith(cut) for word in data) else found
    return found


def test_every_word_of_every_view(marked, painted, make_window, qapp, data):
    window = make_window()
    wrong: dict[str, str] = {}

    def look(root: QWidget, name: str) -> None:
        painted.clear()
        root.grab()
        shown = [child for child in (root, *root.findChildren(QWidget)) if child.isVisible()]
        texts = [(type(child).__name__, text) for child in shown for text in texts_of(child)]
        texts += [("title", root.windowTitle()), *(("painted", text) for text in painted)]
        texts += [
            ("action", action.text())
            for action in root.findChildren(QAction)
            if isinstance(action.parent(), QWidget)
        ]  # others belong to libraries, and to no menu
        for what, text in texts:
            if text and plain_words(text, data):
                wrong.setdefault(f"{what}: {text}", name)

    for name, scene in every_view.SCENES.items():
        scene(window)
        settle(qapp)
        look(window, name)
    for name in every_view.DIALOGS:
        dialog = every_view.open_dialog(window, name)
        settle(qapp)
        look(dialog, name)
        dialog.close()
        settle(qapp)
    assert wrong == {}


def test_the_mark_finds_what_is_not_translated(data):
    assert plain_words(mark("Takes: {count}").format(count="Good morning"), data) == []
    assert plain_words(mark("Takes: {count}").format(count="forgotten"), data) == ["forgotten"]
    assert plain_words(mark("A long text that is")[:-4] + "…", data) == []
    assert plain_words(mark("Outer {x}").format(x=mark("inner {y}").format(y="3")), data) == []
