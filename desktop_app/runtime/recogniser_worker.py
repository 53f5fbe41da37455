"""The recogniser worker: loads models and packs, answers finished signs first, then the newest preview."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Final, TypeAlias

from desktop_app.engine.protocols import Clock
from desktop_app.engine.records import Prediction
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.sources.clock import NS_PER_S
from desktop_app.engine.tracking.live import SignWindow
from desktop_app.errors import AppError
from desktop_app.runtime.events import (
    ChangeLibrary,
    ChangeThresholds,
    EventHub,
    PreviewReady,
    RecogniserReady,
    SignRecognised,
    SourceEnded,
    ThresholdsChanged,
    WorkerFault,
)
from desktop_app.runtime.slot import BoundedQueue, Closed, LatestSlot
from desktop_app.runtime.stats import StatsCollector
from desktop_app.runtime.worker import Worker, internal_error

_log = logging.getLogger(__name__)

SIGNS_WAITING: Final = 8
FIRST_FRAME_WAIT_S: Final = 3.0  # loading waits no longer for a camera
TICK_S: Final = 0.1

RecogniserCommand: TypeAlias = ChangeLibrary | ChangeThresholds


class RecogniserInbox:
    """The mailboxes of the recogniser, with one condition so that one thread can wait for all of them.

    `signs` is first in, first out, at most 8; when full, the oldest is dropped and counted. `preview` keeps the
    newest. `ends` holds the end of a file, which is published when no sign is waiting.
    """

    def __init__(self) -> None:
        self.condition = threading.Condition()
        self.signs: BoundedQueue[SignWindow] = BoundedQueue(SIGNS_WAITING, self.condition)
        self.preview: LatestSlot[SignWindow] = LatestSlot(self.condition)
        self.ends: BoundedQueue[SourceEnded] = BoundedQueue(8, self.condition)
        self.commands: BoundedQueue[RecogniserCommand] = BoundedQueue(64, self.condition)

    def wait(self, timeout_s: float) -> None:
        """Wait until an item arrives or the time is over."""
        boxes = (self.commands, self.signs, self.preview, self.ends)
        with self.condition:
            self.condition.wait_for(lambda: any(len(box) for box in boxes), timeout_s)

    def close(self) -> None:
        """Wake every waiter and refuse further items."""
        self.signs.close()
        self.preview.close()
        self.ends.close()
        self.commands.close()


class RecogniserWorker(Worker):
    """Answers windows with the current recogniser. After a failed load it waits for another command.

    Args:
        first_frame: set when the source delivers frames; loading starts then, so as not to delay them.
        cooldown_s: minimum time between two announced answers, in capture time.
    """

    def __init__(
        self,
        inbox: RecogniserInbox,
        load_recogniser: Callable[[], Recogniser],
        first_frame: threading.Event,
        hub: EventHub,
        stats: StatsCollector,
        clock: Clock,
        *,
        cooldown_s: float,
        top_k: int,
        on_fault: Callable[[str, AppError], None],
    ) -> None:
        super().__init__("recogniser", on_fault)
        self._inbox = inbox
        self._to_load: ChangeLibrary | None = ChangeLibrary(load_recogniser)
        self._first_frame = first_frame
        self._hub = hub
        self._stats = stats
        self._clock = clock
        self._cooldown_ns = round(cooldown_s * NS_PER_S)
        self._top_k = top_k
        self._recogniser: Recogniser | None = None
        self._announced_ns: int | None = None
        self._failing = False

    def setup(self) -> None:
        self._first_frame.wait(FIRST_FRAME_WAIT_S)

    def step(self) -> None:
        """One thing: a load, a command, a sign, a preview or the end of a file."""
        try:
            change, self._to_load = self._to_load, None
            if change is not None:
                self._load(change)
                return
            self._inbox.wait(TICK_S)
            command = self._inbox.commands.poll()
            if command is not None:
                self._handle(command)
            elif self._recogniser is None:
                self._discard_next()
            else:
                self._answer_next(self._recogniser)
        except Closed:
            self._stop.wait(TICK_S)

    def wake(self) -> None:
        self._first_frame.set()
        self._inbox.close()

    def _load(self, change: ChangeLibrary) -> None:
        try:
            recogniser = change.load_recogniser()
        except AppError as error:
            self._hub.publish(WorkerFault(self.name, error, fatal=False))
            return
        except Exception as error:  # noqa: BLE001  (edge: models and packs from elsewhere; others can be chosen)
            _log.exception("Loading models and packs failed")
            self._hub.publish(WorkerFault(self.name, internal_error(self.name, error), fatal=False))
            return
        self._recogniser = recogniser
        self._failing = False
        self._hub.publish(RecogniserReady(recogniser))

    def _handle(self, command: RecogniserCommand) -> None:
        match command:
            case ChangeLibrary():
                self._to_load = command
            case ChangeThresholds():
                if self._recogniser is not None:
                    self._recogniser = self._recogniser.with_thresholds(command.thresholds)
                    self._hub.publish(ThresholdsChanged(self._recogniser))

    def _discard_next(self) -> None:
        """Discard windows after a failed load, so that files still end and nobody waits for ever."""
        self._inbox.preview.poll()
        if self._inbox.signs.poll() is not None:
            self._inbox.signs.dropped += 1
        else:
            self._end_of_file()

    def _answer_next(self, recogniser: Recogniser) -> None:
        sign = self._inbox.signs.poll()
        preview = self._inbox.preview.poll() if sign is None else None
        if sign is not None:
            self._answer_sign(recogniser, sign)
        elif preview is not None:
            self._answer_preview(recogniser, preview)
        else:
            self._end_of_file()

    def _end_of_file(self) -> None:
        ended = self._inbox.ends.poll()
        if ended is not None:
            self._hub.publish(ended)

    def _answer_sign(self, recogniser: Recogniser, window: SignWindow) -> None:
        try:
            prediction = self._timed(recogniser, window)
        except AppError as error:
            self._report(error)
            return
        cold = self._announced_ns is None or window.captured_ns - self._announced_ns >= self._cooldown_ns
        announced = prediction.accepted and cold
        if announced:
            self._announced_ns = window.captured_ns
        # A file that is played faster than it was filmed has capture times ahead of the clock.
        delay_ms = max(0.0, (self._clock.now_ns() - window.captured_ns) / 1e6)
        self._stats.time("delay", delay_ms)
        self._hub.publish(SignRecognised(prediction, window, announced, delay_ms))

    def _answer_preview(self, recogniser: Recogniser, window: SignWindow) -> None:
        try:
            prediction = self._timed(recogniser, window)
        except AppError as error:
            self._report(error)
            return
        self._hub.publish(PreviewReady(prediction, window))

    def _timed(self, recogniser: Recogniser, window: SignWindow) -> Prediction:
        started = time.perf_counter()
        prediction = recogniser.recognise(window.sequence, self._top_k)
        self._stats.time("recognise", (time.perf_counter() - started) * 1000)
        self._failing = False
        return prediction

    def _report(self, error: AppError) -> None:
        """Report the first of consecutive failures: previews come several times a second."""
        if not self._failing:
            self._failing = True
            _log.warning("No answer: %s", error.message)
            self._hub.publish(WorkerFault(self.name, error, fatal=False))
