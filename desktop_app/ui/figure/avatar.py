"""Paints a figure as a solid person: body, head, arms and hands with all fingers, far parts first.

No stick figure: a learner must see which finger is in front, and whether the palm or the back of the hand is
shown. Limbs are tapered solids with a dark rim; what lies further away is painted first and darker.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
)

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray
from desktop_app.ui.figure.avatar_face import paint_head
from desktop_app.ui.figure.figure import WORLD_BOTTOM, WORLD_LEFT, WORLD_RIGHT, WORLD_TOP, Figure
from desktop_app.ui.kit.tokens import AVATAR

_PALM: Final = (0, 1, 5, 9, 13, 17)
_FINGER_RADIUS: Final = {
    "thumb": 0.155,
    "index": 0.125,
    "middle": 0.13,
    "ring": 0.12,
    "little": 0.105,
}  # of the palm
_FINGER_ROOT: Final = {"thumb": 1, "index": 5, "middle": 9, "ring": 13, "little": 17}


def world_rect() -> QRectF:
    """The part of torso space that is shown."""
    return QRectF(WORLD_LEFT, WORLD_TOP, WORLD_RIGHT - WORLD_LEFT, WORLD_BOTTOM - WORLD_TOP)


def fit(painter: QPainter, world: QRectF, target: QRectF, *, mirrored: bool) -> None:
    """Scale the painter so that `world` fills `target`, uncut, in the middle; mirrored swaps the sides."""
    scale = min(target.width() / world.width(), target.height() / world.height())
    painter.translate(target.center())
    painter.scale(-scale if mirrored else scale, scale)
    painter.translate(-world.center())


def paint_figure(painter: QPainter, figure: Figure) -> None:
    """Paint in the figure's own unit; the caller has scaled the painter (`fit`)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _torso(painter, figure)
    jobs: list[tuple[float, Callable[[], None]]] = [
        (_depth_of_head(figure), lambda: paint_head(painter, figure))
    ]
    for left in (True, False):
        jobs.extend(_arm_jobs(painter, figure, left=left))
    for _, job in sorted(jobs, key=lambda item: -item[0]):
        job()
    painter.restore()


def _depth_of_head(figure: Figure) -> float:
    return float(figure.pose[layout.NOSE, 2]) + 0.3 * figure.span


def _point(points: FloatArray, index: int) -> QPointF:
    return QPointF(float(points[index, 0]), float(points[index, 1]))


def _torso(painter: QPainter, figure: Figure) -> None:
    pose, span = figure.pose, figure.span
    left, right = _point(pose, layout.LEFT_SHOULDER), _point(pose, layout.RIGHT_SHOULDER)
    centre = (left + right) / 2
    down = QPointF(-(left - right).y(), (left - right).x()) / span  # square to the shoulders
    if down.y() < 0:
        down = -down
    side = (left - right) / span
    length, waist, pad = 3.6 * span, 0.40 * span, 0.16 * span
    neck, rise = 0.16 * span, 0.31 * span
    path = QPainterPath(centre + side * neck - down * rise)
    outer_left, outer_right = left + side * pad + down * 0.12 * span, right - side * pad + down * 0.12 * span
    path.cubicTo(
        centre + side * 0.2 * span - down * 0.13 * span, left + side * pad * 0.8 - down * 0.2 * span, outer_left
    )
    path.quadTo(centre + side * waist * 1.12 + down * 0.8 * span, centre + side * waist + down * length)
    path.lineTo(centre - side * waist + down * length)
    path.quadTo(centre - side * waist * 1.12 + down * 0.8 * span, outer_right)
    path.cubicTo(
        right - side * pad * 0.8 - down * 0.2 * span,
        centre - side * 0.2 * span - down * 0.13 * span,
        centre - side * neck - down * rise,
    )
    path.closeSubpath()
    shade = QLinearGradient(centre - side * 0.75 * span, centre + side * 0.75 * span)
    shade.setColorAt(0, QColor(AVATAR.shirt_shade))
    shade.setColorAt(0.5, QColor(AVATAR.shirt))
    shade.setColorAt(1, QColor(AVATAR.shirt_shade))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(shade))
    painter.drawPath(path)
    # The neck stands in the collar.
    chin = _point(pose, layout.NOSE) + (centre - _point(pose, layout.NOSE)) * 0.3
    capsule(
        painter, chin, centre - down * 0.17 * span, 0.135 * span, 0.15 * span, QColor(AVATAR.skin_shade), None
    )


