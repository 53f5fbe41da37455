"""The events that the pipeline publishes and the commands that it accepts. Frozen records."""

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
from desktop_app.message import Message
from desktop_app.runtime.attempt_events import AttemptExplained
from desktop_app.runtime.letter_calibrator import CalibrationStatus
from desktop_app.runtime.stats import PipelineStats
from desktop_app.runtime.take_events import TakeFailed, TakeProgress, TakeReady

_log = logging.getLogger(__name__)
_LOGGED_COUNTS: Final = frozenset(10**power for power in range(1, 9))


class SourceStatus(StrEnum):
    """State of the frame source.

    OPENING: being opened. RUNNING: delivers frames. PAUSED: by command. LOST: a camera that stopped delivering
    frames; reopened every two seconds. UNAVAILABLE: could not be opened, or a file that breaks off; a camera is
    retried, a file waits for another source. ENDED: end of the file. CLOSED: the pipeline has stopped.
    """

    OPENING = "opening"
    RUNNING = "running"
    PAUSED = "paused"
    LOST = "lost"
    UNAVAILABLE = "unavailable"
    ENDED = "ended"
    CLOSED = "closed"


class Work(StrEnum):
    """What frames are analysed for; one at a time."""

    SIGNS = "signs"
    LETTERS = "letters"


class LetterPurpose(StrEnum):
    """Why letters are read. Only spelling adds to the text; calibrating collects examples."""

    SPELL = "spell"
    PRACTISE = "practise"
    CALIBRATE = "calibrate"


class LetterEdit(StrEnum):
    """An edit of the text by a button."""

    DELETE_LAST = "delete_last"
    CLEAR = "clear"


class CalibrationAction(StrEnum):
    """A button of the calibration.

    UNDO removes the letter shown last, FORGET all of them, RESTORE brings these back.
    """

    START = "start"
    STOP = "stop"
    SKIP = "skip"
    UNDO = "undo"
    FORGET = "forget"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True, eq=False)
class FrameCaptured:
    """A picture as it was captured."""

    frame: Frame


