"""Augmentation of clips as other people and other cameras, in batches; for encoders without the face.

Plain numpy on the first 258 of the 540 columns (pose and hands, torso units). Points are (N, T, P, 3) arrays;
an absent hand is zeros and stays zeros.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FloatArray

Rng = np.random.Generator
BODY_AND_HANDS: Final = layout.FACE.start
LOW_Y: Final = 0.9  # wrists at this height (torso units below the middle) hang or lie in the lap
LIFT: Final = 0.35  # this much above it a hand counts as raised in full
POSE_DEPTH: Final = 0.4  # MediaPipe's pose depth is about so much too deep for a turn of the body
# Pose points that hang on each arm below the shoulder: elbow; wrist and the pose's own fingers.
_ARMS: Final = (
    (layout.LEFT_SHOULDER, layout.LEFT_ELBOW, (15, 17, 19, 21), 0),
    (layout.RIGHT_SHOULDER, layout.RIGHT_ELBOW, (16, 18, 20, 22), 1),
)
_HEAD: Final = slice(0, 11)


@dataclass(frozen=True, slots=True)
class PeopleSettings:
    """Strengths; shares are the largest change to either side, angles are in degrees.

    Attributes:
        pace: a view shows the clip up to this many times quicker or slower in one part than in another.
        crop: at least this share of the clip stays in view.
        frame_drop, jitter: share of rows that show the row before; how unevenly rows are spaced (in rows).
        yaw, pitch, roll: the camera's place; perspective: how much nearer points grow, a torso unit of depth.
        stretch, size, offset: aspect of the picture, size of the body, its place in torso units.
        arm, finger, hand, head: lengths of the arm's bones, of fingers, of hands; place of the head.
        hand_place, hand_roll: where and how a hand sits at its arm.
        tremble, still: noise a row and a clip, in torso units; joint: of finger joints, in hand sizes.
        mirror, depth_lost, hand_gap, hand_lost: chances of a view.
    """

    pace: float = 0.35
    crop: float = 0.75
    frame_drop: float = 0.12
    jitter: float = 0.4
    yaw: float = 20.0
    pitch: float = 12.0
    roll: float = 6.0
    perspective: float = 0.15
    stretch: float = 0.12
    size: float = 0.12
    offset: float = 0.08
    arm: float = 0.12
    finger: float = 0.1
    hand: float = 0.15
    head: float = 0.08
    hand_place: float = 0.06
    hand_roll: float = 12.0
    tremble: float = 0.006
    still: float = 0.01
    joint: float = 0.03
    mirror: float = 0.3
    depth_lost: float = 0.25
    hand_gap: float = 0.25
    hand_lost: float = 0.06


def view_of(clip: FloatArray, frames: int, settings: PeopleSettings, rng: Rng) -> FloatArray:
    """(T, 258) -> (frames, 258): another pace, part of the clip, lost and uneven rows."""
    last = len(clip) - 1
    share = rng.uniform(settings.crop, 1)
    start = rng.uniform(0, 1 - share) * last
    pace = np.interp(
        np.linspace(0, 4, frames), np.arange(5), np.exp(rng.uniform(-settings.pace, settings.pace, 5))
    )
    steps = np.concatenate([[0.0], np.cumsum((pace[1:] + pace[:-1]) / 2)])
    places = start + steps / max(steps[-1], 1e-9) * share * last
    places = places + rng.uniform(-settings.jitter, settings.jitter, frames)
    keep = rng.random(frames) >= rng.uniform(0, 2 * settings.frame_drop)
    keep[0] = True
    places = np.clip(places, 0, last)[np.maximum.accumulate(np.where(keep, np.arange(frames), 0))]
    left = np.floor(places).astype(np.int64)
    right = np.minimum(left + 1, last)
    weight = (places - left).astype(np.float32)[:, None]
    out: FloatArray = clip[left] + weight * (clip[right] - clip[left])
    nearer = np.where(weight[:, 0] < 0.5, left, right)
    for part in (layout.LEFT_HAND, layout.RIGHT_HAND):
        # Half a hand between "here" and "absent" would be a hand flying in from the origin.
        alone = clip[left, part].any(axis=1) != clip[right, part].any(axis=1)
        out[alone, part] = clip[nearer[alone], part]
    return out


def new_people(rows: FloatArray, settings: PeopleSettings, rng: Rng) -> FloatArray:
    """(N, T, 258) -> the same movements by other people before other cameras, each clip by its own."""
    count, frames = rows.shape[:2]
    pose = rows[:, :, layout.POSE].reshape(count, frames, layout.POSE_POINTS, 4).copy()
    points = pose[..., :3]
    hands = rows[:, :, layout.LEFT_HAND.start :].reshape(count, frames, 2, layout.HAND_POINTS, 3).copy()
    seen = hands.any(axis=(3, 4))
    flip = rng.random(count) < settings.mirror
    points[flip], hands[flip], seen[flip] = _mirror(points[flip], hands[flip], seen[flip])
    _change_hands(hands, settings, rng)
    _change_build(points, hands, settings, rng)
    _turn_camera(points, hands, settings, rng)
    points += _spread(rng, settings.still, (count, 1, layout.POSE_POINTS, 3))
    points += _spread(rng, settings.tremble, points.shape)
    hands += _spread(rng, settings.tremble, (count, frames, 2, 1, 3))
    flat = rng.random(count) < settings.depth_lost
    points[flat, ..., 2] = 0
    hands[flat, ..., 2] = 0
    hands[~_still_seen(seen, settings, rng)] = 0
    pose[..., :3] = points
    return np.concatenate(
        [pose.reshape(count, frames, -1), hands.reshape(count, frames, -1)], axis=2, dtype=np.float32
    )


def views(
    first: Sequence[FloatArray], second: Sequence[FloatArray], frames: int, settings: PeopleSettings, rng: Rng
) -> tuple[FloatArray, FloatArray]:
    """An augmented view (N, frames, 540) of each clip (T, 258) of two equally long lists, the face absent."""
    rows = np.stack([view_of(clip, frames, settings, rng) for clip in (*first, *second)])
    out = np.zeros((len(rows), frames, layout.FEATURE_DIM), np.float32)
    out[:, :, :BODY_AND_HANDS] = new_people(rows, settings, rng)
    return out[: len(first)], out[len(first) :]


def _uniform(rng: Rng, reach: float, shape: tuple[int, ...]) -> FloatArray:
    return rng.uniform(-reach, reach, shape).astype(np.float32)


def _spread(rng: Rng, deviation: float, shape: tuple[int, ...]) -> FloatArray:
    noise: FloatArray = rng.standard_normal(shape, dtype=np.float32) * np.float32(deviation)
    return noise


def _mirror(points: FloatArray, hands: FloatArray, seen: BoolArray) -> tuple[FloatArray, FloatArray, BoolArray]:
    turn = np.array([-1, 1, 1], np.float32)
    return points[:, :, layout.POSE_MIRROR_ORDER] * turn, hands[:, :, ::-1] * turn, seen[:, :, ::-1]


def _change_hands(hands: FloatArray, settings: PeopleSettings, rng: Rng) -> None:
    """Size, fingers, turn about the wrist and place of each hand, in place."""
    count = len(hands)
    wrist = hands[:, :, :, :1].copy()
    shape = hands - wrist
    for finger in layout.FINGERS.values():
        knuckle = shape[:, :, :, finger[0], None].copy()
        longer = 1 + _uniform(rng, settings.finger, (count, 1, 1, 1, 1))
        rest = list(finger[1:])
        shape[:, :, :, rest] = knuckle + (shape[:, :, :, rest] - knuckle) * longer
    size = np.sqrt(np.square(shape[:, :, :, 9]).sum(axis=-1))[..., None, None]
    shape += _spread(rng, settings.joint, (count, 1, 2, layout.HAND_POINTS, 3)) * size
    shape *= 1 + _uniform(rng, settings.hand, (count, 1, 2, 1, 1))
    angle = np.deg2rad(_uniform(rng, settings.hand_roll, (count, 1, 2, 1)))
    x, y = shape[..., 0].copy(), shape[..., 1].copy()
    shape[..., 0] = np.cos(angle) * x - np.sin(angle) * y
    shape[..., 1] = np.sin(angle) * x + np.cos(angle) * y
    hands[:] = shape + wrist + _uniform(rng, settings.hand_place, (count, 1, 2, 1, 3))


def _change_build(points: FloatArray, hands: FloatArray, settings: PeopleSettings, rng: Rng) -> None:
    """Bones of the arms (the hand goes with its wrist) and the head's place and size, in place."""
    count = len(points)
    upper, lower = (1 + _uniform(rng, settings.arm, (count, 1, 1)) for _ in range(2))
    for shoulder, elbow, ends, side in _ARMS:
        root, joint = points[:, :, shoulder].copy(), points[:, :, elbow].copy()
        wrist = points[:, :, ends[0]].copy()
        moved = root + (joint - root) * upper
        end = moved + (wrist - joint) * lower
        points[:, :, elbow] = moved
        points[:, :, list(ends)] += (end - wrist)[:, :, None]
        hands[:, :, side] += (end - wrist)[:, :, None]
    head = points[:, :, _HEAD]
    nose = head[:, :, :1].copy()
    points[:, :, _HEAD] = (
        (head - nose) * (1 + _uniform(rng, settings.hand, (count, 1, 1, 1)))
        + nose
        + _uniform(rng, settings.head, (count, 1, 1, 3))
    )


