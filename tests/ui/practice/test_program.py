"""The whole program practises: hands-free and by keyboard, with the sample and real videos as its camera."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import repeat
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.app import program as composition
from desktop_app.app.program import Program
from desktop_app.engine.attempts.files import read_attempt
from desktop_app.engine.practice.evaluation import AttemptVerdict
from desktop_app.engine.progress.lessons import Lesson, LessonKind
from desktop_app.engine.records import Frame, LandmarkFrame
from desktop_app.engine.sources.video import VideoSource
from desktop_app.engine.takes.video import h264_available
from desktop_app.engine.tracking.offline import iterate
from desktop_app.runtime.take_events import TakeReady
from desktop_app.settings_file import SettingsStore
from desktop_app.ui.practice.state import COUNTDOWN_S, RESULT_S, PracticeStage
from tests.helpers.shared import shared_video
from tests.ui.conftest import settle
from tests.ui.practice.camera import DirectedCamera, is_ready
from tests.ui.practice.scenes import HELLO, THANK_YOU, sample_frames

LONG_MS = 60_000


class PracticeClock:
    """The clock of the practice, moved by the test."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def camera(monkeypatch: pytest.MonkeyPatch) -> Iterator[DirectedCamera]:
    made = DirectedCamera()
    monkeypatch.setattr(composition, "source_opener", made.open_source)
    yield made
    made.end()


@pytest.fixture
def program(
    qapp: QApplication, tmp_path: Path, camera: DirectedCamera, monkeypatch, qtbot
) -> Iterator[Program]:
    monkeypatch.setenv("SIGNMIRROR_DATA_DIR", str(tmp_path / "data"))
    store = SettingsStore(tmp_path / "config.toml", {}, {})
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = Program(qapp, store, memory=memory, lossless=True, watch_cameras=False, source="directed")
    made.practice.clock = PracticeClock()
    camera.join(made)
    made.start((1280, 800))
    made.window.show_view("practice")
    qtbot.waitUntil(lambda: is_ready(made) and len(made.window.practice.choose.lessons) > 10, timeout=LONG_MS)
    yield made
    camera.end()
    made.window.close()
    assert made.stop().clean
    made.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle(qapp)


def pieces(start_s: float, end_s: float) -> list[LandmarkFrame]:
    return [frame for frame in sample_frames() if start_s <= frame.position_s <= end_s]


REST = min(sample_frames(), key=lambda frame: abs(frame.position_s - 0.5))
# Of "I love you" the frame with the highest hand: held still it is a signal.
RAISED = min(pieces(12.6, 14.6), key=lambda frame: min(frame.pose[[15, 16], 1]))


def stage_of(program: Program) -> PracticeStage:
    return program.practice.state.stage


def wait(program: Program, seconds: float) -> None:
    """Time passes on the clock of the practice."""
    clock = program.practice.clock
    assert isinstance(clock, PracticeClock)
    clock.now_s += seconds
    program.window.flush()


def choose(program: Program, sentence: str) -> None:
    """Choose a lesson by what is looked for, and a sentence in it, with the mouse's signals."""
    page = program.window.practice.choose
    place = next(
        place
        for place, lesson in enumerate(page.lessons)
        if lesson.id.startswith("category") and any(key.sentence == sentence for key in lesson.sentences)
    )
    page.choose(place)
    assert page.lesson is page.lessons[place]
    names = [key.sentence for key in page.lesson.sentences]
    page.grid.setCurrentRow(names.index(sentence))
    page.start.click()
    assert program.practice.state.stage is PracticeStage.WATCH
    assert program.practice.state.asked is not None
    assert program.practice.state.asked.sentence == sentence


def sign(
    program: Program,
    camera: DirectedCamera,
    frames: list[Frame] | list[LandmarkFrame],
    rest: Frame | LandmarkFrame,
    fps: float = 30.0,
) -> None:
    """Sign, and rest until the take ends by itself."""
    controller = program.practice
    over: Callable[[], bool] = lambda: controller.state.stage is not PracticeStage.RECORD  # noqa: E731
    assert stage_of(program) is PracticeStage.RECORD
    # The recorder follows on its own thread: it may hear of the last frame after the window has seen it.
    _ = camera.show(frames, over, fps=fps) or camera.show(repeat(rest, 120), over, fps=fps)


