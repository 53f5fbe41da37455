"""The avatar's head: outline from the hull of the face points, and enough of a face to read its grammar.

Brows, eyes and mouth carry meaning in every sign language, so their shape follows the signer. The mesh keeps
every fifth point; the constants below are positions in those 94 (mesh index / 5), read off its face model.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF, QRadialGradient

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray
from desktop_app.ui.figure.figure import Figure
from desktop_app.ui.kit.tokens import AVATAR


def _kept(*mesh_indices: int) -> tuple[int, ...]:
    return tuple(index // 5 for index in mesh_indices)


_TOP, _CHIN = _kept(10, 175)
_RIGHT_BROW: Final = _kept(70, 105, 55)
_LEFT_BROW: Final = _kept(300, 295, 285)
_RIGHT_EYE: Final = _kept(145, 160)  # lower and upper lid
_LEFT_EYE: Final = _kept(380, 385)
_UPPER_LIP: Final = _kept(185, 40, 0, 270)
_LOWER_LEFT: Final = _kept(375, 405)
_LOWER_MIDDLE, _INNER_RIGHT, _INNER_LEFT = _kept(15, 80, 310)
_NOSE: Final = _kept(195, 5, 45, 275)


def paint_head(painter: QPainter, figure: Figure) -> None:
    """Hair, ears, face and features; from the body's eleven head points when the face was not seen."""
    if figure.face is None:
        _plain_head(painter, figure)
        return
    face = figure.face[:, :2]
    hull = smooth(convex_hull(face))
    top, chin = face[_TOP], face[_CHIN]
    up = top - chin
    height = float(np.hypot(*up))
    if height < 1e-6:
        return
    up = up / height
    across = np.array([-up[1], up[0]])
    centre = face.mean(axis=0)
    width = float(np.ptp(face @ across))
    _hair(painter, centre, up, width, height)
    _ears(painter, figure, width)
    _skin(painter, hull, centre, height)
    _features(painter, face, height)


def convex_hull(points: FloatArray) -> FloatArray:
    """The corners of the hull of (N, 2) points, in order (Andrew's monotone chain)."""
    ordered = sorted((x, y) for x, y in points.tolist())  # single numbers are slow in numpy
    corners: list[tuple[float, float]] = []
    for sequence in (ordered, ordered[::-1]):
        chain: list[tuple[float, float]] = []
        for x, y in sequence:
            while len(chain) > 1:
                (ax, ay), (bx, by) = chain[-2], chain[-1]
                if (bx - ax) * (y - by) - (by - ay) * (x - bx) > 0:
                    break
                chain.pop()
            chain.append((x, y))
        corners += chain[:-1]
    return np.array(corners, np.float32)


def smooth(corners: FloatArray) -> QPainterPath:
    """A closed curve through the middles of a polygon's edges."""
    middles = (corners + np.roll(corners, -1, axis=0)) / 2
    path = QPainterPath(_q(middles[-1]))
    for corner, middle in zip(corners, middles, strict=True):
        path.quadTo(_q(corner), _q(middle))
    return path


def _q(point: FloatArray) -> QPointF:
    return QPointF(float(point[0]), float(point[1]))


def _hair(painter: QPainter, centre: FloatArray, up: FloatArray, width: float, height: float) -> None:
    painter.save()
    painter.translate(_q(centre))
    painter.rotate(float(np.degrees(np.arctan2(up[0], -up[1]))))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(AVATAR.hair))
    painter.drawEllipse(QRectF(-0.56 * width, -0.80 * height, 1.12 * width, 1.12 * height))
    painter.restore()


def _ears(painter: QPainter, figure: Figure, width: float) -> None:
    pen = QPen(QColor(AVATAR.outline), 0.02 * width)
    painter.setPen(pen)
    painter.setBrush(QColor(AVATAR.skin_shade))
    nose = figure.pose[layout.NOSE, :2]
    for index in (layout.LEFT_EAR, layout.RIGHT_EAR):
        ear = figure.pose[index, :2]
        if np.hypot(*(ear - nose)) > 0.32 * width:  # turned away, the ear lies behind the face
            painter.drawEllipse(_q(ear), 0.085 * width, 0.14 * width)


def _skin(painter: QPainter, outline: QPainterPath, centre: FloatArray, height: float) -> None:
    glow = QRadialGradient(_q(centre) - QPointF(0, 0.12 * height), 0.75 * height)
    glow.setColorAt(0, QColor(AVATAR.skin_light))
    glow.setColorAt(0.65, QColor(AVATAR.skin))
    glow.setColorAt(1, QColor(AVATAR.skin_shade))
    painter.setPen(QPen(QColor(AVATAR.outline), 0.012 * height))
    painter.setBrush(QBrush(glow))
    painter.drawPath(outline)


