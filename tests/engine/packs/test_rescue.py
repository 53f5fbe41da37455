"""An edit of an older version that damaged its pack is undone as a whole or not at all."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.engine.packs import PackEditor, open_pack, verify_pack
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.lock import PackLock
from desktop_app.engine.packs.reference import NewReference
from desktop_app.engine.packs.rescue import _undo_rows, undo_last_edit
from desktop_app.errors import PackDamaged, PackError
from desktop_app.message import Message
from tests.contract.test_library import SIGNS, write_pack
from tests.engine.packs.test_bounds import change_clips, reseal
from tests.helpers.models import made_up_sign
from tests.helpers.system_limits import full_disk


def damage_by_an_edit(folder: Path, edit: str) -> None:
    """Make an edit, then write a number into its row, or into another after a deletion, that cannot be read."""
    with PackEditor(folder) as editor:
        clip = editor.pack.clips[1]
        if edit == "add":
            (clip,) = editor.add([NewReference(made_up_sign(9, 30), "new")])
        elif edit == "change":
            editor.change([clip.clip_id], sentence="other")
        else:
            editor.delete([clip.clip_id])
    row = clip.clip_id if edit != "delete" else open_pack(folder).clips[0].clip_id
    text = (folder / "clips.csv").read_text()
    huge = re.sub(rf"^{re.escape(row)},\d+,", f"{row},{2**63},", text, flags=re.MULTILINE)
    assert huge != text
    reseal(folder, "clips.csv", huge.encode())
    with pytest.raises(PackDamaged):
        open_pack(folder)


def content(folder: Path) -> dict[str, bytes]:
    """Every file by name, but for the lock and the mark of an edit in progress."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if path.name not in ("lock", "dirty")
    }


@pytest.mark.parametrize("edit", ["add", "change"])
def test_the_edit_that_damaged_a_pack_is_undone(tmp_path, edit):
    folder = write_pack(tmp_path / "p", SIGNS)
    before = open_pack(folder)
    damage_by_an_edit(folder, edit)
    assert main(["pack", "undo", str(folder)]) == 0
    after = open_pack(folder)
    assert after.clips == before.clips
    assert verify_pack(after).ok
    assert main(["pack", "undo", str(folder)]) == 0  # nothing is left to undo


def test_a_damaged_pack_without_an_edit_to_undo_says_so(tmp_path):
    folder = change_clips(write_pack(tmp_path / "p", SIGNS), sentence_id="9" * 30)
    data = (folder / "clips.csv").read_bytes()
    assert main(["pack", "undo", str(folder)]) == 2
    assert (folder / "clips.csv").read_bytes() == data


def test_damage_that_the_last_edit_has_not_done_is_told_and_nothing_changes(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    damage_by_an_edit(folder, "delete")
    before = content(folder)
    with pytest.raises(PackDamaged, match=r"clips\.csv"):
        undo_last_edit(folder)
    assert content(folder) == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of Unix")
@pytest.mark.parametrize("edit", ["add", "change"])
@pytest.mark.parametrize("file_bytes", [0, 300])
def test_an_undo_on_a_full_disk_changes_nothing_and_works_with_room(tmp_path, edit, file_bytes):
    """At 0 the undo cannot begin; at 300 it cannot write its lists."""
    folder = write_pack(tmp_path / "p", SIGNS)
    sound = open_pack(folder).clips
    damage_by_an_edit(folder, edit)
    before = content(folder)
    with full_disk(file_bytes), pytest.raises(PackError, match="cannot be written") as raised:
        undo_last_edit(folder)
    assert "room on the disk" in str(raised.value.hint)
    assert content(folder) == before
    assert undo_last_edit(folder) is not None
    assert open_pack(folder).clips == sound


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of Unix")
def test_files_that_a_failed_undo_had_brought_back_are_there_for_the_next(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    sound = open_pack(folder).clips
    with PackEditor(folder) as editor:
        editor.delete([editor.pack.clips[0].clip_id])
    before = content(folder)
    with full_disk(300), pytest.raises(PackError, match="cannot be written"):
        _undo_rows(folder, PackDamaged(Message("As after an older version.")))
    assert content(folder) == before
    assert undo_last_edit(folder) is not None
    assert open_pack(folder).clips == sound
    assert verify_pack(open_pack(folder)).ok


def test_a_pack_that_is_being_edited_is_left_alone(tmp_path):
    folder = write_pack(tmp_path / "p", SIGNS)
    damage_by_an_edit(folder, "add")
    before = content(folder)
    lock = PackLock(folder / lists.EDIT / "lock")
    try:
        with pytest.raises(PackError, match="changing this pack"):
            undo_last_edit(folder)
    finally:
        lock.release()
    assert content(folder) == before
