"""Picture sizes from the packets of VP8 and VP9 videos, which browsers record.

OpenCV decodes pictures of another size than the first into garbage and does not say so. Where no other decoder
is installed, the headers of the packets tell it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from desktop_app.engine.cv import cv2, opencv_path

Size = tuple[int, int]
_VP8_START: Final = b"\x9d\x01\x2a"
_VP9_SYNC: Final = 0x498342
_SRGB: Final = 7


class PacketSizes:
    """Reads the packets of a video beside its decoder, one for each frame.

    Args:
        fourcc: the codec as OpenCV calls it; for others than VP8 and VP9 nothing is read.
    """

    def __init__(self, path: Path, fourcc: str) -> None:
        self._size_of = _CODECS.get(fourcc.upper())
        self._first: Size | None = None
        self._capture: Any = None
        if self._size_of is not None:
            self._capture = cv2.VideoCapture(opencv_path(path), cv2.CAP_FFMPEG, [cv2.CAP_PROP_FORMAT, -1])

    def next_differs(self) -> bool:
        """Whether the next packet has pictures of another size than the first one."""
        if self._capture is None or self._size_of is None:
            return False
        seen, packet = self._capture.read()
        size = self._size_of(np.asarray(packet).tobytes()) if seen and packet is not None else None
        if size is None:
            return False
        self._first = self._first or size
        return size != self._first

    def release(self) -> None:
        """Close the file."""
        if self._capture is not None:
            self._capture.release()


def vp8_size(packet: bytes) -> Size | None:
    """Width and height of a key frame; None for other frames, which have the size of the one before."""
    if len(packet) < 10 or packet[0] & 1 or packet[3:6] != _VP8_START:
        return None
    return int.from_bytes(packet[6:8], "little") & 0x3FFF, int.from_bytes(packet[8:10], "little") & 0x3FFF


def vp9_size(packet: bytes) -> Size | None:
    """Width and height of a frame that tells its size; None for those that take it from an earlier frame."""
    bits = _Bits(packet[:32])
    if len(packet) < 12 or bits.read(2) != 2:
        return None
    profile = bits.read(1) | bits.read(1) << 1
    if profile == 3:
        bits.read(1)
    if bits.read(1):  # shows an earlier frame again
        return None
    inter, shown, resilient = bits.read(1), bits.read(1), bits.read(1)
    if not inter:
        return _vp9_key_frame(bits, profile)
    intra_only = 0 if shown else bits.read(1)
    bits.read(0 if resilient else 2)
    if intra_only:
        return None
    bits.read(8 + 3 * 4)  # frames to refresh, and references
    if any(bits.read(1) for _ in range(3)):
        return None
    return bits.read(16) + 1, bits.read(16) + 1


def _vp9_key_frame(bits: _Bits, profile: int) -> Size | None:
    if bits.read(24) != _VP9_SYNC:
        return None
    if profile >= 2:
        bits.read(1)
    if bits.read(3) != _SRGB:
        bits.read(1 + (3 if profile & 1 else 0))
    elif profile & 1:
        bits.read(1)
    return bits.read(16) + 1, bits.read(16) + 1


class _Bits:
    def __init__(self, data: bytes) -> None:
        self._value, self._left = int.from_bytes(data, "big"), 8 * len(data)

    def read(self, count: int) -> int:
        """The next bits as a number; zeros behind the end."""
        self._left -= count
        value = self._value >> self._left if self._left >= 0 else 0
        return value & ((1 << count) - 1)


_CODECS: Final[Mapping[str, Callable[[bytes], Size | None]]] = {
    "VP80": vp8_size,
    "VP90": vp9_size,
    "VP09": vp9_size,
}
