"""Shows the hand of a letter as a solid that turns slowly, can be dragged, and can be stopped."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from desktop_app.engine.records import FloatArray
from desktop_app.ui.figure.painting_thread import PictureSlot
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.animation_clock import AnimationClock
from desktop_app.ui.kit.painted import Painted
from desktop_app.ui.kit.tokens import RADIUS_SMALL
from desktop_app.ui.spelling.letter_hand import DRAWING_TIP, normalised, paint_letter_hand, rotated

TICK_MS: Final = 50  # it turns slowly; a picture costs 5 to 9 ms of the thread that also paints the camera
ROWS_A_SECOND: Final = 30
_SWING: Final = math.radians(52)  # to each side
_SWING_S: Final = 9.0
_PAUSE_ROWS: Final = 18  # a drawn letter rests at its end before it is drawn again
_STEP: Final = math.radians(15)  # of an arrow key
_A_PIXEL: Final = math.radians(0.6)
_PITCH_LIMIT: Final = math.radians(60)


def less_motion(widget: QWidget) -> bool:
    """Whether the system asks for less motion."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) <= 0


class HandCanvas(Painted, QWidget):
    """A hand of `reference_hands`. Drag or arrow keys turn it, Home turns it back."""

    taken_hold = Signal()  # the user turns it: it no longer turns by itself

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(140, 120)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(tr("Hand of the letter"))
        self.setAccessibleDescription(tr("Arrow keys turn it, Home turns it back."))
        self.letter = ""
        self.yaw = self.pitch = 0.0
        self.row = 0
        self.turning = not less_motion(self)
        self._hands: FloatArray | None = None
        self._left = False
        self._drag: QPoint | None = None
        self._elapsed_s = 0.0
        self._clock = AnimationClock(self, TICK_MS)
        self._clock.ticked.connect(self.advance)
        self._slot = PictureSlot(self)

    def show_hand(self, letter: str, hands: FloatArray | None, *, mirrored: bool) -> None:
        """Show a letter's hand (T, 21, 3); None: there is none. Nothing happens when it is shown already."""
        if letter == self.letter and mirrored == self._left and (hands is None) == (self._hands is None):
            return
        if letter != self.letter:
            self._elapsed_s, self.row = 0.0, 0
            if self.turning:
                self.yaw = self.pitch = 0.0
        self.letter, self._left = letter, mirrored
        self._hands = None
        if hands is not None:
            placed = normalised(hands)
            if mirrored:
                placed[..., 0] *= -1
            self._hands = placed
        self._settle()
        self.update()

    def set_turning(self, on: bool) -> None:
        """Let it turn, or keep it still."""
        self.turning = on and not less_motion(self)
        if self.turning:
            self.pitch = 0.0
        self._settle()
        self.update()

    @property
    def moving(self) -> bool:
        """Whether a timer runs: it turns, and somebody can see it."""
        return self._clock.running

    def advance(self, seconds: float) -> None:
        """Go on by some time: turn, and draw J and Z."""
        self._elapsed_s += seconds
        self.yaw = _SWING * math.sin(2 * math.pi * self._elapsed_s / _SWING_S)
        if self._hands is not None:
            rows = len(self._hands)
            self.row = min(int(self._elapsed_s * ROWS_A_SECOND) % (rows + _PAUSE_ROWS), rows - 1)
        self.update()

    def turn(self, yaw: float, pitch: float = 0.0) -> None:
        """Turn it by hand; it then stays as it is."""
        self.turning = False
        self._settle()
        self.yaw += yaw
        self.pitch = min(max(self.pitch + pitch, -_PITCH_LIMIT), _PITCH_LIMIT)
        self.update()
        self.taken_hold.emit()

    def turn_back(self) -> None:
        """Show the hand from where it was first seen."""
        self.turn(-self.yaw, -self.pitch)

    def sizeHint(self) -> QSize:
        return QSize(300, 240)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.turn(-_STEP)
            case Qt.Key.Key_Right:
                self.turn(_STEP)
            case Qt.Key.Key_Up:
                self.turn(0, -_STEP)
            case Qt.Key.Key_Down:
                self.turn(0, _STEP)
            case Qt.Key.Key_Home:
                self.turn_back()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._drag = event.position().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            place = event.position().toPoint()
            moved, self._drag = place - self._drag, place
            self.turn(moved.x() * _A_PIXEL, -moved.y() * _A_PIXEL)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.run(False)

    def paint(self, painter: QPainter) -> None:
        palette = self.theme.palette
        box = QRectF(self.rect())
        ground = QPainterPath()
        ground.addRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        painter.fillPath(ground, QColor(palette.stage))
        if self._hands is None:
            self._paint_nothing(painter, box)
        else:
            painter.save()
            painter.setClipPath(ground)
            self._paint_hand(painter, self._hands, box)
            painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_SMALL, RADIUS_SMALL)

    def _paint_hand(self, painter: QPainter, hands: FloatArray, box: QRectF) -> None:
        # What is kept still shows a drawn letter at its end, with its whole way.
        row = min(self.row, len(hands) - 1) if self.turning else len(hands) - 1
        tip = DRAWING_TIP.get(self.letter)
        posed = rotated(hands[: row + 1] if tip is not None else hands[row : row + 1], self.yaw, self.pitch)
        trail = posed[:, tip] if tip is not None else None
        left = self._left

        def paint(painter: QPainter, box: QRectF) -> None:
            paint_letter_hand(painter, posed[-1], box, is_left=left, trail=trail)

        content = ("hand", self.letter, left, row, self.yaw, self.pitch)
        self._slot.paint(painter, box, content, paint, keep=False)

    def _paint_nothing(self, painter: QPainter, box: QRectF) -> None:
        side = self.theme.size(48)
        icon = self.theme.icon("ph.hand", self.theme.palette.control_border)
        centre = box.center().toPoint()
        icon.paint(painter, centre.x() - side // 2, centre.y() - side // 2, side, side)

    def _settle(self) -> None:
        self._clock.run(self.turning and self._hands is not None and self.isVisible())
