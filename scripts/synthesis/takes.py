"""One recorded take of a sign, cleaned and cut to its movement, ready to be compared and averaged."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FeatureSequence, FloatArray, read_only
from desktop_app.engine.tracking.features import resample_at

RATE: Final = 30.0  # rows per second of a reference
GAP_S: Final = 0.4  # a hand that the tracker lost for less than this is drawn through
STRAY: Final = 0.6  # a hand further than this from the arm's wrist (torso units) belongs to another person
LOW_Y: Final = 0.9  # wrists at this height (torso units below the centre) hang or lie in the lap
LIFT: Final = 0.35  # from there up to where a hand counts as fully raised
MOVING: Final = 0.6  # torso units per second; slower hands are held still
HOLD_S: Final = 0.35  # how much of a still hold is left at either end
MIN_ROWS: Final = 12
SMOOTH_S: Final = 0.04  # standard deviation of the Gaussian that takes the tracker's tremble off

_HANDS: Final = (
    (1, layout.LEFT_HAND, layout.LEFT_WRIST),
    (2, layout.RIGHT_HAND, layout.RIGHT_WRIST),
)


@dataclass(frozen=True, slots=True, eq=False)
class SynthesisTake:
    """A take at 30 rows a second.

    Attributes:
        features: (T, 540) float32, torso units of `torso-540-v1`.
        present: (T, 4) bool.
    """

    label: str
    signer: str
    language: str
    source: str
    licence: str
    clip_id: str
    features: FloatArray
    present: BoolArray

    def __post_init__(self) -> None:
        read_only(self.features)
        read_only(self.present)

    def with_rows(self, features: FloatArray, present: BoolArray) -> SynthesisTake:
        """The same take with other rows."""
        return replace(self, features=features, present=present)

    @property
    def seconds(self) -> float:
        return len(self.features) / RATE


def to_rate(sequence: FeatureSequence) -> tuple[FloatArray, BoolArray]:
    """A clip of any rate -> rows at 30 a second; rows without a person are left out before."""
    kept = np.flatnonzero(sequence.present[:, 0])
    if len(kept) < 2:
        return np.zeros((0, layout.FEATURE_DIM), np.float32), np.zeros((0, 4), bool)
    even = resample_at(
        sequence.features[kept],
        sequence.present[kept],
        kept / sequence.fps,
        RATE,
        0.0,
        len(kept) / sequence.fps,
    )
    return even.features, even.present


def clean(features: FloatArray, present: BoolArray) -> tuple[FloatArray, BoolArray]:
    """Drop stray hands, draw through short losses, take the tremble off. Rows (T, 540) all with a pose."""
    features, present = features.copy(), present.copy()
    pose = features[:, layout.POSE].reshape(-1, 33, 4)
    for part, columns, wrist in _HANDS:
        offset = features[:, columns][:, :2] - pose[:, wrist, :2]
        stray = present[:, part] & (np.linalg.norm(offset, axis=1) > STRAY)
        present[stray, part] = False
        features[stray, columns] = 0
        _draw_through(features, present, part, columns)
    return smooth(features, present, SMOOTH_S), present


def _draw_through(features: FloatArray, present: BoolArray, part: int, columns: slice) -> None:
    """Fill losses shorter than `GAP_S` linearly, in place; drop sightings of a single row."""
    seen = np.flatnonzero(present[:, part])
    for before, after in itertools.pairwise(seen):
        gap = after - before
        if 1 < gap <= GAP_S * RATE:
            weight = (np.arange(1, gap) / gap)[:, None]
            features[before + 1 : after, columns] = (1 - weight) * features[
                before, columns
            ] + weight * features[after, columns]
            present[before + 1 : after, part] = True
    padded = np.pad(present[:, part], 1)
    alone = padded[1:-1] & ~padded[:-2] & ~padded[2:]
    present[alone, part] = False
    features[alone, columns] = 0


def smooth(features: FloatArray, present: BoolArray, sigma_s: float) -> FloatArray:
    """Gaussian over time, each part only over rows that have it."""
    sigma = sigma_s * RATE
    reach = max(1, round(3 * sigma))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    out = features.copy()
    for index, columns in enumerate(layout.PARTS.values()):
        seen = present[:, index].astype(np.float64)
        weight = np.convolve(seen, kernel, "full")[reach : reach + len(seen)]
        total = np.apply_along_axis(
            lambda column: np.convolve(column, kernel, "full")[reach : reach + len(column)],
            0,
            features[:, columns] * seen[:, None],
        )
        rows = present[:, index]
        out[rows, columns] = total[rows] / weight[rows, None]
    return out


def mirrored(features: FloatArray, present: BoolArray) -> tuple[FloatArray, BoolArray]:
    """The take as a left-handed signer would give it (or a mirrored camera): x turned, sides swapped.

    The face is left out: every fifth mesh point has no mirror image among every fifth mesh points.
    """
    out = np.zeros_like(features)
    pose = features[:, layout.POSE].reshape(-1, 33, 4).copy()
    pose[:, :, 0] *= -1
    out[:, layout.POSE] = pose[:, layout.POSE_MIRROR_ORDER].reshape(len(features), -1)
    turn = np.tile(np.array([-1, 1, 1], np.float32), layout.HAND_POINTS)
    out[:, layout.LEFT_HAND] = features[:, layout.RIGHT_HAND] * turn
    out[:, layout.RIGHT_HAND] = features[:, layout.LEFT_HAND] * turn
    seen = present[:, [0, 2, 1, 3]].copy()
    seen[:, 3] = False
    return out, seen


def raised(features: FloatArray, present: BoolArray) -> FloatArray:
    """(T, 2) how far left and right hand are lifted out of rest: 0 unseen or hanging, 1 in signing space."""
    lift = np.zeros((len(features), 2), np.float32)
    for column, (part, columns, _) in enumerate(_HANDS):
        height = (LOW_Y - features[:, columns][:, 1]) / LIFT
        lift[:, column] = np.clip(height, 0, 1) * present[:, part]
    return lift


def trim(features: FloatArray, present: BoolArray, hold_s: float = HOLD_S) -> tuple[FloatArray, BoolArray]:
    """Cut the idle rest off both ends: what is left begins and ends with a raised or moving hand.

    `hold_s` is how much of a raised hand that stands still is left at either end.
    """
    lift = raised(features, present).max(axis=1)
    speed = np.zeros(len(features))
    for part, columns, _ in _HANDS:
        both = present[1:, part] & present[:-1, part]
        step = np.linalg.norm(np.diff(features[:, columns][:, :2], axis=0), axis=1) * both * RATE
        speed[1:] = np.maximum(speed[1:], step)
    moving = np.flatnonzero((speed > MOVING) & (lift > 0))
    up = np.flatnonzero(lift > 0.3)
    if not len(up):
        return features[:0], present[:0]
    # A held sign hardly moves: then everything with a raised hand is the sign.
    first, last = up[0], up[-1]
    if len(moving):
        hold = round(hold_s * RATE)
        first = max(first, moving[0] - hold)
        last = min(last, moving[-1] + hold)
    return features[first : last + 1], present[first : last + 1]
