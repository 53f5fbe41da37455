"""The result of an attempt: what was right first, scores, one correction, both side by side, or why not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from desktop_app.engine.practice.evaluation import AttemptResult, AttemptVerdict
from desktop_app.message import Message
from desktop_app.runtime.take_events import TakePicture
from desktop_app.ui.camera.headline_bar import HeadlineBar
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.layouts import Stretch, fill, hbox, vbox
from desktop_app.ui.kit.parts import Card, ElidedLabel, IconButton, IconLabel, IconPushButton, Switch, label
from desktop_app.ui.kit.theme import Theme, Themed
from desktop_app.ui.kit.tokens import RADIUS, SPACE
from desktop_app.ui.practice.compare_player import ComparePlayer
from desktop_app.ui.practice.comparison import comparison_of
from desktop_app.ui.practice.feedback_bars import ChannelScores, ScoreRing
from desktop_app.ui.practice.feedback_why import NUMBERS, AttemptExplanation
from desktop_app.ui.practice.feedback_words import channel_words, correction_words, right_words
from desktop_app.ui.practice.stage_video import ChoiceCard
from desktop_app.ui.practice.state import PractisingState
from desktop_app.ui.practice.words import after_words, verdict_headline

_BESIDE_PX = 860  # width at 100 % text from which scores and pictures stand side by side
_NEAREST = 3


class CorrectionBox(Themed, QFrame):
    """The one thing to work on, set apart from the praise."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("correction")
        self.words = label("", "", wrap=True)
        icon, gap = IconLabel("ph.wrench", "warning", 20), SPACE + SPACE // 2
        items = (icon, 0, Qt.AlignmentFlag.AlignTop), (self.words, 1)
        hbox(*items, parent=self, margins=(gap, SPACE, gap, SPACE))

    def refresh_theme(self) -> None:
        tone = self.theme.palette.warning
        width = max(self.theme.palette.border_px, 1)
        self.setStyleSheet(
            f"QFrame#correction {{ background: {tone.soft}; border: {width}px solid {tone.border};"
            f" border-radius: {RADIUS}px; }} QFrame#correction QLabel {{ color: {tone.text}; }}"
        )


