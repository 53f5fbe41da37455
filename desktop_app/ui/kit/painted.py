"""Widgets that paint themselves."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.kit.theme import Themed


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
