"""The parts of the Record view by themselves: form, timeline, review, list of takes, question."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.engine.recording.own_packs import OwnPack
from desktop_app.engine.takes.quality import BLOCKS, QualityFinding
from desktop_app.engine.takes.trim import hand_speeds
from desktop_app.message import NOTHING, Message
from desktop_app.ui.kit.licences import OTHER
from desktop_app.ui.player.clip import avatar_clip, thumbnail
from desktop_app.ui.recording import flow
from desktop_app.ui.recording.form import RecordForm
from desktop_app.ui.recording.panels import LeaveCard
from desktop_app.ui.recording.review import TakeReviewPanel
from desktop_app.ui.recording.state import RecordPhase, RecordState
from desktop_app.ui.recording.takes import TakesPanel
from desktop_app.ui.recording.tasks import Playable
from desktop_app.ui.recording.timeline import FRAME_S, End, TakeTimeline
from tests.ui.conftest import settle
from tests.ui.recording.takes import good_take, hand_out, with_take

PACKS = (OwnPack(Path("/p/one"), "One", "GhSL", 3), OwnPack(Path("/p/two"), "Two", "GhSL", 0))


def two_takes() -> RecordState:
    state = with_take(with_take(RecordState(), 1, good_take()), 2, good_take(4.0))
    return flow.wait(state)


def shown(qtbot, widget: QWidget, size: tuple[int, int] = (420, 640)) -> None:
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show()


def remembered(form: RecordForm, **changes: Any) -> None:
    values: dict[str, Any] = {
        "signer": "Ama", "licence": "CC-BY-4.0", "pack": "two", "skeleton_only": True, "countdown": 5,
        "takes": 3, "hand": "left",
    }  # fmt: skip
    form.set_remembered(**(values | changes))


def test_the_form_shows_what_is_remembered_and_tells_what_changes(qtbot):
    form = RecordForm()
    shown(qtbot, form)
    remembered(form)
    form.set_packs(PACKS)
    values = form.values()
    assert (values.signer, values.licence, values.hand) == ("Ama", "CC-BY-4.0", "left")
    assert values.pack == "/p/two"
    assert values.skeleton_only
    assert not form.new_pack.isVisible()
    told: list[tuple[str, object]] = []
    form.changed.connect(lambda key, value: told.append((key, value)))
    form.skeleton.click()
    form.takes.setValue(1)
    form.licence.setCurrentIndex(0)
    form.licence.activated.emit(0)
    assert told == [
        ("recording.skeleton_only", False),
        ("recording.takes", 1),
        ("recording.licence", "LicenseRef-class-only"),
    ]
    assert form.consent.isVisible()
    assert not form.consent.isChecked()


def test_a_new_pack_and_another_licence_are_asked_for(qtbot):
    form = RecordForm()
    shown(qtbot, form)
    remembered(form, licence="MIT", pack="")
    form.set_packs(())
    assert form.new_pack.isVisible()
    assert form.language.isVisible()
    assert form.licence.currentData() == OTHER
    assert form.values().licence == "MIT"
    form.other_licence.clear()
    assert "licence" in form.values().missing()
    form.show_missing(("licence",))
    assert form.missing.isVisible()
    form.other_licence.setText("MIT")
    assert "how the reference may be used" not in form.missing.text()


def test_sentences_of_the_open_packs_are_offered(qtbot):
    form = RecordForm()
    shown(qtbot, form)
    form.set_known(("Good morning", "Thank you"), ("greeting",))
    completer = form.sentence.completer()
    completer.setCompletionPrefix("morn")
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "Good morning"


def test_without_h264_only_the_skeleton_can_be_kept(qtbot):
    form = RecordForm()
    shown(qtbot, form)
    form.set_video_possible(False)
    remembered(form, skeleton_only=False)
    assert form.values().skeleton_only
    assert not form.skeleton.isEnabled()


@pytest.fixture
def timeline(qtbot) -> TakeTimeline:
    line = TakeTimeline()
    shown(qtbot, line, (520, 64))
    line.show_take(two_takes().takes[1])
    return line


def test_the_ends_are_dragged(timeline, qtbot):
    moved: list[tuple[float, float]] = []
    timeline.moved.connect(lambda start, end: moved.append((start, end)))
    start, end = timeline.ends()
    grip = QPoint(round(timeline.x_of(end)) + 5, 32)
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseMove(timeline, QPoint(round(timeline.x_of(end + 0.3)), 32))
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=grip)
    assert timeline.active is End.END
    assert moved[-1][0] == 0.0
    assert moved[-1][1] == pytest.approx(0.3, abs=0.03)
    assert start > 0.5


def test_the_ends_are_moved_by_keys(timeline, qtbot):
    moved: list[tuple[float, float]] = []
    timeline.moved.connect(lambda start, end: moved.append((start, end)))
    qtbot.keyClick(timeline, Qt.Key.Key_Left)
    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    assert moved == [(-FRAME_S, 0.0), (0.0, FRAME_S)]
    assert "End at" in timeline.accessibleDescription()


def test_a_click_elsewhere_seeks(timeline, qtbot):
    sought: list[float] = []
    timeline.sought.connect(sought.append)
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(round(timeline.x_of(0.4)), 32))
    assert sought[0] == pytest.approx(0.4, abs=0.02)


def test_the_kept_part_is_played_and_a_moment_shows_its_picture(qtbot):
    state = two_takes()
    made = state.takes[1]  # begins at 4 s of its source
    review = TakeReviewPanel()
    shown(qtbot, review)
    review.show_take(made)
    review.set_playable(Playable(2, avatar_clip("x", "", made.take.sequence), hand_speeds(made.take.sequence)))
    start, end = review.timeline.ends()
    assert review.playback.first == pytest.approx(start * 30, abs=1)
    assert review.playback.last == pytest.approx(end * 30, abs=1)
    review.jump(made.begins_s + 1.6)
    assert not review.playback.playing
    assert review.playback.frame == 48
    assert review.canvas.moment is not None
    assert review.canvas.moment.position_s == pytest.approx(made.begins_s + 1.6, abs=0.1)
    moved: list[tuple[int, float, float]] = []
    review.moved.connect(lambda *what: moved.append(what))
    review.start_here.click()
    assert moved[0][0] == 2
    assert moved[0][1] == pytest.approx(1.6 - start, abs=1e-3)
    assert not review.grab().toImage().isNull()
    review.forget()
    assert review.canvas.clip is None


def test_takes_are_listed_with_what_was_found(qtbot, qapp):
    state = two_takes()
    first, second = state.takes
    out = hand_out(second.begins_s, second.begins_s + 1.2)
    gone = QualityFinding("no_hands", BLOCKS, Message("No hands."), NOTHING, 0.0, 1.0, {"share": 0.1})
    state = replace(state, takes=(replace(first, findings=(gone,)), replace(second, findings=(out,))))
    panel = TakesPanel()
    shown(qtbot, panel)
    panel.show_record(state, "Good morning")
    panel.set_thumbnail(1, thumbnail(avatar_clip("", "", first.take.sequence)))
    assert panel.rows[1].button._image is not None
    assert not panel.rows[1].keep.isEnabled()
    assert not panel.rows[1].keep.isChecked()
    assert panel.rows[2].keep.isChecked()
    assert panel.save.text() == "Save takes: 1"
    assert [button.text() for button in panel.findings] == [
        "Your left hand leaves the picture on your left at 1.2 s."
    ]
    wanted: list[object] = []
    panel.moment_wanted.connect(wanted.append)
    panel.chosen.connect(wanted.append)
    panel.keep_changed.connect(lambda number, on: wanted.append((number, on)))
    panel.findings[0].click()
    panel.rows[1].button.click()
    panel.rows[2].keep.click()
    assert wanted == [pytest.approx(second.begins_s + 1.2), 1, (2, False)]
    panel.show_record(flow.fresh(state), "")
    settle(qapp)
    assert panel.rows == {}


def test_a_take_that_is_gone_when_it_can_be_played_leaves_nothing_behind(make_window):
    view = make_window().recording
    state = two_takes()
    view.show_record(state)
    view.show_record(flow.fresh(state))
    clip = avatar_clip("", "", state.takes[0].take.sequence)
    view.set_playable(Playable(1, clip, hand_speeds(state.takes[0].take.sequence)), thumbnail(clip))
    assert view.review._clips == {}
    view.show_record(state)
    assert view.takes.rows[1].button._image is None


def test_the_question_is_asked_only_while_somebody_wants_to_leave(qtbot):
    card = LeaveCard()
    shown(qtbot, card)
    state = two_takes()
    card.show_record(state)
    assert card.isHidden()
    card.show_record(flow.leave(state, "live"))
    assert not card.isHidden()
    with qtbot.waitSignal(card.answered) as answer:
        card.discard.click()
    assert answer.args == ["discard"]


@pytest.mark.parametrize(("theme", "text"), [("light", 100), ("dark", 200), ("contrast", 150)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_is_wider_than_the_smallest_window(make_window, qapp, theme, text, direction):
    qapp.setLayoutDirection(direction)
    try:
        window = make_window(theme, text, (1024, 700))
        view = window.recording
        window.show_view("record")
        for state in (RecordState(), flow.start(RecordState(), 0.0), flow.leave(two_takes(), "live")):
            view.show_record(state)
            settle(qapp)
            assert window.width() == 1024
            assert view.columns.width() <= view.width()
            for part in view.findChildren(QWidget):
                if part.isVisible() and part.window() is window:
                    right = part.mapTo(view, QPoint(part.width(), 0)).x()
                    assert right <= view.width() + 1, (
                        f"{type(part).__name__} {part.accessibleName()} is cut off"
                    )
        view.show_record(RecordState())
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_phase_is_told_to_screen_readers(make_window):
    window = make_window()
    window.show_view("record")
    window.recording.show_record(flow.start(RecordState(), 0.0))
    assert "begins in 3 s" in window.recording.stage.accessibleDescription()
    assert window.recording.headline.accessibleName() == "Get ready"
    assert window.recording.state.phase is RecordPhase.COUNTDOWN
    window.recording.show_record(RecordState())
