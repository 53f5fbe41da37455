"""Scores of an attempt: a ring for the overall score, a bar for each channel. Colour is never the only cue."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.feedback.compare import RIGHT, TO_CORRECT, Feedback
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.painted import Painted
from desktop_app.ui.kit.parts import IconLabel, label
from desktop_app.ui.kit.tokens import SPACE, Tone
from desktop_app.ui.practice.feedback_words import channel_icon, channel_words, score_words

_RING_PX: Final = 96


def tone_name(score: float | None, *, correction: bool = False) -> str:
    """The tone of the palette for a score."""
    if correction or (score is not None and score < TO_CORRECT):
        return "warning"
    return "success" if score is not None and score >= RIGHT else "accent"


class ScoreRing(Painted, QWidget):
    """The overall score as a ring with its number."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._score: float | None = None
        self.show_score(None)

    def show_score(self, score: float | None) -> None:
        """Show a score of 0 to 100; None if there is nothing to compare."""
        self._score = score
        self.setAccessibleName(tr("Overall score: {score}", score=score_words(score)))
        self.update()

    def sizeHint(self) -> QSize:
        side = self.theme.size(_RING_PX)
        return QSize(side, side)

    def paint(self, painter: QPainter) -> None:
        palette = self.theme.palette
        tone: Tone = getattr(palette, tone_name(self._score))
        width = self.theme.size(9)
        half = width / 2 + 1
        ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(QPen(QColor(palette.pressed), width))
        painter.drawEllipse(ring)
        score = self._score
        if score is not None and score > 0:
            painter.setPen(QPen(QColor(tone.solid), width, c=Qt.PenCapStyle.RoundCap))
            painter.drawArc(ring, 90 * 16, round(-360 * 16 * score / 100))
        painter.setPen(QColor(palette.text))
        painter.setFont(self.theme.font(tokens.DISPLAY, QFont.Weight.DemiBold))
        shown = "\N{EN DASH}" if score is None else f"{score:.0f}"
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, shown)


class ScoreBar(Painted, QWidget):
    """The score of one channel as a bar; a dashed empty track if it cannot be judged."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._score: float | None = None
        self._correction = False

    def show_score(self, score: float | None, *, correction: bool) -> None:
        """Show a score of 0 to 100, or None; `correction` marks the channel to work on."""
        self._score, self._correction = score, correction
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.size(72), self.theme.size(14))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.theme.size(14))

    def paint(self, painter: QPainter) -> None:
        palette = self.theme.palette
        height = self.theme.size(8)
        box = QRectF(1, (self.height() - height) / 2, self.width() - 2, height)
        if self._score is None:
            painter.setPen(QPen(QColor(palette.muted), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box, height / 2, height / 2)
            return
        painter.setPen(QColor(palette.border) if palette.border_px > 1 else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.pressed))
        painter.drawRoundedRect(box, height / 2, height / 2)
        tone: Tone = getattr(palette, tone_name(self._score, correction=self._correction))
        width = max(box.width() * self._score / 100, height)
        left = box.right() - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else box.x()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.solid))
        painter.drawRoundedRect(QRectF(left, box.y(), width, height), height / 2, height / 2)


class ChannelScores(QWidget):
    """All channels in a fixed order: icon, name, bar and number; the one to work on is marked."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(2, 1)
        self._rows: dict[Channel, tuple[IconLabel, QLabel, ScoreBar, QLabel]] = {}
        for row, channel in enumerate(Channel):
            parts = (IconLabel(channel_icon(channel), "muted", 18), label(), ScoreBar(), label("", "caption"))
            parts[1].setText(channel_words(channel))
            parts[3].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, part in enumerate(parts):
                grid.addWidget(part, row, column)
            self._rows[channel] = parts

    def show_feedback(self, feedback: Feedback) -> None:
        for item in feedback.channels:
            icon, name, bar, figure = self._rows[item.channel]
            correction = item.channel is feedback.correction
            icon.set_icon(
                "ph.wrench" if correction else channel_icon(item.channel), "warning" if correction else "muted"
            )
            name.setProperty("kind", "strong" if correction else "")
            name.style().polish(name)
            bar.show_score(item.score, correction=correction)
            figure.setText(score_words(item.score))
            words = tr("{channel}: {score}", channel=channel_words(item.channel), score=score_words(item.score))
            bar.setAccessibleName(words)
            bar.setToolTip(words)
