"""Editing a pack: what is asked for happens, comes back with undo, and never touches somebody else's pack."""

from __future__ import annotations

import multiprocessing
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from desktop_app import paths
from desktop_app.engine.packs import (
    NewReference,
    PackEditor,
    PackManifest,
    create_pack,
    open_pack,
    verify_pack,
)
from desktop_app.engine.packs.lock import PackLock
from desktop_app.engine.packs.writer import record_encoder
from desktop_app.engine.records import FeatureSequence
from desktop_app.engine.search.library import is_encoded, open_library, reindex_steps
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.errors import AppError, LandmarkError, PackDamaged, PackError
from tests.contract.test_library import SIGNS, write_pack
from tests.helpers.fake_encoder import FakeEncoder
from tests.helpers.models import made_up_sign

MANIFEST = PackManifest("My signs", "Ghanaian", "1", TORSO_540, "CC-BY-4.0", consent="class 3b, forms signed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "p", SIGNS)


def ids(folder: Path) -> list[str]:
    pack = open_pack(folder)
    assert verify_pack(pack).ok, verify_pack(pack).problems
    return [clip.clip_id for clip in pack.clips]


def state(folder: Path) -> tuple[object, ...]:
    pack = open_pack(folder)
    assert verify_pack(pack).ok
    return pack.clips, pack.content_sha256, pack.manifest.name


def test_a_new_pack_is_empty_and_takes_references(tmp_path):
    pack = create_pack(tmp_path / "mine", MANIFEST)
    assert (pack.clips, pack.manifest.consent) == ((), "class 3b, forms signed")
    assert verify_pack(pack).ok
    library = open_library([pack], FakeEncoder())
    assert library.embeddings.shape == (0, 24)
    with pytest.raises(PackError, match="already"):
        create_pack(tmp_path / "mine", MANIFEST)
    media = tmp_path / "take.mp4"
    media.write_bytes(b"video")
    with PackEditor(pack.folder) as editor:
        clips = editor.add(
            [
                NewReference(made_up_sign(1), "Good morning", category="greeting", media=media, licence="MIT"),
                NewReference(made_up_sign(1, take=1), "good  MORNING ", signer_id="ama", handedness="left"),
                NewReference(made_up_sign(2, fps=25), "Water", consent="form 9", quality={"luma": 88}),
            ]
        )
    assert [clip.clip_id for clip in clips] == ["good-morning", "good-morning-2", "water"]
    assert [clip.sentence_id for clip in clips] == [0, 0, 1]
    assert [clip.sentence for clip in clips] == ["Good morning", "Good morning", "Water"]
    stored = open_pack(pack.folder)
    assert ids(pack.folder) == ["good-morning", "good-morning-2", "water"]
    path = stored.media_path(0)
    assert path is not None
    assert path.read_bytes() == b"video"
    assert stored.features(2).fps == 25
    assert stored.clips[2].quality["luma"] == 88
    assert stored.clips[2].quality["motion_mean"] > 0


def test_recognisable_at_once_and_only_the_new_one_is_encoded(folder):
    open_library([folder], FakeEncoder())
    with PackEditor(folder) as editor:
        editor.add([NewReference(made_up_sign(7), "seven")])
        assert not is_encoded(editor.pack, FakeEncoder())
        encoder = FakeEncoder()
        assert list(reindex_steps(editor.pack, encoder))[-1] == (7, 7)
        assert is_encoded(editor.pack, FakeEncoder())
    assert encoder.encoded == 1
    library = open_library([folder], encoder)
    assert encoder.encoded == 1
    expected, projection = FakeEncoder().encode([open_pack(folder).features(6).features])[0]
    assert np.allclose(library.embeddings[6], expected, atol=1e-6)
    assert np.allclose(library.projection(6), projection, atol=2e-3)
    fresh = FakeEncoder().encode([open_pack(folder).features(2).features])[0][0]
    assert np.allclose(library.embeddings[2], fresh, atol=1e-6)


def test_re_encoding_can_be_given_up_and_leaves_the_old_cache(folder):
    open_library([folder], FakeEncoder())
    other = FakeEncoder(sha256="e" * 64)
    steps = reindex_steps(open_pack(folder), other)
    assert next(steps) == (0, 6)
    steps.close()
    assert is_encoded(open_pack(folder), FakeEncoder())
    assert not is_encoded(open_pack(folder), other)
    assert not list(folder.glob(".cache*"))
    assert list(reindex_steps(open_pack(folder), other)) == [(0, 6), (6, 6)]
    assert is_encoded(open_pack(folder), other)


def test_delete_undo_redo(folder):
    before = state(folder)
    with PackEditor(folder) as editor:
        editor.delete(["sign-1", "sign-2"])
        assert ids(folder) == ["sign-1-2", "sign-3", "sign-3-2", "sign-3-3"]
        assert editor.journal.undo[-1].what == "delete"
        assert editor.journal.undo[-1].clips == 2
        after = state(folder)
    with PackEditor(folder) as editor:  # the journal outlives the editor
        step = editor.undo()
        assert step is not None
        assert state(folder) == before
        assert editor.redo() is not None
        assert state(folder) == after
        assert editor.undo() is not None
        assert state(folder) == before
        assert editor.undo() is None


def test_an_id_whose_clip_may_come_back_is_not_given_away(folder):
    with PackEditor(folder) as editor:
        editor.delete(["sign-2"])
        new = editor.add([NewReference(made_up_sign(8), "sign 2")])[0]
        assert new.clip_id == "sign-2-2"
        editor.undo()
        editor.undo()
    assert ids(folder) == [clip.clip_id for clip in open_pack(folder).clips]
    assert np.allclose(open_pack(folder).features(2).features, made_up_sign(2, 30).features)


def test_undo_of_an_addition_can_be_done_again(folder):
    with PackEditor(folder) as editor:
        editor.add([NewReference(made_up_sign(8), "eight")])
        after = state(folder)
        editor.undo()
        assert not (folder / "features" / "eight.npy").exists()
        editor.redo()
        assert state(folder) == after


def test_change_renames_merges_and_splits(folder):
    before = state(folder)
    with PackEditor(folder) as editor:
        editor.change(["sign-1", "sign-1-2"], sentence="Hello")
        assert [clip.sentence_id for clip in editor.pack.clips] == [0, 0, 1, 2, 2, 2]  # a rename keeps the id
        editor.change(["sign-2"], sentence="hello")
        assert [clip.sentence for clip in editor.pack.clips[:3]] == ["Hello"] * 3
        assert editor.pack.sentences == 2
        editor.change(["sign-3"], sentence="Three", variant="Kumasi", category="number")
        clip = editor.pack.clips[3]
        assert (clip.sentence_id, clip.sentence, clip.variant) == (3, "Three", "Kumasi")
        editor.change(["sign-3-2", "sign-3-3"], sentence="SIGN 3")
        assert editor.pack.clips[4].sentence == "SIGN 3"
        assert verify_pack(editor.pack).ok
        for _ in range(4):
            assert editor.undo() is not None
        assert state(folder) == before


def test_describe(folder):
    with PackEditor(folder) as editor:
        editor.describe(name="Class 3b", attribution=("Ama",), version="2")
        assert editor.pack.name == "Class 3b"
        editor.undo()
        assert (editor.pack.name, editor.pack.manifest.attribution) == ("Test", ())
        with pytest.raises(PackError, match="described"):
            editor.describe(feature_contract="other")


def test_what_cannot_be_changed_is_said(folder, tmp_path):
    with PackEditor(folder) as editor:
        before = state(folder)
        for values in ({"frames": "3"}, {}, {"handedness": "third"}, {"sentence": " "}):
            with pytest.raises(PackError):
                editor.change(["sign-1"], **values)
        with pytest.raises(PackError, match="no clip nope"):
            editor.delete(["nope"])
        with pytest.raises(PackError, match="has a clip"):
            editor.add([NewReference(made_up_sign(1), "x", clip_id="sign-1")])
        with pytest.raises(PackError, match="not there"):
            editor.add([NewReference(made_up_sign(1), "x", media=tmp_path / "gone.mp4")])
        bad = made_up_sign(1).features.copy()
        bad[3, 3] = np.nan
        present = made_up_sign(1).present
        with pytest.raises(LandmarkError):
            editor.add([NewReference(FeatureSequence(bad, present, 30, 0, 1), "x")])
        assert state(folder) == before
        assert not (folder / ".edit" / "dirty").exists()
    with pytest.raises(PackError, match="cannot hold"):
        NewReference(made_up_sign(1), "x", media=tmp_path / "a.exe")


def test_packs_of_others_are_read_only(folder, monkeypatch):
    monkeypatch.setattr(paths, "bundled_packs_dir", lambda: folder.parent)
    with pytest.raises(PackError, match="ships with the program") as caught:
        PackEditor(folder)
    assert caught.value.code == "pack.read_only"
    assert not (folder / ".edit").exists()


def _try_lock(path: str) -> str:
    try:
        PackLock(Path(path)).release()
    except AppError as error:
        return error.code
    return "free"


def test_one_editor_at_a_time(folder):
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        with PackEditor(folder):
            assert pool.apply(_try_lock, (str(folder / ".edit" / "lock"),)) == "pack.busy"
            with pytest.raises(PackError, match="changing this pack"):
                PackEditor(folder)
        assert pool.apply(_try_lock, (str(folder / ".edit" / "lock"),)) == "free"
        pool.close()
        pool.join()


def test_a_lock_is_given_back_by_any_thread(tmp_path):
    place = tmp_path / ".edit" / "lock"
    with ThreadPoolExecutor(1) as pool:
        lock = pool.submit(PackLock, place).result()
        with pytest.raises(PackError, match="changing this pack"):
            PackLock(place)
        lock.release()
        lock.release()
        pool.submit(PackLock, place).result().release()


def test_a_note_about_the_encoder_never_undoes_an_edit(folder):
    stale = open_pack(folder)
    with PackEditor(folder) as editor:
        editor.delete(["sign-2"])
        assert record_encoder(stale, "a" * 64) is stale  # somebody is editing
    assert record_encoder(stale, "a" * 64) is stale  # the pack is another by now
    assert ids(folder) == ["sign-1", "sign-1-2", "sign-3", "sign-3-2", "sign-3-3"]
    assert record_encoder(open_pack(folder), "a" * 64).manifest.encoder_sha256 == "a" * 64


def test_a_damaged_journal_costs_the_undo_and_nothing_else(folder):
    with PackEditor(folder) as editor:
        editor.delete(["sign-2"])
    (folder / ".edit" / "journal.json").write_text('{"undo": [{"what"')
    with PackEditor(folder) as editor:
        assert editor.undo() is None
        editor.delete(["sign-3"])
        assert editor.undo() is not None
    assert len(ids(folder)) == 5


def test_the_trash_is_bounded(folder, monkeypatch):
    monkeypatch.setattr("desktop_app.engine.packs.journal.MAX_TRASH_BYTES", 200_000)  # three feature files
    with PackEditor(folder) as editor:
        for clip in ("sign-1", "sign-2", "sign-3", "sign-3-2", "sign-1-2"):
            editor.delete([clip])
        kept = list((folder / ".edit" / "trash" / "features").iterdir())
        assert 1 <= len(kept) == len(editor.journal.undo) < 4
        while editor.undo():
            pass
    assert len(ids(folder)) == 1 + len(kept)


def every_edit(folder: Path, media: Path) -> None:
    with PackEditor(folder) as editor:
        while editor.undo():  # the first time there is nothing to undo
            pass
        editor.add([NewReference(made_up_sign(9), "nine", media=media)])
        editor.delete(["sign-1"])
        editor.change(["sign-2"], sentence="two")
        editor.describe(version="3")
        while editor.undo():
            pass
        while editor.redo():
            pass


def test_files_of_others_in_the_folders_of_a_pack_stay(folder, tmp_path):
    media = tmp_path / "take.mp4"
    media.write_bytes(b"video")
    others = ("media/original-of-ama.mov", "media/nine.mp4", "features/nine.npy", "features/old/notes.txt")
    for name in (*others, "media/.nine.mp4.12345678.part.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("of Ama")
    every_edit(folder, media)
    (folder / ".edit" / "dirty").touch()  # as after a crash
    every_edit(folder, media)
    for name in others:
        assert (folder / name).read_text() == "of Ama", name
    clip = open_pack(folder).clips[-1]
    assert (folder / clip.media_file).read_bytes() == b"video"


def test_a_file_in_the_place_of_a_deleted_clip_is_not_overwritten_by_undo(folder):
    with PackEditor(folder) as editor:
        editor.delete(["sign-2"])
        (folder / "features" / "sign-2.npy").write_text("of Ama")
        editor.delete(["sign-3"])
        while editor.undo():
            pass
        assert len(editor.pack.features(2).features) > 0
    assert (folder / "features" / "sign-2-2.npy").read_text() == "of Ama"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("place", ["features", "media", ".edit"])
def test_linked_folders_are_refused_and_nothing_behind_them_changes(folder, tmp_path, place):
    behind = tmp_path / "behind"
    (behind / "below").mkdir(parents=True)
    for name in ("mine.npy", "below/mine.npy"):
        (behind / name).write_text("of Ama")
    (folder / place).rename(tmp_path / "moved") if (folder / place).exists() else None
    (folder / place).symlink_to(behind, target_is_directory=True)
    for refused in (open_pack, PackEditor):
        with pytest.raises(PackDamaged, match=f"{place} is a link"):
            refused(folder)
    assert sorted(one.name for one in behind.rglob("*")) == ["below", "mine.npy", "mine.npy"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_below_media_is_a_problem_and_is_not_followed(folder, tmp_path):
    behind = tmp_path / "behind"
    behind.mkdir()
    (behind / "mine.mp4").write_text("of Ama")
    media = tmp_path / "take.mp4"
    media.write_bytes(b"video")
    (folder / "media").mkdir()
    (folder / "media" / "mine").symlink_to(behind, target_is_directory=True)
    every_edit(folder, media)
    assert (behind / "mine.mp4").read_text() == "of Ama"
    assert [one.file for one in verify_pack(open_pack(folder)).problems] == ["media/mine"]
