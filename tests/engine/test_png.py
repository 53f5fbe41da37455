"""A PNG of a few bytes that claims a chunk of two gigabytes is refused before OpenCV takes the memory."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from desktop_app.api.errors import ApiError
from desktop_app.api.pictures import decode_picture
from desktop_app.engine.cv import cv2
from desktop_app.engine.png import is_png, whole_png
from desktop_app.engine.sources.images import ImageFolderSource
from desktop_app.errors import SourceError

PICTURE = bytes(cv2.imencode(".png", np.arange(24 * 32 * 3, dtype=np.uint8).reshape(24, 32, 3))[1])
HEADER = 8 + 12 + 13  # signature, and the header's chunk


def claiming(size: int) -> bytes:
    """The picture with another length of the chunk after its header."""
    return PICTURE[:HEADER] + size.to_bytes(4) + PICTURE[HEADER + 4 :]


def test_what_opencv_writes_is_whole() -> None:
    assert is_png(PICTURE)
    assert whole_png(PICTURE) == PICTURE
    assert not is_png(b"\xff\xd8\xff")


def test_what_lies_behind_the_picture_is_left_out(tmp_path: Path) -> None:
    behind = PICTURE + (1 << 31).to_bytes(4) + b"IDAT"
    assert whole_png(behind) == PICTURE
    assert decode_picture(behind).shape == (24, 32, 3)
    (tmp_path / "a.png").write_bytes(behind)
    source = ImageFolderSource(tmp_path, realtime=False)
    assert (source.open().width, source.read().bgr.shape) == (32, (24, 32, 3))
    source.close()


@pytest.mark.parametrize("size", [len(PICTURE), 1 << 31, (1 << 32) - 1])
def test_a_chunk_beyond_the_end_is_refused(size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def decode(*_: object) -> None:
        pytest.fail("OpenCV was asked to decode it", pytrace=False)

    data = claiming(size)
    assert whole_png(data) is None
    monkeypatch.setattr(cv2, "imdecode", decode)
    with pytest.raises(ApiError, match="damaged"):
        decode_picture(data)
    (tmp_path / "a.png").write_bytes(data)
    with pytest.raises(SourceError, match="cannot be read as an image"):
        ImageFolderSource(tmp_path, realtime=False).open()


def test_a_picture_that_was_cut_off_is_not_whole() -> None:
    assert whole_png(PICTURE[:-20]) is None
    assert whole_png(PICTURE[: HEADER + 6]) is None
