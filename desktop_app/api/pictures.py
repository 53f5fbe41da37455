"""Decodes untrusted JPEG and PNG pictures: the size is checked before any pixel is decoded."""

from __future__ import annotations

from typing import Final

import numpy as np

from desktop_app.api import limits
from desktop_app.api.errors import ApiError, invalid
from desktop_app.engine.cv import cv2
from desktop_app.engine.png import is_png, whole_png
from desktop_app.engine.records import ImageArray
from desktop_app.message import Message

JPEG: Final = b"\xff\xd8\xff"
# Start of frame, all kinds; C4, C8 and CC are other things.
_FRAME_MARKERS: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE_MARKERS: Final = frozenset({0x01, *range(0xD0, 0xD9)})  # without a length
_END_MARKERS: Final = frozenset({0xD9, 0xDA})  # end, or the pixels begin


def jpeg_size(data: bytes) -> tuple[int, int] | None:
    """(width, height) of the header, None without one."""
    place = 2
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            return None
        marker = data[place + 1]
        if marker == 0xFF:  # filling
            place += 1
        elif marker in _BARE_MARKERS:
            place += 2
        elif marker in _END_MARKERS:
            return None
        elif marker in _FRAME_MARKERS:
            if place + 9 > len(data):
                return None
            return int.from_bytes(data[place + 7 : place + 9]), int.from_bytes(data[place + 5 : place + 7])
        else:
            place += 2 + int.from_bytes(data[place + 2 : place + 4])
    return None


def png_size(data: bytes) -> tuple[int, int] | None:
    """(width, height) of the header, None without one."""
    if len(data) < 24 or data[12:16] != b"IHDR":
        return None
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def decode_picture(data: bytes) -> ImageArray:
    """(H, W, 3) uint8 BGR. Raises ApiError when it is neither, damaged, or too large."""
    size = png_size(data) if is_png(data) else jpeg_size(data)
    whole = whole_png(data) if is_png(data) else data
    if size is None or 0 in size or whole is None:
        raise _unreadable()
    width, height = size
    if max(size) > limits.MAX_PICTURE_SIDE or width * height > limits.MAX_PICTURE_PIXELS:
        raise invalid(
            "message",
            Message(
                "The picture has {width} x {height} pixels, which is too many.", width=width, height=height
            ),
            Message("Send pictures of 640 x 480; more does not help."),
        )
    try:
        picture = cv2.imdecode(np.frombuffer(whole, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error as error:
        raise _unreadable() from error
    if picture is None:
        raise _unreadable()
    return np.asarray(picture, np.uint8)


def _unreadable() -> ApiError:
    return invalid("message", Message("The picture is damaged."), Message("Send it again."))
