"""Signs that nobody recorded: a label's clips changed all alike, so that an encoder learns what may tell signs apart.

Few labels teach an encoder little more than those labels. A change that makes another sign (other place, other hand
shape, played backwards, one hand instead of two) is put on all clips of a label in a batch, which then count as one
new label; the people and cameras still differ from clip to clip. The idea is that of minimal pairs in phonology.

Plain numpy on the first 258 of the 540 columns (pose and hands, torso units); see people.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.messages import FloatArray

Rng = np.random.Generator
Change = Callable[[FloatArray, Rng], FloatArray]
_ARM: Final = ((13, 15, 17, 19, 21), (14, 16, 18, 20, 22))  # elbow, wrist and the pose's fingers of each side
_HANDS: Final = (layout.LEFT_HAND, layout.RIGHT_HAND)


@dataclass(frozen=True, slots=True)
class PseudoSettings:
    """Attributes:
    share: of a batch's labels that are changed; 0 switches this off.
    shift: largest change of place, torso units.
    shape, backwards, place, other_hand, twice, curl: how often each change is part of a mixture.
    """

    share: float = 0.0
    shift: float = 0.6
    backwards: float = 0.35
    place: float = 0.5
    shape: float = 0.5
    other_hand: float = 0.25
    twice: float = 0.15


class HandShapes:
    """Still hands by kind and person: what a changed label's clips show instead of their own hand shape.

    Args:
        shapes: (N, 21, 3) right hands, wrist at the origin, middle knuckle at distance 1.
        kinds, people: (N,) what hand shape it is and whose it is.
    """

    def __init__(self, shapes: FloatArray, kinds: np.ndarray, people: np.ndarray) -> None:
        self._shapes = shapes
        self.kinds = np.unique(kinds)
        self._rows = {
            kind: [np.flatnonzero((kinds == kind) & (people == one)) for one in np.unique(people[kinds == kind])]
            for kind in self.kinds
        }

    def draw(self, kind: object, rng: Rng) -> FloatArray:
        people = self._rows[kind]
        return self._shapes[int(rng.choice(people[int(rng.integers(len(people)))]))]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is changed about a label's clips in one batch; alike for all of them."""

    backwards: bool
    shift: tuple[tuple[float, float], tuple[float, float]] | None
    kinds: tuple[object | None, object | None]
    turn: tuple[float, float]
    other_hand: str
    twice: bool


def draw_recipe(settings: PseudoSettings, shapes: HandShapes | None, rng: Rng) -> Recipe:
    """At least one change."""
    while True:
        backwards = rng.random() < settings.backwards
        shift = None
        if rng.random() < settings.place:
            one = _far(rng, settings.shift)
            two = one if rng.random() < 0.5 else _far(rng, settings.shift)
            shift = (one, two)
        kinds: list[object | None] = [None, None]
        if shapes is not None and rng.random() < settings.shape:
            kind = shapes.kinds[int(rng.integers(len(shapes.kinds)))]
            kinds = [kind, kind if rng.random() < 0.5 else None]
            if rng.random() < 0.3:
                kinds = kinds[::-1]
        other = "keep"
        if rng.random() < settings.other_hand:
            other = ("drop", "mirror")[int(rng.integers(2))]
        twice = rng.random() < settings.twice
        if backwards or shift is not None or any(k is not None for k in kinds) or other != "keep" or twice:
            turn = (float(rng.uniform(-np.pi / 2, np.pi / 2)), float(rng.uniform(-np.pi / 2, np.pi / 2)))
            return Recipe(backwards, shift, (kinds[0], kinds[1]), turn, other, twice)


def _far(rng: Rng, reach: float) -> tuple[float, float]:
    angle = rng.uniform(0, 2 * np.pi)
    far = rng.uniform(0.5, 1) * reach
    return float(far * np.cos(angle)), float(far * np.sin(angle))


def apply(recipe: Recipe, clip: FloatArray, shapes: HandShapes | None, rng: Rng) -> FloatArray:
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
    order = (main, 1 - main)  # recipes speak of the main hand first
    if recipe.shift is not None:
        for (dx, dy), side in zip(recipe.shift, order, strict=True):
            sign = 1.0 if side == main else (-1.0 if recipe.shift[0] == recipe.shift[1] else 1.0)
            # Not for a resting hand: it grows with how far the hand is raised.
            wrist = pose[:, _ARM[side][1], 1]
            raised = np.clip((0.9 - wrist) / 0.35, 0, 1).astype(np.float32)[:, None]
            move = raised * np.array([dx if side == 1 else dx * sign, dy], np.float32)
            pose[:, _ARM[side][1:], :2] += move[:, None]
            pose[:, _ARM[side][0], :2] += 0.5 * move
            hands[:, side, :, :2] += move[:, None]
    for kind, turn, side in zip(recipe.kinds, recipe.turn, order, strict=True):
        if kind is not None and shapes is not None:
            _reshape(hands[:, side], shapes.draw(kind, rng), turn, side)
    hands[~seen] = 0
    return rows


def _copy_side(pose: FloatArray, hands: FloatArray, main: int, *, resting: bool) -> None:
    """The other hand hangs, or does as the main hand does."""
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
    """Put a still shape at the wrist of each row, in the row's size and turning with it by half, in place."""
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
    turned = np.stack([cos * x - sin * y, sin * x + cos * y, np.broadcast_to(shape[None, :, 2], (len(hand), 21))], axis=2)
    hand[:] = wrist + turned * size
