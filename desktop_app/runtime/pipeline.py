"""The live pipeline: workers for capture, landmarks, letters and recognition, connected by mailboxes."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop_app.engine.protocols import Clock, FrameSource, LandmarkExtractor
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.sources.clock import MonotonicClock
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.errors import AppError, Busy
from desktop_app.message import Message
from desktop_app.runtime.capture import CaptureWorker, SourceFrame, SourceOver
from desktop_app.runtime.events import (
    Calibrate,
    ChangeLetters,
    ChangeLibrary,
    ChangePurpose,
    ChangeSource,
    ChangeThresholds,
    ChangeWork,
    Command,
    EditLetters,
    EventHub,
    LetterCommand,
    LetterPurpose,
    PauseSource,
    ResumeSource,
    WatchForHand,
    Work,
    WorkerFault,
)
from desktop_app.runtime.landmark_worker import LandmarkWorker
from desktop_app.runtime.letter_worker import LetterInbox, LetterParts, LetterWorker
from desktop_app.runtime.recogniser_worker import RecogniserInbox, RecogniserWorker
from desktop_app.runtime.slot import LatestSlot
from desktop_app.runtime.stats import PipelineStats, StatsCollector
from desktop_app.runtime.switch import FrameSwitch
from desktop_app.runtime.watchdog import WatchLimits
from desktop_app.runtime.worker import Worker, WorkerState

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StopReport:
    """Result of stopping the pipeline.

    `stuck`: workers that missed the deadline (their stack is in the log), and `source` if a thread is stuck in
    a driver; it ends by itself or with the process.
    """

    stuck: tuple[str, ...]
    seconds: float

    @property
    def clean(self) -> bool:
        """Whether every worker has ended."""
        return not self.stuck


class LivePipeline:
    """Frames in, events out. Start, stop and send from one thread; events come on the workers' threads.

    Args:
        open_source: makes the source; called again for each attempt to reopen a lost camera.
        make_extractor, make_tracker: called on the landmark worker's thread.
        load_recogniser: called on the recogniser's thread once the source delivers frames.
        lossless: for files played as fast as possible: each frame waits for the one before, none is dropped.
        cooldown_s: least time between two announced answers. top_k: lines of an answer.
        preview_every_s: least time between two previews.
        letters: reads fingerspelling; without it only signs can be recognised.
        work: what frames are analysed for at the start.
    """

    def __init__(
        self,
        *,
        open_source: Callable[[], FrameSource],
        make_extractor: Callable[[], LandmarkExtractor],
        make_tracker: Callable[[], LiveTracker],
        load_recogniser: Callable[[], Recogniser],
        hub: EventHub,
        cooldown_s: float = 1.5,
        top_k: int = 6,
        preview_every_s: float = 0.1,
        lossless: bool = False,
        letters: LetterParts | None = None,
        work: Work = Work.SIGNS,
        limits: WatchLimits | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._open_source = open_source
        self._make_extractor = make_extractor
        self._make_tracker = make_tracker
        self._load_recogniser = load_recogniser
        self._hub = hub
        self._cooldown_s = cooldown_s
        self._top_k = top_k
        self._preview_every_s = preview_every_s
        self._lossless = lossless
        self._letter_parts = letters
        self._work, self._purpose = work, LetterPurpose.SPELL
        self._hand_watch: WatchForHand | None = None
        self._limits = limits or WatchLimits()
        self._clock: Clock = clock or MonotonicClock()
        self._workers: tuple[Worker, ...] = ()

    @property
    def running(self) -> bool:
        """Whether the thread of any worker is running."""
        return any(worker.alive for worker in self._workers)

    @property
    def states(self) -> dict[str, WorkerState]:
        """State of each worker by name; empty before the first start."""
        return {worker.name: worker.state for worker in self._workers}

    @property
    def stats(self) -> PipelineStats:
        """The last summary, of about a second."""
        return self._stats.latest if self._workers else PipelineStats()

    def start(self) -> None:
        """Start all workers. Raises Busy while workers of an earlier run have not ended."""
        alive = [worker.name for worker in self._workers if worker.alive]
        if alive:
            raise Busy(
                Message("The live view has not ended yet ({alive}).", alive=", ".join(alive)),
                Message("Wait a moment and try again; if it does not help, restart SignMirror."),
            )
        frames: LatestSlot[SourceFrame | SourceOver] = LatestSlot()
        slots = {Work.SIGNS: frames}
        inbox, self._letters = RecogniserInbox(), LetterInbox()
        if self._letter_parts is not None:
            slots[Work.LETTERS] = self._letters.frames
        self._switch = FrameSwitch(slots, self._work if self._work in slots else Work.SIGNS)
        first_frame = threading.Event()
        self._stats = StatsCollector(self._clock)
        self._recogniser = RecogniserWorker(
            inbox,
            self._load_recogniser,
            first_frame,
            self._hub,
            self._stats,
            self._clock,
            cooldown_s=self._cooldown_s,
            top_k=self._top_k,
            on_fault=self._on_fault,
        )
        self._landmarks = LandmarkWorker(
            frames,
            inbox,
            self._make_extractor,
            self._make_tracker,
            self._hub,
            self._stats,
            preview_every_s=self._preview_every_s,
            lossless=self._lossless,
            on_fault=self._on_fault,
            count_dropped=lambda: self._switch.dropped,
            load_at_once=self._switch.work is Work.SIGNS,
        )
        self._capture = CaptureWorker(
            self._open_source,
            self._switch,
            self._hub,
            self._stats,
            self._clock,
            limits=self._limits,
            lossless=self._lossless,
            on_first_frame=first_frame.set,
            on_fault=self._on_fault,
        )
        if self._hand_watch is not None:
            self._landmarks.hand_watches.put(self._hand_watch)
        self._inbox, self._frames = inbox, frames
        self._workers = (self._capture, self._landmarks, self._recogniser)
        if self._letter_parts is not None:
            letter_worker = LetterWorker(
                self._letters, self._letter_parts, self._hub, self._stats, self._clock, on_fault=self._on_fault
            )
            self._workers = (*self._workers, letter_worker)
            self._letters.commands.offer(ChangePurpose(self._purpose))
            self._letters.commands.offer(ChangeWork(self._switch.work))
        for worker in reversed(self._workers):
            worker.start()

    def stop(self, deadline_s: float = 2.0) -> StopReport:
        """Stop everything within the deadline; never raises, may be called in any state and twice."""
        started = time.monotonic()
        for worker in self._workers:
            worker.request_stop()
        stuck = tuple(
            worker.name
            for worker in self._workers
            if not worker.join(deadline_s - (time.monotonic() - started))
        )
        if self._workers and "capture" not in stuck and self._capture.source_hangs:
            stuck += ("source",)
        return StopReport(stuck, time.monotonic() - started)

    def send(self, command: Command) -> None:
        """Queue a command that takes effect between two frames. Raises Busy when stopped or the queue is full.

        Before the start, only commands that select what frames are analysed for are accepted.
        """
        if not self._workers and isinstance(command, ChangeWork | ChangeLetters | ChangePurpose | WatchForHand):
            self._before_start(command)
            return
        accepted = bool(self._workers)
        if accepted:
            match command:
                case ChangeSource() | PauseSource() | ResumeSource():
                    accepted = self._capture.command(command)
                case ChangeThresholds() | ChangeLibrary():
                    accepted = self._inbox.commands.offer(command)
                case WatchForHand():
                    self._landmarks.hand_watches.put(command)
                case ChangeWork() | ChangeLetters() | ChangePurpose() | EditLetters() | Calibrate():
                    accepted = self._send_letters(command)
        if not accepted:
            raise Busy(
                Message("The live view cannot take this command now."), Message("Try again in a moment.")
            )
        if isinstance(command, ChangeSource):
            self._open_source = command.open_source
        elif isinstance(command, ChangeLibrary):
            self._load_recogniser = command.load_recogniser
        elif isinstance(command, WatchForHand):
            self._hand_watch = command

    def _before_start(self, command: ChangeWork | ChangeLetters | ChangePurpose | WatchForHand) -> None:
        match command:
            case ChangeWork(work=work):
                self._work = work
            case ChangeLetters(settings=settings) if self._letter_parts is not None:
                self._letter_parts = replace(self._letter_parts, settings=settings)
            case ChangePurpose(purpose=purpose):
                self._purpose = purpose
            case WatchForHand():
                self._hand_watch = command
            case _:
                pass

    def _send_letters(self, command: LetterCommand) -> bool:
        """The letter worker gets the command before the first frame."""
        if self._letter_parts is None or not self._letters.commands.offer(command):
            return False
        if isinstance(command, ChangeWork):
            self._work = command.work
            self._switch.choose(command.work)
        elif isinstance(command, ChangeLetters):
            self._letter_parts = replace(self._letter_parts, settings=command.settings)
        elif isinstance(command, ChangePurpose):
            self._purpose = command.purpose
        return True

    def _on_fault(self, worker: str, error: AppError) -> None:
        self._hub.publish(WorkerFault(worker, error, fatal=True))
        # Nobody may wait for frames or answers that will not come.
        if worker == "recogniser":
            self._inbox.close()
        elif worker == "landmarks":
            self._frames.close()
        elif worker == "letters":
            self._letters.close()
