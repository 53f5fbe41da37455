"""Video files: times, rotation, damage, and playing in real time."""

from __future__ import annotations

import os
import sys
import zipfile
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.file_kinds import VIDEO_SUFFIXES
from desktop_app.engine.records import Frame
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.sources.pacing import Pacer
from desktop_app.engine.sources.video import VideoSource
from desktop_app.errors import EndOfSource, SourceError
from tests.helpers.fakes import FakeClock
from tests.helpers.shared import shared_video
from tests.helpers.videos import shade, turn_video, write_av, write_video


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


@pytest.mark.parametrize(
    ("codec", "suffix"), [("libvpx", ".webm"), ("libvpx-vp9", ".webm"), ("libx264", ".mkv"), ("mpeg4", ".avi")]
)
@pytest.mark.parametrize("sizes", [((160, 96), (80, 48)), ((80, 48), (160, 96))])
def test_pictures_that_change_their_size_come_in_that_of_the_first(
    tmp_path: Path, codec: str, suffix: str, sizes: tuple[tuple[int, int], ...]
) -> None:
    pictures = [shade(index, sizes[index // 8]) for index in range(16)]
    found = read_all(VideoSource(write_av(tmp_path / f"call{suffix}", pictures, codec), realtime=False))
    assert len(found) == 16
    assert {frame.bgr.shape[1::-1] for frame in found} == {sizes[0]}
    for index, frame in enumerate(found):
        corner, rest = frame.bgr[:10, :16].mean(), frame.bgr[-24:, -40:].mean()
        assert corner == pytest.approx(255, abs=25)
        assert rest == pytest.approx(20 + 10 * index, abs=10)


@pytest.mark.parametrize("codec", ["libvpx", "libvpx-vp9"])
@pytest.mark.parametrize("sizes", [((160, 96), (80, 48)), ((80, 48), (160, 96))])
def test_without_pyav_pictures_that_change_their_size_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, codec: str, sizes: tuple[tuple[int, int], ...]
) -> None:
    pictures = [shade(index, sizes[index // 8]) for index in range(16)]
    path = write_av(tmp_path / "call.webm", pictures, codec)
    even = write_av(tmp_path / "even.webm", pictures[:8] * 4, codec)
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(SourceError, match="change their size") as caught:
        read_all(VideoSource(path, realtime=False))
    assert "H.264" in str(caught.value.hint)
    assert len(read_all(VideoSource(even, realtime=False))) == 32


@pytest.mark.parametrize(
    ("pixel_aspect", "size"),
    [(Fraction(64, 45), (228, 96)), (Fraction(8, 9), (160, 108)), (Fraction(1), (160, 96)), (None, (160, 96))],
)
@pytest.mark.parametrize(("codec", "suffix"), [("libx264", ".mp4"), ("libx264", ".mkv")])
def test_pixels_are_made_square(
    tmp_path: Path, pixel_aspect: Fraction | None, size: tuple[int, int], codec: str, suffix: str
) -> None:
    pictures = [shade(index, (160, 96)) for index in range(6)]
    path = write_av(tmp_path / f"pal{suffix}", pictures, codec, pixel_aspect=pixel_aspect)
    source = VideoSource(path, realtime=False)
    info = source.open()
    frame = source.read()
    source.close()
    assert (info.width, info.height) == size
    assert (frame.width, frame.height) == size


def test_what_opencv_cannot_decode_is_played_by_pyav(tmp_path: Path) -> None:
    path = write_av(tmp_path / "clip.mp4", [shade(index, (160, 96)) for index in range(10)], "libsvtav1")
    found = read_all(VideoSource(path, realtime=False))
    assert [frame.position_s for frame in found] == pytest.approx(np.arange(10) / 30, abs=1e-3)
    brightness = [float(frame.bgr[-24:, -40:].mean()) for frame in found]
    assert brightness == pytest.approx([20 + 10 * index for index in range(10)], abs=8)


def test_without_pyav_the_codec_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_av(tmp_path / "clip.mp4", [shade(index, (160, 96)) for index in range(4)], "libsvtav1")
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(
        SourceError, match=r"'clip.mp4' is coded in AV1, which cannot be decoded here"
    ) as caught:
        VideoSource(path, realtime=False).open()
    assert "H.264" in str(caught.value.hint)
    plain = write_video(tmp_path / "plain.mp4", [shade(0)] * 3)
    assert len(read_all(VideoSource(plain, realtime=False))) == 3


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_rotation_is_undone_by_either_decoder(tmp_path: Path, degrees: int) -> None:
    size = (160, 96)
    wanted = turn_video(write_av(tmp_path / "a.mp4", [shade(0, size)] * 3, "libx264"), degrees)
    path = turn_video(write_av(tmp_path / "b.mp4", [shade(0, size)] * 3, "libsvtav1"), degrees)
    one, other = (read_all(VideoSource(clip, realtime=False))[0].bgr for clip in (wanted, path))
    assert one.shape == other.shape
    assert np.abs(one.astype(int) - other).mean() < 8


@pytest.mark.parametrize(
    ("suffix", "codec"),
    [
        (".gif", "gif"), (".wmv", "wmv2"), (".mpg", "mpeg1video"), (".3gp", "mpeg4"), (".mts", "libx264"),
        (".mkv", "libx264"), (".flv", "flv"), (".m4v", "libx264"),
    ],
)  # fmt: skip
def test_files_of_all_listed_kinds_are_played(tmp_path: Path, suffix: str, codec: str) -> None:
    assert suffix in VIDEO_SUFFIXES
    path = write_av(tmp_path / f"clip{suffix}", [shade(index, (160, 96)) for index in range(10)], codec)
    found = read_all(VideoSource(path, realtime=False))
    assert len(found) == 10
    assert float(found[9].bgr[-24:, -40:].mean()) == pytest.approx(110, abs=12)


FOREIGN = {
    "landmarks.mp4": (b'[{"landmarks": [[0.1, 0.2, 0.3]]}]', "a JSON file of landmarks"),
    "settings.json": (b'{"name": "x"}', "a JSON file"),
    "points.csv": (b"frame,x0,y0,z0\n" + b"0,0.1,0.2,0.3\n" * 9, "a table of key points"),
    "data.h5": (b"\x89HDF\r\n\x1a\n" + bytes(100), "an HDF5 file"),
    "model.h5": (b"\x89HDF\r\n\x1a\n" + bytes(50) + b"keras_version", "a Keras model"),
    "model.tflite": (b"\x1c\0\0\0TFL3" + bytes(100), "a TensorFlow Lite model"),
    "playlist.mp4": (b"#EXTM3U\nhttp://example.org/a.ts\n", "a text file"),
    "paper.mp4": (b"%PDF-1.7 and more", "a PDF document"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_files_of_other_kinds_are_called_what_they_are(tmp_path: Path, name: str) -> None:
    content, kind = FOREIGN[name]
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SourceError, match=kind) as caught:
        open_source_spec(str(path), realtime=False).open()
    assert caught.value.hint


@pytest.mark.parametrize("suffix", [".npy", ".npz", ".pose"])
@pytest.mark.parametrize("name", FOREIGN)
def test_the_content_counts_where_the_suffix_is_wrong(tmp_path: Path, name: str, suffix: str) -> None:
    content, kind = FOREIGN[name]
    path = tmp_path / f"clip{suffix}"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=f"'clip{suffix}' is {kind}.*, not a") as caught:
        open_source_spec(str(path), realtime=False).open()
    assert "numpy" not in str(caught.value.hint)


def test_a_keras_archive_is_told_from_other_archives(tmp_path: Path) -> None:
    for name, members, kind in (
        ("model.keras", ("config.json", "model.weights.h5"), "a Keras model"),
        ("model.pt", ("x/data.pkl",), "a PyTorch file"),
        ("films.mp4", ("a.mp4",), "a zip archive"),
    ):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for member in members:
                archive.writestr(member, b"x")
        with pytest.raises(SourceError, match=kind):
            open_source_spec(str(tmp_path / name), realtime=False).open()


@pytest.mark.shared_data
def test_a_real_video_keeps_its_own_rate() -> None:
    source = VideoSource(shared_video("asl_hello"), realtime=False)
    found = read_all(source)
    assert len(found) == 89
    assert np.diff([frame.position_s for frame in found]) == pytest.approx(0.06, abs=1e-6)


@pytest.mark.skipif(not hasattr(os, "sched_getscheduler"), reason="scheduling policies are Linux's")
def test_writing_av1_keeps_the_scheduling_of_the_test(tmp_path: Path) -> None:
    before = os.sched_getscheduler(0), os.sched_getparam(0).sched_priority
    write_av(tmp_path / "clip.mp4", [shade(0, (160, 96))] * 2, "libsvtav1")
    assert (os.sched_getscheduler(0), os.sched_getparam(0).sched_priority) == before


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode elsewhere")
@pytest.mark.parametrize("name", [b"caf\xe9.mp4", b"caf\xe9/film.mp4"])
def test_names_that_opencv_cannot_take(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    path.parent.mkdir(exist_ok=True)
    write_video(tmp_path / "film.mp4", [shade(i) for i in range(8)]).rename(path)
    assert len(read_all(VideoSource(path, realtime=False))) == 8
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(SourceError, match="not in UTF-8") as caught:
        VideoSource(path, realtime=False).open()
    str(caught.value.message).encode()
