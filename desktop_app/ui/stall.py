"""Measures how long the window's thread was busy at a stretch: what a user feels as a hitch."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

LIMIT_MS: Final = 16.0
BEAT_MS: Final = 4


@dataclass(frozen=True, slots=True)
class StallReport:
    """How much later than due a beat every 4 ms came: the time for which Qt's loop could do nothing else.

    On a computer with no core to spare this holds the time for which the thread was not let run, too.

    Attributes:
        longest_ms: the worst; p99_ms: one in a hundred is longer.
        over_limit, beats: how many were longer than 16 ms, and how many there were.
    """

    longest_ms: float
    p99_ms: float
    over_limit: int
    beats: int


class StallProbe(QObject):
    """A heartbeat on the window's thread."""

    def __init__(self) -> None:
        super().__init__()
        self._late_ms: list[float] = []
        self._last_s = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to measure; on the window's thread."""
        self._late_ms.clear()
        self._last_s = time.perf_counter()
        self._timer.start()

    def stop(self) -> StallReport:
        """Stop measuring and report the longest stall."""
        self._timer.stop()
        ordered = sorted(self._late_ms) or [0.0]
        p99 = ordered[min(int(len(ordered) * 0.99), len(ordered) - 1)]
        return StallReport(ordered[-1], p99, sum(ms > LIMIT_MS for ms in ordered), len(self._late_ms))

    def _beat(self) -> None:
        now_s = time.perf_counter()
        self._late_ms.append(max((now_s - self._last_s) * 1000 - BEAT_MS, 0.0))
        self._last_s = now_s