def _arm_jobs(painter: QPainter, figure: Figure, *, left: bool) -> list[tuple[float, Callable[[], None]]]:
    pose, span = figure.pose, figure.span
    shoulder_i = layout.LEFT_SHOULDER if left else layout.RIGHT_SHOULDER
    elbow_i = layout.LEFT_ELBOW if left else layout.RIGHT_ELBOW
    wrist_i = layout.LEFT_WRIST if left else layout.RIGHT_WRIST
    hand = figure.left_hand if left else figure.right_hand
    shoulder, elbow = _point(pose, shoulder_i), _point(pose, elbow_i)
    wrist = _point(hand, 0) if hand is not None else _point(pose, wrist_i)
    rim = QColor(AVATAR.shirt_shade).darker(112)
    near = float(np.clip((pose[shoulder_i, 2] - pose[wrist_i, 2]) / span, -0.5, 1.5))
    sleeve = QColor(AVATAR.shirt).lighter(100 + int(max(near, 0) * 10))

    def upper() -> None:
        capsule(painter, shoulder, elbow, 0.185 * span, 0.14 * span, QColor(AVATAR.shirt), rim)

    def lower() -> None:
        cuff = elbow + (wrist - elbow) * 0.86
        capsule(painter, elbow, wrist, 0.11 * span, 0.072 * span, QColor(AVATAR.skin), QColor(AVATAR.outline))
        capsule(painter, elbow, cuff, 0.14 * span, 0.098 * span, sleeve, rim)

    def fingers() -> None:
        if hand is not None:
            paint_hand(painter, hand, is_left=left)
        elif pose[wrist_i, 3] > 0.5:  # the hand tracker lost it, the body tracker still knows the direction
            knuckle = _point(pose, wrist_i + 4)
            capsule(
                painter, wrist, knuckle, 0.085 * span, 0.09 * span, QColor(AVATAR.skin), QColor(AVATAR.outline)
            )

    elbow_z, wrist_z = float(pose[elbow_i, 2]), float(pose[wrist_i, 2])
    in_front = -0.25 * span  # a hand at the height of the face is before it far more often than behind it
    return [
        (float(pose[shoulder_i, 2]) / 2 + elbow_z / 2, upper),
        ((elbow_z + wrist_z) / 2 + in_front, lower),
        (wrist_z + 2 * in_front, fingers),
    ]


def palm_openness(hand: FloatArray, *, is_left: bool) -> float:
    """How much of the palm of a hand (21, 3) is seen: 1 the palm, 0 the back."""
    palm_size = float(np.linalg.norm(hand[9] - hand[0]))
    palm_size = max(palm_size, 0.8 * float(np.linalg.norm(hand[17] - hand[5])), 1e-4)
    towards = hand[5, :2] - hand[0, :2]
    across = hand[17, :2] - hand[0, :2]
    cross = float(towards[0] * across[1] - towards[1] * across[0]) / palm_size**2
    # With the palm of a right hand towards us and fingers up, the index is to the right of the little finger.
    facing = cross if is_left else -cross
    return float(np.clip(facing * 2.5 + 0.5, 0, 1))


def skin_between(openness: float) -> QColor:
    """The colour between the back of the hand (0) and the palm (1)."""
    return _mix(AVATAR.skin, AVATAR.palm, openness)


