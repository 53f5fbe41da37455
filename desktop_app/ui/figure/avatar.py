"""Paints a figure as a solid person: body, head, arms and hands with all fingers, far parts first.

No stick figure: a learner must see which finger is in front, and whether the palm or the back of the hand is
shown. Limbs are tapered solids with a dark rim; what lies further away is painted first and darker.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath

from desktop_app.engine import layout
from desktop_app.ui.figure.avatar_hand import paint_hand
from desktop_app.ui.figure.avatar_head import paint_head
from desktop_app.ui.figure.figure import Figure
from desktop_app.ui.figure.shapes import capsule, point
from desktop_app.ui.kit.tokens import AVATAR


def paint_figure(painter: QPainter, figure: Figure) -> None:
    """Paint in the unit of the figure; the caller has scaled the painter (`framing.fit`)."""
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


def _torso(painter: QPainter, figure: Figure) -> None:
    pose, span = figure.pose, figure.span
    left, right = point(pose, layout.LEFT_SHOULDER), point(pose, layout.RIGHT_SHOULDER)
    centre = (left + right) / 2
    down = QPointF(-(left - right).y(), (left - right).x()) / span  # perpendicular to the shoulders
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
    chin = point(pose, layout.NOSE) + (centre - point(pose, layout.NOSE)) * 0.3
    capsule(
        painter, chin, centre - down * 0.17 * span, 0.135 * span, 0.15 * span, QColor(AVATAR.skin_shade), None
    )


def _arm_jobs(painter: QPainter, figure: Figure, *, left: bool) -> list[tuple[float, Callable[[], None]]]:
    pose, span = figure.pose, figure.span
    shoulder_i = layout.LEFT_SHOULDER if left else layout.RIGHT_SHOULDER
    elbow_i = layout.LEFT_ELBOW if left else layout.RIGHT_ELBOW
    wrist_i = layout.LEFT_WRIST if left else layout.RIGHT_WRIST
    hand = figure.left_hand if left else figure.right_hand
    shoulder, elbow = point(pose, shoulder_i), point(pose, elbow_i)
    wrist = point(hand, 0) if hand is not None else point(pose, wrist_i)
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
        elif (
            pose[wrist_i, 3] > 0.5
        ):  # the hand tracker has lost the hand, the body tracker still gives its direction
            knuckle = point(pose, wrist_i + 4)
            capsule(
                painter, wrist, knuckle, 0.085 * span, 0.09 * span, QColor(AVATAR.skin), QColor(AVATAR.outline)
            )

    elbow_z, wrist_z = float(pose[elbow_i, 2]), float(pose[wrist_i, 2])
    in_front = -0.25 * span  # a hand at the height of the face is in front of it far more often than behind
    return [
        (float(pose[shoulder_i, 2]) / 2 + elbow_z / 2, upper),
        ((elbow_z + wrist_z) / 2 + in_front, lower),
        (wrist_z + 2 * in_front, fingers),
    ]
