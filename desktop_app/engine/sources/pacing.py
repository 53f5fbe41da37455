"""Schedules frames of a file by their time stamps, or as fast as they are read."""

from __future__ import annotations

from typing import Final

from desktop_app.engine.protocols import Clock
from desktop_app.engine.sources.clock import NS_PER_S, MonotonicClock
from desktop_app.errors import EndOfSource

# A longer delay is a pause, not a slow computer: playback continues without skipping.
MAX_LATE_NS: Final = NS_PER_S
SLICE_NS: Final = NS_PER_S // 20  # how often a waiting read checks for cancellation


class Pacer:
    """Turns positions in a file into capture times and, in real time, waits for them.

    Not thread-safe except for `cancel`. Call `restart()` at the start of a file.
    """

    def __init__(self, *, realtime: bool, clock: Clock | None = None) -> None:
        self.realtime = realtime
        self.clock: Clock = clock or MonotonicClock()
        self.skipped = 0
        self._start_ns: int | None = None
        self._cancelled = False  # one plain flag: setting it needs no lock

    def restart(self) -> None:
        """The next frame is the first of a file."""
        self.skipped = 0
        self._start_ns = None
        self._cancelled = False

    def cancel(self) -> None:
        """End a waiting read with EndOfSource. May be called on any thread."""
        self._cancelled = True

    def captured_ns(self, position_s: float) -> int:
        """Start of playback plus position."""
        if self._start_ns is None:
            self._start_ns = self.clock.now_ns() - round(position_s * NS_PER_S)
        return self._start_ns + round(position_s * NS_PER_S)

    def is_late(self, position_s: float, frame_s: float) -> bool:
        """Whether to skip this frame because the next one is already due. Counted in `skipped`."""
        if not self.realtime:
            return False
        late = self.clock.now_ns() - self.captured_ns(position_s)
        if late > MAX_LATE_NS:
            assert self._start_ns is not None
            self._start_ns += late
            return False
        if late <= frame_s * NS_PER_S:
            return False
        self.skipped += 1
        return True

    def wait(self, position_s: float) -> int:
        """Wait until the frame is due (not at all when not in real time) and return its capture time."""
        due = self.captured_ns(position_s)
        if self.realtime:
            now = self.clock.now_ns()
            while now < due and not self._cancelled:
                self.clock.sleep_until(min(due, now + SLICE_NS))
                now = self.clock.now_ns()
        if self._cancelled:
            raise EndOfSource
        return due
