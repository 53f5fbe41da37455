"""The Fingerspelling view by hand: cards, keys, the hand that turns, names for screen readers, large text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QProxyStyle, QStyle, QWidget

from desktop_app.app.main_window import MainWindow
from desktop_app.engine.letters.records import LetterPhase, LetterSettings
from desktop_app.engine.letters.reference import reference_hands
from desktop_app.runtime.events import (
    CalibrationAction,
    LetterEdit,
    LetterPurpose,
    LetterReaderReady,
    LettersRead,
    SourceState,
    SourceStatus,
)
from desktop_app.runtime.letter_calibrator import CalibrationPhase, CalibrationStatus
from desktop_app.ui.player.reference_loader import ReferenceLoader
from desktop_app.ui.spelling.controller import SpellingController
from desktop_app.ui.spelling.hand_canvas import HandCanvas
from desktop_app.ui.spelling.letter_hand import normalised, rotated
from desktop_app.ui.spelling.tiles import TileMark
from desktop_app.ui.spelling.word_practice import WordPractice
from tests.helpers.ports import make_ports
from tests.ui.conftest import settle
from tests.ui.figure.test_stage import skin_share
from tests.ui.scenes import ready
from tests.ui.spelling.letter_scenes import calibrating, hand_frame, letter_state, practising, reading


@pytest.fixture
def controlled(make_window) -> Iterator[MainWindow]:
    """A window whose Fingerspelling view has its controller, without a pipeline."""
    window = make_window()
    window.show_view("letters")
    loader = ReferenceLoader()
    controller = SpellingController(window.spelling, make_ports(navigation=window), loader)
    window.events_came.connect(controller.events_came)
    yield window
    loader.close()


def show(window, letters, live=None) -> None:
    window.show_view("letters")
    window.spelling.set_hands(reference_hands())
    window.set_state(live or ready())
    window.spelling.set_state(letters)
    window.flush()


def test_the_letter_its_probability_and_the_next_three_are_shown_and_said(make_window):
    window = make_window()
    show(window, reading())
    view = window.spelling
    assert view.panel.accessibleName() == "B, 86\N{NO-BREAK SPACE}%"
    assert view.panel.accessibleDescription().count("%") == 3
    assert view.headline.accessibleName() == "Hold B"
    assert "32/32" in view.figures.text()
    assert "1.6 ms" in view.figures.text()
    assert not view.video.accepted
    show(window, reading(LetterPhase.COMMITTED))
    assert view.video.accepted
    show(window, replace(reading(), candidates=()))
    assert view.panel.accessibleName() == "No letter"


def test_commits_between_two_refreshes_are_all_reported_in_order(controlled):
    window = controlled
    window.spelling.set_state(replace(practising(), practice=WordPractice(1, ("CAT",))))
    for number, letter in enumerate("CXA"):
        for commit in (True, False):
            state = letter_state(LetterPhase.COMMITTED, letter, commit=commit, time_s=1.0 + number)
            window._bridge.publish(LettersRead(hand_frame(), state))
    window.flush()
    assert [mark.value for mark in window.spelling.state.practice.marks] == ["right", "corrected", "current"]
    assert window._bridge.wake_ups == 1


def test_the_text_can_be_copied_taken_back_and_cleared(make_window, qtbot):
    window = make_window()
    show(window, reading(text="HELLO "))
    card = window.spelling.text
    assert card.line.text() == "HELLO\N{OPEN BOX}"
    qtbot.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "HELLO "
    assert card.copy.text() == "Copied"
    for key, modifier, edit in (
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, LetterEdit.DELETE_LAST),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier, LetterEdit.CLEAR),
    ):
        with qtbot.waitSignal(card.edit_wanted) as wanted:
            qtbot.keyClick(window, key, modifier)
        assert wanted.args == [edit]
    show(window, reading(text=""))
    assert not card.copy.isEnabled()
    assert card.line.placeholderText()


def test_the_parts_have_keys_and_one_card_each(make_window, qtbot):
    window = make_window()
    show(window, reading())
    view = window.spelling
    cards = {LetterPurpose.SPELL: view.text, LetterPurpose.PRACTISE: view.word,
             LetterPurpose.CALIBRATE: view.calibration}  # fmt: skip
    keys = zip((Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F2),
               (LetterPurpose.PRACTISE, LetterPurpose.CALIBRATE, LetterPurpose.SPELL), strict=True)  # fmt: skip
    for key, purpose in keys:
        with qtbot.waitSignal(view.purpose_chosen) as chosen:
            qtbot.keyClick(window, key)
        assert chosen.args == [purpose]
        assert [card.isVisible() for card in cards.values()] == [
            card is cards[purpose] for card in cards.values()
        ]


def test_a_word_shows_how_each_letter_went_and_its_next_hand(controlled, qtbot):
    window = controlled
    show(window, practising())
    view = window.spelling
    assert [tile.mark for tile in view.word.row.tiles] == [
        TileMark.GOOD, TileMark.MENDED, TileMark.CURRENT, TileMark.AHEAD, TileMark.AHEAD,
    ]  # fmt: skip
    assert view.word.row.accessibleName() == "Word to spell: BREAD"
    assert "R right after another letter" in view.word.row.accessibleDescription()
    assert view.reference.letter == "E"
    assert not view.reference.after.isEnabled()
    assert view.word.session.text() == "Words 3 · right at once 86\N{NO-BREAK SPACE}% · 21 letters a minute"
    qtbot.keyClick(window, Qt.Key.Key_S)
    window.flush()
    assert view.word.row.tiles[2].mark is TileMark.MISSED
    qtbot.keyClick(window, Qt.Key.Key_N)
    window.flush()
    assert view.word.row.accessibleName() == "Word to spell: WATER"
    with qtbot.waitSignal(view.word.level_chosen) as chosen:
        view.word.level.activated.emit(2)
    assert chosen.args == [3]


def test_the_calibration_says_what_comes_and_what_was_shown(make_window, qtbot):
    window = make_window()
    show(window, calibrating())
    view = window.spelling
    marks = [tile.mark for tile in view.calibration.row.tiles]
    assert marks.count(TileMark.GOOD) == 9
    assert view.reference.letter == "K"
    assert view.video.accepted  # it collects
    for key, action in (
        (Qt.Key.Key_C, CalibrationAction.STOP),
        (Qt.Key.Key_S, CalibrationAction.SKIP),
        (Qt.Key.Key_U, CalibrationAction.UNDO),
    ):
        if action is CalibrationAction.SKIP:
            continue  # a button; its key belongs to the practice
        with qtbot.waitSignal(view.calibration.wanted) as wanted:
            qtbot.keyClick(window, key)
        assert wanted.args == [action]
    with qtbot.waitSignal(view.calibration.wanted) as wanted:
        view.calibration.skip.click()
    assert wanted.args == [CalibrationAction.SKIP]


@pytest.mark.parametrize(
    ("status", "start", "forget"),
    [
        (CalibrationStatus(), "Start", None),
        (CalibrationStatus(shown=("A",)), "Go on", CalibrationAction.FORGET),
        (CalibrationStatus(restorable=True), "Start", CalibrationAction.RESTORE),
        (CalibrationStatus(CalibrationPhase.IMPOSSIBLE), None, None),
    ],
)
def test_the_buttons_of_the_calibration_offer_what_is_possible(make_window, qtbot, status, start, forget):
    window = make_window()
    show(window, replace(calibrating(), calibration=status))
    card = window.spelling.calibration
    assert card.start.isEnabled() == (start is not None)
    assert start in (None, card.start.text())
    assert card.forget.isEnabled() == (forget is not None)
    if forget is not None:
        with qtbot.waitSignal(card.wanted) as wanted:
            card.forget.click()
        assert wanted.args == [forget]


def test_one_looks_through_the_alphabet_with_keys(make_window, qtbot):
    window = make_window()
    show(window, reading())
    reference = window.spelling.reference
    assert reference.letter == "A"
    qtbot.keyClick(window, Qt.Key.Key_Comma)
    assert reference.letter == "Z"
    assert reference.note.text() == "is drawn in the air"
    qtbot.keyClick(window, Qt.Key.Key_Period)
    assert reference.letter == "A"
    assert skin_share(reference.canvas.grab().toImage()) > 0.05
    with qtbot.waitSignal(reference.turning_changed) as turned_off:
        qtbot.keyClick(window, Qt.Key.Key_T)
    assert turned_off.args == [False]
    assert not is_moving(reference.canvas)


def is_moving(canvas: HandCanvas) -> bool:
    return canvas.moving


def canvas_of(qtbot, letter: str = "B") -> HandCanvas:
    canvas = HandCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(300, 240)
    canvas.show_hand(letter, reference_hands()[letter], mirrored=False)
    canvas.show()
    return canvas


def test_the_hand_turns_only_while_it_is_seen(qtbot):
    canvas = canvas_of(qtbot)
    assert is_moving(canvas)
    canvas.advance(1.0)
    assert canvas.yaw > 0.1
    canvas.hide()
    assert not is_moving(canvas)
    canvas.show()
    assert is_moving(canvas)
    canvas.set_turning(False)
    assert not is_moving(canvas)


def test_dragging_and_arrow_keys_take_hold_of_the_hand(qtbot):
    canvas = canvas_of(qtbot)
    with qtbot.waitSignal(canvas.taken_hold):
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
        qtbot.mouseMove(canvas, QPoint(180, 100))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(180, 100))
    assert not is_moving(canvas)
    assert canvas.yaw > 0.5
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.pitch < 0
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert (canvas.yaw, canvas.pitch) == (0.0, 0.0)


def test_a_system_that_asks_for_less_motion_is_obeyed(qtbot):
    class Still(QProxyStyle):
        def styleHint(self, hint, option=None, widget=None, returned=None):  # noqa: N802  (Qt's name)
            if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
                return 0
            return super().styleHint(hint, option, widget, returned)

    style = Still()
    canvas = canvas_of(qtbot)
    canvas.setStyle(style)
    canvas.set_turning(True)
    assert not is_moving(canvas)


def test_a_drawn_letter_moves_and_its_way_stays_when_it_is_kept_still(qtbot):
    canvas = canvas_of(qtbot, "Z")
    canvas.advance(0.5)
    assert canvas.row == 15
    canvas.set_turning(False)
    assert skin_share(canvas.grab().toImage()) > 0.01


def test_turning_keeps_the_hand_and_a_mirror_swaps_its_sides(qtbot):
    hands = normalised(reference_hands()["L"])
    assert float(np.linalg.norm(hands, axis=-1).max()) == pytest.approx(1.0, abs=1e-5)
    round_trip = rotated(rotated(hands, 0.7, 0.0), -0.7, 0.0)
    np.testing.assert_allclose(round_trip, hands, atol=1e-5)
    bones = np.linalg.norm(np.diff(hands[0], axis=0), axis=1)
    np.testing.assert_allclose(
        np.linalg.norm(np.diff(rotated(hands, 1.0, 0.4)[0], axis=0), axis=1), bones, atol=1e-5
    )
    canvas = canvas_of(qtbot, "L")
    canvas.set_turning(False)
    plain = canvas.grab().toImage()
    canvas.show_hand("L", reference_hands()["L"], mirrored=True)
    mirrored = canvas.grab().toImage().flipped(Qt.Orientation.Horizontal)
    different = sum(
        abs(plain.pixelColor(x, y).lightness() - mirrored.pixelColor(x, y).lightness()) > 40
        for x in range(4, 296, 4)
        for y in range(4, 236, 4)
    )
    assert different < 0.02 * 73 * 58


@pytest.mark.parametrize(
    ("mirror", "left", "shown"), [(True, False, True), (True, True, False), (False, True, True)]
)
def test_the_hand_is_the_one_that_the_user_sees(make_window, mirror, left, shown):
    window = make_window()
    show(window, reading())
    view = window.spelling
    view.set_switches(mirrored=mirror, overlay=True)
    view.set_reading(mode="sequence", hand="left" if left else "right", turning=False)
    assert view.reference.canvas._left == shown


def test_a_recording_of_a_hand_alone_is_painted_as_a_solid_hand(make_window):
    window = make_window()
    show(window, reading())
    window.spelling.video.show_picture(None, hand_frame())
    assert skin_share(window.spelling.video.grab().toImage()) > 0.02
    window._bridge.publish(SourceState(SourceStatus.OPENING))
    window.flush()
    assert skin_share(window.spelling.video.grab().toImage()) < 0.001


def test_every_control_has_a_name_and_can_be_reached(make_window):
    window = make_window()
    for scene in (reading(), practising(), calibrating()):
        show(window, scene)
        kinds = (QAbstractButton, QComboBox, QLineEdit)
        controls = [
            child for kind in kinds for child in window.spelling.findChildren(kind) if child.isVisible()
        ]
        assert len(controls) >= 10
        for control in controls:
            name = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
            assert name, control
            if control.isEnabled():
                assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, name


def test_large_text_overlaps_nothing(make_window, qapp):
    window = make_window(text=200)
    view = window.spelling
    for scene in (reading(), practising(), calibrating()):
        show(window, scene)
        settle(qapp)
        boxes = [widget.geometry() for widget in (view.video, view.headline, view._work_card)]
        for above, below in pairwise(boxes):
            assert above.bottom() < below.top(), (scene.purpose, boxes)
        card = next(card for card in (view.text, view.word, view.calibration) if card.isVisible())
        inside = [child for child in card.children() if isinstance(child, QWidget) and child.isVisible()]
        for i, one in enumerate(inside):
            assert card.rect().contains(one.geometry()), (scene.purpose, one, card.rect())
            for other in inside[i + 1 :]:
                assert not one.geometry().intersects(other.geometry()), (scene.purpose, one, other)
        assert view.tabs.width() >= view.tabs.sizeHint().width()


def test_the_status_bar_names_the_letter_model_while_letters_are_read(controlled):
    window = controlled
    show(window, reading())
    window._bridge.publish(LetterReaderReady("letters-tcn", LetterSettings()))
    window.flush()
    assert window.status.packs.text() == "letters-tcn"
    assert window.status.isVisible()
    window.show_view("live")
    window.flush()
    assert "sentences" in window.status.packs.text()
