"""What is the user's own (videos, history, packs, settings) cannot be read by others on the machine."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.__main__ import prepare_environment
from desktop_app.app.application import window_memory
from desktop_app.engine.encoder import trial
from desktop_app.engine.encoder.onnx import OnnxEncoder
from desktop_app.engine.importing.import_jobs import find_clips
from desktop_app.engine.importing.import_many import ImportOptions, import_steps
from desktop_app.engine.importing.unfinished import note_unfinished
from desktop_app.engine.packs import (
    NewReference,
    PackEditor,
    PackManifest,
    create_pack,
    export_steps,
    install_pack,
    open_pack,
)
from desktop_app.engine.progress.store import HISTORY, ProgressStore
from desktop_app.engine.recording.waiting_videos import WaitingVideos
from desktop_app.engine.search.library import open_library
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.files import private_folder, put_in_place
from desktop_app.settings_file import SettingsStore
from tests.engine.importing.test_import import no_extractor, recording
from tests.engine.progress.histories import FULL
from tests.helpers.fake_encoder import FakeEncoder
from tests.helpers.models import build, made_up_sign, our_bundle

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("SIGNMIRROR_DATA_DIR", str(tmp_path / "user" / "data"))
    monkeypatch.setenv("SIGNMIRROR_CACHE_DIR", str(tmp_path / "user" / "cache"))
    before = os.umask(0o022)
    yield tmp_path / "user"
    os.umask(before)


def open_to_others(home: Path) -> list[str]:
    return [
        f"{path.relative_to(home)} {stat.S_IMODE(path.stat().st_mode):o}"
        for path in (home, *home.rglob("*"))
        if stat.S_IMODE(path.stat().st_mode) != (0o700 if path.is_dir() else 0o600)
    ]


def test_packs_and_videos(home, tmp_path):
    packs = home / "data" / "packs"
    media = tmp_path / "take.mp4"
    media.write_bytes(b"video")
    folder = create_pack(packs / "mine", PackManifest("Mine", "none", "1", TORSO_540, "MIT")).folder
    clips = tmp_path / "clips"
    clips.mkdir()
    recording(clips / "one.npz")
    (clips / "broken.npz").write_bytes(b"no recording")
    jobs = find_clips(clips).jobs
    note_unfinished(folder, jobs, ImportOptions())
    with PackEditor(folder) as editor:
        editor.add([NewReference(made_up_sign(1), "one", media=media)])
        editor.delete([editor.pack.clips[0].clip_id])
        editor.undo()
        list(import_steps(editor, jobs, no_extractor))
    shared = tmp_path / "shared"
    shared.mkdir(0o755)
    archive = shared / "out.signpack"
    for _ in export_steps(open_pack(folder), archive):
        pass
    assert stat.S_IMODE(archive.stat().st_mode) == 0o644  # made to be given away
    open_library([folder], FakeEncoder())
    install_pack(archive, packs / "theirs")
    install_pack(archive, packs / "theirs", replace_old=True)
    open_pack(archive)
    waiting = WaitingVideos()
    video = waiting.next_path()
    part = video.with_name("part")
    part.write_bytes(b"video")
    put_in_place(part, video)
    assert open_to_others(home) == []
    waiting.close()


def test_history_and_settings(home):
    path = home / "data" / HISTORY
    for _ in range(2):
        with closing(ProgressStore(path)) as store:
            store.add(FULL)
            assert open_to_others(home) == []  # with the log beside it
    path.write_bytes(b"damaged" * 100)
    with closing(ProgressStore(path)) as store:
        assert store.happened == "restored"
        assert open_to_others(home) == []
    settings = SettingsStore(home / "config" / "config.toml", {})
    settings.change("look.theme", "dark")
    settings.save()
    assert open_to_others(home) == []


@pytest.mark.parametrize("older", [False, True])
def test_the_memory_of_the_window_and_of_tried_models(home, tmp_path, monkeypatch, older):
    monkeypatch.setenv("SIGNMIRROR_CONFIG_DIR", str(home / "config"))
    window, tried = home / "config" / "window.ini", home / "cache" / "models-tried.json"
    if older:
        for path in (window, tried):
            private_folder(path.parent)
            path.touch(0o644)
    memory = window_memory()
    memory.setValue("geometry", b"1")
    memory.sync()
    monkeypatch.setattr(trial, "_passed", set())
    OnnxEncoder(our_bundle(tmp_path / "model", build(seed=7)))
    assert window.stat().st_size > 0
    assert tried.stat().st_size > 0
    assert open_to_others(home) == []


def test_a_history_that_others_could_read_is_private_from_now_on(home):
    path = home / "data" / HISTORY
    ProgressStore(path).close()
    path.chmod(0o644)
    ProgressStore(path).close()
    assert open_to_others(home) == []


def test_matplotlib_keeps_its_list_of_fonts_in_the_caches_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It wrote into a folder of its own in the user's home, which an uninstallation left behind."""
    monkeypatch.delenv("MPLCONFIGDIR")
    prepare_environment()
    assert Path(os.environ["MPLCONFIGDIR"]).parent == paths.cache_dir()
