"""Folders of images."""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.cv import cv2, to_bgr
from desktop_app.engine.sources.images import ImageFolderSource, natural_key
from desktop_app.errors import EndOfSource, SourceError
from tests.helpers.fakes import FakeClock
from tests.helpers.videos import shade


def test_natural_order() -> None:
    names = ["frame10.png", "frame2.png", "Frame1.png", "a.png", "10.png", "9.png"]
    expected = ["9.png", "10.png", "a.png", "Frame1.png", "frame2.png", "frame10.png"]
    assert sorted(names, key=natural_key) == expected


def test_grey_alpha_16_bit_and_other_sizes(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "1.png"), np.full((20, 30), 7, np.uint8))
    cv2.imwrite(str(tmp_path / "2.png"), np.full((20, 30, 4), 9, np.uint8))
    cv2.imwrite(str(tmp_path / "3.png"), np.full((40, 50, 3), 257 * 11, np.uint16))
    (tmp_path / "notes.txt").write_text("no image")
    (tmp_path / ".hidden.png").write_bytes(b"")
    source = ImageFolderSource(tmp_path, realtime=False)
    info = source.open()
    assert (info.frame_count, info.width, info.height) == (3, 30, 20)
    found = [source.read() for _ in range(3)]
    assert [frame.bgr.shape for frame in found] == [(20, 30, 3), (20, 30, 3), (40, 50, 3)]
    assert [int(frame.bgr.mean()) for frame in found] == [7, 9, 11]
    with pytest.raises(EndOfSource):
        source.read()
    source.close()


def test_an_unreadable_image_is_named(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "1.png"), shade(0))
    (tmp_path / "2.png").write_bytes(b"broken")
    source = ImageFolderSource(tmp_path, realtime=False)
    source.open()
    source.read()
    with pytest.raises(SourceError, match=r"2\.png"):
        source.read()


def test_an_empty_folder_and_none(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="holds no images"):
        ImageFolderSource(tmp_path, realtime=False).open()
    with pytest.raises(SourceError, match="does not exist"):
        ImageFolderSource(tmp_path / "none", realtime=False).open()


def test_one_image(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "one.jpg"), shade(3))
    source = ImageFolderSource(tmp_path / "one.jpg", realtime=False)
    assert source.open().frame_count == 1


def test_real_time(tmp_path: Path) -> None:
    for index in range(4):
        cv2.imwrite(str(tmp_path / f"{index}.png"), shade(index))
    clock = FakeClock()
    source = ImageFolderSource(tmp_path, realtime=True, fps=10, clock=clock)
    source.open()
    start = clock.time_ns
    for _ in range(4):
        source.read()
    assert clock.time_ns - start == pytest.approx(300_000_000, abs=10)


@pytest.mark.parametrize("shape", [(4, 5, 2), (0, 5, 3), (5,), (4, 5, 5)])
def test_what_is_no_picture(shape: tuple[int, ...]) -> None:
    with pytest.raises(SourceError):
        to_bgr(np.zeros(shape, np.uint8))


def test_what_is_no_number_of_a_picture() -> None:
    with pytest.raises(SourceError):
        to_bgr(np.zeros((4, 5, 3), np.float32))


def test_a_picture_that_says_it_has_billions_of_pixels_is_not_made_room_for(tmp_path: Path) -> None:
    data = bytearray(cv2.imencode(".png", np.zeros((4, 4, 3), np.uint8))[1])
    data[16:24] = (40_000).to_bytes(4) * 2  # width and height in its header
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4)
    (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(SourceError, match=r"a\.png"):
        ImageFolderSource(tmp_path, realtime=False).open()
