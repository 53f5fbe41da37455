"""A collection of letters in which everything is known: made-up hands, a shape a letter, a size a person."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np

from desktop_app.engine.letters.alphabet import LETTERS
from desktop_app.engine.records import FloatArray
from tests.engine.letters.hands import hand_at

PEOPLE, CAPTURES, FRAMES = 3, 2, 4


def letter_hand(letter: str, rng: np.random.Generator, size: float = 0.2) -> FloatArray:
    """A hand whose fingers are bent in a way of the letter's own."""
    shape = np.random.default_rng(ord(letter)).normal(0, 0.025, (21, 3))
    shape[0] = 0
    hand = hand_at(0.45, 0.6, size) + shape * size / 0.2 + rng.normal(0, 0.001, (21, 3))
    return np.asarray(hand, np.float32)


def write_collection(folder: Path) -> Path:
    """The three files; person 1 shows left hands, person 2 has one suspect letter (B)."""
    rng = np.random.default_rng(0)
    hands, labels, sources, groups, sides, suspect = [], [], [], [], [], []
    group = 0
    for person in range(PEOPLE):
        for letter in LETTERS:
            for _ in range(CAPTURES):
                for _ in range(FRAMES):
                    hand = letter_hand(letter, rng, 0.18 + 0.02 * person)
                    if person == 1:
                        hand[:, 0] = 1 - hand[:, 0]
                    hands.append(hand)
                    labels.append(letter)
                    sources.append(person)
                    groups.append(group)
                    sides.append("L" if person == 1 else "R")
                    suspect.append(person == 2 and letter == "B")
                group += 1
    count = len(hands)
    np.savez(
        folder / "stills.npz",
        xyz=np.stack(hands),
        dims=np.full(count, 3, np.int8),
        label=np.array(labels),
        source=np.array(sources, np.int16),
        group=np.array(groups, np.int32),
        hand=np.array(sides),
        normalised=np.zeros(count, bool),
        suspect=np.array(suspect),
        aspect=np.full(count, 4 / 3, np.float32),
    )
    frames, offsets, names, kinds, owners = [], [0], [], [], []
    for person in range(PEOPLE):
        for letter in ("J", "Z", "A"):
            for take in range(2):
                frames += list(_clip(letter, rng, 20 + 5 * take))
                offsets.append(len(frames))
                names.append(letter)
                kinds.append("clip")
                owners.append(person)
    np.savez(
        folder / "sequences.npz",
        frames=np.stack(frames),
        offsets=np.array(offsets),
        frame_index=np.concatenate([np.arange(b - a) for a, b in itertools.pairwise(offsets)]),
        label=np.array(names),
        source=np.array(owners, np.int16),
        kind=np.array(kinds),
        hand=np.full(len(names), "R"),
    )
    rows = [f"{person},person{person}/letters,MIT,1.3333" for person in range(PEOPLE)]
    (folder / "sources.csv").write_text(
        "index,source,licence,aspect_w_over_h\n" + "\n".join(rows) + "\n", encoding="utf-8"
    )
    return folder


def _clip(letter: str, rng: np.random.Generator, count: int) -> list[FloatArray]:
    """A holds still; J and Z go round in the picture while the hand turns."""
    out = []
    for step in np.linspace(0, 2 * np.pi, count):
        hand = letter_hand("I" if letter == "J" else letter, rng)
        if letter != "A":
            turn = 0.8 * np.sin(step) * (1 if letter == "J" else -1)
            centred = hand - hand[:1]
            x, y = centred[:, 0].copy(), centred[:, 1].copy()
            centred[:, 0] = np.cos(turn) * x - np.sin(turn) * y
            centred[:, 1] = np.sin(turn) * x + np.cos(turn) * y
            hand = centred + hand[:1] + np.array([0.1 * np.sin(step), 0.1 * np.cos(step), 0])
        out.append(hand.astype(np.float32))
    return out
