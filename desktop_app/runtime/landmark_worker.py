"""The landmark worker: tracks and measures the newest frame, and sends windows to the recogniser."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Final

from desktop_app.engine.practice.raised_hand import HandSignal, RaisedHand
from desktop_app.engine.protocols import LandmarkExtractor
from desktop_app.engine.records import Frame, LandmarkFrame
from desktop_app.engine.sources.clock import NS_PER_S
from desktop_app.engine.tracking.live import LiveStep, LiveTracker, SignWindow
from desktop_app.errors import AppError, LandmarkError
from desktop_app.runtime.capture import SourceFrame, SourceOver
from desktop_app.runtime.events import (
    EventHub,
    HandHeld,
    LandmarksReady,
    SourceEnded,
    StatsUpdated,
    WatchForHand,
)
from desktop_app.runtime.recogniser_worker import RecogniserInbox
from desktop_app.runtime.slot import Closed, LatestSlot
from desktop_app.runtime.stats import StatsCollector
from desktop_app.runtime.worker import Worker

_log = logging.getLogger(__name__)

TICK_S: Final = 0.1
REFUSED_LIMIT: Final = 30
GAP_NS: Final = NS_PER_S  # after a longer gap the person may be anywhere, so that tracking restarts


class LandmarkWorker(Worker):
    """Owns the extractor and the tracker, which are created, used and closed on its thread.

    Args:
        preview_every_s: minimum interval between two previews, in capture time.
        lossless: wait for the recogniser instead of dropping previews or signs.
        count_dropped: counts frames that were replaced unread, if other slots than `frames` count too.
        load_at_once: load the tracking models while the camera opens, rather than with the first frame.
    """

    def __init__(
        self,
        frames: LatestSlot[SourceFrame | SourceOver],
        inbox: RecogniserInbox,
        make_extractor: Callable[[], LandmarkExtractor],
        make_tracker: Callable[[], LiveTracker],
        hub: EventHub,
        stats: StatsCollector,
        *,
        preview_every_s: float,
        lossless: bool,
        on_fault: Callable[[str, AppError], None],
        count_dropped: Callable[[], int] | None = None,
        load_at_once: bool = True,
    ) -> None:
        super().__init__("landmarks", on_fault)
        self._load_at_once = load_at_once
        self._count_dropped = count_dropped or (lambda: frames.dropped)
        self.hand_watches: LatestSlot[WatchForHand] = LatestSlot()
        self._hand_watch: WatchForHand | None = None
        self._hand = RaisedHand()
        self._hand_signal: HandSignal | None = None
        self._frames = frames
        self._inbox = inbox
        self._make_extractor = make_extractor
        self._make_tracker = make_tracker
        self._hub = hub
        self._stats = stats
        self._preview_every_ns = round(preview_every_s * NS_PER_S)
        self._lossless = lossless
        self._extractor: LandmarkExtractor | None = None
        self._refused = 0
        self._stream = 0
        self._last_ns: int | None = None
        self._preview_ns: int | None = None

    def setup(self) -> None:
        """Load the tracking models while the camera opens."""
        self._tracker = self._make_tracker()
        if self._load_at_once:
            self._extractor = self._make_extractor()

    def step(self) -> None:
        """One frame, or a tenth of a second without one."""
        try:
            item = self._frames.take(TICK_S)
        except Closed:
            self._stop.wait(TICK_S)
            return
        if isinstance(item, SourceOver):
            self._finish(item)
        elif item is not None:
            self._track(item)
        if self._stats.summary_due():
            self._summarise()

    def teardown(self) -> None:
        if self._extractor is not None:
            self._extractor.close()
            self._extractor = None

    def wake(self) -> None:
        self._frames.close()

    def _track(self, item: SourceFrame) -> None:
        frame = item.frame
        self._start_anew_if_needed(item.stream, frame.captured_ns)
        started = time.perf_counter()
        try:
            landmarks = frame if isinstance(frame, LandmarkFrame) else self._extract(frame)
        except LandmarkError as error:
            self._refuse(frame.frame_id, error)
            return
        self._refused = 0
        extracted = time.perf_counter()
        result = self._tracker.step(landmarks)
        tracked = time.perf_counter()
        self._stats.time("extract", (extracted - started) * 1000)
        self._stats.time("track", (tracked - extracted) * 1000)
        self._stats.count("tracked")
        self._look_for_hand(landmarks)
        self._hub.publish(
            LandmarksReady(landmarks, result.row, result.phase, result.collected, result.gate, result.gate_open)
        )
        self._pass_on(result)

    def _look_for_hand(self, landmarks: LandmarkFrame) -> None:
        watch = self.hand_watches.poll()
        if watch is not None:
            self._hand_watch, self._hand_signal = watch, None
            self._hand.reset()
        if self._hand_watch is None:
            return
        before, signal = self._hand_signal, self._hand.step(landmarks)
        if signal != before and (signal.share > 0 or (before is not None and before.share > 0)):
            self._hub.publish(HandHeld(self._hand_watch, signal.share, signal.raised))
        self._hand_signal = signal

    def _refuse(self, frame_id: int, error: LandmarkError) -> None:
        """Skip a frame on which the tracker failed; a second of them in a row is a fault."""
        _log.warning("Frame %d: %s", frame_id, error.message)
        self._refused += 1
        if self._refused >= REFUSED_LIMIT:
            raise error

    def _extract(self, frame: Frame) -> LandmarkFrame:
        if self._extractor is None:
            self._extractor = self._make_extractor()
        return self._extractor.extract(frame)

    def _start_anew_if_needed(self, stream: int, captured_ns: int) -> None:
        new_stream = stream != self._stream
        gap = self._last_ns is not None and captured_ns - self._last_ns > GAP_NS
        if (new_stream or gap) and self._last_ns is not None and self._extractor is not None:
            self._extractor.reset()
        if new_stream:
            self._tracker.reset()
            self._preview_ns = None
        self._stream, self._last_ns = stream, captured_ns

    def _pass_on(self, result: LiveStep) -> None:
        if result.finished is not None:
            self._send_sign(result.finished)
            return
        captured_ns = result.row.captured_ns
        if self._preview_ns is None or captured_ns - self._preview_ns >= self._preview_every_ns:
            preview = self._tracker.preview()
            if preview is not None:
                self._preview_ns = captured_ns
                self._send_preview(preview)

    def _send_sign(self, window: SignWindow) -> None:
        if self._lossless:
            self._inbox.signs.put_blocking(window, lambda: self.stopping)
        else:
            self._inbox.signs.put(window)

    def _send_preview(self, window: SignWindow) -> None:
        if self._lossless:
            self._inbox.preview.put_blocking(window, lambda: self.stopping)
        else:
            self._inbox.preview.put(window)

    def _finish(self, over: SourceOver) -> None:
        """Handle the end of a file: a sign that is still open ends with it."""
        if over.stream != self._stream and over.frames:
            return  # of a source that has been replaced
        last = self._tracker.finish() if over.frames else None
        if last is not None:
            self._send_sign(last)
        self._summarise()  # the statistics of the whole file come before its end
        self._inbox.ends.put_blocking(SourceEnded(over.frames, over.first_id), lambda: self.stopping)

    def _summarise(self) -> None:
        stats = self._stats.summarise(
            dropped=self._count_dropped(),
            previews_dropped=self._inbox.preview.dropped,
            signs_dropped=self._inbox.signs.dropped,
        )
        _log.debug("%s", stats)
        self._hub.publish(StatsUpdated(stats))