def _features(painter: QPainter, face: FloatArray, height: float) -> None:
    up = (face[_TOP] - face[_CHIN]) / height
    for brow, lifts in ((_RIGHT_BROW, (0.0, 0.0, 0.065)), (_LEFT_BROW, (0.0, 0.055, 0.065))):
        # The kept points mix upper and lower edge of the brow; the lift brings them onto its upper edge.
        line = [_q(face[i] + up * lift * height) for i, lift in zip(brow, lifts, strict=True)]
        _line(painter, line, AVATAR.hair, 0.03 * height)
    for lower, upper in (_RIGHT_EYE, _LEFT_EYE):
        _eye(painter, face[lower], face[upper], height)
    bridge, tip, right, left = (_q(face[i]) for i in _NOSE)
    shade = QColor(AVATAR.skin_shade)
    _line(painter, [bridge, tip], AVATAR.skin_light, 0.035 * height)
    nose = QPainterPath(right)
    nose.quadTo((right + left) / 2 + (tip - bridge) * 0.5, left)
    painter.setPen(_round_pen(shade, 0.022 * height))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(nose)
    _mouth(painter, face, height)


def _eye(painter: QPainter, lower: FloatArray, upper: FloatArray, height: float) -> None:
    opening = float(np.hypot(*(upper - lower)))
    centre = _q((lower + upper) / 2)
    half = 0.062 * height
    painter.setPen(_round_pen(QColor(AVATAR.outline), 0.012 * height))
    painter.setBrush(QColor(AVATAR.eye))
    painter.drawEllipse(centre, half, max(opening * 0.62, 0.008 * height))
    if opening > 0.022 * height:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(AVATAR.pupil))
        radius = min(0.03 * height, opening * 0.62)
        painter.drawEllipse(centre, radius, radius)


def _mouth(painter: QPainter, face: FloatArray, height: float) -> None:
    upper = [face[i] for i in _UPPER_LIP]
    corner_left, low_left = (face[i] for i in _LOWER_LEFT)
    inner_top = (face[_INNER_RIGHT] + face[_INNER_LEFT]) / 2
    lower_middle = face[_LOWER_MIDDLE]
    # The mesh keeps no point on the lower right; it is the lower left one mirrored at the middle of the mouth.
    axis = lower_middle - face[0]
    axis = axis / max(float(np.hypot(*axis)), 1e-6)
    offset = low_left - face[0]
    low_right = face[0] + 2 * float(offset @ axis) * axis - offset
    outline = np.array([*upper, corner_left, low_left, low_right], np.float32)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(AVATAR.lips))
    painter.drawPath(smooth(outline))
    gap = float((lower_middle - inner_top) @ axis) - 0.03 * height
    if gap > 0.012 * height:
        half_width = 0.42 * float(np.hypot(*(corner_left - upper[0])))
        painter.setBrush(QColor(AVATAR.mouth))
        painter.drawEllipse(_q(inner_top + axis * gap * 0.5), half_width, gap * 0.6)
    else:
        corners = [_q(upper[0]), _q(inner_top + axis * 0.008 * height), _q(corner_left)]
        _line(painter, corners, AVATAR.mouth, 0.012 * height)


def _plain_head(painter: QPainter, figure: Figure) -> None:
    pose, span = figure.pose, figure.span
    head = pose[:11, :2]
    centre = (pose[layout.LEFT_EAR, :2] + pose[layout.RIGHT_EAR, :2]) / 2 * 0.5 + pose[layout.NOSE, :2] * 0.5
    width = max(float(np.ptp(head[:, 0])) * 1.12, 0.36 * span)
    height = width * 1.3
    _hair(painter, centre, np.array([0.0, -1.0], np.float32), width, height)
    _ears(painter, figure, width)
    outline = QPainterPath()
    outline.addEllipse(_q(centre), width / 2, height / 2)
    _skin(painter, outline, centre, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(AVATAR.pupil))
    for index in (layout.LEFT_EYE, layout.RIGHT_EYE):
        painter.drawEllipse(_q(pose[index, :2]), 0.032 * height, 0.032 * height)
    _line(painter, [_q(pose[10, :2]), _q(pose[9, :2])], AVATAR.lips, 0.03 * height)


def _round_pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _line(painter: QPainter, points: list[QPointF], colour: str, width: float) -> None:
    painter.setPen(_round_pen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
