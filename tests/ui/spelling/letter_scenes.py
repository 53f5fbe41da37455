"""States of the Fingerspelling view for tests: real reference hands, invented scores."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.letters.alphabet import CLASSES
from desktop_app.engine.letters.records import (
    LetterCandidate,
    LetterCommit,
    LetterPhase,
    LetterState,
)
from desktop_app.engine.letters.reference import reference_hands
from desktop_app.engine.records import LandmarkFrame
from desktop_app.runtime.events import LetterPurpose
from desktop_app.runtime.letter_calibrator import ORDER, CalibrationPhase, CalibrationStatus
from desktop_app.ui.spelling.state import ReaderPhase, SpellingState
from desktop_app.ui.spelling.word_practice import WordPractice, letter_came

ASPECT = 4 / 3


def letter_state(
    phase: LetterPhase, letter: str = "B", *, text: str = "", commit: bool = False, time_s: float = 1.0,
    collected: int = 32, hold: float = 0.0,
) -> LetterState:  # fmt: skip
    """What the engine says of a frame."""
    seen = phase in (LetterPhase.HOLDING, LetterPhase.COMMITTED, LetterPhase.UNSURE, LetterPhase.MOVING)
    candidates = tuple(
        LetterCandidate(name, share) for name, share in ((letter, 0.86), ("E", 0.07), ("S", 0.04), ("N", 0.01))
    )
    return LetterState(
        time_s=time_s, phase=phase, collected=collected, window=32, candidates=candidates if seen else (),
        probabilities=np.zeros(len(CLASSES), np.float32), hold=hold,
        commit=LetterCommit(letter, time_s, 0.86) if commit else None, text=text,
        hand=np.zeros((21, 3), np.float32), left=False, speed=0.2, inference_ms=1.6 if seen else 0.0,
    )  # fmt: skip


def reading(phase: LetterPhase = LetterPhase.HOLDING, text: str = "ACCRA ") -> SpellingState:
    """A letter is read."""
    best = letter_state(phase)
    return SpellingState(
        reader=ReaderPhase.READY, model="letters", phase=phase, collected=32, candidates=best.candidates,
        hold=0.6 if phase is LetterPhase.HOLDING else 1.0, text=text, latency_ms=1.6,
        taken=LetterCommit("B", 1.0, 0.86) if phase is LetterPhase.COMMITTED else None,
    )  # fmt: skip


def practising() -> SpellingState:
    """In the middle of a word, after a wrong letter."""
    practice = WordPractice(2, ("BREAD", "WATER"), letters=14, first_attempt=12, seconds=40.0, words_done=3)
    for letter in "BSRX":
        practice = letter_came(practice, letter)
    return replace(reading(LetterPhase.HOLDING), purpose=LetterPurpose.PRACTISE, practice=practice)


def calibrating() -> SpellingState:
    """In the middle of the alphabet."""
    status = CalibrationStatus(CalibrationPhase.HOLD, "K", 0.5, ORDER[:9], None, "I")
    return replace(reading(LetterPhase.HOLDING), purpose=LetterPurpose.CALIBRATE, calibration=status)


def hand_frame(letter: str = "B") -> LandmarkFrame:
    """A hand of the alphabet in a picture, and nothing else."""
    hand = reference_hands()[letter][0]
    hand = (hand - hand[0]) / np.linalg.norm(hand[9] - hand[0]) * 0.27
    raw = np.zeros(layout.FEATURE_DIM, np.float32)
    placed = hand / np.array([ASPECT, 1, ASPECT]) + np.array([0.46, 0.75, 0])
    raw[layout.RIGHT_HAND] = placed.astype(np.float32).ravel()
    return LandmarkFrame(1, 10**9, 0.0, raw, ASPECT)