def result_of(program: Program, qtbot) -> AttemptVerdict:
    qtbot.waitUntil(lambda: program.practice.state.stage is PracticeStage.RESULT, timeout=LONG_MS)
    assert program.practice.result is not None
    return program.practice.result.verdict


def test_a_lesson_without_touching_anything(program, camera, qtbot):
    controller, view = program.practice, program.window.practice
    choose(program, "Thank you")
    qtbot.waitUntil(lambda: view.stage.player.playback.count > 0, timeout=LONG_MS)  # the reference plays
    assert camera.show(repeat(REST, 30)) is False
    assert stage_of(program) is PracticeStage.WATCH
    assert camera.show(repeat(RAISED, 40), lambda: controller.state.stage is PracticeStage.READY)
    camera.show(repeat(REST, 10))
    wait(program, COUNTDOWN_S / 2)
    assert stage_of(program) is PracticeStage.READY
    wait(program, COUNTDOWN_S)
    assert stage_of(program) is PracticeStage.RECORD
    sign(program, camera, pieces(*THANK_YOU), REST)
    assert result_of(program, qtbot) is AttemptVerdict.RIGHT
    assert "Thank you" in view.result.headline.headline.text
    assert (
        view.result.scores.ring.accessibleName() == f"Overall score: {controller.result.feedback.overall:.0f}"
    )
    # The hand that ended the sign says nothing; raised anew it asks for another attempt.
    assert camera.show(repeat(RAISED, 40), lambda: controller.state.stage is PracticeStage.READY) is False
    camera.show(repeat(REST, 30))
    assert camera.show(repeat(RAISED, 40), lambda: controller.state.stage is PracticeStage.READY)
    camera.show(repeat(REST, 10))
    wait(program, COUNTDOWN_S + 0.1)
    sign(program, camera, pieces(*HELLO), REST)  # another sign, of no sentence of this lesson
    assert result_of(program, qtbot) is AttemptVerdict.UNSURE
    assert view.result.tabs.tabText(0) == "Why not"
    assert view.result.why.cards
    wait(program, RESULT_S + 0.1)  # nothing is done: the lesson goes on
    assert stage_of(program) in (PracticeStage.WATCH, PracticeStage.CHOOSE)
    qtbot.waitUntil(lambda: program.progress.overview.attempts == 2, timeout=LONG_MS)
    newest, first = program.progress.overview.recent
    assert (first.sentence, first.right, first.recognised) == ("Thank you", True, "Thank you")
    assert first.overall is not None
    assert first.overall > 80
    assert not newest.right
    assert newest.reasons


def test_by_keyboard_alone_another_sentence_is_reported_and_its_moments_are_reached(program, camera, qtbot):
    controller, window = program.practice, program.window
    page = window.practice.choose

    def press(key: Qt.Key, *, shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(window.focusWidget() or window, key, modifier)
        window.flush()

    page.list.setFocus()
    for _ in range(60):
        # Not the lesson by chance, which may have it, too, and has other candidates.
        if page.lesson.id.startswith("category") and "Please" in [
            key.sentence for key in page.lesson.sentences
        ]:
            break
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)  # into the sentences
    assert window.focusWidget() is page.grid
    names = [key.sentence for key in page.lesson.sentences]
    press(Qt.Key.Key_Home)
    for _ in range(names.index("Please")):
        press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert stage_of(program) is PracticeStage.WATCH
    assert controller.state.asked.sentence == "Please"
    press(Qt.Key.Key_T)  # no timers
    assert not controller.state.auto
    wait(program, 60)
    assert stage_of(program) is PracticeStage.WATCH
    press(Qt.Key.Key_Return)
    assert stage_of(program) is PracticeStage.READY
    press(Qt.Key.Key_Escape)
    assert stage_of(program) is PracticeStage.WATCH
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)  # skips the countdown
    sign(program, camera, pieces(*THANK_YOU), REST)
    assert result_of(program, qtbot) is AttemptVerdict.OTHER
    result = window.practice.result
    assert "Thank you" in result.headline.headline.text
    assert result.scores.correction.isVisible()
    count = len(result.player.comparison.moments)
    assert count >= 2
    seen = []
    for _ in range(count):
        press(Qt.Key.Key_N)
        seen.append((result.player.moment, result.player.playback.frame))
        assert not result.player.playback.playing
        assert result.player.canvases[1].marked is not None
    assert len({moment for moment, _ in seen}) == count
    press(Qt.Key.Key_N, shift=True)
    assert (result.player.moment, result.player.playback.frame) == seen[-2]
    press(Qt.Key.Key_K)
    assert result.player.playback.playing
    press(Qt.Key.Key_W)
    assert stage_of(program) is PracticeStage.WATCH
    press(Qt.Key.Key_Escape)
    assert stage_of(program) is PracticeStage.CHOOSE


