"""Detects a raised hand as a signal to begin or repeat, since signers have no hand free for the keyboard.

Signs go above the shoulders, too. The signal differs from them: both hands were down before, and one is then
held up without moving for most of a second.
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
LOST_S: Final = 0.25  # a hand that the tracker loses for this long still counts as up
GAP_S: Final = 1.0  # a larger gap, or a step back in time, starts a new stream
BELOW: Final = 0.12  # hysteresis below the line, in shoulder widths
CIRCLE: Final = 0.3  # shoulder widths; a hand that is held up stays within
VISIBLE: Final = 0.5
MIN_SPAN: Final = 0.02
_HANDS: Final = ((layout.LEFT_HAND, layout.LEFT_WRIST), (layout.RIGHT_HAND, layout.RIGHT_WRIST))

_Point = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class HandSignal:
    """The state after one frame.

    Attributes:
        share: how much of the hold is complete, 0 to 1.
        raised: the hold is complete; true once, until the hands have been down again.
    """

    share: float
    raised: bool


class RaisedHand:
    """Watches one stream for a hand held above the line of the shoulders. Not thread-safe.

    Args:
        hold_s: required duration of the hold, in seconds of capture time.
    """

    def __init__(self, hold_s: float = HOLD_S) -> None:
        self.hold_s = hold_s
        self.reset()

    def reset(self) -> None:
        """Start anew: the hands must be seen down first."""
        self._armed = False
        self._time_s = -math.inf
        self._down_since: float | None = None
        self._held_since: float | None = None
        self._up_s = -math.inf
        self._centre: _Point | None = None

    def step(self, landmarks: LandmarkFrame) -> HandSignal:
        """Process the next frame; times are capture times."""
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
        if held is not None and self._armed:  # the last place where it was seen up counts
            share = min((self._up_s - held) / max(self.hold_s, 1e-6), 1.0)
        raised = share >= 1.0
        if raised:
            self._armed, self._held_since, self._centre = False, None, None
        return HandSignal(share, raised)

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
        """(2,) the higher hand in shoulder widths from the middle of the shoulders, None if none is up.

        And whether both hands are seen and down, as opposed to lost.
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
