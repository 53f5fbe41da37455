"""Names that were written on another system, by hand, or long ago, and the files that they mean."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from desktop_app.engine.file_names import FileFinder


def made(folder: Path, *names: str) -> FileFinder:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    return FileFinder(folder)


def found(finder: FileFinder, folder: Path, name: str) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in finder.find(name)]


def test_the_exact_name_wins(tmp_path):
    finder = made(tmp_path, "a/un.pose", "un.pose", "UN.mp4")
    assert found(finder, tmp_path, "un.pose") == ["un.pose"]
    assert found(finder, tmp_path, "./a\\un.pose") == ["a/un.pose"]


def test_accents_in_either_encoding(tmp_path):
    composed, apart = unicodedata.normalize("NFC", "été.mp4"), unicodedata.normalize("NFD", "été.mp4")
    for number, (there, wanted) in enumerate(((composed, apart), (apart, composed))):
        (path,) = made(tmp_path / str(number), there).find(wanted)
        assert path.is_file()


@pytest.mark.parametrize(
    "name",
    [
        "Clips/Un.MP4", "un.mp4", "C:\\films\\2024\\un.mp4", "/kaggle/input/videos/un.mp4", "un", "un.mov",
        "other/UN.pose",
    ],
)  # fmt: skip
def test_case_base_name_and_suffix(tmp_path, name):
    finder = made(tmp_path, "clips/un.mp4", "clips/deux.mp4", "un.txt")
    assert found(finder, tmp_path, name) == ["clips/un.mp4"]


def test_several_are_all_given_and_none_is_none(tmp_path):
    finder = made(tmp_path, "a/un.mp4", "b/un.mp4", "._un.mp4", "__MACOSX/un.mp4")
    assert found(finder, tmp_path, "un.mp4") == ["a/un.mp4", "b/un.mp4"]
    assert finder.find("trois.mp4") == ()
    assert finder.find("") == ()
