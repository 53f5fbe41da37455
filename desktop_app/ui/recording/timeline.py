"""The timeline of a take: speed of the hands, the kept part between its ends, and findings at their moments.

Time runs from left to right in every language, as in the players.
"""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.engine.records import FloatArray
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.painted import Painted
from desktop_app.ui.kit.tokens import RADIUS_SMALL, SPACE
from desktop_app.ui.recording.state import MadeTake
from desktop_app.ui.recording.words import seconds_words

FRAME_S = 1 / 30
PAGE_S = 0.25
_GRIP = 10  # pixels


class End(StrEnum):
    """One end of the kept part."""

    START = "start"
    END = "end"


class TakeTimeline(Painted, QWidget):
    """Shows a `MadeTake`. Both ends are dragged or moved with arrow keys; a click elsewhere seeks."""

    moved = Signal(float, float)  # start by, end by, seconds
    sought = Signal(float)  # seconds from the start of the take

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.active = End.START
        self._made: MadeTake | None = None
        self._speeds: FloatArray = np.zeros(0, np.float32)
        self._position_s = 0.0
        self._dragged: End | None = None
        self.setAccessibleName(tr("Part of the take that is kept"))
        self.setToolTip(tr("Drag the ends, or choose one with Up and Down and move it with Left and Right."))

    def show_take(self, made: MadeTake | None) -> None:
        self._made = made
        self._describe()
        self.update()

    def set_speeds(self, speeds: FloatArray) -> None:
        """(T,) speed of the faster hand for each row."""
        self._speeds = speeds
        self.update()

    def set_position(self, seconds: float) -> None:
        """Position of the player, in seconds from the start of the take."""
        if seconds != self._position_s:
            self._position_s = seconds
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._height())

    def x_of(self, seconds: float) -> float:
        """Horizontal position of a time from the start of the take."""
        return _GRIP + (self.width() - 2 * _GRIP) * min(max(seconds / self._length(), 0.0), 1.0)

    def seconds_at(self, x: float) -> float:
        """Time at a horizontal position, clamped to the take."""
        return min(max((x - _GRIP) / max(self.width() - 2 * _GRIP, 1), 0.0), 1.0) * self._length()

    def ends(self) -> tuple[float, float]:
        """Start and end of the kept part, from the start of the take."""
        made = self._made
        return (
            (0.0, 0.0) if made is None else (made.span.start_s - made.begins_s, made.span.end_s - made.begins_s)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -FRAME_S,
            Qt.Key.Key_Right: FRAME_S,
            Qt.Key.Key_PageDown: -PAGE_S,
            Qt.Key.Key_PageUp: PAGE_S,
        }
        key = Qt.Key(event.key())
        if self._made is not None and key in steps:
            self._move(self.active, steps[key])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.active = End.END if self.active is End.START else End.START
            self._describe()
            self.update()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._made is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        near = self._end_near(x)
        if near is not None:
            self._dragged = self.active = near
            self._describe()
        else:
            self.sought.emit(self.seconds_at(x))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._dragged is not None:
            start, end = self.ends()
            at = start if self._dragged is End.START else end
            self._move(self._dragged, self.seconds_at(x) - at)
        elif event.buttons() & Qt.MouseButton.LeftButton and self._made is not None:
            self.sought.emit(self.seconds_at(x))
        near = self._dragged is not None or self._end_near(x) is not None
        self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._describe()

    def paint(self, painter: QPainter) -> None:
        palette = self.theme.palette
        lane = QRectF(_GRIP, 3, self.width() - 2 * _GRIP, self.height() - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.stage))
        painter.drawRoundedRect(lane, RADIUS_SMALL, RADIUS_SMALL)
        if self._made is not None:
            start, end = (self.x_of(at) for at in self.ends())
            kept = QRectF(start, lane.top(), max(end - start, 1), lane.height())
            painter.setBrush(QColor(palette.accent.soft))
            painter.drawRect(kept)
            self._paint_speeds(painter, lane, kept)
            self._paint_findings(painter, lane, self._made)
            painter.setPen(QPen(QColor(palette.accent.solid), 2))
            painter.drawLine(kept.topLeft(), kept.topRight())
            painter.drawLine(kept.bottomLeft(), kept.bottomRight())
            at = self.x_of(self._position_s)
            painter.setPen(QPen(QColor(palette.text), 2))
            painter.drawLine(QPointF(at, lane.top()), QPointF(at, lane.bottom()))
            for name, x in ((End.START, start), (End.END, end)):
                self._paint_grip(painter, name, x, lane)

    def _paint_speeds(self, painter: QPainter, lane: QRectF, kept: QRectF) -> None:
        if len(self._speeds) < 2:
            return
        top = max(float(np.percentile(self._speeds, 99)), 1e-3) * 1.15
        xs = np.linspace(lane.left(), lane.right(), len(self._speeds))
        heights = np.minimum(self._speeds / top, 1.0) * (lane.height() - SPACE)
        points = [QPointF(float(x), lane.bottom() - float(h)) for x, h in zip(xs, heights, strict=True)]
        outline = QPolygonF(
            [QPointF(lane.left(), lane.bottom()), *points, QPointF(lane.right(), lane.bottom())]
        )
        for clip, colour in (
            (lane, self.theme.palette.control_border),
            (kept, self.theme.palette.accent.solid),
        ):
            painter.save()
            painter.setClipRect(clip)
            fill = QColor(colour)
            fill.setAlpha(70)
            painter.setBrush(fill)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPolygon(outline)
            painter.setPen(QPen(QColor(colour), 1.5))
            painter.drawPolyline(QPolygonF(points))
            painter.restore()

    def _paint_findings(self, painter: QPainter, lane: QRectF, made: MadeTake) -> None:
        """A flag where a finding begins; findings about the whole part have none."""
        for finding in made.findings or ():
            if (finding.start_s, finding.end_s) == (made.span.start_s, made.span.end_s):
                continue
            tone = self.theme.palette.danger if finding.blocks else self.theme.palette.warning
            begin, end = self.x_of(finding.start_s - made.begins_s), self.x_of(finding.end_s - made.begins_s)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tone.solid))
            painter.drawRect(QRectF(begin, lane.top(), max(end - begin, 3), 6))
            flag = [
                QPointF(begin, lane.top()),
                QPointF(begin + 10, lane.top()),
                QPointF(begin, lane.top() + 16),
            ]
            painter.drawPolygon(QPolygonF(flag))

    def _paint_grip(self, painter: QPainter, name: End, x: float, lane: QRectF) -> None:
        palette = self.theme.palette
        outward = -_GRIP if name is End.START else _GRIP
        grip = QRectF(min(x, x + outward), lane.top() - 2, _GRIP, lane.height() + 4)
        chosen = self.hasFocus() and name is self.active
        painter.setPen(QPen(QColor(palette.text), 2) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent.solid))
        painter.drawRoundedRect(grip, 4, 4)
        painter.setPen(QPen(QColor(palette.accent.on_solid), 2))
        middle = grip.center()
        painter.drawLine(QPointF(middle.x(), middle.y() - 8), QPointF(middle.x(), middle.y() + 8))

    def _move(self, end: End, by_s: float) -> None:
        if by_s:
            self.moved.emit(by_s if end is End.START else 0.0, by_s if end is End.END else 0.0)

    def _end_near(self, x: float) -> End | None:
        if self._made is None:
            return None
        start, end = (self.x_of(at) for at in self.ends())
        reach = _GRIP + 4
        gaps = {End.START: abs(x - (start - _GRIP / 2)), End.END: abs(x - (end + _GRIP / 2))}
        nearest = min(gaps, key=lambda name: gaps[name])
        return nearest if gaps[nearest] <= reach else None

    def _height(self) -> int:
        return 40 + self.theme.size(24)  # large text needs the space for the picture

    def _length(self) -> float:
        return max(self._made.take.seconds, FRAME_S) if self._made is not None else 1.0

    def _describe(self) -> None:
        start, end = self.ends()
        at = start if self.active is End.START else end
        words = tr("Start at {time}", time=seconds_words(at))
        if self.active is End.END:
            words = tr("End at {time}", time=seconds_words(at))
        self.setAccessibleDescription(words)
