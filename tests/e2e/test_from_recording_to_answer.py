"""What a class does, through the real views: record, practise, be recognised, be refused, share, begin anew."""

from __future__ import annotations

from itertools import repeat
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app import paths
from desktop_app.app.program import Program
from desktop_app.engine.packs import open_pack, verify_pack
from desktop_app.engine.practice.evaluation import AttemptVerdict
from desktop_app.ui.kit.dialogs import AskDialog
from desktop_app.ui.library.offer import OfferDialog
from desktop_app.ui.practice.state import PracticeStage
from desktop_app.ui.recording.state import RecordPhase
from tests.e2e.conftest import LONG_MS
from tests.e2e.stage import Film, Stage, film, landmarks
from tests.ui.library.helpers import answer_file, choose_pack, dialog, idle, searched

pytestmark = [pytest.mark.shared_data, pytest.mark.slow]
FRIEND, WHITE, OTHER = "My friend", "My white", "ghsl_sign_tea"
VIDEOS = {FRIEND: "ghsl_sign_friend", WHITE: "ghsl_sign_white"}
PACK = "Class 3"


def live_answer(program: Program, stage: Stage, frames: Film, qtbot) -> tuple[str, str, bool]:
    """Sign before the Live view: sentence, pack and acceptance of the answer."""
    window = program.window
    window.show_view("live")
    # Films do not begin as others end. The jump between them must be over, or it counts as part of the sign.
    stage.show(repeat(frames[0], 15))
    began_s = stage.at_s

    def answered() -> bool:
        # What was signed before, for a take, may be answered as late as now.
        return window.state.answer is not None and window.state.answer.prediction.end_s > began_s

    stage.sign(frames, answered)
    qtbot.waitUntil(answered, timeout=LONG_MS)
    assert window.state.answer is not None
    prediction = window.state.answer.prediction
    return prediction.results[0].sentence, prediction.results[0].pack, prediction.accepted


def record_phase(program: Program) -> RecordPhase:
    program.window.flush()
    return program.recording.state.phase


def practice_stage(program: Program) -> PracticeStage:
    return program.practice.state.stage


def take(program: Program, stage: Stage, frames: Film, qtbot) -> None:
    """Sign while the Record view records, and wait until the take can be looked at."""
    qtbot.waitUntil(lambda: record_phase(program) is RecordPhase.RECORDING, timeout=LONG_MS)
    stage.sign(frames, lambda: program.recording.state.phase is not RecordPhase.RECORDING)
    qtbot.waitUntil(lambda: record_phase(program) is RecordPhase.REVIEW, timeout=LONG_MS)


def verdict(program: Program, stage: Stage, frames: Film, qtbot) -> AttemptVerdict:
    """Sign while the Practice view records, and wait for what is said of it."""
    assert practice_stage(program) is PracticeStage.RECORD
    stage.sign(frames, lambda: practice_stage(program) is not PracticeStage.RECORD)
    qtbot.waitUntil(lambda: practice_stage(program) is PracticeStage.RESULT, timeout=LONG_MS)
    assert program.practice.result is not None
    return program.practice.result.verdict


def sentences(folder: Path) -> list[str]:
    pack = open_pack(folder)
    assert verify_pack(pack).ok
    return [clip.sentence for clip in pack.clips]