def paint_hand(painter: QPainter, hand: FloatArray, *, is_left: bool) -> None:
    """One hand (21, 3) in the painter's unit: palm and five fingers, the furthest first."""
    palm_size = float(np.linalg.norm(hand[9] - hand[0]))
    palm_size = max(palm_size, 0.8 * float(np.linalg.norm(hand[17] - hand[5])), 1e-4)
    openness = palm_openness(hand, is_left=is_left)
    palm_colour = _mix(AVATAR.skin, AVATAR.palm, openness)
    rim = QColor(AVATAR.outline)
    depth = hand[:, 2] - hand[list(_PALM), 2].mean()
    jobs: list[tuple[float, Callable[[], None]]] = [
        (0.0, lambda: _palm(painter, hand, palm_size, palm_colour, rim))
    ]
    for name, joints in layout.FINGERS.items():
        chain = joints if name == "thumb" else (_FINGER_ROOT[name], *joints[1:])
        z = float(np.mean([depth[i] for i in joints[1:]]))
        tone = float(np.clip(-z / palm_size, -0.6, 0.6))
        skin = _mix(AVATAR.skin, AVATAR.palm, openness * 0.8)
        skin = skin.lighter(100 + int(14 * tone)) if tone > 0 else skin.darker(100 + int(-30 * tone))
        radius = _FINGER_RADIUS[name] * palm_size

        def finger(chain: tuple[int, ...] = chain, radius: float = radius, skin: QColor = skin) -> None:
            _finger(painter, [_point(hand, i) for i in chain], radius, skin, rim, nails=1 - openness)

        jobs.append((z, finger))
    for _, job in sorted(jobs, key=lambda item: -item[0]):
        job()


def _palm(painter: QPainter, hand: FloatArray, size: float, colour: QColor, rim: QColor) -> None:
    corners = QPolygonF([_point(hand, i) for i in _PALM])
    for grow, paint in ((0.30, rim), (0.24, colour)):
        pen = QPen(paint, grow * size)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(paint)
        painter.drawPolygon(corners)
    glow = QRadialGradient(_point(hand, 9) * 0.5 + _point(hand, 0) * 0.5, size * 0.6)
    glow.setColorAt(0, QColor(255, 255, 255, 26))
    glow.setColorAt(1, QColor(255, 255, 255, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(glow))
    painter.drawPolygon(corners)


def _finger(
    painter: QPainter, points: list[QPointF], radius: float, skin: QColor, rim: QColor, *, nails: float
) -> None:
    radii = [radius * (1 - 0.11 * i) for i in range(len(points))]
    edge = radius * 0.24
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, grow in ((rim, edge), (skin, 0.0)):
        painter.setBrush(colour)
        for i in range(len(points) - 1):
            painter.drawPath(capsule_path(points[i], points[i + 1], radii[i] + grow, radii[i + 1] + grow))
    _gloss(painter, points, radii)
    if nails > 0.6:  # the back of the hand is shown
        tip, before = points[-1], points[-2]
        length = math.hypot(tip.x() - before.x(), tip.y() - before.y())
        if length > radius * 0.8:
            painter.save()
            painter.translate(tip + (before - tip) * 0.1)
            painter.rotate(math.degrees(math.atan2(tip.y() - before.y(), tip.x() - before.x())))
            painter.setBrush(QColor(AVATAR.palm))
            painter.drawRoundedRect(
                QRectF(-radius * 0.35, -radius * 0.38, radius * 0.85, radius * 0.76), radius * 0.3, radius * 0.3
            )
            painter.restore()


def _gloss(painter: QPainter, points: list[QPointF], radii: list[float]) -> None:
    pen = QPen(QColor(255, 255, 255, 34), radii[0] * 0.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    lift = QPointF(0, -radii[0] * 0.22)
    painter.drawPolyline(QPolygonF([point + lift for point in points]))
    painter.setPen(Qt.PenStyle.NoPen)


def _mix(first: str, second: str, share: float) -> QColor:
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
