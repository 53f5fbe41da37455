"""The Practice view by itself: what is shown of lessons, stages and results, in every size."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.feedback.why import Reason
from desktop_app.engine.practice.evaluation import AttemptVerdict
from desktop_app.engine.records import ImageArray
from desktop_app.message import Message
from desktop_app.runtime.take_events import TakePicture
from desktop_app.ui.practice.comparison import comparison_of
from desktop_app.ui.practice.feedback_words import reason_words
from desktop_app.ui.practice.state import PracticeStage
from tests.ui.conftest import settle
from tests.ui.practice import scenes
from tests.ui.practice.scenes import SCENES, THANK_YOU, judged, state_of


def show(window, scene: str):
    window.show_view("practice")
    SCENES[scene](window)
    return window.practice


def test_lessons_are_listed_by_pack_and_found_by_a_sentence(make_window):
    page = show(make_window(), "choose").choose
    assert len(page.lessons) > 10
    lines = page.list.lines
    headings = [lines.index(row).data() for row in range(lines.rowCount()) if row not in lines.rows]
    assert headings == ["Ghanaian signs", "Starter signs"]
    page.search.setText("rabb")
    shown = [i for i, row in enumerate(page.list.lines.rows) if not page.list.isRowHidden(row)]
    assert len(shown) == 1
    assert "Rabbit" in [key.sentence for key in page.lessons[shown[0]].sentences]


def test_a_finished_lesson_says_how_it_went(make_window):
    window = make_window()
    page = show(window, "choose").choose
    lesson = page.lesson
    outcomes = (AttemptVerdict.RIGHT, AttemptVerdict.OTHER) + (AttemptVerdict.RIGHT,) * (
        len(lesson.sentences) - 2
    )
    state = state_of(lesson.sentences[0].sentence, PracticeStage.WATCH)
    window.practice.show_practice(state)
    window.practice.show_practice(
        state_of(lesson.sentences[0].sentence, PracticeStage.CHOOSE, outcomes=outcomes, finished=True)
    )
    assert page.banner.isVisible()
    assert f"{len(outcomes) - 1} of {len(outcomes)}" in page.banner_words.accessibleName()
    assert page.grid.item(0).text().startswith("\N{CHECK MARK}")
    assert page.grid.item(1).text().startswith("\N{MULTIPLICATION SIGN}")


def test_countdown_and_recording_are_seen_in_the_picture(make_window):
    window = make_window()
    view = show(window, "watch")
    quiet = np.asarray(pixels(view.stage.video))
    show(window, "ready")
    counting = np.asarray(pixels(view.stage.video))
    middle = tuple(side // 2 for side in quiet.shape[:2])
    box = np.s_[middle[0] - 60 : middle[0] + 60, middle[1] - 60 : middle[1] + 60]
    assert (counting[box] != quiet[box]).any(axis=2).mean() > 0.5
    show(window, "record")
    edge = pixels(view.stage.video)[100:-100, 3:6].reshape(-1, 3).mean(axis=0)
    assert edge[0] > 150  # red, and words say so, too
    assert edge[1] < 90
    assert "2.4" in view.stage.headline.headline.text or view.stage.headline.headline.text == "Signing"


def pixels(widget) -> ImageArray:
    image = widget.grab().toImage().convertToFormat(widget.grab().toImage().Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def test_both_clips_stand_at_the_same_moment_of_the_movement(make_window):
    result = judged("Please", THANK_YOU)
    made = comparison_of(result)
    assert made is not None
    feedback = result.feedback
    assert feedback is not None
    assert result.reference is not None
    for step, (reference_s, attempt_s) in enumerate(feedback.pairs):
        at_reference = result.reference.start_s + made.rows[step, 0] / result.reference.fps
        at_attempt = result.attempt.start_s + made.rows[step, 1] / result.attempt.fps
        assert at_reference == pytest.approx(reference_s, abs=0.6 / result.reference.fps)
        assert at_attempt == pytest.approx(attempt_s, abs=0.6 / result.attempt.fps)
    assert [moment.channel for moment in made.moments] == [moment.channel for moment in feedback.moments]
    player = show(make_window(), "other").result.player
    player.jump(1)
    row = made.rows[made.steps[1]]
    assert [canvas.frame for canvas in player.canvases] == list(row)
    player.controls.step(1)
    assert player.moment is None
    assert player.canvases[0].marked is None


def test_moments_are_reached_by_mouse_on_the_line_and_on_their_cards(make_window, qtbot):
    result = show(make_window(), "other").result
    place = result.player.strip.places()[2]
    with qtbot.waitSignal(result.touched):
        QTest.mouseClick(
            result.player.strip, Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()), round(place.y()))
        )
    assert result.player.moment == 2
    assert [card.isChecked() for card in result.scores.moments] == [False, False, True]
    result.scores.moments[0].click()
    assert result.player.moment == 0
    QTest.mouseClick(result.player.strip, Qt.MouseButton.LeftButton, pos=QPoint(round(place.x()) - 60, 5))
    assert result.player.moment == 0  # beside the marks nothing happens


def test_praise_comes_first_and_one_correction(make_window):
    view = show(make_window(), "other").result
    feedback = judged("Please", THANK_YOU).feedback
    assert feedback is not None
    assert feedback.correction is Channel.SHAPE
    assert view.scores.right.text().startswith("Right: ")
    assert "Hand shape" not in view.scores.right.text()
    assert "finger by finger" in view.scores.correction.words.text()
    _, _, bar, figure = view.scores.channels._rows[Channel.FACE]
    assert figure.text() == "cannot be judged"
    assert "cannot be judged" in bar.accessibleName()


def test_why_not_shows_the_picture_of_the_moment(make_window):
    window = make_window()
    view = show(window, "why").result
    assert [view.tabs.tabText(i) for i in range(view.tabs.count())] == ["Why not", "Compare"]
    result = view.result
    assert [reason.code for reason in result.reasons] == ["hand_out", "unknown"]
    red = np.zeros((90, 120, 3), np.uint8)
    red[..., 2] = 255
    frames = result.take.frames
    pictures = tuple(
        TakePicture(frame.frame_id, frame.position_s, red if i == 1 else np.zeros_like(red))
        for i, frame in enumerate((frames[0], frames[result.reasons[0].frame], frames[-1]))
    )
    view.show_result(result, pictures)
    view.why.set_switches(mirrored=True, overlay=False)
    settle_all(window)
    assert (
        pixels(view.why.picture).reshape(-1, 3).mean(axis=0)[0] > 100
    )  # the middle one, nearest to the reason


def settle_all(window) -> None:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settle(app)


def test_a_reason_of_a_lesson_does_not_speak_of_a_list_of_answers():
    text = Message("Two signs are too alike here: '{first}' and '{second}'.", first="Tea", second="Water")
    reason = Reason("too_alike", text, Message("Choose the one you meant from the list."), 1.0, 3)
    assert reason_words(reason).text == "Two signs are too alike here: 'Tea' and 'Water'."
    assert reason_words(reason).advice == "Sign it once more, larger and more slowly."
    assert reason_words(replace(reason, code="too_dark")).advice == "Choose the one you meant from the list."


def test_every_control_has_a_name_and_can_be_reached(make_window):
    window = make_window()
    for scene in SCENES:
        view = show(window, scene)
        kinds = (QAbstractButton, QComboBox, QLineEdit)
        controls = [child for kind in kinds for child in view.findChildren(kind) if child.isVisible()]
        assert len(controls) >= 4, scene
        for control in controls:
            name = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
            if control.objectName() in ("ScrollLeftButton", "ScrollRightButton"):
                continue
            assert name, (scene, control)
            if control.isEnabled():
                assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, (scene, name)


@pytest.mark.parametrize(("text", "size"), [(200, (1280, 800)), (100, (1024, 700)), (200, (1024, 700))])
def test_nothing_overlaps_in_small_windows_and_large_text(make_window, text, size):
    window = make_window(text=text, size=size)
    assert (window.width(), window.height()) == size
    view = show(window, "watch")
    settle_all(window)
    assert view.stage.player.canvas.height() >= 120
    view = show(window, "record")
    settle_all(window)
    assert (window.width(), window.height()) == size  # nothing pushed it wider
    boxes = [widget.geometry() for widget in (view.stage.strip, view.stage.video, view.stage.headline)]
    for above, below in pairwise(boxes):
        assert above.bottom() < below.top()
    assert view.stage.video.height() >= 120
    view = show(window, "other")
    settle_all(window)
    assert (window.width(), window.height()) == size
    assert view.result.pages.isVisible()
    assert view.result.pages.height() > 150
    assert view.result.again.geometry().bottom() <= view.result.height()


def test_where_there_is_no_room_beside_the_scores_are_a_tab(make_window):
    window = make_window(text=200)
    result = show(window, "other").result
    settle_all(window)
    assert [result.tabs.tabText(i) for i in range(result.tabs.count())] == ["Scores", "Compare"]
    result.scores.moments[1].click()  # brings the pictures to the front
    assert result.pages.currentWidget() is result.player
    window.resize(2400, 1000)
    settle_all(window)
    assert result.tabs.count() == 1
    assert not result.tabs.isVisible()
    assert result.scores.isVisible()


def test_right_to_left_turns_the_stages_and_the_moments(make_window, qapp):
    window = make_window()
    view = show(window, "other")
    before = [place.x() for place in view.result.player.strip.places()]
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        settle_all(window)
        after = [place.x() for place in view.result.player.strip.places()]
        assert before == sorted(before)
        assert after == sorted(after, reverse=True)
        assert view.result.grab().width() == view.result.width()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_free_attempt_shows_no_reference_beside_the_picture(make_window):
    window = make_window()
    window.show_view("practice")
    scenes.show_person(window)
    state = state_of("Hello", PracticeStage.WATCH, lesson=None, free=True, place=0, outcomes=())
    window.practice.show_practice(state)
    assert not window.practice.stage._player_card.isVisible()
    assert window.practice.stage.title.accessibleName() == "What did I sign?"
