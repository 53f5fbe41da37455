"""Files and folders are written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from desktop_app import files


def names(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_written_anew(tmp_path):
    path = tmp_path / "a.json"
    files.write_text(path, "été\r\n")
    assert path.read_bytes() == b"\xc3\xa9t\xc3\xa9\r\n"
    files.write_bytes(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.json"]


def test_a_block_that_fails_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "a.npy"
    path.write_bytes(b"old")

    def write() -> None:
        with files.replacing(path) as part:
            part.write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.npy"]


def test_the_bytes_are_on_the_disk_before_the_name_is_theirs(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    synced = []

    def full(handle: int) -> None:
        synced.append(os.fstat(handle).st_size)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        files.write_bytes(path, b"new content")
    assert synced == [11]
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_the_mode_of_the_old_file_is_kept(tmp_path, mode):
    path = tmp_path / "calibration.npz"
    path.write_bytes(b"old")
    path.chmod(mode)
    files.write_bytes(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_two_writers_of_one_file_do_not_meet(tmp_path):
    path = tmp_path / "a.csv"
    with files.replacing(path) as one, files.replacing(path) as other:
        one.write_text("one")
        other.write_text("other")
    assert path.read_text() == "one"
    assert names(tmp_path) == ["a.csv"]


def test_a_folder_is_built_beside_its_place(tmp_path):
    target = tmp_path / "pack"
    with files.building(target) as folder:
        (folder / "a").write_text("new")
        assert not target.exists()
        files.replace_folder(folder, target)
    with files.building(target) as folder:
        (folder / "a").write_text("given up")
    assert names(tmp_path) == ["pack"]
    assert (target / "a").read_text() == "new"


def test_leftovers_go_and_a_folder_moved_aside_comes_back(tmp_path):
    old = tmp_path / ".pack.old-12345678"
    old.mkdir()
    (old / "a").write_text("old")
    left = tmp_path / ".pack.building-12345678"
    left.mkdir()
    with files.building(tmp_path / "pack") as fresh:
        assert names(tmp_path) == sorted([fresh.name, old.name])
        files.clear_leftovers(tmp_path / "pack")
        assert names(tmp_path) == sorted([fresh.name, "pack"])
    assert (tmp_path / "pack" / "a").read_text() == "old"


def test_hidden_folders_that_only_look_like_leftovers_stay(tmp_path):
    looks = [".t.old-2025", ".t.building-plans", ".t.old-123456789", ".t.building-1234567", ".t.old-1234567g"]
    for name in looks:
        (tmp_path / name).mkdir()
        (tmp_path / name / "a").write_text("of Ama")
    with files.building(tmp_path / "t"):
        files.clear_leftovers(tmp_path / "t")
    assert names(tmp_path) == sorted(looks)
    assert all((tmp_path / name / "a").read_text() == "of Ama" for name in looks)


def test_leftovers_of_a_folder_whose_name_is_cut_go(tmp_path):
    target = tmp_path / ("t" * 250)
    with files.building(target) as folder:
        left = folder.with_name(folder.name[:-8] + "12345678")
    left.mkdir()
    with files.building(target):
        assert not left.exists()


def test_a_lock_that_is_not_empty_is_somebody_elses(tmp_path):
    (tmp_path / ".notes.lock").write_text("of Ama")
    (tmp_path / ".pack.lock").touch()
    assert files.interrupted(tmp_path) == [tmp_path / "pack"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("in_one_step", [True, False])
def test_a_link_is_not_exchanged_for_a_folder(tmp_path, monkeypatch, in_one_step):
    if not in_one_step:
        monkeypatch.setattr(files, "exchange", lambda one, other: False)
    (tmp_path / "behind").mkdir()
    (tmp_path / "pack").symlink_to(tmp_path / "behind", target_is_directory=True)
    with files.building(tmp_path / "pack") as folder, pytest.raises(OSError, match="link"):
        files.replace_folder(folder, tmp_path / "pack")
    assert names(tmp_path) == ["behind", "pack"]
    assert (tmp_path / "pack").is_symlink()


def test_what_a_dead_writer_left_goes_with_the_next_write(tmp_path):
    path = tmp_path / "a[1].csv"
    left, other = tmp_path / ".a[1].csv.12345678.part", tmp_path / ".b.csv.12345678.part"
    left.write_text("half")
    other.write_text("half")
    files.write_text(path, "whole")
    assert names(tmp_path) == [other.name, path.name]


@pytest.mark.parametrize("letter", ["a", "\N{LATIN SMALL LETTER E WITH ACUTE}"])
def test_the_longest_name_that_a_disk_takes_can_be_written(tmp_path, letter):
    path = tmp_path / (letter * (255 // len(letter.encode())))
    files.write_text(path, "old")
    files.write_text(path, "new")
    assert path.read_text() == "new"
    assert names(tmp_path) == [path.name]


def test_digests(tmp_path):
    (tmp_path / "a").write_bytes(b"abc")
    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert files.sha256_file(tmp_path / "a") == files.sha256(b"abc") == known


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_an_error_names_the_file_and_not_the_temporary_one(tmp_path):
    path = tmp_path / ("a" * 300)
    with pytest.raises(OSError, match="too long") as caught:
        files.write_bytes(path, b"new")
    assert caught.value.filename == str(path)
    assert names(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has it")
def test_a_device_is_written_to_and_stays(tmp_path):
    link = tmp_path / "link"
    link.symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space"):
        files.write_bytes(link, b"new")
    assert link.is_symlink()
    assert stat.S_ISCHR(link.stat().st_mode)


def test_what_a_link_points_to_is_written(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there" / "file")
    files.write_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "file").read_bytes() == b"new"
    assert names(tmp_path / "there") == ["file"]
