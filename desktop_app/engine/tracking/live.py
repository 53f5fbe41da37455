"""One landmark frame in, feature row, phase and windows out: what every live client steps.

No threads and no inference here: the caller decides where the windows are encoded. The command line steps it in
lockstep, the landmark worker steps it live, and both get the same windows.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from desktop_app.engine.records import BoolArray, FeatureRow, FeatureSequence, FloatArray, LandmarkFrame
from desktop_app.engine.stream_clock import StreamClock
from desktop_app.engine.tracking.features import TORSO_540, Normaliser
from desktop_app.engine.tracking.motion import hand_speed, motion_energy
from desktop_app.engine.tracking.segment import GateEvent, GateSettings, SignGate
from desktop_app.engine.tracking.window import WINDOW_FPS, FeatureRing, WindowSettings

SPEED_TIME_CONSTANT_S: Final = 0.08  # smooths the tremble of single frames, delays the gate by less than that
ABSENT_AFTER_S: Final = 0.5  # one missed detection is not an absence


class LivePhase(StrEnum):
    """What the recogniser waits for or does; the window puts it into words."""

    NO_PERSON = "no_person"
    SHOW_HANDS = "show_hands"
    COLLECTING = "collecting"
    READY = "ready"
    SIGNING = "signing"


@dataclass(frozen=True, slots=True, eq=False)
class SignWindow:
    """Rows to be recognised.

    Attributes:
        sequence: (T, 540) at 30 rows a second.
        captured_ns: capture time of the frame that completed it.
    """

    sequence: FeatureSequence
    captured_ns: int


@dataclass(frozen=True, slots=True, eq=False)
class LiveStep:
    """What one frame brought.

    Attributes:
        collected: rows gathered for the window, at 30 a second.
        gate: the gate's result for this frame.
        gate_open: a sign is being made.
        finished: the sign that ended with this frame.
    """

    row: FeatureRow
    phase: LivePhase
    collected: int
    gate: GateEvent
    gate_open: bool
    finished: SignWindow | None


class LiveTracker:
    """Features, motion, ring and gate of one stream. Not thread-safe; used by one thread."""

    def __init__(
        self,
        contract: str = TORSO_540,
        *,
        window: WindowSettings | None = None,
        gate: GateSettings | None = None,
        already_normalised: bool = False,
    ) -> None:
        """`already_normalised`: the frames' `raw` rows hold features of the contract, from a `.npy` clip."""
        self.contract = contract
        self._already_normalised = already_normalised
        self.window = window or WindowSettings()
        self.gate = SignGate(gate)
        self._clock = StreamClock()
        self._ring = FeatureRing(self.window.keep_s)
        self.reset()

    def reset(self) -> None:
        """A new source, or a seek: forget the stream, keep the settings."""
        self._normaliser: Normaliser | None = None
        self._clock.reset()
        self._ring.clear()
        self.gate.reset()
        self._last: tuple[FloatArray, BoolArray, float] | None = None
        self._speed = 0.0
        self._person_s = self._hands_s = -math.inf
        self._last_frame: LandmarkFrame | None = None

    def step(self, landmarks: LandmarkFrame) -> LiveStep:
        """Take the next frame. Frames whose time does not increase are measured but not kept."""
        time_s = self._clock.seconds(landmarks.captured_ns)
        if self._normaliser is None or abs(self._normaliser.aspect - landmarks.aspect) > 1e-6:
            self._normaliser = Normaliser(self.contract, landmarks.aspect)  # the camera changed its size
            self._last = None
        row = self._measure(landmarks, time_s)
        if self._last_frame is None or landmarks.captured_ns > self._last_frame.captured_ns:
            self._ring.append(row, time_s)
        self._last_frame = landmarks
        if row.has_person:
            self._person_s = time_s
        hands_seen = bool(row.present[1] or row.present[2])
        if hands_seen:
            self._hands_s = time_s
        event = self.gate.step(time_s, row.hand_speed, hands_seen)
        finished = self._cut_sign(landmarks) if event is GateEvent.ENDED else None
        return LiveStep(row, self._phase(time_s), self._ring.rows_at_30hz, event, self.gate.is_open, finished)

    def preview(self) -> SignWindow | None:
        """The latest 64 to 96 rows (from 32 on, while hands are seen), to refresh the list of answers.

        Cutting and resampling them costs more than a step: ask only for previews that are sent.
        """
        rows, last = self._ring.rows_at_30hz, self._last_frame
        if last is None or rows < self.window.first_rows:
            return None
        time_s = self._clock.seconds(last.captured_ns)
        if time_s - self._hands_s > ABSENT_AFTER_S:
            return None
        wanted = self.window.min_rows
        if self.gate.is_open:  # from the start of the sign, within the bounds of the window
            wanted = round((time_s - self.gate.start_s) * WINDOW_FPS) + 1
            wanted = min(max(wanted, self.window.first_rows), self.window.max_rows)
        return self._window(last, time_s - (wanted - 1) / WINDOW_FPS, time_s)

    def finish(self) -> SignWindow | None:
        """The recording is over: the sign that was open, if it was long enough."""
        if self._last_frame is None or self.gate.finish() is not GateEvent.ENDED:
            return None
        return self._cut_sign(self._last_frame)

    def _measure(self, landmarks: LandmarkFrame, time_s: float) -> FeatureRow:
        assert self._normaliser is not None
        if self._already_normalised:
            features, present = landmarks.raw, landmarks.present
        else:
            features, present, _ = self._normaliser.step(landmarks.raw, time_s)
        motion = speed = 0.0
        if self._last is not None and time_s > self._last[2]:
            last_features, last_present, last_s = self._last
            motion = float(
                motion_energy(np.stack([last_features, features]), np.stack([last_present, present]))[1]
            )
            speed = hand_speed(last_features, last_present, features, present, time_s - last_s)
            weight = 1 - math.exp(-(time_s - last_s) / SPEED_TIME_CONSTANT_S)
            self._speed += weight * (speed - self._speed)
        self._last = (features, present, time_s)
        return FeatureRow(
            landmarks.frame_id,
            landmarks.captured_ns,
            landmarks.position_s,
            self.contract,
            features,
            present,
            bool(landmarks.present[0]),
            motion,
            self._speed,
        )

    def _phase(self, time_s: float) -> LivePhase:
        if time_s - self._person_s > ABSENT_AFTER_S:
            return LivePhase.NO_PERSON
        if self.gate.is_open:
            return LivePhase.SIGNING
        if time_s - self._hands_s > ABSENT_AFTER_S:
            return LivePhase.SHOW_HANDS
        if self._ring.rows_at_30hz < self.window.first_rows:
            return LivePhase.COLLECTING
        return LivePhase.READY

    def _cut_sign(self, landmarks: LandmarkFrame) -> SignWindow | None:
        return self._window(landmarks, self.gate.start_s, self.gate.end_s)

    def _window(self, landmarks: LandmarkFrame, start_s: float, end_s: float) -> SignWindow | None:
        offset_s = self._clock.seconds(landmarks.captured_ns) - landmarks.position_s
        sequence = self._ring.cut(start_s, end_s, offset_s)
        return None if sequence is None else SignWindow(sequence, landmarks.captured_ns)