class ScorePanel(QScrollArea):
    """Praise, overall score, correction, channels, and what else was near; scrolls where text is large."""

    moment_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ring = ScoreRing()
        self.right = label("", "strong", wrap=True)
        self.about = label("", "caption", wrap=True)
        self.correction = CorrectionBox()
        self.channels = ChannelScores()
        self.nearest = label("", "caption", wrap=True)
        self.heading = label(tr("Moments to look at"), "strong")
        self.moments: list[ChoiceCard] = []
        self._cards = vbox()
        self.nothing = label(tr("There is nothing to compare in this attempt."), "muted", wrap=True)
        words = vbox(Stretch(1), self.right, self.about, Stretch(1), spacing=SPACE // 2)
        top = hbox(self.ring, (words, 1), spacing=SPACE * 2)
        inner = QWidget()
        column = vbox(parent=inner, margins=(0, 0, SPACE // 2, 0), spacing=SPACE + SPACE // 2)
        fill(column, top, self.nothing, self.correction, self.channels, self.nearest, self.heading)
        fill(column, self._cards, Stretch(1))
        self.setWidget(inner)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_moment(self, number: int | None) -> None:
        """The moment that is looked at; None: none in particular."""
        for place, card in enumerate(self.moments):
            card.setChecked(place == number)

    def _show_moments(self, result: AttemptResult, theme: Theme) -> None:
        while self.moments:
            card = self.moments.pop()
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        moments = result.feedback.moments if result.feedback is not None else ()
        begin_s = result.attempt.start_s
        for number, moment in enumerate(moments):
            at = tr(
                "{channel}, at {time:.1f} s",
                channel=channel_words(moment.channel),
                time=moment.attempt_s - begin_s,
            )
            card = ChoiceCard(NUMBERS[number], localised(moment.text), at)
            card.set_theme(theme)
            card.clicked.connect(lambda _=False, number=number: self.moment_wanted.emit(number))
            self._cards.addWidget(card)
            self.moments.append(card)
        self.heading.setVisible(bool(moments))

    def show_result(self, result: AttemptResult, theme: Theme) -> None:
        self._show_moments(result, theme)
        feedback = result.feedback
        for widget in (self.ring, self.right, self.about, self.channels):
            widget.setVisible(feedback is not None)
        self.nothing.setVisible(feedback is None)
        self.correction.setVisible(feedback is not None and feedback.correction is not None)
        if feedback is not None:
            self.ring.show_score(feedback.overall)
            self.right.setText(right_words(feedback))
            asked = result.reference_info.sentence if result.reference_info is not None else ""
            self.about.setText(
                tr("Compared with “{name}”. Half of other people's good attempts reach 80.", name=asked)
            )
            self.correction.words.setText(correction_words(feedback))
            self.channels.show_feedback(feedback)
        lines = result.prediction.results[:_NEAREST] if result.prediction is not None else ()
        names = [
            Message("{sentence} {similarity:.2f}", sentence=line.sentence, similarity=line.similarity)
            for line in lines
        ]
        self.nearest.setVisible(bool(names) and result.verdict is not AttemptVerdict.RIGHT)
        self.nearest.setText(tr("Nearest: {names}", names=names))


class ResultPage(Themed, QWidget):
    """Shows a `AttemptResult`; asks by signals."""

    touched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = IconButton("ph.arrow-left", tr("Back to the lessons"), "Escape", quiet=False)
        self.headline = HeadlineBar()
        self.scores = ScorePanel()
        self.player = ComparePlayer()
        self.why = AttemptExplanation()
        self.tabs = QTabBar()
        self.pages = QStackedWidget()
        self.again = IconPushButton("ph.hand-palm", tr("Try again"), "primary")
        self.watch = IconPushButton("ph.eye", tr("Watch"))
        self.next = IconPushButton("ph.arrow-right", tr("Next"))
        self.export = IconPushButton("ph.paper-plane-tilt", tr("For the teacher…"))
        self.after = ElidedLabel("", "muted")
        self.auto = Switch()
        self.auto.setAccessibleName(tr("Go on by itself"))
        self.auto.setToolTip(tr("Go on by itself"))
        self.result: AttemptResult | None = None
        self._beside: bool | None = None
        self._arrange()
        self._connect()
        self.set_exportable(False)

    def show_result(self, result: AttemptResult, pictures: tuple[TakePicture, ...]) -> None:
        """Show another attempt; first what was right, or, where nothing was accepted, why."""
        self.result = result
        self.headline.show_headline(verdict_headline(result))
        self.scores.show_result(result, self.theme)
        self.player.show_comparison(comparison_of(result))
        self.why.show_reasons(result.take, result.reasons, pictures)
        self._tabs_for(result)

    def show_state(self, state: PractisingState) -> None:
        self.after.set_full_text(after_words(state))
        with QSignalBlocker(self.auto):
            self.auto.setChecked(state.auto)
        self.auto.update()
        self.next.setText(tr("Finish") if state.is_last and not state.free else tr("Next"))

    def set_exportable(self, possible: bool) -> None:
        """Whether an attempt can be written to a file."""
        self.export.setVisible(possible)

    def set_switches(self, *, mirrored: bool, overlay: bool) -> None:
        """Both skeletons and the pictures turned as the camera picture is."""
        self.player.set_mirrored(mirrored)
        self.why.set_switches(mirrored=mirrored, overlay=overlay)

    def refresh_theme(self) -> None:
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _tabs_for(self, result: AttemptResult) -> None:
        """Tabs for what this attempt has: scores (where they do not stand beside), comparison, reasons."""
        pages = [] if self._beside else [(tr("Scores"), self._score_tab)]
        if result.feedback is not None:
            pages.append((tr("Compare"), self.player))
        if result.reasons:
            pages.insert(0, (tr("Why not"), self.why))
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                self.tabs.removeTab(0)
            for words, page in pages:
                self.tabs.setTabData(self.tabs.addTab(words), page)
        self.tabs.setVisible(len(pages) > 1)
        self._right_card.setVisible(bool(pages))
        self.tabs.setCurrentIndex(0)
        self._choose_tab(0)

    def _choose_tab(self, place: int) -> None:
        page = self.tabs.tabData(place)
        if isinstance(page, QWidget):
            self.pages.setCurrentWidget(page)

    def _jump(self, number: int) -> None:
        """A moment was chosen beside the pictures: bring the pictures to the front, and there."""
        for place in range(self.tabs.count()):
            if self.tabs.tabData(place) is self.player:
                self.tabs.setCurrentIndex(place)
        self.player.jump(number)

    def _fit(self) -> None:
        """Side by side where there is room; else the scores are one of the tabs."""
        beside = self.width() / self.theme.scale >= _BESIDE_PX
        width = self.width() / self.theme.scale
        narrow = width < 640
        self._actions.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        if beside == self._beside:
            return
        self._beside = beside
        (self._left_card.column if beside else self._score_column).addWidget(self.scores)
        self._left_card.setVisible(beside)
        if self.result is not None:
            self._tabs_for(self.result)

    def _arrange(self) -> None:
        header = hbox(self.back, (self.headline, 1))
        self._left_card, self._right_card = Card(), Card()
        self._score_tab = QWidget()
        self._score_column = vbox(parent=self._score_tab, spacing=None)
        self._left_card.column.addWidget(self.scores)
        for page in (self._score_tab, self.player, self.why):
            self.pages.addWidget(page)
        self.tabs.setAccessibleName(tr("Parts of the result"))
        self.tabs.setExpanding(False)
        fill(self._right_card.column, self.tabs, (self.pages, 1))
        body = hbox((self._left_card, 2), (self._right_card, 3))
        buttons = hbox(self.again, self.watch, self.next, self.export)
        words = hbox((self.after, 1), label(tr("Go on by itself"), "muted"), self.auto)
        self._actions = hbox(buttons, (words, 1))
        vbox(header, (body, 1), self._actions, parent=self, spacing=SPACE + SPACE // 2)
        self.installEventFilter(self)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._choose_tab)
        self.tabs.tabBarClicked.connect(lambda _: self.touched.emit())
        self.scores.moment_wanted.connect(self._jump)
        self.player.moment_changed.connect(self.scores.set_moment)
        self.player.touched.connect(self.touched)
        self.why.touched.connect(self.touched)
