"""A raised hand is looked for where landmarks are found, and only while somebody asks for it."""

from __future__ import annotations

import threading
from typing import Any

from desktop_app.engine.records import Frame
from desktop_app.runtime.events import HandHeld, SourceEnded, WatchForHand
from tests.helpers.fakes import FakeExtractor, ListSource, frames
from tests.helpers.people import person_row

RAISED_AT_S = 2.0


def raising_a_hand(time_s: float) -> Any:
    """Hands down, then the right one held up for good."""
    up = time_s >= RAISED_AT_S
    return person_row((0.62, 0.9), (0.30, 0.20) if up else (0.38, 0.9))


def test_a_raised_hand_is_found_on_the_landmark_thread(bench) -> None:
    one = bench(lambda: ListSource(frames(120)), lossless=True, extractor=lambda: FakeExtractor(raising_a_hand))
    watch = WatchForHand()
    one.pipeline.send(watch)  # before the start: it then begins with it
    threads: list[int] = []
    one.pipeline._hub.subscribe(
        lambda event: threads.append(threading.get_ident()) if isinstance(event, HandHeld) else None
    )
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    held = one.seen.all(HandHeld)
    assert [event.raised for event in held].count(True) == 1
    shares = [event.share for event in held if event.share > 0]
    assert shares == sorted(shares)
    assert all(event.watch is watch for event in held)
    assert set(threads) == one.extractors[0].threads


def test_a_watch_for_a_hand_begins_anew_with_each_command(bench) -> None:
    at: list[WatchForHand] = [WatchForHand(), WatchForHand()]

    def before(frame: Frame) -> None:
        if frame.position_s >= RAISED_AT_S + 0.5 and len(at) == 2:
            at.append(at[1])
            one.pipeline.send(at[1])  # the hand is up: it has to go down first

    one = bench(
        lambda: ListSource(frames(120)),
        lossless=True,
        extractor=lambda: FakeExtractor(raising_a_hand, before=before),
    )
    one.pipeline.send(at[0])
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    assert any(event.share > 0.5 for event in one.seen.all(HandHeld))
    assert not any(event.raised for event in one.seen.all(HandHeld))


def test_without_a_watch_no_hand_is_looked_for(bench) -> None:
    one = bench(lambda: ListSource(frames(120)), lossless=True, extractor=lambda: FakeExtractor(raising_a_hand))
    one.pipeline.start()
    one.seen.wait(SourceEnded)
    assert not one.seen.all(HandHeld)
