"""Fingerspelling in the whole program: real tracker, real models, recordings and real videos of letters."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings

from desktop_app import paths
from desktop_app.app.program import Program
from desktop_app.cli.main import main
from desktop_app.runtime.events import LetterPurpose, SourceState, SourceStatus, Work
from desktop_app.settings_file import SettingsStore
from desktop_app.ui.spelling.state import ReaderPhase
from tests.helpers.played import played_to_the_end
from tests.helpers.shared import shared_video
from tests.ui.conftest import settle

LONG_MS = 120_000
SAMPLE = str(paths.sample_recording("letters"))


@pytest.fixture
def start(qapp, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Starts programs on the Fingerspelling view, every frame of the file is read; ends them all."""
    started: list[Program] = []

    def run(source: str = SAMPLE, view: str = "letters") -> Program:
        store = SettingsStore(tmp_path / "config.toml", {}, {})
        memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        program = Program(qapp, store, memory=memory, lossless=True, watch_cameras=False, source=source)
        started.append(program)
        program.window.show_view(view)
        program.start((1280, 800))
        return program

    yield run
    for program in started:
        program.window.close()
        program.stop()
        program.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle(qapp)


def work_of(program: Program) -> Work:
    return program.pipeline._switch.work


def test_the_sample_spells_its_word(start, qtbot):
    program = start()
    with played_to_the_end(program, qtbot):
        pass
    window = program.window
    assert window.spelling.text.line.text() == "HELLO"
    assert window.spelling.state.reader is ReaderPhase.READY
    assert window.spelling.state.latency_ms is not None
    qtbot.waitUntil(lambda: bool(window.spelling.reference._hands), timeout=LONG_MS)
    window.spelling.text.delete_last.click()
    qtbot.waitUntil(lambda: window.spelling.state.text == "HELL", timeout=LONG_MS)
    window.spelling.text.clear.click()
    qtbot.waitUntil(lambda: window.spelling.state.text == "", timeout=LONG_MS)


@pytest.mark.shared_data
@pytest.mark.parametrize("letter", ["L"])
def test_a_real_video_of_a_letter_is_read(start, qtbot, letter):
    program = start(str(shared_video(f"ghsl_letter_{letter.lower()}")))
    window = program.window
    hands: list[bool] = []
    window.events_came.connect(lambda batch: hands.append(batch.landmarks is not None))
    with played_to_the_end(program, qtbot):
        pass
    assert any(hands)
    assert letter in window.spelling.state.text
    assert window.spelling.video._frame is not None


def test_practice_goes_through_a_word_without_a_click(start, qtbot):
    program = start("/nothing.npz")
    window = program.window
    qtbot.waitUntil(lambda: window.spelling.state.reader is ReaderPhase.READY, timeout=LONG_MS)
    window.spelling.choose_purpose(LetterPurpose.PRACTISE)
    practice = window.spelling.state.practice
    assert len(practice.words) > 10
    words = ("HELLO", *practice.words)
    from dataclasses import replace

    window.spelling.practice_wanted.emit(replace(practice, words=words))
    with played_to_the_end(program, qtbot):
        program.source.choose(SAMPLE)
    after = window.spelling.state.practice
    assert (after.words_done, after.accuracy) == (1, 1.0)
    assert after.letters_per_minute is not None
    assert window.spelling.state.text == ""


def test_views_change_the_work_and_the_source_goes_on(start, qtbot):
    program = start(view="live")
    window = program.window
    opened: list[SourceStatus] = []
    program.hub.subscribe(lambda event: opened.append(event.status) if isinstance(event, SourceState) else None)
    with played_to_the_end(program, qtbot):
        pass
    assert work_of(program) is Work.SIGNS
    opened.clear()
    window.show_view("letters")
    assert work_of(program) is Work.LETTERS
    qtbot.waitUntil(lambda: window.spelling.state.reader is ReaderPhase.READY, timeout=LONG_MS)
    window.show_view("settings")
    assert work_of(program) is Work.LETTERS
    window.show_view("live")
    assert work_of(program) is Work.SIGNS
    assert opened == []
    window.show_view("letters")
    program.source.reopen()
    qtbot.waitUntil(lambda: window.spelling.state.text == "HELLO", timeout=LONG_MS)


def test_settings_of_letters_are_kept_and_reach_the_reader(start, qtbot, tmp_path):
    program = start()
    window, view = program.window, program.window.spelling
    with played_to_the_end(program, qtbot):
        pass
    view.mode.setCurrentIndex(1)
    view.mode.activated.emit(1)
    qtbot.waitUntil(lambda: window.spelling.state.window == 32, timeout=LONG_MS)
    view.hand.setCurrentIndex(1)
    view.hand.activated.emit(1)
    view.reference.turn.click()
    window.settings.changed.emit("letters.smoothing", 9)
    view.choose_purpose(LetterPurpose.PRACTISE)
    view.word.level_chosen.emit(3)
    assert window.spelling.state.practice.level == 3
    program.source.reopen()
    qtbot.waitUntil(lambda: window.spelling.state.window == 1, timeout=LONG_MS)  # single frames
    window.close()
    program.stop()
    written = tomllib.loads((tmp_path / "config.toml").read_text())
    assert written["letters"] == {"mode": "frame", "turn_hand": False, "smoothing": 9, "level": 3}
    assert written["input"]["dominant_hand"] == "left"
    again = start()
    assert again.window.spelling.mode.currentData(256) == "frame"
    assert not again.window.spelling.reference.canvas.turning
    assert again.pipeline._letter_parts.settings.smoothing == 9
    assert again.pipeline._letter_parts.settings.dominant_left


def test_a_picture_of_the_view_is_saved_without_a_display(tmp_path, capsys):
    target = tmp_path / "letters.png"
    arguments = ["app", "--view", "letters", "--source", SAMPLE, "--screenshot", str(target), "--after", "0"]
    assert main(arguments) == 0
    assert target.stat().st_size > 10_000