def test_what_did_i_sign_and_nobody_there(program, camera, qtbot):
    controller, window = program.practice, program.window
    window.practice.choose.free.click()
    assert controller.state.free
    window.practice.begin_wanted.emit()
    window.practice.begin_wanted.emit()
    camera.show(repeat(REST, 5))
    sign(program, camera, pieces(*HELLO), REST)
    assert result_of(program, qtbot) is AttemptVerdict.RIGHT
    assert "Hello" in window.practice.result.headline.headline.text
    window.practice.begin_wanted.emit()
    window.practice.begin_wanted.emit()
    over = lambda: controller.state.stage is not PracticeStage.RECORD  # noqa: E731
    nobody = LandmarkFrame.empty(0, 0, 0.0, 4 / 3)
    camera.show(repeat(nobody, 200), over)  # six seconds without a movement
    assert result_of(program, qtbot) is AttemptVerdict.EMPTY
    assert controller.result.reasons[0].code == "no_person"
    assert not window.practice.result.scores.ring.isVisible()


def test_leaving_the_view_gives_a_take_up(program, camera, qtbot):
    window = program.window
    choose(program, "Hello")
    window.practice.begin_wanted.emit()
    window.practice.begin_wanted.emit()
    camera.show(repeat(REST, 5))
    assert stage_of(program) is PracticeStage.RECORD
    window.show_view("live")
    assert stage_of(program) is PracticeStage.WATCH
    wait(program, 100)
    camera.show(repeat(REST, 30))
    camera.show(repeat(RAISED, 40))
    assert stage_of(program) is PracticeStage.WATCH
    window.show_view("practice")
    wait(program, 1)
    assert stage_of(program) is PracticeStage.WATCH


def test_an_attempt_is_written_for_the_teacher_and_a_lesson_asked_for_in_the_history_opens(
    program, camera, qtbot, monkeypatch, tmp_path
):
    controller, window = program.practice, program.window
    choose(program, "Thank you")
    window.practice.begin_wanted.emit()
    window.practice.begin_wanted.emit()
    sign(program, camera, pieces(*THANK_YOU), REST)
    assert result_of(program, qtbot) is AttemptVerdict.RIGHT
    target = tmp_path / "try.signtry"
    monkeypatch.setattr("desktop_app.ui.progress.controller.ask_save", lambda *_: target)
    window.practice.result.export.click()
    qtbot.waitUntil(target.is_file, timeout=LONG_MS)
    sent = read_attempt(target)
    assert sent.attempt.sentence == "Thank you"
    assert sent.feedback is not None
    assert sent.feedback.overall == pytest.approx(controller.result.feedback.overall, abs=0.1)
    assert not sent.has_video
    wait(program, 1000)
    assert stage_of(program) is PracticeStage.RESULT  # who writes to the teacher is not hurried
    window.show_view("progress")
    lesson = Lesson(LessonKind.CONFUSABLE, controller.state.lesson.sentences[:2])
    for practise in program.progress._lesson_listeners:
        practise(lesson)
    assert window.view == "practice"
    assert (stage_of(program), controller.state.lesson) == (PracticeStage.WATCH, lesson)


