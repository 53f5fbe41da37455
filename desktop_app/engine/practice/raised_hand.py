"""A raised hand as a signal: both hands are busy while signing, so one held up says "begin" or "once more".

Signs go above the shoulders, too. What tells the signal apart: the hands were down before, and one is then held
up without moving for the best part of a second.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.engine import layout
from desktop_app.engine.records import LandmarkFrame

HOLD_S: Final = 0.7
DOWN_S: Final = 0.4
LOST_S: Final = 0.25  # a hand that the tracker loses for so long is still up
GAP_S: Final = 1.0  # frames further apart, or time that runs backwards: another stream
BELOW: Final = 0.12  # shoulder widths under the line in which a hand that was up still counts as up
CIRCLE: Final = 0.3  # shoulder widths; a hand that is held up stays in it
VISIBLE: Final = 0.5
MIN_SPAN: Final = 0.02
_HANDS: Final = ((layout.LEFT_HAND, layout.LEFT_WRIST), (layout.RIGHT_HAND, layout.RIGHT_WRIST))

_Point = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class HandSignal:
    """What one frame brought.

    Attributes:
        armed: both hands have been down; until then a hand that is up says nothing.
        share: how much of the time a hand is already held up, 0 to 1; for a ring that fills.
        raised: the hold is complete; true once, then the hands have to go down again.
    """

    armed: bool
    share: float
    raised: bool


class RaisedHand:
    """Watches one stream for a hand held above the line of the shoulders. Not thread-safe.

    Args:
        hold_s: how long it has to be held, in seconds of capture time.
    """

    def __init__(self, hold_s: float = HOLD_S) -> None:
        self.hold_s = hold_s
        self.reset()

    def reset(self) -> None:
        """From now on: the hands have to be seen down first."""
        self._armed = False
        self._time_s = -math.inf
        self._down_since: float | None = None
        self._held_since: float | None = None
        self._up_s = -math.inf
        self._centre: _Point | None = None

    def step(self, landmarks: LandmarkFrame) -> HandSignal:
        """Take the next frame; time is that of its capture."""
        now = landmarks.captured_ns * 1e-9
        if not 0 <= now - self._time_s <= GAP_S:
            self.reset()
        self._time_s = now
        hand, lowered = self._highest(landmarks)
        if hand is None:
            self._without(now, lowered=lowered)
        else:
            self._with(hand, now)
        held = self._held_since
        share = 0.0
        if held is not None and self._armed:  # what counts is where it was last seen up
            share = min((self._up_s - held) / max(self.hold_s, 1e-6), 1.0)
        raised = share >= 1.0
        if raised:
            self._armed, self._held_since, self._centre = False, None, None
        return HandSignal(self._armed or raised, share, raised)

    def _with(self, hand: _Point, now: float) -> None:
        self._down_since, self._up_s = None, now
        if self._held_since is None or self._centre is None or _apart(hand, self._centre) > CIRCLE:
            self._held_since, self._centre = now, hand

    def _without(self, now: float, *, lowered: bool) -> None:
        if not lowered and self._held_since is not None and now - self._up_s <= LOST_S:
            return
        self._held_since, self._centre = None, None
        if self._down_since is None:
            self._down_since = now
        if now - self._down_since >= DOWN_S:
            self._armed = True

    def _highest(self, landmarks: LandmarkFrame) -> tuple[_Point | None, bool]:
        """(2,) the higher hand in shoulder widths from the middle of the shoulders, None where none is up.

        And whether both are seen, and are down: then the one that was up is not merely lost.
        """
        pose = landmarks.pose
        if not landmarks.present[0]:
            return None, False
        stretch = np.array([landmarks.aspect, 1.0])
        left, right = (pose[side, :2] * stretch for side in (layout.LEFT_SHOULDER, layout.RIGHT_SHOULDER))
        span = float(np.linalg.norm(left - right))
        if span < MIN_SPAN:
            return None, False
        middle = (left + right) / 2
        found: list[_Point] = []
        for columns, wrist in _HANDS:
            hand = landmarks.raw[columns].reshape(-1, 3)
            if hand.any():
                spot = hand[0, :2]
            elif pose[wrist, 3] >= VISIBLE and bool(((pose[wrist, :2] >= 0) & (pose[wrist, :2] <= 1)).all()):
                spot = pose[wrist, :2]
            else:
                continue
            found.append(np.asarray((spot * stretch - middle) / span, np.float64))
        line = BELOW if self._held_since is not None else 0.0
        up = [spot for spot in found if spot[1] < line]
        if up:
            return min(up, key=lambda spot: float(spot[1])), False
        return None, len(found) == len(_HANDS)


def _apart(one: _Point, other: _Point) -> float:
    return float(np.linalg.norm(one - other))
