"""The whole pipeline with fakes: lockstep, back-pressure, commands, faults."""

from __future__ import annotations

import threading
from itertools import pairwise
from typing import Any, cast

import pytest

from desktop_app.engine.thresholds import Thresholds
from desktop_app.engine.tracking.live import LiveTracker, SignWindow
from desktop_app.errors import Busy, LandmarkError, ModelMissing
from desktop_app.message import Message
from desktop_app.runtime.events import (
    ChangeLibrary,
    ChangeSource,
    ChangeThresholds,
    FrameCaptured,
    LandmarksReady,
    PauseSource,
    PreviewReady,
    RecogniserReady,
    ResumeSource,
    SignRecognised,
    SourceEnded,
    SourceStatus,
    StatsUpdated,
    ThresholdsChanged,
    WorkerFault,
)
from tests.helpers.fakes import WAIT_S, FakeExtractor, FakeRecogniser, Hang, ListSource, frames, hanging_load


def test_lockstep_loses_nothing(bench) -> None:
    one = bench(lambda: ListSource(frames(300)), lossless=True)
    one.pipeline.start()
    ended = one.seen.wait(SourceEnded)
    assert ended.frames == 300
    assert [event.frame.frame_id for event in one.seen.all(FrameCaptured)] == list(range(300))
    assert [event.landmarks.frame_id for event in one.seen.all(LandmarksReady)] == list(range(300))
    stats = one.seen.all(StatsUpdated)[-1].stats
    assert (stats.captured, stats.tracked, stats.dropped, stats.lost) == (300, 300, 0, 0)
    assert (stats.previews_dropped, stats.signs_dropped) == (0, 0)
    assert one.extractors[0].seen == list(range(300))
    assert len(one.extractors[0].threads) == 1


def test_the_pipeline_finds_the_signs_that_lockstep_stepping_finds(bench) -> None:
    tracker, extractor = LiveTracker(), FakeExtractor()
    steps = [tracker.step(extractor.extract(frame)) for frame in frames(300)]
    expected = [step.finished.sequence for step in steps if step.finished]
    last = tracker.finish()
    expected += [last.sequence] if last else []
    assert len(expected) >= 3

    one = bench(lambda: ListSource(frames(300)), lossless=True)
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    found = [event.window.sequence for event in one.seen.all(SignRecognised)]
    assert [(clip.start_s, clip.end_s) for clip in found] == [(clip.start_s, clip.end_s) for clip in expected]
    for mine, theirs in zip(found, expected, strict=True):
        assert (mine.features == theirs.features).all()
    assert one.seen.all(PreviewReady)


def test_newest_wins_under_a_slow_extractor(bench) -> None:
    first_taken, go_on = threading.Event(), threading.Event()

    def before(frame) -> None:
        first_taken.set()
        go_on.wait(WAIT_S)

    class WaitingSource(ListSource):
        def read(self):
            if self.given == 1:
                first_taken.wait(WAIT_S)
            self.given += 1
            return super().read()

        given = 0

    one = bench(lambda: WaitingSource(frames(50)), extractor=lambda: FakeExtractor(before=before))
    one.pipeline.start()
    one.seen.wait(FrameCaptured, 50)
    go_on.set()
    one.seen.wait(SourceEnded)
    assert one.extractors[0].seen == [0, 49]
    stats = one.seen.all(StatsUpdated)[-1].stats
    assert (stats.captured, stats.tracked, stats.dropped) == (50, 2, 48)


def test_no_lag_grows_under_a_slow_extractor(bench) -> None:
    """However slow the tracker is, it works on a picture that is at most one frame old when it starts."""
    every = 20  # frames that come while the tracker works on one
    newest = [-1]
    behind: list[int] = []
    go_on, entered = threading.Semaphore(0), threading.Semaphore(0)

    class Live(ListSource):
        def read(self):
            frame = super().read()
            newest[0] = frame.frame_id
            if frame.frame_id == 1:
                assert entered.acquire(timeout=WAIT_S)
            elif frame.frame_id % every == every - 1:
                go_on.release()
                assert entered.acquire(timeout=WAIT_S)
            return frame

    def before(frame) -> None:
        behind.append(newest[0] - frame.frame_id)
        entered.release()
        go_on.acquire(timeout=WAIT_S)

    one = bench(lambda: Live(frames(2000), live=True), extractor=lambda: FakeExtractor(before=before))
    one.pipeline.start()
    one.seen.wait(FrameCaptured, 2000)
    go_on.release(10)
    one.seen.wait(SourceEnded)
    assert len(behind) >= 2000 // every
    assert max(behind) <= 1


