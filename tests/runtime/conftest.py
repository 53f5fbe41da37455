"""A pipeline of fakes that is always stopped again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from desktop_app.engine.protocols import FrameSource
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.runtime.events import EventHub
from desktop_app.runtime.pipeline import LivePipeline
from desktop_app.runtime.watchdog import WatchLimits
from tests.helpers.events import Recorder
from tests.helpers.fakes import WAIT_S, FakeExtractor, FakeRecogniser

# A busy machine may let a thread wait for seconds: no source counts as hanging for that.
LIMITS = WatchLimits(open_s=WAIT_S, read_s=WAIT_S, retry_s=0.02, end_s=2.0)
# For sources that do hang, so that the test need not wait for them.
HASTY = WatchLimits(open_s=0.5, read_s=0.5, retry_s=0.02, end_s=0.2)


@dataclass
class Bench:
    """What a test holds in its hands."""

    pipeline: LivePipeline
    seen: Recorder
    extractors: list[FakeExtractor] = field(default_factory=list)
    recognisers: list[FakeRecogniser] = field(default_factory=list)


@pytest.fixture
def bench() -> Iterator[Callable[..., Bench]]:
    """bench(open_source, ...) -> a pipeline with fake tracker models and recogniser, not started yet."""
    made: list[Bench] = []

    def build(
        open_source: Callable[[], FrameSource],
        *,
        extractor: Callable[[], FakeExtractor] = FakeExtractor,
        recogniser: Callable[[], FakeRecogniser] = FakeRecogniser,
        make_tracker: Callable[[], LiveTracker] = LiveTracker,
        **options: Any,
    ) -> Bench:
        hub = EventHub()
        extractors: list[FakeExtractor] = []
        recognisers: list[FakeRecogniser] = []

        def make_extractor() -> FakeExtractor:
            extractors.append(extractor())
            return extractors[-1]

        def load() -> Any:
            recognisers.append(recogniser())
            return cast("Any", recognisers[-1])

        pipeline = LivePipeline(
            open_source=open_source,
            make_extractor=make_extractor,
            make_tracker=make_tracker,
            load_recogniser=load,
            hub=hub,
            **({"limits": LIMITS} | options),
        )
        made.append(Bench(pipeline, Recorder(hub), extractors, recognisers))
        return made[-1]

    yield build
    for one in made:
        one.pipeline.stop()
