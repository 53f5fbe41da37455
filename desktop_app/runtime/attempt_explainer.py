"""Explains why an attempt was not recognised, from the last ten seconds, on a thread of its own.

The seconds are kept in memory; nothing is written to disk.
"""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import replace
from typing import Final, TypeAlias

from desktop_app.engine.feedback.why import why_not
from desktop_app.engine.records import (
    FeatureRow,
    FeatureSequence,
    Frame,
    ImageArray,
    LandmarkFrame,
    Prediction,
)
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.takes.take import Take, TakeBuilder, brightness
from desktop_app.errors import AppError
from desktop_app.runtime.attempt_events import AttemptExplained, ExplainedReason
from desktop_app.runtime.empty_attempt_detector import EmptyAttemptDetector
from desktop_app.runtime.events import (
    Event,
    EventHub,
    FrameCaptured,
    LandmarksReady,
    RecogniserReady,
    SignRecognised,
    SourceState,
)
from desktop_app.runtime.slot import BoundedQueue, Closed
from desktop_app.runtime.take_recorder import scaled_down
from desktop_app.runtime.worker import Worker

_log = logging.getLogger(__name__)
KEPT_S: Final = 10.0
KEPT_FRAMES: Final = 1200  # ten seconds at 120 frames a second
PICTURE_EVERY_S: Final = 0.12
KEPT_PICTURES: Final = 84  # ten seconds: 14 MB at 320 x 180
WAITING: Final = 96
TICK_S: Final = 0.1
BEFORE_S: Final = 0.6
AFTER_S: Final = 0.3
MAX_REASONS: Final = 3
_ORIGIN_S: Final = 0.02  # half a frame before the start of the attempt must not read "at -0.0 s"


class _NewStream:
    """The source has changed: what is kept of it belongs to no attempt of the next one."""


_Item: TypeAlias = Frame | LandmarksReady | SignRecognised | _NewStream


