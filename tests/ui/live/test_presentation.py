"""Presentation: the answer held on a large screen, by keys alone, readable from the last row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from unittest.mock import Mock

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QScreen
from PySide6.QtWidgets import QApplication

from desktop_app import paths
from desktop_app.engine.packs import open_pack
from desktop_app.engine.records import Candidate
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.ui import state as states
from desktop_app.ui.live import presentation as presentation_window
from desktop_app.ui.live.presentation import SMALLEST, STATE, PresentationWindow, best_screen
from desktop_app.ui.live.presentation_state import (
    PresentationStage,
    begun,
    followed,
    gone_on,
    large_words,
    small_words,
    waited,
)
from desktop_app.ui.player.clip import avatar_clip, clip_key
from desktop_app.ui.state import LiveState
from tests.helpers.contrast import contrast
from tests.ui.conftest import settle
from tests.ui.scenes import SENTENCES, prediction, ready, reference
from tests.ui.test_screenshots import from_image


def after(state: LiveState, reason: str | None = None, sentence: str = "") -> LiveState:
    """Another answer."""
    answer = prediction(reason)
    if sentence:
        answer = replace(answer, results=(replace(answer.results[0], sentence=sentence),))
    return states.sign_recognised(state, answer, announced=True, delay_ms=None)


def test_an_answer_is_held_until_the_presenter_goes_on():
    shown = begun(ready(), 0)
    assert large_words(shown, ready()) == "Sign something"
    first = after(ready())
    shown = followed(shown, first)
    assert shown.stage is PresentationStage.ANSWER
    assert large_words(shown, first) == SENTENCES[0]
    second = after(states.with_landmarks(first, LivePhase.SIGNING, 90), None, "Please")
    for state in (states.with_landmarks(first, LivePhase.SIGNING, 90), second, after(second, "low_similarity")):
        shown = followed(shown, state)
        assert large_words(shown, state) == SENTENCES[0]
    assert waited(shown, 3600) is shown
    shown = gone_on(shown)
    assert shown.stage is PresentationStage.WAITING
    assert (
        followed(shown, after(second, "low_similarity")).stage is PresentationStage.WAITING
    )  # that one was over
    assert large_words(followed(shown, after(after(second), None, "Tea")), second) == "Tea"


def test_what_was_answered_before_is_not_presented():
    state = after(ready())
    assert followed(begun(state, 0), state).stage is PresentationStage.WAITING


@pytest.mark.parametrize("reason", ["low_similarity", "ambiguous_top2", "prototype_disagreement", "low_motion"])
def test_a_rejected_attempt_is_calm_and_names_nobody(reason):
    state = after(ready(), reason)
    shown = followed(begun(ready(), 0), state)
    words = large_words(shown, state) + small_words(shown, state)[0]
    assert large_words(shown, state) == "Not sure"
    assert not any(sentence in words for sentence in SENTENCES if sentence != "No")
    signing = states.with_landmarks(state, LivePhase.SIGNING, 90)
    assert followed(shown, signing).stage is PresentationStage.WAITING
    assert "Signing" in small_words(followed(shown, signing), signing)[0]


def test_the_timer_goes_on_by_itself():
    shown = followed(begun(ready(), 5), after(ready()))
    assert waited(waited(shown, 2), 2).stage is PresentationStage.ANSWER
    assert waited(waited(shown, 3), 2.1).stage is PresentationStage.WAITING


def test_the_state_says_what_is_going_on_and_what_to_do():
    shown = begun(ready(), 0)
    assert small_words(shown, ready())[0] == "Ready. Sign, then rest your hands."
    assert "Show your hands" in small_words(shown, ready(LivePhase.SHOW_HANDS))[0]
    assert large_words(shown, LiveState()) == "One moment"
    assert "No picture yet" in small_words(shown, LiveState())[0]


@pytest.fixture
def stage(make_window, qapp) -> Iterator[PresentationWindow]:
    window = make_window()
    made = PresentationWindow(window)
    made.set_theme(window.theme)
    made.start(ready(), 0)
    settle(qapp)
    yield made
    made.close()


def numbered(number: int) -> LiveState:
    """The nth answer since the start."""
    state = after(ready())
    assert state.answer is not None
    return replace(state, answer=replace(state.answer, number=number))


def shown_on(stage: PresentationWindow) -> PresentationStage:
    return stage.presented.stage


def test_it_is_driven_by_keys_alone(stage, qtbot):
    assert stage.isFullScreen()
    for number, key in enumerate((Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_PageDown), 1):
        stage.show_state(numbered(number))
        assert shown_on(stage) is PresentationStage.ANSWER
        assert stage.accessibleName() == SENTENCES[0]
        qtbot.keyClick(stage, key)
        assert shown_on(stage) is PresentationStage.WAITING
    with qtbot.waitSignal(stage.hold_changed) as hold:
        qtbot.keyClick(stage, Qt.Key.Key_T)
    assert hold.args == [5]
    with qtbot.waitSignal(stage.ended):
        qtbot.keyClick(stage, Qt.Key.Key_Escape)
    assert not stage.isVisible()
    assert set(stage.keys()) >= {"Space", "Right", "PgDown", "Esc", "R", "T"}
    for key in list(stage.keys()):
        assert not QKeySequence(key).isEmpty()


def test_the_reference_stands_beside_the_answer(stage, qtbot, qapp):
    qtbot.keyClick(stage, Qt.Key.Key_R)
    with qtbot.waitSignal(stage.clip_wanted) as wanted:
        stage.show_state(after(ready()))
    assert wanted.args[0].sentence == SENTENCES[0]
    stage.receive(clip_key(wanted.args[0]), avatar_clip(SENTENCES[0], "Starter", reference()))
    settle(qapp)
    assert stage.canvas.isVisible()
    words = stage.text_areas()[0]
    assert not words.intersects(QRectF(stage.canvas.geometry()))
    stage.set_mirrored(True)
    assert stage.canvas.mirrored
    qtbot.keyClick(stage, Qt.Key.Key_R)
    assert not stage.canvas.isVisible()


def test_a_reference_that_comes_late_does_not_stand_beside_the_next_answer(stage, qtbot):
    qtbot.keyClick(stage, Qt.Key.Key_R)
    asked: list[Candidate] = []
    stage.clip_wanted.connect(asked.append)
    first, second = prediction(), prediction()
    second = replace(second, results=second.results[1:])
    state = states.sign_recognised(ready(), first, announced=True, delay_ms=None)
    stage.show_state(state)
    stage.go_on()
    stage.show_state(states.sign_recognised(state, second, announced=True, delay_ms=None))
    clips = [avatar_clip(one.sentence, one.pack, reference()) for one in asked]
    assert [clip.title for clip in clips] == list(SENTENCES[:2])
    stage.receive(clip_key(asked[0]), clips[0])
    assert stage.canvas.clip is None
    stage.receive(clip_key(asked[1]), clips[1])
    assert stage.canvas.clip is clips[1]


def test_it_opens_on_the_second_screen_where_there_is_one():
    own, other = Mock(spec=QScreen), Mock(spec=QScreen)
    assert best_screen(own, [own, other]) is other
    assert best_screen(own, [other, own]) is other
    assert best_screen(own, [own]) is own


def sentences() -> list[str]:
    packs = (
        open_pack(folder)
        for folder in sorted(paths.bundled_packs_dir().iterdir())
        if (folder / "pack.json").exists()
    )
    return sorted({clip.sentence for pack in packs for clip in pack.clips})


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (1024, 768)])
def test_it_is_read_from_the_last_row(stage, size, qapp):
    """Six screen heights away: letters (without strokes up and down) of 20 minutes of arc and more."""
    stage.showNormal()
    stage.resize(*size)
    settle(qapp)
    height = stage.height()
    room = stage.text_areas()[0]
    far = 6 * height
    every = [*sentences(), "Where is the hospital entrance?", "Could you please tell me where the library is?"]
    smallest = height
    for sentence in every:
        stage.show_state(after(ready(), None, sentence))
        font = stage.large_font(sentence, room)
        stage.go_on()
        metrics = QFontMetrics(font)
        box = metrics.boundingRect(
            QRect(0, 0, round(room.width()), 100_000), presentation_window._FLAGS, sentence
        )
        assert box.height() <= room.height()
        assert box.width() <= room.width()
        assert font.pixelSize() >= SMALLEST * height
        smallest = min(smallest, metrics.xHeight())
    minutes = np.degrees(np.arctan(smallest / far)) * 60
    assert minutes >= 20
    state = (
        np.degrees(np.arctan(QFontMetrics(presentation_window._font(round(STATE * height))).xHeight() / far))
        * 60
    )
    assert state >= 15


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_light_and_dark(make_window, qapp, theme):
    window = make_window(theme)
    stage = PresentationWindow(window)
    stage.set_theme(window.theme)
    stage.start(ready(), 0)
    stage.show_state(after(ready()))
    stage.resize(1280, 800)
    settle(qapp)
    pixels = from_image(stage.grab().toImage())
    stage.close()
    palette = window.theme.palette
    assert contrast(palette.text, palette.window) >= 7
    assert contrast(palette.success.text, palette.window) >= 4.5
    ground = np.array([int(palette.window[i : i + 2], 16) for i in (1, 3, 5)])
    assert np.abs(pixels[4, 4] - ground).max() <= 2
    ink = (np.abs(pixels.astype(int) - ground).max(axis=2) > 60).mean(axis=1) > 0
    rows = np.flatnonzero(ink[: int(0.74 * len(ink))])
    assert (rows[-1] - rows[0]) / len(ink) > 0.15  # the answer: share of the screen's height from top to bottom


def test_f5_begins_it_from_the_live_view(make_window, qtbot):
    window = make_window()
    for key, modifier in (
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
    ):
        with qtbot.waitSignal(window.live.present_wanted):
            qtbot.keyClick(window, key, modifier)
    with qtbot.waitSignal(window.live.present_wanted):
        qtbot.mouseClick(window.live.present, Qt.MouseButton.LeftButton)
    assert isinstance(QApplication.instance(), QApplication)
