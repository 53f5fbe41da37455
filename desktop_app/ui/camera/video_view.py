"""The stage: newest picture, letterboxed, mirrored on screen only, with what the tracker sees over it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.engine.records import Frame, LandmarkFrame
from desktop_app.ui.bridge import EventBatch
from desktop_app.ui.figure import avatar, framing
from desktop_app.ui.figure.avatar_hand import paint_hand_and_wrist
from desktop_app.ui.figure.figure import figure_from_landmarks
from desktop_app.ui.figure.landmark_overlay import PictureMapping, paint_overlay
from desktop_app.ui.figure.painting_thread import PictureSlot
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import RADIUS


class VideoView(Themed, QWidget):
    """Paints a `Frame`, or an avatar where a recording has no picture. Arrays are only read."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 180)
        self.setAccessibleName(tr("Picture"))
        self.mirrored = True
        self.overlay = True
        self.accepted = False  # a frame of the success colour, seen from the corner of the eye
        self._frame: Frame | None = None
        self._landmarks: LandmarkFrame | None = None
        self._slot = PictureSlot(self)

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def show_picture(self, frame: Frame | None, landmarks: LandmarkFrame | None) -> None:
        """Take the newest frame and landmarks; painted with the next repaint."""
        self._frame, self._landmarks = frame, landmarks
        self.update()

    def set_switches(self, *, mirrored: bool, overlay: bool) -> None:
        """Mirror (on screen only) and overlay."""
        self.mirrored, self.overlay = mirrored, overlay
        self.update()

    def set_accepted(self, accepted: bool) -> None:
        """Whether the last sign was recognised."""
        if accepted != self.accepted:
            self.accepted = accepted
            self.update()

    def picture_rect(self) -> QRectF:
        """Where the picture lies in the widget."""
        aspect = 4 / 3
        if self._frame is not None:
            aspect = self._frame.aspect
        elif self._landmarks is not None:
            aspect = self._landmarks.aspect
        width = min(self.width(), self.height() * aspect)
        height = width / aspect
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def show_batch(self, batch: EventBatch) -> None:
        """Show the newest picture and landmarks; none of an earlier source."""
        if batch.stream_restarted:
            self.show_picture(None, None)
        if batch.frame is not None or batch.landmarks is not None:
            self.show_picture(batch.frame or self._frame, batch.landmarks or self._landmarks)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.palette.stage))
        picture = self.picture_rect()
        if self._frame is not None:
            self._paint_frame(painter, self._frame, picture)
            if self.overlay and self._landmarks is not None:
                paint_overlay(
                    painter, self._landmarks, PictureMapping(picture, mirrored=self.mirrored), self.theme
                )
        elif self._landmarks is not None:
            self._show_avatar(painter, self._landmarks, picture)
        else:
            self._paint_nothing(painter)
        self._paint_edge(painter)
        painter.end()

    def _paint_frame(self, painter: QPainter, frame: Frame, picture: QRectF) -> None:
        # The image borrows the array; `frame` is held by self until after the painting.
        image = QImage(
            frame.bgr.data, frame.width, frame.height, int(frame.bgr.strides[0]), QImage.Format.Format_BGR888
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.mirrored:
            painter.translate(2 * picture.center().x(), 0)
            painter.scale(-1, 1)
        painter.drawImage(picture, image)
        painter.restore()

    def _show_avatar(self, painter: QPainter, landmarks: LandmarkFrame, picture: QRectF) -> None:
        mirrored = self.mirrored
        content = ("landmarks", id(landmarks), landmarks.frame_id, landmarks.captured_ns, mirrored)

        def paint(painter: QPainter, _: QRectF) -> None:
            _paint_avatar(painter, landmarks, picture, mirrored=mirrored)

        # All of the widget: the figure goes on beside and below its picture.
        self._slot.paint(painter, QRectF(self.rect()), content, paint, keep=False)

    def _paint_nothing(self, painter: QPainter) -> None:
        side = self.theme.size(72)
        icon = self.theme.icon("ph.user-focus", self.theme.palette.control_border)
        centre = self.rect().center()
        icon.paint(painter, centre.x() - side // 2, centre.y() - side // 2, side, side)

    def _paint_edge(self, painter: QPainter) -> None:
        """Round corners: cheaper over the picture than a clip under it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside, corners = QPainterPath(), QPainterPath()
        inside.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        corners.addRect(QRectF(self.rect()))
        painter.fillPath(corners.subtracted(inside), QColor(self.theme.palette.window))
        if self.accepted:
            painter.setPen(QPen(QColor(self.theme.palette.success.solid), 6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), RADIUS - 2, RADIUS - 2)


def _paint_avatar(painter: QPainter, landmarks: LandmarkFrame, picture: QRectF, *, mirrored: bool) -> None:
    figure = figure_from_landmarks(landmarks)
    painter.save()
    framing.fit(painter, QRectF(0, 0, landmarks.aspect, 1), picture, mirrored=mirrored)
    if figure is not None:
        avatar.paint_figure(painter, figure)
    else:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for hand, is_left in ((landmarks.left_hand, True), (landmarks.right_hand, False)):
            if hand.any():  # a recording of hands alone
                stretch = np.array([landmarks.aspect, 1, landmarks.aspect], np.float32)
                paint_hand_and_wrist(painter, hand * stretch, is_left=is_left)
    painter.restore()
