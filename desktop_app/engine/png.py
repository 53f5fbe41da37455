"""Checks PNG data before OpenCV decodes it, which takes as much memory for a chunk as the chunk claims."""

from __future__ import annotations

from typing import Final

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_LENGTH: Final = 4  # bytes that say the length of a chunk
_OVERHEAD: Final = 12  # of a chunk: length, type and checksum


def is_png(data: bytes) -> bool:
    """Whether the data begin as a PNG does."""
    return data.startswith(SIGNATURE)


def whole_png(data: bytes) -> bytes | None:
    """The data up to the end of the last chunk (IEND); None where a chunk does not lie within them.

    OpenCV reads on behind the end of a picture without pixels, and a few bytes may claim gigabytes.
    """
    place = len(SIGNATURE)
    while place + _LENGTH <= len(data):
        kind = data[place + 4 : place + 8]
        place += _OVERHEAD + int.from_bytes(data[place : place + 4])
        if kind == b"IEND":
            break
    return data[:place] if place <= len(data) else None
