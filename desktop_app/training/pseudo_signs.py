"""Synthetic signs, so that an encoder learns what distinguishes signs in general, not only these signs.

A change that makes another sign (another place or hand shape, played backwards, one hand instead of two) is put
on all clips of a label in a batch, which then count as one new label; the people and cameras still differ from
clip to clip. The idea is that of minimal pairs in phonology.

Plain numpy on the first 258 of the 540 columns (pose and hands, torso units); see people.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray
from desktop_app.training.people import LIFT, LOW_Y

Rng = np.random.Generator
_ARM: Final = ((13, 15, 17, 19, 21), (14, 16, 18, 20, 22))  # elbow, wrist and the pose's fingers of each side


@dataclass(frozen=True, slots=True)
class PseudoSettings:
    """Frequency and kinds of the changes.

    Attributes:
        share: of a batch's labels that are changed; 0 switches this off.
        shift: largest change of place, torso units.
        backwards, place, shape, other_hand, twice: how often each change is part of what is done to a label:
            time reversed, hands elsewhere, a borrowed hand shape, the other hand taken away or made to do the
            same, the whole done twice as fast and twice.
    """

    share: float = 0.0
    shift: float = 0.6
    backwards: float = 0.35
    place: float = 0.5
    shape: float = 0.5
    other_hand: float = 0.25
    twice: float = 0.15


class HandShapes:
    """Still hands by kind and person, which replace the hand shapes of a changed label's clips.

    Args:
        shapes: (N, 21, 3) right hands, wrist at the origin, middle knuckle at distance 1.
        kinds, people: (N,) hand shape and person of each.
    """

    def __init__(self, shapes: FloatArray, kinds: Sequence[str], people: Sequence[int]) -> None:
        self._shapes = shapes
        rows: dict[str, dict[int, list[int]]] = {}
        for row, (kind, person) in enumerate(zip(kinds, people, strict=True)):
            rows.setdefault(kind, {}).setdefault(person, []).append(row)
        self.kinds = tuple(sorted(rows))
        self._rows = {kind: list(people_of.values()) for kind, people_of in rows.items()}

    def draw(self, kind: str, rng: Rng) -> FloatArray:
        """(21, 3) of a kind, of a random person."""
        people = self._rows[kind]
        shape: FloatArray = self._shapes[rng.choice(people[int(rng.integers(len(people)))])]
        return shape


@dataclass(frozen=True, slots=True)
class Recipe:
    """The changes to all clips of a label in one batch."""

    backwards: bool
    shift: tuple[tuple[float, float], tuple[float, float]] | None
    kinds: tuple[str | None, str | None]
    turn: tuple[float, float]
    other_hand: str
    twice: bool


def draw_recipe(settings: PseudoSettings, shapes: HandShapes | None, rng: Rng) -> Recipe:
    """Draw the changes to one label; at least its time is reversed."""
    shift = None
    if rng.random() < settings.place:
        one = _far(rng, settings.shift)
        shift = (one, one if rng.random() < 0.5 else _far(rng, settings.shift))
    kinds: tuple[str | None, str | None] = (None, None)
    if shapes is not None and rng.random() < settings.shape:
        kind = shapes.kinds[int(rng.integers(len(shapes.kinds)))]
        kinds = ((kind, kind), (kind, None), (None, kind))[int(rng.choice(3, p=(0.5, 0.35, 0.15)))]
    other = ("drop", "mirror")[int(rng.integers(2))] if rng.random() < settings.other_hand else "keep"
    twice = bool(rng.random() < settings.twice)
    changed = shift is not None or kinds != (None, None) or other != "keep" or twice
    return Recipe(
        backwards=bool(rng.random() < settings.backwards) or not changed,
        shift=shift,
        kinds=kinds,
        turn=(float(rng.uniform(-np.pi / 2, np.pi / 2)), float(rng.uniform(-np.pi / 2, np.pi / 2))),
        other_hand=other,
        twice=twice,
    )


def _far(rng: Rng, reach: float) -> tuple[float, float]:
    angle = rng.uniform(0, 2 * np.pi)
    far = rng.uniform(0.5, 1) * reach
    return float(far * np.cos(angle)), float(far * np.sin(angle))


def change(recipe: Recipe, clip: FloatArray, shapes: HandShapes | None, rng: Rng) -> FloatArray:
    """(T, 258) -> (T', 258), a new array."""
    rows = clip[::-1].copy() if recipe.backwards else clip.copy()
    if recipe.twice:
        rows = np.concatenate([rows, rows])[::2]
    pose = rows[:, layout.POSE].reshape(len(rows), layout.POSE_POINTS, 4)
    hands = rows[:, layout.LEFT_HAND.start : layout.FACE.start].reshape(len(rows), 2, layout.HAND_POINTS, 3)
    seen = hands.any(axis=(2, 3))  # (T, 2)
    main = int(seen[:, 1].sum() >= seen[:, 0].sum())
    if recipe.other_hand == "drop":
        _copy_side(pose, hands, main, resting=True)
    elif recipe.other_hand == "mirror":
        _copy_side(pose, hands, main, resting=False)
    seen = hands.any(axis=(2, 3))
    order = (main, 1 - main)  # recipes list the dominant hand first
    if recipe.shift is not None:
        _move(pose, hands, recipe.shift, order)
    for kind, turn, side in zip(recipe.kinds, recipe.turn, order, strict=True):
        if kind is not None and shapes is not None:
            _reshape(hands[:, side], shapes.draw(kind, rng), turn, side)
    hands[~seen] = 0
    return rows


def _move(
    pose: FloatArray,
    hands: FloatArray,
    shift: tuple[tuple[float, float], tuple[float, float]],
    order: tuple[int, int],
) -> None:
    """Shift both hands, mirrored for people with a dominant left hand; in place.

    The shift grows with the height of the hand, so that a resting hand stays.
    """
    toward = 1.0 if order[0] == 1 else -1.0
    mirrored = shift[0] == shift[1]  # both hands apart or together, as two-handed signs mostly are
    for (dx, dy), side, way in zip(shift, order, (toward, -toward if mirrored else toward), strict=True):
        elbow, *end = _ARM[side]
        raised = np.clip((LOW_Y - pose[:, end[0], 1]) / LIFT, 0, 1).astype(np.float32)[:, None]
        move = raised * np.array([dx * way, dy], np.float32)
        pose[:, end, :2] += move[:, None]
        pose[:, elbow, :2] += 0.5 * move
        hands[:, side, :, :2] += move[:, None]


def _copy_side(pose: FloatArray, hands: FloatArray, main: int, *, resting: bool) -> None:
    """Lower the other hand, or make it mirror the dominant hand; in place."""
    other = 1 - main
    turn = np.array([-1, 1, 1], np.float32)
    if resting:
        hands[:, other] = 0
        side = 1.0 if other == 0 else -1.0
        pose[:, _ARM[other][0], :2] = (0.6 * side, 0.55)
        pose[:, list(_ARM[other][1:]), :2] = (0.5 * side, 1.15)
        return
    middle = (pose[:, 11, :3] + pose[:, 12, :3])[:, None] / 2
    pose[:, list(_ARM[other]), :3] = (pose[:, list(_ARM[main]), :3] - middle) * turn + middle
    shown = hands[:, main].any(axis=(1, 2))
    flipped = (hands[:, main] - middle) * turn + middle
    hands[:, other] = np.where(shown[:, None, None], flipped, 0)


def _reshape(hand: FloatArray, shape: FloatArray, turn: float, side: int) -> None:
    """Replace the hand of each row by a still shape at its wrist, of its size and rotation; in place."""
    wrist = hand[:, :1]
    along = hand[:, 9] - hand[:, 0]
    size = np.sqrt(np.square(along).sum(axis=1))[:, None, None]
    shape = shape * np.array([1 if side == 1 else -1, 1, 1], np.float32)
    # The recorded hand's turn in the picture plane against its own mean carries over.
    angle = np.arctan2(along[:, 1], along[:, 0])
    middle = np.arctan2(np.sin(angle).mean(), np.cos(angle).mean())
    total = (angle - middle) + (turn if side == 1 else -turn)
    cos, sin = np.cos(total)[:, None], np.sin(total)[:, None]
    x, y = shape[None, :, 0], shape[None, :, 1]
    turned = np.stack(
        [cos * x - sin * y, sin * x + cos * y, np.broadcast_to(shape[None, :, 2], (len(hand), 21))], axis=2
    )
    hand[:] = wrist + turned * size
