"""The main window: rail at the left, one view at a time, status below. Paints from state, on its own timer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from desktop_app.ui.bridge import Bridge
from desktop_app.ui.feed import reduce
from desktop_app.ui.help_dialog import HelpDialog
from desktop_app.ui.i18n.direction import keep_time_direction
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banner import Action, Banner, Banners, BannerTone
from desktop_app.ui.kit.keys import Keys, install_keys, merged_keys
from desktop_app.ui.kit.layouts import hbox, vbox
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.library.view import LibraryView
from desktop_app.ui.live.view import LiveView
from desktop_app.ui.practice.view import PracticeView
from desktop_app.ui.progress.review_view import ReviewView
from desktop_app.ui.progress.view import ProgressView
from desktop_app.ui.rail import Rail, RailButton
from desktop_app.ui.recording.view import RecordView
from desktop_app.ui.settings.view import SettingsView
from desktop_app.ui.spelling.view import SpellingView
from desktop_app.ui.state import LiveState, with_banner, without_banner
from desktop_app.ui.status_strip import StatusStrip

REFRESH_MS: Final = 33
# As `--view` and what is remembered name them: "letters" is `spelling`, "record" is `recording`.
VIEWS: Final = ("live", "practice", "letters", "library", "progress", "settings", "record", "review")
# Views without a place of their own on the rail, and the place they belong to.
BELONGS_TO: Final = {"record": "library", "review": "progress"}
_WATCHING: Final = ("live", "practice", "letters", "record")  # those with the camera picture


class LiveBanners(Banners):
    """The banners of the window's state."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def show(
        self, about: str, tone: BannerTone, text: str, hint: str = "", actions: tuple[Action, ...] = ()
    ) -> None:
        banner = Banner(about, tone, text, hint, actions)
        self._window.set_state(with_banner(self._window.state, banner))

    def hide(self, *abouts: str) -> None:
        for about in abouts:
            self._window.set_state(without_banner(self._window.state, about))


