"""The Live view: picture and words at the left, answers and reference at the right, motion below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from desktop_app.engine.records import Candidate
from desktop_app.runtime.attempt_events import AttemptExplained
from desktop_app.ui.bridge import EventBatch
from desktop_app.ui.camera.headline import headline
from desktop_app.ui.camera.headline_bar import HeadlineBar
from desktop_app.ui.camera.source_bar import SourceBar
from desktop_app.ui.camera.video_view import VideoView
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banners import BannerArea
from desktop_app.ui.kit.keys import Keys
from desktop_app.ui.kit.layouts import fill, splitter, vbox, view_column
from desktop_app.ui.kit.parts import Card, IconButton
from desktop_app.ui.kit.shrinking_scroll_area import ShrinkingScrollArea
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.live.motion_plot import MotionPlot
from desktop_app.ui.live.result_panel import MOST, ResultPanel
from desktop_app.ui.live.why_panel import WhyPanel
from desktop_app.ui.player.clip import clip_key
from desktop_app.ui.player.reference_player import ReferencePlayer
from desktop_app.ui.state import LiveState

# Below these heights (at 100 % text) the two cards at the right share one place, and the plot steps back.
_ROOM_FOR_BOTH = 640
_ROOM_FOR_PLOT = 440


class LiveView(Themed, QWidget):
    """Shows a `LiveState` and an `EventBatch` of pictures; holds no state of its own besides the layout."""

    reference_wanted = Signal(object)  # Candidate
    thumbnail_wanted = Signal(object)  # Candidate
    present_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bar = SourceBar()
        self.present = IconButton("ph.presentation-chart", tr("Presentation"), "F5", quiet=False)
        self.bar.middle.addWidget(self.present)
        self.banners = BannerArea()
        self.video = VideoView()
        self.headline = HeadlineBar()
        self.plot = MotionPlot()
        self.video.setMinimumSize(160, 64)
        self.results = ResultPanel()
        self.player = ReferencePlayer()
        self.why = WhyPanel()
        self._why_closed: AttemptExplained | None = None  # dismissed by the user
        self._clock = QElapsedTimer()
        self._clock.start()
        self._arrange()
        self.results.chosen.connect(self._choose)
        self.present.clicked.connect(self.present_wanted)
        self.results.thumbnail_wanted.connect(self.thumbnail_wanted)
        for row in self.results.rows:  # to show the reference
            row.clicked.connect(self._close_why)
        self.why.closed.connect(self._close_why)
        self.bar.mirror.toggled.connect(self._switches_changed)
        self.bar.overlay.toggled.connect(self._switches_changed)

    def show_state(self, state: LiveState) -> None:
        """Show words, answers, banners and figures."""
        self.headline.show_headline(headline(state))
        self.results.show_state(state)
        if state.shown_is_final and not (state.shown and state.shown.results):
            self.player.expect(None)  # an answer without results has no reference
        self.banners.show_banners(state.banners)
        self.bar.show_state(state)
        accepted = bool(state.answer_fresh and state.answer and state.answer.prediction.accepted)
        self.video.set_accepted(accepted)
        self._show_why(state)

    def show_batch(self, batch: EventBatch) -> None:
        """Show the newest picture and landmarks and add to the motion curve."""
        if batch.stream_restarted:
            self.plot.clear()
        self.video.show_batch(batch)
        self.plot.add(batch.samples, batch.signs)

    def tick(self) -> None:
        """Advance animations; called by the refresh timer of the window."""
        if self.isVisible():
            self.headline.turn(self._clock.elapsed())

    def set_switches(self, *, mirrored: bool, overlay: bool) -> None:
        """Set mirroring and overlay from the settings."""
        self.bar.set_switches(mirrored=mirrored, overlay=overlay)
        self.video.set_switches(mirrored=mirrored, overlay=overlay)
        self.why.show_why(self.why.why, mirrored=mirrored)

    def keys(self) -> Keys:
        keys: Keys = {
            **self.bar.keys(),
            "F5": (tr("Presentation on the large screen"), self.present.click),
            "Ctrl+Shift+P": (tr("Presentation on the large screen"), self.present.click),
            "W": (tr("Why it was not recognised, or the reference"), self.toggle_why),
        }
        for rank in range(1, MOST + 1):
            keys[str(rank)] = (tr("Choose answer {rank}", rank=rank), partial(self.results.choose, rank))
        return keys | self.player.keys()

    def _arrange(self) -> None:
        self._right_tabs = QTabBar()
        self._right_tabs.addTab(tr("Answers"))
        self._right_tabs.addTab(tr("Reference"))
        self._right_tabs.setAccessibleName(tr("Answers or reference"))
        self._right_tabs.currentChanged.connect(lambda _: self._fit())
        self._plot_card = Card(margin=SPACE + SPACE // 2)
        self._plot_card.column.addWidget(self.plot)
        self._results_card, self._player_card = Card(), Card()
        self._results_card.column.addWidget(ShrinkingScrollArea(self.results))
        self._results_card.column.addStretch(0)  # where the card has the column to itself it fills it
        fill(self._player_card.column, self.player, self.why)
        self.why.hide()
        stage = QWidget()
        vbox((self.video, 1), self.headline, parent=stage)
        self.left = splitter(Qt.Orientation.Vertical, (stage, 8), (self._plot_card, 1), sizes=(520, 128))
        right = QWidget()
        right_column = vbox(self._right_tabs, self._results_card, (self._player_card, 1), parent=right)
        self._right_column = right_column
        self.columns = splitter(Qt.Orientation.Horizontal, (self.left, 5), (right, 2), sizes=(800, 392))
        view_column(self.bar, self.banners, (self.columns, 1), parent=self)
        self.columns.installEventFilter(self)
        self._fit()

    def refresh_theme(self) -> None:
        for card in (self._results_card, self._player_card):  # one width, whichever of them is shown
            card.setMinimumWidth(round(340 + 120 * (self.theme.scale - 1)))
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:  # also when a banner takes room
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Large text or a low window: one card at the right instead of two, and no plot."""
        height = self.columns.height() / self.theme.scale
        both = height >= _ROOM_FOR_BOTH
        self._right_tabs.setVisible(not both)
        self._right_column.setStretchFactor(self._results_card, 0 if both else 1)
        self.results.set_header_visible(both)
        reference = self._right_tabs.currentIndex() == 1
        self._results_card.setVisible(both or not reference)
        self._player_card.setVisible(both or reference)
        self._plot_card.setVisible(height >= _ROOM_FOR_PLOT)

    def toggle_why(self) -> None:
        """Switch between the reasons of the last attempt and the reference; does nothing without reasons."""
        if self.why.why is not None:
            self._why_closed = self.why.why if self._why_closed is not self.why.why else None
            self._show_page()

    def _close_why(self) -> None:
        self._why_closed = self.why.why
        self._show_page()

    def _show_why(self, state: LiveState) -> None:
        if state.why is self.why.why:
            return
        self.why.show_why(state.why, mirrored=self.video.mirrored)
        if state.why is not None and state.why.prediction is None:
            self._right_tabs.setCurrentIndex(1)  # there are no answers to look at
        self._show_page()

    def _show_page(self) -> None:
        shown = self.why.why is not None and self.why.why is not self._why_closed
        self.why.setVisible(shown)
        self.player.setVisible(not shown)
        self._right_tabs.setTabText(1, tr("Why") if shown else tr("Reference"))

    def _choose(self, candidate: Candidate) -> None:
        self.player.expect(clip_key(candidate))
        self.reference_wanted.emit(candidate)

    def _switches_changed(self) -> None:
        self.set_switches(mirrored=self.bar.mirror.isChecked(), overlay=self.bar.overlay.isChecked())
