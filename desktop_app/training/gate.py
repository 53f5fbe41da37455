"""The quality gate of training clips: measurements, limits and reasons for rejection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FeatureSequence, FloatArray
from desktop_app.engine.thresholds import MOTION_FLOOR
from desktop_app.engine.tracking.motion import motion_energy

MIN_FRAMES_SIGN: Final = 8  # single signs: the shortest clip the encoder sees without repeating a frame
# Head and arms. Legs and hips are outside of a webcam's picture (their visibility is near 0 there) and would
# reject one good clip in twenty.
VISIBILITY_POINTS: Final = np.arange(17)


@dataclass(frozen=True, slots=True)
class ClipQualityLimits:
    """Limits of the gate.

    Attributes:
        min_frames: recorded frames with a person in them.
        min_landmark_ratio: share of frames with a person.
        min_visibility: mean visibility of the pose's head and arms.
        motion_floor: mean motion energy in torso units a row, at 30 rows a second.
    """

    min_frames: int = MIN_FRAMES_SIGN
    min_landmark_ratio: float = 0.45
    min_visibility: float = 0.55
    motion_floor: float = MOTION_FLOOR


@dataclass(frozen=True, slots=True)
class ClipQuality:
    """Measurements of one clip."""

    raw_frames: int
    usable_frames: int
    landmark_ratio: float
    mean_visibility: float
    motion_mean: float
    motion_p95: float


def measure(raw_present: BoolArray, raw: FloatArray, sequence: FeatureSequence) -> ClipQuality:
    """raw (T, 540) and its presence (T, 4) as recorded, and the sequence that the encoder will see."""
    person = raw_present[:, 0]
    visibility = 0.0
    if person.any():
        pose = raw[person][:, layout.POSE].reshape(-1, layout.POSE_POINTS, 4)
        visibility = float(pose[:, VISIBILITY_POINTS, 3].mean())
    motion = motion_energy(sequence.features, sequence.present)
    moving = motion[1:] if len(motion) > 1 else motion
    return ClipQuality(
        raw_frames=len(raw),
        usable_frames=int(person.sum()),
        landmark_ratio=float(person.mean()) if len(raw) else 0.0,
        mean_visibility=visibility,
        motion_mean=float(motion.mean()) if len(motion) else 0.0,
        motion_p95=float(np.percentile(moving, 95)) if len(moving) else 0.0,
    )


def reject_reason(quality: ClipQuality, limits: ClipQualityLimits) -> str:
    """The first reason to reject the clip; empty when it may be used."""
    if quality.raw_frames == 0:
        return "no_frames"
    if quality.usable_frames == 0:
        return "no_person"
    if quality.usable_frames < limits.min_frames:
        return "too_few_frames"
    if quality.landmark_ratio < limits.min_landmark_ratio:
        return "few_landmarks"
    if quality.mean_visibility < limits.min_visibility:
        return "low_visibility"
    if quality.motion_mean < limits.motion_floor:
        return "low_motion"
    return ""
