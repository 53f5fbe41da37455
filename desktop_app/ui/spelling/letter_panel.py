"""The letter that is read: large in a ring that fills, its probability, and the three that come next."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.engine.letters.records import LetterPhase
from desktop_app.ui.i18n.direction import visual_rect_f
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.gauge import paint_gauge
from desktop_app.ui.kit.painted import Painted
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.spelling.state import SpellingState, SpellingVerdict
from desktop_app.ui.spelling.words import letter_glyph, letter_words, percent

NEXT: Final = 3
_RING_PX: Final = 148
_RING_SHARE: Final = 0.44  # of the width, at most: large text needs space beside the ring


class LetterPanel(Painted, QWidget):
    """Shows a `SpellingState`. Letter and probability are also the name of the widget for screen readers."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._state = SpellingState()
        self._describe()

    def show_state(self, state: SpellingState) -> None:
        """Show another state; nothing is repainted when what the panel shows of it is the same."""
        if _content(state) == _content(self._state):
            return
        self._state = state
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._ring_side() + self._rows_height() + 2 * SPACE)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _describe(self) -> None:
        best = self._state.best
        name = f"{letter_words(best.letter)}, {percent(best.probability)}" if best else tr("No letter")
        if name != self.accessibleName():
            self.setAccessibleName(name)
            rest = self._state.candidates[1 : NEXT + 1]
            words = ", ".join(f"{letter_words(one.letter)} {percent(one.probability)}" for one in rest)
            self.setAccessibleDescription(tr("Next: {letters}", letters=words) if words else "")

    def _ring_side(self) -> int:
        return min(self.theme.size(_RING_PX), round(max(self.width(), 280) * _RING_SHARE))

    def _row_height(self) -> int:
        return QFontMetrics(self.theme.font(tokens.STRONG)).height() + SPACE

    def _rows_height(self) -> int:
        return NEXT * self._row_height()

    def paint(self, painter: QPainter) -> None:
        side = self._ring_side()
        ring = QRectF(0, 0, side, side)
        self._paint_ring(painter, visual_rect_f(self, ring))
        beside = QRectF(ring.right() + 2 * SPACE, 0, self.width() - ring.right() - 2 * SPACE, side)
        self._paint_beside(painter, beside)
        self._paint_next(painter, QRectF(0, side + 2 * SPACE, self.width(), self._rows_height()))

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        palette, state = self.theme.palette, self._state
        tone = {SpellingVerdict.RIGHT: palette.success, SpellingVerdict.WRONG: palette.warning}.get(
            state.verdict
        )
        width = max(self.theme.size(7), 5)
        ring = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(palette.border), width))
        painter.setBrush(QColor(tone.soft if tone else palette.raised))
        painter.drawEllipse(ring)
        share, colour = state.hold, palette.accent.text
        if state.phase is LetterPhase.COLLECTING:
            share = state.collected / max(state.window, 1)
        elif tone is not None:
            share, colour = 1.0, tone.text
        elif state.phase is LetterPhase.COMMITTED:
            share = 0.0
        if share > 0:
            painter.setPen(QPen(QColor(colour), width, c=Qt.PenCapStyle.RoundCap))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawArc(ring, 90 * 16, round(-360 * min(share, 1.0) * 16))
        best = state.best
        if best is None:
            words = (
                f"{state.collected}/{state.window}" if state.phase is LetterPhase.COLLECTING else "\N{EN DASH}"
            )
            font = self.theme.font(tokens.DISPLAY, QFont.Weight.DemiBold)
            painter.setPen(QColor(palette.muted))
        else:
            words = letter_glyph(best.letter)
            font = self.theme.font(tokens.DISPLAY, QFont.Weight.DemiBold)
            font.setPixelSize(round(box.height() * 0.56))  # as large as the ring lets it be
            painter.setPen(QColor(tone.text if tone else palette.text))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        if tone is not None:
            right = state.verdict is SpellingVerdict.RIGHT
            icon = "ph.check-circle-fill" if right else "ph.x-circle-fill"
            tick = self.theme.size(30)
            x, y = round(box.right() - tick), round(box.bottom() - tick)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.card))
            painter.drawEllipse(x - 2, y - 2, tick + 4, tick + 4)
            self.theme.icon(icon, tone.text).paint(painter, x, y, tick, tick)

    def _paint_beside(self, painter: QPainter, box: QRectF) -> None:
        palette, state = self.theme.palette, self._state
        best = state.best
        caption, large = self.theme.font(tokens.CAPTION), self.theme.font(tokens.DISPLAY, QFont.Weight.DemiBold)
        small, high = QFontMetrics(caption).height(), QFontMetrics(large).height()
        bar = 8.0
        top = box.center().y() - (small + high + bar + SPACE) / 2
        painter.setFont(caption)
        painter.setPen(QColor(palette.muted))
        head = QFontMetrics(caption).elidedText(
            tr("Probability"), Qt.TextElideMode.ElideRight, round(box.width())
        )
        begin = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter  # a painter turns it by itself
        painter.drawText(visual_rect_f(self, QRectF(box.x(), top, box.width(), small)), begin, head)
        painter.setFont(large)
        painter.setPen(QColor(palette.text if best else palette.muted))
        shown = percent(best.probability) if best else "\N{EN DASH}"
        painter.drawText(visual_rect_f(self, QRectF(box.x(), top + small, box.width(), high)), begin, shown)
        gauge = QRectF(box.x(), top + small + high + SPACE, box.width(), bar)
        share = best.probability if best else 0.0
        self._paint_gauge(painter, gauge, share, accepted=state.verdict is SpellingVerdict.RIGHT)

    def _paint_next(self, painter: QPainter, box: QRectF) -> None:
        palette = self.theme.palette
        letter_font = self.theme.font(tokens.STRONG, QFont.Weight.DemiBold)
        caption = self.theme.font(tokens.CAPTION)
        rest = list(self._state.candidates[1 : NEXT + 1]) if self._state.best else []
        width = QFontMetrics(letter_font).horizontalAdvance("W") + 2 * SPACE
        figure = QFontMetrics(caption).horizontalAdvance(percent(1.0)) + SPACE
        for place in range(NEXT):
            row = QRectF(box.x(), box.y() + place * self._row_height(), box.width(), self._row_height())
            one = rest[place] if place < len(rest) else None
            name = letter_glyph(one.letter) if one else "\N{EN DASH}"
            painter.setFont(letter_font)
            painter.setPen(QColor(palette.text if one else palette.muted))
            first = visual_rect_f(self, QRectF(row.x(), row.y(), width, row.height()))
            painter.drawText(first, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
            bar = QRectF(row.x() + width, row.center().y() - 4, row.width() - width - figure - SPACE, 8)
            self._paint_gauge(painter, bar, one.probability if one else 0.0, accepted=False)
            painter.setFont(caption)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            text = percent(one.probability) if one else ""
            painter.setPen(QColor(palette.text))
            last = QRectF(row.right() - figure, row.y(), figure, row.height())
            painter.drawText(visual_rect_f(self, last), right, text)

    def _paint_gauge(self, painter: QPainter, box: QRectF, share: float, *, accepted: bool) -> None:
        """A bar that fills from the side at which the reading begins."""
        painter.save()
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        paint_gauge(painter, box, share, self.theme, accepted=accepted)
        painter.restore()


def _content(state: SpellingState) -> tuple[object, ...]:
    shown = tuple((one.letter, round(one.probability, 2)) for one in state.candidates)
    return state.verdict, state.phase, state.collected, state.window, round(state.hold, 2), shown
