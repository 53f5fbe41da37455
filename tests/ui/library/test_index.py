"""What there is: packs read again only where they changed, settings, offers, unfinished imports."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from desktop_app import paths
from desktop_app.engine.importing.import_jobs import ImportJob
from desktop_app.engine.importing.import_many import ImportOptions
from desktop_app.engine.importing.unfinished import FILE, forget_unfinished, note_unfinished, read_unfinished
from desktop_app.engine.packs import PackEditor, export_steps, index, install_pack, open_pack
from desktop_app.engine.packs.index import PackIndex, PackKind, names_of, open_keys
from desktop_app.engine.packs.lock import PackLock
from desktop_app.engine.packs.peek import peek
from desktop_app.errors import PackDamaged, PackError
from desktop_app.ui.library.tasks import copy_pack, remove_pack, save_text

CONTRACT = "torso-540-v1"


def nothing(done: int, total: int, detail: str) -> None:
    """Progress that nobody reads."""


def test_only_what_changed_is_read_again(own_pack, monkeypatch):
    opened: list[Path] = []

    def counted(path: Path):
        opened.append(path)
        return open_pack(path)

    monkeypatch.setattr(index, "open_pack", counted)
    library = PackIndex()
    assert [pack.kind for pack in library.read()] == [PackKind.SHIPPED] * 3 + [PackKind.OWN]
    assert len(opened) == 4
    library.read()
    assert len(opened) == 4
    with PackEditor(own_pack) as editor:
        editor.delete([editor.pack.clips[0].clip_id])
    mine = library.read()[-1]
    assert opened[4:] == [own_pack]
    assert (mine.clips, mine.undo, mine.redo) == (2, 2, 0)
    with PackEditor(own_pack) as editor:
        editor.undo()
    assert (library.read()[-1].undo, library.read()[-1].redo) == (1, 1)


def test_files_beside_the_folders_are_read_only(own_pack, tmp_path):
    target = tmp_path / "class.signpack"
    list(export_steps(open_pack(own_pack), target))
    found = PackIndex().read([target, own_pack])
    assert [(pack.name, pack.kind) for pack in found[3:]] == [
        ("My class", PackKind.OWN),
        ("My class", PackKind.LOCKED),
    ]


def test_which_packs_are_open(own_pack):
    packs = PackIndex().read()
    keys = {pack.name: pack.key for pack in packs}
    usual = open_keys(packs, (), CONTRACT)
    assert usual == {keys["Ghanaian signs"], keys["Starter signs"], keys["My class"]}
    assert open_keys(packs, (), "ghsl-540-v1") == frozenset()
    for name in ("My class", "my-class", str(own_pack)):
        assert open_keys(packs, (name,), CONTRACT) == {keys["My class"]}
    assert open_keys(packs, ("gone", "alphabet"), CONTRACT) == {keys["Manual alphabet"]}
    assert names_of(packs, usual, CONTRACT) == ()
    assert names_of(packs, {keys["My class"]}, CONTRACT) == ("My class",)


def test_two_packs_of_one_title_are_named_apart(own_pack):
    twin = install_pack(own_pack, paths.user_packs_dir() / "twin")
    packs = PackIndex().read()
    names = names_of(packs, {str(own_pack), str(twin.folder)}, CONTRACT)
    assert open_keys(packs, names, CONTRACT) == {str(own_pack), str(twin.folder)}
    assert len(set(names)) == 2


def test_an_offer_reads_the_lists_alone(own_pack, tmp_path):
    target = tmp_path / "class.signpack"
    list(export_steps(open_pack(own_pack), target))
    offer = peek(target)
    assert (offer.manifest.name, offer.clips, offer.sentences, offer.videos) == ("My class", 3, 2, 0)
    assert offer.signers == ("Ama",)
    assert offer.bytes == sum(path.stat().st_size for path in (own_pack / "features").iterdir())
    assert peek(own_pack).clips == 3
    assert not (paths.cache_dir() / "packs").exists()  # nothing is unpacked for a look


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/x", "features\\x.npy"])
def test_an_offer_refuses_what_an_installation_would(own_pack, tmp_path, name):
    target = tmp_path / "class.signpack"
    list(export_steps(open_pack(own_pack), target))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), b"x")
    with pytest.raises(PackDamaged):
        peek(target)
    (tmp_path / "no.signpack").write_bytes(b"nothing")
    with pytest.raises(PackDamaged):
        peek(tmp_path / "no.signpack")
    with pytest.raises(PackDamaged):
        peek(tmp_path / "gone.signpack")


def test_an_unfinished_import_is_remembered(own_pack):
    assert read_unfinished() is None
    jobs = (ImportJob(Path("/clips/a.mp4"), "a.mp4", "hello", signer_id="Ama"),)
    note_unfinished(own_pack, jobs, ImportOptions(keep_video=False))
    found = read_unfinished()
    assert found is not None
    assert (found.folder, found.jobs, found.options.keep_video) == (own_pack, jobs, False)
    (paths.data_dir() / FILE).write_text('{"folder": 1}')
    assert read_unfinished() is None
    note_unfinished(own_pack / "gone", jobs, ImportOptions())
    assert read_unfinished() is None
    forget_unfinished()
    forget_unfinished()
    assert not (paths.data_dir() / FILE).exists()


def test_a_copy_has_its_own_name_and_an_own_pack_can_go(own_pack):
    copy = copy_pack(own_pack, "Mine too", nothing)
    assert open_pack(copy).name == "Mine too"
    with PackEditor(own_pack), pytest.raises(PackError, match="changing this pack"):
        remove_pack(own_pack)
    remove_pack(own_pack)
    assert [path.name for path in paths.user_packs_dir().iterdir()] == [copy.name]
    with pytest.raises(PackError, match="ships with the program"):
        remove_pack(paths.bundled_packs_dir() / "starter")


def test_a_lock_of_a_folder_that_was_replaced_guards_nothing(own_pack, monkeypatch):
    original = FileLock.acquire

    def replaced_meanwhile(*args: Any, **keywords: Any) -> Any:
        held = original(*args, **keywords)
        place = own_pack / ".edit" / "lock"
        place.rename(place.with_name("old-lock"))
        place.touch()
        return held

    monkeypatch.setattr(FileLock, "acquire", replaced_meanwhile)
    with pytest.raises(PackError, match="changing this pack"):
        PackLock(own_pack / ".edit" / "lock")


def test_texts_are_written_whole_or_not_at_all(tmp_path):
    save_text(tmp_path / "a.csv", "x")
    assert (tmp_path / "a.csv").read_text() == "x"
    with pytest.raises(PackError, match="cannot be written"):
        save_text(tmp_path / "gone" / "a.csv", "x")
