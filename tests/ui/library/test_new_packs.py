"""A pack that the window makes for clips goes again where none comes in: full disk, refusals, a killed run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.engine.importing.import_jobs import find_clips
from desktop_app.engine.importing.import_many import ImportOptions
from desktop_app.engine.importing.unfinished import Unfinished, note_unfinished, read_unfinished
from desktop_app.engine.packs import PackEditor, create_pack, open_pack
from desktop_app.engine.takes.trim import moving_part
from desktop_app.errors import AppError, PackError
from desktop_app.ui.library.tasks import (
    ImportRun,
    copy_pack,
    forget_import,
    new_folder,
    new_manifest,
)
from desktop_app.ui.recording.state import MadeTake
from desktop_app.ui.recording.tasks import save_takes
from desktop_app.ui.recording.values import RecordValues
from tests.helpers.landmarks_replay import ReplayExtractor
from tests.helpers.system_limits import full_disk
from tests.ui.library.conftest import SAMPLE_SIGNS
from tests.ui.recording.takes import good_take

MANIFEST = new_manifest({"name": "From the sample", "licence": "MIT"})
limited = pytest.mark.skipif(sys.platform == "win32", reason="needs limits of Unix")


def nothing(done: int, total: int, detail: str = "") -> None:
    """Progress that nobody reads."""


def import_into_new(clips: Path) -> ImportRun:
    folder = new_folder(MANIFEST.name)
    options = ImportOptions()
    return ImportRun(folder, find_clips(clips).jobs, options, lambda: ReplayExtractor({}), new=MANIFEST)


def in_packs() -> list[str]:
    home = paths.user_packs_dir()
    return sorted(path.name for path in home.iterdir()) if home.is_dir() else []


@limited
@pytest.mark.parametrize("file_bytes", [0, 300, 4000, 20_000])
def test_an_import_on_a_full_disk_leaves_no_pack(own_folders, pose_folder, file_bytes):
    run = import_into_new(pose_folder)
    with full_disk(file_bytes), pytest.raises(PackError, match=r"File too large|No space left"):
        run.run(nothing)
    assert in_packs() == []
    again = import_into_new(pose_folder).run(nothing)  # with room on the disk
    assert len(open_pack(again.folder).clips) == len(SAMPLE_SIGNS)


def test_an_import_of_which_all_is_refused_leaves_no_pack(own_folders, pose_folder):
    for name in SAMPLE_SIGNS:
        (pose_folder / f"{name}.pose").unlink()
    run = import_into_new(pose_folder).run(nothing)
    assert [result.status for result in run.results] == ["refused", "refused"]
    assert in_packs() == []
    assert read_unfinished() is None


def test_an_import_that_is_stopped_before_its_first_clip_makes_its_pack_when_it_goes_on(
    own_folders, pose_folder
):
    class Stopped(Exception):
        """As the window stops a task."""

    def stop(done: int, total: int, detail: str = "") -> None:
        raise Stopped

    with pytest.raises(Stopped):
        import_into_new(pose_folder).run(stop)
    assert in_packs() == []
    left = read_unfinished()
    assert left is not None
    assert left.new == MANIFEST
    run = ImportRun(left.folder, left.jobs, left.options, lambda: ReplayExtractor({}), new=left.new)
    run.run(nothing)
    assert open_pack(run.folder).name == MANIFEST.name
    assert len(open_pack(run.folder).clips) == len(SAMPLE_SIGNS)


def test_forgetting_an_import_that_died_removes_its_empty_pack_and_no_other(own_pack, pose_folder):
    jobs = find_clips(pose_folder).jobs
    dead = create_pack(new_folder(MANIFEST.name), MANIFEST).folder
    note_unfinished(dead, jobs, ImportOptions(), MANIFEST)
    forget_import(Unfinished(dead, jobs, ImportOptions(), MANIFEST))
    assert in_packs() == [own_pack.name]
    assert read_unfinished() is None
    with PackEditor(own_pack) as editor:  # empty, and the user's
        editor.delete([clip.clip_id for clip in editor.pack.clips])
    forget_import(Unfinished(own_pack, jobs, ImportOptions()))
    assert in_packs() == [own_pack.name]


@limited
def test_a_copy_that_cannot_get_its_name_does_not_stay(own_pack, monkeypatch):
    def refused(editor: PackEditor, **values: object) -> None:
        raise editor.unwritable(OSError(28, "No space left on device"))

    monkeypatch.setattr(PackEditor, "describe", refused)
    with pytest.raises(PackError, match="No space left"):
        copy_pack(own_pack, "Mine too", nothing)
    assert in_packs() == [own_pack.name]


@limited
@pytest.mark.parametrize("file_bytes", [300, 4000])
def test_takes_that_cannot_be_saved_leave_no_new_pack(own_folders, file_bytes):
    take = good_take()
    span = moving_part(take.sequence)
    made = MadeTake(1, take, None, (), span, span)
    values = RecordValues("Fruit", signer="Ama", new_pack="Class 3")
    with full_disk(file_bytes), pytest.raises(AppError, match=r"File too large|No space left"):
        save_takes([made], values)
    assert in_packs() == []
    save_takes([made], values)
    assert in_packs() == ["class-3"]
