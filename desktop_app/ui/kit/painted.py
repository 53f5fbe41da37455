"""Widgets that paint themselves."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.ui.kit.theme import Theme, Themed
from desktop_app.ui.kit.tokens import RADIUS


class Painted(Themed):
    """Mixed into a widget that paints itself: `paint` is given a painter with smooth edges."""

    def paintEvent(self, event: QPaintEvent) -> None:
        assert isinstance(self, QWidget)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Override: paint the whole widget."""
        raise NotImplementedError

    def refresh_theme(self) -> None:
        """Ask the layout for room: sizes go with the text."""
        if isinstance(self, QWidget):
            self.updateGeometry()


def paint_ground(
    painter: QPainter, button: QAbstractButton, theme: Theme, marked: tuple[str, str] | None = None
) -> None:
    """Paint the box of a row or card: hovered, pressed, chosen and focused; `marked` is a fill and an edge."""
    palette = theme.palette
    if marked is None and button.isChecked():
        marked = palette.accent.soft, palette.accent.text
    fill, edge, width = palette.card, palette.border, float(palette.border_px)
    if marked is not None:
        (fill, edge), width = marked, 2.0
    elif button.isDown():
        fill = palette.pressed
    elif button.underMouse():
        fill = palette.hover
    if button.hasFocus():
        edge, width = palette.focus, 3.0
    painter.setPen(QPen(QColor(edge), width))
    painter.setBrush(QColor(fill))
    inset = width / 2
    painter.drawRoundedRect(QRectF(button.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