def test_the_video_of_another_views_take_never_enters_an_export(program, camera, qtbot, monkeypatch, tmp_path):
    controller, window = program.practice, program.window
    assert not program.settings.practice.video
    choose(program, "Thank you")
    window.practice.begin_wanted.emit()
    window.practice.begin_wanted.emit()
    sign(program, camera, pieces(*THANK_YOU), REST)
    assert result_of(program, qtbot) is AttemptVerdict.RIGHT
    # The Record view makes a take with video while the result is still there.
    recorded = tmp_path / "recorded.mp4"
    recorded.write_bytes(b"the video of the Record view")
    program.hub.publish(
        TakeReady(controller.state.take.number + 1, controller.result.take, recorded, (), dropped=0, full=False)
    )
    window.flush()
    target = tmp_path / "attempt.signtry"
    monkeypatch.setattr("desktop_app.ui.progress.controller.ask_save", lambda *_: target)
    window.practice.result.export.click()
    qtbot.waitUntil(target.is_file, timeout=LONG_MS)
    assert not read_attempt(target).has_video
    assert recorded.exists()


def test_a_source_that_ends_during_a_take_is_judged_by_what_was_seen(program, camera, qtbot):
    controller, window = program.practice, program.window
    choose(program, "Thank you")
    window.practice.begin_wanted.emit()
    window.practice.begin_wanted.emit()
    camera.show(pieces(4.0, 6.6))
    camera.end()
    qtbot.waitUntil(lambda: controller.state.stage is PracticeStage.RESULT, timeout=LONG_MS)
    assert controller.result is not None
    assert controller.result.seen_as == ("Starter signs", "Thank you")


def video_frames(name: str) -> list[Frame]:
    source = VideoSource(shared_video(name), realtime=False)
    source.open()
    try:
        return [frame for frame in iterate(source) if isinstance(frame, Frame)]
    finally:
        source.close()


@pytest.mark.shared_data
def test_real_videos_as_the_camera(program, camera, qtbot):
    controller, window = program.practice, program.window
    # Every second picture: half the work, as a slower camera gives them.
    rabbit, deer = video_frames("ghsl_sign_rabbit_2")[::2], video_frames("ghsl_sign_deer")[::2]
    choose(program, "Rabbit")
    for frames, verdict in ((rabbit, AttemptVerdict.RIGHT), (deer, AttemptVerdict.OTHER)):
        window.practice.begin_wanted.emit()
        window.practice.begin_wanted.emit()
        camera.show(repeat(frames[0], 6), fps=15)
        sign(program, camera, frames, frames[-1], fps=15)
        assert result_of(program, qtbot) is verdict
        assert controller.result.feedback is not None
        assert controller.result.reference_info.sentence == "Rabbit"
    assert controller.result.seen_as == ("Ghanaian signs", "Deer")
    assert controller.result.feedback.correction is not None
    assert controller.result.feedback.moments


@pytest.mark.shared_data
@pytest.mark.skipif(not h264_available(), reason="this system writes no H.264")
@pytest.mark.parametrize("wanted", [False, True])
def test_an_attempt_carries_its_video_only_where_that_was_wanted(
    program, camera, qtbot, monkeypatch, tmp_path, wanted
):
    window = program.window
    program.window.settings.changed.emit("practice.video", wanted)
    rabbit = video_frames("ghsl_sign_rabbit_2")[::2]
    choose(program, "Rabbit")
    window.practice.begin_wanted.emit()
    window.practice.begin_wanted.emit()
    camera.show(repeat(rabbit[0], 6), fps=15)
    sign(program, camera, rabbit, rabbit[-1], fps=15)
    result_of(program, qtbot)
    written = list(paths.data_dir().rglob("*.mp4"))
    assert len(written) == int(wanted)
    target = tmp_path / "try.signtry"
    monkeypatch.setattr("desktop_app.ui.progress.controller.ask_save", lambda *_: target)
    window.practice.result.export.click()
    qtbot.waitUntil(target.is_file, timeout=LONG_MS)
    assert read_attempt(target).has_video is wanted
    window.practice.begin_wanted.emit()
    window.practice.begin_wanted.emit()
    window.show_view("live")
    camera.end()
    window.close()
    assert program.stop().clean
    assert not list(paths.data_dir().rglob("*.mp4"))
