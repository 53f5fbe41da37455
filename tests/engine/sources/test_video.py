"""Video files: times, rotation, damage, and playing in real time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.records import Frame
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.sources.pacing import Pacer
from desktop_app.engine.sources.video import VideoSource
from desktop_app.errors import EndOfSource, SourceError
from tests.helpers.fakes import FakeClock
from tests.helpers.shared import shared_video
from tests.helpers.videos import shade, turn_video, write_video


def read_all(source: VideoSource) -> list[Frame]:
    source.open()
    found = []
    try:
        while True:
            found.append(source.read())
    except EndOfSource:
        return found
    finally:
        source.close()


def test_times_are_start_plus_position(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", [shade(index) for index in range(10)], fps=25)
    clock = FakeClock()
    found = read_all(VideoSource(path, realtime=False, clock=clock))
    assert [frame.position_s for frame in found] == pytest.approx(np.arange(10) / 25)
    assert [frame.captured_ns - clock.time_ns for frame in found] == pytest.approx(
        np.arange(10) * 40_000_000, abs=1000
    )
    brightness = [float(frame.bgr[24:, 32:].mean()) for frame in found]
    assert brightness == pytest.approx([20 + 10 * index for index in range(10)], abs=5)


def test_real_time_waits_for_each_frame(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", [shade(index) for index in range(10)], fps=25)
    clock = FakeClock()
    start = clock.time_ns
    found = read_all(VideoSource(path, realtime=True, clock=clock))
    assert len(found) == 10
    assert clock.time_ns - start == pytest.approx(9 * 40_000_000, abs=1000)


def test_late_it_skips_ahead_and_counts(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", [shade(index) for index in range(20)], fps=25)
    clock = FakeClock()
    source = VideoSource(path, realtime=True, clock=clock)
    source.open()
    assert source.read().frame_id == 0
    clock.advance(0.21)  # five frames are over
    frame = source.read()
    source.close()
    assert frame.frame_id == 5
    assert source.skipped == 4
    assert frame.position_s == pytest.approx(0.2)


def test_after_a_long_pause_it_goes_on_where_it_was(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", [shade(index) for index in range(5)], fps=25)
    clock = FakeClock()
    source = VideoSource(path, realtime=True, clock=clock)
    source.open()
    first = source.read()
    clock.advance(60)
    second = source.read()
    source.close()
    assert second.frame_id == 1
    assert second.captured_ns - first.captured_ns == pytest.approx(60e9, abs=1e6)


def test_cancel_ends_a_wait() -> None:
    pacer = Pacer(realtime=True, clock=FakeClock())
    pacer.captured_ns(0.0)
    pacer.cancel()
    with pytest.raises(EndOfSource):
        pacer.wait(3600.0)


@pytest.mark.parametrize(("degrees", "corner"), [(90, (0, -1)), (180, (-1, -1)), (270, (-1, 0))])
def test_rotation_of_the_phone_is_undone(tmp_path: Path, degrees: int, corner: tuple[int, int]) -> None:
    path = write_video(tmp_path / "clip.mp4", [shade(0)] * 3)
    turn_video(path, degrees)
    source = VideoSource(path, realtime=False)
    info = source.open()
    picture = source.read().bgr
    source.close()
    assert (info.width, info.height) == (picture.shape[1], picture.shape[0])
    assert (info.width < info.height) == (degrees != 180)
    corners = {place: int(picture[place[0], place[1]].mean()) for place in ((0, 0), (0, -1), (-1, 0), (-1, -1))}
    assert max(corners, key=lambda place: corners[place]) == corner


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="does not exist") as caught:
        open_source_spec(str(tmp_path / "nothing.mp4"), realtime=False)
    assert caught.value.hint
    with pytest.raises(SourceError, match="does not exist"):
        VideoSource(tmp_path / "nothing.mp4", realtime=False).open()


@pytest.mark.parametrize("content", [b"", b"this is no video", bytes(range(256)) * 40])
def test_what_is_no_video(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        VideoSource(path, realtime=False).open()
    assert "clip.mp4" in str(caught.value.message)
    assert caught.value.hint


def test_a_folder_is_no_video(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="not a file"):
        VideoSource(tmp_path, realtime=False).open()


@pytest.mark.parametrize("share", [0.3, 0.6])
def test_a_video_that_breaks_off(tmp_path: Path, share: float) -> None:
    rng = np.random.default_rng(0)
    pictures = [rng.integers(0, 256, (120, 160, 3), dtype=np.uint8) for _ in range(60)]
    whole = write_video(tmp_path / "whole.mp4", pictures)
    data = bytearray(whole.read_bytes())
    # Its index, which promises all frames, is kept; pictures before it are cut out.
    start = data.index(b"mdat")
    moov = data.index(b"moov")
    data[start + 4 + int((moov - start) * share) : moov - 4] = b""
    broken = tmp_path / "broken.mp4"
    cut = len(whole.read_bytes()) - len(data)
    size_at = start - 4
    size = int.from_bytes(data[size_at : size_at + 4], "big") - cut
    data[size_at : size_at + 4] = size.to_bytes(4, "big")
    broken.write_bytes(bytes(data))
    with pytest.raises(SourceError) as caught:
        read_all(VideoSource(broken, realtime=False))
    assert "broken.mp4" in str(caught.value.message)


def test_half_a_file_has_no_index(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", [shade(index) for index in range(30)])
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(SourceError, match="cannot be read as a video"):
        VideoSource(path, realtime=False).open()


def test_names_in_any_script(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", [shade(0)] * 3).rename(tmp_path / "très bien 手語.mp4")
    assert len(read_all(VideoSource(path, realtime=False))) == 3


@pytest.mark.shared_data
def test_a_real_video_keeps_its_own_rate() -> None:
    source = VideoSource(shared_video("asl_hello"), realtime=False)
    found = read_all(source)
    assert len(found) == 89
    assert np.diff([frame.position_s for frame in found]) == pytest.approx(0.06, abs=1e-6)