def test_finished_signs_come_before_previews_and_survive_a_slow_recogniser(bench) -> None:
    loading = threading.Event()

    def slow() -> FakeRecogniser:
        loading.wait(WAIT_S)
        return FakeRecogniser()

    one = bench(lambda: ListSource(frames(400)), recogniser=slow)

    # The source gives a frame only when the one before was tracked: live, but nothing dropped.
    tracked = threading.Semaphore(1)
    one.seen.unsubscribe()

    def listen(event) -> None:
        if isinstance(event, LandmarksReady):
            tracked.release()
        one.seen._take(event)

    class Stepped(ListSource):
        def read(self):
            tracked.acquire(timeout=WAIT_S)
            return super().read()

    one.pipeline._hub.subscribe(listen)
    one.pipeline._open_source = lambda: Stepped(frames(400))
    one.pipeline.start()
    one.seen.wait(LandmarksReady, 400)
    loading.set()
    one.seen.wait(SourceEnded)
    answers = [event for event in one.seen.events if isinstance(event, SignRecognised | PreviewReady)]
    signs = [event for event in answers if isinstance(event, SignRecognised)]
    assert 3 <= len(signs) <= 8
    waited = signs[:-1]  # the last one ends with the file, after the load
    assert answers[: len(waited)] == waited
    assert one.seen.all(StatsUpdated)[-1].stats.signs_dropped == 0


def test_accepted_answers_are_announced_with_a_distance(bench) -> None:
    one = bench(lambda: ListSource(frames(400)), lossless=True, cooldown_s=3.0)
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    signs = one.seen.all(SignRecognised)
    announced = [event.window.captured_ns for event in signs if event.announced]
    assert len(signs) > len(announced) >= 2
    assert all(later - earlier >= 3_000_000_000 for earlier, later in pairwise(announced))
    assert all(event.delay_ms >= 0 for event in signs)


def test_what_is_not_accepted_is_never_announced(bench) -> None:
    one = bench(
        lambda: ListSource(frames(200)), lossless=True, recogniser=lambda: FakeRecogniser(accepted=False)
    )
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    assert one.seen.all(SignRecognised)
    assert not any(event.announced for event in one.seen.all(SignRecognised))


def test_the_camera_is_shown_before_the_models_are_loaded(bench) -> None:
    one = bench(lambda: ListSource(frames(5), live=True))
    one.pipeline.start()
    one.seen.wait(RecogniserReady)
    kinds = [type(event) for event in one.seen.events]
    assert kinds.index(FrameCaptured) < kinds.index(RecogniserReady)


def test_another_source_starts_anew_and_ids_go_on(bench) -> None:
    one = bench(lambda: ListSource(frames(40)), lossless=True)
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    one.pipeline.send(ChangeSource(lambda: ListSource(frames(30, start_s=50.0))))
    assert one.seen.wait(SourceEnded, 2).frames == 30
    ids = [event.landmarks.frame_id for event in one.seen.all(LandmarksReady)]
    assert ids == list(range(70))
    assert one.extractors[0].resets == 1
    assert one.seen.all(LandmarksReady)[40].collected == 1
    assert one.seen.all(StatsUpdated)[-1].stats.lost == 0


def test_pause_and_resume(bench) -> None:
    taken = threading.Event()
    paused = threading.Event()

    class SlowSource(ListSource):
        def read(self):
            frame = super().read()
            if frame.frame_id == 10:
                taken.set()
                paused.wait(WAIT_S)
            return frame

    one = bench(lambda: SlowSource(frames(30)), lossless=True)
    one.pipeline.start()
    assert taken.wait(WAIT_S)
    one.pipeline.send(PauseSource())
    one.seen.wait_status(SourceStatus.PAUSED)
    paused.set()
    one.seen.wait(LandmarksReady, 10)
    assert not one.seen.all(SourceEnded)
    one.pipeline.send(ResumeSource())
    ended = one.seen.wait(SourceEnded)
    assert ended.frames >= 29  # the frame in flight when it was paused is thrown away
    assert one.seen.wait_status(SourceStatus.RUNNING, 2)


def test_thresholds_change_between_answers(bench) -> None:
    one = bench(lambda: ListSource(frames(5)))
    one.pipeline.start()
    one.seen.wait(RecogniserReady)
    wanted = Thresholds(sim_threshold=0.9)
    one.pipeline.send(ChangeThresholds(wanted))
    assert one.seen.wait(ThresholdsChanged).recogniser.thresholds is wanted
    assert len(one.seen.all(RecogniserReady)) == 1  # nothing was loaded: no library to be read anew


