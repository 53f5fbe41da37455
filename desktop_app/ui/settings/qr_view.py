"""Paints a QR code: always dark on white with its quiet border, whatever the theme; cameras expect that."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET = 4  # squares of white around the code, as the standard asks for
SIDE_PX = 232


class QrView(QWidget):
    """A square; `set_code` shows rows of dark (True) and light squares."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.code: tuple[tuple[bool, ...], ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_code(self, code: tuple[tuple[bool, ...], ...]) -> None:
        """Show another code; () shows an empty square."""
        if code != self.code:
            self.code = code
            self.update()

    def sizeHint(self) -> QSize:
        # Whole pixels a square keep the edges sharp.
        squares = len(self.code) + 2 * QUIET if self.code else SIDE_PX
        pixels = max(SIDE_PX // squares, 3) if self.code else 1
        return QSize(squares * pixels, squares * pixels)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#ffffff"))
        if self.code:
            side = min(self.width(), self.height()) / (len(self.code) + 2 * QUIET)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#000000"))
            for row, squares in enumerate(self.code):
                for column, dark in enumerate(squares):
                    if dark:
                        painter.drawRect(QRectF((column + QUIET) * side, (row + QUIET) * side, side, side))
        painter.end()
