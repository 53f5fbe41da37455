"""The two decoders of video files: OpenCV, and PyAV for what OpenCV cannot do.

OpenCV's FFmpeg has no software decoder for AV1, and where pictures change their size (recordings of browsers do
when a window is resized or a phone is turned) it gives garbage without a sign. PyAV is installed on Linux only
(docs/decisions/h264-from-the-system.md); elsewhere AV1 is refused by its name, and VP8 and VP9 when the size of
their pictures changes.
"""

from __future__ import annotations

import importlib.util
import math
from pathlib import Path
from typing import Any, Final, Protocol

from desktop_app.engine.cv import cv2, is_opencv_path, opencv_path, to_bgr
from desktop_app.engine.records import ImageArray
from desktop_app.engine.sources.packet_sizes import PacketSizes
from desktop_app.errors import SourceError
from desktop_app.message import Message

# Files up to this size are checked for pictures of other sizes, key frame by key frame.
_CHECKED_BYTES: Final = 64 << 20
_CHECKED_KEY_FRAMES: Final = 200
# What OpenCV decodes; a file without a picture is then damaged. Any other codec is named.
_DECODED: Final = frozenset(
    {
        "avc1", "avc3", "div3", "divx", "dx50", "ffv1", "flv1", "fmp4", "gif", "h263", "h264", "hev1", "hevc",
        "hvc1", "mjpg", "mp42", "mp43", "mp4v", "mpeg", "mpg1", "mpg2", "s263", "vp08", "vp09", "vp80", "vp90",
        "wmv1", "wmv2", "wmv3", "xvid",
    }
)  # fmt: skip
_CODECS: Final = {"av01": "AV1", "vvc1": "VVC", "vvi1": "VVC"}


class Decoder(Protocol):
    """A video file that is open, positioned before its first frame.

    Attributes:
        width, height: pixels of the first picture as it is stored.
        fps: nominal rate; may be no rate at all.
        frame_count: 0 if unknown.
        rotation: degrees clockwise that make the picture upright.
        pixel_aspect: width / height of a pixel.
    """

    width: int
    height: int
    fps: float
    frame_count: int
    rotation: int
    pixel_aspect: float

    def grab(self) -> bool:
        """Go to the next frame; False at the end, and where the file is damaged."""

    def position_s(self) -> float:
        """Time stamp of the frame; NaN if it has none."""

    def retrieve(self) -> ImageArray | None:
        """The picture of the frame as it is stored; None if it cannot be decoded."""

    def release(self) -> None:
        """Close the file. May be called twice."""


def open_decoder(path: Path) -> Decoder:
    """Open an existing file with the decoder that it needs. Raises SourceError."""
    has_av = _has_av()
    if has_av and (_sizes_may_change(path) or not is_opencv_path(path)):
        return AvDecoder(path)
    capture = cv2.VideoCapture(opencv_path(path), cv2.CAP_FFMPEG)
    if capture.isOpened() and capture.grab():
        return OpenCvDecoder(capture, PacketSizes(path, "" if has_av else _fourcc(capture)))
    codec = _fourcc(capture) if capture.isOpened() else ""
    opened = capture.isOpened()
    capture.release()
    if has_av:
        try:
            return AvDecoder(path)
        except SourceError:
            pass
    if codec and codec.lower() not in _DECODED:
        raise SourceError(
            Message(
                "'{path}' is coded in {codec}, which cannot be decoded here.",
                path=path.name,
                codec=_CODECS.get(codec.lower(), codec),
            ),
            Message("Convert it to MP4 (H.264) in a video program, or record it again in H.264."),
            code="source.codec",
        )
    if opened:
        raise SourceError(
            Message("'{path}' holds no picture that can be read.", path=path.name),
            Message("The file is damaged; copy or record it again."),
        )
    raise SourceError(
        Message("'{path}' cannot be read as a video.", path=path.name),
        Message("It may be damaged or of an unknown kind; convert it to MP4 (H.264) and try again."),
    )


