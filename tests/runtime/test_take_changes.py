"""One take after the other: what is begun while another take ends gets its frames, whenever that happens."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.records import Frame, LandmarkFrame
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.runtime import take_recorder
from desktop_app.runtime.events import (
    EventHub,
    FrameCaptured,
    LandmarksReady,
    SourceEnded,
    SourceState,
    SourceStatus,
)
from desktop_app.runtime.take_events import TakeFailed, TakeProgress, TakeReady
from desktop_app.runtime.take_recorder import WAITING, TakeRecorder
from tests.helpers.events import Recorder
from tests.helpers.people import person_row, sign_recording

PICTURE = np.zeros((36, 64, 3), np.uint8)


class RecorderStage:
    """A recorder whose steps the test makes itself, and the stream it listens to."""

    def __init__(self) -> None:
        self.hub = EventHub()
        self.recorder = TakeRecorder(self.hub)
        self.seen = Recorder(self.hub)
        self._tracker, self._next = LiveTracker(), 0

    def play(self, rows: Any) -> None:
        """Pictures and landmarks, 30 a second, as the pipeline publishes them."""
        for row in rows:
            i, self._next = self._next, self._next + 1
            ns = 10**9 + round(i / 30 * 1e9)
            self.hub.publish(FrameCaptured(Frame(i, ns, PICTURE, i / 30)))
            landmarks = LandmarkFrame(i, ns, i / 30, row.copy(), 4 / 3)
            step = self._tracker.step(landmarks)
            self.hub.publish(
                LandmarksReady(landmarks, step.row, step.phase, step.collected, step.gate, step.gate_open)
            )

    def open(self, on_their_way: int = 0) -> int:
        """Another source is opened while frames of the one before are tracked; gives its first frame's id."""
        first_id = self._next + on_their_way
        self.hub.publish(SourceState(SourceStatus.OPENING, first_id=first_id))
        return first_id

    def work(self) -> None:
        """The recorder handles all that waits."""
        while len(self.recorder._queue):
            self.recorder.step()


@pytest.fixture
def stage() -> RecorderStage:
    return RecorderStage()


STILL = [person_row((0.62, 0.9), (0.38, 0.9))] * 5


class Interrupter:
    """Runs something on another thread at the n-th instruction of the recorder's own code."""

    def __init__(self, at: int, what: Callable[[], object]) -> None:
        self._left, self._what = at, what
        self.thread: threading.Thread | None = None

    def trace(self, frame: FrameType, event: str, _: object) -> Any:
        if frame.f_code.co_filename != take_recorder.__file__:
            return None
        frame.f_trace_opcodes = True
        if event == "opcode" and self.thread is None:
            self._left -= 1
            if self._left < 0:
                self.thread = threading.Thread(target=self._what)
                self.thread.start()
                # One that waits for a lock of the recorder goes on as soon as that is free.
                self.thread.join(0.1)
        return self.trace


def ends() -> Iterator[int]:
    """0, 1, 2 and so on; the test stops where the end of a take has no more instructions."""
    yield from range(10_000)


@pytest.mark.parametrize(
    ("rows", "keep"), [(STILL, True), (STILL, False), ([], True)], ids=["finished", "discarded", "empty"]
)
def test_a_take_begun_at_any_moment_of_the_end_of_another_gets_its_frames(rows, keep):
    tracer = sys.gettrace()
    for moment in ends():
        stage = RecorderStage()
        first = stage.recorder.begin()
        stage.play(rows)
        stage.work()
        if keep:
            stage.recorder.finish(first)
        else:
            stage.recorder.discard(first)
        begun: list[int] = []
        interrupter = Interrupter(moment, lambda: begun.append(stage.recorder.begin()))  # noqa: B023
        sys.settrace(interrupter.trace)
        try:
            stage.recorder.step()
        finally:
            sys.settrace(tracer)
        if interrupter.thread is None:
            assert moment > 20  # it did interrupt the end
            break
        interrupter.thread.join()
        stage.play(STILL)
        stage.work()
        progress = stage.seen.all(TakeProgress)
        assert [event.number for event in progress].count(begun[0]) == len(STILL), moment
        assert [event.number for event in stage.seen.all(TakeReady)] == [first] * (keep and bool(rows))
        assert [event.number for event in stage.seen.all(TakeFailed)] == [first] * (not rows)


