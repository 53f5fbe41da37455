"""The whole program off screen: real pipeline, real models and packs, the built-in sample."""

from __future__ import annotations

import threading
import tomllib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QDoubleSpinBox

from desktop_app import files, paths
from desktop_app.app import program as composition
from desktop_app.app.program import Program
from desktop_app.cli import app_window
from desktop_app.cli.main import main
from desktop_app.engine.packs.index import PackIndex
from desktop_app.settings_file import SettingsStore
from desktop_app.ui.player.reference_loader import ReferenceLoader
from desktop_app.ui.practice.controller import PracticeController
from desktop_app.ui.state import EnginePhase, SourcePhase
from tests.helpers.fakes import WAIT_S, FakeExtractor
from tests.helpers.played import played_to_the_end
from tests.ui.conftest import settle

LONG_MS = 60_000


@pytest.fixture
def start(qapp, tmp_path: Path):
    """Starts programs on files; ends them all."""
    started: list[Program] = []

    def run(source: str = "", lossless: bool = True, **flags) -> Program:
        store = SettingsStore(
            tmp_path / "config.toml", {}, {key.replace("__", "."): v for key, v in flags.items()}
        )
        memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        program = Program(
            qapp, store, memory=memory, lossless=lossless, watch_cameras=False, source=source or None
        )
        started.append(program)
        program.start((1280, 800))
        return program

    yield run
    for program in started:
        program.window.close()
        program.stop()
        program.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle(qapp)


def test_the_sample_is_watched_to_its_end_and_closing_ends_every_thread(start, qtbot):
    program = start(str(paths.sample_recording()))
    window = program.window
    with played_to_the_end(program, qtbot):
        pass
    assert window.state.engine is EnginePhase.READY
    assert window.state.answer is not None
    assert window.state.answer.number >= 3
    qtbot.waitUntil(lambda: window.live.player.playback.count > 0, timeout=LONG_MS)
    qtbot.waitUntil(lambda: window.live.results.rows[0].has_thumbnail, timeout=LONG_MS)
    qtbot.waitUntil(lambda: len(window.library.sentences.model.sentences) > 50, timeout=LONG_MS)
    window.close()
    report = program.stop()
    assert report.clean
    assert report.seconds < 2
    assert not program.pipeline.running


def test_a_window_closed_while_models_load_is_gone_at_once_and_loading_ends(start, qtbot, monkeypatch):
    loading, go_on = threading.Event(), threading.Event()
    made: list[FakeExtractor] = []

    def slowly() -> FakeExtractor:
        loading.set()
        go_on.wait(WAIT_S)
        made.append(FakeExtractor())
        return made[-1]

    monkeypatch.setattr(composition, "make_extractor", slowly)
    program = start(str(paths.sample_recording()))
    qtbot.waitUntil(loading.is_set, timeout=LONG_MS)
    seen: list[bool] = []
    program.window.closing.disconnect()
    program.window.closing.connect(lambda: seen.append(program.window.isVisible()))
    program.window.close()
    assert seen == [False]  # before anything is waited for
    assert program.stop().stuck == ("landmarks",)
    go_on.set()
    assert program.pipeline.stop(WAIT_S).clean
    assert made[0].closed == 1


def test_a_file_that_is_not_there_is_reported_and_another_can_be_chosen(start, qtbot, tmp_path):
    program = start(str(tmp_path / "nothing.mp4"))
    window = program.window
    qtbot.waitUntil(lambda: window.state.source.phase is SourcePhase.FAILED, timeout=LONG_MS)
    window.flush()
    assert "does not exist" in window.live.banners.views[0].accessibleName()
    window.live.banners.acted.emit("play_sample")
    qtbot.waitUntil(lambda: window.state.source.phase is SourcePhase.PLAYING, timeout=LONG_MS)
    window.flush()
    assert not window.live.banners.isVisible()
    assert window.live.bar.source.currentText() == "Built-in sample"


def test_a_damaged_pack_is_reported_and_the_open_ones_stay(start, qtbot, tmp_path):
    program = start(str(paths.sample_recording()), lossless=False)
    window = program.window
    qtbot.waitUntil(lambda: window.state.engine is EnginePhase.READY, timeout=LONG_MS)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "pack.json").write_text("{")
    window.live.bar.pack_chosen.emit(str(broken))
    qtbot.waitUntil(lambda: window.state.engine is EnginePhase.FAILED, timeout=LONG_MS)
    assert any("pack.json" in banner.text + banner.hint for banner in window.state.banners)
    assert window.live.bar.pack.count() > 2


def test_the_library_keeps_what_was_chosen_there_while_signs_are_recognised(start, qtbot):
    program = start(str(paths.sample_recording()))
    window = program.window
    window.show_view("library")
    sentences = window.library.sentences
    qtbot.waitUntil(lambda: bool(sentences.model.visible), timeout=LONG_MS)
    sentences.tree.setCurrentIndex(sentences.model.index(0, 0))
    chosen = sentences.model.visible[0].text
    qtbot.waitUntil(lambda: window.library.player.canvas.clip is not None, timeout=LONG_MS)
    qtbot.waitUntil(lambda: window.state.answer is not None, timeout=LONG_MS)
    window.show_view("live")
    qtbot.waitUntil(lambda: window.live.player.playback.count > 0, timeout=LONG_MS)
    clip = window.library.player.canvas.clip
    assert clip is not None
    assert clip.title == chosen
    assert window.live.player.canvas.clip is not clip


