"""Whatever lies in the folders of a pack, and whatever its edit files say: nothing of somebody else's goes."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.engine.inspection import machine
from desktop_app.engine.packs import (
    NewReference,
    PackEditor,
    commit,
    export_steps,
    install_pack,
    open_pack,
    verify_pack,
)
from desktop_app.engine.search.library import is_encoded, open_library, reindex_steps
from desktop_app.errors import PackDamaged, PackError
from desktop_app.files import sha256
from tests.contract.test_library import SIGNS, write_pack
from tests.helpers.fake_encoder import FakeEncoder
from tests.helpers.models import made_up_sign

links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "p", SIGNS)


@pytest.fixture
def precious(tmp_path: Path) -> Path:
    """A file of somebody else's, outside the pack."""
    path = tmp_path / "else" / "keep" / "precious.npy"
    path.parent.mkdir(parents=True)
    path.write_text("of Ama")
    return path


def announce(folder: Path, *names: str) -> None:
    (folder / ".edit").mkdir(exist_ok=True)
    (folder / ".edit" / "dirty").write_text(json.dumps(names))


def keep_in_journal(folder: Path, name: str, precious: Path) -> None:
    """Make the journal say that undo restores a file, with the size and digest of a file of somebody else's."""
    with PackEditor(folder) as editor:
        editor.delete(["sign-1"])
    journal = folder / ".edit" / "journal.json"
    document = json.loads(journal.read_text())
    entry = document["undo"][0]["restore"][0]["files"][0]
    entry |= {"path": name, "bytes": precious.stat().st_size, "sha256": sha256(precious.read_bytes())}
    journal.write_text(json.dumps(document))


@links
@pytest.mark.parametrize("name", ["features/sub/precious.npy", "features/sub/precious.txt"])
def test_announced_files_behind_a_link_below_features_stay(folder, precious, name):
    target = precious.with_name(Path(name).name)
    precious.rename(target)
    (folder / "features" / "sub").symlink_to(target.parent, target_is_directory=True)
    announce(folder, name)
    assert main(["pack", "undo", str(folder)]) == 0
    assert target.read_text() == "of Ama"


@links
def test_files_that_the_journal_names_behind_a_link_stay(folder, precious):
    (folder / "features" / "sub").symlink_to(precious.parent, target_is_directory=True)
    keep_in_journal(folder, "features/sub/precious.npy", precious)
    with PackEditor(folder) as editor:
        editor.delete(["sign-2"])
        editor.undo()
    assert precious.read_text() == "of Ama"
    (folder / ".edit" / "trash" / "features" / "sub").mkdir()
    (folder / ".edit" / "trash" / "features" / "sub" / "precious.npy").write_text("other")
    with PackEditor(folder) as editor, pytest.raises(PackDamaged, match="features/sub is a link"):
        editor.undo()
    assert precious.read_text() == "of Ama"
    assert len(open_pack(folder).clips) == len(SIGNS) - 1


@links
@pytest.mark.parametrize(
    "place", ["trash", "trash/features", "next", "next.part", "dirty", "lock", "journal.json"]
)
def test_links_among_the_files_of_the_editor_are_refused(folder, precious, place):
    if place in ("dirty", "lock", "journal.json"):
        target = precious
    else:
        target = precious.parent
        for name in ("pack.json", "clips.csv", "files.csv"):
            (target / name).write_bytes((folder / name).read_bytes())
    before = {path: path.read_bytes() for path in precious.parent.iterdir()}
    link = folder / ".edit" / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target, target_is_directory=target.is_dir())
    assert main(["pack", "undo", str(folder)]) == 2
    assert {path: path.read_bytes() for path in precious.parent.iterdir()} == before
    assert link.is_symlink()


@links
def test_a_damaged_pack_with_links_among_the_files_of_the_editor_is_not_rescued(folder, precious):
    with PackEditor(folder) as editor:
        editor.delete(["sign-1"])
    (folder / "clips.csv").write_text("damaged")
    (folder / ".edit" / "lock").unlink()
    (folder / ".edit" / "lock").symlink_to(precious)
    assert main(["pack", "undo", str(folder)]) == 2
    assert precious.read_text() == "of Ama"


@pytest.mark.parametrize(
    "name", ["media/original-of-ama.mov", "media/ama.mp4", "features/ama.npy", "features/old/ama.npy"]
)
def test_announced_files_that_are_older_than_the_edit_stay(folder, name):
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("of Ama")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    announce(folder, name)
    assert main(["pack", "undo", str(folder)]) == 0
    assert path.read_text() == "of Ama"
    assert not commit.is_dirty(folder)


@pytest.mark.parametrize("name", ["pack.json", "clips.csv", ".edit/lock"])
def test_a_journal_that_names_files_of_the_pack_itself_counts_as_empty(folder, name):
    (folder / ".edit").mkdir()
    (folder / ".edit" / "lock").touch()
    keep_in_journal(folder, name, folder / name)
    with PackEditor(folder) as editor:
        assert editor.undo() is None
        editor.add([NewReference(made_up_sign(9), "nine")])
    assert (folder / name).exists()
    assert not (folder / ".edit" / "trash" / name).exists()


