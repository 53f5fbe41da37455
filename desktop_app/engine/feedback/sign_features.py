"""The features that clips are compared by: hands and face, cleaned and trimmed to the sign."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FeatureSequence
from desktop_app.engine.tracking.features import resample
from desktop_app.errors import LandmarkError
from desktop_app.message import Message

Array = npt.NDArray[np.float64]

RATE: Final = 30.0
MIN_ROWS: Final = 8
GAP_ROWS: Final = 12  # gaps of up to 0.4 s are interpolated
STRAY: Final = 0.6  # a hand further than this from the arm's wrist (torso units) belongs to somebody else
LOW_Y: Final = 0.9  # wrists this far below the centre hang or lie in the lap; docs/references.md
LIFT: Final = 0.35  # from there up to where a hand counts as raised
REST: Final = ((0.45, 0.9), (-0.45, 0.9))  # where a hand that is not raised counts to be, left and right
MOVING: Final = 0.6  # torso units a second
HOLD_ROWS: Final = 10  # of a raised hand standing still left at either end
# Joints that tell hand shapes apart: thumb, knuckles, middle joints and tips; 17 turns the palm.
SHAPE_POINTS: Final = (2, 4, 5, 6, 8, 10, 12, 14, 16, 17, 18, 20)
TIPS: Final = (4, 8, 12, 16, 20)
PALM: Final = 9
DEPTH_WEIGHT: Final = 0.5
VISIBLE: Final = 0.5
FACE_SHARE: Final = 0.6
_PARTS: Final = ((1, layout.LEFT_HAND, layout.LEFT_WRIST), (2, layout.RIGHT_HAND, layout.RIGHT_WRIST))


@dataclass(frozen=True, slots=True, eq=False)
class SignFeatures:
    """One clip, cut to its sign, at 30 rows a second. Hands in the order left, right.

    Attributes:
        times: (T,) seconds on the clip's own axis.
        place: (T, 2, 2) x and y of the wrists, torso units; of hands at rest one fixed place.
        lift: (T, 2) how far a hand is raised out of rest, 0 to 1.
        seen: (T, 2) the hand itself was seen (its place may come from the arm).
        shape: (T, 2, S) joints against the wrist in palm lengths, and how far each finger is stretched.
        face: (T, 188) expression: face points without head place, size, roll and the person's own face;
            None where the face was not seen enough.
    """

    times: Array
    place: Array
    lift: Array
    seen: BoolArray
    shape: Array
    face: Array | None

    @property
    def rows(self) -> int:
        return len(self.times)

    @property
    def seconds(self) -> float:
        return self.rows / RATE

    def mirrored(self) -> SignFeatures:
        """The same sign by a signer with the other dominant hand, face included."""
        place = self.place[:, ::-1] * np.array([-1.0, 1.0])
        shape = self.shape[:, ::-1].copy()
        shape[:, :, : 3 * len(SHAPE_POINTS) : 3] *= -1
        face = None
        if self.face is not None:
            points = self.face.reshape(self.rows, layout.FACE_POINTS, 2)[:, layout.FACE_MIRROR_ORDER]
            face = (points * np.array([-1.0, 1.0])).reshape(self.rows, -1)
        return SignFeatures(self.times, place, self.lift[:, ::-1], self.seen[:, ::-1], shape, face)


def prepare(sequence: FeatureSequence) -> SignFeatures:
    """Clean a clip in `torso-540-v1` and trim it to its sign.

    Raises:
        LandmarkError: no hand is raised in it long enough.
    """
    even = resample(sequence, RATE)
    features = even.features.astype(np.float64)
    present = even.present.copy()
    times = even.start_s + np.arange(len(features)) / RATE
    pose = features[:, layout.POSE].reshape(-1, 33, 4)
    place = np.zeros((len(features), 2, 2))
    lift = np.zeros((len(features), 2))
    shapes = []
    for side, (part, columns, wrist) in enumerate(_PARTS):
        hand = features[:, columns].reshape(-1, 21, 3)
        arm = pose[:, wrist, :2]
        far = np.linalg.norm(hand[:, 0, :2] - arm, axis=1) > STRAY
        present[far & present[:, 0], part] = False
        hand = _drawn_through(hand, present, part)
        seen = present[:, part]
        followed = present[:, 0] & (pose[:, wrist, 3] >= VISIBLE)
        spot = np.where(seen[:, None], hand[:, 0, :2], arm)
        height = np.clip((LOW_Y - spot[:, 1]) / LIFT, 0, 1) * (seen | followed)
        rest = np.asarray(REST[side])
        lift[:, side] = height
        place[:, side] = rest + height[:, None] * (spot - rest)
        shapes.append(_shape(hand, seen))
    kept = _sign(place, lift)
    if kept.stop - kept.start < MIN_ROWS:
        raise LandmarkError(
            Message("No sign is seen in this clip: no hand is raised long enough."),
            Message("Keep your hands in the picture while you sign, and try again."),
            code="feedback.no_sign",
        )
    return SignFeatures(
        times[kept],
        place[kept],
        lift[kept],
        present[kept, 1:3],
        np.stack(shapes, axis=1)[kept],
        _face(features[kept], present[kept]),
    )


def _shape(hand: Array, seen: BoolArray) -> Array:
    """(T, S): joints against the wrist, in palm lengths, and the stretch of each finger; zeros where unseen."""
    palm = np.maximum(np.linalg.norm(hand[:, PALM] - hand[:, 0], axis=1), 1e-3)
    against = (hand - hand[:, :1]) / palm[:, None, None]
    joints = against[:, SHAPE_POINTS] * np.array([1, 1, DEPTH_WEIGHT])
    stretch = np.linalg.norm(against[:, TIPS], axis=2)
    both: Array = np.concatenate([joints.reshape(len(hand), -1), stretch], axis=1) * seen[:, None]
    return both


def _drawn_through(hand: Array, present: BoolArray, part: int) -> Array:
    """Interpolate short gaps and smooth, in a copy; `present` is updated in place."""
    hand = hand.copy()
    seen = np.flatnonzero(present[:, part])
    for before, after in itertools.pairwise(seen):
        gap = int(after - before)
        if 1 < gap <= GAP_ROWS:
            weight = (np.arange(1, gap) / gap)[:, None, None]
            hand[before + 1 : after] = (1 - weight) * hand[before] + weight * hand[after]
            present[before + 1 : after, part] = True
    both = present[2:, part] & present[1:-1, part] & present[:-2, part]
    rows = np.flatnonzero(both) + 1
    smooth = hand.copy()
    smooth[rows] = (hand[rows - 1] + 2 * hand[rows] + hand[rows + 1]) / 4
    smooth[~present[:, part]] = 0
    return smooth


def _sign(place: Array, lift: Array) -> slice:
    """The rows from the first raised or moving hand to the last."""
    step = np.zeros(len(place))
    step[1:] = np.linalg.norm(np.diff(place, axis=0), axis=2).max(axis=1) * RATE
    high = lift.max(axis=1)
    up = np.flatnonzero(high > 0.3)
    if len(up) == 0:
        return slice(0, 0)
    first, last = int(up[0]), int(up[-1])
    moving = np.flatnonzero((step > MOVING) & (high > 0))
    if len(moving):  # a held sign hardly moves: then all of it is the sign
        first = max(first, int(moving[0]) - HOLD_ROWS)
        last = min(last, int(moving[-1]) + HOLD_ROWS)
    return slice(first, last + 1)


def _face(features: Array, present: BoolArray) -> Array | None:
    seen = present[:, 3]
    if seen.mean() < FACE_SHARE:
        return None
    points = features[:, layout.FACE].reshape(-1, layout.FACE_POINTS, 3)[:, :, :2]
    points = points[_nearest(seen)]
    centred = points - points.mean(axis=1, keepdims=True)
    centred /= np.maximum(np.sqrt(np.square(centred).sum(axis=(1, 2), keepdims=True)), 1e-6)
    model = centred[seen].mean(axis=0)
    # Roll: the angle of the best rotation in the plane onto the clip's mean face.
    cross = (centred[:, :, 0] * model[:, 1] - centred[:, :, 1] * model[:, 0]).sum(axis=1)
    dot = (centred * model).sum(axis=(1, 2))
    angle = np.arctan2(cross, dot)
    cosine, sine = np.cos(angle)[:, None], np.sin(angle)[:, None]
    x, y = centred[:, :, 0], centred[:, :, 1]
    upright = np.stack([cosine * x - sine * y, sine * x + cosine * y], axis=2)
    delta: Array = (upright - upright[seen].mean(axis=0)).reshape(len(features), -1)
    return delta


def _nearest(seen: BoolArray) -> npt.NDArray[Any]:
    """(T,) for every row the nearest row with the part in it."""
    rows = np.flatnonzero(seen)
    nearest: npt.NDArray[Any] = rows[np.abs(np.arange(len(seen))[:, None] - rows[None]).argmin(axis=1)]
    return nearest
