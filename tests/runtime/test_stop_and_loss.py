"""Stopping from every state in under two seconds, and cameras that hang, freeze, vanish and return."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from desktop_app.engine.sources.camera import CameraSource
from desktop_app.engine.sources.clock import MonotonicClock
from desktop_app.errors import Busy, CameraLost, CameraNotFound, SourceError
from desktop_app.message import Message
from desktop_app.runtime.events import (
    ChangeSource,
    FrameCaptured,
    LandmarksReady,
    RecogniserReady,
    SourceEnded,
    SourceState,
    SourceStatus,
    StatsUpdated,
)
from desktop_app.runtime.watchdog import WatchLimits
from desktop_app.runtime.worker import WorkerState
from tests.helpers.fakes import (
    WAIT_S,
    FakeCapture,
    FakeClock,
    FakeExtractor,
    Hang,
    ListSource,
    frames,
    hanging_load,
    one_camera,
    picture,
)
from tests.runtime.conftest import HASTY


def endless() -> CameraSource:
    """A camera that never ends; its driver waits a millisecond for each picture."""
    clock = MonotonicClock()

    def wait() -> None:
        clock.sleep_until(clock.now_ns() + 1_000_000)

    pictures = (picture(number) for number in count())
    return CameraSource(
        "x", capture_factory=lambda index, backend: FakeCapture(pictures, on_read=wait), resolve=one_camera
    )


def in_state_opening(hang: Hang):
    return lambda: ListSource([], opening=hang), {"limits": HASTY}, lambda one: hang.entered.wait(WAIT_S)


def in_state_reading(hang: Hang):
    options = {"limits": HASTY}
    return lambda: ListSource([*frames(3), hang], live=True), options, lambda one: hang.entered.wait(WAIT_S)


def in_state_running(hang: Hang):
    return endless, {}, lambda one: one.seen.wait(LandmarksReady, 20)


def in_state_lost(hang: Hang):
    def nobody():
        raise CameraNotFound(Message("There is no camera."), Message("Plug one in."))

    return nobody, {}, lambda one: one.seen.wait_status(SourceStatus.UNAVAILABLE, 2)


def in_state_ended(hang: Hang):
    return lambda: ListSource(frames(5)), {}, lambda one: one.seen.wait(SourceEnded)


def in_state_lossless(hang: Hang):
    options = {"lossless": True, "recogniser": hanging_load(hang)}
    return lambda: ListSource(frames(300)), options, lambda one: one.seen.wait(LandmarksReady, 33)


STATES = [in_state_opening, in_state_reading, in_state_running, in_state_lost, in_state_ended]


@pytest.mark.parametrize("state", STATES)
def test_stop_within_two_seconds_from_every_state(bench, state: Callable[..., Any]) -> None:
    hang = Hang()
    open_source, options, reached = state(hang)
    one = bench(open_source, **options)
    one.pipeline.start()
    assert reached(one) is not False
    report = one.pipeline.stop(2.0)
    hang.release()
    assert report.seconds < 2.0
    assert set(report.stuck) <= {"source"}  # what hangs in a driver, and nothing of ours
    assert one.pipeline.states == dict.fromkeys(("capture", "landmarks", "recogniser"), WorkerState.STOPPED)
    assert one.seen.all(SourceState)[-1].status is SourceStatus.CLOSED
    assert [extractor.closed for extractor in one.extractors] == [1]


def test_stop_right_after_start_and_start_again(bench) -> None:
    one = bench(endless)
    for round_number in range(1, 4):
        one.pipeline.start()
        one.seen.wait(RecogniserReady, round_number)
        assert one.pipeline.stop().clean
        assert one.pipeline.stop().clean
    assert len(one.extractors) == 3


def test_stop_before_start(bench) -> None:
    assert bench(endless).pipeline.stop().clean


def test_a_worker_that_hangs_is_named_and_blocks_a_restart(bench) -> None:
    hang = Hang()
    one = bench(endless, recogniser=hanging_load(hang))
    one.pipeline.start()
    assert hang.entered.wait(WAIT_S)
    report = one.pipeline.stop(0.3)
    assert report.stuck == ("recogniser",)
    assert one.pipeline.states["recogniser"] is WorkerState.FAULTED
    with pytest.raises(Busy, match="recogniser"):
        one.pipeline.start()
    hang.release()
    assert one.pipeline.stop().clean
    one.pipeline.start()


def test_lossless_waiting_for_a_hanging_recogniser_stops(bench) -> None:
    hang = Hang()
    open_source, options, reached = in_state_lossless(hang)
    one = bench(open_source, **options)
    one.pipeline.start()
    reached(one)
    report = one.pipeline.stop(1.0)
    hang.release()
    assert report.seconds < 2.0
    assert report.stuck == ("recogniser",)


def test_a_camera_that_vanishes_and_returns(bench) -> None:
    plugged = threading.Event()
    opened = count()

    def open_source() -> CameraSource:
        number = next(opened)
        if number and not plugged.is_set():
            raise CameraNotFound(Message("There is no camera called 'x'."), Message("Plug it in."))
        return CameraSource(
            "x",
            capture_factory=lambda index, backend: FakeCapture(picture(i) for i in range(11)),
            resolve=one_camera,
            clock=FakeClock(MonotonicClock().now_ns()),  # two silent seconds pass at once
        )

    one = bench(open_source)
    one.pipeline.start()
    lost = one.seen.wait_status(SourceStatus.LOST)
    assert lost.error is not None
    assert lost.error.hint
    one.seen.wait_status(SourceStatus.UNAVAILABLE, 2)
    assert not any(state is WorkerState.FAULTED for state in one.pipeline.states.values())
    plugged.set()
    one.seen.wait(FrameCaptured, 15)
    ids = [event.frame.frame_id for event in one.seen.all(FrameCaptured)]
    assert ids == list(range(len(ids)))  # no id is given twice
    times = [event.frame.captured_ns for event in one.seen.all(FrameCaptured)]
    assert times == sorted(times)


def test_a_read_that_never_returns_is_a_lost_camera(bench) -> None:
    hang = Hang()
    sources = iter([ListSource([*frames(3), hang], live=True)])
    one = bench(lambda: next(sources, None) or ListSource(frames(50), live=True), limits=HASTY)
    one.pipeline.start()
    assert isinstance(one.seen.wait_status(SourceStatus.LOST).error, CameraLost)
    one.seen.wait(FrameCaptured, 20)
    hang.release()  # the driver lets go much later: what it brings is refused
    assert one.pipeline.stop().clean


def test_an_open_that_never_returns_is_a_busy_camera(bench) -> None:
    hang = Hang()
    sources = iter([ListSource([], opening=hang)])
    one = bench(lambda: next(sources, None) or ListSource(frames(50), live=True), limits=HASTY)
    one.pipeline.start()
    state = one.seen.wait_status(SourceStatus.UNAVAILABLE)
    assert state.error is not None
    assert state.error.code == "camera.busy"
    one.seen.wait(FrameCaptured, 20)
    hang.release()


def test_a_camera_that_opens_late_is_used(bench) -> None:
    """Half a minute with some drivers of Windows: unavailable in the meantime, and not opened a second time."""
    hang = Hang()
    made: list[ListSource] = []

    def open_source() -> ListSource:
        made.append(ListSource(frames(50), live=True, opening=hang))
        return made[-1]

    one = bench(open_source, limits=WatchLimits(open_s=0.05, read_s=5.0, retry_s=0.0, end_s=0.2))
    one.pipeline.start()
    one.seen.wait_status(SourceStatus.UNAVAILABLE)
    hang.release()
    one.seen.wait_status(SourceStatus.RUNNING)
    one.seen.wait(FrameCaptured, 50)


def test_no_more_than_three_threads_hang_in_drivers(bench) -> None:
    hangs: list[Hang] = []

    def open_source() -> ListSource:
        hangs.append(Hang())
        return ListSource([], opening=hangs[-1])

    limits = WatchLimits(open_s=0.02, read_s=0.02, retry_s=0.0, end_s=0.01)
    one = bench(open_source, limits=limits)
    one.pipeline.start()
    one.seen.wait_status(SourceStatus.UNAVAILABLE, 3)
    one.seen.wait(StatsUpdated, 2)  # a second and more, in which a fourth could have been made
    assert len(hangs) == 3
    one.pipeline.send(ChangeSource(lambda: ListSource(frames(5))))
    one.seen.wait(SourceEnded)
    for hang in hangs:
        hang.release()


def test_a_file_that_cannot_be_read_waits_for_another_source(bench) -> None:
    def broken():
        raise SourceError(Message("No video."), Message("Choose another."))

    one = bench(broken)
    one.pipeline.start()
    state = one.seen.wait_status(SourceStatus.UNAVAILABLE)
    assert state.error is not None
    one.pipeline.send(ChangeSource(lambda: ListSource(frames(5))))
    one.seen.wait(SourceEnded)
    statuses = [event.status for event in one.seen.all(SourceState)]
    assert statuses.count(SourceStatus.UNAVAILABLE) == 1


def test_a_source_that_raises_what_it_likes(bench) -> None:
    one = bench(lambda: ListSource([*frames(3), RuntimeError("driver")], live=True))
    one.pipeline.start()
    state = one.seen.wait_status(SourceStatus.LOST)
    assert state.error is not None
    assert state.error.code == "runtime.fault"
    assert one.pipeline.stop().clean


def test_a_long_run_with_a_slow_tracker_keeps_up(bench) -> None:
    """Thousands of frames with a tracker at a fraction of the rate: frames are dropped, nothing piles up."""
    clock = MonotonicClock()

    def slow(frame) -> None:
        clock.sleep_until(clock.now_ns() + 2_000_000)

    one = bench(endless, extractor=lambda: FakeExtractor(before=slow))
    one.pipeline.start()
    one.seen.wait(LandmarksReady, 300)
    report = one.pipeline.stop()
    assert report.clean
    captured = {event.frame.frame_id: place for place, event in enumerate(one.seen.all(FrameCaptured))}
    tracked = [event.landmarks.frame_id for event in one.seen.all(LandmarksReady)]
    assert tracked == sorted(set(tracked))
    assert len(captured) >= tracked[-1]
