"""What the pipeline tells its listeners, and the commands it takes. Frozen records."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from desktop_app.engine.letters.records import LetterSettings, LetterState
from desktop_app.engine.protocols import FrameSource, SourceInfo
from desktop_app.engine.records import FeatureRow, Frame, LandmarkFrame, Prediction
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.thresholds import Thresholds
from desktop_app.engine.tracking.live import LivePhase, SignWindow
from desktop_app.engine.tracking.segment import GateEvent
from desktop_app.errors import AppError
from desktop_app.runtime.letter_calibrator import CalibrationStatus
from desktop_app.runtime.recent_events import AttemptExplained
from desktop_app.runtime.stats import PipelineStats
from desktop_app.runtime.take_events import TakeFailed, TakeProgress, TakeReady

_log = logging.getLogger(__name__)
_LOGGED_COUNTS: Final = frozenset(10**power for power in range(1, 9))


class SourceStatus(StrEnum):
    """Where the frame source stands.

    OPENING: being opened. RUNNING: gives frames. PAUSED: by command. LOST: a camera that gave frames and
    stopped; opened again every two seconds. UNAVAILABLE: could not be opened, or a file that breaks off; a
    camera is tried again, a file waits for another source. ENDED: the file is over. CLOSED: the pipeline has
    stopped.
    """

    OPENING = "opening"
    RUNNING = "running"
    PAUSED = "paused"
    LOST = "lost"
    UNAVAILABLE = "unavailable"
    ENDED = "ended"
    CLOSED = "closed"


class Work(StrEnum):
    """What is looked for in the frames; one at a time."""

    SIGNS = "signs"
    LETTERS = "letters"


class LetterPurpose(StrEnum):
    """What letters are read for. Only spelling adds to the text; calibrating collects examples."""

    SPELL = "spell"
    PRACTISE = "practise"
    CALIBRATE = "calibrate"


class LetterEdit(StrEnum):
    """What a button does to the text."""

    DELETE_LAST = "delete_last"
    CLEAR = "clear"


class CalibrationAction(StrEnum):
    """What a button of the calibration does. UNDO: the letter shown last; FORGET: all, RESTORE: back again."""

    START = "start"
    STOP = "stop"
    SKIP = "skip"
    UNDO = "undo"
    FORGET = "forget"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True, eq=False)
class FrameCaptured:
    """A picture, before anything was found in it."""

    frame: Frame


@dataclass(frozen=True, slots=True, eq=False)
class LandmarksReady:
    """One frame's landmarks and what the tracker made of them. Nobody else measures them again.

    Attributes:
        collected: rows of the window, 30 a second.
        gate: what the gate said of this frame.
        gate_open: a sign is being made.
    """

    landmarks: LandmarkFrame
    row: FeatureRow
    phase: LivePhase
    collected: int
    gate: GateEvent
    gate_open: bool


@dataclass(frozen=True, slots=True, eq=False)
class HandHeld:
    """A hand is held up, or no longer, while a raised hand is looked for; published when that changes.

    Attributes:
        watch: the command that this answers, compared by identity.
        share: how much of the time that a hand has to be held up is over, 0 to 1.
        raised: the time is over; true once, then the hands have to go down again.
    """

    watch: WatchForHand
    share: float
    raised: bool


@dataclass(frozen=True, slots=True, eq=False)
class LetterReaderReady:
    """The letter model of a mode is loaded; letters come from it from here on."""

    model: str
    settings: LetterSettings


@dataclass(frozen=True, slots=True, eq=False)
class LettersRead:
    """One frame of fingerspelling. `state.commit` is the letter that was taken with it."""

    landmarks: LandmarkFrame
    state: LetterState


@dataclass(frozen=True, slots=True)
class LetterTextChanged:
    """The text was edited by hand."""

    text: str


@dataclass(frozen=True, slots=True)
class CalibrationChanged:
    """The calibration stands at another point."""

    status: CalibrationStatus


@dataclass(frozen=True, slots=True, eq=False)
class PreviewReady:
    """An answer to the rows gathered so far; refreshes the list, announces nothing."""

    prediction: Prediction
    window: SignWindow


@dataclass(frozen=True, slots=True, eq=False)
class SignRecognised:
    """The answer to a finished sign.

    Attributes:
        announced: accepted, and the last announced answer was long enough ago.
        delay_ms: from the capture of the frame that completed the sign to this event.
    """

    prediction: Prediction
    window: SignWindow
    announced: bool
    delay_ms: float


@dataclass(frozen=True, slots=True, eq=False)
class SourceState:
    """The source changed its state. `info` from RUNNING on, `error` with LOST and UNAVAILABLE.

    `first_id`: of the source's first frame, with OPENING. Ids only ever grow, so smaller ones belong to sources
    before it, whose frames may still be on their way.
    """

    status: SourceStatus
    info: SourceInfo | None = None
    error: AppError | None = None
    first_id: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class RecogniserReady:
    """Models and packs are loaded, or were exchanged; answers come from `recogniser` from here on."""

    recogniser: Recogniser


@dataclass(frozen=True, slots=True, eq=False)
class ThresholdsChanged:
    """Answers come from `recogniser` from here on: the same models and packs with other thresholds."""

    recogniser: Recogniser


@dataclass(frozen=True, slots=True, eq=False)
class WorkerFault:
    """Something went wrong in a worker: `capture`, `landmarks`, `recogniser` or `letters`.

    `fatal`: the worker has stopped; the others go on. Otherwise it waits for a command that mends it.
    """

    worker: str
    error: AppError
    fatal: bool


@dataclass(frozen=True, slots=True, eq=False)
class StatsUpdated:
    """About once a second."""

    stats: PipelineStats


@dataclass(frozen=True, slots=True, eq=False)
class SourceEnded:
    """A file is over and every sign in it was answered. The next source may be open already: see `first_id`."""

    frames: int
    first_id: int = 0


Event: TypeAlias = (
    FrameCaptured
    | LandmarksReady
    | HandHeld
    | PreviewReady
    | SignRecognised
    | SourceState
    | RecogniserReady
    | ThresholdsChanged
    | WorkerFault
    | StatsUpdated
    | SourceEnded
    | LetterReaderReady
    | LettersRead
    | LetterTextChanged
    | CalibrationChanged
    | TakeProgress
    | TakeReady
    | TakeFailed
    | AttemptExplained
)
Listener: TypeAlias = Callable[[Event], None]


@dataclass(frozen=True, slots=True, eq=False)
class ChangeSource:
    """Close the source in use and open another one, or the same one again."""

    open_source: Callable[[], FrameSource]


@dataclass(frozen=True, slots=True, eq=False)
class ChangeLibrary:
    """Load another recogniser of the same feature contract; the old one answers until the new one is there."""

    load_recogniser: Callable[[], Recogniser]


@dataclass(frozen=True, slots=True, eq=False)
class ChangeThresholds:
    """Judge by other thresholds from the next answer on."""

    thresholds: Thresholds


@dataclass(frozen=True, slots=True)
class PauseSource:
    """Hold the source: a file stands still, a camera's frames are thrown away."""


