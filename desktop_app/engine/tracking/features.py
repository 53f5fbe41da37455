"""From raw landmarks to the 540 numbers in torso units. One code for training, live view and packs.

Two contracts are known:

`torso-540-v1` (ours). x and z are multiplied by the picture's aspect ratio. The torso is measured on the
shoulders alone: a laptop camera cuts the hips off, MediaPipe still guesses them, and the guess trembles. The
four-point centre and the three-part scale of a whole torso are predicted from the shoulders with two ratios
learnt from clips whose hips are visible: the numbers mean the same, and nothing jumps as hips come and go.
The scale and the depth of the centre change slowly in a person, so they pass a causal average. Absent parts are
zeros. How the ratios were learnt and what it does to jitter: docs/features.md.

`ghsl-540-v1` (the original GhSL notebooks). No aspect correction, centre and scale of four points and three
parts, absent parts become `0 - centre` over scale.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import DEFAULT_ASPECT, BoolArray, FeatureSequence, FloatArray
from desktop_app.errors import ContractMismatch, LandmarkError
from desktop_app.message import Message

TORSO_540: Final = "torso-540-v1"
GHSL_540: Final = "ghsl-540-v1"
CONTRACTS: Final = (TORSO_540, GHSL_540)

TORSO_HOLD_S: Final = 0.5  # how long the last torso may stand in for one that is not seen
SCALE_TIME_CONSTANT_S: Final = 1.0
# Medians over the clips whose hips are visible (both >= 0.5); from `scripts/studies/study_normalisation.py`.
CENTRE_BELOW_SHOULDERS: Final = 0.98  # in shoulder spans
SCALE_PER_SHOULDER_SPAN: Final = 1.03
MIN_SPAN: Final = 1e-3  # a shoulder span below a thousandth of the picture is no person


@dataclass(frozen=True, slots=True)
class Torso:
    """Where the body is and how large, in aspect-corrected picture coordinates."""

    x: float
    y: float
    z: float
    scale: float


def check_contract(name: str) -> str:
    """Return the name, or refuse a contract this program does not know."""
    if name not in CONTRACTS:
        raise ContractMismatch(
            Message(
                "The feature contract '{name}' is not known; this program knows {contracts}.",
                name=name,
                contracts=", ".join(CONTRACTS),
            ),
            Message("Update SignMirror, or export the model again with one of these contracts."),
        )
    return name


def parts_present(raw: FloatArray) -> BoolArray:
    """(T, 540) raw rows -> (T, 4) bool: pose, left hand, right hand, face; a part of all zeros was not seen."""
    return np.stack([raw[:, part].any(axis=1) for part in layout.PARTS.values()], axis=1)


class Normaliser:
    """Turns raw rows into torso units, one after the other: the live stream and whole clips share it.

    Not thread-safe; one per stream. `reset()` between clips.
    """

    def __init__(self, contract: str, aspect: float = DEFAULT_ASPECT) -> None:
        self.contract = check_contract(contract)
        if not (math.isfinite(aspect) and aspect > 0):
            raise LandmarkError(
                Message("A picture cannot have the aspect ratio {aspect}.", aspect=aspect),
                Message("Check the frame size."),
            )
        self.aspect = aspect
        self.reset()

    def reset(self) -> None:
        """Forget the last torso."""
        self._torso: Torso | None = None
        self._torso_time_s = -math.inf
        self._time_s = -math.inf
        self._seen = 0

    def step(self, raw: FloatArray, time_s: float) -> tuple[FloatArray, BoolArray, Torso | None]:
        """One raw row (540,) at its capture time -> features (540,), present (4,), the torso used.

        Time may not run backwards; a gap longer than `TORSO_HOLD_S` starts the averages anew. Without a
        torso everything is zeros and nothing is present.
        """
        if time_s - self._torso_time_s > TORSO_HOLD_S:
            self._torso, self._seen = None, 0
        present = parts_present(raw[None])[0]
        scaled = raw.astype(np.float32, copy=True)
        if self.contract == TORSO_540:
            scaled[layout.X_COLUMNS] *= np.float32(self.aspect)
            scaled[layout.Z_COLUMNS] *= np.float32(self.aspect)
        if present[0]:
            measured = self._measure(scaled[layout.POSE].reshape(33, 4))
            if measured is not None:
                self._torso = self._smooth(measured, time_s)
                self._torso_time_s = time_s
        self._time_s = time_s
        torso = self._torso
        if torso is None:
            return np.zeros(layout.FEATURE_DIM, np.float32), np.zeros(4, bool), None
        features = scaled
        features[layout.X_COLUMNS] -= np.float32(torso.x)
        features[layout.Y_COLUMNS] -= np.float32(torso.y)
        features[layout.Z_COLUMNS] -= np.float32(torso.z)
        features[layout.COORDINATE_COLUMNS] /= np.float32(torso.scale)
        if self.contract == TORSO_540:
            for seen, part in zip(present, layout.PARTS.values(), strict=True):
                if not seen:
                    features[part] = 0
        return features, present, torso

    def _measure(self, pose: FloatArray) -> Torso | None:
        left, right = pose[layout.LEFT_SHOULDER, :3], pose[layout.RIGHT_SHOULDER, :3]
        if self.contract == GHSL_540:
            hips = pose[[layout.LEFT_HIP, layout.RIGHT_HIP], :3]
            shoulder_centre, hip_centre = (left + right) / 2, hips.mean(axis=0)
            scale = float(
                np.median(
                    [
                        np.linalg.norm(left - right),
                        np.linalg.norm(hips[0] - hips[1]),
                        np.linalg.norm(shoulder_centre - hip_centre),
                    ]
                )
            )
            middle = (shoulder_centre + hip_centre) / 2
            if scale < MIN_SPAN:
                return None
            return Torso(float(middle[0]), float(middle[1]), float(middle[2]), scale)
        span = math.hypot(float(left[0] - right[0]), float(left[1] - right[1]))
        if span < MIN_SPAN:
            return None
        centre = (left + right) / 2
        # MediaPipe's pose depth starts at the hips, so the four-point centre lies half way to the shoulders.
        return Torso(
            float(centre[0]),
            float(centre[1]) + CENTRE_BELOW_SHOULDERS * span,
            float(centre[2]) / 2,
            SCALE_PER_SHOULDER_SPAN * span,
        )

    def _smooth(self, new: Torso, time_s: float) -> Torso:
        """Average scale and depth; the place in the picture is followed at once, for people do move."""
        old = self._torso
        if old is None or self.contract == GHSL_540:
            self._seen = 1
            return new
        self._seen += 1
        # The first frames weigh alike (a plain mean), so that one bad first frame does not rule a second.
        step_s = max(time_s - self._torso_time_s, 0.0)
        weight = max(1 / self._seen, 1 - math.exp(-step_s / SCALE_TIME_CONSTANT_S))
        scale = old.scale + weight * (new.scale - old.scale)
        y = new.y + CENTRE_BELOW_SHOULDERS / SCALE_PER_SHOULDER_SPAN * (scale - new.scale)
        return Torso(new.x, y, old.z + weight * (new.z - old.z), scale)


def normalise_clip(
    raw: FloatArray, *, fps: float, contract: str = TORSO_540, aspect: float = DEFAULT_ASPECT
) -> FeatureSequence:
    """A whole recording (T, 540) of raw landmarks -> features at the same rate.

    Raises:
        LandmarkError: wrong width, not numbers, or an impossible rate.
    """
    rows = check_rows(raw)
    if not (math.isfinite(fps) and fps > 0):
        raise LandmarkError(
            Message("A recording cannot have {fps} frames a second.", fps=fps),
            Message("Give the rate with --fps."),
        )
    normaliser = Normaliser(contract, aspect)
    features = np.zeros_like(rows)
    present = np.zeros((len(rows), len(layout.PARTS)), bool)
    for i, row in enumerate(rows):
        features[i], present[i], _ = normaliser.step(row, i / fps)
    return FeatureSequence(features, present, fps, 0.0, len(rows) / fps)


def check_rows(rows: FloatArray) -> FloatArray:
    """Return (T, 540) float32, or say what is wrong with it."""
    if rows.ndim != 2 or rows.shape[1] != layout.FEATURE_DIM:
        raise LandmarkError(
            Message(
                "A landmark clip is (frames, {feature_dim}), this one is {shape}.",
                feature_dim=layout.FEATURE_DIM,
                shape=rows.shape,
            ),
            Message("Extract the landmarks again with `signmirror preprocess`."),
            code="landmarks.wrong_width",
        )
    if not np.issubdtype(rows.dtype, np.number):
        raise LandmarkError(
            Message("A landmark clip holds numbers, this one {dtype}.", dtype=rows.dtype),
            Message("Extract it again."),
        )
    if not np.isfinite(rows).all():
        raise LandmarkError(
            Message("The landmarks hold values that are not numbers (NaN or infinite)."),
            Message("Replace missing parts by zeros, or extract the landmarks again."),
            code="landmarks.not_finite",
        )
    return np.ascontiguousarray(rows, np.float32)


def features_present(features: FloatArray) -> BoolArray:
    """(T, 4) parts present in feature rows of `torso-540-v1`, where an absent part is all zeros."""
    return parts_present(features)


def resample(sequence: FeatureSequence, fps: float = 30.0) -> FeatureSequence:
    """Put a clip on an even grid of another rate, linearly; presence and absent parts follow the nearer row.

    A part is interpolated only between two rows that both have it: half a hand between "here" and "absent"
    would be a hand flying in from the origin.
    """
    count = len(sequence.features)
    if count == 0 or sequence.fps == fps:
        return sequence
    times = np.arange(count) / sequence.fps
    return resample_at(sequence.features, sequence.present, times, fps, sequence.start_s, sequence.end_s)


def resample_at(
    features: FloatArray,
    present: BoolArray,
    times_s: np.ndarray[tuple[int], np.dtype[np.float64]],
    fps: float,
    start_s: float,
    end_s: float,
) -> FeatureSequence:
    """Rows (T, 540) at increasing times -> an even grid of `fps` from the first time to the last."""
    duration = float(times_s[-1] - times_s[0])
    grid = times_s[0] + np.arange(round(duration * fps) + 1) / fps
    right = np.clip(np.searchsorted(times_s, grid, side="left"), 1, max(len(times_s) - 1, 1))
    right = np.minimum(right, len(times_s) - 1)
    left = np.maximum(right - 1, 0)
    gap = np.maximum(times_s[right] - times_s[left], 1e-9)
    weight = np.clip((grid - times_s[left]) / gap, 0, 1)
    nearer = np.where(weight < 0.5, left, right)
    out = features[left] + weight[:, None].astype(np.float32) * (features[right] - features[left])
    both = present[left] & present[right]
    for index, part in enumerate(layout.PARTS.values()):
        take = ~both[:, index]
        out[take, part] = features[nearer[take], part]
    return FeatureSequence(out.astype(np.float32), present[nearer], fps, start_s, end_s)
