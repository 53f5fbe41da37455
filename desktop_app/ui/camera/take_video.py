"""The camera picture of the views that record takes: a ring before a take, a red border while it runs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen

from desktop_app.ui.camera.video_view import VideoView
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.tokens import RADIUS, SPACE

_BORDER_PX: Final = 8
_RING_SHARE: Final = 0.46  # of the picture's smaller side


class TakeVideo(VideoView):
    """A `VideoView` over which `paint_take` paints the state of the take."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(160, 96)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_take(painter)
        painter.end()

    def paint_take(self, painter: QPainter) -> None:
        """Override: paint a ring, a border, or nothing."""
        raise NotImplementedError

    def paint_ring(self, painter: QPainter, share: float, words: str) -> None:
        """A large ring on a dark disc, visible from two metres. Without words it is around a raised hand."""
        side = min(self.width(), self.height()) * _RING_SHARE
        middle = QPointF(self.rect().center())
        disc = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 165))
        painter.drawEllipse(disc)
        width = max(side * 0.07, 6)
        ring = disc.adjusted(width, width, -width, -width)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(255, 255, 255, 70), width))
        painter.drawEllipse(ring)
        painter.setPen(QPen(QColor(self.theme.palette.warning.solid), width, c=Qt.PenCapStyle.RoundCap))
        painter.drawArc(ring, 90 * 16, round(-360 * 16 * share))
        if words:
            font = self.theme.font(tokens.DISPLAY, QFont.Weight.DemiBold)
            font.setPixelSize(max(round(side * 0.42), 24))
            painter.setFont(font)
            painter.setPen(QColor("#ffffff"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, words)
        else:
            icon = QRectF(0, 0, side * 0.4, side * 0.4)
            icon.moveCenter(middle)
            self.theme.icon("ph.hand-palm", "#ffffff").paint(painter, icon.toRect())

    def paint_recording(self, painter: QPainter, seconds: float, share: float | None = None) -> None:
        """A border that is noticed from the corner of the eye, and a badge that says the same without colour.

        Args:
            share: of the longest possible take, shown as a bar.
        """
        palette = self.theme.palette
        width = _BORDER_PX + (2 if palette.border_px > 1 else 0)
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.danger.solid), width))
        painter.drawRoundedRect(box, RADIUS - 2, RADIUS - 2)
        painter.setFont(self.theme.font(tokens.STRONG, QFont.Weight.DemiBold))
        metrics = painter.fontMetrics()
        dot = metrics.height() * 0.5
        # As wide as the longest time, so that the width does not change while it counts.
        room = metrics.horizontalAdvance(tr("Recording {seconds:.1f} s", seconds=10.0)) + dot + 4 * SPACE
        badge = QRectF((self.width() - room) / 2, width + SPACE, room, metrics.height() + SPACE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.danger.solid))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setBrush(QColor(palette.danger.on_solid))
        painter.drawEllipse(QRectF(badge.x() + SPACE + SPACE // 2, badge.center().y() - dot / 2, dot, dot))
        if share is not None:
            track = QRectF(0, self.height() - width - SPACE - 6, self.width() - 2 * (width + SPACE), 6)
            track.moveLeft(width + SPACE)
            painter.setBrush(QColor(0, 0, 0, 120))
            painter.drawRoundedRect(track, 3, 3)
            track.setWidth(max(track.width() * min(share, 1.0), 6))
            painter.setBrush(QColor(palette.danger.on_solid))
            painter.drawRoundedRect(track, 3, 3)
        painter.setPen(QColor(palette.danger.on_solid))
        words = badge.adjusted(dot + 2 * SPACE + SPACE // 2, 0, -SPACE, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, flags, tr("Recording {seconds:.1f} s", seconds=seconds))
