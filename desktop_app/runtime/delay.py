"""How long the live view takes from the end of a sign to its answer, measured on a recording in real time."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, Final

import numpy as np

from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.tracking.holistic import HolisticExtractor
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.engine.tracking.segment import GateSettings
from desktop_app.errors import AppError
from desktop_app.runtime.events import Event, EventHub, SignRecognised, SourceEnded, SourceState, WorkerFault
from desktop_app.runtime.pipeline import LivePipeline

LIMIT_S: Final = 180.0


def live_delay(recogniser: Recogniser, source: Path) -> dict[str, Any]:
    """Play a recording in real time through the live workers.

    `answer_delay_ms` runs from the capture of the frame with which the gate closed a sign to its answer; the
    gate itself waits `gate_waits_ms` to be sure that the hands rest.

    Raises:
        AppError: a worker failed.
    """
    over = threading.Event()
    delays: list[float] = []
    faults: list[AppError] = []

    def listen(event: Event) -> None:
        if isinstance(event, SignRecognised):
            delays.append(event.delay_ms)
        elif isinstance(event, WorkerFault | SourceState) and event.error is not None:
            faults.append(event.error)
            over.set()
        elif isinstance(event, SourceEnded):
            over.set()

    hub = EventHub()
    hub.subscribe(listen)
    pipeline = LivePipeline(
        open_source=lambda: open_source_spec(str(source), realtime=True),
        make_extractor=HolisticExtractor,
        make_tracker=lambda: LiveTracker(recogniser.spec.feature_contract),
        load_recogniser=lambda: recogniser,
        hub=hub,
    )
    pipeline.start()
    over.wait(LIMIT_S)
    stats = pipeline.stats
    pipeline.stop()
    if faults:
        raise faults[0]
    return {
        "signs": len(delays),
        "answer_delay_ms": float(np.median(delays)) if delays else None,
        "answer_delay_ms_worst": max(delays, default=None),
        "gate_waits_ms": GateSettings().end_hold_s * 1000,
        "captured": stats.captured,
        "tracked": stats.tracked,
        "dropped": stats.dropped,
        "landmark_fps": stats.landmark_fps,
    }
