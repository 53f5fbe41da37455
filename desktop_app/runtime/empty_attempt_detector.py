"""Detects attempts in which the gate found no sign, as opposed to hands that merely move. No clock of its own.

A movement that the gate ends as a sign is answered by the recogniser and ignored here. Anything else is an
attempt only if all of this holds:

- a hand was raised (it or its arm was seen), and has been down or out of sight again for `DOWN_S`: who still
  holds the hands up may be about to sign;
- its wrist meanwhile travelled `MOVED` torso units more than the way up and down, counting only movement above
  the speed at which the gate considers a hand at rest;
- no sign ended meanwhile or in the `AFTER_SIGN_S` before: lowering the hands after a sign is no attempt.

So there is one explanation for each attempt, after its end, and none while somebody sits still, shows the hands
or gets ready. An attempt with the fingers alone, with the wrist at rest, is not detected.
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
LOW_Y: Final = 0.75  # torso units below the centre: lower hands hang or lie in the lap
_JUMP: Final = 0.5  # torso units between two rows: the tracker jumped to something else
_VISIBLE: Final = 0.5
_SIDES: Final = ((1, layout.LEFT_HAND, layout.LEFT_WRIST), (2, layout.RIGHT_HAND, layout.RIGHT_WRIST))
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class EmptyAttempt:
    """Start and end, on the time axis of the frames (`position_s`)."""

    start_s: float
    end_s: float


class _WristPath:
    """Path of one wrist since the hands were raised."""

    def __init__(self) -> None:
        self.start: Place | None = None
        self.last: Place | None = None
        self.path = self.reach = 0.0

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
        self.reach = max(self.reach, math.dist(self.start, place))

    @property
    def beyond(self) -> float:
        """Path length beyond the way to the furthest point and back."""
        return self.path - 2 * self.reach


class EmptyAttemptDetector:
    """Processes the live stream row by row."""

    def __init__(self, rest_speed: float = GateSettings().end_speed) -> None:
        """`rest_speed`: below it a hand is at rest, torso units per second."""
        self._rest_speed = rest_speed
        self.reset()

    def reset(self) -> None:
        """Forget everything; the stream has changed."""
        self._last_s: float | None = None
        self._raised_s: float | None = None  # when the hands of the current attempt went up
        self._last_raised_s = self._sign_s = -math.inf
        self._paths = (_WristPath(), _WristPath())

    def step(self, row: FeatureRow, gate: GateEvent, *, gate_open: bool) -> EmptyAttempt | None:
        """Process the next row and the state of the gate. Returns the attempt that it completes, if any."""
        now = row.position_s
        if self._last_s is not None and not 0 <= now - self._last_s <= 1.0:  # a seek, or a pause
            self.reset()
        self._last_s = now
        if gate is GateEvent.ENDED:
            self._sign_s = now
        places = [_raised(row, side) for side in (0, 1)]
        if any(place is not None for place in places):
            if self._raised_s is None:
                self._raised_s, self._paths = now, (_WristPath(), _WristPath())
            self._last_raised_s = now
        if self._raised_s is None:
            return None
        for path, place in zip(self._paths, places, strict=True):
            path.take(place, moving=row.hand_speed >= self._rest_speed)
        if gate_open or now - self._last_raised_s < DOWN_S:
            return None
        over = EmptyAttempt(self._raised_s, self._last_raised_s)
        self._raised_s = None
        answered = self._sign_s >= over.start_s - AFTER_SIGN_S
        return over if max(path.beyond for path in self._paths) >= MOVED and not answered else None


def _raised(row: FeatureRow, side: int) -> Place | None:
    """Position of the wrist of a raised hand, or of its arm; None if it is down or not seen."""
    part, columns, wrist = _SIDES[side]
    first = columns.start if row.present[part] else wrist * 4
    seen = row.present[part] or (row.present[0] and row.features[wrist * 4 + 3] > _VISIBLE)
    place = float(row.features[first]), float(row.features[first + 1])
    return place if seen and place[1] < LOW_Y else None
