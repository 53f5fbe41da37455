"""The player's position, as time passes and keys are pressed. No Qt, no clock."""

from __future__ import annotations

import pytest

from desktop_app.ui.player.playback import PAUSE_AT_END_S, Playback


def test_speed_scales_time():
    for speed in (0.25, 0.5, 1.0):
        assert Playback(60, 30.0, speed=speed).advance(1.0).frame == int(30 * speed)


def test_the_last_picture_is_held_then_the_clip_begins_anew():
    state = Playback(30, 30.0, position=29.5).advance(0.1)
    assert state.frame == 29
    held = state.advance(PAUSE_AT_END_S / 2)
    assert held.frame == 29
    assert held.advance(PAUSE_AT_END_S).frame == 0


def test_a_loop_stays_between_a_and_b():
    state = Playback(60).sought(10).with_loop_start().sought(20).with_loop_end()
    frames = set()
    for _ in range(200):
        state = state.advance(1 / 60)
        frames.add(state.frame)
    assert min(frames) == 10
    assert max(frames) == 20
    assert state.without_loop().last == 59


def test_ends_that_would_cross_are_forgotten():
    state = Playback(60).sought(20).with_loop_end().sought(30).with_loop_start()
    assert (state.loop_start, state.loop_end) == (30, None)
    state = state.sought(10).with_loop_end()
    assert (state.loop_start, state.loop_end) == (None, 10)


@pytest.mark.parametrize(("start", "step", "end"), [(0, -1, 59), (59, 1, 0), (5, 3, 8)])
def test_steps_pause_and_go_round(start, step, end):
    state = Playback(60).sought(start).stepped(step)
    assert state.frame == end
    assert not state.playing


@pytest.mark.parametrize("count", [0, 1])
def test_a_clip_of_nothing_or_one_picture_stands_still(count):
    state = Playback(count).advance(5.0)
    assert state.frame == 0
    assert state.stepped(1).frame == 0
