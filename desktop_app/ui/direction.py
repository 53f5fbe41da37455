"""Painting from right to left: widgets that paint by themselves lay out from the left and turn it here."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QWidget


def turned(widget: QWidget, box: QRect) -> QRect:
    """Where a box lies in the direction of the widget's language."""
    if not widget.isRightToLeft():
        return box
    return QRect(widget.width() - box.x() - box.width(), box.y(), box.width(), box.height())


def turned_f(widget: QWidget, box: QRectF) -> QRectF:
    """As `turned`, for fractions of pixels."""
    if not widget.isRightToLeft():
        return box
    return QRectF(widget.width() - box.x() - box.width(), box.y(), box.width(), box.height())
