"""Every frame source, real and fake, keeps the same promises."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.cv import cv2
from desktop_app.engine.protocols import FrameSource
from desktop_app.engine.records import Frame, LandmarkFrame
from desktop_app.engine.sources.camera import CameraSource
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.sources.recording import save_recording
from desktop_app.errors import CameraLost, EndOfSource
from tests.helpers.fakes import FakeCapture, ListSource, frames, one_camera, person, picture
from tests.helpers.videos import shade, write_video

COUNT = 6
Make = Callable[[Path], FrameSource]


def _video(folder: Path) -> FrameSource:
    path = write_video(folder / "clip.mp4", [shade(index) for index in range(COUNT)])
    return open_source_spec(str(path), realtime=False)


def _images(folder: Path) -> FrameSource:
    for index in range(COUNT):
        cv2.imwrite(str(folder / f"frame{index + 7}.png"), shade(index))
    return open_source_spec(str(folder), realtime=False)


def _recording(folder: Path) -> FrameSource:
    path = folder / "clip.npz"
    raw = np.stack([person(0.4 + index / 50) for index in range(COUNT)])
    save_recording(path, raw, np.arange(COUNT) / 30, 4 / 3)
    return open_source_spec(str(path), realtime=False)


def _camera(folder: Path) -> FrameSource:
    def capture(index: int, backend: int) -> FakeCapture:
        return FakeCapture([picture(number) for number in range(COUNT + 1)], opened=True)

    return CameraSource("Webcam", capture_factory=capture, resolve=one_camera)


def _fake(folder: Path) -> FrameSource:
    class Fresh(ListSource):
        def open(self):
            self._items = iter(frames(COUNT))
            return super().open()

    return Fresh([])


SOURCES = pytest.mark.parametrize("make", [_video, _images, _recording, _camera, _fake])
FILES = pytest.mark.parametrize("make", [_video, _images, _recording, _fake])


def _read_all(source: FrameSource) -> list[Frame | LandmarkFrame]:
    found = []
    while True:
        try:
            found.append(source.read())
        except (EndOfSource, CameraLost):
            return found


@SOURCES
def test_frames_count_up_and_time_never_falls(make: Make, tmp_path: Path) -> None:
    source = make(tmp_path)
    info = source.open()
    found = _read_all(source)
    source.close()
    assert len(found) == COUNT
    assert [frame.frame_id for frame in found] == list(range(COUNT))
    times = [frame.captured_ns for frame in found]
    assert times == sorted(times)
    assert all(later.position_s >= earlier.position_s for earlier, later in pairwise(found))
    assert info.fps > 0


@SOURCES
def test_frames_may_be_held_by_two_threads(make: Make, tmp_path: Path) -> None:
    source = make(tmp_path)
    source.open()
    frame = source.read()
    source.close()
    pixels = frame.bgr if isinstance(frame, Frame) else frame.raw
    with pytest.raises(ValueError, match="read-only"):
        pixels[0] = 1


@SOURCES
def test_close_from_any_state_and_twice(make: Make, tmp_path: Path) -> None:
    source = make(tmp_path)
    source.close()
    source.open()
    source.close()
    source.close()
    source.open()
    source.read()
    source.close()
    source.close()


@FILES
def test_opened_again_it_begins_anew(make: Make, tmp_path: Path) -> None:
    source = make(tmp_path)
    source.open()
    first = _read_all(source)
    source.open()
    again = _read_all(source)
    source.close()
    assert [frame.position_s for frame in first] == [frame.position_s for frame in again]


@FILES
def test_a_file_ends_more_than_once(make: Make, tmp_path: Path) -> None:
    source = make(tmp_path)
    source.open()
    _read_all(source)
    with pytest.raises(EndOfSource):
        source.read()
    source.close()
