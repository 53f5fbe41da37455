"""Reads a camera through OpenCV. Calls may block; the runtime enforces time limits."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Final

import numpy as np

from desktop_app.engine.cv import cv2, to_bgr
from desktop_app.engine.protocols import Clock, SourceInfo
from desktop_app.engine.records import Frame, ImageArray
from desktop_app.engine.sources.clock import NS_PER_S, MonotonicClock
from desktop_app.engine.sources.devices import CameraDevice, resolve_camera
from desktop_app.errors import CameraBusy, CameraLost, CameraNotFound
from desktop_app.message import Message

_log = logging.getLogger(__name__)

WIDTH: Final = 640
HEIGHT: Final = 480
FPS: Final = 30.0
FIRST_FRAME_S: Final = 5.0  # some cameras deliver nothing while they adjust the exposure
SILENT_S: Final = 1.8  # without a frame; the watchdog allows two seconds a call
FROZEN_FRAMES: Final = 30  # bit-identical frames; a real sensor has noise
PAUSE_S: Final = 0.01
_SAMPLE: Final = 997  # stride of the first comparison

CaptureFactory = Callable[[int, int], Any]


class CameraSource:
    """A live FrameSource.

    Args:
        wanted: number, name or stable id, empty for the first real camera; looked up at every `open`, so that
            it can be replugged.
        capture_factory: (index, back end) -> an object like cv2.VideoCapture; tests pass a fake one.
        resolve: wanted -> devices to try in turn.
    """

    def __init__(
        self,
        wanted: str,
        *,
        width: int = WIDTH,
        height: int = HEIGHT,
        fps: float = FPS,
        capture_factory: CaptureFactory | None = None,
        resolve: Callable[[str], tuple[CameraDevice, ...]] = resolve_camera,
        clock: Clock | None = None,
    ) -> None:
        self.wanted = wanted
        self._size = (width, height)
        self._fps = fps
        self._factory: CaptureFactory = capture_factory or cv2.VideoCapture
        self._resolve = resolve
        self._clock: Clock = clock or MonotonicClock()
        self._capture: Any = None
        self._next_id = 0  # continues after reopening, so that frame ids are unique

    def open(self) -> SourceInfo:
        """Find the camera and wait for its first frame. Raises CameraNotFound or CameraBusy."""
        self.close()
        devices = self._resolve(self.wanted)
        for device in devices:
            capture = self._factory(device.index, device.backend)
            picture = self._set_up(capture)
            if picture is None:
                capture.release()
                _log.info("Camera '%s' gives nothing through back end %d", device.name, device.backend)
                continue
            self._capture, self._device = capture, device
            self._opened_ns = self._clock.now_ns()
            self._last: ImageArray | None = None
            self._same = 0
            fps = float(capture.get(cv2.CAP_PROP_FPS))
            return SourceInfo(
                name=device.name,
                kind="camera",
                width=picture.shape[1],
                height=picture.shape[0],
                fps=fps if 0 < fps <= 1000 else self._fps,
                frame_count=0,
                live=True,
            )
        if not any(device.listed for device in devices):
            raise CameraNotFound(
                Message("There is no camera number {wanted}.", wanted=self.wanted),
                Message("Plug it in, or choose another one from the list."),
            )
        raise CameraBusy(
            Message("The camera '{name}' gives no picture.", name=devices[0].name),
            Message(
                "Close other programs that use it, check that SignMirror may use the camera, or "
                "unplug it and plug it in again."
            ),
        )

    def read(self) -> Frame:
        """The next frame. Raises CameraLost after two seconds without one, or 30 identical pictures."""
        if self._capture is None:
            raise CameraLost(
                Message("The camera '{wanted}' is not open.", wanted=self.wanted), Message("Open it first.")
            )
        picture, captured_ns = self._grab(SILENT_S)
        if picture is None:
            raise CameraLost(
                Message("The camera '{camera}' gives no more pictures.", camera=self._device.name),
                Message("Check its cable; it is used again as soon as it returns."),
            )
        if self._is_frozen(picture):
            raise CameraLost(
                Message(
                    "The camera '{camera}' gives the same picture over and over.", camera=self._device.name
                ),
                Message("Open its shutter, or unplug it and plug it in again."),
            )
        frame_id, self._next_id = self._next_id, self._next_id + 1
        return Frame(frame_id, captured_ns, picture, (captured_ns - self._opened_ns) / NS_PER_S)

    def close(self) -> None:
        capture, self._capture = self._capture, None
        self._last = None
        if capture is not None:
            capture.release()

    def _set_up(self, capture: Any) -> ImageArray | None:
        """Request the format and wait for the first picture; None if there is none."""
        if not capture.isOpened():
            return None
        # The order matters: DirectShow drops to a few frames a second if the size is set before MJPG, and
        # every later change renegotiates.
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, self._size[0])
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, self._size[1])
        capture.set(cv2.CAP_PROP_FPS, self._fps)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # queued frames in the driver add delay
        self._capture = capture
        picture, _ = self._grab(FIRST_FRAME_S)
        self._capture = None
        return picture

    def _grab(self, limit_s: float) -> tuple[ImageArray | None, int]:
        """A picture and its time; None if none arrived within the limit."""
        deadline = self._clock.now_ns() + round(limit_s * NS_PER_S)
        pause_s = PAUSE_S
        while True:
            seen, picture = self._capture.read()
            now = self._clock.now_ns()
            if seen and picture is not None and picture.size:
                return to_bgr(picture), now
            if now >= deadline:
                return None, now
            self._clock.sleep_until(min(deadline, now + round(pause_s * NS_PER_S)))
            pause_s = min(pause_s * 2, 0.2)

    def _is_frozen(self, picture: ImageArray) -> bool:
        """Count identical pictures. A sample is compared first, then everything."""
        last, self._last = self._last, picture
        same = (
            last is not None
            and last.shape == picture.shape
            and np.array_equal(last.reshape(-1)[::_SAMPLE], picture.reshape(-1)[::_SAMPLE])
            and np.array_equal(last, picture)
        )
        self._same = self._same + 1 if same else 0
        # Virtual cameras may show a still picture indefinitely.
        return self._same + 1 >= FROZEN_FRAMES and not self._device.virtual
