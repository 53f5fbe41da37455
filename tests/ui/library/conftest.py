"""What tests of the Library share: the window's fixtures, packs of one's own, and the whole program."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QSettings

from desktop_app import paths
from desktop_app.app.program import Program
from desktop_app.engine.packs import NewReference, PackEditor, PackManifest, create_pack
from desktop_app.engine.sources.pose_file import save_pose
from desktop_app.engine.sources.recording import LandmarkRecording, load_recording
from desktop_app.settings_file import SettingsStore
from desktop_app.ui.state import EnginePhase
from tests.helpers.landmarks_replay import ReplayExtractor
from tests.helpers.models import made_up_sign
from tests.ui.conftest import settle

LONG_MS = 60_000
# Signs of the built-in sample with the rest around them, in seconds.
SAMPLE_SIGNS = {
    "hello": (0.6, 3.8),
    "thank_you": (4.4, 7.7),
    "thank_you-2": (4.5, 7.6),
    "handbag": (15.8, 19.0),
}


@pytest.fixture
def own_pack(own_folders: Path) -> Path:
    """A pack of the user's: two takes of "good morning", one of "water"."""
    home = paths.user_packs_dir()
    home.mkdir(parents=True)
    manifest = PackManifest("My class", "Ghanaian", "1", "torso-540-v1", "CC0-1.0", consent="on paper")
    folder = create_pack(home / "my-class", manifest).folder
    with PackEditor(folder) as editor:
        editor.add(
            [
                NewReference(made_up_sign(1), "good morning", category="greetings", signer_id="Ama"),
                NewReference(made_up_sign(2), "good morning", category="greetings", variant="Kumasi"),
                NewReference(made_up_sign(3), "water", category="food"),
            ]
        )
    return folder


@pytest.fixture
def pose_folder(tmp_path: Path) -> Path:
    """.pose recordings cut from the built-in sample, and two files that are no use."""
    folder = tmp_path / "recordings"
    folder.mkdir()
    sample = load_recording(paths.sample_recording())
    for name, (start, end) in SAMPLE_SIGNS.items():
        rows = (sample.captured_s >= start) & (sample.captured_s < end)
        part = LandmarkRecording(sample.raw[rows], sample.captured_s[rows] - start, sample.aspect)
        save_pose(folder / f"{name}.pose", part)
    nobody = np.zeros((60, 540), np.float32)
    save_pose(folder / "nobody.pose", LandmarkRecording(nobody, np.arange(60) / 30, sample.aspect))
    (folder / "broken.pose").write_bytes(b"no pose")
    return folder


@pytest.fixture
def start(qapp, tmp_path: Path, qtbot, monkeypatch):
    """Starts programs in the Library view, waits until they are ready, and ends them all.

    The camera plays a recording, so that no tracker is needed; a test that imports videos brings a real one.
    """
    monkeypatch.setattr("desktop_app.app.program.make_extractor", lambda: ReplayExtractor({}))
    started: list[Program] = []

    def run(**flags) -> Program:
        values = {key.replace("__", "."): value for key, value in flags.items()}
        store = SettingsStore(tmp_path / "config.toml", {}, values)
        memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        source = str(paths.sample_recording())
        program = Program(qapp, store, memory=memory, watch_cameras=False, source=source)
        started.append(program)
        program.window.show_view("library")
        program.start((1280, 800))
        window = program.window
        qtbot.waitUntil(lambda: window.state.engine is EnginePhase.READY, timeout=LONG_MS)
        qtbot.waitUntil(lambda: bool(program.library.packs.packs), timeout=LONG_MS)
        return program

    yield run
    for program in started:
        program.window.close()
        report = program.stop()
        assert report.clean
        program.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle(qapp)
