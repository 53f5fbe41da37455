"""Numbered, clickable marks above the position bar for the moments of an attempt."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.painted import Painted

_MARK_PX: Final = 22
_HANDLE_PX: Final = 16  # of the bar below: its ends lie half a handle inside


class MomentStrip(Painted, QWidget):
    """`chosen` emits the index of a mark. Keys and buttons of the player do the same."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._steps: tuple[int, ...] = ()
        self._count = 0
        self._current: int | None = None

    def show_moments(self, steps: tuple[int, ...], count: int) -> None:
        """Show marks at these steps of `count`."""
        self._steps, self._count, self._current = steps, count, None
        self.setAccessibleName(tr("Moments to look at: {count}", count=len(steps)))
        self.update()

    def set_current(self, number: int | None) -> bool:
        """Highlight a moment; returns whether it changed."""
        if number == self._current:
            return False
        self._current = number
        self.update()
        return True

    def sizeHint(self) -> QSize:
        return QSize(120, self.theme.size(_MARK_PX) + 2)

    def places(self) -> list[QPointF]:
        """The centre of every mark."""
        handle = self.theme.size(_HANDLE_PX)
        room, y = self.width() - handle, self.height() / 2
        shares = [step / max(self._count - 1, 1) for step in self._steps]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            shares = [1 - share for share in shares]
        edge = self.theme.size(_MARK_PX) / 2
        return [QPointF(min(max(handle / 2 + room * share, edge), self.width() - edge), y) for share in shares]

    def paint(self, painter: QPainter) -> None:
        palette = self.theme.palette
        painter.setFont(self.theme.font(tokens.CAPTION, QFont.Weight.DemiBold))
        radius = self.theme.size(_MARK_PX) / 2
        for number, place in enumerate(self.places()):
            on = number == self._current
            painter.setPen(QPen(QColor(palette.warning.border), 2 if on else palette.border_px))
            painter.setBrush(QColor(palette.warning.solid if on else palette.warning.soft))
            box = QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)
            box = box.adjusted(1, 1, -1, -1)
            painter.drawEllipse(box)
            painter.setPen(QColor(palette.warning.on_solid if on else palette.warning.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        if number is not None:
            self.chosen.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _at(self, point: QPointF) -> int | None:
        reach = self.theme.size(_MARK_PX) * 0.7
        near = [
            (abs(place.x() - point.x()), number)
            for number, place in enumerate(self.places())
            if abs(place.x() - point.x()) <= reach
        ]
        return min(near)[1] if near else None
