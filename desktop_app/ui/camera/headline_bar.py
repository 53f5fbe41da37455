"""The strip under the picture: a headline in large words, with an icon or a ring for progress."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.camera.headline import Headline, Mood
from desktop_app.ui.i18n.direction import visual_rect_f
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.painted import Painted
from desktop_app.ui.kit.tokens import RADIUS, SPACE, Tone

_TURN_MS = 1200
_MOST = 0.3  # of the window's height, for large words in a small one


class HeadlineBar(Painted, QWidget):
    """Shows one `Headline`, which is also the name of the widget for screen readers."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._headline = Headline(tr("Starting"), "", Mood.QUIET, "", -1)
        self._turn = 0.0
        self.setAccessibleName(self._headline.text)

    @property
    def headline(self) -> Headline:
        return self._headline

    @property
    def turning(self) -> bool:
        """Whether the ring turns and has to be repainted."""
        return self._headline.progress == -1

    def show_headline(self, headline: Headline) -> None:
        """Show another headline; nothing is repainted when it is the same."""
        if headline != self._headline:
            self._headline = headline
            self.setAccessibleName(headline.text)
            self.setAccessibleDescription(f"{headline.detail} {headline.more}".strip())
            self._fit_height()
            self.update()

    def turn(self, now_ms: float) -> None:
        """Turn the ring to its position at a time."""
        if self.turning:
            self._turn = (now_ms % _TURN_MS) / _TURN_MS
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._height_for(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def refresh_theme(self) -> None:
        self._fit_height()

    def _fit_height(self) -> None:
        """As high as the words need, and never lower than a headline with two lines: nothing jumps."""
        height = self._height_for(self.width())
        self.setToolTip(self._tooltip(max(self.width() - self._text_left() - 2 * SPACE, 40)))
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _text_left(self) -> int:
        return self.theme.size(36) + 4 * SPACE

    def _details(self, width: float) -> list[str]:
        """The second and third line; the third is left to the tool tip where both are too high."""
        lines = [line for line in (self._headline.detail, self._headline.more) if line]
        body = QFontMetrics(self.theme.font(tokens.BODY))
        most = max(self.window().height() * _MOST, 4 * body.height())
        while len(lines) > 1 and sum(_wrapped_height(body, line, width) for line in lines) > most:
            lines.pop()
        return lines

    def _tooltip(self, width: float) -> str:
        """The whole text where a part of it is not shown, else ""."""
        head = self._headline
        everything = [line for line in (head.text, head.detail, head.more) if line]
        cut = QFontMetrics(self._title_font(width)).horizontalAdvance(head.text) > width
        shown = 1 + len(self._details(width))
        return "\n".join(everything) if cut or shown < len(everything) else ""

    def _height_for(self, width: int) -> int:
        width = max(width - self._text_left() - 2 * SPACE, 40)
        body = QFontMetrics(self.theme.font(tokens.BODY))
        title = QFontMetrics(self._title_font(width)).height()
        needed = title + sum(_wrapped_height(body, line, width) for line in self._details(width))
        least = QFontMetrics(self.theme.font(tokens.TITLE)).height() + 2 * body.height()
        return max(needed, least) + 2 * SPACE

    def _title_font(self, width: float) -> QFont:
        """The largest size in which the title fits; the smallest where none does."""
        sizes = (tokens.DISPLAY, tokens.TITLE, tokens.STRONG, tokens.BODY)
        font = self.theme.font(sizes[-1], QFont.Weight.DemiBold)
        for size in sizes[1:] if self._headline.more else sizes:
            font = self.theme.font(size, QFont.Weight.DemiBold)
            if QFontMetrics(font).horizontalAdvance(self._headline.text) <= width:
                break
        return font

    def paint(self, painter: QPainter) -> None:
        head, palette = self._headline, self.theme.palette
        tone = self._tone()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(tone.border if tone else palette.border), palette.border_px))
        painter.setBrush(QColor(tone.soft if tone else palette.card))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        side = self.theme.size(36)
        badge = QRectF(box.x() + SPACE * 2, box.center().y() - side / 2, side, side)
        colour = tone.text if tone else palette.text
        if head.progress is None:
            self.theme.icon(head.icon, colour).paint(painter, visual_rect_f(self, badge).toRect())
        else:
            self._ring(painter, visual_rect_f(self, badge), head.progress, colour)
        left = box.x() + self._text_left()
        width = box.right() - left - 2 * SPACE
        title, detail = self._title_font(width), self.theme.font(tokens.BODY)
        title_metrics, metrics = QFontMetrics(title), QFontMetrics(detail)
        details = self._details(width)
        heights = [_wrapped_height(metrics, line, width) for line in details]
        top = box.center().y() - (title_metrics.height() + sum(heights)) / 2
        painter.setFont(title)
        painter.setPen(QColor(palette.text))
        shown = title_metrics.elidedText(head.text, Qt.TextElideMode.ElideRight, int(width))
        line_box = visual_rect_f(self, QRectF(left, top, width, title_metrics.height()))
        painter.drawText(line_box, Qt.AlignmentFlag.AlignVCenter, shown)
        top += title_metrics.height()
        painter.setFont(detail)
        painter.setPen(QColor(palette.text if tone else palette.muted))
        for line, height in zip(details, heights, strict=True):
            line_box = visual_rect_f(self, QRectF(left, top, width, height))
            painter.drawText(line_box, Qt.TextFlag.TextWordWrap, line)
            top += height

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


def _wrapped_height(metrics: QFontMetrics, text: str, width: float) -> int:
    return metrics.boundingRect(QRect(0, 0, int(width), 10_000), Qt.TextFlag.TextWordWrap, text).height()