class AttemptExplainer(Worker):
    """Publishes `AttemptExplained` for every rejected answer and every attempt in which no sign was found.

    A queue of 96 items connects the pipeline with this thread. When it is full, the oldest picture or landmarks
    are dropped. Lossless, the pipeline waits instead.

    Args:
        lossless: for files played as fast as possible.
    """

    def __init__(self, hub: EventHub, *, lossless: bool = False) -> None:
        super().__init__("reasons", self._on_fault)
        self._hub, self._lossless = hub, lossless
        self._queue: BoundedQueue[_Item] = BoundedQueue(
            WAITING, droppable=lambda item: isinstance(item, Frame | LandmarksReady)
        )
        self._frames: deque[tuple[LandmarkFrame, FeatureRow]] = deque(maxlen=KEPT_FRAMES)
        self._pictures: deque[tuple[float, ImageArray, float]] = deque(maxlen=KEPT_PICTURES)
        self._pictured_s: float | None = None  # position of the last picture; used on the capture thread
        self._recogniser: Recogniser | None = None  # in whose library references are looked up
        self._empty_attempts = EmptyAttemptDetector()
        hub.subscribe(self._listen)

    def step(self) -> None:
        """One item, or a tenth of a second without one."""
        try:
            item = self._queue.take(TICK_S)
        except Closed:
            self._stop.wait(TICK_S)
            return
        match item:
            case Frame():
                self._pictures.append((item.position_s, scaled_down(item.bgr), brightness(item.bgr)))
            case LandmarksReady():
                self._add_landmarks(item)
            case SignRecognised() if not item.prediction.accepted:
                prediction = item.prediction
                self._explain(prediction.start_s, prediction.end_s, prediction)
            case _NewStream():
                self._clear()
            case _:
                pass

    def teardown(self) -> None:
        self._clear()

    def wake(self) -> None:
        self._queue.close()

    def _listen(self, event: Event) -> None:
        """Runs on the threads of the pipeline; returns at once unless lossless."""
        if isinstance(event, RecogniserReady):
            self._recogniser = event.recogniser
        if not self.alive or self.stopping:
            return
        match event:
            case FrameCaptured():
                at = event.frame.position_s
                before = self._pictured_s
                if before is None or not 0 <= at - before < PICTURE_EVERY_S:
                    self._pictured_s = at
                    self._put(event.frame)
            case LandmarksReady() | SignRecognised():
                self._put(event)
            case SourceState(status="opening" | "lost" | "unavailable" | "closed"):
                self._put(_NewStream())
            case _:
                pass

    def _put(self, item: _Item) -> None:
        if self._lossless:
            self._queue.put_blocking(item, lambda: self.stopping or not self.alive)
        else:
            self._queue.put(item)

    def _clear(self) -> None:
        self._frames.clear()
        self._pictures.clear()
        self._empty_attempts.reset()

    def _add_landmarks(self, event: LandmarksReady) -> None:
        frame = event.landmarks
        if self._frames and frame.position_s <= self._frames[-1][0].position_s:
            self._clear()  # a seek, or the file was restarted
        self._frames.append((frame, event.row))
        while frame.position_s - self._frames[0][0].position_s > KEPT_S:
            self._frames.popleft()
        empty = self._empty_attempts.step(event.row, event.gate, gate_open=event.gate_open)
        if empty is not None:
            self._explain(empty.start_s, empty.end_s, None)

    def _explain(self, start_s: float, end_s: float, prediction: Prediction | None) -> None:
        kept = [
            (frame, row)
            for frame, row in self._frames
            if start_s - BEFORE_S <= frame.position_s <= end_s + AFTER_S
        ]
        if len(kept) < 2:
            return
        frames = [frame for frame, _ in kept]
        origin = start_s - _ORIGIN_S
        try:
            take = self._take(kept, origin)
            moved = prediction and replace(prediction, start_s=_ORIGIN_S, end_s=end_s - origin)
            reasons = why_not(take, moved, reference=self._reference(prediction))
        except AppError as error:
            _log.warning("No explanation was found: %s", error.message)
            return
        explained = tuple(
            ExplainedReason(reason, frames[reason.frame], self._picture_at(frames[reason.frame].position_s))
            for reason in reasons[:MAX_REASONS]
        )
        if explained:
            self._hub.publish(AttemptExplained(explained, prediction))

    def _take(self, kept: list[tuple[LandmarkFrame, FeatureRow]], origin: float) -> Take:
        """The frames as a take whose time starts at `origin`."""
        builder = TakeBuilder()
        for frame, row in kept:
            at_s = frame.position_s - origin
            builder.add(
                replace(frame, position_s=at_s),
                replace(row, position_s=at_s),
                self._luma_at(frame.position_s),
            )
        return builder.build()

    def _nearest(self, time_s: float) -> tuple[float, ImageArray, float] | None:
        return min(self._pictures, key=lambda kept: abs(kept[0] - time_s), default=None)

    def _luma_at(self, time_s: float) -> float | None:
        nearest = self._nearest(time_s)
        return nearest[2] if nearest is not None else None

    def _picture_at(self, time_s: float) -> ImageArray | None:
        nearest = self._nearest(time_s)
        return nearest[1] if nearest is not None and abs(nearest[0] - time_s) < 2 * PICTURE_EVERY_S else None

    def _reference(self, prediction: Prediction | None) -> FeatureSequence | None:
        """The reference clip of the best candidate, to detect a missing hand."""
        recogniser, best = self._recogniser, prediction.best if prediction is not None else None
        if recogniser is None or best is None:
            return None
        library = recogniser.library
        for row, info in enumerate(library.references):
            if (info.pack, info.clip_id) == (best.pack, best.clip_id):
                try:
                    return library.features(row)
                except (AppError, OSError) as error:  # a pack that is being edited
                    _log.info("The nearest reference cannot be read: %s", error)
        return None

    def _on_fault(self, name: str, error: AppError) -> None:
        """Only log it: answers do not depend on this worker."""
        _log.error("The worker '%s' has stopped: %s", name, error.message)
