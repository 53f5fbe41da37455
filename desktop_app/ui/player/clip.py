"""A reference as the player shows it: feature rows for the avatar, or decoded pictures. Made in a worker."""

from __future__ import annotations

import itertools
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.engine.records import Candidate, FeatureSequence, FloatArray, ImageArray
from desktop_app.ui.figure import avatar
from desktop_app.ui.figure.figure import figure_from_features, middle_row, signing_space

_log = logging.getLogger(__name__)
MAX_VIDEO_FRAMES: Final = 900  # half a minute; longer references are cut rather than fill the memory
MAX_VIDEO_HEIGHT: Final = 480
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
        title, pack: for the heading.
        fps: rows or pictures a second.
        features: (T, 540) in torso units, or (0, 540) where there is a video.
        space: what of torso space is shown.
        pictures: decoded frames (H, W, 3) BGR, empty where the avatar plays.
        serial: no other clip of this run has it: what was painted of it can be found again.
    """

    title: str
    pack: str
    fps: float
    features: FloatArray
    pictures: tuple[ImageArray, ...] = ()
    space: QRectF = field(default_factory=avatar.world_rect)
    serial: int = field(default_factory=_serials.__next__)

    @property
    def count(self) -> int:
        """Frames in it."""
        return len(self.pictures) or len(self.features)


def avatar_clip(title: str, pack: str, sequence: FeatureSequence) -> PlayerClip:
    """A clip that the avatar plays, framed so that its hands stay in the picture."""
    left, top, right, bottom = signing_space(sequence.features)
    space = QRectF(left, top, right - left, bottom - top)
    return PlayerClip(title, pack, sequence.fps, sequence.features, space=space)


def decode_video(path: Path) -> tuple[tuple[ImageArray, ...], float]:
    """All pictures of a short video, at most 480 high, and their rate. Empty where it cannot be read."""
    from desktop_app.engine.cv import cv2

    capture = cv2.VideoCapture(str(path))
    pictures: list[ImageArray] = []
    fps = float(capture.get(cv2.CAP_PROP_FPS)) or 30.0
    try:
        while len(pictures) < MAX_VIDEO_FRAMES:
            got, picture = capture.read()
            if not got:
                break
            height, width = picture.shape[:2]
            if height > MAX_VIDEO_HEIGHT:
                size = (round(width * MAX_VIDEO_HEIGHT / height), MAX_VIDEO_HEIGHT)
                picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
            pictures.append(picture)
    finally:
        capture.release()
    if not pictures:
        _log.warning("The reference video %s cannot be read", path.name)
    return tuple(pictures), fps


def paint_clip(painter: QPainter, clip: PlayerClip, index: int, target: QRectF, *, mirrored: bool) -> None:
    """Paint one frame of a clip, letterboxed into `target`."""
    painter.save()
    painter.setClipRect(target)
    if clip.pictures:
        picture = clip.pictures[index]
        height, width = picture.shape[:2]
        image = QImage(picture.data, width, height, int(picture.strides[0]), QImage.Format.Format_BGR888)
        avatar.fit(painter, QRectF(0, 0, width, height), target, mirrored=mirrored)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(0, 0, image)
    else:
        figure = figure_from_features(clip.features[index])
        if figure is not None:
            avatar.fit(painter, clip.space, target, mirrored=mirrored)
            avatar.paint_figure(painter, figure)
    painter.restore()


def thumbnail(clip: PlayerClip) -> QImage:
    """A small picture of the clip's most telling frame; transparent around the avatar."""
    image = QImage(THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(Qt.GlobalColor.transparent))
    if clip.count:
        index = len(clip.pictures) // 2 if clip.pictures else middle_row(clip.features)
        painter = QPainter(image)
        paint_clip(painter, clip, index, QRectF(image.rect()), mirrored=False)
        painter.end()
    return image
