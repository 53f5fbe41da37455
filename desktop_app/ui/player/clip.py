"""A clip as players show it: feature rows for the avatar, or the pictures of a video."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.engine import layout
from desktop_app.engine.records import Candidate, FeatureSequence, FloatArray, ImageArray
from desktop_app.ui.figure import avatar, framing
from desktop_app.ui.figure.figure import figure_from_features

THUMBNAIL_WIDTH: Final = 192
THUMBNAIL_HEIGHT: Final = 160
ClipKey: TypeAlias = tuple[str, str]  # pack, clip_id
_serials: Final = itertools.count(1)


def clip_key(candidate: Candidate) -> ClipKey:
    """The reference of an answer."""
    return candidate.pack, candidate.clip_id


@dataclass(frozen=True, slots=True, eq=False)
class PlayerClip:
    """What can be played.

    Attributes:
        title, pack: shown in the heading.
        fps: rows or pictures a second.
        features: (T, 540) in torso units, or (0, 540) where there is a video.
        pictures: JPEG files, one a frame, empty where the avatar plays. See `picture`.
        space: the part of torso space that is shown.
        serial: unique among all clips of this run, so that painted frames can be cached.
    """

    title: str
    pack: str
    fps: float
    features: FloatArray = field(default_factory=lambda: np.zeros((0, layout.FEATURE_DIM), np.float32))
    pictures: tuple[bytes, ...] = ()
    space: QRectF = field(default_factory=framing.world_rect)
    serial: int = field(default_factory=_serials.__next__)

    @property
    def count(self) -> int:
        """Number of frames."""
        return len(self.pictures) or len(self.features)

    def picture(self, index: int) -> ImageArray:
        """A frame of the video (H, W, 3) BGR, decoded. Takes about 1 ms; on any thread."""
        from desktop_app.engine.cv import cv2

        packed = np.frombuffer(self.pictures[index], np.uint8)
        picture: ImageArray = cv2.imdecode(packed, cv2.IMREAD_COLOR)
        return picture


def avatar_clip(title: str, pack: str, sequence: FeatureSequence) -> PlayerClip:
    """A clip that the avatar plays, framed so that its hands stay in the picture."""
    space = framing.signing_space(sequence.features)
    return PlayerClip(title, pack, sequence.fps, sequence.features, space=space)


def paint_clip(painter: QPainter, clip: PlayerClip, index: int, target: QRectF, *, mirrored: bool) -> None:
    """Paint one frame of a clip, letterboxed into `target`."""
    painter.save()
    painter.setClipRect(target)
    if clip.pictures:
        picture = clip.picture(index)  # the image borrows it
        height, width = picture.shape[:2]
        image = QImage(picture.data, width, height, int(picture.strides[0]), QImage.Format.Format_BGR888)
        framing.fit(painter, QRectF(0, 0, width, height), target, mirrored=mirrored)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(0, 0, image)
    else:
        figure = figure_from_features(clip.features[index])
        if figure is not None:
            framing.fit(painter, clip.space, target, mirrored=mirrored)
            avatar.paint_figure(painter, figure)
    painter.restore()


def thumbnail(clip: PlayerClip) -> QImage:
    """A small picture of the clip's most representative frame; transparent around the avatar."""
    image = QImage(THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(Qt.GlobalColor.transparent))
    if clip.count:
        index = len(clip.pictures) // 2 if clip.pictures else framing.thumbnail_row(clip.features)
        painter = QPainter(image)
        paint_clip(painter, clip, index, QRectF(image.rect()), mirrored=False)
        painter.end()
    return image
