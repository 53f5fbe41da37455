"""The camera picture during recording: a countdown ring, and a red border during a take."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.ui.camera.take_video import TakeVideo
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.tokens import RADIUS
from desktop_app.ui.recording.state import RecordPhase, RecordState


class RecordStage(TakeVideo):
    """A `TakeVideo` with the state of the flow painted over it. Space and Esc work while it has the focus."""

    def __init__(self) -> None:
        super().__init__()
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

    def paint_take(self, painter: QPainter) -> None:
        state = self._state
        match state.phase:
            case RecordPhase.COUNTDOWN:
                share = state.left_s / state.countdown_s if state.countdown_s else 0.0
                self.paint_ring(painter, share, str(max(math.ceil(state.left_s), 1)))
            case RecordPhase.RECORDING | RecordPhase.ENDING:
                self.paint_recording(painter, state.take.seconds)
            case RecordPhase.FORM if self.hasFocus():
                painter.setPen(QPen(QColor(self.theme.palette.focus), 3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS - 2, RADIUS - 2)
            case _:
                pass
