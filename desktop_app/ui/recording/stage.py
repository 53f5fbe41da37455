"""The camera picture during recording: a countdown ring, and a red border during a take."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen

from desktop_app.ui.camera.video_view import VideoView
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.tokens import RADIUS, SPACE
from desktop_app.ui.recording.state import RecordPhase, RecordState

_BORDER: int = 10


class RecordStage(VideoView):
    """A `VideoView` with the state of the flow painted over it. Space and Esc work while it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(160, 96)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._state = RecordState()

    def show_record(self, state: RecordState) -> None:
        moving = RecordPhase.COUNTDOWN, RecordPhase.RECORDING, RecordPhase.ENDING
        if state.phase in moving or state.phase is not self._state.phase:
            self.update()
        self._state = state
        self.setAccessibleDescription(self._words())

    def _words(self) -> str:
        match self._state.phase:
            case RecordPhase.COUNTDOWN:
                return tr("Recording begins in {seconds} s", seconds=math.ceil(self._state.left_s))
            case RecordPhase.RECORDING:
                return tr("Recording")
            case _:
                return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match self._state.phase:
            case RecordPhase.COUNTDOWN:
                self._paint_ring(painter)
            case RecordPhase.RECORDING | RecordPhase.ENDING:
                self._paint_recording(painter)
            case _:
                pass
        if self.hasFocus() and self._state.phase is RecordPhase.FORM:
            painter.setPen(QPen(QColor(self.theme.palette.focus), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS - 2, RADIUS - 2)
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        """Large enough to be read from a distance."""
        state, palette = self._state, self.theme.palette
        side = min(self.width(), self.height()) * 0.5
        centre = QPointF(self.rect().center())
        box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(17, 17, 19, 190))
        painter.drawEllipse(box)
        width = side * 0.09
        ring = box.adjusted(width, width, -width, -width)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(255, 255, 255, 70), width))
        painter.drawEllipse(ring)
        share = state.left_s / state.countdown_s if state.countdown_s else 0.0
        colour = "#ffffff" if palette.name != "contrast" else palette.accent.solid
        painter.setPen(QPen(QColor(colour), width, c=Qt.PenCapStyle.RoundCap))
        painter.drawArc(ring, 90 * 16, round(360 * 16 * share))
        font = QFont(self.theme.font(tokens.DISPLAY, QFont.Weight.DemiBold))
        font.setPixelSize(max(round(side * 0.42), 12))
        painter.setFont(font)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(max(math.ceil(state.left_s), 1)))

    def _paint_recording(self, painter: QPainter) -> None:
        """A border that is noticed in peripheral vision; dot and text say the same without colour."""
        tone = self.theme.palette.danger
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tone.solid), _BORDER))
        half = _BORDER / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)
        font = self.theme.font(tokens.TITLE, QFont.Weight.DemiBold)
        painter.setFont(font)
        words = tr("Recording {seconds:.1f} s", seconds=self._state.take.seconds)
        metrics = painter.fontMetrics()
        dot = self.theme.size(14)
        height = metrics.height() + SPACE
        # As wide as the longest time, so that the width does not change while it counts.
        widest = metrics.horizontalAdvance(tr("Recording {seconds:.1f} s", seconds=10.0))
        width = widest + dot + 4 * SPACE
        pill = QRectF((self.width() - width) / 2, _BORDER + SPACE, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.solid))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setBrush(QColor(tone.on_solid))
        left = pill.left() + SPACE + SPACE / 2
        painter.drawEllipse(QRectF(left, pill.center().y() - dot / 2, dot, dot))
        painter.setPen(QColor(tone.on_solid))
        text = pill.adjusted(dot + 2.5 * SPACE, 0, -SPACE, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
