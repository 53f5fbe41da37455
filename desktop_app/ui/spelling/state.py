"""What the Fingerspelling view shows, as one frozen value, and how events change it. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from desktop_app.engine.letters.alphabet import NOTHING
from desktop_app.engine.letters.records import LetterCandidate, LetterCommit, LetterPhase, LetterState
from desktop_app.runtime.events import (
    CalibrationChanged,
    Event,
    LetterPurpose,
    LetterReaderReady,
    LettersRead,
    LetterTextChanged,
    SourceState,
    SourceStatus,
    WorkerFault,
)
from desktop_app.runtime.letter_calibrator import CalibrationStatus
from desktop_app.ui.spelling.word_practice import WordPractice, letter_came, time_passed

_TEXT_LIMIT = 2000  # characters that are shown; more are hardly ever spelled without clearing


class SpellingVerdict(StrEnum):
    """Whether the letter that the hand shows was taken and, in practice, whether it is the right one."""

    OPEN = ""
    RIGHT = "right"
    WRONG = "wrong"


class ReaderPhase(StrEnum):
    """Whether letters can be read."""

    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SpellingState:
    """Everything that the Fingerspelling view paints besides the picture.

    Attributes:
        phase, collected, window, candidates, hold: as in the engine's `LetterState`.
        taken: the letter taken last, while the hand still shows it.
        latency_ms: of one inference, smoothed so that it can be read; None before the first.
        purpose: which of the three parts of the view is open.
    """

    reader: ReaderPhase = ReaderPhase.LOADING
    model: str = ""
    purpose: LetterPurpose = LetterPurpose.SPELL
    phase: LetterPhase = LetterPhase.NO_HAND
    collected: int = 0
    window: int = 32
    candidates: tuple[LetterCandidate, ...] = ()
    hold: float = 0.0
    taken: LetterCommit | None = None
    text: str = ""
    latency_ms: float | None = None
    practice: WordPractice = field(default_factory=WordPractice)
    calibration: CalibrationStatus = field(default_factory=CalibrationStatus)

    @property
    def best(self) -> LetterCandidate | None:
        """The likeliest letter; None without a prediction and without a hand."""
        if not self.candidates or self.candidates[0].letter == NOTHING:
            return None
        return self.candidates[0]

    @property
    def asked(self) -> str:
        """The letter whose hand is to be shown; "" lets the user choose."""
        if self.purpose is LetterPurpose.PRACTISE:
            return self.practice.expected or self.practice.word[-1:]
        return self.calibration.letter if self.purpose is LetterPurpose.CALIBRATE else ""

    @property
    def verdict(self) -> SpellingVerdict:
        """RIGHT for a letter that was taken; in practice RIGHT or WRONG; OPEN while calibrating."""
        if self.phase is not LetterPhase.COMMITTED or self.taken is None:
            return SpellingVerdict.OPEN
        match self.purpose:
            case LetterPurpose.SPELL:
                return SpellingVerdict.RIGHT
            case LetterPurpose.PRACTISE:
                return SpellingVerdict.WRONG if self.practice.wrong else SpellingVerdict.RIGHT
            case LetterPurpose.CALIBRATE:
                return SpellingVerdict.OPEN


def reduce_letters(state: SpellingState, event: Event) -> SpellingState:
    """The state after an event; what does not concern letters changes nothing."""
    match event:
        case LettersRead():
            return letters_read(state, event.state)
        case LetterTextChanged(text=text):
            return replace(state, text=text[-_TEXT_LIMIT:])
        case LetterReaderReady():
            return replace(without_hand(state), reader=ReaderPhase.READY, model=event.model)
        case CalibrationChanged(status=status):
            return replace(state, calibration=status)
        case WorkerFault(worker="letters") if event.fatal or state.reader is ReaderPhase.LOADING:
            return replace(without_hand(state), reader=ReaderPhase.FAILED)
        case SourceState(status=SourceStatus.OPENING | SourceStatus.LOST | SourceStatus.UNAVAILABLE):
            return without_hand(state)
        case _:
            return state


def letters_read(state: SpellingState, seen: LetterState) -> SpellingState:
    """The state after a frame was read."""
    latency = state.latency_ms
    if seen.inference_ms > 0:
        latency = seen.inference_ms if latency is None else latency + 0.1 * (seen.inference_ms - latency)
    taken = state.taken
    if seen.commit is not None:
        taken = seen.commit
    elif seen.phase in (LetterPhase.NO_HAND, LetterPhase.HOLDING, LetterPhase.UNSURE, LetterPhase.MOVING):
        taken = None
    practice = state.practice
    if state.purpose is LetterPurpose.PRACTISE:
        practice = time_passed(practice, seen.time_s, hand=seen.phase is not LetterPhase.NO_HAND)
        if seen.commit is not None:
            practice = letter_came(practice, seen.commit.letter)
    return replace(
        state,
        reader=ReaderPhase.READY,
        phase=seen.phase,
        collected=seen.collected,
        window=seen.window,
        candidates=seen.candidates,
        hold=seen.hold,
        taken=taken,
        text=seen.text[-_TEXT_LIMIT:],
        latency_ms=latency,
        practice=practice,
    )


def purpose_chosen(state: SpellingState, purpose: LetterPurpose) -> SpellingState:
    """The state after another part of the view was opened."""
    return replace(state, purpose=purpose, taken=None)


def practice_changed(state: SpellingState, practice: WordPractice) -> SpellingState:
    """The state with another word, level or session."""
    return replace(state, practice=practice)


def without_hand(state: SpellingState) -> SpellingState:
    """The state without a hand: the source or the reader has changed."""
    return replace(state, phase=LetterPhase.NO_HAND, collected=0, candidates=(), hold=0.0, taken=None)
