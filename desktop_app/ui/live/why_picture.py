"""A picture of the moment an attempt went wrong, mirrored like the preview, with the problem marked on it.

Marks say by shape what their colour says too: an arrow over the edge a hand left by, a dashed ring where a hand
should have been seen, a ring around what was too fast.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray, LandmarkFrame
from desktop_app.runtime.attempt_events import ExplainedReason
from desktop_app.ui.figure import avatar, framing
from desktop_app.ui.figure.figure import figure_from_landmarks
from desktop_app.ui.figure.landmark_overlay import PictureMapping
from desktop_app.ui.kit.painted import Painted
from desktop_app.ui.kit.tokens import RADIUS_SMALL

_WRISTS: Final = {"left": layout.LEFT_WRIST, "right": layout.RIGHT_WRIST}
_HANDS: Final = {"left": layout.LEFT_HAND, "right": layout.RIGHT_HAND}
# Of an unmirrored picture; the signer's right is at its left.
_EDGES: Final = {"right": (-1.0, 0.0), "left": (1.0, 0.0), "top": (0.0, -1.0), "bottom": (0.0, 1.0)}
_RING: Final = 0.13  # of the picture's height
_HALO: Final = QColor(0, 0, 0, 150)


class WhyPicture(Painted, QWidget):
    """Paints one `ExplainedReason`; nothing where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.explained: ExplainedReason | None = None
        self.mirrored = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(72)

    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    def show_reason(self, explained: ExplainedReason | None, *, mirrored: bool) -> None:
        """Show the moment of a reason."""
        self.explained, self.mirrored = explained, mirrored
        self.update()

    def picture_rect(self) -> QRectF:
        """Where the picture lies in the widget."""
        aspect = self.explained.landmarks.aspect if self.explained is not None else 4 / 3
        width = min(self.width(), self.height() * aspect)
        height = width / aspect
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def arrow(self) -> tuple[QPointF, QPointF] | None:
        """From where to where the arrow of a hand that left the picture goes, on screen."""
        explained = self.explained
        if explained is None or explained.reason.code != "hand_out":
            return None
        box = self.picture_rect()
        mapping = PictureMapping(box, mirrored=self.mirrored)
        across, down = _EDGES[str(explained.reason.values["edge"])]
        x, y = _spot(explained.landmarks, str(explained.reason.values["hand"]))
        x, y = min(max(x, 0.12), 0.88), min(max(y, 0.12), 0.88)
        end = ((across + 1) / 2 if across else x, (down + 1) / 2 if down else y)
        start = (end[0] - across * 0.2, end[1] - down * 0.28)
        return mapping.point(*start), mapping.point(*end)

    def paint(self, painter: QPainter) -> None:
        explained = self.explained
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if explained is not None:
            box = self.picture_rect()
            clip = QPainterPath()
            clip.addRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
            painter.setClipPath(clip)
            painter.fillRect(box, QColor(self.theme.palette.stage))
            self._paint_moment(painter, explained, box)
            self._paint_marks(painter, explained, box)

    def _paint_moment(self, painter: QPainter, explained: ExplainedReason, box: QRectF) -> None:
        painter.save()
        if explained.picture is not None:
            height, width = explained.picture.shape[:2]
            image = QImage(
                explained.picture.data,
                width,
                height,
                int(explained.picture.strides[0]),
                QImage.Format.Format_BGR888,
            )
            framing.fit(painter, QRectF(0, 0, width, height), box, mirrored=self.mirrored)
            painter.drawImage(0, 0, image)
        else:
            figure = figure_from_landmarks(explained.landmarks)
            framing.fit(painter, QRectF(0, 0, explained.landmarks.aspect, 1), box, mirrored=self.mirrored)
            if figure is not None:
                avatar.paint_figure(painter, figure)
        painter.restore()

    def _paint_marks(self, painter: QPainter, explained: ExplainedReason, box: QRectF) -> None:
        arrow = self.arrow()
        colour = QColor(self.theme.palette.warning.solid)
        if arrow is not None:
            _paint_arrow(painter, *arrow, colour, min(self.theme.size(5), 0.05 * box.height()))
            return
        mapping, radius = PictureMapping(box, mirrored=self.mirrored), _RING * box.height()
        missing = {
            "one_hand_missing": [str(explained.reason.values.get("hand", ""))],
            "no_hands": list(_WRISTS),
        }
        names = missing.get(explained.reason.code, [])
        style = Qt.PenStyle.DashLine
        if explained.reason.code == "too_fast":
            names, style = list(_WRISTS), Qt.PenStyle.SolidLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for name in names:
            if not explained.landmarks.present[0] and not explained.landmarks.raw[_HANDS[name]].any():
                continue
            centre = mapping.point(*_spot(explained.landmarks, name))
            for ink, width in ((_HALO, 6.0), (colour, 3.0)):
                painter.setPen(QPen(ink, width * self.theme.scale, style))
                painter.drawEllipse(centre, radius, radius)


def _spot(landmarks: LandmarkFrame, name: str) -> tuple[float, float]:
    """Where a hand is, or its arm ends, in the unmirrored picture."""
    hand: FloatArray = landmarks.raw[_HANDS[name]].reshape(21, 3)
    if hand.any():
        return float(hand[9, 0]), float(hand[9, 1])
    wrist = landmarks.pose[_WRISTS[name]]
    return (float(wrist[0]), float(wrist[1])) if wrist.any() else (0.5, 0.5)


def _paint_arrow(painter: QPainter, start: QPointF, end: QPointF, colour: QColor, width: float) -> None:
    along = end - start
    length = max((along.x() ** 2 + along.y() ** 2) ** 0.5, 1.0)
    unit = along / length
    across = QPointF(-unit.y(), unit.x())
    head = min(length * 0.55, 4.5 * width)
    neck = end - unit * head
    points = QPolygonF(
        [
            start + across * width,
            neck + across * width,
            neck + across * head * 0.8,
            end,
            neck - across * head * 0.8,
            neck - across * width,
            start - across * width,
        ]
    )
    painter.setPen(QPen(_HALO, 2))
    painter.setBrush(colour)
    painter.drawPolygon(points)