@dataclass(frozen=True, slots=True, eq=False)
class LandmarksReady:
    """Landmarks of a frame and everything measured on them; consumers do not measure them again.

    Attributes:
        collected: rows of the window, 30 a second.
        gate: what this frame changed about the gate.
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
    """Progress of a hand being held up, published when it changes while a `WatchForHand` is active.

    Attributes:
        watch: the command that asked for it, compared by identity.
        share: elapsed share of the time that a hand must be held up, 0 to 1.
        raised: the time is complete; true once, after which the hands must go down again.
    """

    watch: WatchForHand
    share: float
    raised: bool


@dataclass(frozen=True, slots=True, eq=False)
class LetterReaderReady:
    """The letter model of a mode is loaded and in use; `remarks` are warnings about it."""

    model: str
    settings: LetterSettings
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class LettersRead:
    """One frame of fingerspelling. `state.commit` is the letter that it completed."""

    landmarks: LandmarkFrame
    state: LetterState


@dataclass(frozen=True, slots=True)
class LetterTextChanged:
    """The text was edited by a button."""

    text: str


@dataclass(frozen=True, slots=True)
class CalibrationChanged:
    """The state of the calibration has changed."""

    status: CalibrationStatus


@dataclass(frozen=True, slots=True, eq=False)
class PreviewReady:
    """The answer to the rows collected so far: refreshes the list and is not announced."""

    prediction: Prediction
    window: SignWindow


@dataclass(frozen=True, slots=True, eq=False)
class SignRecognised:
    """The answer to a finished sign.

    Attributes:
        announced: accepted, and not within the cooldown of the last announced answer.
        delay_ms: from the capture of the frame that completed the sign to this event.
    """

    prediction: Prediction
    window: SignWindow
    announced: bool
    delay_ms: float


@dataclass(frozen=True, slots=True, eq=False)
class SourceState:
    """A new state of the source. `info` is set from RUNNING on, `error` with LOST and UNAVAILABLE.

    `first_id`: of the source's first frame, with OPENING. Ids only ever grow, so smaller ones belong to earlier
    sources, whose frames may arrive late.
    """

    status: SourceStatus
    info: SourceInfo | None = None
    error: AppError | None = None
    first_id: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class RecogniserReady:
    """Models and packs are loaded, for the first time or anew; `recogniser` answers from now on."""

    recogniser: Recogniser


@dataclass(frozen=True, slots=True, eq=False)
class ThresholdsChanged:
    """`recogniser` answers from now on: the same models and packs with other thresholds."""

    recogniser: Recogniser


@dataclass(frozen=True, slots=True, eq=False)
class WorkerFault:
    """An error in a worker: `capture`, `landmarks`, `recogniser` or `letters`.

    `fatal`: the worker has stopped; the others continue. Otherwise it waits for a command that resolves it.
    """

    worker: str
    error: AppError
    fatal: bool


@dataclass(frozen=True, slots=True, eq=False)
class StatsUpdated:
    """Statistics of the pipeline, about once a second."""

    stats: PipelineStats


@dataclass(frozen=True, slots=True, eq=False)
class SourceEnded:
    """The file has ended and every sign in it is answered. The next source may be open: see `first_id`."""

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
    """Close the current source and open another one, or the same one again."""

    open_source: Callable[[], FrameSource]


@dataclass(frozen=True, slots=True, eq=False)
class ChangeLibrary:
    """Load another recogniser of the same feature contract; where that fails, the current one stays.

    Finished signs wait in their queue meanwhile and are answered by the new one.
    """

    load_recogniser: Callable[[], Recogniser]


@dataclass(frozen=True, slots=True, eq=False)
class ChangeThresholds:
    """Apply other thresholds from the next answer on."""

    thresholds: Thresholds


@dataclass(frozen=True, slots=True)
class PauseSource:
    """Pause the source: a file stops, the frames of a camera are discarded."""


@dataclass(frozen=True, slots=True)
class ResumeSource:
    """Go on after `PauseSource`; the state of the source is published again."""


@dataclass(frozen=True, slots=True, eq=False)
class WatchForHand:
    """Detect a hand that is held up, from the next frame on; the hands must be seen down first.

    Stays active until another watch replaces it.
    """


@dataclass(frozen=True, slots=True)
class ChangeWork:
    """Analyse frames for something else, from the next one on; the source continues."""

    work: Work


@dataclass(frozen=True, slots=True)
class ChangeLetters:
    """Read letters with other settings; the text is kept."""

    settings: LetterSettings


@dataclass(frozen=True, slots=True)
class ChangePurpose:
    """Use the letters for something else, from the next frame on: see `LetterPurpose`."""

    purpose: LetterPurpose


@dataclass(frozen=True, slots=True)
class EditLetters:
    """Change the spelled text on the worker, which owns it: letters are appended there at the same time."""

    edit: LetterEdit


@dataclass(frozen=True, slots=True)
class Calibrate:
    """What a button of the calibration asks of the worker, which collects the examples."""

    action: CalibrationAction


LetterCommand: TypeAlias = ChangeWork | ChangeLetters | ChangePurpose | EditLetters | Calibrate
Command: TypeAlias = (
    ChangeSource | ChangeLibrary | ChangeThresholds | PauseSource | ResumeSource | WatchForHand | LetterCommand
)


class EventHub:
    """Calls every listener with each event, on the thread of the publishing worker. Thread-safe.

    A listener must return at once. One that raises does not stop the worker: its first failure for a type of
    event is logged with the traceback; later ones are only counted, as some events come with every frame.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: tuple[Listener, ...] = ()
        self._failures: Counter[tuple[int, type[Event]]] = Counter()  # by the identity of a listener

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Add a listener. Returns a function that removes it; calling that twice is harmless."""
        with self._lock:
            self._listeners += (listener,)

        def unsubscribe() -> None:
            with self._lock:
                self._listeners = tuple(other for other in self._listeners if other is not listener)
                for key in [key for key in self._failures if key[0] == id(listener)]:
                    del self._failures[key]

        return unsubscribe

    def publish(self, event: Event) -> None:
        for listener in self._listeners:
            try:
                listener(event)
            except Exception:  # noqa: BLE001  (edge: a broken window must not stop the camera)
                self._count_failure(listener, type(event))

    def _count_failure(self, listener: Listener, kind: type[Event]) -> None:
        with self._lock:
            self._failures[id(listener), kind] += 1
            count = self._failures[id(listener), kind]
        if count == 1:
            _log.exception("A listener failed on %s; further failures are only counted", kind.__name__)
        elif count in _LOGGED_COUNTS:
            _log.error("A listener has failed on %d events %s", count, kind.__name__)
