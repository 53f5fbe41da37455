"""Why an attempt came to nothing: found beside the pipeline, from the last seconds in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pytest

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray, Frame, LandmarkFrame, Prediction
from desktop_app.engine.tracking.live import LiveTracker, SignWindow
from desktop_app.runtime.attempt_events import AttemptExplained
from desktop_app.runtime.attempt_explainer import KEPT_PICTURES, KEPT_S, MAX_REASONS, AttemptExplainer
from desktop_app.runtime.empty_attempt_detector import EmptyAttempt, EmptyAttemptDetector
from desktop_app.runtime.events import (
    Event,
    EventHub,
    FrameCaptured,
    LandmarksReady,
    SignRecognised,
    SourceState,
    SourceStatus,
)
from tests.engine.feedback.answers import prediction
from tests.engine.recording.test_recording import moved_hand
from tests.helpers.fakes import WAIT_S
from tests.helpers.people import person_row, sign_recording

DOWN = person_row((0.62, 1.06), (0.38, 1.06))
UP = person_row((0.62, 0.62), (0.38, 0.62))


def still(row: FloatArray, seconds: float) -> list[FloatArray]:
    return [row] * round(seconds * 30)


def moving(seconds: float, step: float, *, start: tuple[float, float] = (0.38, 0.62)) -> list[FloatArray]:
    """The right hand goes to and fro, `step` of the picture a frame."""
    rows = []
    for i in range(round(seconds * 30)):
        across = step * (i % 16 if i % 16 < 8 else 16 - i % 16)
        rows.append(person_row((0.62, 0.62), (start[0] - across, start[1])))
    return rows


def way(one: FloatArray, other: FloatArray, seconds: float) -> list[FloatArray]:
    """Slowly from one place to another."""
    count = round(seconds * 30)
    return [one + (other - one) * np.float32(i / count) for i in range(count)]


def attempts(rows: list[FloatArray]) -> list[EmptyAttempt]:
    tracker, watch, found = LiveTracker(), EmptyAttemptDetector(), []
    for i, row in enumerate(rows):
        step = tracker.step(LandmarkFrame(i, 10**9 + round(i / 30 * 1e9), i / 30, row.copy()))
        empty = watch.step(step.row, step.gate, gate_open=step.gate_open)
        if empty is not None:
            found.append(empty)
    return found


GENTLY = 2.2  # seconds: slower than the gate takes for a sign


def test_a_short_and_a_slow_attempt_are_found_once_the_hands_are_down_again():
    up, down = way(DOWN, UP, GENTLY), way(UP, DOWN, GENTLY)
    short = [*still(DOWN, 1), *up, *still(UP, 0.5), *moving(0.1, 0.03), *still(UP, 0.9), *down]
    slow = [*still(DOWN, 1), *up, *moving(1.5, 0.006), *still(UP, 0.5), *down]
    for rows in (short, slow):
        assert attempts(rows + still(UP, 0)) == []  # not yet: they may come up again
        found = attempts([*rows, *still(DOWN, 1.5)])
        assert len(found) == 1
        assert 1.0 < found[0].start_s < 1.0 + GENTLY
        assert found[0].end_s <= len(rows) / 30


@pytest.mark.parametrize(
    "rows",
    [
        [*still(DOWN, 3)],
        [*still(DOWN, 1), *way(DOWN, UP, GENTLY), *still(UP, 1), *way(UP, DOWN, GENTLY), *still(DOWN, 1.5)],
        [*still(UP, 1), *moving(1.5, 0.03), *still(UP, 1), *way(UP, DOWN, GENTLY), *still(DOWN, 1.5)],
        [*still(DOWN, 1), *way(DOWN, UP, GENTLY), *moving(0.2, 0.03), *still(UP, 4)],
    ],
    ids=["sits still", "only shows the hands", "a whole sign", "holds the hands up"],
)
def test_other_movements_are_no_attempts(rows):
    assert attempts(list(rows)) == []


def test_arms_without_hands_that_are_found_are_an_attempt():
    bare = []
    for row in [
        *still(DOWN, 1),
        *way(DOWN, UP, 0.4),
        *moving(1.5, 0.03),
        *way(UP, DOWN, 0.4),
        *still(DOWN, 1.5),
    ]:
        row = row.copy()
        row[layout.LEFT_HAND] = row[layout.RIGHT_HAND] = 0
        bare.append(row)
    assert len(attempts(bare)) == 1


@dataclass
class ExplainerBench:
    hub: EventHub
    watch: AttemptExplainer
    explained: list[AttemptExplained]
    window: SignWindow | None = None
    position: float = 0.0

    def play(self, rows: list[FloatArray], *, light: int | None = None) -> None:
        tracker = LiveTracker()
        for row in rows:
            i = round(self.position * 30)
            ns = 10**9 + round(self.position * 1e9)
            if light is not None:
                picture = np.full((90, 120, 3), light, np.uint8)
                picture[0, 0] = i % 256  # which one it is
                self.hub.publish(FrameCaptured(Frame(i, ns, picture, self.position)))
            landmarks = LandmarkFrame(i, ns, self.position, row.copy(), 4 / 3)
            step = tracker.step(landmarks)
            self.hub.publish(
                LandmarksReady(landmarks, step.row, step.phase, step.collected, step.gate, step.gate_open)
            )
            if step.finished is not None:
                self.window = step.finished
            self.position += 1 / 30

    def answer(self, answer: Prediction) -> None:
        assert self.window is not None
        self.hub.publish(SignRecognised(answer, self.window, answer.accepted, 10.0))

    def settle(self) -> None:
        """Until everything that was published has been looked at."""
        self.watch.request_stop()
        assert self.watch.join(WAIT_S)


@pytest.fixture
def bench() -> Iterator[ExplainerBench]:
    hub = EventHub()
    watch = AttemptExplainer(hub, lossless=True)
    explained: list[AttemptExplained] = []

    def note(event: Event) -> None:
        if isinstance(event, AttemptExplained):
            explained.append(event)

    hub.subscribe(note)
    watch.start()
    made = ExplainerBench(hub, watch, explained)
    yield made
    made.settle()


def wait(until: Callable[[], bool], bench: ExplainerBench) -> None:
    """The queue is emptied by the worker; the condition of its queue says when."""
    with bench.watch._queue.condition:
        bench.watch._queue.condition.wait_for(lambda: len(bench.watch._queue) == 0, WAIT_S)
    bench.settle()
    assert until()


OUT = moved_hand(sign_recording(), slice(48, 60), layout.RIGHT_HAND, layout.RIGHT_WRIST, (-0.6, 0))


def test_a_rejected_answer_is_explained_with_its_moment(bench):
    bench.play(list(OUT), light=140)
    rejected = prediction("low_similarity", ("water", 0.3), span=(1.0, 2.6))
    bench.answer(rejected)
    wait(lambda: len(bench.explained) == 1, bench)
    explained = bench.explained[0]
    assert explained.prediction is rejected
    assert [one.reason.code for one in explained.reasons] == ["hand_out", "unknown"]
    first = explained.reasons[0]
    assert (
        str(first.reason.text) == "Your right hand leaves the picture on your right at 0.6 s."
    )  # of the attempt
    assert first.landmarks.position_s == pytest.approx(1.6, abs=0.06)
    assert first.picture is not None
    assert abs(int(first.picture[0, 0, 0]) - 48) <= 3  # the picture of that very moment
    assert len(explained.reasons) <= MAX_REASONS


def test_what_is_accepted_is_not_explained_and_darkness_is(bench):
    bench.play(list(sign_recording()), light=20)
    bench.answer(prediction(None, ("water", 0.9)))
    bench.answer(prediction("ambiguous_top2", ("water", 0.81), ("tea", 0.8)))
    wait(lambda: len(bench.explained) == 1, bench)
    assert [one.reason.code for one in bench.explained[0].reasons] == ["too_dark", "too_alike"]
    assert "'water' and 'tea'" in str(bench.explained[0].reasons[1].reason.text)


def test_an_empty_attempt_is_explained_without_an_answer(bench):
    rows = [*still(DOWN, 1), *way(DOWN, UP, GENTLY), *still(UP, 0.5), *moving(0.1, 0.03), *still(UP, 0.9)]
    bench.play([*rows, *way(UP, DOWN, GENTLY), *still(DOWN, 1.5)])
    wait(lambda: len(bench.explained) == 1, bench)
    assert bench.explained[0].prediction is None
    assert bench.explained[0].reasons[0].reason.code in ("too_short", "too_slow")
    assert bench.explained[0].reasons[0].picture is None  # a source without pictures


def test_memory_is_bounded_and_another_source_forgets(bench):
    bench.play(still(UP, 25), light=140)
    with bench.watch._queue.condition:
        bench.watch._queue.condition.wait_for(lambda: len(bench.watch._queue) == 0, WAIT_S)
    kept = list(bench.watch._frames)
    assert kept[-1][0].position_s - kept[0][0].position_s <= KEPT_S
    assert len(bench.watch._pictures) <= KEPT_PICTURES
    bench.hub.publish(SourceState(SourceStatus.OPENING))
    bench.position = 0.0
    bench.play(list(OUT), light=140)
    bench.answer(prediction("low_similarity", ("water", 0.3), span=(20.0, 21.0)))  # of the stream before
    wait(lambda: bench.explained == [], bench)
    assert not bench.watch._frames  # nothing is kept when it ends