class OpenCvDecoder:
    """A capture whose first frame is grabbed.

    Args:
        sizes: of the packets, as far as they are watched: another size ends the film with an error.
    """

    def __init__(self, capture: Any, sizes: PacketSizes) -> None:
        self._capture, self._sizes = capture, sizes
        self._ahead = True
        # The source applies the rotation that phones write, not OpenCV, whose default differs by version.
        capture.set(cv2.CAP_PROP_ORIENTATION_AUTO, 0)
        self.rotation = round(capture.get(cv2.CAP_PROP_ORIENTATION_META)) % 360
        self.width = int(capture.get(cv2.CAP_PROP_FRAME_WIDTH))
        self.height = int(capture.get(cv2.CAP_PROP_FRAME_HEIGHT))
        self.fps = float(capture.get(cv2.CAP_PROP_FPS))
        count = capture.get(cv2.CAP_PROP_FRAME_COUNT)
        self.frame_count = int(count) if math.isfinite(count) and count > 0 else 0
        across, down = capture.get(cv2.CAP_PROP_SAR_NUM), capture.get(cv2.CAP_PROP_SAR_DEN)
        self.pixel_aspect = across / down if across > 0 and down > 0 else 1.0

    def grab(self) -> bool:
        if self._sizes.next_differs():
            raise SourceError(
                Message("The pictures of this video change their size, which cannot be decoded here."),
                Message("Convert it to MP4 (H.264) in a video program; its pictures are then of one size."),
                code="source.size_changes",
            )
        if self._ahead:
            self._ahead = False
            return True
        return bool(self._capture.grab())

    def position_s(self) -> float:
        return float(self._capture.get(cv2.CAP_PROP_POS_MSEC)) / 1000

    def retrieve(self) -> ImageArray | None:
        seen, picture = self._capture.retrieve()
        return to_bgr(picture) if seen else None

    def release(self) -> None:
        self._capture.release()
        self._sizes.release()


class AvDecoder:
    """A file opened through PyAV, every picture in the size of the first.

    Raises:
        SourceError: it cannot be opened, or has no picture.
    """

    def __init__(self, path: Path) -> None:
        self._container = _open_av(path)
        try:
            stream = self._container.streams.video[0]
            stream.thread_type = "AUTO"
            self._frames = self._container.decode(stream)
            self._next: Any = self._read()
            if self._next is None:
                raise SourceError(Message("'{path}' holds no picture that can be read.", path=path.name))
        except SourceError:
            self.release()
            raise
        self._frame: Any = None
        self.width, self.height = self._next.width, self._next.height
        self.rotation = -round(self._next.rotation) % 360
        self.fps = float(stream.average_rate or 0)
        self.pixel_aspect = float(stream.sample_aspect_ratio or 1) or 1.0
        seconds = (self._container.duration or 0) / 1e6
        self.frame_count = stream.frames or round(seconds * self.fps)

    def grab(self) -> bool:
        self._frame, self._next = self._next or self._read(), None
        return self._frame is not None

    def position_s(self) -> float:
        return math.nan if self._frame.time is None else float(self._frame.time)

    def retrieve(self) -> ImageArray | None:
        picture = self._frame.to_ndarray(format="bgr24", width=self.width, height=self.height)
        return to_bgr(picture)

    def release(self) -> None:
        self._container.close()

    def _read(self) -> Any:
        import av

        try:
            return next(self._frames, None)
        except (av.FFmpegError, ValueError):  # damaged from here on
            return None


def _has_av() -> bool:
    try:
        return importlib.util.find_spec("av") is not None
    except ValueError:  # imported, and in the way
        return False


def _open_av(path: Path) -> Any:
    import av

    try:
        container = av.open(str(path), metadata_errors="replace")
    except (av.FFmpegError, OSError, ValueError) as error:
        raise SourceError(
            Message("'{path}' cannot be read as a video.", path=path.name), detail=str(error)
        ) from error
    if not container.streams.video:
        container.close()
        raise SourceError(Message("'{path}' holds no picture that can be read.", path=path.name))
    return container


def _sizes_may_change(path: Path) -> bool:
    """Whether a film is of a kind whose pictures may change their size, or has key frames of several sizes.

    What is recorded as it comes (Matroska, WebM, fragmented MP4) does not know its number of frames.
    """
    import av

    try:
        container = _open_av(path)
    except SourceError:
        return False
    try:
        stream = container.streams.video[0]
        if not stream.frames and container.format.name not in ("gif", "image2"):
            return True
        if path.stat().st_size > _CHECKED_BYTES:
            return False
        stream.codec_context.skip_frame = "NONKEY"
        sizes: set[tuple[int, int]] = set()
        for number, frame in enumerate(container.decode(stream)):
            sizes.add((frame.width, frame.height))
            if len(sizes) > 1 or number >= _CHECKED_KEY_FRAMES:
                break
        return len(sizes) > 1
    except (av.FFmpegError, OSError, ValueError):
        return False
    finally:
        container.close()


def _fourcc(capture: Any) -> str:
    """The codec in four letters; empty where there are none."""
    code = int(capture.get(cv2.CAP_PROP_FOURCC)) & 0xFFFFFFFF
    text = code.to_bytes(4, "little").decode("latin-1").strip("\0 ")
    return text if text.isascii() and text.isprintable() else ""
