"""The whole program on files, with a clock that the test turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.app.program import Program
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.sources.recording import save_recording
from desktop_app.settings_file import SettingsStore
from tests.ui.conftest import settle
from tests.ui.recording.takes import sample_take


class RecordingClock:
    """Seconds, turned by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> RecordingClock:
    return RecordingClock()


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path, clock: RecordingClock) -> Iterator[Callable[..., Program]]:
    """start(source, **settings) -> a program on a file that is read losslessly; all of them are ended."""
    started: list[Program] = []

    def run(source: Path, **changes: object) -> Program:
        store = SettingsStore(tmp_path / "config.toml", {}, {})
        for key, value in changes.items():
            store.change(key.replace("__", "."), value)
        window_memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        program = Program(
            qapp, store, memory=window_memory, lossless=True, watch_cameras=False, source=str(source)
        )
        program.recording._clock = clock
        started.append(program)
        program.start((1280, 800))
        return program

    yield run
    for program in started:
        program.stop()
        program.window.close()
        program.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle(qapp)


@pytest.fixture
def pieces(tmp_path: Path) -> tuple[Path, Path]:
    """Two signs of the built-in sample, each as a recording of its own with rest before and after."""
    made = []
    for name, first_s, last_s in (("one", 0.4, 4.3), ("two", 4.3, 8.2)):
        frames = [f for f in sample_take().frames if first_s <= f.position_s <= last_s]
        raw = np.stack([frame.raw for frame in frames])
        times = np.array([frame.position_s for frame in frames])
        save_recording(tmp_path / f"{name}.npz", raw, times - times[0], frames[0].aspect)
        made.append(tmp_path / f"{name}.npz")
    return made[0], made[1]


@pytest.fixture
def still(tmp_path: Path) -> Path:
    """A person whose hands are never seen."""
    source = open_source_spec(str(paths.sample_recording()), realtime=False)
    del source
    frames = sample_take().frames[:60]
    raw = np.stack([frame.raw for frame in frames]).copy()
    raw[:, 132:258] = 0
    save_recording(tmp_path / "still.npz", raw, np.arange(len(raw)) / 30, frames[0].aspect)
    return tmp_path / "still.npz"
