"""Hands for tests of the Library: they choose rows, answer dialogs, and wait for what happens beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QFileDialog

from desktop_app.app.program import Program
from desktop_app.engine.packs import open_pack, verify_pack

Kind = TypeVar("Kind", bound=QDialog)
LONG_MS = 60_000


def dialog(program: Program, kind: type[Kind]) -> Kind:
    """The open dialog of a kind."""
    found = [one for one in program.window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1, found
    return found[0]


def answer_file(program: Program, path: Path) -> None:
    """Choose a file in the open file dialog."""
    box = dialog(program, QFileDialog)
    box.fileSelected.emit(str(path))
    box.close()


def idle(program: Program, qtbot) -> None:
    """Until nothing is done beside the window and the library is open again."""
    controller, window = program.library, program.window

    def quiet() -> bool:
        return not controller.busy and window.state.engine.value == "ready"

    for _ in range(2):  # what ends may begin the next thing
        qtbot.waitUntil(quiet, timeout=LONG_MS)


def choose_pack(program: Program, name: str) -> str:
    """Choose a pack by title; returns its key."""
    key = next(pack.key for pack in program.library.packs.packs if pack.name == name)
    assert program.window.library.packs.select(key)
    return key


def choose_sentence(program: Program, text: str) -> None:
    """Choose a sentence as a click would."""
    panel = program.window.library.sentences
    row = [sentence.text for sentence in panel.model.visible].index(text)
    panel.tree.setCurrentIndex(panel.model.index(row, 0))


def shown(program: Program) -> list[str]:
    """The sentences in the list."""
    return [sentence.text for sentence in program.window.library.sentences.model.visible]


def searched(program: Program, qtbot, text: str, *, there: bool = True) -> None:
    """Until a sentence can be recognised, or cannot any more."""

    def known() -> bool:
        library = program.loader._library
        return library is not None and any(info.sentence == text for info in library.references) is there

    qtbot.waitUntil(known, timeout=LONG_MS)


def banners(program: Program) -> str:
    """All words of the banners of the Library."""
    view = program.window.library
    areas = (view.banners, view.sentences.notices)
    return " ".join(one.accessibleName() for area in areas for one in area.views)


def sentences_in(folder: Path) -> list[str]:
    """The sentences of a pack on the disk, which must verify."""
    pack = open_pack(folder)
    report = verify_pack(pack)
    assert report.ok, report.problems
    return [clip.sentence for clip in pack.clips]


def activate(program: Program, qtbot) -> None:
    """Off screen nobody gives the keyboard back to the window when a dialog closes."""
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=LONG_MS)