def test_settings_survive_a_restart(start, tmp_path):
    program = start(str(paths.sample_recording()))
    program.window.live.bar.mirror.click()
    program.window.settings.changed.emit("look.text_scale", 150)
    program.window.settings.changed.emit("input.dominant_hand", "left")
    program.window.settings.changed.emit("look.theme", "dark")
    assert program.window.theme.palette.name == "dark"
    assert program.window.theme.scale == 1.5
    program.window.close()
    program.stop()
    written = tomllib.loads((tmp_path / "config.toml").read_text())
    assert written["input"] == {"mirror": False, "dominant_hand": "left"}
    again = start(str(paths.sample_recording()))
    assert not again.window.live.video.mirrored
    assert again.window.live.player.canvas.mirrored
    assert again.window.theme.scale == 1.5


def test_clicks_on_a_threshold_save_once_beside_the_window_and_read_nothing_anew(start, qtbot, monkeypatch):
    saves: list[threading.Thread] = []
    reads: list[str] = []

    def watch(owner: type, name: str) -> None:
        real = getattr(owner, name)

        def noted(*args: Any, **kwargs: Any) -> Any:
            reads.append(f"{owner.__name__}.{name}")
            return real(*args, **kwargs)

        monkeypatch.setattr(owner, name, noted)

    def write(path: Path, text: str) -> None:
        saves.append(threading.current_thread())
        files.write_text(path, text)

    program = start(str(paths.sample_recording()))
    window = program.window
    qtbot.waitUntil(lambda: window.state.source.phase is SourcePhase.ENDED, timeout=LONG_MS)
    qtbot.waitUntil(lambda: bool(window.library.sentences.model.sentences), timeout=LONG_MS)
    monkeypatch.setattr("desktop_app.settings_file.write_text", write)
    watch(PackIndex, "read")
    watch(ReferenceLoader, "set_library")
    watch(PracticeController, "recogniser_ready")
    editor = window.settings.editors["recognition.sim_threshold"]
    assert isinstance(editor, QDoubleSpinBox)
    for _ in range(5):
        editor.stepUp()
    assert program.settings.recognition.sim_threshold == pytest.approx(editor.value())
    assert saves == []
    qtbot.waitUntil(lambda: judged_by(program) == program.settings.recognition.sim_threshold, timeout=LONG_MS)
    qtbot.waitUntil(lambda: bool(saves), timeout=LONG_MS)
    window.close()
    program.stop()
    assert len(saves) == 1
    assert saves[0] is not threading.main_thread()
    assert reads == []


def judged_by(program: Program) -> float:
    """The threshold by which an attempt in the practice would be judged now."""
    assert program.practice._recogniser is not None
    return program.practice._recogniser.thresholds.sim_threshold


def test_what_cannot_be_saved_is_reported_and_holds(start, qtbot, tmp_path):
    program = start(str(paths.sample_recording()))
    (tmp_path / "config.toml").mkdir()
    program.window.settings.changed.emit("look.text_scale", 150)
    qtbot.waitUntil(
        lambda: any("cannot be saved" in banner.text for banner in program.window.state.banners),
        timeout=LONG_MS,
    )
    assert program.settings.look.text_scale == 150


def test_another_provider_is_used_at_once(start, qtbot):
    program = start(str(paths.sample_recording()))
    window = program.window
    qtbot.waitUntil(lambda: window.state.engine is EnginePhase.READY, timeout=LONG_MS)
    before = window.state.provider_reason
    window.settings.changed.emit("recognition.provider", "cpu")
    qtbot.waitUntil(lambda: window.state.provider_reason != before, timeout=LONG_MS)
    assert window.state.engine is EnginePhase.READY
    assert window.state.provider == "CPUExecutionProvider"
    notes = window.settings._notes
    assert (
        notes["recognition.provider"].text() == "Automatic takes what was fastest here."
    )  # asks for no restart
    assert notes["look.language"].text() == "Used from the next start on."


def test_what_a_flag_holds_is_locked_in_the_window(start):
    program = start(str(paths.sample_recording()), look__theme="dark")
    editor = program.window.settings.editors["look.theme"]
    assert not editor.isEnabled()
    assert "command-line flag" in program.window.settings._notes["look.theme"].text()
    assert program.window.settings.editors["look.text_scale"].isEnabled()


def test_a_broken_settings_file_is_reported(start, tmp_path):
    (tmp_path / "config.toml").write_text("= nonsense")
    program = start(str(paths.sample_recording()))
    program.window.flush()
    assert "config.broken-" in program.window.state.banners[0].text


def test_the_demonstration_recognises_and_saves_a_picture(qapp, tmp_path):
    target = tmp_path / "demo.png"
    signs = app_window.headless_demo(SettingsStore(), target, (1280, 800), None)
    assert target.stat().st_size > 10_000
    assert len(signs) >= 3
    for sign in signs:
        assert sign["end_s"] > sign["start_s"]
        assert len(sign["results"]) == 6
    settle(qapp)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["app", "--view", "cellar"], "is not one of"),
        (["app", "--size", "big"], "is not a size"),
        (["app", "--text-scale", "300", "--screenshot", "x.png"], "100 to 200"),
        (["app", "--headless-demo", "x.png", "--source", "camera:0"], "plays a file"),
        (["app", "--headless-demo", "x.png", "--source", "/nothing.npz"], "does not exist"),
    ],
)
def test_what_cannot_be_done_is_said_with_exit_code_2(capsys, arguments, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_without_a_display_a_window_is_refused_with_words(capsys, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main(["app"]) == 2
    assert "--screenshot" in capsys.readouterr().err
