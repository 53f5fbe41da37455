"""Averages recent predictions, without J and Z for a hand that is held still."""

from __future__ import annotations

from collections import deque
from typing import Final

import numpy as np

from desktop_app.engine.letters.alphabet import CLASSES, MOVING_PLACES
from desktop_app.engine.records import FloatArray

STALE_S: Final = 0.6  # older predictions belong to another hand


class Smoother:
    """Averages up to `count` predictions, none older than `STALE_S` seconds."""

    def __init__(self, count: int) -> None:
        self._kept: deque[tuple[float, FloatArray]] = deque(maxlen=count)

    def clear(self) -> None:
        """Forget all predictions."""
        self._kept.clear()

    def add(self, time_s: float, probabilities: FloatArray) -> FloatArray:
        """Add (29,) and give the mean (29,)."""
        self._kept.append((time_s, probabilities))
        while time_s - self._kept[0][0] > STALE_S:
            self._kept.popleft()
        return np.asarray(np.mean([kept for _, kept in self._kept], axis=0), np.float32)


def held_still(probabilities: FloatArray) -> FloatArray:
    """(..., 29) without the letters that are drawn in the air, summing to 1 again."""
    out = np.array(probabilities, np.float32)
    out[..., MOVING_PLACES] = 0
    total = out.sum(axis=-1, keepdims=True)
    return np.asarray(np.where(total > 0, out / np.maximum(total, 1e-9), 1 / len(CLASSES)), np.float32)