def _turn_camera(points: FloatArray, hands: FloatArray, settings: PeopleSettings, rng: Rng) -> None:
    """Rotation, perspective, aspect, size and place, in place. A hand's depth counts from its wrist."""
    count = len(points)
    turn = _rotations(
        *(np.deg2rad(rng.uniform(-a, a, count)) for a in (settings.yaw, settings.pitch, settings.roll))
    )
    near = _uniform(rng, settings.perspective, (count, 1, 1, 1))
    stretch = 1 + _uniform(rng, settings.size, (count, 1, 1, 1))
    stretch = stretch * (1 + _uniform(rng, settings.stretch, (count, 1, 1, 3)))
    offset = _uniform(rng, settings.offset, (count, 1, 1, 3))
    flat = points * np.array([1, 1, POSE_DEPTH], np.float32)
    depth = hands[:, :, :, :1, 2:].copy()
    space = hands.copy()
    space[..., 2:] += flat[:, :, (layout.LEFT_WRIST, layout.RIGHT_WRIST), 2][:, :, :, None, None] - depth
    frames = points.shape[1]
    together = np.concatenate([flat, space.reshape(count, frames, -1, 3)], axis=2)
    together = together @ turn[:, None]
    together[..., :2] /= np.clip(1 + near * together[..., 2:], 0.5, 2)
    together = together * stretch + offset
    points[:] = together[:, :, : layout.POSE_POINTS] / np.array([1, 1, POSE_DEPTH], np.float32)
    turned = together[:, :, layout.POSE_POINTS :].reshape(hands.shape)
    turned[..., 2:] += depth - turned[:, :, :, :1, 2:]
    hands[:] = turned


