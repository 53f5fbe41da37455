"""The only module that imports OpenCV: it protects the environment and silences the log.

The Linux wheel carries Qt 5 plug-ins and points `QT_QPA_PLATFORM_PLUGIN_PATH` at them, with which PySide6
(Qt 6) cannot start. It also puts `:` behind `LD_LIBRARY_PATH`, so that programs started later would load
libraries from the current folder. The variables are restored after the import. What OpenCV and FFmpeg would
print about a missing camera or a damaged file is reported by our own errors; set OPENCV_LOG_LEVEL and
OPENCV_FFMPEG_LOGLEVEL to see their messages.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.engine.records import ImageArray
from desktop_app.errors import SourceError
from desktop_app.files import readable
from desktop_app.message import Message

_CHANGED: Final = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR", "LD_LIBRARY_PATH")
_QUIET: Final = "-8"  # FFmpeg's AV_LOG_QUIET
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", _QUIET)
os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")
# A picture of a few bytes may say that it has a billion pixels, for which OpenCV would take 3 GB.
os.environ.setdefault("OPENCV_IO_MAX_IMAGE_PIXELS", str(64_000_000))
_before = {name: os.environ.get(name) for name in _CHANGED}

import cv2  # noqa: E402  (the environment must be read first)

for _name, _value in _before.items():
    if _value is not None:
        os.environ[_name] = _value
    elif "cv2" in os.environ.get(_name, ""):
        del os.environ[_name]

__all__ = ["cv2", "is_opencv_path", "opencv_path", "to_bgr"]


def is_opencv_path(path: Path) -> bool:
    """Whether OpenCV can take a path: a name that is not UTF-8 ends the process."""
    return readable(str(path)) == str(path)


def opencv_path(path: Path) -> str:
    """A path as OpenCV takes it. Raises SourceError for a name that is not UTF-8."""
    if not is_opencv_path(path):
        raise SourceError(
            Message("The name or the folder of '{path}' is not in UTF-8.", path=readable(path.name)),
            Message("Rename it."),
            code="source.name",
        )
    return str(path)


def to_bgr(picture: npt.NDArray[Any]) -> ImageArray:
    """Convert any picture from a camera or file to (H, W, 3) uint8 BGR.

    Greyscale, BGRA and 16-bit pictures are converted; BGR pictures are not copied. Raises SourceError for
    anything else.
    """
    if picture.dtype == np.uint16:
        picture = (picture >> 8).astype(np.uint8)
    channels = picture.shape[2] if picture.ndim == 3 else 1
    if (
        picture.dtype != np.uint8
        or picture.ndim not in (2, 3)
        or 0 in picture.shape
        or channels not in (1, 3, 4)
    ):
        raise SourceError(
            Message(
                "A picture of shape {shape} and type {dtype} cannot be used.",
                shape=picture.shape,
                dtype=picture.dtype,
            ),
            Message("Use a camera or file that gives colour or grey pictures of 8 or 16 bits."),
        )
    if channels == 1:
        picture = cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR)
    elif channels == 4:
        picture = cv2.cvtColor(picture, cv2.COLOR_BGRA2BGR)
    result: ImageArray = np.ascontiguousarray(picture, dtype=np.uint8)
    return result