def test_two_sentences_from_recording_to_a_shared_pack(start, stage, qtbot, tmp_path):
    recorded = {sentence: film(name) for sentence, name in VIDEOS.items()}
    other = film(OTHER)
    program = start(recorded[FRIEND][0])
    window, folder = program.window, paths.user_packs_dir() / "class-3"

    # Nobody has taught these signs yet.
    assert live_answer(program, stage, recorded[FRIEND], qtbot)[2] is False

    # Two sentences of one's own.
    window.show_view("library")
    window.library.record.click()
    for number, (sentence, frames) in enumerate(recorded.items()):
        form = window.recording.form
        form.sentence.setText(sentence)
        if number == 0:
            form.signer.setText("Ama")
            form.signer.editingFinished.emit()
            form.new_pack.setText(PACK)
        window.recording.start.click()
        take(program, stage, frames, qtbot)
        assert not program.recording.state.takes[0].blocked
        window.recording.takes.save.click()
        qtbot.waitUntil(lambda: program.recording.state.recognised, timeout=LONG_MS)
        if number == 0:
            window.recording.saved.another.click()
    assert sentences(folder) == list(recorded)

    # Recognised at once, in less light and at another pace; what was not recorded is refused.
    assert live_answer(program, stage, film(VIDEOS[FRIEND], light=0.6), qtbot) == (FRIEND, PACK, True)
    assert live_answer(program, stage, film(VIDEOS[WHITE], speed=1.2), qtbot) == (WHITE, PACK, True)
    assert live_answer(program, stage, other, qtbot)[2] is False

    # Practised: one's own sign is right, another one is told.
    window.show_view("practice")
    page = window.practice.choose
    # Until the library was looked through again there is a lesson of the first sentence alone.
    qtbot.waitUntil(lambda: any(named(lesson) == {FRIEND, WHITE} for lesson in page.lessons), timeout=LONG_MS)
    page.choose(next(i for i, lesson in enumerate(page.lessons) if named(lesson) == {FRIEND, WHITE}))
    page.grid.setCurrentRow([key.sentence for key in page.lesson.sentences].index(FRIEND))
    page.start.click()
    window.practice.begin_wanted.emit()
    window.practice.begin_wanted.emit()
    assert verdict(program, stage, film(VIDEOS[FRIEND], speed=0.9), qtbot) is AttemptVerdict.RIGHT
    assert program.practice.result.feedback.overall > 70
    window.practice.begin_wanted.emit()
    window.practice.begin_wanted.emit()
    assert verdict(program, stage, recorded[WHITE], qtbot) is AttemptVerdict.OTHER
    assert program.practice.result.seen_as == (PACK, WHITE)
    assert program.practice.result.feedback.moments
    qtbot.waitUntil(lambda: program.progress.overview.attempts == 2, timeout=LONG_MS)

    # Shared as a file, deleted, and there again.
    window.show_view("library")
    choose_pack(program, PACK)
    target = tmp_path / "class-3.signpack"
    window.library.actions_of_pack["export"].trigger()
    dialog(program, AskDialog).accept_button.click()
    answer_file(program, target)
    idle(program, qtbot)
    window.library.actions_of_pack["remove"].trigger()
    dialog(program, AskDialog).accept_button.click()
    idle(program, qtbot)
    assert not folder.exists()
    searched(program, qtbot, FRIEND, there=False)
    assert live_answer(program, stage, recorded[FRIEND], qtbot)[2] is False
    window.library.open_wanted.emit(str(target))
    idle(program, qtbot)
    dialog(program, OfferDialog).accept_button.click()
    idle(program, qtbot)
    assert sentences(folder) == list(recorded)
    searched(program, qtbot, FRIEND)
    assert live_answer(program, stage, film(VIDEOS[FRIEND], light=1.4), qtbot) == (FRIEND, PACK, True)
    assert live_answer(program, stage, recorded[WHITE], qtbot) == (WHITE, PACK, True)


def named(lesson) -> set[str]:
    return {key.sentence for key in lesson.sentences}


