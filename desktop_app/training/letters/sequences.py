"""Windows to train sequence models on: held letters made of stills, and drawn ones (J, Z) by other people.

J and Z in motion were recorded by few people, hand shapes by all: a recorded motion of the palm is transferred
to other people's hands, and every window has its own speed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch

from desktop_app.engine.letters.alphabet import INDEX, MOVING, WINDOW_FRAMES
from desktop_app.engine.letters.commit import STARTS_LIKE
from desktop_app.engine.records import FloatArray
from desktop_app.training.letters import people
from desktop_app.training.letters.clips import evenly, right_clip
from desktop_app.training.letters.collection import LetterClip
from desktop_app.training.letters.draws import BalancedDraws
from desktop_app.training.letters.features import palm_frame

# What hand draws which letter: J is an I that is drawn, Z is drawn by the pointing hand that its stills show.
DRAWN_BY: Final = {"J": "I", "Z": "Z"}
_SHORTEST: Final = 8
CAMERA: Final = people.HandSettings(roll=3.0)  # how windows are seen


@dataclass(frozen=True, slots=True)
class SequenceSettings:
    """How windows are made; shares are chances.

    Attributes:
        drawn: share of windows of J and Z.
        transferred: of these, recorded palm motion on another person's hand.
        repeated: of these, the letter drawn again and again, seen from anywhere on the way.
        recorded: of the held ones, real clips of held letters.
        alike: of the other held ones, letters that a drawn one starts like.
        arrival: a held letter comes out of another one within the window.
        sway: slow turn in the picture of a hand that is held, in degrees, at most.
        drift: turn in space of such a hand from the first frame to the last, in degrees, a standard deviation.
        tremble: fast turn in the picture of such a hand, in degrees, a standard deviation.
        fewest: frames that a camera takes of a window at least; the others lie on straight lines between them.
    """

    frames: int = WINDOW_FRAMES
    drawn: float = 0.3
    transferred: float = 0.5
    repeated: float = 0.15
    recorded: float = 0.2
    alike: float = 0.25
    arrival: float = 0.5
    sway: float = 6.0
    drift: float = 8.0
    tremble: float = 1.5
    fewest: int = 8


class WindowMaker:
    """Draws batches of windows with their letters.

    Args:
        hands: (N, 21, 3) right hands by the contract.
        draws: over the letters that are held; shapes: over all, for the hands that draw J and Z.
        clips: recorded sequences of the training people.
    """

    def __init__(
        self,
        hands: torch.Tensor,
        draws: BalancedDraws,
        shapes: BalancedDraws,
        clips: list[LetterClip],
        settings: SequenceSettings,
        build: people.HandSettings,
    ) -> None:
        self._hands, self._draws, self._shapes = hands, draws, shapes
        self._settings, self._build = settings, build
        drawn = {INDEX[name] for name in MOVING}
        starts = {INDEX[name] for names in STARTS_LIKE.values() for name in names}
        self._alike = np.array([letter for letter in draws.letters if letter in starts], np.int64)
        usable = [clip for clip in clips if len(clip.frames) >= _SHORTEST]
        self._drawn = {
            letter: _by_source([c for c in usable if c.letter == letter and c.kind == "clip"])
            for letter in sorted(drawn)
        }
        self._held = _by_source([clip for clip in usable if clip.letter not in drawn])

    def batch(self, count: int, rng: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        """Windows (count, frames, 63) by the contract and letters (count,)."""
        settings = self._settings
        drawn = round(count * settings.drawn) if any(self._drawn.values()) else 0
        recorded = round((count - drawn) * settings.recorded) if self._held else 0
        parts = [self._made(count - drawn - recorded, rng)]
        if recorded:
            parts.append(self._recorded(recorded, rng))
        if drawn:
            parts.append(self._moving(drawn, rng))
        windows = torch.cat([windows for windows, _ in parts])
        windows = people.normalise(filmed_slowly(windows, settings.fewest, rng))
        letters = torch.cat([letters for _, letters in parts])
        return windows.reshape(count, settings.frames, 63), letters

    def _made(self, count: int, rng: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        """Held letters: a still hand that sways, often after another letter."""
        frames = self._settings.frames
        letters, rows = self._draws.draw(count, rng)
        alike = np.flatnonzero(rng.random(count) < self._settings.alike)
        if len(self._alike):
            letters[alike] = rng.choice(self._alike, len(alike))
            rows[alike] = self._draws.draw_letter(letters[alike], rng)
        _, before = self._draws.draw(count, rng)
        now = people.in_bone_lengths(self._hands[rows])
        then = people.in_bone_lengths(self._hands[before])
        time = torch.arange(frames, dtype=torch.float32)[None]
        arrived = torch.from_numpy(rng.uniform(2, 0.7 * frames, count).astype(np.float32))
        arrived = torch.where(torch.from_numpy(rng.random(count)) < self._settings.arrival, arrived, -99.0)
        length = torch.from_numpy(rng.uniform(2, 8, count).astype(np.float32))
        share = ((time - arrived[:, None]) / length[:, None] + 1).clamp(0, 1)[:, :, None, None]
        points = then[:, None] * (1 - share) + now[:, None] * share
        points = self._sway(points, rng)
        return people.camera(points, self._build), torch.from_numpy(letters)

    def _sway(self, points: torch.Tensor, rng: np.random.Generator) -> torch.Tensor:
        """Slow turns in the picture and in space, and a tremble, as no hand is quite still."""
        count, frames = points.shape[:2]
        over = torch.linspace(-0.5, 0.5, frames)
        drift = torch.randn(count, 3, 1) * self._settings.drift * over
        turn = people.euler(*(drift[:, axis].reshape(-1) for axis in range(3)))
        points = (points.reshape(-1, 21, 3) @ turn.transpose(1, 2)).reshape(points.shape)
        pace, phase = rng.uniform(0.5, 3, (count, 1)), rng.uniform(0, 6.3, (count, 1))
        reach = np.deg2rad(self._settings.sway) * rng.random((count, 1))
        angle = torch.from_numpy((reach * np.sin(phase + pace * np.linspace(0, 3, frames))).astype(np.float32))
        loud = torch.rand(count, 1) * math.radians(self._settings.tremble)
        angle = angle + loud * torch.randn(count, frames)
        cosine, sine = torch.cos(angle)[:, :, None], torch.sin(angle)[:, :, None]
        x, y = points[..., 0], points[..., 1]
        return torch.stack([cosine * x - sine * y, sine * x + cosine * y, points[..., 2]], dim=3)

    def _recorded(self, count: int, rng: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        windows, letters = [], []
        for _ in range(count):
            source = self._held[rng.integers(len(self._held))]
            clip = source[rng.integers(len(source))]
            hands = right_clip(clip)
            span = min(1.0, rng.uniform(20, 60) / len(hands))
            start = rng.uniform(0, 1 - span) if len(hands) > 64 else 0.0
            windows.append(evenly(hands, self._settings.frames, start, start + span))
            letters.append(clip.letter)
        return people.camera(torch.from_numpy(np.stack(windows)), self._build), torch.tensor(letters)

    def _moving(self, count: int, rng: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor]:
        """J and Z, seen from somewhere near their start to somewhere near their end."""
        windows, letters = [], []
        known = [letter for letter, sources in self._drawn.items() if sources]
        for _ in range(count):
            letter = known[rng.integers(len(known))]
            source = self._drawn[letter][rng.integers(len(self._drawn[letter]))]
            hands = right_clip(source[rng.integers(len(source))])
            hands = hands[_uneven(len(hands), rng)]
            if rng.random() < self._settings.repeated:
                hands = _from_anywhere(hands, rng)
            windows.append(evenly(hands, self._settings.frames, rng.uniform(-0.3, 0.2), rng.uniform(0.75, 1.2)))
            letters.append(letter)
        points = torch.from_numpy(np.stack(windows))
        shapes = self._hands[self._shapes.draw_letter(self._shape_letters(letters), rng)]
        moved = _moved_like(points, shapes)
        usable = ~(_is_flat(points) | _is_flat(shapes))
        chosen = usable & (torch.from_numpy(rng.random(count)) < self._settings.transferred)
        points = torch.where(chosen[:, None, None, None], moved, points)
        return people.camera(points, self._build), torch.tensor(letters)

    def _shape_letters(self, letters: list[int]) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
        names = {INDEX[name]: INDEX[shape] for name, shape in DRAWN_BY.items()}
        there = set(self._shapes.letters.tolist())
        fallback = int(self._shapes.letters[0])
        chosen = [names[letter] if names[letter] in there else fallback for letter in letters]
        return np.asarray(chosen, np.int64)


def _by_source(clips: list[LetterClip]) -> list[list[LetterClip]]:
    return [[clip for clip in clips if clip.source == source] for source in sorted({c.source for c in clips})]


def filmed_slowly(windows: torch.Tensor, fewest: int, rng: np.random.Generator) -> torch.Tensor:
    """Windows (N, S, 21, 3) as a camera shows them that takes only some of the frames, at uneven times.

    Each window keeps `fewest` to S of its frames, among them the first and the last. The others are
    interpolated, as the live view does it for a slow camera.
    """
    count, frames = windows.shape[:2]
    steps = np.arange(frames)
    left, right = np.zeros((count, frames), np.int64), np.zeros((count, frames), np.int64)
    share = np.zeros((count, frames), np.float32)
    for row, kept in enumerate(rng.integers(min(fewest, frames), frames + 1, count)):
        inner = np.linspace(0, frames - 1, kept) + rng.uniform(-0.4, 0.4, kept) * frames / kept
        places = np.unique(np.r_[0, np.clip(np.round(inner[1:-1]), 1, frames - 2), frames - 1].astype(np.int64))
        after = np.clip(np.searchsorted(places, steps, side="left"), 1, len(places) - 1)
        left[row], right[row] = places[after - 1], places[after]
        share[row] = (steps - left[row]) / (right[row] - left[row])
    rows = np.arange(count)[:, None]
    part = torch.from_numpy(share)[:, :, None, None]
    return windows[rows, left] * (1 - part) + windows[rows, right] * part


def _uneven(count: int, rng: np.random.Generator) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """Places of the same clip at a pace that changes on the way."""
    pace = np.interp(np.linspace(0, 3, count), np.arange(4), np.exp(rng.uniform(-0.4, 0.4, 4)))
    steps = np.r_[0.0, np.cumsum((pace[1:] + pace[:-1]) / 2)]
    return np.asarray(np.round(steps / max(steps[-1], 1e-9) * (count - 1)), np.int64)


def _from_anywhere(hands: FloatArray, rng: np.random.Generator) -> FloatArray:
    """As many hands of a drawing (T, 21, 3) that goes back, faster, and begins anew, from any moment of it."""
    cycle = np.concatenate([hands, hands[::-2]])
    return np.asarray(np.roll(cycle, -int(rng.integers(len(cycle))), axis=0)[: len(hands)])


def _moved_like(windows: torch.Tensor, shapes: torch.Tensor) -> torch.Tensor:
    """Shapes (N, 21, 3) turning as the palms of windows (N, S, 21, 3) do; (N, S, 21, 3)."""
    count, frames = windows.shape[:2]
    palms = palm_frame(windows.reshape(-1, 21, 3)).reshape(count, frames, 3, 3)
    turns = palms.transpose(2, 3) @ palm_frame(shapes)[:, None]
    return shapes[:, None] @ turns.transpose(2, 3)


def _is_flat(hands: torch.Tensor) -> torch.Tensor:
    """(N, ..., 21, 3) -> (N,): recorded without depth."""
    return hands[..., 2].abs().flatten(1).amax(1) < 1e-6
