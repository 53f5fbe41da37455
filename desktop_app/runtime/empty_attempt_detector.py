"""Tells a try that came to nothing from hands that merely move. Pure: fed with rows, no clock of its own.

A movement that the gate ends as a sign is answered by the recogniser, and never told of here. What is left is
an empty try only when all of this holds:

- a hand was raised (seen, or its arm was), and has been down or out of sight again for `DOWN_S`: who still
  holds the hands up may be about to sign;
- meanwhile its wrist went `MOVED` torso units further than up and down again would have taken it, counting only
  what was faster than the speed at which the gate takes a hand to rest;
- no sign ended meanwhile or in the `AFTER_SIGN_S` before: hands that go down after a sign are no try.

So reasons come once a try, after it, and never while somebody sits still, shows the hands or gets ready. A try
of fingers alone, with the wrist at rest, is not noticed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from desktop_app.engine import layout
from desktop_app.engine.records import FeatureRow
from desktop_app.engine.tracking.segment import GateEvent, GateSettings

DOWN_S: Final = 0.6
MOVED: Final = 0.35
AFTER_SIGN_S: Final = 1.5
LOW_Y: Final = 0.75  # torso units below the centre: hands lower than that hang or lie in the lap
_JUMP: Final = 0.5  # torso units between two rows: the tracker took another thing for the hand
_VISIBLE: Final = 0.5
_SIDES: Final = ((1, layout.LEFT_HAND, layout.LEFT_WRIST), (2, layout.RIGHT_HAND, layout.RIGHT_WRIST))
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class EmptyAttempt:
    """When it was, on the time axis of the frames (`position_s`)."""

    start_s: float
    end_s: float


class _Way:
    """How one wrist went since the hands were raised."""

    def __init__(self) -> None:
        self.start: Place | None = None
        self.last: Place | None = None
        self.path = self.far = 0.0

    def take(self, place: Place | None, *, moving: bool) -> None:
        if place is None:
            self.last = None
            return
        if self.start is None:
            self.start = place
        if self.last is not None and moving:
            step = math.dist(self.last, place)
            self.path += step if step < _JUMP else 0.0
        self.last = place
        self.far = max(self.far, math.dist(self.start, place))

    @property
    def beyond(self) -> float:
        """Further than to the furthest place and back."""
        return self.path - 2 * self.far


class EmptyAttemptDetector:
    """Steps along the live stream."""

    def __init__(self, rest_speed: float = GateSettings().end_speed) -> None:
        """`rest_speed`: below it a hand is at rest, torso units per second."""
        self._rest_speed = rest_speed
        self.reset()

    def reset(self) -> None:
        """Another stream begins."""
        self._last_s: float | None = None
        self._raised_s: float | None = None  # when the hands of the try that runs went up
        self._up_s = self._sign_s = -math.inf
        self._ways = (_Way(), _Way())

    def step(self, row: FeatureRow, gate: GateEvent, *, gate_open: bool) -> EmptyAttempt | None:
        """Take the next row and the state of the gate; gives the attempt that is over with it."""
        now = row.position_s
        if self._last_s is not None and not 0 <= now - self._last_s <= 1.0:  # a seek, or a pause
            self.reset()
        self._last_s = now
        if gate is GateEvent.ENDED:
            self._sign_s = now
        places = [_raised(row, side) for side in (0, 1)]
        if any(place is not None for place in places):
            if self._raised_s is None:
                self._raised_s, self._ways = now, (_Way(), _Way())
            self._up_s = now
        if self._raised_s is None:
            return None
        for way, place in zip(self._ways, places, strict=True):
            way.take(place, moving=row.hand_speed >= self._rest_speed)
        if gate_open or now - self._up_s < DOWN_S:
            return None
        over = EmptyAttempt(self._raised_s, self._up_s)
        self._raised_s = None
        answered = self._sign_s >= over.start_s - AFTER_SIGN_S
        return over if max(way.beyond for way in self._ways) >= MOVED and not answered else None


def _raised(row: FeatureRow, side: int) -> Place | None:
    """Where the wrist of a hand is, or of its arm, that is up where one signs."""
    part, columns, wrist = _SIDES[side]
    first = columns.start if row.present[part] else wrist * 4
    seen = row.present[part] or (row.present[0] and row.features[wrist * 4 + 3] > _VISIBLE)
    place = float(row.features[first]), float(row.features[first + 1])
    return place if seen and place[1] < LOW_Y else None
