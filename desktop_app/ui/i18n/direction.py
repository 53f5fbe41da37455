"""Right-to-left layout of widgets that paint themselves: they lay out from the left and mirror it here."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QBoxLayout, QSlider, QWidget

_TURNING: Final = {
    "ph.caret-left": "ph.caret-right",
    "ph.caret-right": "ph.caret-left",
    "ph.arrow-left": "ph.arrow-right",
    "ph.arrow-right": "ph.arrow-left",
    "ph.arrow-u-up-left": "ph.arrow-u-up-right",
    "ph.arrow-u-up-right": "ph.arrow-u-up-left",
}


def visual_rect(widget: QWidget, box: QRect) -> QRect:
    """The box, mirrored where the widget's language runs from right to left."""
    if not widget.isRightToLeft():
        return box
    return QRect(widget.width() - box.x() - box.width(), box.y(), box.width(), box.height())


def visual_rect_f(widget: QWidget, box: QRectF) -> QRectF:
    """As `visual_rect`, for fractions of pixels."""
    if not widget.isRightToLeft():
        return box
    return QRectF(widget.width() - box.x() - box.width(), box.y(), box.width(), box.height())


def visual_icon(widget: QWidget, icon: str) -> str:
    """The name of the icon, mirrored where the widget's language runs from right to left."""
    return _TURNING.get(icon, icon) if widget.isRightToLeft() else icon


def keep_time_direction(root: QWidget) -> None:
    """Keep sliders and the rows of their buttons running from left to right in every language.

    Call it once, when the layout of `root` is complete.
    """
    for slider in root.findChildren(QSlider):
        slider.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    if not root.isRightToLeft():
        return
    for widget in (root, *root.findChildren(QWidget)):
        play: Any = getattr(widget, "play", None)
        layout = widget.layout()
        if isinstance(play, QWidget) and layout is not None:
            for row in layout.findChildren(QBoxLayout):
                _keep_row(row, play)


def _keep_row(row: QBoxLayout, play: QWidget) -> None:
    """Mirror the row once more, so that the mirroring by the language restores its order."""
    if row.indexOf(play) < 0 or row.direction() != QBoxLayout.Direction.LeftToRight:
        return
    row.setDirection(QBoxLayout.Direction.RightToLeft)
    for place in range(row.count()):
        item = row.itemAt(place)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
