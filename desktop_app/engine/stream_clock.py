"""Seconds of one stream."""

from __future__ import annotations


class StreamClock:
    """Turns capture times into seconds since the first frame.

    The clock of a computer counts from an arbitrary start. Seconds since that start are rounded differently at
    each run, and a comparison at the edge of a frame then falls one way or the other: a recording must not.
    """

    def __init__(self) -> None:
        self._origin_ns: int | None = None

    def reset(self) -> None:
        """The next frame is the first of a new source."""
        self._origin_ns = None

    def seconds(self, captured_ns: int) -> float:
        """Seconds since the first frame that was asked for."""
        if self._origin_ns is None:
            self._origin_ns = captured_ns
        return (captured_ns - self._origin_ns) * 1e-9
