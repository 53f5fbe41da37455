"""Makes the sample recording of the Fingerspelling view out of the alphabet pack: one hand that spells a word.

    python scripts/build/letters_sample.py [WORD] [--out FILE]

It shows no real person: the hands are those of the pack, held for a second each, with a small sway, and
interpolated from one to the next. A double letter slides aside, as in natural spelling.
"""

from __future__ import annotations

import argparse
from itertools import pairwise
from pathlib import Path

import numpy as np

from desktop_app import paths
from desktop_app.engine import layout
from desktop_app.engine.letters.reference import reference_hands
from desktop_app.engine.records import FloatArray
from desktop_app.engine.sources.recording import save_recording

FPS = 30.0
ASPECT = 4 / 3
PALM = 0.27  # of the picture's height
PLACE = (0.46, 0.78)  # of the wrist
HOLD_S, MOVE_S, AWAY_S = 1.1, 0.35, 0.8
SLIDE = 0.2


def hold_rows(hand: FloatArray, hold_s: float) -> FloatArray:
    """A letter (T, 21, 3) as long as it is held; a drawn one is drawn once."""
    moving = float(np.abs(hand - hand[0]).max()) > 1e-4
    return hand if moving else np.repeat(hand[:1], round(hold_s * FPS), axis=0)


def spell(word: str, hold_s: float = HOLD_S) -> FloatArray:
    """(T, 21, 3) in picture coordinates; each still letter is held for `hold_s`."""
    hands = reference_hands()
    posed = []
    for letter in word:
        hand = hands[letter] - hands[letter][:1, :1]
        palm = float(np.linalg.norm(hand[0, 9, :] - hand[0, 0, :]))
        posed.append(hold_rows(np.asarray(hand / palm * PALM, np.float32), hold_s))
    shift, slid = np.zeros(3, np.float32), [posed[0]]
    for place in range(1, len(word)):
        if word[place] == word[place - 1]:
            shift = shift + np.array([-SLIDE, 0, 0], np.float32)
        slid.append(posed[place] + shift)
    rows = [slid[0]]
    for before, after in pairwise(slid):
        share = np.linspace(0, 1, round(MOVE_S * FPS) + 2)[1:-1]
        smooth = (share * share * (3 - 2 * share))[:, None, None]
        rows += [before[-1] * (1 - smooth) + after[0] * smooth, after]
    hand = np.concatenate(rows)
    time = np.arange(len(hand)) / FPS
    sway = np.stack([0.004 * np.sin(2.1 * time), 0.005 * np.sin(1.3 * time + 1), np.zeros_like(time)], axis=1)
    hand = hand + sway[:, None]
    hand[..., 0] /= ASPECT
    hand[..., 2] /= ASPECT
    hand[..., :2] += np.array(PLACE)
    return np.asarray(hand, np.float32)


def main() -> None:
    """Write the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("word", nargs="?", default="HELLO")
    parser.add_argument("--out", type=Path, default=paths.sample_recording("letters"))
    parser.add_argument("--hold", type=float, default=HOLD_S, help="seconds a still letter is held")
    arguments = parser.parse_args()
    hand = spell(arguments.word.upper(), arguments.hold)
    away = round(AWAY_S * FPS)
    raw = np.zeros((away + len(hand) + away, layout.FEATURE_DIM), np.float32)
    raw[away : away + len(hand), layout.RIGHT_HAND] = hand.reshape(len(hand), -1)
    save_recording(arguments.out, raw, np.arange(len(raw)) / FPS, ASPECT, compact=True)
    print(f"{arguments.out}: {arguments.word}, {len(raw) / FPS:.1f} s")


if __name__ == "__main__":
    main()
