"""An attempt and its reference as two clips that move in step along their alignment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF

from desktop_app.engine import layout
from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.feedback.compare import Moment, step_at
from desktop_app.engine.practice.evaluation import AttemptResult
from desktop_app.engine.records import FeatureSequence, FloatArray
from desktop_app.ui.figure.framing import signing_space
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.player.clip import PlayerClip

STEPS_PER_S: Final = 30.0
RING: Final = 0.42  # radius around a marked hand, in torso units


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two clips and their rows at every step of the alignment.

    Attributes:
        rows: (S, 2) row of the reference and of the attempt.
        moments: `steps` holds the step of each.
        hands: for each moment (in the reference, in the attempt), 0 left or 1 right.
        turned: the attempt was signed with the other hand, so its reference is mirrored.
    """

    reference: PlayerClip
    attempt: PlayerClip
    rows: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
    moments: tuple[Moment, ...]
    steps: tuple[int, ...]
    hands: tuple[tuple[int, int], ...]
    turned: bool


def comparison_of(result: AttemptResult) -> Comparison | None:
    """The comparison of an attempt; None where there is nothing to compare."""
    feedback, reference, attempt = result.feedback, result.reference, result.attempt
    if feedback is None or reference is None:
        return None
    rows = np.stack([_rows(reference, feedback.pairs[:, 0]), _rows(attempt, feedback.pairs[:, 1])], axis=1)
    steps = tuple(step_at(feedback.pairs, moment.reference_s) for moment in feedback.moments)
    sides = []
    for moment in feedback.moments:
        side = 1 - result.dominant if moment.channel is Channel.OTHER_HAND else result.dominant
        sides.append((side, 1 - side if feedback.mirrored else side))
    space = _space((reference, attempt), rows, steps, sides)
    info = result.reference_info
    pack = info.pack if info else ""
    clips = (
        PlayerClip(tr("Reference"), pack, STEPS_PER_S, reference.features, space=space),
        PlayerClip(tr("You"), "", STEPS_PER_S, attempt.features, space=space),
    )
    return Comparison(*clips, rows, feedback.moments, steps, tuple(sides), feedback.mirrored)


def _space(
    clips: tuple[FeatureSequence, FeatureSequence],
    rows: np.ndarray[tuple[int, ...], np.dtype[np.int64]],
    steps: tuple[int, ...],
    sides: list[tuple[int, int]],
) -> QRectF:
    """The part of torso space that is shown: one scale for both, with every marked hand inside."""
    seen = np.concatenate([clip.features[rows[:, i]] for i, clip in enumerate(clips)])
    space = signing_space(seen)  # as far to the left as to the right
    top, right, bottom = space.top(), space.right(), space.bottom()
    for step, hands in zip(steps, sides, strict=True):
        for i, clip in enumerate(clips):
            spot = hand_place(clip.features[rows[step, i]], hands[i])
            if spot is not None:
                right = max(right, abs(spot[0]) + RING)
                top, bottom = min(top, spot[1] - RING), max(bottom, spot[1] + RING)
    return QRectF(-right, top, 2 * right, bottom - top)


def _rows(
    sequence: FeatureSequence, times: np.ndarray[tuple[int, ...], np.dtype[np.float64]]
) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    rows = np.rint((times - sequence.start_s) * sequence.fps).astype(np.int64)
    clipped: np.ndarray[tuple[int, ...], np.dtype[np.int64]] = np.clip(rows, 0, len(sequence.features) - 1)
    return clipped


def hand_place(row: FloatArray, side: int) -> tuple[float, float] | None:
    """Middle of a hand in torso units; the wrist of the arm where the hand is not seen, None without either."""
    hand = row[(layout.LEFT_HAND, layout.RIGHT_HAND)[side]].reshape(-1, 3)
    if hand.any():
        middle = hand[:, :2].mean(axis=0)
    else:
        wrist = (layout.LEFT_WRIST, layout.RIGHT_WRIST)[side]
        middle = row[layout.POSE].reshape(33, 4)[wrist, :2]
        if not middle.any():
            return None
    return float(middle[0]), float(middle[1])
