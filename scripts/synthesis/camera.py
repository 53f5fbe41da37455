"""What a tracker would have seen of a performance: picture coordinates, frame times, tremble, lost hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FloatArray
from scripts.synthesis.takes import RATE

EDGE: Final = 1.0  # a hand whose middle lies below the picture is not found
LOW_VISIBILITY: Final = 0.15  # of joints that MediaPipe only estimates


@dataclass(frozen=True, slots=True)
class Camera:
    """A webcam and its tracker.

    Attributes:
        aspect: width / height.
        scale: picture heights a torso unit; smaller is further away.
        centre_x, centre_y: torso centre in the picture, in picture widths and heights.
        depth: of the torso centre, in picture heights.
        roll: tilt of the camera in radians.
        fps: nominal; `uneven` is the spread of the frame times, `dropped` the share of frames lost.
        tremble: standard deviation of the tracker's noise, torso units; hands, face and pose alike.
    """

    aspect: float
    scale: float
    centre_x: float
    centre_y: float
    depth: float
    roll: float
    fps: float
    uneven: float
    dropped: float
    tremble: float


def film(
    features: FloatArray, present: BoolArray, camera: Camera, seed: int
) -> tuple[FloatArray, npt.NDArray[np.float64]]:
    """Rows at 30 a second (T, 540) in torso units -> raw landmarks (F, 540) float32, times (F,) in seconds."""
    random = np.random.default_rng(seed)
    times = frame_times(len(features) / RATE, camera, random)
    rows, seen = _sampled(features, present, times)
    rows = rows + _noise(rows.shape[0], camera.tremble, random)
    x, y = rows[:, layout.X_COLUMNS], rows[:, layout.Y_COLUMNS]
    cos, sin = np.cos(camera.roll), np.sin(camera.roll)
    raw = rows.copy()
    raw[:, layout.X_COLUMNS] = camera.centre_x + camera.scale * (cos * x - sin * y) / camera.aspect
    raw[:, layout.Y_COLUMNS] = camera.centre_y + camera.scale * (sin * x + cos * y)
    depth = camera.scale * rows[:, layout.Z_COLUMNS] + camera.depth
    raw[:, layout.Z_COLUMNS] = depth / camera.aspect
    pose = raw[:, layout.POSE].reshape(-1, 33, 4)
    outside = (pose[:, :, 1] > 1) | (pose[:, :, 0] < 0) | (pose[:, :, 0] > 1)
    pose[:, :, 3] = np.where(outside, np.minimum(pose[:, :, 3], LOW_VISIBILITY), np.clip(pose[:, :, 3], 0, 1))
    raw[:, layout.POSE] = pose.reshape(len(raw), -1)
    for part, columns in ((1, layout.LEFT_HAND), (2, layout.RIGHT_HAND)):
        points = raw[:, columns].reshape(-1, layout.HAND_POINTS, 3)
        seen[:, part] &= points[:, :, 1].mean(axis=1) < EDGE
    for index, columns in enumerate(layout.PARTS.values()):
        raw[~seen[:, index], columns] = 0
    return raw.astype(np.float32), times


def frame_times(seconds: float, camera: Camera, random: np.random.Generator) -> npt.NDArray[np.float64]:
    """Frame times from 0 on: uneven steps, some frames lost."""
    count = int(seconds * camera.fps)
    steps = (1 + camera.uneven * np.clip(random.standard_normal(count), -2.5, 2.5)) / camera.fps
    times = np.concatenate([[0.0], np.cumsum(steps)])
    kept = random.random(len(times)) >= camera.dropped
    kept[0] = True
    times = times[kept]
    inside: npt.NDArray[np.float64] = times[times <= seconds - 1 / RATE]
    return inside


def _sampled(
    features: FloatArray, present: BoolArray, times: npt.NDArray[np.float64]
) -> tuple[FloatArray, BoolArray]:
    """Linear between rows; a part is there where both neighbours have it."""
    at = times * RATE
    low = np.minimum(np.floor(at).astype(int), len(features) - 1)
    high = np.minimum(low + 1, len(features) - 1)
    weight = (at - low)[:, None]
    return (1 - weight) * features[low] + weight * features[high], present[low] & present[high]


def _noise(count: int, sigma: float, random: np.random.Generator) -> npt.NDArray[np.float64]:
    """Tremble as trackers have it: each part shakes as a whole, its points a little against each other."""
    noise = np.zeros((count, layout.FEATURE_DIM))
    for columns in layout.PARTS.values():
        width = columns.stop - columns.start
        noise[:, columns] = sigma / 2 * random.standard_normal((count, width))
    for part, step in ((layout.POSE, 4), (layout.LEFT_HAND, 3), (layout.RIGHT_HAND, 3), (layout.FACE, 3)):
        points = (part.stop - part.start) // step
        for axis in range(3):
            whole = sigma * random.standard_normal(count)
            noise[:, [part.start + step * point + axis for point in range(points)]] += whole[:, None]
    noise[:, layout.VISIBILITY_COLUMNS] = 0
    return noise
