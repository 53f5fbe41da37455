"""Window tests: one dressed application, fresh settings, no modal box, approved pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget

from desktop_app.app.application import prepare_application
from desktop_app.app.main_window import MainWindow
from desktop_app.ui.bridge import Bridge
from desktop_app.ui.i18n import language
from desktop_app.ui.kit.theme import apply_theme, make_theme


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Font, style and light theme; every test starts with them."""
    # A command that ran Qt's loop to its end in an earlier test leaves local loops ended until the next one.
    QTimer.singleShot(0, lambda: qapp.exit(0))
    qapp.exec()
    # QTest never lets a modifier go: after Ctrl+R a click or a chosen row would toggle a selection.
    QTest.keyClick(QWidget(), Qt.Key.Key_F35)
    prepare_application()
    apply_theme(qapp, None, make_theme("light", 100))


@pytest.fixture(autouse=True)
def english_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the desktop of whoever runs the tests is set to."""
    monkeypatch.setattr(language, "system_locale", lambda: QLocale("en_US"))


@pytest.fixture(autouse=True)
def no_modal_box(monkeypatch: pytest.MonkeyPatch) -> None:
    """A box that nobody asked for would wait for ever."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a modal box was opened")

    monkeypatch.setattr(QDialog, "exec", refuse)
    for name in ("information", "warning", "critical", "question"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", refuse)


@pytest.fixture
def memory(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def make_window(qapp: QApplication, memory: QSettings) -> Iterator[Callable[..., MainWindow]]:
    """Builds a window in a theme and size, without a pipeline; closed at the end."""
    made: list[MainWindow] = []

    def make(theme: str = "light", text: int = 100, size: tuple[int, int] = (1280, 800)) -> MainWindow:
        window = MainWindow(Bridge(), memory, [("Settings", "/home/you/.config/SignMirror")])
        apply_theme(qapp, window, make_theme(theme, text))
        window.resize(*size)
        window.show()
        settle(qapp)
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    # Deferred deletion waits for an event loop that a test does not run.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle(qapp)


def settle(qapp: QApplication) -> None:
    """Let layouts and queued calls come to rest."""
    for _ in range(3):
        qapp.sendPostedEvents()
        qapp.processEvents()


def children(root: QWidget) -> list[QWidget]:
    return [child for child in root.findChildren(QWidget) if child.isVisible()]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--approve", action="store_true", help="take the pictures of the window as the approved ones"
    )