@dataclass(frozen=True, slots=True)
class ResumeSource:
    """Go on."""


@dataclass(frozen=True, slots=True, eq=False)
class WatchForHand:
    """Look for a hand that is held up, from the next frame on; the hands have to be seen down first.

    The watch goes on until another one takes its place.
    """


@dataclass(frozen=True, slots=True)
class ChangeWork:
    """Look for something else from the next frame on; the source goes on."""

    work: Work


@dataclass(frozen=True, slots=True)
class ChangeLetters:
    """Read letters by other settings; the text stays."""

    settings: LetterSettings


@dataclass(frozen=True, slots=True)
class ChangePurpose:
    """Read letters for something else."""

    purpose: LetterPurpose


@dataclass(frozen=True, slots=True)
class EditLetters:
    """Change the text by hand."""

    edit: LetterEdit


@dataclass(frozen=True, slots=True)
class Calibrate:
    """Go on with the calibration, or undo some of it."""

    action: CalibrationAction


LetterCommand: TypeAlias = ChangeWork | ChangeLetters | ChangePurpose | EditLetters | Calibrate
Command: TypeAlias = (
    ChangeSource | ChangeLibrary | ChangeThresholds | PauseSource | ResumeSource | WatchForHand | LetterCommand
)


class EventHub:
    """Hands each event to every listener, on the thread of the worker it comes from. Thread-safe.

    A listener must return at once. One that raises does not stop the worker: its first failure on a kind of
    event is logged with its traceback, later ones are counted, for some kinds come with every frame.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: tuple[Listener, ...] = ()
        self._failures: Counter[tuple[Listener, type[Event]]] = Counter()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Add a listener; returns what removes it (may be called twice)."""
        with self._lock:
            self._listeners += (listener,)

        def unsubscribe() -> None:
            with self._lock:
                self._listeners = tuple(other for other in self._listeners if other is not listener)
                for key in [key for key in self._failures if key[0] is listener]:
                    del self._failures[key]

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Call every listener."""
        for listener in self._listeners:
            try:
                listener(event)
            except Exception:  # noqa: BLE001  (edge: a broken window must not stop the camera)
                self._count_failure(listener, type(event))

    def _count_failure(self, listener: Listener, kind: type[Event]) -> None:
        with self._lock:
            self._failures[listener, kind] += 1
            count = self._failures[listener, kind]
        if count == 1:
            _log.exception("A listener failed on %s; further failures are only counted", kind.__name__)
        elif count in _LOGGED_COUNTS:
            _log.error("A listener has failed on %d events %s", count, kind.__name__)
