"""The Record view: picture left, form or takes right; after a take its review replaces the picture."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QTabBar,
    QWidget,
)

from desktop_app.ui.bridge import EventBatch
from desktop_app.ui.camera.headline_bar import HeadlineBar
from desktop_app.ui.camera.source_bar import SourceBar
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banners import BannerArea
from desktop_app.ui.kit.keys import Keys, KeyTable, merged_keys
from desktop_app.ui.kit.layouts import fill, splitter, vbox, view_column
from desktop_app.ui.kit.parts import Card, IconPushButton, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.recording.form import RecordForm
from desktop_app.ui.recording.panels import LeaveCard, SavedCard, is_asking
from desktop_app.ui.recording.review import TakeReviewPanel
from desktop_app.ui.recording.stage import RecordStage
from desktop_app.ui.recording.state import RecordPhase, RecordState
from desktop_app.ui.recording.takes import TakesPanel
from desktop_app.ui.recording.tasks import Playable
from desktop_app.ui.recording.words import record_headline
from desktop_app.ui.state import LiveState

_MAKING = (RecordPhase.COUNTDOWN, RecordPhase.RECORDING, RecordPhase.ENDING)


class RecordView(Themed, QWidget):
    """Shows a `RecordState` with the source's `LiveState`; emits signals for user input."""

    primary_wanted = Signal()  # start, stop, next take: what Space does now
    cancel_wanted = Signal()
    back_wanted = Signal()
    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bar = SourceBar(packs=False)
        self.banners = BannerArea()
        self.stage = RecordStage()
        self.review = TakeReviewPanel()
        self.headline = HeadlineBar()
        self.form = RecordForm()
        self.takes = TakesPanel()
        self.leave = LeaveCard()
        self.saved = SavedCard()
        self.start = IconPushButton("ph.record-fill", tr("Start"), "primary")
        self.back = IconPushButton("ph.arrow-left", tr("Library"), "quiet")
        self._live, self._state = LiveState(), RecordState()
        self._clock = QElapsedTimer()
        self._clock.start()
        self._arrange()
        self._connect()
        self._show()

    @property
    def state(self) -> RecordState:
        return self._state

    def show_state(self, live: LiveState) -> None:
        self._live = live
        self.bar.show_state(live)
        self.banners.show_banners(live.banners)
        self._words()

    def show_record(self, state: RecordState) -> None:
        before, self._state = self._state, state
        if state is not before:
            self._show(before)

    def show_batch(self, batch: EventBatch) -> None:
        """Show the newest picture and landmarks."""
        self.stage.show_batch(batch)

    def tick(self) -> None:
        """Called by the window's refresh timer."""
        if self.isVisible():
            self.headline.turn(self._clock.elapsed())
            self.ticked.emit()

    def set_switches(self, *, mirrored: bool, overlay: bool) -> None:
        """Apply mirror and overlay settings."""
        self.bar.set_switches(mirrored=mirrored, overlay=overlay)
        self._switches_changed()

    def set_playable(self, playable: Playable, image: QImage) -> None:
        """A take can be played now; ignored if the take was discarded meanwhile."""
        if any(made.number == playable.number for made in self._state.takes):
            self.review.set_playable(playable)
            self.takes.set_thumbnail(playable.number, image)

    def key_tables(self) -> list[KeyTable]:
        """Widget -> its shortcuts; those of a part that is hidden do not fire."""
        own: Keys = {
            "Ctrl+Return": (tr("Start, or end the take"), self.primary_wanted.emit),
            "Ctrl+S": (tr("Save the takes"), self.takes.save.click),
            **self.bar.keys(),
        }
        return [(self, own), (self.review, self.review.keys())]

    def help_keys(self) -> Keys:
        """All keys of the view, for the list of keys."""
        spoken: Keys = {
            "Space": (tr("Start, or end the take"), self.primary_wanted.emit),
            "Esc": (tr("Drop the take, or stop the clock"), self.cancel_wanted.emit),
        }
        return spoken | merged_keys(self.key_tables())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not shortcuts: Space must still press the button, and turn the switch, that has the focus.
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.primary_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel_wanted.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._state.phase is RecordPhase.FORM:
            self.form.sentence.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh_theme(self) -> None:
        self._right.setMinimumWidth(round(340 + 130 * (self.theme.scale - 1)))

    def _arrange(self) -> None:
        self.bar.middle.addWidget(self.back)
        self.stages = QStackedWidget()
        self.stages.addWidget(self.stage)
        self.stages.addWidget(self.review)
        left = QWidget()
        vbox((self.stages, 1), self.headline, parent=left)
        self.tabs = QTabBar()
        self.tabs.addTab(tr("Takes"))
        self.tabs.addTab(tr("Details"))
        self.tabs.setAccessibleName(tr("Takes or details"))
        self.tabs.setExpanding(False)
        form_card, takes_card = Card(), Card()
        fill(form_card.column, label(tr("Record a sentence"), "section", wrap=True), (self.form, 1), self.start)
        takes_card.column.addWidget(self.takes)
        self.pages = QStackedWidget()
        for page in (form_card, takes_card, self.saved):
            self.pages.addWidget(page)
        self._right = QWidget()
        vbox((self.leave, 1), self.tabs, (self.pages, 1), parent=self._right)
        self.columns = splitter(Qt.Orientation.Horizontal, (left, 5), (self._right, 2), sizes=(780, 412))
        view_column(self.bar, self.banners, (self.columns, 1), parent=self)

    def _connect(self) -> None:
        self.bar.mirror.toggled.connect(self._switches_changed)
        self.bar.overlay.toggled.connect(self._switches_changed)
        self.start.clicked.connect(self.primary_wanted)
        self.form.start_wanted.connect(self.primary_wanted)
        self.form.edited.connect(self._words)
        self.back.clicked.connect(self.back_wanted)
        self.takes.next.clicked.connect(self.primary_wanted)
        self.takes.wait.clicked.connect(self.cancel_wanted)
        self.takes.moment_wanted.connect(self.review.jump)
        self.tabs.currentChanged.connect(lambda _: self._pages())

    def _show(self, before: RecordState | None = None) -> None:
        state = self._state
        self.stage.show_record(state)
        changed = before is None or before.phase is not state.phase
        reviewing = state.phase in (RecordPhase.CHECKING, RecordPhase.REVIEW, RecordPhase.SAVING)
        self.stages.setCurrentIndex(1 if reviewing and state.takes else 0)
        if not state.takes and (before is None or before.takes):
            self.review.forget()
        self.review.show_take(state.shown)
        self.takes.show_record(state, self.form.values().sentence.strip())
        self.leave.show_record(state)
        self.saved.show_record(state)
        self._pages()
        self._words()
        if changed:
            self._phase_changed(before)
        if is_asking(state) and not (before is not None and is_asking(before)):
            self.leave.take_focus()

    def _phase_changed(self, before: RecordState | None) -> None:
        """Move the focus to where the next key is expected; while signing only Space and Esc are needed."""
        phase = self._state.phase
        making = phase in _MAKING
        self._right.setEnabled(not making and phase not in (RecordPhase.CHECKING, RecordPhase.SAVING))
        self.bar.setEnabled(not making)
        if not self.isVisible():
            return
        if making:
            self.stage.setFocus(Qt.FocusReason.OtherFocusReason)
        elif phase is RecordPhase.REVIEW:
            self.tabs.setCurrentIndex(0)
            self.takes.save.setFocus(Qt.FocusReason.OtherFocusReason) if self._state.next_s is None else (
                self.review.timeline.setFocus(Qt.FocusReason.OtherFocusReason)
            )
        elif phase is RecordPhase.SAVED:
            self.saved.live.setFocus(Qt.FocusReason.OtherFocusReason)
        elif phase is RecordPhase.FORM and before is not None and before.phase is RecordPhase.SAVED:
            self.form.sentence.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pages(self) -> None:
        state = self._state
        asking = is_asking(state)  # one question at a time
        self.tabs.setVisible(bool(state.takes) and not asking)
        self.pages.setVisible(not asking)
        page = 1 if state.takes and self.tabs.currentIndex() == 0 else 0
        self.pages.setCurrentIndex(2 if state.phase is RecordPhase.SAVED else page)
        self.start.setVisible(not state.takes)

    def _words(self) -> None:
        missing = self.form.values().missing() if self._state.phase is RecordPhase.FORM else ()
        self.headline.show_headline(record_headline(self._state, self._live, missing))

    def _switches_changed(self) -> None:
        mirrored = self.bar.mirror.isChecked()
        self.stage.set_switches(mirrored=mirrored, overlay=self.bar.overlay.isChecked())
        self.review.set_mirrored(mirrored)
