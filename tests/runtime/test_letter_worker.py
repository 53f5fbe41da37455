"""Letters in the pipeline: lockstep, newest wins, changing the work, faults, text, practice and calibration."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, cast

import numpy as np
import pytest

from desktop_app.engine.letters.calibration import calibration_path, load_calibration
from desktop_app.engine.letters.records import LetterMode, LetterSettings
from desktop_app.engine.letters.tracker import LetterTracker
from desktop_app.engine.records import LandmarkFrame
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.errors import Busy, LandmarkError, ModelMissing
from desktop_app.message import Message
from desktop_app.runtime.events import (
    Calibrate,
    CalibrationAction,
    CalibrationChanged,
    ChangeLetters,
    ChangePurpose,
    ChangeSource,
    ChangeWork,
    EditLetters,
    EventHub,
    FrameCaptured,
    LandmarksReady,
    LetterEdit,
    LetterPurpose,
    LetterReaderReady,
    LettersRead,
    LetterTextChanged,
    SourceEnded,
    SourceStatus,
    StatsUpdated,
    Work,
    WorkerFault,
)
from desktop_app.runtime.letter_worker import LetterInbox, LetterParts
from desktop_app.runtime.pipeline import LivePipeline
from tests.engine.letters.hands import frame_of, hand_at
from tests.helpers.events import Recorder
from tests.helpers.fakes import WAIT_S, FakeExtractor, FakeRecogniser, Hang, ListSource, frames
from tests.helpers.letter_models import FAKE_SPEC, FakeLetters
from tests.runtime.conftest import LIMITS

FRAME = LetterSettings(mode=LetterMode.FRAME)
Open = Callable[[], ListSource]


def hands(seconds: float, start_s: float = 0.0) -> list[LandmarkFrame]:
    """A right hand held still, thirty frames a second."""
    count = round(seconds * 30)
    return [frame_of(start_s + i / 30, right=hand_at(), number=i) for i in range(count)]


class LetterBench:
    """A pipeline whose letter model and hand tracker are fakes."""

    def __init__(self, open_source: Open, **options: Any) -> None:
        self.model = options.pop("model", None) or FakeLetters("B")
        self.loaded: list[LetterMode] = []
        self.extractors: list[FakeExtractor] = []
        self.on_load: Callable[[], None] = options.pop("on_load", lambda: None)
        hub = EventHub()
        self.seen = Recorder(hub)
        self.hub = hub
        self.pipeline = LivePipeline(
            open_source=open_source,
            make_extractor=FakeExtractor,
            make_tracker=LiveTracker,
            load_recogniser=lambda: cast("Any", FakeRecogniser()),
            hub=hub,
            letters=LetterParts(self._extractor, self._load, options.pop("settings", FRAME)),
            limits=LIMITS,
            **({"work": Work.LETTERS} | options),
        )

    def _extractor(self) -> FakeExtractor:
        self.extractors.append(FakeExtractor())
        return self.extractors[-1]

    def _load(self, mode: LetterMode) -> FakeLetters:
        self.on_load()
        self.loaded.append(mode)
        return cast("FakeLetters", self.model)


@pytest.fixture
def bench() -> Iterator[Callable[..., LetterBench]]:
    made: list[LetterBench] = []

    def build(open_source: Open, **options: Any) -> LetterBench:
        made.append(LetterBench(open_source, **options))
        return made[-1]

    yield build
    for one in made:
        one.pipeline.stop()


def test_lockstep_reads_what_stepping_reads(bench) -> None:
    one = bench(lambda: ListSource(hands(3.0)), lossless=True, settings=LetterSettings())
    one.pipeline.start()
    assert one.seen.wait(SourceEnded).frames == 90
    tracker = LetterTracker(FakeLetters("B"), LetterSettings())
    expected = [tracker.step(frame) for frame in hands(3.0)]
    read = [event.state for event in one.seen.all(LettersRead)]
    assert [(s.phase, s.collected, s.text) for s in read] == [(s.phase, s.collected, s.text) for s in expected]
    assert read[-1].text == "B"
    assert not one.seen.all(LandmarksReady)
    stats = one.seen.all(StatsUpdated)
    assert all(event.stats.dropped == 0 for event in stats)


def test_warnings_about_a_model_come_with_the_news_that_it_is_loaded(bench) -> None:
    model = FakeLetters("B")
    model.spec = replace(FAKE_SPEC, remarks=(Message("Its letters are guessed."),))
    one = bench(lambda: ListSource(hands(0.2)), lossless=True, model=model)
    one.pipeline.start()
    assert one.seen.wait(LetterReaderReady).remarks == model.spec.remarks


def test_pictures_go_through_the_hand_tracker_on_one_thread(bench) -> None:
    one = bench(lambda: ListSource(frames(60)), lossless=True)
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    assert one.extractors[0].seen == list(range(60))
    assert len(one.extractors[0].threads) == 1
    assert threading.get_ident() not in one.extractors[0].threads
    one.pipeline.stop()
    assert one.extractors[0].closed == 1


def test_newest_wins_under_a_slow_model(bench) -> None:
    first, go_on = threading.Event(), threading.Event()

    class SlowLetters(FakeLetters):
        def predict(self, hands):
            first.set()
            go_on.wait(WAIT_S)
            return super().predict(hands)

    class WaitingHands(ListSource):
        given = 0

        def read(self):
            if self.given == 1:
                first.wait(WAIT_S)
            self.given += 1
            if self.given == 51:
                done.set()
            return super().read()

    done = threading.Event()
    one = bench(lambda: WaitingHands(hands(50 / 30)), model=SlowLetters("B"))
    one.pipeline.start()
    assert done.wait(WAIT_S)
    go_on.set()
    one.seen.wait(SourceEnded)
    assert [event.landmarks.frame_id for event in one.seen.all(LettersRead)] == [0, 49]


def test_the_work_changes_without_opening_the_source_again(bench) -> None:
    opened: list[ListSource] = []
    gate = threading.Semaphore(0)

    class GatedOpening(ListSource):
        def read(self):
            gate.acquire(timeout=WAIT_S)
            return super().read()

    def open_source() -> ListSource:
        opened.append(GatedOpening(hands(6.0)))
        return opened[-1]

    one = bench(open_source, work=Work.SIGNS, lossless=True)
    one.pipeline.start()
    gate.release(20)
    one.seen.wait(LandmarksReady, 20)
    assert one.loaded == []  # nothing of letters is loaded before they are wanted
    one.pipeline.send(ChangeWork(Work.LETTERS))
    one.seen.wait(LetterReaderReady)
    gate.release(40)
    one.seen.wait(LettersRead, 40)
    one.pipeline.send(ChangeWork(Work.SIGNS))
    gate.release(20)
    one.seen.wait(LandmarksReady, 40)
    assert len(opened) == 1
    ids = [
        event.landmarks.frame_id for event in one.seen.events if isinstance(event, LandmarksReady | LettersRead)
    ]
    assert sorted(ids) == list(range(80))
    assert len(one.seen.all(LettersRead)) == 40
    gate.release(1000)


def test_a_model_that_cannot_be_loaded_is_reported_and_tried_again(bench) -> None:
    missing = [True]

    def on_load() -> None:
        if missing:
            raise ModelMissing(Message("The letter model is not there."), Message("Install it."))

    hang = Hang()
    one = bench(lambda: ListSource([*hands(0.2), hang], live=True), on_load=on_load)
    one.pipeline.start()
    fault = one.seen.wait(WorkerFault)
    assert (fault.worker, fault.fatal) == ("letters", False)
    assert str(fault.error.message) == "The letter model is not there."
    missing.clear()
    one.pipeline.send(ChangeWork(Work.LETTERS))
    assert one.seen.wait(LetterReaderReady).model == "fake"
    hang.release()


def test_a_tracker_that_fails_for_a_second_ends_the_worker_and_no_other(bench) -> None:
    one = bench(lambda: ListSource(frames(200)), lossless=True)

    def fail(frame: object) -> None:
        raise LandmarkError(Message("The tracker failed on a picture."), Message("It was left out."))

    original = one._extractor

    def extractor() -> FakeExtractor:
        made: FakeExtractor = original()
        made._before = fail
        return made

    one.pipeline._letter_parts = LetterParts(extractor, one._load, FRAME)
    one.pipeline.start()
    fault = one.seen.wait(WorkerFault)
    assert (fault.worker, fault.fatal) == ("letters", True)
    one.seen.wait_status(SourceStatus.ENDED)
    assert len(one.seen.all(FrameCaptured)) == 200


def test_settings_change_and_the_text_stays(bench) -> None:
    sources = iter([hands(2.0), hands(2.0, 10.0)])
    one = bench(lambda: ListSource(next(sources)), lossless=True)
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    one.pipeline.send(ChangeLetters(LetterSettings(mode=LetterMode.SEQUENCE, smoothing=3)))
    assert one.seen.wait(LetterReaderReady, 2).settings.smoothing == 3
    one.pipeline.send(ChangeSource(lambda: ListSource(next(sources))))
    one.seen.wait(SourceEnded, 2)
    last = one.seen.all(LettersRead)[-1].state
    assert last.text == "BB"
    assert last.window == 32
    assert one.loaded == [LetterMode.FRAME, LetterMode.SEQUENCE]


def test_the_text_is_edited_by_hand(bench) -> None:
    one = bench(lambda: ListSource(hands(2.0)), lossless=True)
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    one.pipeline.send(EditLetters(LetterEdit.DELETE_LAST))
    assert one.seen.wait(LetterTextChanged).text == ""
    one.pipeline.send(EditLetters(LetterEdit.CLEAR))
    assert one.seen.wait(LetterTextChanged, 2).text == ""


def test_what_is_practised_is_not_written_down(bench) -> None:
    one = bench(lambda: ListSource(hands(2.0)), lossless=True)
    one.pipeline.send(ChangePurpose(LetterPurpose.PRACTISE))  # before the start: it begins with it
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    commits = [event.state.commit for event in one.seen.all(LettersRead) if event.state.commit]
    assert [commit.letter for commit in commits] == ["B"]
    assert {event.state.text for event in one.seen.all(LettersRead)} == {""}


def test_a_calibration_is_kept_used_forgotten_and_brought_back(bench) -> None:
    gate = threading.Event()

    class GatedFrames(ListSource):
        def read(self):
            gate.wait(WAIT_S)
            return super().read()

    one = bench(lambda: GatedFrames(hands(4.0)), lossless=True)
    one.pipeline.start()
    one.seen.wait(LetterReaderReady)
    one.pipeline.send(ChangePurpose(LetterPurpose.CALIBRATE))
    one.pipeline.send(Calibrate(CalibrationAction.START))
    one.seen.wait(CalibrationChanged, 1, lambda event: event.status.letter == "A")
    gate.set()
    one.seen.wait(CalibrationChanged, 1, lambda event: "A" in event.status.shown)
    one.seen.wait(SourceEnded)
    path = calibration_path("frame")
    kept = load_calibration(FAKE_SPEC.sha256, path)
    assert kept.shown == ("A",)
    assert len(kept.examples["A"]) >= 6
    one.pipeline.send(Calibrate(CalibrationAction.FORGET))
    one.seen.wait(CalibrationChanged, 1, lambda event: event.status.restorable)
    assert not path.exists()
    one.pipeline.send(Calibrate(CalibrationAction.RESTORE))
    one.seen.wait(
        CalibrationChanged, 1, lambda event: "A" in event.status.shown and event.status.phase == "stopped"
    )
    np.testing.assert_array_equal(load_calibration(FAKE_SPEC.sha256, path).examples["A"], kept.examples["A"])
    assert {event.state.text for event in one.seen.all(LettersRead)} == {""}


def test_a_calibration_that_cannot_be_kept_is_reported(bench, own_folders) -> None:
    (own_folders / "data").write_text("a file where the folder should be")
    one = bench(lambda: ListSource(hands(4.0)), lossless=True)
    one.pipeline.send(ChangePurpose(LetterPurpose.CALIBRATE))
    hang = Hang()
    one.on_load = hang.wait
    one.pipeline.start()
    assert hang.entered.wait(WAIT_S)
    one.pipeline.send(Calibrate(CalibrationAction.START))
    hang.release()
    fault = one.seen.wait(WorkerFault)
    assert (fault.worker, fault.fatal) == ("letters", False)
    one.seen.wait(SourceEnded)


def test_commands_are_refused_when_too_many_wait(bench) -> None:
    hang = Hang()
    one = bench(lambda: ListSource(hands(1.0)), on_load=hang.wait)
    one.pipeline.start()
    assert hang.entered.wait(WAIT_S)
    for _ in range(LetterInbox().commands.limit):  # the worker has taken its first ones before it loads
        one.pipeline.send(EditLetters(LetterEdit.CLEAR))
    with pytest.raises(Busy):
        one.pipeline.send(EditLetters(LetterEdit.CLEAR))
    hang.release()


def test_a_pipeline_without_letters_refuses_them() -> None:
    pipeline = LivePipeline(
        open_source=lambda: ListSource([]),
        make_extractor=FakeExtractor,
        make_tracker=LiveTracker,
        load_recogniser=lambda: cast("Any", FakeRecogniser()),
        hub=EventHub(),
        work=Work.LETTERS,
        limits=LIMITS,
    )
    pipeline.start()
    try:
        with pytest.raises(Busy):
            pipeline.send(ChangeWork(Work.LETTERS))
    finally:
        pipeline.stop()
