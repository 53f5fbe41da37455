"""The window by hand: views, keys, answers, banners, memory, and what it tells the program around it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from desktop_app.engine.protocols import SourceInfo
from desktop_app.errors import CameraLost
from desktop_app.message import Message
from desktop_app.runtime.events import SourceState, SourceStatus
from desktop_app.ui import state as states
from desktop_app.ui.camera.cameras import CameraChoice, choices_of
from desktop_app.ui.camera.source_bar import ALL_PACKS
from desktop_app.ui.kit.parts import label
from desktop_app.ui.player.clip import avatar_clip
from desktop_app.ui.state import SourcePhase
from desktop_app.ui.status_strip import provider_words
from tests.ui.conftest import settle
from tests.ui.scenes import SENTENCES, answered, batch, landmarks, ready, reference


def show(window, state) -> None:
    window.set_state(state)
    window.flush()


def test_the_accepted_answer_stands_out_by_more_than_colour(make_window):
    window = make_window()
    show(window, answered())
    first, second = window.live.results.rows[:2]
    assert first.accepted
    assert not second.accepted
    assert first.height() > second.height()
    assert "recognised" in first.accessibleName()
    assert window.live.video.accepted
    assert window.live.headline.accessibleName() == f"Recognised: {SENTENCES[0]}"


@pytest.mark.parametrize("reason", ["low_similarity", "ambiguous_top2", "prototype_disagreement"])
def test_a_rejected_answer_is_no_accepted_one(make_window, reason):
    window = make_window()
    show(window, answered(reason))
    assert not any(row.accepted for row in window.live.results.rows)
    assert not window.live.video.accepted
    assert window.live.headline.headline.more in window.live.headline.accessibleDescription()


def test_number_keys_choose_an_answer(make_window, qtbot):
    window = make_window()
    show(window, answered())
    with qtbot.waitSignal(window.live.reference_wanted) as chosen:
        qtbot.keyClick(window, Qt.Key.Key_3)
    assert chosen.args[0].sentence == SENTENCES[2]
    assert window.live.results.rows[2].isChecked()


def test_at_most_as_many_answers_as_wanted(make_window):
    window = make_window()
    window.live.results.set_limit(3)
    show(window, answered())
    assert sum(row.isVisible() for row in window.live.results.rows) == 3


@pytest.mark.parametrize(
    ("key", "button"),
    [(Qt.Key.Key_M, "mirror"), (Qt.Key.Key_O, "overlay")],
)
def test_switches_have_keys_and_reach_the_picture(make_window, qtbot, key, button):
    window = make_window()
    window.live.set_switches(mirrored=True, overlay=True)
    signal = getattr(window.live.bar, button).toggled
    with qtbot.waitSignal(signal) as told:
        qtbot.keyClick(window, key)
    assert told.args == [False]
    assert not getattr(window.live.video, {"mirror": "mirrored"}.get(button, button))


def test_views_have_keys_and_a_hidden_view_keeps_its_own_to_itself(make_window, qtbot):
    window = make_window()
    show(window, answered())
    for number, name in enumerate(window.rail, 1):
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        assert window.view == name
    before = window.live.video.mirrored
    qtbot.keyClick(window, Qt.Key.Key_M)
    assert window.live.video.mirrored == before


def test_f1_lists_every_key(make_window, qtbot):
    window = make_window()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = next(child for child in window.findChildren(QDialog) if child.isVisible())
    words = {text.text() for text in dialog.findChildren(type(label()))}
    for _, (what, _) in {**window.live.keys(), **window.window_keys()}.items():
        assert what in words
    dialog.reject()


def test_a_lost_camera_banner_comes_and_goes(make_window):
    window = make_window()
    show(window, ready())
    info = SourceInfo("HD Webcam", "camera", 640, 480, 30.0, 0, live=True)
    window._bridge.publish(
        SourceState(SourceStatus.LOST, info, CameraLost(Message("The camera stopped."), Message("Plug it in.")))
    )
    window.flush()
    assert window.live.banners.isVisible()
    assert "The camera stopped." in window.live.banners.views[0].accessibleName()
    window._bridge.publish(SourceState(SourceStatus.RUNNING, info))
    window.flush()
    assert not window.live.banners.isVisible()


def test_buttons_of_a_banner_say_what_is_wanted(make_window, qtbot):
    window = make_window()
    window._bridge.publish(SourceState(SourceStatus.UNAVAILABLE, None, CameraLost(Message("No camera."))))
    window.flush()
    buttons = {button.text(): button for button in window.live.banners.views[0].buttons}
    with qtbot.waitSignal(window.live.banners.acted) as acted:
        qtbot.mouseClick(buttons["Play the sample"], Qt.MouseButton.LeftButton)
    assert acted.args == ["play_sample"]


def test_motion_and_found_signs_are_plotted(make_window):
    window = make_window()
    window.live.show_batch(batch(None, landmarks()))
    window.live.plot._refresh()
    assert window.live.plot.shaded == 2
    window.live.plot.clear()
    window.live.plot._refresh()
    assert window.live.plot.shaded == 0


def test_the_player_follows_its_keys(make_window, qtbot):
    window = make_window()
    player = window.live.player
    player.show_clip(avatar_clip("Thank you", "Starter", reference()))
    qtbot.keyClick(window, Qt.Key.Key_Period)
    assert not player.playback.playing
    frame = player.playback.frame
    qtbot.keyClick(window, Qt.Key.Key_Period)
    assert player.playback.frame == frame + 1
    qtbot.keyClick(window, Qt.Key.Key_A)
    assert player.playback.loop_start == frame + 1
    qtbot.keyClick(window, Qt.Key.Key_BracketLeft)
    assert player.playback.speed == 0.75
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert player.canvas.mirrored
    qtbot.keyClick(window, Qt.Key.Key_K)
    assert player.playback.playing


def test_the_list_of_sources(make_window, qtbot):
    window = make_window()
    bar = window.live.bar
    bar.set_sources((CameraChoice("HD Webcam", "camera:HD Webcam"),), "camera:HD Webcam", "/app/sample.npz")
    names = [bar.source.itemText(row) for row in range(bar.source.count())]
    assert names[:2] == ["HD Webcam", "Built-in sample"]
    assert bar.source.currentText() == "HD Webcam"
    with qtbot.waitSignal(bar.source_chosen) as chosen:
        bar.source.setCurrentIndex(1)
        bar.source.activated.emit(1)
    assert chosen.args == ["/app/sample.npz"]
    bar.set_sources((), "", "")
    assert bar.source.currentText() == "No camera"
    bar.set_sources((), "/videos/hello.mp4", "")
    assert bar.source.currentText() == "hello.mp4"
    bar.set_packs(("Starter signs",), ALL_PACKS)
    assert bar.pack.currentText() == "All packs"


def test_two_cameras_of_one_name_are_told_apart():
    twins = choices_of([("Webcam", "/dev/video0"), ("Webcam", "/dev/video2"), ("Other", "/dev/video4")])
    assert len({choice.spec for choice in twins}) == 3
    assert twins[2] == CameraChoice("Other", "camera:Other")


def test_large_text_puts_answers_and_reference_in_one_place(make_window, qapp):
    window = make_window(text=200)
    assert window.live._right_tabs.isVisible()
    assert window.live.results.isVisible()
    assert not window.live.player.isVisible()
    window.live._right_tabs.setCurrentIndex(1)
    settle(qapp)
    assert window.live.player.isVisible()
    shrinking_area = make_window(size=(1920, 1080))
    assert not shrinking_area.live._right_tabs.isVisible()
    assert shrinking_area.live.player.isVisible()


def test_the_window_remembers_its_shape_and_nothing_else(make_window, memory):
    window = make_window(size=(1100, 700))
    window.close()
    assert {key.split("/")[0] for key in memory.allKeys()} == {"geometry", "splitter"}
    again = make_window(size=(1100, 700))
    assert again.size().width() == 1100


def test_names_of_providers():
    assert provider_words("CPUExecutionProvider") == "CPU"
    assert provider_words("CoreMLExecutionProvider") == "CoreML"


# Views that show what the source does, and their attributes of the window.
WATCHING = {"live": "live", "letters": "spelling", "practice": "practice", "record": "recording"}


@pytest.mark.parametrize(("name", "attribute"), WATCHING.items())
def test_a_hidden_view_takes_the_newest_state_when_it_is_shown(make_window, name, attribute):
    window = make_window()
    window.show_view("settings")
    state = ready()
    window.set_state(states.source_changed(state, replace(state.source, phase=SourcePhase.PAUSED)))
    window.flush()
    pause = getattr(window, attribute).bar.pause
    assert pause.accessibleName() == "Pause"  # nothing was done for it
    window.show_view(name)
    assert pause.accessibleName() == "Go on"


def test_a_reference_is_asked_for_once_live_is_shown(make_window):
    window = make_window()
    asked: list[object] = []
    window.live.reference_wanted.connect(asked.append)
    window.show_view("library")
    for _ in range(2):
        window.set_state(answered())
        window.flush()
    assert asked == []
    window.show_view("live")
    assert len(asked) == 1
