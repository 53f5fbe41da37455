"""The strip under the picture: what the recogniser waits for or says, in large words, with icon or ring."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui import tokens
from desktop_app.ui.headline import Headline, Mood
from desktop_app.ui.theme import Themed
from desktop_app.ui.tokens import RADIUS, SPACE, Tone
from desktop_app.ui.words import tr

_TURN_MS = 1200


class HeadlineBar(Themed, QWidget):
    """Shows one `Headline`. Screen readers read it as the widget's name."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._headline = Headline(tr("Starting"), "", Mood.QUIET, "", -1)
        self._turn = 0.0
        self.setAccessibleName(self._headline.text)

    @property
    def headline(self) -> Headline:
        """What is shown."""
        return self._headline

    @property
    def turning(self) -> bool:
        """Whether the ring turns and wants to be repainted."""
        return self._headline.progress == -1

    def show_headline(self, headline: Headline) -> None:
        """Show other words; nothing is repainted when they are the same."""
        if headline != self._headline:
            self._headline = headline
            self.setAccessibleName(headline.text)
            self.setAccessibleDescription(headline.detail)
            self.update()

    def turn(self, now_ms: float) -> None:
        """Move the waiting ring to a time."""
        if self.turning:
            self._turn = (now_ms % _TURN_MS) / _TURN_MS
            self.update()

    def sizeHint(self) -> QSize:
        text = QFontMetrics(self.theme.font(tokens.TITLE)).height()
        detail = QFontMetrics(self.theme.font(tokens.BODY)).height()
        return QSize(320, text + detail + 2 * SPACE + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def refresh_theme(self) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        head, palette = self._headline, self.theme.palette
        tone = self._tone()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(tone.border if tone else palette.border), palette.border_px))
        painter.setBrush(QColor(tone.soft if tone else palette.card))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        side = self.theme.size(32)
        badge = QRectF(box.x() + SPACE * 2, box.center().y() - side / 2, side, side)
        colour = tone.text if tone else palette.text
        if head.progress is None:
            self.theme.icon(head.icon, colour).paint(painter, badge.toRect())
        else:
            self._ring(painter, badge, head.progress, colour)
        left = badge.right() + SPACE * 2
        lines = QRectF(left, box.y() + SPACE / 2, box.right() - left - SPACE * 2, box.height() - SPACE)
        title = self.theme.font(tokens.TITLE, QFont.Weight.DemiBold)
        detail = self.theme.font(tokens.BODY)
        title_height, detail_height = QFontMetrics(title).height(), QFontMetrics(detail).height()
        block = title_height + (detail_height if head.detail else 0)
        top = lines.center().y() - block / 2
        self._text(painter, QRectF(left, top, lines.width(), title_height), title, head.text, palette.text)
        if head.detail:
            under = QRectF(left, top + title_height, lines.width(), detail_height)
            self._text(painter, under, detail, head.detail, palette.text if tone else palette.muted)
        painter.end()

    def _tone(self) -> Tone | None:
        palette = self.theme.palette
        return {
            Mood.QUIET: None,
            Mood.ACTIVE: palette.accent,
            Mood.GOOD: palette.success,
            Mood.UNSURE: palette.warning,
            Mood.TROUBLE: palette.danger,
        }[self._headline.mood]

    def _ring(self, painter: QPainter, box: QRectF, progress: float, colour: str) -> None:
        width = max(self.theme.size(4), 3)
        ring = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.palette.border), width))
        painter.drawEllipse(ring)
        painter.setPen(QPen(QColor(colour), width, c=Qt.PenCapStyle.RoundCap))
        if progress < 0:
            painter.drawArc(ring, round((90 - 360 * self._turn) * 16), -90 * 16)
        else:
            painter.drawArc(ring, 90 * 16, round(-360 * progress * 16))

    @staticmethod
    def _text(painter: QPainter, box: QRectF, font: QFont, text: str, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
