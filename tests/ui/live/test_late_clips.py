"""What comes late, or belongs to the answer before, is not shown beside a new answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolTip

from desktop_app.engine.records import Candidate, Prediction
from desktop_app.ui import state as states
from desktop_app.ui.kit.parts import ElidedLabel
from desktop_app.ui.live.view import LiveView
from desktop_app.ui.player.clip import PlayerClip, avatar_clip, clip_key
from desktop_app.ui.player.reference_player import ReferencePlayer
from desktop_app.ui.state import LiveState
from tests.ui.conftest import settle
from tests.ui.scenes import SENTENCES, prediction, ready, reference


def answer(state: LiveState, results: tuple[Candidate, ...]) -> LiveState:
    """The state after another sign."""
    given = replace(prediction(), results=results)
    return states.sign_recognised(state, given, announced=True, delay_ms=None)


@pytest.fixture
def view(make_window) -> LiveView:
    shown: LiveView = make_window().live
    return shown


@pytest.fixture
def asked(view: LiveView) -> list[Candidate]:
    """The references that the view asked for."""
    wanted: list[Candidate] = []
    view.reference_wanted.connect(wanted.append)
    return wanted


def playing(view: LiveView) -> PlayerClip | None:
    return view.player.canvas.clip


def test_live_shows_nothing_until_the_reference_of_the_new_answer_is_there(view, asked):
    results = prediction().results
    state = answer(ready(), results)
    view.show_state(state)
    first = avatar_clip(SENTENCES[0], "Starter", reference())
    view.player.receive(clip_key(asked[0]), first)
    assert playing(view) is first
    view.show_state(answer(state, results[1:]))
    assert playing(view) is None
    assert view.player.title.accessibleName() == "Reference"
    view.player.receive(clip_key(asked[0]), first)  # it was asked for once more, and comes late
    assert playing(view) is None
    second = avatar_clip(SENTENCES[1], "Starter", reference(1))
    view.player.receive(clip_key(asked[1]), second)
    assert playing(view) is second


def test_no_reference_stands_beside_an_answer_without_results(view, asked):
    state = answer(ready(), prediction().results)
    view.show_state(state)
    view.player.receive(clip_key(asked[0]), avatar_clip(SENTENCES[0], "Starter", reference()))
    view.show_state(answer(state, ()))
    assert playing(view) is None


def test_the_same_answer_once_more_plays_on(view, asked):
    state = answer(ready(), prediction().results)
    view.show_state(state)
    clip = avatar_clip(SENTENCES[0], "Starter", reference())
    view.player.receive(clip_key(asked[0]), clip)
    view.show_state(answer(state, prediction().results))
    assert playing(view) is clip


def test_a_player_that_is_paused_stays_so_and_keeps_the_focus(qtbot):
    player = ReferencePlayer()
    qtbot.addWidget(player)
    player.show()
    player.expect("first")
    player.receive("first", avatar_clip("", "", reference()))
    player.controls.toggle()
    player.controls.play.setFocus()
    player.expect("second")
    assert player.controls.play.isEnabled()
    player.receive("second", avatar_clip("", "", reference(1)))
    assert not player.playback.playing
    player.expect(None)
    assert not player.controls.play.isEnabled()


def test_a_row_keeps_no_picture_of_another_pack(view):
    wanted: list[Candidate] = []
    view.results.thumbnail_wanted.connect(wanted.append)
    results = prediction().results[:1]
    state = answer(ready(), results)
    view.show_state(state)
    view.results.set_thumbnail(clip_key(results[0]), QImage(8, 8, QImage.Format.Format_RGB32))
    assert view.results.rows[0].has_thumbnail
    other = replace(results[0], pack="Another pack")
    view.show_state(answer(state, (other,)))
    assert not view.results.rows[0].has_thumbnail
    assert wanted == [results[0], other]


def test_a_new_answer_is_marked_at_its_first_row_even_if_it_equals_the_one_before(view, asked, qtbot):
    state = answer(ready(), prediction().results)
    view.show_state(state)
    qtbot.mouseClick(view.results.rows[2], Qt.MouseButton.LeftButton)
    assert [row.isChecked() for row in view.results.rows[:3]] == [False, False, True]
    same: Prediction = replace(prediction())
    view.show_state(states.sign_recognised(state, same, announced=True, delay_ms=None))
    assert [row.isChecked() for row in view.results.rows[:3]] == [True, False, False]
    assert asked[-1] == same.results[0]


def test_what_was_chosen_stays_chosen_while_the_library_is_opened_anew(view, asked, qtbot):
    state = answer(ready(), prediction().results)
    view.show_state(state)
    qtbot.mouseClick(view.results.rows[2], Qt.MouseButton.LeftButton)
    view.show_state(states.engine_loading(state))
    assert view.results.rows[2].isChecked()
    assert len(asked) == 2


def test_a_row_that_is_hidden_keeps_no_mark(view):
    results = prediction().results
    state = answer(ready(), results)
    view.show_state(state)
    view.results.choose(3)
    view.show_state(answer(state, results[2:4]))
    rows = view.results.rows
    assert [row.isChecked() for row in rows] == [True, False, False, False, False, False]
    assert [row.candidate for row in rows[2:]] == [None] * 4


def test_a_tool_tip_that_is_open_follows_its_row(view, qapp):
    results = prediction().results
    state = answer(ready(), results)
    view.show_state(state)
    row = view.results.rows[0]
    row.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QToolTip.showText(row.mapToGlobal(QPoint(5, 5)), row.toolTip(), row)
    assert QToolTip.text() == f"{SENTENCES[0]}\nStarter signs"
    view.show_state(answer(state, results[1:]))
    assert QToolTip.text() == f"{SENTENCES[1]}\nStarter signs"
    QToolTip.hideText()
    settle(qapp)


def test_the_tool_tip_of_a_cut_text_follows_the_text(qtbot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(60, 20)
    for text in ("Where is the entrance of the hospital?", "Where is the entrance of the school?"):
        label.set_full_text(text)
        assert label.text().endswith("…")
        assert label.toolTip() == text
    label.set_full_text("Hi")
    assert label.toolTip() == ""
