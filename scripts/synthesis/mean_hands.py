"""Mean hands of letters: Procrustes means over people, and the mean motion of J and Z. No torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine.letters.alphabet import CLASSES
from desktop_app.engine.letters.hands import normalised, palm_size
from desktop_app.engine.records import FloatArray
from desktop_app.training.letters.clips import placed_clip
from desktop_app.training.letters.collection import LetterClip, LetterCollection

MIN_SOURCES: Final = 2
MIN_TAKES: Final = 10
OUTLYING: Final = 1.7  # times the median distance: a source that holds the letter otherwise is left out
MOTION_ROWS: Final = 45  # of a drawn letter at 30 a second
_ROUNDS: Final = 12
_ALIGNMENTS: Final = 6


@dataclass(frozen=True, slots=True, eq=False)
class MeanHand:
    """A letter's hand or motion.

    Attributes:
        hands: (T, 21, 3) in palm lengths from the first row's wrist, as an unmirrored camera sees a right hand.
        sources: the collection's numbers of the people in it.
        takes: recordings or pictures that went in; spread: mean distance of a source from the mean, in palm
            lengths.
    """

    letter: str
    hands: FloatArray
    sources: tuple[int, ...]
    takes: int
    spread: float


def mean_still(collection: LetterCollection, letter: int) -> MeanHand | None:
    """The mean hand of a still letter over people with depth; None where fewer than two agree."""
    stills = collection.stills
    rows = (stills.letters == letter) & ~stills.suspect & ~stills.flat
    hands = stills.right_hands()
    means: dict[int, FloatArray] = {}
    counts: dict[int, int] = {}
    for source in np.unique(stills.sources[rows]):
        own = hands[rows & (stills.sources == source)]
        if len(own) >= MIN_TAKES:
            means[int(source)] = _middle(own)
            counts[int(source)] = len(own)
    chosen = list(means)
    while len(chosen) >= MIN_SOURCES:
        mean, distances = procrustes_mean([means[source] for source in chosen])
        worst = int(np.argmax(distances))
        if len(chosen) == MIN_SOURCES or distances[worst] <= OUTLYING * np.median(distances):
            takes = sum(counts[source] for source in chosen)
            return MeanHand(CLASSES[letter], mean[None], tuple(chosen), takes, float(distances.mean()))
        chosen.pop(worst)
    return None


def procrustes_mean(hands: Sequence[FloatArray]) -> tuple[FloatArray, FloatArray]:
    """Generalised Procrustes: the mean shape (21, 3), held as the people hold it on average, and distances
    (N,).

    Each hand is turned and scaled onto the mean, the mean is taken anew. The turn that the people's own hands
    need is averaged at the end and given back.
    """
    shapes = np.stack([_sized(hand) for hand in hands]).astype(np.float64)
    shapes -= shapes.mean(axis=1, keepdims=True)
    mean = shapes[0]
    turns = np.repeat(np.eye(3)[None], len(shapes), axis=0)
    for _ in range(_ROUNDS):
        turns = np.stack([_turn(shape, mean) for shape in shapes])
        laid = np.stack([shape @ turn for shape, turn in zip(shapes, turns, strict=True)])
        laid *= (laid * mean).sum(axis=(1, 2), keepdims=True) / (laid * laid).sum(axis=(1, 2), keepdims=True)
        mean = laid.mean(axis=0)
        mean *= np.sqrt((shapes[0] ** 2).sum() / (mean**2).sum())
    distances = np.sqrt(((laid - mean) ** 2).sum(axis=2)).mean(axis=1)
    back = turns.transpose(0, 2, 1).mean(axis=0)
    u, _, vt = np.linalg.svd(back)
    flip = np.diag([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    held = mean @ (u @ flip @ vt)
    return _sized((held - held[:1]).astype(np.float32)), distances.astype(np.float32)


def mean_motion(clips: Sequence[LetterClip]) -> MeanHand | None:
    """The mean motion of a drawn letter: clips laid on each other by time, every source with the same
    weight.
    """
    takes = [(clip.source, _drawn(clip)) for clip in clips if len(clip.frames) >= MIN_TAKES]
    sources = tuple(sorted({source for source, _ in takes}))
    if len(sources) < MIN_SOURCES:
        return None
    weights = np.array([1 / sum(other == source for other, _ in takes) for source, _ in takes])
    weights /= weights.sum()
    motions = np.stack([motion for _, motion in takes])
    start = int(np.argmin([np.abs(motions - motion).mean() for motion in motions]))  # the medoid
    mean = motions[start]
    for _ in range(_ALIGNMENTS):
        laid = np.stack([_warped(motion, mean) for motion in motions])
        mean = np.tensordot(weights, laid, axes=1)
    spread = float(np.linalg.norm(laid - mean, axis=3).mean())
    return MeanHand(CLASSES[clips[0].letter], mean.astype(np.float32), sources, len(takes), spread)


def _drawn(clip: LetterClip) -> FloatArray:
    """(MOTION_ROWS, 21, 3): the clip from where it starts to move to where it stops, in palm lengths."""
    hands = placed_clip(clip)
    hands = hands / np.median([palm_size(hand) for hand in hands])
    tips = hands[:, (8, 20), :2]
    step = np.r_[0.0, np.linalg.norm(np.diff(tips, axis=0), axis=2).max(axis=1)]
    way = np.cumsum(np.convolve(step, np.ones(3) / 3, "same"))
    first = int(np.searchsorted(way, 0.04 * way[-1]))
    last = int(np.searchsorted(way, 0.96 * way[-1]))
    part = hands[max(0, first - 1) : last + 2]
    places = np.linspace(0, len(part) - 1, MOTION_ROWS)
    left = np.floor(places).astype(np.int64)
    right = np.minimum(left + 1, len(part) - 1)
    rows = part[left] + (places - left)[:, None, None] * (part[right] - part[left])
    return np.asarray(rows - rows[:1, :1], np.float32)


def _warped(motion: FloatArray, onto: FloatArray) -> FloatArray:
    """`motion` at the pace of `onto`: the mean of the rows that DTW lays on each row."""
    cost = np.linalg.norm(motion[:, None] - onto[None], axis=3).mean(axis=2)
    count, rows = cost.shape
    total = np.full((count + 1, rows + 1), np.inf)
    total[0, 0] = 0
    for i in range(count):
        for j in range(rows):
            total[i + 1, j + 1] = cost[i, j] + min(total[i, j], total[i, j + 1], total[i + 1, j])
    laid, hits = np.zeros_like(onto), np.zeros(rows)
    i, j = count, rows
    while i > 0 and j > 0:
        laid[j - 1] += motion[i - 1]
        hits[j - 1] += 1
        i, j = min(((i - 1, j - 1), (i - 1, j), (i, j - 1)), key=lambda place: total[place])
    return np.asarray(laid / hits[:, None, None], np.float32)


def _middle(hands: FloatArray) -> FloatArray:
    """The typical hand of one person: the median of coordinates, of the half nearest to it."""
    sized = np.stack([_sized(hand) for hand in hands])
    middle = np.median(sized, axis=0)
    distance = np.abs(sized - middle).mean(axis=(1, 2))
    return np.asarray(np.median(sized[distance <= np.median(distance)], axis=0), np.float32)


def _sized(hand: FloatArray) -> FloatArray:
    """Minus the wrist, in mean bone lengths of the palm."""
    centred = normalised(hand)
    palm = np.linalg.norm(centred[[5, 9, 13, 17]], axis=1).mean()
    return np.asarray(centred / max(float(palm), 1e-6), np.float32)


def _turn(shape: FloatArray, onto: FloatArray) -> FloatArray:
    """The rotation (3, 3) that lays row vectors of `shape` best onto those of `onto` (Kabsch)."""
    u, _, vt = np.linalg.svd(shape.T @ onto)
    flip = np.diag([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    turn: FloatArray = u @ flip @ vt
    return turn
