"""The real monotonic clock."""

from __future__ import annotations

import time

NS_PER_S = 1_000_000_000


class MonotonicClock:
    """The computer's monotonic clock."""

    def now_ns(self) -> int:
        """Nanoseconds from an arbitrary start; never runs backwards."""
        return time.monotonic_ns()

    def sleep_until(self, deadline_ns: int) -> None:
        """Sleep until the deadline; return immediately if it has passed."""
        remaining = deadline_ns - time.monotonic_ns()
        if remaining > 0:
            time.sleep(remaining / NS_PER_S)
