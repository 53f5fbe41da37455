"""The whole program: an attempt that is not recognised is explained, and presented without a name."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QSettings, Qt

from desktop_app import paths
from desktop_app.app.program import Program
from desktop_app.engine.sources.recording import save_recording
from desktop_app.settings_file import SettingsStore
from desktop_app.ui.i18n.language import apply_language
from desktop_app.ui.i18n.translate import tr
from tests.helpers.played import played_to_the_end
from tests.helpers.shared import shared_video
from tests.ui.conftest import settle
from tests.ui.live.why_scenes import hand_out_take

LONG_MS = 60_000


@pytest.fixture
def start(qapp, tmp_path: Path):
    """Starts programs on files; ends them all."""
    started: list[Program] = []

    def run(source: Path, **flags) -> Program:
        values = {key.replace("__", "."): value for key, value in flags.items()}
        store = SettingsStore(tmp_path / "config.toml", {}, values)
        memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        program = Program(qapp, store, memory=memory, lossless=True, watch_cameras=False, source=str(source))
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


def test_a_hand_that_left_the_picture_is_reported(start, qtbot, tmp_path):
    take = hand_out_take()
    path = tmp_path / "out.npz"
    times = np.array([frame.position_s for frame in take.frames])
    save_recording(path, np.stack([frame.raw for frame in take.frames]), times, 4 / 3)
    program = start(tmp_path / "nothing.npz", recognition__sim_threshold=0.99)
    window = program.window
    # Who explains must be there before the file is: attempts of earlier are not kept for it.
    qtbot.waitUntil(lambda: program.explainer.alive, timeout=LONG_MS)
    with played_to_the_end(program, qtbot):
        program.source.choose(str(path))
    qtbot.waitUntil(lambda: window.state.why is not None, timeout=LONG_MS)
    why = window.state.why
    assert why is not None
    assert window.state.answer is not None
    assert why.prediction is window.state.answer.prediction
    assert why.reasons[0].reason.code == "hand_out"
    assert why.reasons[0].landmarks.position_s == pytest.approx(1.6, abs=0.1)
    window.flush()
    settle(program._app)
    assert window.live.why.isVisible()
    assert "leaves the picture on your right" in window.live.headline.headline.detail
    window.close()
    report = program.stop()
    assert report.clean
    assert not program.explainer.alive


@pytest.mark.shared_data
def test_a_real_video_in_the_dark_is_reported_with_its_picture(start, qtbot, tmp_path):
    capture = cv2.VideoCapture(str(shared_video("ghsl_sign_water")))
    size = int(capture.get(cv2.CAP_PROP_FRAME_WIDTH)), int(capture.get(cv2.CAP_PROP_FRAME_HEIGHT))
    path = tmp_path / "dark.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), capture.get(cv2.CAP_PROP_FPS), size)
    while True:
        got, picture = capture.read()
        if not got:
            break
        writer.write(cv2.convertScaleAbs(picture, alpha=0.3, beta=0))
    capture.release()
    writer.release()
    program = start(tmp_path / "nothing.npz", recognition__sim_threshold=0.99)
    window = program.window
    # Who explains must be there before the file is: attempts of earlier are not kept for it.
    qtbot.waitUntil(lambda: program.explainer.alive, timeout=LONG_MS)
    with played_to_the_end(program, qtbot):
        program.source.choose(str(path))
    qtbot.waitUntil(lambda: window.state.why is not None, timeout=LONG_MS)
    assert window.state.why is not None
    told = {one.reason.code: one for one in window.state.why.reasons}
    dark = told["too_dark"]
    assert dark.picture is not None
    assert dark.picture.shape[1] <= 320
    assert float(dark.reason.values["luma"]) == pytest.approx(float(dark.picture.mean()), abs=25)


def test_a_presentation_follows_the_pipeline_by_keys(start, qtbot):
    program = start(paths.sample_recording("live"))
    window = program.window
    with played_to_the_end(program, qtbot):
        settle(program._app)  # keys go to a window that is there
        qtbot.keyClick(window, Qt.Key.Key_F5)
        stage = program.live.presentation
        assert stage is not None
        assert stage.isFullScreen()
        settle(program._app)
        qtbot.keyClick(stage, Qt.Key.Key_R)
    assert stage.presented.answer is not None
    last = stage.accessibleName()
    qtbot.waitUntil(lambda: stage.canvas.clip is not None and stage.canvas.clip.title == last, timeout=LONG_MS)
    qtbot.keyClick(stage, Qt.Key.Key_T)
    assert program.settings.look.present_s == 5
    qtbot.keyClick(stage, Qt.Key.Key_PageDown)
    assert stage.accessibleName() == "Sign something"
    qtbot.keyClick(stage, Qt.Key.Key_Escape)
    assert not stage.isVisible()
    assert window.isVisible()


def test_the_window_in_the_language_of_the_settings(start, qtbot, qapp):
    try:
        program = start(paths.sample_recording("live"), look__language="fr")
        window = program.window
        assert window.rail["live"].text() == "En direct"
        editor = window.settings.editors["look.language"]
        assert [editor.itemText(row) for row in range(editor.count())][1:] == ["English", "Français"]
        assert editor.currentData() == "fr"
        with played_to_the_end(program, qtbot):
            pass
        assert tr("similarity {value:.2f}", value=0.5) == "similarité 0,50"
    finally:
        apply_language(qapp, "en")
