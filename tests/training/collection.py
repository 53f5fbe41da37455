"""A small collection in the array layout: three synthetic signers, three signs and a person at rest."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from desktop_app.engine.records import FloatArray
from tests.helpers.people import person_row

SIGNERS = ("ann", "ben", "cleo")
SIGNS = ("circle", "down", "wave")
CLIPS = 4


def sign_clip(sign: str, signer: int, take: int, frames: int = 24) -> FloatArray:
    """(T, 540) raw rows of one take; signers differ in place and size of the movement."""
    rng = np.random.default_rng([SIGNERS.index(SIGNERS[signer]), take, len(sign)])
    reach, turn = 0.05 + 0.015 * signer, rng.uniform(-0.2, 0.2)
    rows = []
    for t in np.linspace(0, 1, frames):
        angle = 2 * np.pi * (t + turn / 6)
        right = {
            "circle": (0.40 + reach * np.cos(angle), 0.60 + reach * np.sin(angle)),
            "down": (0.40 + 0.02 * signer, 0.45 + 4 * reach * t),
            "wave": (0.30 + reach * np.sin(3 * angle), 0.35 + 0.01 * signer),
            "idle": (0.40, 0.85),
        }[sign]
        left = (
            (0.62, 0.85) if sign != "circle" else (0.60 - reach * np.cos(angle), 0.60 + reach * np.sin(angle))
        )
        row = person_row(left, right)
        seen = row != 0
        rows.append(np.where(seen, row + rng.normal(0, 0.001, len(row)), 0))
    clip: FloatArray = np.stack(rows).astype(np.float32)
    return clip


def write_collection(folder: Path, *, idle: bool = True) -> Path:
    """`clips.csv` with only some of the optional columns, and one `.npz` a signer."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for number, signer in enumerate(SIGNERS):
        clips: list[FloatArray] = []
        names = [*SIGNS, "idle"] if idle and number == 0 else list(SIGNS)
        for sign in names:
            for take in range(CLIPS):
                rows.append(
                    {
                        "clip_id": f"{signer}-{sign}-{take}",
                        "file": f"{signer}.npz",
                        "index": len(clips),
                        "label": sign,
                        "signer_group": "studio",
                        "recorder": signer,
                        "licence": "MIT",
                    }
                )
                clips.append(sign_clip(sign, number, take))
        save_clips(folder / f"{signer}.npz", clips)
    pd.DataFrame(rows).to_csv(folder / "clips.csv", index=False)
    return folder


def save_clips(path: Path, clips: list[FloatArray]) -> None:
    """The array layout: int16, coordinate x 8192."""
    offsets = np.cumsum([0, *(len(clip) for clip in clips)]).astype(np.int64)
    frames = np.round(np.concatenate(clips) * 8192).astype(np.int16)
    np.savez_compressed(path, frames=frames, offsets=offsets)
