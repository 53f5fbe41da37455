"""Our own landmark recordings, and `.npy` feature clips."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine import layout
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.sources.recording import load_feature_clip, load_recording, save_recording
from desktop_app.engine.sources.recording_source import RecordingSource
from desktop_app.errors import EndOfSource, SourceError
from tests.helpers.fakes import FakeClock, person, signing

RAW = np.stack([signing(index / 30) for index in range(40)])
TIMES = np.arange(40) / 30


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "clip.npz"
    save_recording(path, RAW, TIMES + 5.0, 16 / 9)
    loaded = load_recording(path)
    np.testing.assert_array_equal(loaded.raw, RAW)
    np.testing.assert_array_equal(loaded.captured_s, TIMES + 5)
    assert loaded.aspect == 16 / 9
    assert loaded.fps == pytest.approx(30)
    assert [entry.name for entry in tmp_path.iterdir()] == ["clip.npz"]


def test_compact_is_a_fraction_of_a_pixel_off(tmp_path: Path) -> None:
    save_recording(tmp_path / "full.npz", RAW, TIMES, 1.5)
    save_recording(tmp_path / "compact.npz", RAW, TIMES, 1.5, compact=True)
    loaded = load_recording(tmp_path / "compact.npz")
    assert np.abs(loaded.raw - RAW).max() <= 0.5 / 8192
    assert (tmp_path / "compact.npz").stat().st_size < (tmp_path / "full.npz").stat().st_size
    np.testing.assert_array_equal(loaded.raw.any(axis=0), RAW.any(axis=0))


def test_compact_never_clips(tmp_path: Path) -> None:
    far = RAW.copy()
    far[0, 1] = 7.5
    save_recording(tmp_path / "clip.npz", far, TIMES, 1.5, compact=True)
    np.testing.assert_array_equal(load_recording(tmp_path / "clip.npz").raw, far)


@pytest.mark.parametrize(
    ("raw", "times", "aspect"),
    [
        (RAW[:, :539], TIMES, 1.5),
        (RAW[:0], TIMES[:0], 1.5),
        (np.where(RAW > 0.89, np.nan, RAW), TIMES, 1.5),
        (RAW, TIMES[:-1], 1.5),
        (RAW, TIMES[::-1], 1.5),
        (RAW, TIMES, 0.0),
        (RAW, TIMES, float("nan")),
    ],
)
def test_nonsense_is_not_written(tmp_path: Path, raw, times, aspect: float) -> None:
    with pytest.raises(SourceError) as caught:
        save_recording(tmp_path / "clip.npz", raw, times, aspect)
    assert caught.value.hint
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be written"):
        save_recording(tmp_path / "none" / "clip.npz", RAW, TIMES, 1.5)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"text"])
def test_damaged_recordings(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "clip.npz"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"clip\.npz"):
        load_recording(path)


def test_truncated_recording(tmp_path: Path) -> None:
    path = tmp_path / "clip.npz"
    save_recording(path, RAW, TIMES, 1.5)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(SourceError, match=r"clip\.npz"):
        load_recording(path)


def test_flipped_bits_are_noticed(tmp_path: Path) -> None:
    path = tmp_path / "clip.npz"
    save_recording(path, RAW, TIMES, 1.5)
    data = bytearray(path.read_bytes())
    middle = data.index(b"raw.npy") + 60
    data[middle] ^= 0xFF
    path.write_bytes(bytes(data))
    with pytest.raises(SourceError, match=r"clip\.npz"):
        load_recording(path)


def test_pickles_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "clip.npz"
    objects = np.array([{"a": 1}], dtype=object)
    np.savez(
        path,
        format=np.array("signmirror-landmarks"),
        version=np.array(1),
        raw=objects,
        scale=np.array(1),
        captured_s=TIMES,
        aspect=np.array(1.5),
    )
    with pytest.raises(SourceError):
        load_recording(path)


def test_a_collection_is_no_recording(tmp_path: Path) -> None:
    path = tmp_path / "words.npz"
    np.savez(path, frames=np.zeros((3, 540), np.int16), offsets=np.array([0, 3]))
    with pytest.raises(SourceError, match="no landmark recording") as caught:
        load_recording(path)
    assert "preprocess" in str(caught.value.hint)


def test_another_version_says_so(tmp_path: Path) -> None:
    path = tmp_path / "clip.npz"
    save_recording(path, RAW, TIMES, 1.5)
    fields = dict(np.load(path))
    fields["version"] = np.array(2)
    np.savez(path, **fields)
    with pytest.raises(SourceError, match="another version"):
        load_recording(path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("version", np.array([1, 2])),
        ("scale", np.array("x")),
        ("scale", np.array(-1)),
        ("raw", np.zeros((40, 540))),
    ],
)
def test_fields_of_the_wrong_kind(tmp_path: Path, name: str, value) -> None:
    path = tmp_path / "clip.npz"
    save_recording(path, RAW, TIMES, 1.5)
    np.savez(path, **(dict(np.load(path)) | {name: value}))
    with pytest.raises(SourceError):
        load_recording(path)


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "clip.npz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("raw.npy", "w") as member:
        for _ in range(600):
            member.write(bytes(1 << 20))
    with pytest.raises(SourceError, match="two hours"):
        load_recording(path)


def test_played_at_its_own_times(tmp_path: Path) -> None:
    path = tmp_path / "clip.npz"
    uneven = np.array([0.0, 0.1, 0.13, 0.5])
    save_recording(path, RAW[:4], uneven + 100.0, 16 / 9)
    clock = FakeClock()
    start = clock.time_ns
    source = RecordingSource(path, realtime=True, clock=clock)
    info = source.open()
    found = [source.read() for _ in range(4)]
    with pytest.raises(EndOfSource):
        source.read()
    source.close()
    assert info.kind == "landmarks"
    assert [frame.position_s for frame in found] == pytest.approx(uneven)
    assert [frame.captured_ns - start for frame in found] == pytest.approx(uneven * 1e9, abs=10)
    assert clock.time_ns - start == pytest.approx(0.5e9, abs=10)
    assert {frame.aspect for frame in found} == {16 / 9}
    np.testing.assert_array_equal(found[2].raw, RAW[2])


def test_feature_clip(tmp_path: Path) -> None:
    clip = np.tile(person(), (50, 1)).astype(np.float64)
    np.save(tmp_path / "clip.npy", clip)
    loaded = load_feature_clip(tmp_path / "clip.npy", fps=25)
    assert loaded.features.dtype == np.float32
    assert loaded.features.shape == (50, 540)
    assert loaded.present.tolist() == [[True, False, False, True]] * 50
    assert (loaded.fps, loaded.end_s) == (25, 2.0)


@pytest.mark.parametrize(
    "clip",
    [
        np.zeros((0, 540), np.float32),
        np.zeros((3, 539), np.float32),
        np.zeros(540, np.float32),
        np.zeros((3, 540), np.int16),
        np.full((3, 540), np.nan, np.float32),
        np.full((3, 540), 1e300),
    ],
)
@pytest.mark.filterwarnings("ignore:overflow encountered in cast")
def test_what_is_no_feature_clip(tmp_path: Path, clip) -> None:
    np.save(tmp_path / "clip.npy", clip)
    with pytest.raises(SourceError, match=r"clip\.npy"):
        load_feature_clip(tmp_path / "clip.npy")


def test_feature_clips_with_pickles_or_rubbish(tmp_path: Path) -> None:
    path = tmp_path / "clip.npy"
    np.save(path, np.array([{}], dtype=object))
    with pytest.raises(SourceError):
        load_feature_clip(path)
    path.write_bytes(b"rubbish")
    with pytest.raises(SourceError):
        load_feature_clip(path)
    path.write_bytes(b"")
    with pytest.raises(SourceError):
        load_feature_clip(path)
    with pytest.raises(SourceError, match="does not exist"):
        load_feature_clip(tmp_path / "none.npy")
    np.save(path, np.zeros((3, layout.FEATURE_DIM), np.float32))
    with pytest.raises(SourceError, match="frames a second"):
        load_feature_clip(path, fps=0)


def test_a_feature_clip_cannot_be_shown(tmp_path: Path) -> None:
    np.save(tmp_path / "clip.npy", RAW)
    with pytest.raises(SourceError, match="features") as caught:
        open_source_spec(str(tmp_path / "clip.npy"), realtime=True)
    assert "recognize" in str(caught.value.hint)
