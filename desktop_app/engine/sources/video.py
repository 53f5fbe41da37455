"""A video file, frame by frame, with the time stamps of its container."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Final, NoReturn

from desktop_app.engine.cv import cv2
from desktop_app.engine.protocols import Clock, SourceInfo
from desktop_app.engine.records import Frame, ImageArray
from desktop_app.engine.sources.foreign import refuse_foreign
from desktop_app.engine.sources.pacing import Pacer
from desktop_app.engine.sources.video_decoders import Decoder, open_decoder
from desktop_app.errors import EndOfSource, SourceError
from desktop_app.message import Message

DEFAULT_FPS: Final = 30.0
MAX_FPS: Final = 240.0  # browser recordings declare 1000
MAX_PIXEL_ASPECT: Final = 4.0  # beyond it the header is damaged
MAX_GAP_S: Final = 60.0  # a larger jump is a broken time stamp
_ROTATIONS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


class VideoSource:
    """Plays a video file as a FrameSource.

    Args:
        path: any container and codec that OpenCV's FFmpeg reads, or PyAV where it is installed. Pictures have
            square pixels and the size of the first one.
        realtime: True plays frames at their time stamps and skips late ones, False yields all at once.
    """

    def __init__(self, path: Path, *, realtime: bool, clock: Clock | None = None) -> None:
        self.path = path
        self._pacer = Pacer(realtime=realtime, clock=clock)
        self._decoder: Decoder | None = None
        self._info: SourceInfo | None = None

    @property
    def skipped(self) -> int:
        """Frames skipped in real time since `open`."""
        return self._pacer.skipped

    def open(self) -> SourceInfo:
        """Open the file. Raises SourceError when it is missing, empty, or no video."""
        self.close()
        _check_file(self.path)
        decoder = open_decoder(self.path)
        self._rotation = _ROTATIONS.get(decoder.rotation)
        self._fps = decoder.fps if math.isfinite(decoder.fps) and 0 < decoder.fps <= MAX_FPS else DEFAULT_FPS
        self._size = _with_square_pixels(decoder)
        width, height = self._size
        if self._rotation in (cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_90_COUNTERCLOCKWISE):
            width, height = height, width
        self._info = SourceInfo(
            name=self.path.name,
            kind="video",
            width=width,
            height=height,
            fps=self._fps,
            frame_count=decoder.frame_count,
            live=False,
        )
        self._decoder = decoder
        self._index = -1
        self._position_s = 0.0
        self._first_s = 0.0
        self._pacer.restart()
        return self._info

    def read(self) -> Frame:
        """The next frame. Raises EndOfSource, or SourceError if the file is truncated."""
        if self._decoder is None or self._info is None:
            raise SourceError(Message("The video is not open."), Message("Open it first."))
        while True:
            if not self._decoder.grab():
                self._at_end()
            self._index += 1
            self._position_s = self._next_position()
            if self._pacer.is_late(self._position_s, 1 / self._fps):
                continue
            captured_ns = self._pacer.wait(self._position_s)
            picture = self._decoder.retrieve()
            if picture is None:
                self._at_end()
            return Frame(self._index, captured_ns, self._upright(picture), self._position_s)

    def close(self) -> None:
        if self._decoder is not None:
            self._decoder.release()
            self._decoder = None

    def cancel(self) -> None:
        """Cancel a waiting read. May be called on any thread."""
        self._pacer.cancel()

    def _next_position(self) -> float:
        """Seconds from the first frame: from the container if they increase, else from the frame rate."""
        assert self._decoder is not None
        stamp = self._decoder.position_s()
        if self._index == 0:
            self._first_s = stamp if math.isfinite(stamp) else 0.0
            return 0.0
        position = stamp - self._first_s
        if math.isfinite(position) and 0 < position - self._position_s < MAX_GAP_S:
            return float(position)
        return self._position_s + 1 / self._fps

    def _upright(self, picture: ImageArray) -> ImageArray:
        bgr = picture
        if (picture.shape[1], picture.shape[0]) != self._size:
            bgr = cv2.resize(picture, self._size, interpolation=cv2.INTER_AREA)
        return bgr if self._rotation is None else cv2.rotate(bgr, self._rotation)

    def _at_end(self) -> NoReturn:
        """End of the file, unless it stops well before what its header promised."""
        assert self._info is not None
        frames, promised = self._index + 1, self._info.frame_count
        if frames == 0:
            raise SourceError(
                Message("'{path}' holds no picture that can be read.", path=self.path.name),
                Message("The file is damaged; copy or record it again."),
            )
        played_s, promised_s = self._position_s + 1 / self._fps, promised / self._fps
        # Both must fall short: frame counts of variable-rate files are guesses from their duration.
        if frames < 0.9 * promised and played_s < 0.9 * promised_s - 0.1:
            raise SourceError(
                Message(
                    "'{path}' breaks off after {played_s:.1f} of {promised_s:.1f} seconds.",
                    path=self.path.name,
                    played_s=played_s,
                    promised_s=promised_s,
                ),
                Message("The file is damaged or was not copied completely; copy or record it again."),
            )
        raise EndOfSource


def _with_square_pixels(decoder: Decoder) -> tuple[int, int]:
    """Width and height of the pictures with square pixels; none becomes smaller.

    Landmarks are told in picture widths and heights, so PAL at 64:45 would make people slim.
    """
    ratio = decoder.pixel_aspect
    if not (math.isfinite(ratio) and 1 / MAX_PIXEL_ASPECT <= ratio <= MAX_PIXEL_ASPECT):
        ratio = 1.0
    if ratio >= 1:
        return round(decoder.width * ratio), decoder.height
    return decoder.width, round(decoder.height / ratio)


def _check_file(path: Path) -> None:
    """Check a path before opening it, for clearer errors than those of a decoder."""
    if not path.exists():
        raise SourceError(Message("'{path}' does not exist.", path=path), Message("Check the path."))
    if not path.is_file():
        raise SourceError(Message("'{path}' is not a file.", path=path), Message("Choose a video file."))
    try:
        with path.open("rb") as file:
            empty = not file.read(1)
    except OSError as error:
        raise SourceError(
            Message("'{path}' cannot be opened: {strerror}.", path=path.name, strerror=error.strerror),
            Message("Check that you may read the file."),
        ) from error
    if empty:
        raise SourceError(Message("'{path}' is empty.", path=path.name), Message("Copy or record it again."))
    refuse_foreign(path)
