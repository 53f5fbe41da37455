"""A clock for animations."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

FRAME_MS: Final = 33
_LONGEST_S: Final = 0.2  # after a stall the animation goes on where it was


class AnimationClock(QObject):
    """While it runs, `ticked` gives the seconds since the tick before, at most 0.2."""

    ticked = Signal(float)

    def __init__(self, parent: QObject, interval_ms: int = FRAME_MS) -> None:
        super().__init__(parent)
        self._elapsed = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether it ticks."""
        return self._timer.isActive()

    def run(self, on: bool) -> None:
        """Start or stop; a running clock is not restarted."""
        if not on:
            self._timer.stop()
        elif not self._timer.isActive():
            self._elapsed.start()
            self._timer.start()

    def _tick(self) -> None:
        self.ticked.emit(min(self._elapsed.restart() / 1000, _LONGEST_S))
