"""A confidence gauge: a bar with its figure, painted so that rows of them stand in line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop_app.ui.kit.theme import Theme


def paint_gauge(painter: QPainter, box: QRectF, share: float, theme: Theme, *, accepted: bool) -> None:
    """A track and a fill of `share` (0 to 1, none at 0); accepted ones are filled with the success colour."""
    palette = theme.palette
    radius = box.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.pressed))
    painter.drawRoundedRect(box, radius, radius)
    if share > 0:
        width = max(box.width() * min(share, 1.0), box.height())
        painter.setBrush(QColor(palette.success.solid if accepted else palette.accent.solid))
        painter.drawRoundedRect(QRectF(box.x(), box.y(), width, box.height()), radius, radius)
    if palette.border_px > 1:  # high contrast: the track needs a line
        painter.setPen(QColor(palette.border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
