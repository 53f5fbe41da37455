"""Why an attempt was not recognised, as the Live view shows it: words, moment, marks, and when it goes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from desktop_app.engine.tracking.live import LivePhase
from desktop_app.ui import state as states
from desktop_app.ui.camera.headline import Mood, headline
from desktop_app.ui.feed import reduce
from desktop_app.ui.kit.theme import make_theme
from desktop_app.ui.live.why_picture import WhyPicture
from tests.ui.conftest import settle
from tests.ui.live.why_scenes import explained, hand_out_take, rejected_state
from tests.ui.scenes import SENTENCES, answered, prediction, ready
from tests.ui.test_screenshots import from_image


def show(window, qapp, state) -> None:
    window.set_state(state)
    window.flush()
    settle(qapp)


def test_a_rejected_attempt_says_the_measured_reason_with_a_picture(make_window, qapp):
    window = make_window()
    show(window, qapp, rejected_state())
    panel = window.live.why
    assert panel.isVisible()
    assert not window.live.player.isVisible()
    texts = [row.text.text() for row in panel.rows]
    assert texts[0] == "Your right hand leaves the picture on your right at 1.6 s."
    assert texts[1] == f"Two signs are too alike here: '{SENTENCES[0]}' and '{SENTENCES[1]}'."
    assert all(row.advice.text().endswith(".") for row in panel.rows)
    assert texts[0] in panel.accessibleDescription()
    head = window.live.headline.headline
    assert head.detail == texts[0]
    assert head.mood is Mood.UNSURE


def arrow_of(picture: WhyPicture) -> tuple[QPointF, QPointF]:
    arrow = picture.arrow()
    assert arrow is not None
    return arrow


def test_the_arrow_points_over_the_edge_that_the_preview_shows(qtbot):
    state = rejected_state()
    assert state.why is not None
    picture = WhyPicture()
    qtbot.addWidget(picture)
    picture.resize(400, 225)
    picture.show_reason(state.why.reasons[0], mirrored=False)
    start, end = arrow_of(picture)
    box = picture.picture_rect()
    assert end.x() == pytest.approx(box.left())  # the signer's right is at the left of what the camera sees
    assert start.x() > end.x()
    picture.show_reason(state.why.reasons[0], mirrored=True)
    start, end = arrow_of(picture)
    assert end.x() == pytest.approx(box.right(), abs=1)
    assert start.x() < end.x()


def test_the_picture_is_mirrored_as_the_preview_is(make_window, qapp):
    bgr = np.zeros((90, 160, 3), np.uint8)
    bgr[:, :80, 2] = 255  # red at the left of what the camera sees
    take = hand_out_take(luma=20)
    why = explained(take, replace(prediction("low_similarity"), start_s=1.0, end_s=2.6), bgr)
    dark = replace(why, reasons=tuple(told for told in why.reasons if told.reason.code == "too_dark"))
    window = make_window()
    state = replace(answered("low_similarity"), why=dark)
    for mirrored in (True, False):
        window.live.set_switches(mirrored=mirrored, overlay=True)
        show(window, qapp, state)
        picture = window.live.why.picture
        pixels = from_image(picture.grab().toImage())
        box = picture.picture_rect()
        row = pixels[int(box.center().y())]
        left, right = row[int(box.left()) + 8], row[int(box.right()) - 8]
        assert (right if mirrored else left)[0] > 150
        assert (left if mirrored else right)[0] < 60


def test_it_goes_with_the_next_sign_and_never_flickers(make_window, qapp):
    window = make_window()
    state, late = rejected_state(), rejected_state().why
    assert late is not None
    for phase in (LivePhase.READY, LivePhase.SHOW_HANDS, LivePhase.NO_PERSON, LivePhase.READY):
        state = states.with_landmarks(state, phase, 90)
        assert state.why is not None
    signing = states.with_landmarks(state, LivePhase.SIGNING, 90)
    assert signing.why is None
    assert states.attempt_explained(signing, late) is signing  # it came too late
    accepted = states.sign_recognised(state, prediction(), announced=True, delay_ms=None)
    assert accepted.why is None
    assert reduce(accepted, late).why is None  # of an answer that is not shown any more
    show(window, qapp, state)
    assert window.live.why.isVisible()
    show(window, qapp, signing)
    assert not window.live.why.isVisible()
    assert window.live.player.isVisible()


def test_an_empty_attempt_has_words_of_its_own(make_window, qapp):
    why = explained(hand_out_take(), None)
    state = reduce(ready(LivePhase.SHOW_HANDS), why)
    head = headline(state)
    assert head.text == "That was not a whole sign"
    assert head.detail == "Your right hand leaves the picture on your right at 1.6 s."
    window = make_window()
    show(window, qapp, state)
    assert window.live.why.isVisible()
    assert headline(states.with_landmarks(state, LivePhase.SIGNING, 90)).text == "Signing"


def test_the_reference_is_one_key_or_one_answer_away(make_window, qapp, qtbot):
    window = make_window()
    show(window, qapp, rejected_state())
    qtbot.keyClick(window, Qt.Key.Key_W)
    assert window.live.player.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_W)
    assert window.live.why.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_2)
    assert window.live.player.isVisible()
    window.flush()
    assert window.live.player.isVisible()


@pytest.mark.parametrize("text", [100, 150, 200])
def test_no_reason_is_cut_off(make_window, qapp, text):
    window = make_window("dark", text)
    show(window, qapp, rejected_state())
    window.live._right_tabs.setCurrentIndex(1)
    settle(qapp)
    panel = window.live.why
    assert panel.isVisible()
    assert panel.picture.height() >= 72
    for row in panel.rows:
        for words in (row.text, row.advice):
            assert words.height() >= words.heightForWidth(words.width())
        assert row.width() <= panel._scroller.viewport().width()
    assert panel.theme == make_theme("dark", text)