def test_the_files_of_two_interrupted_edits_go(folder):
    commit.begin(folder, ["features/one.npy"])
    (folder / "features" / "one.npy").write_bytes(b"half")
    begun = 1_700_000_000
    for name in (".edit/dirty", "features/one.npy"):
        os.utime(folder / name, (begun, begun))
    commit.begin(folder, ["features/two.npy"])
    (folder / "features" / "two.npy").write_bytes(b"half")
    PackEditor(folder).close()
    assert not {"one.npy", "two.npy"} & {path.name for path in (folder / "features").iterdir()}


def test_a_file_in_the_place_of_a_kept_one_is_not_moved_to_the_trash(folder):
    with PackEditor(folder) as editor:
        editor.delete(["sign-2"])
    (folder / ".edit" / "trash" / "features" / "sign-2.npy").unlink()
    (folder / "features" / "sign-2.npy").write_text("of Ama")
    with PackEditor(folder) as editor:
        editor.add([NewReference(made_up_sign(9), "nine")])
    assert (folder / "features" / "sign-2.npy").read_text() == "of Ama"


@pytest.fixture
def archive(folder: Path, tmp_path: Path) -> Path:
    path = tmp_path / "x.signpack"
    for _ in export_steps(open_pack(folder), path):
        pass
    return path


@pytest.mark.parametrize("name", ["pack.json", ".edit/notes.txt", "clips.csv"])
def test_a_folder_of_another_program_is_not_replaced(archive, tmp_path, name):
    target = tmp_path / "site"
    (target / name).parent.mkdir(parents=True)
    (target / name).write_text('{"name": "of Ama", "version": "1"}')
    with pytest.raises(PackError, match="not the folder of a pack"):
        install_pack(archive, target, replace_old=True)
    assert (target / name).read_text() == '{"name": "of Ama", "version": "1"}'
    assert [path.name for path in target.parent.glob("*site*")] == ["site"]


def test_a_damaged_pack_may_be_replaced(archive, folder):
    (folder / "pack.json").write_text("damaged")
    assert len(install_pack(archive, folder, replace_old=True).clips) == len(SIGNS)


def test_a_replacement_keeps_what_others_put_into_the_folders_of_the_program(archive, folder):
    with PackEditor(folder) as editor:
        editor.delete(["sign-1"])
    (folder / "cache").mkdir()
    others = ("cache/teacher.mov", "cache/old/a.txt", ".edit/notes.txt")
    for name in (*others, "cache/cache.json"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("of Ama")
    install_pack(archive, folder, replace_old=True)
    assert all((folder / name).read_text() == "of Ama" for name in others)
    assert not (folder / "cache" / "cache.json").exists()
    assert not (folder / ".edit" / "trash").exists()


@links
def test_a_link_to_a_pack_is_not_replaced(archive, folder, tmp_path):
    link = tmp_path / "linked"
    link.symlink_to(folder, target_is_directory=True)
    before = sorted(path.name for path in tmp_path.iterdir())
    assert main(["pack", "import", str(archive), "--out", str(link), "--replace"]) == 2
    with pytest.raises(PackError, match="is a link, which cannot be replaced"):
        install_pack(archive, link, replace_old=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert link.is_symlink()


def reindex(folder: Path) -> None:
    for _ in reindex_steps(open_pack(folder), FakeEncoder()):
        pass


def test_encoding_keeps_what_others_put_into_the_cache_folder(folder):
    reindex(folder)
    (folder / "cache" / "old").mkdir()
    for name in ("teacher.mov", "old/teacher.mov"):
        (folder / "cache" / name).write_text("of Ama")
    with PackEditor(folder) as editor:
        editor.delete(["sign-1"])
    for _ in range(2):
        reindex(folder)
        assert (folder / "cache" / "teacher.mov").read_text() == "of Ama"
        assert (folder / "cache" / "old" / "teacher.mov").read_text() == "of Ama"
    assert is_encoded(open_pack(folder), FakeEncoder())


@links
def test_a_linked_cache_is_not_replaced(folder, precious):
    (folder / "cache").symlink_to(precious.parent, target_is_directory=True)
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(PackError, match="is a link, which cannot be replaced by a cache"):
        reindex(folder)
    open_library([open_pack(folder)], FakeEncoder())
    assert sorted(path.name for path in folder.iterdir()) == before
    assert [path.name for path in precious.parent.iterdir()] == [precious.name]


def test_files_of_others_are_a_remark_and_no_damage(folder, capsys, monkeypatch):
    (folder / "media").mkdir()
    (folder / "media" / "original-of-ama.mov").write_text("of Ama")
    assert main(["pack", "verify", str(folder)]) == 0
    told = capsys.readouterr()
    assert "1 file is not part of the pack and is left alone: media/original-of-ama.mov." in told.err
    assert "all good" in told.out
    for number in range(6):
        (folder / "features" / f"note-{number}.txt").touch()
    assert main(["pack", "verify", str(folder), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["others"]) == 7
    assert "7 files are not part of the pack" in str(verify_pack(open_pack(folder)).remark)
    monkeypatch.setattr("desktop_app.engine.packs.installed_packs", lambda: [folder])
    (row,) = machine._packs()
    assert (row["verified"], "error" in row) == (True, False)
    assert row["remark"].startswith("7 files are not part of the pack")


def test_the_import_of_a_pack_that_is_not_there_says_so(tmp_path, capsys):
    assert main(["pack", "import", str(tmp_path / "nope.signpack"), "--out", str(tmp_path / "p")]) == 2
    told = capsys.readouterr().err
    assert "nope.signpack' does not exist" in told
    assert "written" not in told
    assert list(tmp_path.iterdir()) == []
