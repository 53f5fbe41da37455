"""Writes the video of a take as H.264 in an mp4, with the encoder of the system.

OpenCV's own FFmpeg has no H.264 encoder (libx264 is under the GPL), so each system uses its own:
Media Foundation on Windows and AVFoundation on macOS, both through OpenCV; PyAV elsewhere. Call
`h264_available` before a recording; landmarks can always be kept.
"""

from __future__ import annotations

import importlib.util
import logging
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Protocol

from desktop_app.engine.cv import cv2
from desktop_app.engine.records import ImageArray
from desktop_app.errors import SourceError
from desktop_app.files import part_of, put_in_place
from desktop_app.message import Message

logger = logging.getLogger(__name__)

MAX_FILL: Final = 60  # frames repeated during a gap of the camera


class _Writer(Protocol):
    def write(self, bgr: ImageArray) -> None: ...
    def close(self) -> None: ...


class _OpenCv:
    """Media Foundation or AVFoundation through OpenCV."""

    def __init__(self, path: Path, fps: float, width: int, height: int) -> None:
        backend = cv2.CAP_MSMF if sys.platform == "win32" else cv2.CAP_AVFOUNDATION
        code = cv2.VideoWriter.fourcc(*("H264" if sys.platform == "win32" else "avc1"))
        self._writer = cv2.VideoWriter(str(path), backend, code, fps, (width, height))
        if not self._writer.isOpened():
            raise _unavailable()

    def write(self, bgr: ImageArray) -> None:
        self._writer.write(bgr)

    def close(self) -> None:
        self._writer.release()


class _PyAv:
    """libx264 through PyAV, which comes with the reader of .pose files."""

    def __init__(self, path: Path, fps: float, width: int, height: int) -> None:
        import av

        self._av: Any = av
        self._container: Any = av.open(str(path), "w", format="mp4")
        try:
            self._stream: Any = self._container.add_stream("h264", rate=round(fps))
        except (av.FFmpegError, ValueError) as error:
            self._container.close()
            raise _unavailable() from error
        self._stream.width, self._stream.height = width, height
        self._stream.pix_fmt = "yuv420p"
        self._stream.options = {"crf": "23", "preset": "veryfast"}

    def write(self, bgr: ImageArray) -> None:
        self._encode(self._av.VideoFrame.from_ndarray(bgr, format="bgr24"))

    def close(self) -> None:
        try:
            self._encode(None)
        finally:
            self._container.close()

    def _encode(self, frame: Any) -> None:
        try:
            for packet in self._stream.encode(frame):
                self._container.mux(packet)
        except self._av.FFmpegError as error:
            raise SourceError(
                Message("The video cannot be written."),
                Message("Check space and permissions."),
                detail=str(error),
            ) from error


def h264_available() -> bool:
    """Whether this system probably can write H.264; the first frame of a recording may still fail."""
    return sys.platform in ("win32", "darwin") or importlib.util.find_spec("av") is not None


class VideoKeeper:
    """Writes pictures at a constant rate; the file appears at `path` on `finish`.

    Leaving the context without `finish` discards the video.
    """

    def __init__(self, path: Path, fps: float) -> None:
        self._path = path
        self._part = part_of(path, path.suffix)  # OpenCV chooses the container by extension
        self._fps = float(min(max(round(fps), 1), 120))
        self._writer: _Writer | None = None
        self._written = 0
        self._first_s = 0.0
        self._size = (0, 0)

    def __enter__(self) -> VideoKeeper:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    def write(self, bgr: ImageArray, position_s: float) -> None:
        """Add a picture; pictures are repeated or dropped to keep the timing.

        Raises:
            SourceError: H.264 cannot be written here, or the size of the picture changed.
        """
        height, width = (bgr.shape[0] // 2) * 2, (bgr.shape[1] // 2) * 2  # yuv420p needs even sides
        if self._writer is None:
            self._writer = _open(self._part, self._fps, width, height)
            self._first_s, self._size = position_s, (width, height)
        if (width, height) != self._size:
            raise SourceError(
                Message("The camera changed its picture size."), Message("Record the take again.")
            )
        due = round((position_s - self._first_s) * self._fps) + 1
        even = bgr[:height, :width]
        for _ in range(min(due - self._written, MAX_FILL)):
            self._writer.write(even)
            self._written += 1
        self._written = max(self._written, due)

    def finish(self) -> Path:
        """Close the file and put it in place. Raises SourceError if nothing was written."""
        if self._writer is None:
            raise SourceError(
                Message("No picture was recorded."), Message("Record the take again."), code="source.empty"
            )
        writer, self._writer = self._writer, None
        writer.close()
        put_in_place(self._part, self._path)
        return self._path

    def discard(self) -> None:
        """Discard an unfinished video. May be called twice."""
        writer, self._writer = self._writer, None
        try:
            if writer is not None:
                writer.close()
        except SourceError as error:  # it is given up anyway; what went wrong was said when it was written
            logger.info("A video that was given up did not close: %s", error.detail)
        finally:
            self._part.unlink(missing_ok=True)


def _open(path: Path, fps: float, width: int, height: int) -> _Writer:
    if not h264_available():
        raise _unavailable()
    try:
        if sys.platform in ("win32", "darwin"):
            return _OpenCv(path, fps, width, height)
        return _PyAv(path, fps, width, height)
    except OSError as error:
        raise SourceError(
            Message("The video cannot be written to {parent}.", parent=path.parent),
            Message("Check space and permissions."),
        ) from error


def _unavailable() -> SourceError:
    return SourceError(
        Message("This computer has no encoder for H.264 video."),
        Message("Keep the skeleton only: the landmarks are enough to recognise and to show the sign."),
        code="video.no_encoder",
    )
