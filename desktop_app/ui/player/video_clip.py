"""A clip of a video file; its pictures are compressed, as half a minute of them would fill a gigabyte."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final

from desktop_app.engine.records import ImageArray
from desktop_app.errors import EndOfSource, SourceError
from desktop_app.ui.player.clip import PlayerClip

_log = logging.getLogger(__name__)
MAX_FRAMES: Final = 900  # half a minute; longer videos are cut
MAX_BYTES: Final = 64 * 2**20  # of compressed pictures; the rest is cut
MAX_WIDTH: Final = 854
MAX_HEIGHT: Final = 480
_QUALITY: Final = 85  # of JPEG; losses are small beside those of the video codec


def video_clip(path: Path, title: str = "", pack: str = "") -> PlayerClip | None:
    """Read a video into a clip with pictures of at most 854 x 480 pixels. None where it cannot be read."""
    from desktop_app.engine.cv import cv2
    from desktop_app.engine.sources.video import VideoSource

    source = VideoSource(path, realtime=False)
    fps = 0.0
    pictures: list[bytes] = []
    held = 0
    try:
        fps = source.open().fps
        while len(pictures) < MAX_FRAMES and held < MAX_BYTES:
            picture = _fitted(source.read().bgr)
            _, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
            pictures.append(packed.tobytes())
            held += len(pictures[-1])
    except EndOfSource:
        pass
    except SourceError as error:  # what came before the damage is shown
        _log.warning("The video %s cannot be read to its end: %s", path.name, error)
    finally:
        source.close()
    return PlayerClip(title, pack, fps, pictures=tuple(pictures)) if pictures else None


def _fitted(picture: ImageArray) -> ImageArray:
    from desktop_app.engine.cv import cv2

    height, width = picture.shape[:2]
    scale = min(MAX_HEIGHT / height, MAX_WIDTH / width)
    if scale >= 1:
        return picture
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    smaller: ImageArray = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    return smaller
