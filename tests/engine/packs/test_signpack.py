"""Zips of packs: opened when they are what they say, refused when somebody is playing tricks."""

from __future__ import annotations

import json
import stat
import zipfile
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.engine.packs import open_pack
from desktop_app.engine.search.library import open_library
from desktop_app.errors import PackDamaged
from tests.contract.test_library import SIGNS, write_pack
from tests.helpers.fake_encoder import FakeEncoder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "lesson", SIGNS)


def zip_of(folder: Path, target: Path, *, leave_out: str = "") -> Path:
    """All files of a pack folder as a .signpack."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and name != leave_out:
                archive.write(path, name)
    return target


def test_a_signpack_opens_like_its_folder(folder, tmp_path):
    archive = zip_of(folder, tmp_path / "lesson.signpack")
    pack = open_pack(archive)
    assert pack.id == "lesson"
    assert pack.content_sha256 == open_pack(folder).content_sha256
    library = open_library([archive], FakeEncoder())
    assert len(library.embeddings) == len(SIGNS)
    assert paths.cache_dir() in pack.folder.parents


def test_it_is_unpacked_once(folder, tmp_path):
    archive = zip_of(folder, tmp_path / "lesson.signpack")
    first = open_pack(archive).folder
    made = (first / "pack.json").stat().st_mtime_ns
    assert open_pack(archive).folder == first
    assert (first / "pack.json").stat().st_mtime_ns == made


def test_a_cache_inside_is_used(folder, tmp_path):
    open_library([folder], FakeEncoder())
    encoder = FakeEncoder()
    open_library([zip_of(folder, tmp_path / "lesson.signpack")], encoder)
    assert encoder.encoded == 0


@pytest.mark.parametrize("name", ["pack.json", "files.csv", "clips.csv", "features/sign-2.npy"])
def test_what_is_missing_is_named(folder, tmp_path, name):
    archive = zip_of(folder, tmp_path / "lesson.signpack", leave_out=name)
    with pytest.raises(PackDamaged, match=name):
        open_pack(archive)


@pytest.mark.parametrize(
    "name", ["../evil.npy", "/evil.npy", "features/../../evil", "C:/evil", "features/SIGN-1.npy", "a\\b"]
)
def test_names_that_lead_out_or_come_twice_are_refused(folder, tmp_path, name):
    archive = zip_of(folder, tmp_path / "lesson.signpack")
    with zipfile.ZipFile(archive, "a") as file:
        file.writestr(zipfile.ZipInfo(name), b"evil")
    with pytest.raises(PackDamaged):
        open_pack(archive)
    assert not list(tmp_path.rglob("evil*"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice_is_refused(folder, tmp_path):
    archive = zip_of(folder, tmp_path / "lesson.signpack")
    with zipfile.ZipFile(archive, "a") as file:
        file.writestr("clips.csv", b"evil")
    with pytest.raises(PackDamaged, match="twice"):
        open_pack(archive)


def test_links_are_refused(folder, tmp_path):
    archive = zip_of(folder, tmp_path / "lesson.signpack")
    info = zipfile.ZipInfo("features/link.npy")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(archive, "a") as file:
        file.writestr(info, "/etc/passwd")
    with pytest.raises(PackDamaged, match="link"):
        open_pack(archive)


def test_bombs_are_refused_before_they_are_unpacked(folder, tmp_path):
    archive = zip_of(folder, tmp_path / "lesson.signpack")
    with zipfile.ZipFile(archive, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("media/bomb.mp4", bytes(30_000_000))
    with pytest.raises(PackDamaged, match="unreasonable"):
        open_pack(archive)


def test_strangers_are_not_unpacked(folder, tmp_path):
    archive = zip_of(folder, tmp_path / "lesson.signpack")
    with zipfile.ZipFile(archive, "a") as file:
        file.writestr("run_me.py", "raise SystemExit")
        file.writestr("cache/extra.bin", b"x")
    pack = open_pack(archive)
    assert not list(pack.folder.rglob("run_me.py"))
    assert not list(pack.folder.rglob("extra.bin"))


def test_an_altered_feature_file_is_named(folder, tmp_path):
    path = folder / "features" / "sign-2.npy"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(PackDamaged, match=r"features/sign-2\.npy"):
        open_pack(zip_of(folder, tmp_path / "lesson.signpack"))
    assert not list((paths.cache_dir() / "packs" / "unpacked").iterdir())


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"x" * 2000])
def test_what_is_no_zip(tmp_path, content):
    archive = tmp_path / "lesson.signpack"
    archive.write_bytes(content)
    with pytest.raises(PackDamaged, match="zip"):
        open_pack(archive)


def test_a_truncated_zip_is_refused(folder, tmp_path):
    archive = zip_of(folder, tmp_path / "lesson.signpack")
    archive.write_bytes(archive.read_bytes()[:-100])
    with pytest.raises(PackDamaged, match="zip"):
        open_pack(archive)


def test_bytes_damaged_inside_are_refused(folder, tmp_path):
    archive = zip_of(folder, tmp_path / "lesson.signpack")
    with zipfile.ZipFile(archive) as file:
        info = file.getinfo("features/sign-1.npy")
    data = bytearray(archive.read_bytes())
    start = info.header_offset + 30 + len(info.filename)
    data[start + 100 : start + 160] = bytes(60)
    archive.write_bytes(data)
    with pytest.raises(PackDamaged, match=r"features/sign-1\.npy|zip"):
        open_pack(archive)


def test_a_member_that_is_larger_than_listed_is_refused(folder, tmp_path):
    document = json.loads((folder / "pack.json").read_text())
    assert document["files"]
    target = folder / "features" / "sign-1.npy"
    target.write_bytes(target.read_bytes() + b"more")
    with pytest.raises(PackDamaged, match="another size"):
        open_pack(zip_of(folder, tmp_path / "lesson.signpack"))


def test_without_a_cache_folder_it_is_unpacked_for_this_run(folder, tmp_path, monkeypatch):
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    monkeypatch.setenv("SIGNMIRROR_CACHE_DIR", str(blocked / "cache"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    pack = open_pack(zip_of(folder, tmp_path / "lesson.signpack"))
    assert len(pack.clips) == len(SIGNS)
    assert tmp_path in pack.folder.parents
