"""Finds and extracts the moving part of a take. Pure functions."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine.records import BoolArray, FeatureSequence, FloatArray, IntArray
from desktop_app.engine.tracking.live import SPEED_TIME_CONSTANT_S
from desktop_app.engine.tracking.motion import hand_speed
from desktop_app.engine.tracking.segment import GateEvent, GateSettings, SignGate
from desktop_app.errors import LandmarkError
from desktop_app.message import Message

MIN_SPAN_S: Final = 0.1


@dataclass(frozen=True, slots=True)
class Span:
    """A time span of a take.

    Attributes:
        start_s, end_s: on the time axis of the sequence.
        found: whether a movement was found; otherwise the span is the whole take.
        signs: number of separate movements in it.
    """

    start_s: float
    end_s: float
    found: bool = True
    signs: int = 1

    @property
    def seconds(self) -> float:
        return self.end_s - self.start_s

    def moved(self, start_by_s: float, end_by_s: float, limit: FeatureSequence) -> Span:
        """The span with both ends moved, kept inside the take and at least `MIN_SPAN_S` apart."""
        start = min(max(self.start_s + start_by_s, limit.start_s), limit.end_s - MIN_SPAN_S)
        end = max(min(self.end_s + end_by_s, limit.end_s), start + MIN_SPAN_S)
        return Span(max(start, limit.start_s), end, self.found, self.signs)


def row_times(sequence: FeatureSequence) -> FloatArray:
    """(T,) time of every row on the sequence's own axis."""
    return (sequence.start_s + np.arange(len(sequence.features)) / sequence.fps).astype(np.float32)


def hand_speeds(sequence: FeatureSequence) -> FloatArray:
    """(T,) speed of the faster hand, torso units a second, smoothed as the live view does."""
    speeds = np.zeros(len(sequence.features), np.float32)
    weight = 1 - math.exp(-1 / (sequence.fps * SPEED_TIME_CONSTANT_S))
    smooth = 0.0
    rows, present = sequence.features, sequence.present
    for i in range(1, len(rows)):
        speed = hand_speed(rows[i - 1], present[i - 1], rows[i], present[i], 1 / sequence.fps)
        smooth += weight * (speed - smooth)
        speeds[i] = smooth
    return speeds


def moving_part(sequence: FeatureSequence, settings: GateSettings | None = None) -> Span:
    """From the start of the first movement to the end of the last, as the live gate would cut it.

    Without rest before and after, or with a hand held still, no start can be found: the span is then the whole
    take, with `found` False.
    """
    whole = Span(sequence.start_s, sequence.end_s, found=False)
    if len(sequence.features) == 0:
        return whole
    gate = SignGate(settings)
    spans: list[tuple[float, float]] = []
    hands = sequence.present[:, 1:3].any(axis=1)
    for time_s, speed, seen in zip(row_times(sequence), hand_speeds(sequence), hands, strict=True):
        if gate.step(float(time_s), float(speed), bool(seen)) is GateEvent.ENDED:
            spans.append((gate.start_s, gate.end_s))
    if gate.finish() is GateEvent.ENDED:
        spans.append((gate.start_s, gate.end_s))
    if not spans:
        return whole
    start, end = max(spans[0][0], sequence.start_s), min(spans[-1][1], sequence.end_s)
    return Span(start, end, True, len(spans))


def cut(sequence: FeatureSequence, span: Span) -> FeatureSequence:
    """The rows inside a span. Raises LandmarkError if there are none."""
    rows = rows_inside(sequence, span)
    if len(rows) == 0:
        raise LandmarkError(
            Message("This piece of the recording holds no frame."), Message("Choose a longer piece.")
        )
    first, last = int(rows[0]), int(rows[-1]) + 1
    start = sequence.start_s + first / sequence.fps
    return FeatureSequence(
        sequence.features[first:last].copy(),
        sequence.present[first:last].copy(),
        sequence.fps,
        start,
        start + (last - first) / sequence.fps,
    )


def rows_inside(sequence: FeatureSequence, span: Span) -> IntArray:
    """Row numbers whose time lies in a span; half a row of slack at either end."""
    times = row_times(sequence)
    slack = 0.5 / sequence.fps
    inside: BoolArray = (times >= span.start_s - slack) & (times <= span.end_s + slack)
    return np.flatnonzero(inside).astype(np.int64)
