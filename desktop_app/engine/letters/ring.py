"""A buffer of recent hands with times: input of sequence models, and basis of motion measurements.

All lengths are times, not frame counts: a slow camera or lost frames must not look like fast motion.
"""

from __future__ import annotations

from collections import deque
from typing import Final

import numpy as np

from desktop_app.engine.letters.hands import palm_size
from desktop_app.engine.records import FloatArray
from desktop_app.engine.tracking.window import WINDOW_FPS

FULL_SLACK_S: Final = 0.5 / WINDOW_FPS  # tolerance for jitter in camera time stamps
_TRACKED: Final = (0, 4, 8, 20)  # wrist, thumb, index and little finger: a hand that turns moves one of them
_SPEED_S: Final = 0.15
_PLACE_S: Final = 0.3


class HandRing:
    """Hands (21, 3) in true proportions with their times. Times must increase. Not thread-safe.

    Args:
        frames: rows of a window, at 30 a second.
    """

    def __init__(self, frames: int) -> None:
        self.frames = frames
        self._span_s = (frames - 1) / WINDOW_FPS
        self._hands: deque[tuple[float, FloatArray]] = deque()

    def clear(self) -> None:
        """Clear the buffer: the hand is gone, or the source changed."""
        self._hands.clear()

    def append(self, time_s: float, hand: FloatArray) -> None:
        """Add a hand and drop those older than a window."""
        self._hands.append((time_s, hand))
        # One older than the window stays, so that the window's first row can be interpolated.
        while len(self._hands) > 2 and self._hands[1][0] <= time_s - self._span_s:
            self._hands.popleft()

    def __len__(self) -> int:
        return len(self._hands)

    @property
    def collected(self) -> int:
        """Number of rows that a window would have now, at most `frames`."""
        if not self._hands:
            return 0
        covered = self._hands[-1][0] - self._hands[0][0] + FULL_SLACK_S
        return min(self.frames, 1 + int(covered * WINDOW_FPS))

    @property
    def full(self) -> bool:
        """Whether a whole window is there."""
        return self.collected >= self.frames

    def window(self, frames: int | None = None) -> FloatArray:
        """(S, 21, 3): the last `frames` rows (default: all that are there), evenly spaced at 30 a second."""
        count = min(frames or self.frames, max(1, self.collected))
        times = np.array([time for time, _ in self._hands])
        hands = np.stack([hand for _, hand in self._hands])
        wanted = np.clip(times[-1] - np.arange(count - 1, -1, -1) / WINDOW_FPS, times[0], None)
        right = np.clip(np.searchsorted(times, wanted), 1, max(1, len(times) - 1))
        if len(times) == 1:
            return np.asarray(hands[[0] * count], np.float32)
        left = right - 1
        share = (wanted - times[left]) / (times[right] - times[left])
        return np.asarray(hands[left] + share[:, None, None] * (hands[right] - hands[left]), np.float32)

    def speed(self) -> float:
        """Palm lengths a second of the fastest of wrist and fingertips over the last moments; 0 for one
        frame.
        """
        if len(self._hands) < 2:
            return 0.0
        now, hand = self._hands[-1]
        before_s, before = self._hands[-2]
        for time_s, older in reversed(self._hands):
            before_s, before = time_s, older
            if now - time_s >= _SPEED_S:
                break
        moved = np.linalg.norm(hand[_TRACKED, :2] - before[_TRACKED, :2], axis=1).max()
        return float(moved / palm_size(hand) / max(now - before_s, 1e-3))

    def place(self) -> FloatArray:
        """(2,) place of the hand in palm lengths: a median, because trackers jump."""
        now = self._hands[-1][0]
        recent = [hand for time_s, hand in self._hands if now - time_s <= _PLACE_S]
        middle = np.median([hand[:, :2].mean(axis=0) for hand in recent], axis=0)
        return np.asarray(middle / np.median([palm_size(hand) for hand in recent]), np.float32)

    def path(self) -> float:
        """Longest smoothed path of a fingertip within the window, in palm lengths."""
        return drawn_path(self.window())


def drawn_path(hands: FloatArray) -> float:
    """Longest way of index or little fingertip over hands (S, 21, 3) in true proportions, in palm lengths."""
    if len(hands) < 4:
        return 0.0
    tips = hands[:, (8, 20), :2]
    kernel = np.ones(3) / 3
    smooth = np.stack([[np.convolve(tips[:, tip, axis], kernel, "valid") for axis in (0, 1)] for tip in (0, 1)])
    way = np.sqrt(np.square(np.diff(smooth, axis=2)).sum(axis=1)).sum(axis=1)
    palm = float(np.median([palm_size(hand) for hand in hands]))
    return float(way.max() / palm)
