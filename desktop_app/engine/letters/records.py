"""The records of fingerspelling. Frozen; arrays inside are read-only."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from desktop_app.engine.letters.alphabet import CLASSES
from desktop_app.engine.records import FloatArray, read_only
from desktop_app.errors import ConfigError
from desktop_app.message import Message


class LetterMode(StrEnum):
    """Whether single frames or sequences of 32 are classified."""

    FRAME = "frame"
    SEQUENCE = "sequence"


class LetterPhase(StrEnum):
    """State of the reader."""

    NO_HAND = "no_hand"
    COLLECTING = "collecting"
    MOVING = "moving"  # the hand is on its way; still letters are not committed
    UNSURE = "unsure"  # no letter is likely enough
    HOLDING = "holding"  # a letter is seen and held; `hold` says how much of the time is over
    COMMITTED = "committed"  # the letter is in the text; the hand still shows it


@dataclass(frozen=True, slots=True, eq=False)
class LetterScores:
    """The output of a model for one window.

    Attributes:
        probabilities: (29,) in the order of CLASSES, summing to 1.
        features: (D,) of the model's feature output, (0,) where it has none.
        ms: time of the inference.
        shape: (63,) the last hand's own shape (`hands.shapes_of`), zeros where it is not known.
    """

    probabilities: FloatArray
    features: FloatArray
    ms: float
    shape: FloatArray = field(default_factory=lambda: np.zeros(63, np.float32))

    def __post_init__(self) -> None:
        if self.probabilities.shape != (len(CLASSES),):
            raise ValueError(f"probabilities are ({len(CLASSES)},), got {self.probabilities.shape}")
        read_only(self.probabilities)
        read_only(self.features)
        read_only(self.shape)


@dataclass(frozen=True, slots=True)
class LetterCandidate:
    """A letter (or SPACE, DELETE, NOTHING) and its probability."""

    letter: str
    probability: float


@dataclass(frozen=True, slots=True)
class LetterCommit:
    """A letter that was added to the text.

    Attributes:
        time_s: seconds from the start of the source.
        probability: the smoothed one when it was committed.
        replaces: how many characters at the end of the text it replaces (a J that was first read as I).
    """

    letter: str
    time_s: float
    probability: float
    replaces: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class LetterState:
    """The complete state after one frame.

    Attributes:
        time_s: seconds from the start of the source.
        phase: what the reader is doing.
        collected, window: rows in the buffer and rows it needs, at 30 a second (32 of 32 when full).
        candidates: four, best first; empty without a prediction. Smoothed, calibrated, and without J and Z for
            a hand that is held still.
        probabilities: (29,) behind them; zeros without a prediction.
        hold: 0 to 1, share of the time that the best letter must be held before it is committed.
        commit: what this frame added to the text.
        text: the text so far.
        hand: (21, 3) image landmarks of the hand that is read, zeros where none is seen; left: it is a left
            hand.
        speed: of the hand, in palm lengths a second.
        inference_ms: of the prediction of this frame, 0 where there was none.
    """

    time_s: float
    phase: LetterPhase
    collected: int
    window: int
    candidates: tuple[LetterCandidate, ...]
    probabilities: FloatArray
    hold: float
    commit: LetterCommit | None
    text: str
    hand: FloatArray
    left: bool
    speed: float
    inference_ms: float

    @property
    def best(self) -> LetterCandidate | None:
        """The likeliest letter, None without a prediction."""
        return self.candidates[0] if self.candidates else None


@dataclass(frozen=True, slots=True)
class LetterSettings:
    """How letters are read. Times in seconds, speeds in palm lengths a second.

    Attributes:
        mode: sequence or frame.
        dominant_left: the signer's stronger hand is the left one. The other hand is read while this one is
            absent.
        window_frames: rows of the buffer, at 30 a second.
        smoothing: predictions that are averaged.
        accept: least smoothed probability of a letter that is committed; moving_accept: of J and Z in
            sequences, whose probability is a geometric mean of two opinions and so is lower.
        hold_s: how long a still letter is held; command_hold_s: SPACE and DELETE, which do more harm.
        moving_hold_s: how long J or Z must be the answer.
        flicker_s: a lapse so short does not start the hold anew.
        absent_s: a hand not seen for so long is gone: NOTHING.
        rest_speed: faster than this the hand is on its way.
        bounce: palm lengths that a hand must move away, or come from, to show the same letter again.
        moving_path: palm lengths a fingertip travels within the buffer before J and Z are thought of;
            frame_moving_path: the same for single frames, which show shapes alone.
    """

    mode: LetterMode = LetterMode.SEQUENCE
    dominant_left: bool = False
    window_frames: int = 32
    smoothing: int = 5
    accept: float = 0.45
    moving_accept: float = 0.35
    hold_s: float = 0.45
    command_hold_s: float = 0.7
    moving_hold_s: float = 0.1
    flicker_s: float = 0.12
    absent_s: float = 0.3
    rest_speed: float = 2.5
    bounce: float = 0.5
    moving_path: float = 0.4
    frame_moving_path: float = 2.0

    @property
    def drawn_accept(self) -> float:
        """Least smoothed probability of J and Z in this mode."""
        return self.accept if self.mode is LetterMode.FRAME else self.moving_accept

    @property
    def drawn_path(self) -> float:
        """Palm lengths of travel before J and Z are thought of in this mode."""
        return self.frame_moving_path if self.mode is LetterMode.FRAME else self.moving_path

    def __post_init__(self) -> None:
        if not (1 <= self.window_frames <= 256 and 1 <= self.smoothing <= 60 and 0 < self.accept < 1):
            raise ConfigError(
                Message("The settings of fingerspelling are out of range."),
                Message("window_frames 1 to 256, smoothing 1 to 60, accept between 0 and 1."),
            )


def top_candidates(probabilities: FloatArray, count: int = 4) -> tuple[LetterCandidate, ...]:
    """The likeliest letters, best first."""
    order = np.argsort(-probabilities, kind="stable")[:count]
    return tuple(LetterCandidate(CLASSES[place], float(probabilities[place])) for place in order)