def test_frames_that_come_too_fast_never_push_out_the_begin_of_a_take(stage):
    number = stage.recorder.begin()
    stage.play(STILL * WAITING)  # the recorder is busy with the end of the take before
    stage.recorder.finish(number)
    stage.work()
    ready = stage.seen.wait(TakeReady)
    assert ready.number == number
    assert ready.dropped > 0
    assert len(ready.take.frames) > WAITING / 3


def test_the_end_of_an_earlier_take_leaves_the_one_after_it_alone(stage):
    """A view that has not yet heard that another one began a take still ends its own."""
    first = stage.recorder.begin()
    second = stage.recorder.begin()
    stage.recorder.finish(first)
    stage.recorder.discard(first)
    stage.play(STILL)
    stage.recorder.finish(second)
    stage.work()
    (ready,) = stage.seen.all(TakeReady)
    assert ready.number == second
    assert len(ready.take.frames) == len(STILL)
    assert not stage.seen.all(TakeFailed)


def test_a_take_that_cannot_begin_says_so_by_its_own_number(stage, tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError("The disk is full")

    monkeypatch.setattr(take_recorder, "VideoKeeper", refuse)
    stage.recorder.begin()
    stage.play(STILL)
    second = stage.recorder.begin(Path(tmp_path / "take.mp4"))
    stage.work()
    assert [event.number for event in stage.seen.all(TakeFailed)] == [second]


def signs_of(stage: RecorderStage, rows: Any, before: Any) -> int:
    """How many signs a take of `rows` has that begins after `before`."""
    stage.play(before)
    stage.recorder.begin()
    for row in rows:
        stage.play([row])
        stage.work()
    return stage.seen.all(TakeProgress)[-1].signs


@pytest.mark.parametrize(
    ("begin_s", "signs"),
    [(0.5, 1), (1.2, 1), (2.45, 0)],
    ids=["before the sign", "just after it began", "while the hands go down"],
)
def test_a_movement_counts_where_enough_of_it_lies_in_the_take(stage, begin_s, signs):
    sign = sign_recording()  # the hands move from 1.0 to 2.5 s
    raw = [*sign, *[sign[-1]] * 30]
    first = round(begin_s * 30)
    assert signs_of(stage, raw[first:], raw[:first]) == signs


@pytest.mark.parametrize("late_end", ["before its first frame", "after its first frame"])
def test_what_is_still_on_its_way_from_the_file_before_is_no_part_of_a_take_from_the_start(stage, late_end):
    before = stage.open()
    stage.play(STILL)
    stage.recorder.begin(from_start=True)
    first = stage.open(on_their_way=2)
    stage.play(STILL[:2])
    if late_end == "before its first frame":
        stage.hub.publish(SourceEnded(len(STILL) + 2, before))
    stage.play(STILL[:1])
    if late_end == "after its first frame":
        stage.hub.publish(SourceEnded(len(STILL) + 2, before))
    stage.play(STILL[1:])
    stage.hub.publish(SourceEnded(len(STILL), first))
    stage.work()
    ready = stage.seen.wait(TakeReady)
    assert [frame.frame_id for frame in ready.take.frames] == list(range(first, first + len(STILL)))
    assert len(ready.pictures) > 0
    assert ready.pictures[0].frame_id == first


def test_a_take_from_the_start_of_an_empty_file_fails(stage):
    stage.recorder.begin(from_start=True)
    stage.hub.publish(SourceEnded(0, stage.open()))
    stage.work()
    assert stage.seen.wait(TakeFailed).error.code == "source.empty"


def test_a_late_end_of_the_file_before_does_not_end_a_take_of_the_next_source(stage):
    before = stage.open()
    stage.play(STILL)
    stage.open()
    number = stage.recorder.begin()
    stage.hub.publish(SourceEnded(len(STILL), before))  # its signs were answered while models were loaded
    stage.play(STILL)
    stage.recorder.finish(number)
    stage.work()
    assert not stage.seen.all(TakeFailed)
    (ready,) = stage.seen.all(TakeReady)
    assert ready.number == number
    assert len(ready.take.frames) == len(STILL)