def _rotations(yaw: FloatArray, pitch: FloatArray, roll: FloatArray) -> FloatArray:
    """(N,) angles in radians -> (N, 3, 3), to be multiplied from the right."""
    out = np.tile(np.eye(3), (len(yaw), 1, 1))
    for angle, (a, b) in ((yaw, (0, 2)), (pitch, (1, 2)), (roll, (0, 1))):
        one = np.tile(np.eye(3), (len(yaw), 1, 1))
        one[:, a, a] = one[:, b, b] = np.cos(angle)
        one[:, a, b], one[:, b, a] = np.sin(angle), -np.sin(angle)
        out = out @ one
    turned: FloatArray = out.astype(np.float32)
    return turned


def _still_seen(seen: BoolArray, settings: PeopleSettings, rng: Rng) -> BoolArray:
    """(N, T, 2): hands that the tracker loses for a while, or altogether (never both hands)."""
    count, frames = seen.shape[:2]
    row = np.arange(frames)[None, :, None]
    start = rng.integers(0, frames, (count, 1, 2))
    length = rng.integers(1, max(frames // 3, 2), (count, 1, 2))
    gap = (row >= start) & (row < start + length) & (rng.random((count, 1, 2)) < settings.hand_gap)
    side = rng.integers(0, 2, (count, 1, 1))
    often = seen.mean(axis=1, keepdims=True)
    spare = often <= often[:, :, ::-1]  # only the hand that is seen less may be lost
    lost = (rng.random((count, 1, 1)) < settings.hand_lost) & (np.arange(2) == side) & spare
    result: BoolArray = seen & ~gap & ~lost
    return result
