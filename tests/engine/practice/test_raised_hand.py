"""A raised hand: held above the shoulders after the hands were down, and not what a sign does by itself."""

from __future__ import annotations

import json

import numpy as np
import pytest

from desktop_app import paths
from desktop_app.engine import layout
from desktop_app.engine.practice.raised_hand import HOLD_S, HandSignal, RaisedHand
from desktop_app.engine.records import FloatArray, LandmarkFrame
from desktop_app.engine.sources.recording_source import RecordingSource
from desktop_app.engine.tracking.offline import iterate
from tests.helpers.people import person_row

DOWN = person_row((0.62, 0.85), (0.38, 0.85))
UP = person_row((0.62, 0.85), (0.30, 0.30))  # the right wrist well above the shoulders at 0.45
LEFT_UP = person_row((0.72, 0.30), (0.38, 0.85))


def watch(
    rows: list[FloatArray], fps: float = 30.0, detector: RaisedHand | None = None, *, first: int = 0
) -> list[HandSignal]:
    detector = detector or RaisedHand()
    return [
        detector.step(LandmarkFrame(i, round((5 + i / fps) * 1e9), i / fps, row.copy(), 4 / 3))
        for i, row in enumerate(rows, first)
    ]


def raised_at(signals: list[HandSignal]) -> list[int]:
    return [i for i, signal in enumerate(signals) if signal.raised]


@pytest.mark.parametrize("up", [UP, LEFT_UP])
@pytest.mark.parametrize("fps", [10.0, 15.0, 30.0, 60.0])
def test_a_hand_held_up_is_reported_once_after_its_time_whatever_the_rate(up, fps):
    count = round(fps)
    signals = watch([DOWN] * count + [up] * (2 * count), fps)
    found = raised_at(signals)
    assert len(found) == 1
    assert (found[0] - count) / fps == pytest.approx(HOLD_S, abs=1.5 / fps)
    shares = [signal.share for signal in signals[count : found[0] + 1]]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_hand_that_is_up_from_the_start_says_nothing_until_it_was_down():
    assert raised_at(watch([UP] * 90)) == []
    assert len(raised_at(watch([UP] * 60 + [DOWN] * 20 + [UP] * 40))) == 1
    # Down for a moment only: the end of a sign, not a rest.
    assert raised_at(watch([UP] * 60 + [DOWN] * 5 + [UP] * 40)) == []


def test_it_has_to_go_down_before_the_next_time():
    signals = watch([DOWN] * 20 + [UP] * 120 + [DOWN] * 20 + [UP] * 40)
    assert len(raised_at(signals)) == 2


def test_a_hand_that_is_up_for_a_moment_or_moves_about_is_a_sign():
    assert raised_at(watch(([DOWN] * 20 + [UP] * 15) * 4)) == []
    waving = [person_row((0.62, 0.85), (0.30 + 0.16 * np.sin(i / 3), 0.30)) for i in range(120)]
    assert raised_at(watch([DOWN] * 30 + waving)) == []


def test_a_hand_lost_for_a_moment_is_still_up_and_the_arm_stands_in_for_it():
    gone = UP.copy()
    gone[layout.RIGHT_HAND] = 0
    gone[layout.RIGHT_WRIST * 4 + 3] = 0.1
    rows = [DOWN] * 20 + [UP] * 8 + [gone] * 5 + [UP] * 20
    assert len(raised_at(watch(rows))) == 1
    arm_only = UP.copy()
    arm_only[layout.RIGHT_HAND] = 0
    assert len(raised_at(watch([DOWN] * 20 + [arm_only] * 30))) == 1
    arm_only[layout.RIGHT_WRIST * 4 + 3] = 0.1
    assert raised_at(watch([DOWN] * 20 + [arm_only] * 30)) == []


def test_nobody_in_the_picture_and_another_stream():
    nobody = np.zeros_like(DOWN)
    assert raised_at(watch([nobody] * 60)) == []
    detector = RaisedHand()
    assert raised_at(watch([DOWN] * 30, detector=detector)) == []
    # The file begins anew: what was seen before belongs to another stream.
    assert raised_at(watch([UP] * 60, detector=detector)) == []


def test_reset_asks_for_the_hands_to_be_down_again():
    for reset, found in ((False, 1), (True, 0)):
        detector = RaisedHand()
        watch([DOWN] * 30, detector=detector)
        if reset:
            detector.reset()
        assert len(raised_at(watch([UP] * 60, detector=detector, first=30))) == found


def test_of_the_signs_of_the_sample_only_those_that_hold_a_hand_up_are_a_signal():
    source = RecordingSource(paths.sample_recording(), realtime=False)
    source.open()
    detector = RaisedHand()
    frames = [frame for frame in iterate(source) if isinstance(frame, LandmarkFrame)]
    found = [frame.position_s for frame in frames if detector.step(frame).raised]
    signs = json.loads(paths.sample_recording().with_suffix(".json").read_text())["signs"]
    told = [sign["sentence"] for at in found for sign in signs if sign["start_s"] <= at <= sign["end_s"]]
    assert told == ["Hello", "I love you"]  # both hold a hand still beside the head
    assert len(found) == 2
