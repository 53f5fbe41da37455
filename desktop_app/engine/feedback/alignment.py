"""The warping path between a reference and an attempt, and their distance along it in every channel."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
import numpy.typing as npt
from dtaidistance import dtw_ndim

from desktop_app.engine.feedback.sign_features import RATE, Array, SignFeatures

SHAPE_WEIGHT: Final = 0.35  # one palm length of a shape point against one torso unit of the wrist
MISSING_SHAPE: Final = 3.0  # what a hand that is not seen costs: as a rather different shape does
OTHER_USED: Final = 0.3  # mean lift above which the reference uses its other hand
STILL: Final = 0.15  # torso units between the two ways below which the direction is tremble
REACH: Final = 6  # path steps before and after, between which the movement is compared
ON_ITS_WAY: Final = 0.3  # torso units a second; a hand this fast counts half as much for its place
FACE_STILL: Final = 0.004  # a reference whose face moves less says nothing about the face (synthesised ones)

Steps = npt.NDArray[np.int64]


class Channel(StrEnum):
    """The aspects that an attempt is judged by."""

    SHAPE = "shape"
    OTHER_HAND = "other_hand"
    LOCATION = "location"
    MOVEMENT = "movement"
    TIMING = "timing"
    FACE = "face"


@dataclass(frozen=True, slots=True, eq=False)
class Aligned:
    """A reference and an attempt along their best warping path of S steps.

    Attributes:
        path: (S, 2) row of the reference, row of the attempt; both prepared.
        dominant: the reference's dominant hand, 0 left or 1 right.
        mirrored: the attempt was mirrored: it was signed with the other hand.
        two_handed: the reference uses both hands.
        costs: (S,) how far apart, for each channel that can be judged.
        weights: (S,) how much each step counts in a channel.
        distances: the weighted means of the costs.
    """

    path: Steps
    dominant: int
    mirrored: bool
    two_handed: bool
    costs: dict[Channel, Array]
    weights: dict[Channel, Array]
    distances: dict[Channel, float]


def align(reference: SignFeatures, attempt: SignFeatures, *, mirror: bool | None = None) -> Aligned:
    """Warp an attempt onto a reference.

    Args:
        mirror: whether the attempt was signed with the other hand; None chooses the better fit.
    """
    turned = attempt.mirrored()
    if mirror is None:
        known = _channels(reference)
        plain, other = (_distance(known, _channels(one)) for one in (attempt, turned))
        mirror = other < plain
    chosen = turned if mirror else attempt
    path = np.array(
        dtw_ndim.warping_path(_channels(reference), _channels(chosen), inner_dist="euclidean", use_c=True),
        np.int64,
    )
    dominant = dominant_hand(reference)
    two_handed = float(reference.lift[:, 1 - dominant].mean()) > OTHER_USED
    costs, weights = _costs(reference, chosen, path, dominant, two_handed)
    distances = {
        channel: float((cost * weights[channel]).sum() / max(weights[channel].sum(), 1e-9))
        for channel, cost in costs.items()
    }
    return Aligned(path, dominant, mirror, two_handed, costs, weights, distances)


def dominant_hand(signed: SignFeatures) -> int:
    """The hand that travels and is raised more: 0 left, 1 right."""
    travelled = np.linalg.norm(np.diff(signed.place, axis=0), axis=2).sum(axis=0)
    activity = travelled + 0.5 * signed.lift.mean(axis=0)
    return int(activity[1] >= activity[0])


def _channels(signed: SignFeatures) -> Array:
    """(T, D): places of both hands and their shapes, fading out as a hand goes to rest."""
    parts = []
    for side in (0, 1):
        parts += [signed.place[:, side], SHAPE_WEIGHT * signed.lift[:, side, None] * signed.shape[:, side]]
    return np.ascontiguousarray(np.concatenate(parts, axis=1))


def _distance(one: Array, other: Array) -> float:
    return float(dtw_ndim.distance_fast(one, other, inner_dist="euclidean"))


def _costs(
    reference: SignFeatures, attempt: SignFeatures, path: Steps, dominant: int, two_handed: bool
) -> tuple[dict[Channel, Array], dict[Channel, Array]]:
    rows, attempts = path[:, 0], path[:, 1]
    other = 1 - dominant
    active = np.maximum(reference.lift[rows, dominant], 0.05)
    apart, resting = _location_cost(reference, attempt, path, dominant)
    movement, travelled = _movement_cost(reference, attempt, path, dominant)
    costs = {
        Channel.SHAPE: _shape_cost(reference, attempt, path, dominant),
        Channel.LOCATION: apart,
        Channel.MOVEMENT: movement,
        Channel.TIMING: _timing_cost(reference, attempt, path),
    }
    weights = dict.fromkeys(costs, active)
    weights[Channel.TIMING] = np.ones(len(path))
    weights[Channel.MOVEMENT] = travelled
    weights[Channel.LOCATION] = resting
    if two_handed:
        away = np.linalg.norm(reference.place[rows, other] - attempt.place[attempts, other], axis=1)
        costs[Channel.OTHER_HAND] = away + SHAPE_WEIGHT * _shape_cost(reference, attempt, path, other)
        weights[Channel.OTHER_HAND] = np.maximum(reference.lift[rows, other], 0.05)
    else:
        extra = attempt.lift[attempts, other] - reference.lift[rows, other]
        costs[Channel.OTHER_HAND] = np.maximum(extra, 0)
        weights[Channel.OTHER_HAND] = np.ones(len(path))
    if reference.face is not None and attempt.face is not None:
        moved = float(np.sqrt(np.square(reference.face).sum(axis=1).mean()))
        if moved > FACE_STILL:
            costs[Channel.FACE] = np.linalg.norm(reference.face[rows] - attempt.face[attempts], axis=1)
            weights[Channel.FACE] = np.ones(len(path))
    return costs, weights


def _shape_cost(reference: SignFeatures, attempt: SignFeatures, path: Steps, side: int) -> Array:
    rows, attempts = path[:, 0], path[:, 1]
    cost = np.linalg.norm(reference.shape[rows, side] - attempt.shape[attempts, side], axis=1)
    cost = np.where(attempt.seen[attempts, side], cost, MISSING_SHAPE)
    return np.where(reference.seen[rows, side], cost, 0.0)


def _location_cost(
    reference: SignFeatures, attempt: SignFeatures, path: Steps, side: int
) -> tuple[Array, Array]:
    """(S,) how far the hand is from where it should be, and (S,) how much that counts: most where it rests.

    Between two places, hands of different people take different ways; that is no fault.
    """
    rows, attempts = path[:, 0], path[:, 1]
    apart = np.linalg.norm(reference.place[rows, side] - attempt.place[attempts, side], axis=1)
    speed = np.linalg.norm(np.gradient(reference.place[:, side], axis=0), axis=1) * RATE
    return apart, np.maximum(reference.lift[rows, side], 0.05) / (1 + speed[rows] / ON_ITS_WAY)


def _movement_cost(
    reference: SignFeatures, attempt: SignFeatures, path: Steps, side: int
) -> tuple[Array, Array]:
    """(S,) how differently the hand goes, 0 alike to 1 the other way, and (S,) how far it goes at all.

    Compared is the way from REACH steps before to REACH steps after, at the pace of the path: where the hand
    is, and how fast the whole was, does not count.
    """
    steps = np.arange(len(path))
    before, after = np.maximum(steps - REACH, 0), np.minimum(steps + REACH, len(path) - 1)

    def way(signed: SignFeatures, column: int) -> Array:
        place = signed.place[path[:, column], side]
        gone: Array = place[after] - place[before]
        return gone

    one, other = way(reference, 0), way(attempt, 1)
    far = np.linalg.norm(one, axis=1) + np.linalg.norm(other, axis=1)
    return np.linalg.norm(one - other, axis=1) / np.maximum(far, STILL), far + 0.02


def _timing_cost(reference: SignFeatures, attempt: SignFeatures, path: Steps) -> Array:
    """Rhythm (how far the path strays from an even pace) and the ratio of the lengths."""
    even = path[:, 0] / max(reference.rows - 1, 1) - path[:, 1] / max(attempt.rows - 1, 1)
    return np.abs(even) + abs(float(np.log(attempt.rows / reference.rows)))
