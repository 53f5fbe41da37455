"""Draws landmarks over the picture: body, hands with their labels, contours of the face."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray, LandmarkFrame
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.theme import Theme

# MediaPipe's face-mesh contours, as closed rings or open lines of mesh points.
_RINGS: Final = (
    (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176,
     149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109),
    (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185),
    (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191),
    (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246),
    (263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466),
)  # fmt: skip
_LINES: Final = ((70, 63, 105, 66, 107), (300, 293, 334, 296, 336))
_ARMS: Final = ((11, 12), (11, 13), (13, 15), (12, 14), (14, 16))
_HALO: Final = QColor(0, 0, 0, 110)
_MIN_VISIBILITY: Final = 0.5


class PictureMapping:
    """Normalised picture coordinates -> widget pixels; mirroring happens here and nowhere else."""

    def __init__(self, picture: QRectF, *, mirrored: bool) -> None:
        self.picture, self.mirrored = picture, mirrored

    def point(self, x: float, y: float) -> QPointF:
        """Where a normalised point lies on screen."""
        across = 1 - x if self.mirrored else x
        return QPointF(
            self.picture.x() + across * self.picture.width(), self.picture.y() + y * self.picture.height()
        )

    def points(self, xy: FloatArray) -> list[QPointF]:
        """(N, 2 or more) -> N points."""
        return [self.point(float(row[0]), float(row[1])) for row in xy]


def paint_overlay(painter: QPainter, landmarks: LandmarkFrame, mapping: PictureMapping, theme: Theme) -> None:
    """Paint over the picture; parts that were not tracked are left out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    weight = max(mapping.picture.height() / 480, 0.75)
    present = landmarks.present
    if present[3]:
        _face(painter, landmarks, mapping, QColor(theme.palette.face_line), weight)
    if present[0]:
        _body(painter, landmarks.pose, mapping, QColor(theme.palette.body_line), weight)
    if present[1]:
        _hand(painter, landmarks.left_hand, mapping, theme, theme.palette.left_hand, tr("L"), weight)
    if present[2]:
        _hand(painter, landmarks.right_hand, mapping, theme, theme.palette.right_hand, tr("R"), weight)
    painter.restore()


def _face(
    painter: QPainter, landmarks: LandmarkFrame, mapping: PictureMapping, colour: QColor, weight: float
) -> None:
    colour.setAlpha(150)
    painter.setPen(QPen(colour, 1.1 * weight))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if len(landmarks.face_mesh) == layout.FACE_MESH_POINTS:
        for ring in _RINGS:
            painter.drawPolygon(QPolygonF(mapping.points(landmarks.face_mesh[list(ring)])))
        for line in _LINES:
            painter.drawPolyline(QPolygonF(mapping.points(landmarks.face_mesh[list(line)])))
        return
    painter.setPen(QPen(colour, 1.8 * weight, c=Qt.PenCapStyle.RoundCap))
    painter.drawPoints(QPolygonF(mapping.points(landmarks.face)))


def _body(painter: QPainter, pose: FloatArray, mapping: PictureMapping, colour: QColor, weight: float) -> None:
    points = mapping.points(pose)
    seen = pose[:, 3] >= _MIN_VISIBILITY
    lines = [QLineF(points[a], points[b]) for a, b in _ARMS if seen[a] and seen[b]]
    for ink, width in ((_HALO, 5.0), (colour, 2.4)):
        painter.setPen(QPen(ink, width * weight, c=Qt.PenCapStyle.RoundCap))
        painter.drawLines(lines)
    painter.setPen(QPen(_HALO, 1.2 * weight))
    painter.setBrush(colour)
    for index in sorted({i for bone in _ARMS for i in bone}):
        if seen[index]:
            painter.drawEllipse(points[index], 4 * weight, 4 * weight)


def _hand(
    painter: QPainter,
    hand: FloatArray,
    mapping: PictureMapping,
    theme: Theme,
    colour: str,
    name: str,
    weight: float,
) -> None:
    points = mapping.points(hand)
    lines = [QLineF(points[a], points[b]) for a, b in layout.HAND_BONES]
    for ink, width in ((_HALO, 4.4), (QColor(colour), 2.2)):
        painter.setPen(QPen(ink, width * weight, c=Qt.PenCapStyle.RoundCap))
        painter.drawLines(lines)
    painter.setPen(QPen(_HALO, 1.0 * weight))
    painter.setBrush(QColor(colour))
    for point in points:
        painter.drawEllipse(point, 2.6 * weight, 2.6 * weight)
    # The label stands on the far side of the wrist from the fingers, so that it covers none of them.
    away = hand[0, :2] - (hand[9, :2] - hand[0, :2]) * 0.55
    centre = mapping.point(float(away[0]), float(away[1]))
    radius = max(11.0, 11 * theme.scale)
    painter.setPen(QPen(QColor("#111113"), 1.5))
    painter.drawEllipse(centre, radius, radius)
    font = theme.font(12)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor("#111113"))
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
