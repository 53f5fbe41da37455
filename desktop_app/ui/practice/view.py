"""The Practice view: watch a sentence, sign it, and see what was right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.ui.bridge import EventBatch
from desktop_app.ui.camera.source_bar import SourceBar
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banners import BannerArea
from desktop_app.ui.kit.keys import Keys, KeyTable
from desktop_app.ui.kit.layouts import view_column
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.practice.choose_page import ChoosePage
from desktop_app.ui.practice.result_page import ResultPage
from desktop_app.ui.practice.stage_page import StagePage
from desktop_app.ui.practice.state import PracticeStage, PractisingState
from desktop_app.ui.state import LiveState

if TYPE_CHECKING:
    from desktop_app.engine.practice.evaluation import AttemptResult
    from desktop_app.runtime.take_events import TakePicture


class PracticeView(Themed, QWidget):
    """Shows the states that its controller passes; emits signals for user input."""

    ticked = Signal()  # with the window's refresh, while the view is shown
    begin_wanted = Signal()  # the next stage now
    watch_wanted = Signal()
    leave_wanted = Signal()
    steps_wanted = Signal(int)
    auto_changed = Signal(bool)
    touched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bar = SourceBar(packs=False)
        self.banners = BannerArea()
        self.choose, self.stage, self.result = ChoosePage(), StagePage(), ResultPage()
        self.pages = QStackedWidget()
        for page in (self.choose, self.stage, self.result):
            self.pages.addWidget(page)
        self.state = PractisingState()
        self._live = LiveState()
        view_column(self.bar, self.banners, (self.pages, 1), parent=self)
        self._connect()

    def show_live(self, live: LiveState) -> None:
        """Show the state of source and recogniser."""
        self._live = live
        self.banners.show_banners(live.banners)
        self.bar.show_state(live)
        if self.state.stage not in (PracticeStage.CHOOSE, PracticeStage.RESULT):
            self.stage.show_state(live, self.state)

    def show_practice(self, state: PractisingState) -> None:
        before, self.state = self.state, state
        page: QWidget = {PracticeStage.CHOOSE: self.choose, PracticeStage.RESULT: self.result}.get(
            state.stage, self.stage
        )
        entered = before.stage is not state.stage
        if page is self.choose:
            if entered:
                self.choose.show_state(state)
        elif page is self.result:
            self.result.show_state(state)
        else:
            self.stage.show_state(self._live, state)
        if self.pages.currentWidget() is not page:
            self.pages.setCurrentWidget(page)
            self.bar.setVisible(page is not self.result)
            self._focus(page)

    def show_result(self, result: AttemptResult, pictures: tuple[TakePicture, ...]) -> None:
        self.result.show_result(result, pictures)

    def show_batch(self, batch: EventBatch) -> None:
        """Show the newest picture and landmarks."""
        self.stage.video.show_batch(batch)

    def tick(self) -> None:
        """Called by the window's refresh timer."""
        if self.isVisible():
            self.stage.tick()
            self.ticked.emit()

    def set_switches(self, *, mirrored: bool, overlay: bool) -> None:
        """Apply mirror and overlay settings."""
        self.bar.set_switches(mirrored=mirrored, overlay=overlay)
        self._switches_changed()

    def key_tables(self) -> list[KeyTable]:
        """Widget -> its shortcuts; those of a page that is hidden do not fire."""
        own: Keys = {
            **self.bar.keys(),
            "T": (tr("Go on by itself, or not"), lambda: self.auto_changed.emit(not self.state.auto)),
        }
        choose: Keys = {"F": (tr("What did I sign?"), self.choose.free.click)}
        moving: Keys = {
            "Escape": (tr("Back to the lessons"), self.leave_wanted.emit),
            "PgUp": (tr("The sentence before"), lambda: self.steps_wanted.emit(-1)),
            "PgDown": (tr("The next sentence"), lambda: self.steps_wanted.emit(1)),
            "W": (tr("Watch the sentence again"), self.watch_wanted.emit),
        }
        begin: Keys = {
            key: (tr("Begin, skip the countdown, or end the take"), self.begin_wanted.emit)
            for key in ("Return", "Enter")
        }
        again: Keys = {
            "Return": (tr("Result: try again"), self.begin_wanted.emit),
            "Enter": (tr("Result: try again"), self.begin_wanted.emit),
        }
        return [
            (self, own),
            (self.choose, choose),
            (self.stage, moving | begin | self.stage.player.keys()),
            (self.result, moving | again | self.result.player.keys()),
        ]

    def _focus(self, page: QWidget) -> None:
        """Move the focus into the visible page, so that keys keep working."""
        if not self.isVisible():
            return
        focus: dict[QWidget, QWidget] = {
            self.choose: self.choose.grid,
            self.stage: self.stage.start,
            self.result: self.result.again,
        }
        focus[page].setFocus()

    def _connect(self) -> None:
        self.bar.mirror.toggled.connect(self._switches_changed)
        self.bar.overlay.toggled.connect(self._switches_changed)
        stage, result = self.stage, self.result
        stage.start.clicked.connect(self.begin_wanted)
        result.again.clicked.connect(self.begin_wanted)
        result.watch.clicked.connect(self.watch_wanted)
        for button, steps in ((result.next, 1), (stage.before, -1), (stage.after, 1)):
            button.clicked.connect(lambda _=False, steps=steps: self.steps_wanted.emit(steps))
        for page in (stage, result):
            page.back.clicked.connect(self.leave_wanted)
            page.auto.toggled.connect(self.auto_changed)
            page.touched.connect(self.touched)

    def _switches_changed(self) -> None:
        mirrored, overlay = self.bar.mirror.isChecked(), self.bar.overlay.isChecked()
        self.stage.video.set_switches(mirrored=mirrored, overlay=overlay)
        self.result.set_switches(mirrored=mirrored, overlay=overlay)
