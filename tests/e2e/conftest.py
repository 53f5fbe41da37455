"""The whole program before a stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from desktop_app.app import program as composition
from desktop_app.app.program import Program
from desktop_app.runtime import pipeline
from desktop_app.runtime.watchdog import WatchLimits
from desktop_app.settings_file import SettingsStore
from desktop_app.ui.state import EnginePhase
from tests.e2e.stage import LONG_S, AnyFrame, Stage
from tests.ui.conftest import dressed, english_desktop, memory, no_modal_box, qapp_cls, settle

__all__ = ["dressed", "english_desktop", "memory", "no_modal_box", "qapp_cls"]
LONG_MS = 60_000
SETTINGS = {"recognition.packs": ("starter",), "recording.countdown": 0, "recording.takes": 1}


class EndToEndClock:
    """The clock of practice and recording, moved by the test."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    made = Stage()
    monkeypatch.setattr(composition, "source_opener", made.open_source)
    # Nobody signs for as long as a busy machine takes to do the rest: the camera is not lost for that.
    monkeypatch.setattr(pipeline, "WatchLimits", partial(WatchLimits, read_s=10 * LONG_S))
    yield made
    made.end()


@pytest.fixture
def clock() -> EndToEndClock:
    return EndToEndClock()


@pytest.fixture
def start(
    qapp: QApplication, tmp_path: Path, stage: Stage, clock: EndToEndClock, qtbot
) -> Iterator[Callable[[AnyFrame], Program]]:
    """start(rest) -> the program, ready, with a signer who rests."""
    made: list[Program] = []

    def run(rest: AnyFrame) -> Program:
        store = SettingsStore(tmp_path / "config.toml", {}, {})
        for key, value in SETTINGS.items():
            store.change(key, value)
        window_memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        program = Program(
            qapp, store, memory=window_memory, lossless=True, watch_cameras=False, source="camera:stage"
        )
        program.practice.clock = clock
        program.recording._clock = clock
        made.append(program)
        stage.join(program, rest)
        program.start((1280, 800))
        qtbot.waitUntil(lambda: program.window.state.engine is EnginePhase.READY, timeout=LONG_MS)
        return program

    yield run
    stage.end()
    for program in made:
        program.window.close()
        assert program.stop().clean
        program.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle(qapp)
