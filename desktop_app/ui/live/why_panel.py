"""Why the last attempt was not recognised: a picture of the moment, at most three reasons, and advice."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_app.runtime.attempt_events import AttemptExplained, ExplainedReason
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.layouts import hbox, vbox
from desktop_app.ui.kit.parts import IconButton, IconLabel, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.live.why_picture import WhyPicture

MOST: Final = 3
LEAST_PICTURE: Final = 84
_ICONS: Final = {
    "no_person": "ph.user-focus",
    "no_hands": "ph.hand-palm",
    "too_dark": "ph.moon",
    "hand_out": "ph.frame-corners",
    "shoulders_unstable": "ph.person-simple",
    "too_fast": "ph.gauge",
    "slow_camera": "ph.video-camera",
    "no_movement": "ph.hand-palm",
    "too_slow": "ph.gauge",
    "too_short": "ph.timer",
    "one_hand_missing": "ph.hands-clapping",
    "too_alike": "ph.equals",
    "unknown": "ph.question",
    "unlike_references": "ph.question",
    "no_references": "ph.books",
}


class ReasonRow(QWidget):
    """One reason: icon, sentence, advice."""

    def __init__(self, explained: ExplainedReason) -> None:
        super().__init__()
        self.text = label(localised(explained.reason.text), "strong", wrap=True)
        self.advice = label(localised(explained.reason.advice), wrap=True)
        words = vbox(self.text, self.advice, spacing=0)
        icon = IconLabel(_ICONS.get(explained.reason.code, "ph.question"), "warning", 22)
        hbox((icon, 0, Qt.AlignmentFlag.AlignTop), (words, 1), parent=self, spacing=SPACE + SPACE // 2)


class WhyPanel(Themed, QWidget):
    """Shows one `AttemptExplained`. `closed`: the user wants to see the reference instead."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.why: AttemptExplained | None = None
        self.picture = WhyPicture()
        self.title = label(tr("Why it was not recognised"), "section", wrap=True)
        self.close_button = IconButton("ph.x", tr("Show the reference instead"), "W")
        self.rows: list[ReasonRow] = []
        self._list = QWidget()
        self._list.setProperty("kind", "clear")
        self._column = vbox(parent=self._list)
        # Three reasons in large text are higher than the card; then they scroll, and the picture stays.
        self._scroller = QScrollArea()
        self._scroller.setWidgetResizable(True)
        self._scroller.setFrameShape(QFrame.Shape.NoFrame)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller.setWidget(self._list)
        self._scroller.setAccessibleName(tr("Reasons"))
        header = hbox((self.title, 1), self.close_button, spacing=None)
        vbox(header, (self.picture, 1), self._scroller, parent=self)
        self.close_button.clicked.connect(self.closed)

    def refresh_theme(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the reasons the height of their text, as long as the picture keeps its minimum height."""
        bar = self._scroller.verticalScrollBar().sizeHint().width() + SPACE
        needed = self._list.heightForWidth(max(self.width() - bar, 40)) if self.rows else 0
        self._list.setFixedHeight(max(needed, 0))
        beside = self.close_button.sizeHint()
        head = max(self.title.heightForWidth(max(self.width() - beside.width() - SPACE, 40)), beside.height())
        room = self.height() - head - LEAST_PICTURE - 2 * SPACE
        self._scroller.setFixedHeight(min(max(needed, 0), max(room, LEAST_PICTURE)))

    def show_why(self, why: AttemptExplained | None, *, mirrored: bool) -> None:
        """Show other reasons; None clears the panel."""
        if why is self.why:
            if mirrored != self.picture.mirrored:
                self.picture.show_reason(self.picture.explained, mirrored=mirrored)
            return
        self.why = why
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        explained = why.reasons[:MOST] if why is not None else ()
        self.rows = [ReasonRow(one) for one in explained]
        for row in self.rows:
            self._column.addWidget(row)
            for words in (row.text, row.advice):
                words.ensurePolished()  # the style sheet decides how broad its letters are
            for icon in row.findChildren(IconLabel):
                icon.set_theme(self.theme)
        self.picture.show_reason(explained[0] if explained else None, mirrored=mirrored)
        self._fit()
        spoken = " ".join(f"{row.text.text()} {row.advice.text()}" for row in self.rows)
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(spoken)
        self.picture.setAccessibleName(tr("Picture of the moment"))
