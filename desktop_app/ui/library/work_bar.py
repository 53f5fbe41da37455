"""A progress bar for background work: title, progress, remaining time, and a button to stop it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.gauge import paint_gauge
from desktop_app.ui.kit.painted import Painted
from desktop_app.ui.kit.parts import Card, ElidedLabel, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE

_LARGE_TEXT: Final = 1.5  # then the second line is hidden


class ProgressLine(Painted, QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Progress"))

    def set_share(self, share: float) -> None:
        """Set the progress, 0 to 1."""
        if share != self.share:
            self.share = share
            self.setAccessibleDescription(tr("{share} %", share=round(share * 100)))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 8)

    def paint(self, painter: QPainter) -> None:
        paint_gauge(painter, QRectF(self.rect()), self.share, self.theme, accepted=False)


class WorkBar(Themed, Card):
    """Hidden while no work is done."""

    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(margin=SPACE + SPACE // 2)
        self.title = ElidedLabel("", "strong")
        self.detail = ElidedLabel("", "muted")
        self.figures = label("", "muted")
        self.line = ProgressLine()
        self.stop = QPushButton(tr("Stop"))
        self.stop.clicked.connect(self._stop)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE * 2)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(self.figures, 0, 1)
        grid.addWidget(self.line, 1, 0, 1, 2)
        grid.addWidget(self.detail, 2, 0, 1, 2)
        grid.addWidget(self.stop, 0, 2, 3, 1)
        self.column.addLayout(grid)
        self.hide()

    def begin(self, title: str, *, can_stop: bool = True) -> None:
        self.title.set_full_text(title)
        self.detail.set_full_text("")
        self.figures.setText("")
        self.line.set_share(0.0)
        self.stop.setText(tr("Stop"))
        self.stop.setEnabled(True)
        self.stop.setVisible(can_stop)
        self.show()

    def refresh_theme(self) -> None:
        self.detail.setVisible(self.theme.scale < _LARGE_TEXT)

    def advance(self, share: float, figures: str, detail: str) -> None:
        self.line.set_share(min(max(share, 0.0), 1.0))
        self.figures.setText(figures)
        self.detail.set_full_text(detail)

    def end(self) -> None:
        self.hide()

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.stop.setText(tr("Stopping…"))
        self.stop_wanted.emit()
