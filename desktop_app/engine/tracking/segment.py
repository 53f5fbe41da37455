"""Start and end of a sign, judged by hand speed with two thresholds. No clock and no output of its own."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.errors import ConfigError
from desktop_app.message import Message


class GateEvent(StrEnum):
    """What a step of the gate brought."""

    NOTHING = "nothing"
    STARTED = "started"
    ENDED = "ended"
    DISCARDED = "discarded"  # it moved, and was too short to be a sign


@dataclass(frozen=True, slots=True)
class GateSettings:
    """Speeds in torso units per second, times in seconds.

    The defaults were read off the 70 single signs and 26 held letters of one Ghanaian signer and presenter:
    `scripts/studies/study_gate.py` prints the distributions, docs/features.md shows them.
    """

    start_speed: float = 0.9
    end_speed: float = 0.45
    start_hold_s: float = 0.10  # this long above start_speed: one jump of the tracker is no sign
    end_hold_s: float = 0.45  # this long below end_speed: holds inside a sign are shorter
    hands_gone_s: float = 0.25  # hands out of the picture and wrists slow end a sign sooner
    hands_lost_s: float = 0.80  # wrists move on: fast hands blur and the tracker loses them for a moment
    min_sign_s: float = 0.30
    max_sign_s: float = 16.0  # 99th percentile of sentence references
    pre_roll_s: float = 0.10
    post_roll_s: float = 0.30  # a held hand shape belongs to the sign

    def __post_init__(self) -> None:
        if not 0 < self.end_speed < self.start_speed:
            raise ConfigError(
                Message(
                    "The end speed {end_speed} must lie between 0 and the start speed {start_speed}.",
                    end_speed=self.end_speed,
                    start_speed=self.start_speed,
                ),
                Message("Set the start threshold higher than the end threshold."),
            )


_NEVER: Final = -math.inf


class SignGate:
    """Feed it (time, speed, hands seen) once a frame; it tells when a sign starts and when it has ended.

    Times are seconds on any monotonic axis. `start_s` and `end_s` bound the sign that just ended (moving part
    with a little before and after), also while it is open.
    """

    def __init__(self, settings: GateSettings | None = None) -> None:
        self.settings = settings or GateSettings()
        self.reset()

    def reset(self) -> None:
        """Forget everything: a new source, or a gap."""
        self.is_open = False
        self.start_s = 0.0
        self.end_s = 0.0
        self._fast_since: float | None = None
        self._last_fast_s = _NEVER
        self._last_hands_s = _NEVER

    def step(self, time_s: float, speed: float, hands_seen: bool) -> GateEvent:
        """One frame. Hands that are not seen cannot start a sign."""
        if hands_seen:
            self._last_hands_s = time_s
        if self.is_open:
            return self._step_open(time_s, speed)
        return self._step_closed(time_s, speed, hands_seen)

    def finish(self) -> GateEvent:
        """The recording is over: an open sign ends here."""
        return self._close() if self.is_open else GateEvent.NOTHING

    def _step_closed(self, time_s: float, speed: float, hands_seen: bool) -> GateEvent:
        if not hands_seen or speed < self.settings.start_speed:
            self._fast_since = None
            return GateEvent.NOTHING
        if self._fast_since is None:
            self._fast_since = time_s
        if time_s - self._fast_since < self.settings.start_hold_s:
            return GateEvent.NOTHING
        self.is_open = True
        self.start_s = self._fast_since - self.settings.pre_roll_s
        self._last_fast_s = self.end_s = time_s
        return GateEvent.STARTED

    def _step_open(self, time_s: float, speed: float) -> GateEvent:
        if speed >= self.settings.end_speed:
            self._last_fast_s = time_s
        self.end_s = time_s
        still = time_s - self._last_fast_s >= self.settings.end_hold_s
        unseen_s = time_s - self._last_hands_s
        patience_s = (
            self.settings.hands_lost_s if speed >= self.settings.end_speed else self.settings.hands_gone_s
        )
        gone = unseen_s >= patience_s
        too_long = time_s - self.start_s >= self.settings.max_sign_s
        return self._close() if still or gone or too_long else GateEvent.NOTHING

    def _close(self) -> GateEvent:
        moved_until = min(self._last_fast_s, max(self._last_hands_s, self.start_s))
        self.end_s = min(self.end_s, moved_until + self.settings.post_roll_s)
        self.is_open = False
        self._fast_since = None
        moved_for = moved_until - (self.start_s + self.settings.pre_roll_s)
        return GateEvent.ENDED if moved_for >= self.settings.min_sign_s else GateEvent.DISCARDED
