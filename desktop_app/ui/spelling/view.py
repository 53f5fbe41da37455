"""The Fingerspelling view: picture and words at the left, the letter and its hand at the right.

Below the picture stands what is spelled, the word to practise, or the calibration.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QTabBar, QWidget

from desktop_app.engine.records import FloatArray
from desktop_app.runtime.events import LetterPurpose
from desktop_app.runtime.letter_calibrator import CalibrationPhase
from desktop_app.ui.bridge import EventBatch
from desktop_app.ui.camera.headline_bar import HeadlineBar
from desktop_app.ui.camera.source_bar import Picker, SourceBar
from desktop_app.ui.camera.video_view import VideoView
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.banners import BannerArea
from desktop_app.ui.kit.keys import Keys, KeyTable
from desktop_app.ui.kit.layouts import Stretch, fill, hbox, splitter, vbox, view_column
from desktop_app.ui.kit.parts import Card, ElidedLabel
from desktop_app.ui.kit.shrinking_scroll_area import ShrinkingScrollArea
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.spelling.calibration_card import CalibrationCard
from desktop_app.ui.spelling.hand_card import HandCard
from desktop_app.ui.spelling.letter_panel import LetterPanel
from desktop_app.ui.spelling.state import SpellingState, SpellingVerdict
from desktop_app.ui.spelling.text_card import TextCard
from desktop_app.ui.spelling.word_card import WordCard
from desktop_app.ui.spelling.word_practice import next_word, skip_letter
from desktop_app.ui.spelling.words import figure_words, letters_headline, purpose_words
from desktop_app.ui.state import LiveState

# Below this height (at 100 % text) the letter and its hand share one place.
_ROOM_FOR_BOTH: Final = 560
_ROOM_FOR_DETAILS: Final = 300
_TWO_PICKERS: Final = 1.4  # larger text: one below the other
_TABS_FIT: Final = 1.6  # larger text: the parts of the view stand in a line of their own
PURPOSES: Final = (LetterPurpose.SPELL, LetterPurpose.PRACTISE, LetterPurpose.CALIBRATE)


class SpellingView(Themed, QWidget):
    """Shows a `SpellingState` with the source's `LiveState`; nothing is painted while the view is hidden.

    Attributes:
        state: what is shown, or will be with the next refresh.
    """

    purpose_chosen = Signal(object)  # LetterPurpose
    practice_wanted = Signal(object)  # WordPractice
    mode_chosen = Signal(str)
    hand_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.bar = SourceBar(packs=False)
        self.tabs = QTabBar()
        self.banners = BannerArea()
        self.video = VideoView()
        self.video.setMinimumSize(160, 64)
        self.headline = HeadlineBar()
        self.panel = LetterPanel()
        self.mode = Picker(tr("What letters are read from"))
        self.hand = Picker(tr("Stronger hand"))
        self.figures = ElidedLabel("", "caption")
        self.reference = HandCard()
        self.text, self.word, self.calibration = TextCard(), WordCard(), CalibrationCard()
        self.state = SpellingState()
        self._live = LiveState()
        self._stale = True  # one of the two has changed since they were painted
        self._left = False
        self._clock = QElapsedTimer()
        self._clock.start()
        self._fill()
        self._arrange()
        self._connect()

    def set_state(self, state: SpellingState) -> None:
        """Show another letter, text, practice or calibration with the next refresh."""
        if state is not self.state:
            self.state = state
            self._stale = True

    def show_live(self, live: LiveState) -> None:
        """Show another state of source and banners with the next refresh."""
        self._live = live
        self._stale = True

    def show_batch(self, batch: EventBatch) -> None:
        """Show the newest picture and hand."""
        self.video.show_batch(batch)

    def tick(self) -> None:
        """Called by the window's refresh timer: paint what has changed, and what moves by itself."""
        if self.isVisible():
            self._refresh()
            self.headline.turn(self._clock.elapsed())

    def set_switches(self, *, mirrored: bool, overlay: bool) -> None:
        self.bar.set_switches(mirrored=mirrored, overlay=overlay)
        self._switches_changed()

    def set_reading(self, *, mode: str, hand: str, turning: bool) -> None:
        """Set how letters are read, and from which hand."""
        self.mode.setCurrentIndex(self.mode.findData(mode, 256))
        self.hand.setCurrentIndex(self.hand.findData(hand, 256))
        self._left = hand == "left"
        self.reference.set_turning(turning)
        self._switches_changed()

    def set_hands(self, hands: Mapping[str, FloatArray]) -> None:
        """Set the hands of the alphabet."""
        self.reference.set_hands(hands)

    def choose_purpose(self, purpose: LetterPurpose) -> None:
        self.tabs.setCurrentIndex(PURPOSES.index(purpose))

    def key_tables(self) -> list[KeyTable]:
        """Widget -> its shortcuts; those of a card that is hidden do not fire."""
        own: Keys = {
            **self.bar.keys(),
        }
        for key, purpose in zip(("F2", "F3", "F4"), PURPOSES, strict=True):
            words = tr("Show {view}", view=purpose_words(purpose))
            own[key] = (words, partial(self.choose_purpose, purpose))
        own |= self.reference.keys()
        return [
            (self, own),
            (self.text, self.text.keys()),
            (self.word, self.word.keys()),
            (self.calibration, self.calibration.keys()),
        ]

    def refresh_theme(self) -> None:
        for card in (self._letter_card, self._hand_card):  # one width, whichever of them is shown
            card.setMinimumWidth(340)
        large = self.theme.scale > _TWO_PICKERS
        own_line = self.theme.scale > _TABS_FIT
        self.tabs.setUsesScrollButtons(own_line)
        self._tabs_row(own_line)
        self._pickers.setDirection(
            QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight
        )
        self._fit()

    def _tabs_row(self, own: bool) -> None:
        """Large words: the three parts stand in a line of their own."""
        (self._tab_line if own else self.bar.middle).addWidget(self.tabs)

    def showEvent(self, event: QShowEvent) -> None:
        self._refresh()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:  # also when a banner appears
            self._fit()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        for purpose in PURPOSES:
            self.tabs.addTab(purpose_words(purpose))
        self.tabs.setAccessibleName(tr("What to do"))
        self.tabs.setExpanding(False)
        self.mode.fill(
            [("ph.film-strip", tr("32 frames"), "sequence"), ("ph.image", tr("Single frames"), "frame")],
            "sequence",
        )
        self.hand.fill(
            [("ph.hand-palm", tr("Right hand"), "right"), ("ph.hand-palm", tr("Left hand"), "left")], "right"
        )
        for picker in (self.mode, self.hand):
            picker.setMinimumContentsLength(6)

    def _arrange(self) -> None:
        self._tab_line = hbox(spacing=None)
        self._tabs_row(False)
        self._right_tabs = QTabBar()
        self._right_tabs.addTab(tr("Letter"))
        self._right_tabs.addTab(tr("Hand"))
        self._right_tabs.setAccessibleName(tr("Letter or hand"))
        self._right_tabs.currentChanged.connect(lambda _: self._fit())
        self._letter_card, self._hand_card, self._work_card = Card(), Card(), Card()
        self._pickers = hbox((self.mode, 1), (self.hand, 1))
        fill(self._letter_card.column, ShrinkingScrollArea(self.panel), Stretch(0), self._pickers, self.figures)
        self._hand_card.column.addWidget(self.reference)
        fill(self._work_card.column, self.text, self.word, self.calibration)
        left = QWidget()
        vbox((self.video, 1), self.headline, self._work_card, parent=left)
        right = QWidget()
        right_column = vbox(self._right_tabs, self._letter_card, (self._hand_card, 1), parent=right)
        self._right_column = right_column
        self.columns = splitter(Qt.Orientation.Horizontal, (left, 5), (right, 2), sizes=(800, 392))
        view_column(self.bar, self._tab_line, self.banners, (self.columns, 1), parent=self)
        self.columns.installEventFilter(self)
        self._show_card()
        self._fit()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._choose_tab)
        self.bar.mirror.toggled.connect(self._switches_changed)
        self.bar.overlay.toggled.connect(self._switches_changed)
        self.mode.activated.connect(lambda _: self.mode_chosen.emit(self.mode.currentData(256)))
        self.hand.activated.connect(lambda _: self.hand_chosen.emit(self.hand.currentData(256)))
        self.word.skip.clicked.connect(lambda: self.practice_wanted.emit(skip_letter(self.state.practice)))
        self.word.next.clicked.connect(lambda: self.practice_wanted.emit(next_word(self.state.practice)))

    def _refresh(self) -> None:
        if not self._stale or self.window().isMinimized():
            return
        self._stale = False
        live, state = self._live, self.state
        self.headline.show_headline(letters_headline(live, state))
        self.panel.show_state(state)
        self.figures.set_full_text(figure_words(state))
        self.banners.show_banners(live.banners)
        self.bar.show_state(live)
        self.text.show_text(state.text)
        self.word.show_practice(state.practice)
        self.calibration.show_status(state.calibration)
        collecting = state.calibration.phase is CalibrationPhase.HOLD
        calibrating = state.purpose is LetterPurpose.CALIBRATE
        self.video.set_accepted(collecting if calibrating else state.verdict is SpellingVerdict.RIGHT)
        self.reference.ask(state.asked)
        place = PURPOSES.index(state.purpose)
        if place != self.tabs.currentIndex():
            with QSignalBlocker(self.tabs):
                self.tabs.setCurrentIndex(place)
            self._show_card()

    def _choose_tab(self, place: int) -> None:
        self._show_card()
        self.purpose_chosen.emit(PURPOSES[place])

    def _show_card(self) -> None:
        for place, card in enumerate((self.text, self.word, self.calibration)):
            card.setVisible(place == self.tabs.currentIndex())
        # Where only one fits, the hand to show matters more than the letter, which the headline names, too.
        self._right_tabs.setCurrentIndex(min(self.tabs.currentIndex(), 1))

    def _fit(self) -> None:
        """Large text or a low window: one card at the right instead of two, and less below the picture."""
        both = self.columns.height() / self.theme.scale >= _ROOM_FOR_BOTH
        self._right_tabs.setVisible(not both)
        self._right_column.setStretchFactor(self._letter_card, 0 if both else 1)
        shrinking_area = self.columns.height() / self.theme.scale >= _ROOM_FOR_DETAILS
        self.word.session.setVisible(shrinking_area)
        self.calibration.row.setVisible(shrinking_area)
        self.calibration.set_about_shown(self.theme.scale <= _TWO_PICKERS)
        reference = self._right_tabs.currentIndex() == 1
        self._letter_card.setVisible(both or not reference)
        self._hand_card.setVisible(both or reference)

    def _switches_changed(self) -> None:
        mirrored = self.bar.mirror.isChecked()
        self.video.set_switches(mirrored=mirrored, overlay=self.bar.overlay.isChecked())
        # A right hand in a mirror looks like a left one, and a left hand in a mirror like a right one.
        self.reference.set_mirrored(mirrored != self._left)
