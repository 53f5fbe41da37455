"""Makes small video files on the spot; no recording of a person is needed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.cv import cv2
from desktop_app.engine.records import ImageArray

# The 3 x 3 matrix of an MP4 track header, 16.16 and 2.30 fixed point: upright, and turned clockwise.
_UPRIGHT = (1, 0, 0, 0, 1, 0, 0, 0, 1)
_TURNED = {
    90: (0, 1, 0, -1, 0, 0, 0, 0, 1),
    180: (-1, 0, 0, 0, -1, 0, 0, 0, 1),
    270: (0, -1, 0, 1, 0, 0, 0, 0, 1),
}


def shade(index: int, size: tuple[int, int] = (64, 48)) -> ImageArray:
    """A picture whose mean brightness tells its index apart: dark left half, its top-left corner white."""
    width, height = size
    picture = np.full((height, width, 3), min(20 + 10 * index, 250), np.uint8)
    picture[: height // 4, : width // 4] = 255
    return picture


def write_video(path: Path, pictures: Sequence[ImageArray], *, fps: float = 30.0, codec: str = "mp4v") -> Path:
    """Write a video with OpenCV's own encoder."""
    height, width = pictures[0].shape[:2]
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*codec), fps, (width, height))
    assert writer.isOpened()
    for picture in pictures:
        writer.write(picture)
    writer.release()
    return path


def write_av(
    path: Path,
    pictures: Sequence[ImageArray],
    codec: str,
    *,
    fps: int = 30,
    pixel_aspect: Fraction | None = None,
) -> Path:
    """Write a video with PyAV; where pictures change their size, so does the video, as a browser records it."""
    av = pytest.importorskip("av", reason="PyAV is installed on Linux alone")
    with _own_scheduling(), av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=fps)
        encoder = stream.codec_context
        for index, picture in enumerate(pictures):
            size = (picture.shape[1], picture.shape[0])
            if index == 0:
                _set_up(encoder, size, fps)
                if pixel_aspect is not None:
                    encoder.sample_aspect_ratio = pixel_aspect
            elif size != (encoder.width, encoder.height):
                _mux(container, stream, encoder.encode(None))
                encoder = av.CodecContext.create(codec, "w")
                _set_up(encoder, size, fps)
            frame = av.VideoFrame.from_ndarray(picture, format="bgr24")
            frame.pts, frame.time_base = index, Fraction(1, fps)
            _mux(container, stream, encoder.encode(frame))
        _mux(container, stream, encoder.encode(None))
    return path


@contextmanager
def _own_scheduling() -> Iterator[None]:
    """Undo what SVT-AV1 does where it may (as root): it makes the calling thread a real-time one of the highest
    priority, and all that this thread starts later starves the machine."""
    if not hasattr(os, "sched_getscheduler"):
        yield
        return
    policy, parameter = os.sched_getscheduler(0), os.sched_getparam(0)
    try:
        yield
    finally:
        os.sched_setscheduler(0, policy, parameter)


def _set_up(encoder: Any, size: tuple[int, int], fps: int) -> None:
    encoder.width, encoder.height = size
    encoder.pix_fmt = encoder.codec.video_formats[0].name
    encoder.time_base, encoder.framerate = Fraction(1, fps), Fraction(fps)


def _mux(container: Any, stream: Any, packets: Sequence[Any]) -> None:
    for packet in packets:
        packet.stream = stream
        container.mux(packet)


def _matrix(values: Sequence[int]) -> bytes:
    fixed = [value << (30 if place % 3 == 2 else 16) for place, value in enumerate(values)]
    return b"".join(value.to_bytes(4, "big", signed=True) for value in fixed)


def turn_video(path: Path, degrees: int) -> Path:
    """Write the rotation into the track header of an MP4, as a phone held sideways does."""
    data = path.read_bytes()
    track = data.index(b"tkhd")
    place = data.index(_matrix(_UPRIGHT), track)
    turned = _matrix(_TURNED[degrees])
    path.write_bytes(data[:place] + turned + data[place + len(turned) :])
    return path
