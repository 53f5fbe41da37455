"""The bridge: many events from a thread, few wake-ups, nothing important lost."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from desktop_app.engine.records import FeatureRow
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.engine.tracking.live import LivePhase, SignWindow
from desktop_app.engine.tracking.segment import GateEvent
from desktop_app.runtime.events import (
    FrameCaptured,
    HandHeld,
    LandmarksReady,
    PreviewReady,
    SignRecognised,
    SourceState,
    SourceStatus,
    WatchForHand,
)
from desktop_app.ui.bridge import KEPT_SAMPLES, Bridge
from tests.ui.library.helpers import LONG_MS
from tests.ui.scenes import landmarks, picture, prediction, reference


def landmarks_event(number: int) -> LandmarksReady:
    row = FeatureRow(
        number,
        number * 33_000_000,
        number / 30,
        TORSO_540,
        np.zeros(540, np.float32),
        np.ones(4, bool),
        True,
        0.1,
        number / 10,
    )
    return LandmarksReady(landmarks(), row, LivePhase.READY, number, GateEvent.NOTHING, False)


def sign_event(start_s: float = 1.0, end_s: float = 2.5) -> SignRecognised:
    sequence = reference()
    window = SignWindow(
        type(sequence)(sequence.features, sequence.present, 30.0, start_s, end_s), 9_000_000_000
    )
    return SignRecognised(prediction(), window, True, 40.0)


def test_a_flood_from_a_thread_wakes_the_window_once(qtbot):
    bridge = Bridge()
    woken = []
    bridge.woke.connect(lambda: woken.append(1))

    def flood() -> None:
        for number in range(500):
            bridge.publish(FrameCaptured(picture()))
            bridge.publish(landmarks_event(number))

    thread = threading.Thread(target=flood)
    with qtbot.waitSignal(bridge.woke):
        thread.start()
    thread.join()
    assert bridge.wake_ups == 1
    batch = bridge.drain()
    assert len(batch.events) == 1  # the newest landmarks
    newest = batch.events[0]
    assert isinstance(newest, LandmarksReady)
    assert newest.collected == 499
    assert batch.frame is not None
    assert len(batch.samples) == KEPT_SAMPLES
    bridge.publish(landmarks_event(500))
    assert bridge.wake_ups == 2
    qtbot.waitUntil(lambda: len(woken) == 2, timeout=LONG_MS)


def test_answers_and_states_come_in_order_and_the_present_comes_last():
    bridge = Bridge()
    bridge.publish(SourceState(SourceStatus.RUNNING))
    bridge.publish(landmarks_event(1))
    first, second = sign_event(), sign_event()
    bridge.publish(first)
    bridge.publish(second)
    bridge.publish(landmarks_event(2))
    events = bridge.drain().events
    assert events[:3] == (events[0], first, second)
    assert isinstance(events[0], SourceState)
    assert isinstance(events[-1], LandmarksReady)


def test_a_preview_does_not_outlive_the_answer_to_its_sign():
    bridge = Bridge()
    sign = sign_event()
    bridge.publish(PreviewReady(prediction(), sign.window))
    bridge.publish(sign)
    assert [type(event) for event in bridge.drain().events] == [SignRecognised]


def test_found_signs_lie_on_the_capture_clock():
    bridge = Bridge()
    bridge.publish(sign_event(1.0, 2.5))
    sign = bridge.drain().signs[0]
    assert sign.end_s == pytest.approx(9.0)
    assert sign.start_s == pytest.approx(7.5)
    assert sign.accepted


def test_another_source_starts_the_curve_anew():
    bridge = Bridge()
    bridge.publish(landmarks_event(1))
    bridge.publish(SourceState(SourceStatus.OPENING))
    bridge.publish(landmarks_event(2))
    batch = bridge.drain()
    assert batch.stream_restarted
    assert len(batch.samples) == 1


def test_a_closed_bridge_takes_nothing():
    bridge = Bridge()
    bridge.close()
    bridge.publish(landmarks_event(1))
    assert bridge.wake_ups == 0
    assert bridge.drain().events == ()


def test_a_raised_hand_is_never_overwritten_and_how_long_it_is_held_is(qtbot):
    bridge, watch = Bridge(), WatchForHand()
    for share, raised in ((0.3, False), (0.9, False), (1.0, True), (0.0, False)):
        bridge.publish(HandHeld(watch, share, raised))
    held = [event for event in bridge.drain().events if isinstance(event, HandHeld)]
    assert [(event.share, event.raised) for event in held] == [(1.0, True), (0.0, False)]
    bridge.publish(HandHeld(watch, 0.5, False))
    bridge.publish(SourceState(SourceStatus.OPENING))
    assert not [event for event in bridge.drain().events if isinstance(event, HandHeld)]
