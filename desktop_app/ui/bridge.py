"""Connects worker threads with the window: events go in on any thread, batches come out on the window's thread.

Of pictures and landmarks only the newest is kept; answers, faults and states of the source are kept in order.
At most one wake-up waits in Qt's queue, so the queue cannot grow.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop_app.engine.records import Frame, LandmarkFrame
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.runtime.events import (
    Event,
    FrameCaptured,
    HandHeld,
    LandmarksReady,
    LettersRead,
    PreviewReady,
    SignRecognised,
    SourceState,
    StatsUpdated,
)
from desktop_app.runtime.take_events import TakeFailed, TakeProgress, TakeReady

KEPT_SAMPLES: Final = 300
KEPT_EVENTS: Final = 256


@dataclass(frozen=True, slots=True)
class MotionSample:
    """One point of the motion plot: seconds on the capture clock, torso units per second, motion energy."""

    time_s: float
    hand_speed: float
    motion: float
    phase: LivePhase


@dataclass(frozen=True, slots=True)
class FoundSign:
    """A finished sign on the capture clock, in seconds."""

    start_s: float
    end_s: float
    accepted: bool


@dataclass(frozen=True, slots=True, eq=False)
class EventBatch:
    """Everything published since the last drain.

    Attributes:
        events: in order, without pictures. Only the newest of landmarks, held hands, previews, letters and
            progress of takes, but every event in which a hand was raised or a letter completed.
        stream_restarted: a source was opened; earlier samples have another time axis.
    """

    frame: Frame | None
    landmarks: LandmarkFrame | None
    events: tuple[Event, ...]
    samples: tuple[MotionSample, ...]
    signs: tuple[FoundSign, ...]
    stream_restarted: bool


class Bridge(QObject):
    """`publish` on any thread, `drain` on the window's thread after `woke`."""

    woke = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._pending = False
        self._closed = False
        self.wake_ups = 0  # how often Qt was woken; for tests
        self._clear()

    def _clear(self) -> None:
        self._frame: Frame | None = None
        self._landmarks: LandmarksReady | None = None
        self._newest_landmarks: LandmarkFrame | None = None
        self._letters: LettersRead | None = None
        self._hand: HandHeld | None = None
        self._preview: PreviewReady | None = None
        self._stats: StatsUpdated | None = None
        self._take_progress: TakeProgress | None = None
        self._events: deque[Event] = deque(maxlen=KEPT_EVENTS)
        self._samples: deque[MotionSample] = deque(maxlen=KEPT_SAMPLES)
        self._signs: deque[FoundSign] = deque(maxlen=64)
        self._restarted = False

    def publish(self, event: Event) -> None:
        """Add an event and return at once. Subscribed to the pipeline's hub."""
        with self._lock:
            if self._closed:
                return
            self._take(event)
            wake = not self._pending
            self._pending = True
            if wake:
                self.wake_ups += 1
        if wake:
            self.woke.emit()

    def drain(self) -> EventBatch:
        """Everything since the last call; the next event wakes the window again."""
        with self._lock:
            latest = (
                *(self._landmarks, self._hand, self._letters),
                *(self._preview, self._stats, self._take_progress),
            )
            newest = [event for event in latest if event is not None]
            batch = EventBatch(
                self._frame,
                self._newest_landmarks,
                # The newest landmarks come last, as their phase is newer than signs and states.
                (*self._events, *reversed(newest)),
                tuple(self._samples),
                tuple(self._signs),
                self._restarted,
            )
            self._clear()
            self._pending = False
        return batch

    def close(self) -> None:
        """Ignore further events: the window is closing."""
        with self._lock:
            self._closed = True
            self._clear()

    def _take(self, event: Event) -> None:
        match event:
            case FrameCaptured():
                self._frame = event.frame
            case LandmarksReady():
                self._landmarks, self._newest_landmarks = event, event.landmarks
                row = event.row
                time_s = row.captured_ns * 1e-9
                self._samples.append(MotionSample(time_s, row.hand_speed, row.motion, event.phase))
            case HandHeld():
                # A raised hand must not be lost; progress is overwritten.
                self._hand = None if event.raised else event
                if event.raised:
                    self._events.append(event)
            case LettersRead():
                self._newest_landmarks = event.landmarks
                # A completed letter must not be lost; the frames in between are overwritten.
                self._letters = None if event.state.commit is not None else event
                if event.state.commit is not None:
                    self._events.append(event)
            case PreviewReady():
                self._preview = event
            case StatsUpdated():
                self._stats = event
            case TakeProgress():
                self._take_progress = event
            case TakeReady() | TakeFailed():
                self._take_progress = None  # that take is over
                self._events.append(event)
            case SignRecognised():
                self._preview = None  # it belongs to the sign that is now answered
                self._signs.append(_found_sign(event))
                self._events.append(event)
            case SourceState(status="opening"):
                self._frame = self._landmarks = self._newest_landmarks = None
                self._hand = self._letters = self._preview = None
                self._samples.clear()
                self._signs.clear()
                self._restarted = True
                self._events.append(event)
            case _:
                self._events.append(event)


def _found_sign(event: SignRecognised) -> FoundSign:
    # The last row was captured at captured_ns; the sequence tells how long before that the sign began.
    sequence = event.window.sequence
    end_s = event.window.captured_ns * 1e-9
    return FoundSign(end_s - (sequence.end_s - sequence.start_s), end_s, event.prediction.accepted)
