"""Gate, ring and tracker: whole signs at any camera rate, previews from 32 rows on, states in order."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from desktop_app.engine.records import FloatArray, LandmarkFrame
from desktop_app.engine.tracking.live import LivePhase, LiveStep, LiveTracker
from desktop_app.engine.tracking.segment import GateEvent, GateSettings, SignGate
from desktop_app.engine.tracking.window import WindowSettings
from desktop_app.errors import ConfigError
from tests.helpers.people import sign_recording

NS = 1_000_000_000


def play(tracker: LiveTracker, raw: FloatArray, times_s: npt.NDArray[np.float64]) -> list[LiveStep]:
    return [
        tracker.step(LandmarkFrame(i, NS + round(time_s * NS), time_s, row))
        for i, (row, time_s) in enumerate(zip(raw, times_s, strict=True))
    ]


def finished(steps: list[LiveStep]) -> list[LiveStep]:
    return [step for step in steps if step.finished is not None]


def test_every_sign_is_found_once_and_whole():
    raw = sign_recording(signs=3)
    steps = play(LiveTracker(), raw, np.arange(len(raw)) / 30)
    signs = [step.finished for step in finished(steps)]
    assert len(signs) == 3
    for number, sign in enumerate(signs):
        assert sign is not None
        assert sign.sequence.fps == 30
        # The hands move from 1.0 to 2.5 s of each 2.5 s round.
        assert sign.sequence.start_s == pytest.approx(number * 2.5 + 1.0, abs=0.25)
        assert sign.sequence.end_s == pytest.approx(number * 2.5 + 2.5, abs=0.45)


@pytest.mark.parametrize("fps", [12.0, 15.0, 24.0, 60.0])
def test_a_slow_camera_is_not_a_slow_signer(fps):
    at_30 = play(LiveTracker(), sign_recording(fps=30.0), np.arange(len(sign_recording(fps=30.0))) / 30)
    raw = sign_recording(fps=fps)
    other = play(LiveTracker(), raw, np.arange(len(raw)) / fps)
    a, b = finished(at_30)[0].finished, finished(other)[0].finished
    assert a is not None
    assert b is not None
    assert len(b.sequence.features) == pytest.approx(len(a.sequence.features), abs=8)


def test_dropped_frames_do_not_warp_the_sign():
    raw = sign_recording()
    times = np.arange(len(raw)) / 30
    keep = np.random.default_rng(3).random(len(raw)) > 0.3
    keep[0] = True
    whole = finished(play(LiveTracker(), raw, times))[0].finished
    holes = finished(play(LiveTracker(), raw[keep], times[keep]))[0].finished
    assert whole is not None
    assert holes is not None
    assert len(holes.sequence.features) == pytest.approx(len(whole.sequence.features), abs=8)


def test_previews_start_at_32_rows_and_stay_between_32_and_96():
    raw = sign_recording(signs=1, sign_s=6.0)
    tracker = LiveTracker()
    assert tracker.preview() is None
    previews = []
    for i, row in enumerate(raw):
        tracker.step(LandmarkFrame(i, NS + round(i / 30 * NS), i / 30, row))
        previews.append(tracker.preview())
    assert next(i for i, preview in enumerate(previews) if preview is not None) == 31
    lengths = [len(preview.sequence.features) for preview in previews if preview is not None]
    assert min(lengths) >= 31
    assert max(lengths) == 96


def test_phases_come_in_order():
    raw = sign_recording()
    nobody = np.zeros((40, 540), np.float32)
    stream = np.concatenate([nobody, raw])
    steps = play(LiveTracker(), stream, np.arange(len(stream)) / 30)
    seen = list(dict.fromkeys(step.phase for step in steps))
    assert seen[0] is LivePhase.NO_PERSON
    assert seen.index(LivePhase.READY) < seen.index(LivePhase.SIGNING)
    hidden = raw.copy()
    hidden[:, 132:258] = 0
    assert play(LiveTracker(), hidden, np.arange(len(raw)) / 30)[-1].phase is LivePhase.SHOW_HANDS


def test_a_recording_that_ends_in_a_sign_still_gives_it():
    raw = sign_recording()[: int(2.4 * 30)]
    tracker = LiveTracker()
    assert not finished(play(tracker, raw, np.arange(len(raw)) / 30))
    last = tracker.finish()
    assert last is not None
    assert tracker.finish() is None


def test_a_gap_starts_the_window_anew():
    raw = sign_recording()[:60]
    times = np.arange(60) / 30
    times[40:] += 3.0
    steps = play(LiveTracker(), raw, times)
    assert steps[39].collected == 40
    assert steps[40].collected == 1


def test_equal_and_backward_times_are_survived():
    raw = sign_recording()[:50]
    times = np.arange(50) / 30
    times[20] = times[19]
    times[30] = times[10]
    steps = play(LiveTracker(), raw, times)
    assert all(np.isfinite(step.row.hand_speed) for step in steps)
    assert steps[-1].collected == 50


def test_nothing_leaves_the_ring_before_the_longest_sign_is_over():
    assert WindowSettings().keep_s > GateSettings().max_sign_s + GateSettings().end_hold_s


@pytest.mark.parametrize(
    ("speeds", "expected"),
    [
        ([0.2] * 60, []),  # trembling
        ([0.2] * 20 + [9.0] + [0.2] * 40, []),  # one jump of the tracker
        ([0.2] * 20 + [2.0] * 5 + [0.2] * 40, [GateEvent.STARTED, GateEvent.DISCARDED]),  # too short
        ([0.2] * 20 + [2.0] * 30 + [0.2] * 40, [GateEvent.STARTED, GateEvent.ENDED]),
        # A hold shorter than end_hold_s, and slowness above end_speed, are inside the sign.
        ([2.0] * 20 + [0.1] * 9 + [2.0] * 20 + [0.6] * 20 + [0.1] * 20, [GateEvent.STARTED, GateEvent.ENDED]),
        ([2.0] * 30 * 20, [GateEvent.STARTED, GateEvent.ENDED, GateEvent.STARTED]),  # never still
    ],
)
def test_gate_events(speeds, expected):
    gate = SignGate()
    events = [gate.step(i / 30, speed, hands_seen=True) for i, speed in enumerate(speeds)]
    assert [event for event in events if event is not GateEvent.NOTHING] == expected


@pytest.mark.parametrize(("wrist_speed", "patience_s"), [(0.0, 0.25), (3.0, 0.80)])
def test_hands_that_leave_end_the_sign_and_blurred_ones_do_not_at_once(wrist_speed, patience_s):
    gate = SignGate()
    assert all(gate.step(i / 30, 3.0, hands_seen=False) is GateEvent.NOTHING for i in range(30))
    for i in range(30, 60):
        gate.step(i / 30, 3.0, hands_seen=True)
    events = [gate.step(i / 30, wrist_speed, hands_seen=False) for i in range(60, 120)]
    waited_s = (events.index(GateEvent.ENDED) + 1) / 30
    assert waited_s == pytest.approx(patience_s, abs=1.5 / 30)


def test_thresholds_in_the_wrong_order_are_refused():
    with pytest.raises(ConfigError):
        GateSettings(start_speed=0.3, end_speed=0.5)
    with pytest.raises(ConfigError):
        WindowSettings(first_rows=70)


def test_a_recording_gives_the_same_numbers_whatever_the_clock_says():
    raw = sign_recording()
    signs = set()
    for base_ns in (0, 12_345_678_901, 98_765_432_109_876, 1_234_567_891_234_567):
        tracker = LiveTracker()
        steps = [
            tracker.step(LandmarkFrame(number, base_ns + round(number * NS / 30), number / 30, row))
            for number, row in enumerate(raw)
        ]
        signs.add(tuple(step.finished.sequence.features.tobytes() for step in finished(steps) if step.finished))
    assert len(signs) == 1
