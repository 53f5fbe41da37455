"""The real program: sentences are recorded from files as camera and recognised in the Live view, untrained."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.app import program as composition
from desktop_app.app.program import Program
from desktop_app.engine.packs import open_pack, verify_pack
from desktop_app.engine.packs.editor import PackEditor
from desktop_app.engine.recording.waiting_videos import WaitingVideos
from desktop_app.engine.records import LandmarkFrame
from desktop_app.engine.takes.video import h264_available
from desktop_app.ui.recording.state import RecordPhase
from desktop_app.ui.state import EnginePhase, SourcePhase
from tests.helpers.people import person_row
from tests.helpers.played import played_to_the_end
from tests.helpers.shared import shared_video
from tests.ui.practice.camera import DirectedCamera

LONG_MS = 90_000
# One's own pack alone is to answer: of the packs that ship, one without these signs is open.
OPEN = {"recognition__packs": ("starter",), "recording__countdown": 0, "recording__takes": 1}


def is_ready(program: Program) -> bool:
    return program.window.state.engine is EnginePhase.READY


def phase(program: Program) -> RecordPhase:
    return program.recording.state.phase


def record(program: Program, qtbot, sentence: str) -> None:
    """Fill in what is asked and make one take."""
    form = program.window.recording.form
    form.sentence.setText(sentence)
    form.signer.setText("Ama")
    form.new_pack.setText("Class 3")
    program.window.recording.start.click()
    qtbot.waitUntil(lambda: phase(program) is RecordPhase.REVIEW, timeout=LONG_MS)


def save(program: Program, qtbot) -> None:
    program.window.recording.takes.save.click()
    qtbot.waitUntil(lambda: phase(program) is RecordPhase.SAVED, timeout=LONG_MS)
    qtbot.waitUntil(lambda: program.recording.state.recognised, timeout=LONG_MS)


def answer_to(program: Program, qtbot, source: Path) -> tuple[str, str, bool]:
    """Play a file in the Live view: sentence and pack of the last answer, and whether it was accepted."""
    window = program.window
    window.show_view("live")
    before = window.state.answer.number if window.state.answer else 0
    with played_to_the_end(program, qtbot):
        program.source.choose(str(source))
    assert window.state.answer is not None
    assert window.state.answer.number > before
    prediction = window.state.answer.prediction
    return prediction.results[0].sentence, prediction.results[0].pack, prediction.accepted


@pytest.mark.shared_data
@pytest.mark.slow
def test_two_sentences_from_video_are_recognised_at_once(start, qtbot):
    videos = {"My pepper": shared_video("ghsl_sign_pepper"), "My bed": shared_video("ghsl_sign_bed")}
    first, second = videos.values()
    program = start(first, **OPEN)
    qtbot.waitUntil(lambda: is_ready(program), timeout=LONG_MS)
    program.window.show_view("record")
    for sentence, video in videos.items():
        if video is second:
            program.window.recording.saved.another.click()
            program.source.choose(str(video))
            qtbot.waitUntil(lambda: program.window.state.source.phase is SourcePhase.PLAYING, timeout=LONG_MS)
        record(program, qtbot, sentence)
        made = program.recording.state.takes[0]
        assert not made.blocked
        assert made.dropped == 0
        assert len(made.pictures) >= 5
        qtbot.waitUntil(lambda: program.window.recording.review.playback.count > 0, timeout=LONG_MS)
        save(program, qtbot)
    folder = paths.user_packs_dir() / "class-3"
    pack = open_pack(folder)
    assert verify_pack(pack).ok
    assert [clip.sentence for clip in pack.clips] == list(videos)
    assert {clip.media_file.rpartition(".")[2] for clip in pack.clips} == {"pose"}
    assert program.settings.recognition.packs == ("starter", "class-3")
    for sentence, video in videos.items():
        assert answer_to(program, qtbot, video) == (sentence, "Class 3", True)


def press(qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)


def type_text(qtbot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def tab_to(qtbot, widget) -> None:
    for _ in range(60):
        if QApplication.focusWidget() is widget:
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"{widget.accessibleName()} is not reached with Tab")


def test_two_sentences_by_keyboard_alone(start, qtbot, pieces, clock):
    program = start(pieces[0], recognition__packs=("ghanaian",))
    window, view = program.window, program.window.recording
    window.activateWindow()
    # The platform of the tests does not give the window back the keys that a list of completions took.
    view.form.sentence.setCompleter(None)
    qtbot.waitUntil(lambda: is_ready(program), timeout=LONG_MS)
    press(qtbot, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert window.view == "library"
    press(qtbot, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert window.view == "record"
    for number, (sentence, source) in enumerate(zip(("My hello", "My thanks"), pieces, strict=True)):
        if number:
            assert QApplication.focusWidget() is view.saved.live
            tab_to(qtbot, view.saved.another)
            press(qtbot, Qt.Key.Key_Space)
            with played_to_the_end(program, qtbot):
                program.source.choose(str(source))  # what stands before the camera
        assert QApplication.focusWidget() is view.form.sentence
        type_text(qtbot, sentence)
        press(qtbot, Qt.Key.Key_Return)
        if not number:
            assert phase(program) is RecordPhase.FORM
            assert view.form.missing.isVisible()
            tab_to(qtbot, view.form.new_pack)
            type_text(qtbot, "Class 3")
            tab_to(qtbot, view.form.signer)
            type_text(qtbot, "Ama")
            press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert phase(program) is RecordPhase.COUNTDOWN
        clock.now += 3.1
        qtbot.waitUntil(lambda: phase(program) is RecordPhase.REVIEW, timeout=LONG_MS)
        assert program.recording.state.next_in_s is not None
        clock.now += 6.1  # nothing is touched: the second take begins by itself
        qtbot.waitUntil(lambda: phase(program) is RecordPhase.COUNTDOWN, timeout=LONG_MS)
        clock.now += 3.1
        qtbot.waitUntil(
            lambda: phase(program) is RecordPhase.REVIEW and len(program.recording.state.takes) == 2,
            timeout=LONG_MS,
        )
        assert program.recording.state.next_in_s is None  # two takes were wanted
        span = program.recording.state.shown.span
        tab_to(qtbot, view.review.timeline)
        for _ in range(3):
            press(qtbot, Qt.Key.Key_Left)
        qtbot.waitUntil(lambda: program.recording.state.may_save, timeout=LONG_MS)
        assert program.recording.state.shown.span.start_s == pytest.approx(span.start_s - 0.1, abs=0.01)
        press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: program.recording.state.recognised, timeout=LONG_MS)
    with PackEditor(paths.user_packs_dir() / "class-3") as editor:
        assert [clip.sentence for clip in editor.pack.clips] == [
            "My hello",
            "My hello",
            "My thanks",
            "My thanks",
        ]
        assert {clip.signer_id for clip in editor.pack.clips} == {"Ama"}
        editor.undo()  # both takes of the second sentence were one edit
        assert [clip.sentence for clip in editor.pack.clips] == ["My hello", "My hello"]
        editor.redo()
    press(qtbot, Qt.Key.Key_Space)  # "Try it in Live" has the focus
    assert window.view == "live"
    for sentence, source in zip(("My hello", "My thanks"), pieces, strict=True):
        assert answer_to(program, qtbot, source) == (sentence, "Class 3", True)


def test_a_take_without_hands_is_refused_and_says_why(start, qtbot, still, clock):
    program = start(still, **{**OPEN, "recording__takes": 2})
    qtbot.waitUntil(lambda: is_ready(program), timeout=LONG_MS)
    program.window.show_view("record")
    record(program, qtbot, "Nothing")
    view = program.window.recording
    made = program.recording.state.takes[0]
    assert made.blocked
    assert not view.takes.save.isEnabled()
    assert not view.takes.rows[made.number].keep.isEnabled()
    assert view.takes.next.text().startswith("Now")  # it begins again by itself
    assert any("Hands are seen in only 0%" in button.text() for button in view.takes.findings)
    assert view.headline.headline.text == "Not usable"
    view.takes.findings[0].click()
    assert program.recording.state.next_in_s is None
    assert view.takes.next.text() == "Record again"
    assert not paths.user_packs_dir().exists()


def test_a_take_that_is_cut_too_short_is_refused(start, qtbot, pieces):
    program = start(pieces[0], **OPEN)
    qtbot.waitUntil(lambda: is_ready(program), timeout=LONG_MS)
    program.window.show_view("record")
    record(program, qtbot, "Short")
    view, state = program.window.recording, program.recording.state
    assert state.may_save
    view.review.moved.emit(state.chosen, state.shown.span.seconds - 0.2, 0.0)
    qtbot.waitUntil(lambda: program.recording.state.shown.blocked, timeout=LONG_MS)
    assert any("lasts only" in button.text() for button in view.takes.findings)
    assert not program.recording.state.may_save
    view.review.as_found.click()
    qtbot.waitUntil(lambda: program.recording.state.may_save, timeout=LONG_MS)


def test_leaving_with_unsaved_takes_asks(start, qtbot, pieces):
    program = start(pieces[0], **OPEN)
    window, view = program.window, program.window.recording
    qtbot.waitUntil(lambda: is_ready(program), timeout=LONG_MS)
    window.show_view("record")
    record(program, qtbot, "Mine")
    window.show_view("live")
    assert window.view == "record"
    assert view.leave.isVisible()
    view.leave.stay.click()
    assert not view.leave.isVisible()
    assert not window.close()
    assert view.leave.isVisible()
    view.leave.stay.click()
    window.show_view("settings")
    view.leave.save.click()
    qtbot.waitUntil(lambda: window.view == "settings", timeout=LONG_MS)
    assert len(open_pack(paths.user_packs_dir() / "class-3").clips) == 1
    qtbot.waitUntil(lambda: is_ready(program), timeout=LONG_MS)
    window.show_view("record")
    assert phase(program) is RecordPhase.FORM
    record(program, qtbot, "Another")
    window.show_view("live")
    view.leave.discard.click()
    assert window.view == "live"
    assert len(open_pack(paths.user_packs_dir() / "class-3").clips) == 1


def test_takes_that_are_being_saved_when_the_program_ends_are_saved(start, qtbot, pieces):
    program = start(pieces[0], **OPEN)
    qtbot.waitUntil(lambda: is_ready(program), timeout=LONG_MS)
    program.window.show_view("record")
    record(program, qtbot, "Mine")
    program.window.recording.takes.save.click()
    assert phase(program) is RecordPhase.SAVING
    assert program.window.close()
    pack = open_pack(paths.user_packs_dir() / "class-3")
    assert verify_pack(pack).ok
    assert [clip.sentence for clip in pack.clips] == ["Mine"]


@pytest.mark.shared_data
@pytest.mark.skipif(not h264_available(), reason="this system writes no H.264")
def test_a_video_is_kept_only_with_consent_and_what_is_dropped_is_deleted(start, qtbot):
    program = start(shared_video("ghsl_sign_fruit"), **OPEN, recording__skeleton_only=False)
    view = program.window.recording
    qtbot.waitUntil(lambda: is_ready(program), timeout=LONG_MS)
    program.window.show_view("record")
    view.form.sentence.setText("Fruit")
    view.form.signer.setText("Ama")
    view.form.new_pack.setText("Class 3")
    view.start.click()
    assert phase(program) is RecordPhase.FORM  # no consent yet
    assert "consent" in view.form.missing.text()
    view.form.consent.setChecked(True)
    record(program, qtbot, "Fruit")
    waiting = program.recording.state.takes[0].video
    assert waiting is not None
    assert waiting.parent.parent.name == ".recording"
    qtbot.waitUntil(lambda: bool(view.review.canvas.clip and view.review.canvas.clip.pictures), timeout=LONG_MS)
    save(program, qtbot)
    assert not waiting.exists()
    pack = open_pack(paths.user_packs_dir() / "class-3")
    assert verify_pack(pack).ok
    clip = pack.clips[0]
    assert clip.media_file.endswith(".mp4")
    assert "video of me" in clip.consent
    view.saved.another.click()
    record(program, qtbot, "Fruit")
    second = program.recording.state.takes[0].video
    assert second is not None
    assert second.exists()
    view.takes.discard.click()
    assert not second.exists()
    program.stop()
    assert not (paths.user_packs_dir() / ".recording").exists()


def test_a_hand_that_is_held_up_begins_the_countdown(start, qtbot, monkeypatch):
    camera = DirectedCamera()
    monkeypatch.setattr(composition, "source_opener", camera.open_source)
    program = start(Path("directed"), recording__countdown=3, recording__skeleton_only=True)
    camera.join(program)
    program.window.show_view("record")
    form = program.window.recording.form
    qtbot.waitUntil(lambda: program.window.state.source.phase is SourcePhase.PLAYING, timeout=LONG_MS)

    def hold_up() -> None:
        down, up = person_row((0.62, 0.9), (0.38, 0.9)), person_row((0.62, 0.9), (0.30, 0.20))
        camera.show(LandmarkFrame(0, 0, 0.0, row.copy(), 4 / 3) for row in [down] * 30 + [up] * 30)

    hold_up()
    assert phase(program) is RecordPhase.FORM  # nothing says what it means yet
    assert form.missing.isVisible()
    form.sentence.setText("Mine")
    form.signer.setText("Ama")
    form.new_pack.setText("Class 3")
    program.window.show_view("live")
    hold_up()
    assert phase(program) is RecordPhase.FORM
    program.window.show_view("record")
    hold_up()
    assert phase(program) is RecordPhase.COUNTDOWN
    program.window.recording.stage.setFocus()
    qtbot.keyClick(program.window.recording.stage, Qt.Key.Key_Escape)
    assert phase(program) is RecordPhase.FORM
    camera.end()


def test_videos_of_a_run_that_died_are_deleted_at_the_start(start, qtbot, pieces):
    left = paths.user_packs_dir() / ".recording" / "gone"
    left.mkdir(parents=True)
    (left / "take-1.mp4").write_bytes(b"video")
    (left / ".take-2.77.part.mp4").write_bytes(b"video")
    other = WaitingVideos()  # somebody else is recording now
    theirs = other.next_path()
    theirs.write_bytes(b"video")
    start(pieces[0])
    qtbot.waitUntil(lambda: not left.exists(), timeout=LONG_MS)
    assert theirs.exists()
    other.close()
    assert not theirs.parent.parent.exists()
