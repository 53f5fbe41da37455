"""Clips of videos: what they hold, and that they look like the video."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from desktop_app.engine.records import ImageArray
from desktop_app.ui.player import video_clip as module
from desktop_app.ui.player.clip import PlayerClip
from desktop_app.ui.player.video_clip import video_clip
from tests.helpers.videos import shade, write_video


def grainy(number: int, size: tuple[int, int] = (640, 480)) -> ImageArray:
    """A picture as a camera gives it: shapes that move, and noise over all of it."""
    width, height = size
    across = np.linspace(40, 200, width, dtype=np.float32)
    picture = np.repeat(np.tile(across, (height, 1))[..., None], 3, axis=2)
    cv2.circle(picture, (width // 4 + 6 * number, height // 2), height // 5, (180, 200, 230), -1)
    noise = np.random.default_rng(number).normal(0, 6, picture.shape)
    return np.asarray(np.clip(picture + noise, 0, 255), np.uint8)


def read(path: Path) -> list[ImageArray]:
    capture = cv2.VideoCapture(str(path))
    pictures = []
    while (step := capture.read())[0]:
        pictures.append(step[1])
    capture.release()
    return pictures


def opened(path: Path) -> PlayerClip:
    clip = video_clip(path, "Water", "Signs")
    assert clip is not None
    return clip


def test_a_clip_holds_a_tenth_of_its_pictures(tmp_path):
    path = write_video(tmp_path / "take.mp4", [grainy(number) for number in range(30)])
    clip = opened(path)
    assert clip.count == 30
    assert sum(memoryview(picture).nbytes for picture in clip.pictures) < 30 * 640 * 480 * 3 / 10


def test_it_looks_like_the_video(tmp_path):
    path = write_video(tmp_path / "take.mp4", [grainy(number) for number in range(5)], fps=25.0)
    clip = opened(path)
    assert (clip.title, clip.pack) == ("Water", "Signs")
    assert clip.fps == pytest.approx(25.0)
    for number, picture in enumerate(read(path)):
        assert cv2.PSNR(clip.picture(number), picture) > 34


def test_it_ends_where_it_would_take_too_much_memory(tmp_path, monkeypatch):
    path = write_video(tmp_path / "take.mp4", [grainy(number) for number in range(30)])
    one = len(opened(path).pictures[0])
    monkeypatch.setattr(module, "MAX_BYTES", 10 * one)
    clip = opened(path)
    assert 8 <= clip.count <= 12
    assert sum(map(len, clip.pictures)) < 12 * one


@pytest.mark.parametrize("size", [(1280, 96), (96, 1280), (1280, 720), (640, 480), (64, 48)])
def test_pictures_fit_into_their_box_and_keep_their_shape(tmp_path, size):
    path = write_video(tmp_path / "take.mp4", [shade(1, size)])
    height, width = opened(path).picture(0).shape[:2]
    assert width <= 854
    assert height <= 480
    assert width / height == pytest.approx(size[0] / size[1], rel=0.03)
    if size[0] <= 854 and size[1] <= 480:
        assert (width, height) == size


@pytest.mark.parametrize("content", [None, b"", b"this is no video"])
def test_what_cannot_be_read_gives_no_clip(tmp_path, content):
    path = tmp_path / "take.mp4"
    if content is not None:
        path.write_bytes(content)
    assert video_clip(path) is None
