"""Converts distances to scores from 0 to 100.

A score ranks an attempt among good attempts by other people: 80 is as near to the reference as half of them,
50 is further away than 95 of a hundred. The limits were measured on real clips; calibration.json names the
command.
"""

from __future__ import annotations

import importlib.resources
import json
import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from desktop_app.engine.feedback.alignment import Aligned, Channel

AT_MEDIAN: Final = 80.0
AT_P95: Final = 50.0
MOST: Final = 5.0  # limit of what one channel contributes to the overall distance, in medians


@dataclass(frozen=True, slots=True)
class Limits:
    """Distances of good attempts by other people from a reference.

    Attributes:
        median, p95: of the channel's distance. step_p90: of the cost of single steps.
        weight: share in the overall distance.
    """

    median: float
    p95: float
    weight: float
    step_p90: float


@dataclass(frozen=True, slots=True)
class ScoreCalibration:
    """Limits of all channels, and median and p95 of the overall distance of good attempts."""

    channels: dict[Channel, Limits]
    median: float
    p95: float


@lru_cache(maxsize=1)
def calibration() -> ScoreCalibration:
    """The limits that ship with the program."""
    file = importlib.resources.files("desktop_app.engine.feedback").joinpath("calibration.json")
    document = json.loads(file.read_text(encoding="utf-8"))
    channels = {Channel(name): Limits(**values) for name, values in document["channels"].items()}
    return ScoreCalibration(channels, document["overall"]["median"], document["overall"]["p95"])


def to_score(distance: float, median: float, p95: float) -> float:
    """A distance as a score: 100 at none, `AT_MEDIAN` at the median of good attempts, `AT_P95` at their p95."""
    near, far = (-math.log(mark / 100) for mark in (AT_MEDIAN, AT_P95))
    power = math.log(far / near) / math.log(max(p95 / median, 1.05))
    return 100 * math.exp(-near * (max(distance, 0.0) / median) ** power)


def channel_score(aligned: Aligned, channel: Channel) -> float:
    """0 to 100 of a channel that can be judged."""
    limits = calibration().channels[channel]
    return to_score(aligned.distances[channel], limits.median, limits.p95)


def overall_distance(aligned: Aligned) -> float:
    """Weighted mean of the channels in medians of good attempts; one that cannot be judged counts as usual."""
    total = 0.0
    for channel, limits in calibration().channels.items():
        distance = aligned.distances.get(channel)
        medians = 1.0 if distance is None else min(distance / max(limits.median, 1e-6), MOST)
        total += limits.weight * medians
    return total


def overall_score(aligned: Aligned) -> float:
    """0 to 100 of the whole attempt."""
    limits = calibration()
    return to_score(overall_distance(aligned), limits.median, limits.p95)