def test_a_preview_is_cut_only_when_it_is_sent(bench) -> None:
    cut: list[SignWindow] = []

    class Counting(LiveTracker):
        def preview(self) -> SignWindow | None:
            window = super().preview()
            if window is not None:
                cut.append(window)
            return window

    one = bench(lambda: ListSource(frames(300)), lossless=True, make_tracker=Counting)
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    sent = [event.window for event in one.seen.all(PreviewReady)]
    assert sent == cut
    times = [window.captured_ns for window in cut]
    assert len(times) > 20
    assert min(after - before for before, after in pairwise(times)) >= 100_000_000


def test_a_library_that_cannot_be_loaded_waits_for_another(bench) -> None:
    def missing():
        raise ModelMissing(Message("The model is missing."), Message("Install SignMirror again."))

    one = bench(lambda: ListSource(frames(100)), lossless=True, recogniser=missing)
    one.pipeline.start()
    fault = one.seen.wait(WorkerFault)
    assert (fault.worker, fault.fatal, fault.error.code) == ("recogniser", False, "model.missing")
    one.seen.wait(SourceEnded)
    good = FakeRecogniser()
    one.pipeline.send(ChangeLibrary(lambda: cast("Any", good)))
    assert one.seen.wait(RecogniserReady).recogniser is good


def test_an_internal_error_while_loading_is_no_end(bench) -> None:
    def broken():
        raise KeyError("x")

    one = bench(lambda: ListSource(frames(3)), recogniser=broken)
    one.pipeline.start()
    assert one.seen.wait(WorkerFault).error.code == "runtime.fault"
    one.pipeline.send(ChangeLibrary(cast("Any", FakeRecogniser)))
    one.seen.wait(RecogniserReady)


def test_answers_that_fail_are_reported_once(bench) -> None:
    def fail() -> None:
        raise LandmarkError(Message("No numbers."), Message("Record again."))

    one = bench(lambda: ListSource(frames(200)), lossless=True, recogniser=lambda: FakeRecogniser(before=fail))
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    (fault,) = one.seen.all(WorkerFault)
    assert (fault.worker, fault.fatal) == ("recogniser", False)


def test_a_tracker_that_fails_on_some_frames_goes_on(bench) -> None:
    def before(frame) -> None:
        if frame.frame_id % 3 == 0:
            raise LandmarkError(Message("The tracker failed on a picture."), Message("It was left out."))

    one = bench(lambda: ListSource(frames(30)), lossless=True, extractor=lambda: FakeExtractor(before=before))
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    assert len(one.seen.all(LandmarksReady)) == 20
    assert not one.seen.all(WorkerFault)


@pytest.mark.parametrize(
    "error", [LandmarkError(Message("Broken."), Message("Restart.")), ZeroDivisionError("oops")]
)
def test_a_tracker_that_always_fails_is_a_fault_and_the_picture_goes_on(bench, error: Exception) -> None:
    def before(frame) -> None:
        raise error

    one = bench(lambda: ListSource(frames(500)), extractor=lambda: FakeExtractor(before=before), lossless=True)
    one.pipeline.start()
    fault = one.seen.wait(WorkerFault)
    assert (fault.worker, fault.fatal) == ("landmarks", True)
    one.seen.wait(FrameCaptured, 500)
    assert one.extractors[0].closed == 1
    assert one.pipeline.stop().clean


def hang_in_load(one, hang: Hang) -> None:
    """The recogniser is inside its load and takes no command."""
    assert hang.entered.wait(WAIT_S)


def test_too_many_commands_are_refused(bench) -> None:
    hang = Hang()
    one = bench(lambda: ListSource(frames(3)), recogniser=hanging_load(hang))
    with pytest.raises(Busy):
        one.pipeline.send(PauseSource())
    one.pipeline.start()
    hang_in_load(one, hang)
    for _ in range(64):
        one.pipeline.send(ChangeThresholds(Thresholds()))
    with pytest.raises(Busy):
        one.pipeline.send(ChangeThresholds(Thresholds()))
    hang.release()


def test_a_listener_that_fails_stops_nobody(bench, caplog: pytest.LogCaptureFixture) -> None:
    one = bench(lambda: ListSource(frames(5)), lossless=True)

    def broken(event) -> None:
        raise RuntimeError("window is gone")

    unsubscribe = one.pipeline._hub.subscribe(broken)
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    unsubscribe()
    unsubscribe()
    assert "window is gone" in caplog.text
    assert len(one.seen.all(LandmarksReady)) == 5
