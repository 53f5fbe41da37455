"""The event hub and the counters."""

from __future__ import annotations

import pytest

from desktop_app.runtime.events import Event, EventHub, SourceEnded
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
