"""A ring of feature rows with their capture times, cut into even windows at 30 rows a second.

The rate of landmarks varies with machine and light; a slow camera must not look like a slow signer, so nothing
counts frames: windows are cut by time and resampled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import FeatureRow, FeatureSequence
from desktop_app.engine.tracking.features import resample_at
from desktop_app.errors import ConfigError
from desktop_app.message import Message

WINDOW_FPS: Final = 30.0
LONGEST_GAP_S: Final = 0.5  # after a longer silence the rows before it belong to another moment


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """Lengths in rows at 30 a second."""

    first_rows: int = 32
    min_rows: int = 64
    max_rows: int = 96
    keep_s: float = 20.0  # longer than the longest sign, so that a finished sign is whole

    def __post_init__(self) -> None:
        if not 8 <= self.first_rows <= self.min_rows <= self.max_rows:
            raise ConfigError(
                Message(
                    "Window lengths must rise: {first_rows}, {min_rows}, {max_rows} rows.",
                    first_rows=self.first_rows,
                    min_rows=self.min_rows,
                    max_rows=self.max_rows,
                ),
                Message("Use for example 32, 64 and 96 rows."),
            )


class FeatureRing:
    """Rows of the last `keep_s` seconds; the oldest leaves. Not thread-safe."""

    def __init__(self, keep_s: float, capacity_fps: float = 120.0) -> None:
        capacity = int(keep_s * capacity_fps)
        self._features = np.zeros((capacity, layout.FEATURE_DIM), np.float32)
        self._present = np.zeros((capacity, len(layout.PARTS)), bool)
        self._times_s = np.zeros(capacity, np.float64)
        self._keep_s = keep_s
        self._start = 0  # index of the oldest row
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def clear(self) -> None:
        self._start = self._count = 0

    def append(self, row: FeatureRow, time_s: float) -> None:
        """Add a row; a gap clears what lay before it. Times must increase."""
        if self._count and time_s - self.newest_s > LONGEST_GAP_S:
            self.clear()
        capacity = len(self._times_s)
        if self._count == capacity:
            self._start = (self._start + 1) % capacity
            self._count -= 1
        slot = (self._start + self._count) % capacity
        self._features[slot], self._present[slot], self._times_s[slot] = row.features, row.present, time_s
        self._count += 1
        while self._count > 1 and time_s - self.oldest_s > self._keep_s:
            self._start = (self._start + 1) % capacity
            self._count -= 1

    @property
    def oldest_s(self) -> float:
        return float(self._times_s[self._start])

    @property
    def newest_s(self) -> float:
        return float(self._times_s[(self._start + self._count - 1) % len(self._times_s)])

    @property
    def rows_at_30hz(self) -> int:
        """How many rows an even window over everything would have."""
        return 0 if self._count == 0 else round((self.newest_s - self.oldest_s) * WINDOW_FPS) + 1

    def cut(self, start_s: float, end_s: float, offset_s: float) -> FeatureSequence | None:
        """The rows from start to end, resampled to 30 a second; None with fewer than two rows in it.

        `offset_s` turns ring times into positions of the source.
        """
        order = (self._start + np.arange(self._count)) % len(self._times_s)
        times = self._times_s[order]
        inside = order[(times >= start_s - 1e-9) & (times <= end_s + 1e-9)]
        if len(inside) < 2:
            return None
        times = self._times_s[inside]
        return resample_at(
            self._features[inside],
            self._present[inside],
            times,
            WINDOW_FPS,
            float(times[0]) - offset_s,
            float(times[-1]) - offset_s,
        )
