"""Reference and attempt side by side, notes as pop-ups, and the timeline with its marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QFrame, QSlider, QWidget

from desktop_app.engine.attempts.records import Note
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.layouts import hbox, vbox
from desktop_app.ui.kit.painted import Painted
from desktop_app.ui.kit.parts import ElidedLabel, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import RADIUS, SPACE
from desktop_app.ui.player.clip import PlayerClip
from desktop_app.ui.player.clip_canvas import ClipCanvas
from desktop_app.ui.progress.words import channel_name

_LINE_PX: Final = 2
_MARK_PX: Final = 14
_HANDLE_PX: Final = 16


class Popup(Themed, QFrame):
    """Notes over the picture at their moment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.about = label("", "caption", wrap=True)
        self.words = label("", "strong", wrap=True)
        margins = (SPACE * 2, SPACE, SPACE * 2, SPACE)
        self._column = vbox(self.about, self.words, parent=self, margins=margins, spacing=2)
        self.hide()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these notes; hidden without any."""
        words = "\n".join(one.text for one in notes)
        about = [channel_name(one.channel) for one in notes if one.channel is not None]
        about += list(dict.fromkeys(one.author for one in notes if one.author))
        self.about.setText("  \N{MIDDLE DOT}  ".join(dict.fromkeys(about)))
        self.about.setVisible(bool(about))
        if words != self.words.text():
            self.words.setText(words)
            self.setAccessibleName(words)
        self.setVisible(bool(notes))
        if notes:
            self.place()

    def place(self) -> None:
        """Place it at the lower edge of the picture, no higher than its text."""
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(parent.width() - 2 * SPACE, self.theme.size(420))
        line = 2 * _LINE_PX
        height = min(self._column.heightForWidth(width - line) + line, parent.height() - 2 * SPACE)
        left = (parent.width() - width) // 2
        self.setGeometry(left, parent.height() - height - SPACE, width, height)
        self.raise_()

    def refresh_theme(self) -> None:
        palette = self.theme.palette
        self.setStyleSheet(
            f"QFrame#popup {{ background: {palette.card}; border: {_LINE_PX}px solid {palette.accent.solid};"
            f" border-radius: {RADIUS}px; }}"
        )
        self.place()


class Side(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.title = ElidedLabel(name, "strong")
        self.canvas = ClipCanvas()
        self.canvas.setAccessibleName(name)
        vbox(self.title, (self.canvas, 1), parent=self, spacing=SPACE // 2)


class ReviewStage(Themed, QWidget):
    """The pictures of reference and attempt."""

    def __init__(self) -> None:
        super().__init__()
        self.reference, self.attempt = Side(tr("Reference")), Side(tr("Attempt"))
        self.reference.canvas.empty_text = tr("There is no reference in this file.")
        self.attempt.canvas.empty_text = ""
        self.popup = Popup(self.attempt.canvas)
        hbox((self.reference, 1), (self.attempt, 1), parent=self)

    def show_clips(self, reference: PlayerClip | None, attempt: PlayerClip | None) -> None:
        for side, clip in ((self.reference, reference), (self.attempt, attempt)):
            side.canvas.show_clip(clip)

    def show_frames(self, reference: int, attempt: int, notes: Sequence[Note]) -> None:
        """Show a frame of each, and the notes of that moment."""
        for side, frame in ((self.reference, reference), (self.attempt, attempt)):
            count = side.canvas.clip.count if side.canvas.clip else 0
            inside = min(max(frame, 0), max(count - 1, 0))
            side.canvas.show_frame(inside)
        self.popup.show_notes(notes)

    def set_mirrored(self, mirrored: bool) -> None:
        for side in (self.reference, self.attempt):
            side.canvas.set_mirrored(mirrored)

    def refresh_theme(self) -> None:
        self.setMinimumHeight(self.theme.size(220))  # a pop-up leaves the face and hands to be seen

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.popup.place()


class ReviewTimeline(Painted, QWidget):
    """A slider for the position in the attempt, with marks above it that can be clicked."""

    mark_clicked = Signal(int)  # place in the list of marks

    def __init__(self) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the marks above it
        self.slider.setAccessibleName(tr("Position in the attempt"))
        self.slider.rangeChanged.connect(lambda *_: self.update())  # the marks move
        self._marks: tuple[tuple[int, bool], ...] = ()
        column = vbox(self.slider, parent=self, margins=(0, _MARK_PX + 4, 0, 0), spacing=0)
        self._column = column
        self.setMouseTracking(True)

    def show_marks(self, marks: Sequence[tuple[int, bool]]) -> None:
        """Show marks, given as (frame, is a note); moments found by the program are hollow."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self.update()

    def mark_at(self, x: float) -> int | None:
        """The index of the mark at a position, None where there is none."""
        reach = self.theme.size(_MARK_PX)
        found = [(abs(self._x(frame) - x), number) for number, (frame, _) in enumerate(self._marks)]
        near = min(found, default=(reach + 1, 0))
        return near[1] if near[0] <= reach else None

    def refresh_theme(self) -> None:
        self._column.setContentsMargins(0, self.theme.size(_MARK_PX) + 4, 0, 0)
        self.setFixedHeight(self.theme.size(_MARK_PX + _HANDLE_PX) + 12)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.mark_at(event.position().x())
        if number is not None:
            self.mark_clicked.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.mark_at(event.position().x()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def paint(self, painter: QPainter) -> None:
        side = self.theme.size(_MARK_PX)
        palette = self.theme.palette
        for frame, is_note in sorted(self._marks, key=lambda mark: mark[1]):  # notes on top
            x = self._x(frame)
            colour = QColor(palette.accent.text if is_note else palette.muted)
            painter.setPen(QPen(colour, 2))
            painter.setBrush(colour if is_note else Qt.BrushStyle.NoBrush)
            half = side * 0.42
            box = QRectF(x - half, 1, 2 * half, side * 0.62)
            painter.drawRoundedRect(box, 3, 3)
            tip = [QPointF(x - half / 2, box.bottom()), QPointF(x + half / 2, box.bottom()), QPointF(x, side)]
            painter.drawPolygon(QPolygonF(tip))

    def _x(self, frame: int) -> float:
        handle = self.theme.size(_HANDLE_PX)
        share = frame / max(self.slider.maximum(), 1)
        return handle / 2 + (self.width() - handle) * share
