"""Made-up hands in a picture, and streams of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.letters.model import trial_hands
from desktop_app.engine.letters.records import LetterState
from desktop_app.engine.letters.tracker import LetterTracker
from desktop_app.engine.records import FloatArray, LandmarkFrame

ASPECT = 4 / 3


def hand_at(x: float = 0.4, y: float = 0.6, size: float = 0.2) -> FloatArray:
    """An open right hand (21, 3) in a 4:3 picture, its wrist at (x, y), `size` picture heights long."""
    hand: FloatArray = trial_hands(1)[0] * size
    hand[:, 0] = x + hand[:, 0] / ASPECT
    hand[:, 1] += y
    hand[:, 2] /= ASPECT
    return hand


def frame_of(
    time_s: float, *, right: FloatArray | None = None, left: FloatArray | None = None, number: int = 0
) -> LandmarkFrame:
    """A landmark frame with these hands and nothing else."""
    raw = np.zeros(layout.FEATURE_DIM, np.float32)
    for part, hand in ((layout.RIGHT_HAND, right), (layout.LEFT_HAND, left)):
        if hand is not None:
            raw[part] = hand.ravel()
    return LandmarkFrame(number, round(1e9 + time_s * 1e9), time_s, raw, ASPECT)


def play(
    tracker: LetterTracker,
    seconds: float,
    *,
    start_s: float = 0.0,
    fps: float = 30.0,
    hand: Callable[[float], FloatArray | None] = lambda _time: hand_at(),
    lost: Sequence[int] = (),
) -> list[LetterState]:
    """Steps a tracker with right hands; frames in `lost` never arrive."""
    states = []
    for number in range(round(seconds * fps)):
        if number in lost:
            continue
        time_s = start_s + number / fps
        states.append(tracker.step(frame_of(time_s, right=hand(time_s), number=number)))
    return states


def committed(states: Sequence[LetterState]) -> str:
    """The letters that were taken."""
    return "".join(state.commit.letter for state in states if state.commit is not None)
