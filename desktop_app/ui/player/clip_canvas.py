"""Shows one frame of a clip."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.figure.painting_thread import PictureSlot
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.painted import Painted
from desktop_app.ui.kit.tokens import RADIUS_SMALL, SPACE
from desktop_app.ui.player.clip import PlayerClip, paint_clip


class ClipCanvas(Painted, QWidget):
    """Shows one frame of a clip; painted on the painting thread where one runs."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(96)
        self.setAccessibleName(tr("Reference picture"))
        self.clip: PlayerClip | None = None
        self.frame = 0
        self.mirrored = False
        self.empty_text = ""
        self._slot = PictureSlot(self)

    def show_clip(self, clip: PlayerClip | None) -> None:
        """Show the first frame of another clip; nothing of the previous one is shown from now on."""
        if clip is not self.clip:
            self.clip, self.frame = clip, 0
            self._slot.clear()
            self.update()

    def show_frame(self, frame: int) -> None:
        """Show another frame of the clip."""
        if frame != self.frame:
            self.frame = frame
            self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        self.mirrored = mirrored
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 200)

    def paint(self, painter: QPainter) -> None:
        palette = self.theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.stage))
        painter.drawRoundedRect(self.rect(), RADIUS_SMALL, RADIUS_SMALL)
        if self.clip is not None and self.clip.count:
            self._paint_frame(painter, self.clip)
        else:
            painter.setFont(self.theme.font())
            painter.setPen(QColor(palette.stage_text))
            box = self.rect().adjusted(SPACE * 2, SPACE, -SPACE * 2, -SPACE)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty_text)

    def _paint_frame(self, painter: QPainter, clip: PlayerClip) -> None:
        box, frame, mirrored = QRectF(self.rect()), self.frame, self.mirrored

        def paint(painter: QPainter, box: QRectF) -> None:
            paint_clip(painter, clip, frame, box, mirrored=mirrored)

        # Decoding a picture of a video again is as fast as reading it from the cache.
        keep = not clip.pictures
        painter.save()
        self._slot.paint(painter, box, ("clip", clip.serial, frame, mirrored), paint, keep=keep)
        painter.restore()
