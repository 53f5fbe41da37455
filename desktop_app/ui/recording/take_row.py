"""One take in the list: thumbnail, length, quality, and the switch that keeps it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.layouts import hbox
from desktop_app.ui.kit.painted import Painted, paint_ground
from desktop_app.ui.kit.parts import Switch
from desktop_app.ui.kit.tokens import RADIUS_SMALL, SPACE
from desktop_app.ui.recording.state import MadeTake
from desktop_app.ui.recording.words import seconds_words, take_words

_PICTURE: Final = (68, 56)  # pixels at every text size: large text needs the space


class TakeButton(Painted, QAbstractButton):
    """A take that can be chosen: thumbnail, number, length and quality."""

    def __init__(self, number: int, place: int) -> None:
        super().__init__()
        self.number = number
        self._place = place
        self._image: QImage | None = None
        self._verdict = ""
        self._icon = ("ph.hourglass", "muted")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(tr("Take {number}", number=place))

    def show_take(self, made: MadeTake, *, chosen: bool) -> None:
        self.setChecked(chosen)
        length, self._verdict = seconds_words(made.span.seconds), take_words(made)
        self._icon = ("ph.check-circle-fill", "success")
        if made.findings is None:
            self._icon = ("ph.hourglass", "muted")
        elif made.blocked:
            self._icon = ("ph.x-circle-fill", "danger")
        elif made.findings:
            self._icon = ("ph.warning-fill", "warning")
        self._verdict = f"{length} \N{MIDDLE DOT} {self._verdict}"
        self.setAccessibleName(f"{self.text()}, {self._verdict}")
        self.setToolTip(f"{self.text()}, {self._verdict}")
        self.update()

    def set_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        lines = 2 * QFontMetrics(self.theme.font(tokens.BODY)).height() + SPACE
        return QSize(220, max(_PICTURE[1], lines) + SPACE)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

    def paint(self, painter: QPainter) -> None:
        theme, palette = self.theme, self.theme.palette
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_ground(painter, self, theme)
        width, height = _PICTURE
        box = QRectF(SPACE / 2, (self.height() - height) / 2, width, height)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - SPACE / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.stage))
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        if self._image is not None:
            fitted = self._image.size().scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            inner = QRectF(0, 0, fitted.width(), fitted.height())
            inner.moveCenter(box.center())
            painter.drawImage(inner, self._image)
        room = self.width() - width - 2 * SPACE
        left = box.right() + SPACE if box.left() < self.width() / 2 else SPACE
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(palette.text))
        painter.setFont(theme.font(tokens.BODY))
        line = painter.fontMetrics().height()
        top = (self.height() - 2 * line - 2) / 2
        painter.drawText(QRectF(left, top, room, line), start, _elided(painter, self.text(), room))
        side = theme.size(16)
        colour = getattr(palette, self._icon[1])
        colour = colour if isinstance(colour, str) else colour.text
        x = left if box.left() < self.width() / 2 else left + room - side
        theme.icon(self._icon[0], colour).paint(
            painter, round(x), round(top + line + 2 + (line - side) / 2), side, side
        )
        text = QRectF(left, top + line + 2, room, line)
        text = text.adjusted(side + SPACE / 2, 0, 0, 0) if x == left else text.adjusted(0, 0, -side - 4, 0)
        painter.setPen(QColor(palette.muted))
        painter.drawText(text, start, _elided(painter, self._verdict, text.width()))


class TakeRow(QWidget):
    """A take and whether it is kept."""

    def __init__(self, number: int, place: int) -> None:
        super().__init__()
        self.button = TakeButton(number, place)
        self.keep = Switch()
        self._shown: tuple[MadeTake, bool] | None = None
        self._place = place
        hbox((self.button, 1), self.keep, parent=self)

    def show_take(self, made: MadeTake, *, chosen: bool) -> None:
        """Show a take; an unusable one cannot be kept."""
        if self._shown == (made, chosen):
            return
        self._shown = (made, chosen)
        self.button.show_take(made, chosen=chosen)
        with QSignalBlocker(self.keep):
            self.keep.setChecked(made.keep and not made.blocked)
        self.keep.setEnabled(not made.blocked)
        self.keep.setAccessibleName(tr("Keep take {number}", number=self._place))
        self.keep.setToolTip(tr("Keep take {number}", number=self._place))


def _elided(painter: QPainter, text: str, room: float) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(room))
