"""The event hub and the counters."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from desktop_app.runtime.events import Event, EventHub, LetterTextChanged, SourceEnded
from desktop_app.runtime.stats import StatsCollector
from tests.helpers.fakes import FakeClock


def test_every_listener_hears_every_event_until_it_leaves() -> None:
    hub = EventHub()
    first: list[Event] = []
    second: list[Event] = []
    leave = hub.subscribe(first.append)
    hub.subscribe(second.append)
    hub.publish(SourceEnded(1))
    leave()
    leave()
    hub.publish(SourceEnded(2))
    assert len(first) == 1
    assert len(second) == 2


def test_a_listener_may_leave_while_it_is_called() -> None:
    hub = EventHub()
    heard: list[Event] = []

    def once(event: Event) -> None:
        heard.append(event)
        leave()

    leave = hub.subscribe(once)
    hub.publish(SourceEnded(1))
    hub.publish(SourceEnded(2))
    assert len(heard) == 1


def test_a_listener_that_fails_is_logged_once_for_each_kind_of_event(caplog: pytest.LogCaptureFixture) -> None:
    hub = EventHub()

    def broken(event: Event) -> None:
        raise RuntimeError("broken")

    heard: list[Event] = []
    leave = hub.subscribe(broken)
    hub.subscribe(heard.append)
    for number in range(300):  # ten seconds of frames
        hub.publish(SourceEnded(number))
    tracebacks = [record for record in caplog.records if record.exc_info]
    assert len(tracebacks) == 1
    assert [record.getMessage() for record in caplog.records if not record.exc_info] == [
        "A listener has failed on 10 events SourceEnded",
        "A listener has failed on 100 events SourceEnded",
    ]
    assert len(heard) == 300
    hub.publish(LetterTextChanged("a"))
    assert len([record for record in caplog.records if record.exc_info]) == 2
    leave()
    hub.publish(SourceEnded(301))
    hub.subscribe(broken)
    hub.publish(SourceEnded(302))
    assert len([record for record in caplog.records if record.exc_info]) == 3


@dataclass  # comparable by value, so without a hash
class BrokenListener:
    calls: int = 0

    def __call__(self, event: Event) -> None:
        self.calls += 1
        raise RuntimeError("broken")


def test_a_listener_without_a_hash_may_fail_too(caplog: pytest.LogCaptureFixture) -> None:
    hub = EventHub()
    broken = BrokenListener()
    heard: list[Event] = []
    leave = hub.subscribe(broken)
    hub.subscribe(heard.append)
    hub.publish(SourceEnded(1))
    hub.publish(SourceEnded(2))
    assert (broken.calls, len(heard)) == (2, 2)
    assert len([record for record in caplog.records if record.exc_info]) == 1
    leave()


def test_summary_of_a_second() -> None:
    clock = FakeClock()
    stats = StatsCollector(clock)
    for _ in range(30):
        stats.count("captured")
    stats.count("tracked", 24)
    stats.count("lost", 3)
    for milliseconds in (10.0, 20.0):
        stats.time("extract", milliseconds)
    assert not stats.summary_due()
    clock.advance(1.5)
    assert stats.summary_due()
    found = stats.summarise(dropped=6, previews_dropped=1, signs_dropped=0)
    assert stats.latest is found
    assert (found.captured, found.tracked, found.lost, found.dropped) == (30, 24, 3, 6)
    assert [found.capture_fps, found.landmark_fps] == pytest.approx([20, 16])
    assert (found.extract_ms, found.delay_ms) == (15, 0)
    clock.advance(1)
    later = stats.summarise(dropped=6, previews_dropped=1, signs_dropped=0)
    assert (later.captured, later.capture_fps, later.extract_ms) == (30, 0, 0)