class MainWindow(Themed, QMainWindow):
    """Owns the state that is shown. `bridge` wakes it, the refresh timer paints.

    Attributes:
        banners: shown above every picture.
        may_close: asked before the window closes.
    """

    closing = Signal()
    events_came = Signal(object)  # EventBatch, for the program around the window
    view_changed = Signal(str)

    def __init__(self, bridge: Bridge, memory: QSettings, places: list[tuple[str, str]]) -> None:
        super().__init__()
        self.setWindowTitle("SignMirror")
        self.setMinimumSize(800, 560)
        self.state = LiveState()
        self.banners = LiveBanners(self)
        self._bridge, self._memory = bridge, memory
        self._dirty = True
        self.may_close: Callable[[], bool] = lambda: True
        self.live, self.spelling = LiveView(), SpellingView()
        self.library, self.settings = LibraryView(), SettingsView(places)
        self.practice, self.progress = PracticeView(), ProgressView()
        self.recording, self.review = RecordView(), ReviewView()
        self.status = StatusStrip()
        self.stack = QStackedWidget()
        self.stack.setObjectName("page")
        for view in (  # in the order of VIEWS
            *(self.live, self.practice, self.spelling, self.library),
            *(self.progress, self.settings, self.recording, self.review),
        ):
            self.stack.addWidget(view)
        self.rail: dict[str, RailButton] = {}
        self._arrange()
        install_keys(
            [
                (self, self.window_keys()),
                (self.live, self.live.keys()),
                *self.spelling.key_tables(),
                (self.library, self.library.keys()),
                *self.practice.key_tables(),
                (self.progress, self.progress.keys()),
                (self.review, self.review.keys()),
                *self.recording.key_tables(),
            ]
        )
        bridge.woke.connect(self._woken, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        self._timer.start()
        self.show_view("live")
        self._recall()

    def show_view(self, name: str) -> None:
        """Show a view by its name, see `VIEWS`."""
        index = VIEWS.index(name)
        changed = index != self.stack.currentIndex()
        self._show_state(name)  # before anybody sees it
        self.stack.setCurrentIndex(index)
        self.rail[BELONGS_TO.get(name, name)].setChecked(True)
        self.status.setVisible(name in _WATCHING)
        if changed:
            self.view_changed.emit(name)

    @property
    def view(self) -> str:
        """The name of the view that is shown."""
        return VIEWS[self.stack.currentIndex()]

    def set_state(self, state: LiveState) -> None:
        """Show another state with the next refresh."""
        if state is not self.state:
            self.state = state
            self._dirty = True

    def flush(self) -> None:
        """Take in what the bridge holds and paint the state at once (screenshots, tests)."""
        self._woken()
        self._refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self._memory.setValue("geometry", self.saveGeometry())
        for name, splitter in self._splitters().items():
            self._memory.setValue(f"splitter/{name}", splitter.saveState())
        self._timer.stop()
        self._bridge.close()
        self.hide()  # ending what is still being loaded may take a while
        self.closing.emit()
        super().closeEvent(event)

    def _woken(self) -> None:
        batch = self._bridge.drain()
        for event in batch.events:
            self.set_state(reduce(self.state, event))
        # A window that is not painted still has to keep its motion curve and its newest picture.
        self.live.show_batch(batch)
        self.spelling.show_batch(batch)
        self.practice.show_batch(batch)
        self.recording.show_batch(batch)
        self._dirty = True
        if batch.events:
            self.events_came.emit(batch)

    def _refresh(self) -> None:
        if self._dirty and not self.isMinimized():
            self._dirty = False
            self._show_state(self.view)
        for view in (self.live, self.spelling, self.practice, self.recording):
            view.tick()

    def _show_state(self, name: str) -> None:
        """Give a view the state; one that is hidden takes the newest when it is shown."""
        match name:
            case "live":
                self.live.show_state(self.state)
            case "letters":
                self.spelling.show_live(self.state)
            case "practice":
                self.practice.show_live(self.state)
            case "library":
                self.library.show_banners(self.state.banners)
            case "record":
                self.recording.show_state(self.state)
        if name in _WATCHING:
            self.status.show_state(self.state, self.spelling.state.model if name == "letters" else None)

    def _arrange(self) -> None:
        rail = Rail()
        group = QButtonGroup(self)
        for name, icon, words in (
            ("live", "ph.video-camera", tr("Live")),
            ("practice", "ph.target", tr("Practice")),
            ("letters", "ph.hand-pointing", tr("Spelling")),
            ("library", "ph.books", tr("Library")),
            ("progress", "ph.chart-line-up", tr("Progress")),
            ("settings", "ph.gear-six", tr("Settings")),
        ):
            button = RailButton(icon, words)
            button.setToolTip(f"{words} (Ctrl+{VIEWS.index(name) + 1})")
            button.clicked.connect(lambda _=False, name=name: self.show_view(name))
            group.addButton(button)
            self.rail[name] = button
            rail.add(name, button)
        page = QWidget()
        page.setObjectName("page")
        right = vbox((self.stack, 1), self.status, spacing=0)
        hbox(rail, (right, 1), parent=page, spacing=0)
        self.setCentralWidget(page)
        keep_time_direction(page)
        page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        page.setFocus()  # no control is marked until Tab is pressed

    def window_keys(self) -> Keys:
        """Shortcuts that work in every view."""
        keys: Keys = {}
        for number, name in enumerate(self.rail, 1):
            words = tr("Show {view}", view=self.rail[name].text())
            keys[f"Ctrl+{number}"] = (words, partial(self.show_view, name))
        keys["F1"] = (tr("Show the keys"), self.show_help)
        keys["F11"] = (tr("Full screen"), self.toggle_full_screen)
        keys["Ctrl+Q"] = (tr("End SignMirror"), self._end)
        return keys

    def _end(self) -> None:
        self.close()

    def show_help(self) -> None:
        tables = [
            (tr("Everywhere"), self.window_keys()),
            (tr("Live"), self.live.keys()),
            (tr("Spelling"), merged_keys(self.spelling.key_tables())),
            (tr("Practice"), merged_keys(self.practice.key_tables())),
            (tr("Progress"), self.progress.keys()),
            (tr("Review"), self.review.keys()),
            (tr("Library"), self.library.own_keys()),
            (tr("Record a sentence"), self.recording.help_keys()),
        ]
        dialog = HelpDialog(tables, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to the former size."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _splitters(self) -> dict[str, Any]:
        return {
            "live": self.live.columns,
            "plot": self.live.left,
            "letters": self.spelling.columns,
            "library": self.library.columns,
            "practice": self.practice.stage.columns,
            "lessons": self.practice.choose.columns,
            "review": self.review.columns,
            "record": self.recording.columns,
        }

    def _recall(self) -> None:
        self.resize(1280, 800)
        geometry = self._memory.value("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        for name, splitter in self._splitters().items():
            kept = self._memory.value(f"splitter/{name}")
            if kept is not None:
                splitter.restoreState(kept)