class Keys:
    """Hands that have a keyboard and nothing else."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        where = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
        QTest.keyClick(where or self.program.window, key, modifier)
        self.program.window.flush()

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.program.window, text)

    def tab_to(self, widget) -> None:
        for _ in range(80):
            if QApplication.focusWidget() is widget:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{widget.accessibleName()} is not reached with Tab")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_same_by_keyboard_alone(start, stage, qtbot, tmp_path):
    recorded = {sentence: landmarks(name) for sentence, name in VIDEOS.items()}
    program = start(recorded[FRIEND][0])
    window, folder = program.window, paths.user_packs_dir() / "class-3"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG_MS)
    keys, form = Keys(program), window.recording.form
    # The platform of the tests does not give the window back the keys that a list of completions took.
    form.sentence.setCompleter(None)

    keys.control(Qt.Key.Key_4)
    keys.control(Qt.Key.Key_R)
    assert window.view == "record"
    for number, (sentence, frames) in enumerate(recorded.items()):
        if number:
            keys.tab_to(window.recording.saved.another)
            keys.press(Qt.Key.Key_Space)
        assert QApplication.focusWidget() is form.sentence
        keys.type(sentence)
        if number == 0:
            keys.tab_to(form.new_pack)
            keys.type(PACK)
            keys.tab_to(form.signer)
            keys.type("Ama")
        keys.control(Qt.Key.Key_Return)
        take(program, stage, frames, qtbot)
        qtbot.waitUntil(lambda: program.recording.state.may_save, timeout=LONG_MS)
        keys.control(Qt.Key.Key_S)
        qtbot.waitUntil(lambda: program.recording.state.recognised, timeout=LONG_MS)
    assert sentences(folder) == list(recorded)

    keys.control(Qt.Key.Key_1)
    assert live_answer(program, stage, recorded[FRIEND], qtbot) == (FRIEND, PACK, True)
    assert live_answer(program, stage, landmarks(OTHER), qtbot)[2] is False

    keys.control(Qt.Key.Key_2)
    page = window.practice.choose
    qtbot.waitUntil(lambda: any(named(lesson) == {FRIEND, WHITE} for lesson in page.lessons), timeout=LONG_MS)
    keys.tab_to(page.list)
    keys.press(Qt.Key.Key_Home)
    for _ in range(60):
        if page.lesson is not None and named(page.lesson) == {FRIEND, WHITE}:
            break
        keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Home)
    for _ in range([key.sentence for key in page.lesson.sentences].index(FRIEND)):
        keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Return)
    assert program.practice.state.asked.sentence == FRIEND
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return)
    assert verdict(program, stage, recorded[FRIEND], qtbot) is AttemptVerdict.RIGHT

    keys.control(Qt.Key.Key_4)
    view = window.library
    keys.tab_to(view.packs.list)
    keys.press(Qt.Key.Key_Home)
    for _ in range(10):
        if view.packs.key == str(folder):
            break
        keys.press(Qt.Key.Key_Down)
    keys.control(Qt.Key.Key_E)
    accept(program, keys, AskDialog, qtbot)
    target = tmp_path / "class-3.signpack"
    answer_file(program, target)  # the chooser is the system's own
    idle(program, qtbot)
    assert target.is_file()
    activate(program, qtbot)
    assert view.packs.key == str(folder)
    keys.tab_to(view.packs.actions_button)
    choose_in_menu(keys, view.actions_of_pack["remove"])
    accept(program, keys, AskDialog, qtbot)
    idle(program, qtbot)
    assert not folder.exists()
    searched(program, qtbot, FRIEND, there=False)
    activate(program, qtbot)
    keys.control(Qt.Key.Key_O)
    answer_file(program, target)  # the chooser is the system's own
    idle(program, qtbot)
    accept(program, keys, OfferDialog, qtbot)
    idle(program, qtbot)
    searched(program, qtbot, FRIEND)
    activate(program, qtbot)
    keys.control(Qt.Key.Key_1)
    assert live_answer(program, stage, recorded[WHITE], qtbot) == (WHITE, PACK, True)


def activate(program: Program, qtbot) -> None:
    """Off screen nobody gives the keyboard back to the window when a dialog closes."""
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=LONG_MS)


def choose_in_menu(keys: Keys, action: QAction) -> None:
    """Open the menu of the button that has the focus, and go to an entry."""
    QTimer.singleShot(0, lambda: _down_to(action))  # an open menu has a loop of its own
    keys.press(Qt.Key.Key_Space)


def _down_to(action: QAction) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(20):
        if menu.activeAction() is action:
            break
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def accept(program: Program, keys: Keys, kind: type[Any], qtbot) -> None:
    """Say yes in an open dialog."""
    box = dialog(program, kind)
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow, timeout=LONG_MS)
    keys.tab_to(box.accept_button)
    keys.press(Qt.Key.Key_Space)
