"""The controls that every player has: one position, one clock, and a slider that follows both ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from desktop_app.ui.player.controls import PlayerControls, Scrubber
from desktop_app.ui.player.playback import Playback
from desktop_app.ui.player.reference_player import ReferencePlayer
from desktop_app.ui.practice.compare_player import ComparePlayer
from desktop_app.ui.progress.review_view import ReviewView
from desktop_app.ui.recording.review import TakeReviewPanel


@pytest.fixture
def scrubber() -> Scrubber:
    return Scrubber("Position")


@pytest.fixture
def controls(qtbot, scrubber: Scrubber) -> PlayerControls:
    made = PlayerControls("One frame back", "One frame on", slider=scrubber)
    qtbot.addWidget(made)
    qtbot.addWidget(scrubber)
    made.show()
    made.set_playback(Playback(90, 30.0))
    return made


def test_time_passes_only_while_somebody_sees_it(controls):
    assert controls._clock.running
    controls.hide()
    assert not controls._clock.running
    controls.show()
    controls._clock.ticked.emit(1.0)
    assert controls.playback.frame == 30
    controls.toggle()
    assert not controls._clock.running


def test_the_slider_follows_and_leads(controls, scrubber):
    controls._clock.ticked.emit(1.0)
    assert (scrubber.value(), scrubber.maximum()) == (30, 89)
    scrubber.setSliderDown(True)
    controls._clock.ticked.emit(0.5)
    assert scrubber.value() == 30  # it stays in the hand of whoever drags it
    scrubber.setSliderDown(False)
    scrubber.triggerAction(QSlider.SliderAction.SliderToMaximum)
    assert controls.playback.frame == 89


def test_a_player_hears_of_a_move_before_it_is_made(controls, qtbot):
    heard: list[tuple[str, int]] = []
    controls.moved.connect(lambda: heard.append(("moved", controls.playback.frame)))
    controls.changed.connect(lambda playback: heard.append(("changed", playback.frame)))
    qtbot.mouseClick(controls.forward, Qt.MouseButton.LeftButton)
    assert heard == [("moved", 0), ("changed", 1)]
    heard.clear()
    controls._clock.ticked.emit(0.0)
    assert heard == [("changed", 1)]


def test_what_is_set_by_the_player_is_not_reported(controls, qtbot):
    with qtbot.assertNotEmitted(controls.changed):
        controls.set_playback(Playback(10, 25.0, playing=False))
    assert controls.play.accessibleName() == "Play"


def test_speeds_end_at_the_ends_of_their_list(controls):
    for _ in range(9):
        controls.change_speed(-1)
    assert controls.playback.speed == 0.25
    for _ in range(9):
        controls.change_speed(1)
    assert controls.playback.speed == 1.0


def test_a_pause_without_a_clip_does_not_outlive_it(controls):
    controls.set_playback(Playback())
    controls.toggle()
    assert controls.playback.playing


@pytest.mark.parametrize(
    ("make", "step"),
    [(ReferencePlayer, "frame"), (ComparePlayer, "step"), (TakeReviewPanel, "frame"), (ReviewView, "frame")],
)
def test_all_players_name_their_controls_alike(qtbot, make: Callable[[], ReferencePlayer], step: str):
    player = make()
    qtbot.addWidget(player)
    controls = player.controls
    names = [one.accessibleName() for one in (controls.back, controls.play, controls.forward, controls.speed)]
    assert names[0::2] == [f"One {step} back", f"One {step} on"]
    assert names[1] in ("Pause", "Play")
    assert names[3] == "Speed"
    assert {"K", ",", "."} <= set(player.keys())
    found: list[QWidget | None] = [controls.back]
    while found[-1] is not None and found[-1].nextInFocusChain() is not controls.back:
        found.append(found[-1].nextInFocusChain())
    order = [controls.back, controls.play, controls.forward, controls.speed]
    places = [found.index(one) for one in order]
    assert places == sorted(places)  # Tab goes from left to right
