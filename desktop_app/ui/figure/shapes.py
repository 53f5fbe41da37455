"""Shapes and colours that the avatar is painted with."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath

from desktop_app.engine.records import FloatArray


def point(points: FloatArray, index: int) -> QPointF:
    """One of (N, 2 or more) points."""
    return QPointF(float(points[index, 0]), float(points[index, 1]))


def mix(first: str, second: str, share: float) -> QColor:
    """The colour between two, from 0 (the first) to 1 (the second)."""
    a, b = QColor(first), QColor(second)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


def capsule_path(start: QPointF, end: QPointF, start_radius: float, end_radius: float) -> QPainterPath:
    """The hull of two circles, as one outline: Qt fills it ten times faster than shapes that overlap."""
    path = QPainterPath()
    delta = end - start
    length = math.hypot(delta.x(), delta.y())
    if length <= abs(start_radius - end_radius) + 1e-9:  # one circle lies in the other
        larger = max(start_radius, end_radius)
        path.addEllipse(start if start_radius >= end_radius else end, larger, larger)
        return path
    direction = math.degrees(math.atan2(-delta.y(), delta.x()))
    # From there to where a tangent touches the circles.
    touch = math.degrees(math.acos((start_radius - end_radius) / length))
    round_start, round_end = _circle(start, start_radius), _circle(end, end_radius)
    path.arcMoveTo(round_end, direction - touch)
    path.arcTo(round_end, direction - touch, 2 * touch)
    path.arcTo(round_start, direction + touch, 360 - 2 * touch)
    path.closeSubpath()
    return path


def _circle(centre: QPointF, radius: float) -> QRectF:
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)


def capsule(
    painter: QPainter,
    start: QPointF,
    end: QPointF,
    start_radius: float,
    end_radius: float,
    colour: QColor,
    rim: QColor | None,
) -> None:
    """A tapered limb, round at both ends, shaded across."""
    painter.setPen(Qt.PenStyle.NoPen)
    if rim is not None:
        edge = 0.12 * min(start_radius, end_radius)
        painter.setBrush(rim)
        painter.drawPath(capsule_path(start, end, start_radius + edge, end_radius + edge))
    delta = end - start
    length = math.hypot(delta.x(), delta.y())
    widest = max(start_radius, end_radius)
    if length > 1e-6:
        normal = QPointF(-delta.y(), delta.x()) / length * widest
        shade = QLinearGradient(start - normal, start + normal)
        shade.setColorAt(0, colour.darker(118))
        shade.setColorAt(0.45, colour.lighter(106))
        shade.setColorAt(1, colour.darker(118))
        painter.setBrush(QBrush(shade))
    else:
        painter.setBrush(colour)
    painter.drawPath(capsule_path(start, end, start_radius, end_radius))
