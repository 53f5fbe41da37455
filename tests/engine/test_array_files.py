"""Array files that are not what they say: one clear error, whatever NumPy or zipfile make of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.array_files import ArrayFileError, open_array, read_array, read_npz
from desktop_app.engine.sources.recording import load_feature_clip, load_recording, save_recording
from desktop_app.errors import SourceError
from desktop_app.training.statistics import load_statistics
from tests.helpers.models import made_up_sign


def npy(header: str, data: bytes = b"", version: int = 1) -> bytes:
    """A .npy file with any text as its header."""
    text = header.encode("latin1")
    text += b" " * (-(len(text) + 11) % 64) + b"\n"
    size = len(text).to_bytes(2 if version == 1 else 4, "little")
    return b"\x93NUMPY" + bytes([version, 0]) + size + text + data


def shape(text: str, kind: str = "<f4") -> str:
    return f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {text}}}"


BROKEN: dict[str, bytes] = {
    "empty": b"",
    "text": b"hello",
    "magic only": b"\x93NUMPY\x01\x00",
    "huge": npy(shape("(1000000000000, 540)")),
    "huge without columns": npy(shape("(1000000000000, 0)")),
    "beyond 64 bits": npy(shape("(100000000000000000000, 540)")),
    "negative": npy(shape("(-1, 540)"), bytes(2160)),
    "unfinished header": npy("{'descr': ("),
    "indented header": npy("  {'descr'\n\t: 1,\n }"),
    "header of calls": npy("__import__('os').system('true')"),
    "nested header": npy("(" * 4000),
    "unknown type": npy(shape("(1, 540)", "<q9")),
    "objects": npy(shape("(1, 540)", "|O"), bytes(4320)),
    "no dictionary": npy("[1, 2]"),
    "zip magic": b"PK\x03\x04" + bytes(100),
    "pickle": b"\x80\x04]\x94.",
    "version 9": npy(shape("(1, 540)"), bytes(2160), version=9),
}


def _zip(content: bytes, how: int = zipfile.ZIP_STORED, name: str = "raw.npy") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("name", BROKEN)
def test_npy(tmp_path, name):
    path = tmp_path / "clip.npy"
    path.write_bytes(BROKEN[name])
    with pytest.raises(ArrayFileError) as caught:
        read_array(path, ndim=2, columns=540)
    assert str(caught.value)
    with pytest.raises(SourceError, match=r"clip\.npy") as refused:
        load_feature_clip(path)
    assert refused.value.hint


@pytest.mark.parametrize("name", BROKEN)
def test_npy_inside_of_npz(tmp_path, name):
    path = tmp_path / "clip.npz"
    path.write_bytes(_zip(BROKEN[name]))
    with pytest.raises(ArrayFileError):
        read_npz(path, ("raw",))


def _with(path: Path, change: Callable[[bytearray], None]) -> None:
    data = bytearray(path.read_bytes())
    change(data)
    path.write_bytes(data)


ZIPS: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: b"hello",
    "no directory": lambda: _zip(npy(shape("(1,)"), bytes(4)))[:-20],
    "lzma": lambda: _zip(npy(shape("(1,)"), bytes(4)), zipfile.ZIP_LZMA),
    "bzip2": lambda: _zip(npy(shape("(1,)"), bytes(4)), zipfile.ZIP_BZIP2),
    "cut": lambda: _zip(npy(shape("(1000,)"), bytes(4))),
}


@pytest.mark.parametrize("name", ZIPS)
def test_npz(tmp_path, name):
    path = tmp_path / "clip.npz"
    path.write_bytes(ZIPS[name]())
    with pytest.raises(ArrayFileError):
        read_npz(path, ("raw",))
    with pytest.raises(SourceError, match=r"clip\.npz"):
        load_recording(path)


def test_names_of_members_that_are_not_utf8(tmp_path):
    path = tmp_path / "clip.npz"
    data = _zip(npy(shape("(1,)"), bytes(4)), name="räw.npy").replace("ä".encode(), b"\xff\xfe")
    path.write_bytes(data)
    with pytest.raises(SourceError, match=r"clip\.npz"):
        load_recording(path)


def test_what_is_not_asked_for_is_neither_read_nor_counted(tmp_path):
    np.savez_compressed(tmp_path / "a.npz", wanted=np.arange(3), other=np.zeros(1 << 20))
    found = read_npz(tmp_path / "a.npz", ("wanted",), most_bytes=1024)
    assert found["wanted"].tolist() == [0, 1, 2]
    with pytest.raises(ArrayFileError, match="would unpack"):
        read_npz(tmp_path / "a.npz", ("other",), most_bytes=1024)


def test_arrays_of_every_order_and_type_come_back(tmp_path):
    arrays = {
        "f": np.asfortranarray(np.arange(12, dtype=np.float64).reshape(3, 4)),
        "big": np.arange(3, dtype=">i4"),
        "text": np.array(["A", "Bé"]),
        "scalar": np.array(7),
        "none": np.zeros((0, 540), np.float16),
        "flags": np.array([True, False]),
    }
    np.savez(tmp_path / "a.npz", **arrays)
    found = read_npz(tmp_path / "a.npz", tuple(arrays))
    for name, array in arrays.items():
        np.testing.assert_array_equal(found[name], array)
        assert found[name].dtype == array.dtype


def test_an_array_beyond_the_limit_is_not_copied(tmp_path):
    np.save(tmp_path / "a.npy", np.zeros((10, 540), np.float32))
    assert open_array(tmp_path / "a.npy").shape == (10, 540)
    with pytest.raises(ArrayFileError, match="would unpack"):
        read_array(tmp_path / "a.npy", ndim=2, most_bytes=1000)


def test_statistics_of_any_kind_are_refused_in_words(tmp_path):
    from desktop_app.errors import DatasetError

    path = tmp_path / "global_stats.npz"
    path.write_bytes(_zip(BROKEN["unfinished header"], name="feature_mean.npy"))
    with pytest.raises(DatasetError, match="global_stats"):
        load_statistics(path)


@pytest.mark.parametrize(
    "change",
    [
        {"aspect": np.array(1e300)},
        {"aspect": np.array(np.inf)},
        {"version": np.array(np.nan)},
        {"scale": np.array(1e-300)},
        {"captured_s": np.linspace(0, 1e12, 30)},
        {"captured_s": np.linspace(0, 8000, 30)},
        {"raw": np.full((30, 540), 3e38, np.float32)},
        {"format": np.array(["signmirror-landmarks"] * 2)},
    ],
)
def test_numbers_of_a_recording_are_bounded(tmp_path, change):
    path = tmp_path / "clip.npz"
    save_recording(path, made_up_sign(1, 30).features, np.arange(30) / 30, 1.5)
    with np.load(path) as arrays:
        fields = dict(arrays)
    np.savez(path, **(fields | change))
    with pytest.raises(SourceError):
        load_recording(path)


@pytest.mark.parametrize("code", [0x110000, 0xD800, 0xFFFFFFFF])
@pytest.mark.parametrize("kind", ["<U1", ">U1"])
def test_text_that_is_none_is_refused(tmp_path, code, kind):
    data = code.to_bytes(4, "little" if kind[0] == "<" else "big")
    (tmp_path / "a.npz").write_bytes(_zip(npy(shape("()", kind), data)))
    with pytest.raises(ArrayFileError, match="text that is not valid"):
        read_npz(tmp_path / "a.npz", ("raw",))


def test_text_of_a_negative_size_is_refused(tmp_path):
    (tmp_path / "a.npz").write_bytes(_zip(npy(shape("(600,)", "<U-1"), bytes(4096))))
    with pytest.raises(ArrayFileError):
        read_npz(tmp_path / "a.npz", ("raw",))
