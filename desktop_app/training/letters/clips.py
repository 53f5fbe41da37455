"""Recorded letters as windows of a fixed length. No torch."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from desktop_app.engine.letters.alphabet import WINDOW_FRAMES
from desktop_app.engine.letters.hands import mirrored, normalised, spoken_aspect, true_proportions
from desktop_app.engine.records import FloatArray
from desktop_app.engine.tracking.window import WINDOW_FPS
from desktop_app.training.letters.collection import LetterClip


def placed_clip(clip: LetterClip) -> FloatArray:
    """(T, 21, 3) right hands of true proportions where they are in the picture, one a recorded frame, gaps
    held.
    """
    hands = true_proportions(clip.frames, spoken_aspect(clip.aspect))
    if clip.left:
        hands = mirrored(hands)
    places = clip.index - clip.index[0]
    if (np.diff(places) > 0).all() and places[-1] < 4 * len(places):
        held = np.searchsorted(places, np.arange(places[-1] + 1), side="right") - 1
        hands = hands[held]
    return hands


def right_clip(clip: LetterClip) -> FloatArray:
    """The same by the contract of letter models: minus the wrist, divided by the largest absolute value."""
    return normalised(placed_clip(clip))


def evenly(hands: FloatArray, frames: int, start: float = 0.0, end: float = 1.0) -> FloatArray:
    """The part from `start` to `end` (shares of the clip; beyond it the ends are held) at `frames` even
    places.
    """
    places = np.clip(np.linspace(start, end, frames), 0, 1) * (len(hands) - 1)
    left = np.floor(places).astype(np.int64)
    right = np.minimum(left + 1, len(hands) - 1)
    share = (places - left)[:, None, None]
    return np.asarray(hands[left] + share * (hands[right] - hands[left]), np.float32)


def clip_windows(clip: LetterClip, rate: float = WINDOW_FPS) -> Iterator[FloatArray]:
    """Windows (32, 21, 3) of a clip, in place: the whole of a short one, stretched; of a long stream, one
    after another.

    The rate of the recordings is unknown, so one performance of a letter is taken to fill the window.

    Args:
        rate: frames that a camera takes in a second, at most 30; what lies between them is interpolated.
    """
    hands = placed_clip(clip)
    if clip.kind == "clip" or len(hands) < 2 * WINDOW_FRAMES:
        yield _filmed(evenly(hands, WINDOW_FRAMES), rate)
        return
    for start in range(0, len(hands) - WINDOW_FRAMES + 1, WINDOW_FRAMES):
        yield _filmed(hands[start : start + WINDOW_FRAMES], rate)


def _filmed(window: FloatArray, rate: float) -> FloatArray:
    taken = round(len(window) * rate / WINDOW_FPS)
    return window if taken >= len(window) else evenly(evenly(window, taken), len(window))
