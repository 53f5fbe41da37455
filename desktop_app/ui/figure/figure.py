"""One person in one frame as the avatar needs it: parts in one isotropic unit. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray, LandmarkFrame, read_only


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """Points of the signer's own left and right side; x right in the picture, y down, z away from the camera.

    Attributes:
        pose: (33, 4) x, y, z, visibility.
        left_hand, right_hand: (21, 3) or None when not seen.
        face: (94, 3), every fifth point of the face mesh, or None.
        span: shoulder to shoulder, in the unit of the points.
    """

    pose: FloatArray
    left_hand: FloatArray | None
    right_hand: FloatArray | None
    face: FloatArray | None
    span: float

    def __post_init__(self) -> None:
        for array in (self.pose, self.left_hand, self.right_hand, self.face):
            if array is not None:
                read_only(array)


def figure_from_features(row: FloatArray) -> Figure | None:
    """A row (540,) in torso units -> figure in torso units; None without a body."""
    return _figure(row, 1.0)


def figure_from_landmarks(landmarks: LandmarkFrame) -> Figure | None:
    """Raw landmarks -> figure in picture heights: x runs from 0 to the aspect ratio, y from 0 to 1."""
    return _figure(landmarks.raw, landmarks.aspect)


def _figure(row: FloatArray, aspect: float) -> Figure | None:
    stretch = np.array([aspect, 1, aspect], np.float32)
    pose = row[layout.POSE].reshape(33, 4).copy()
    if not pose.any():
        return None
    pose[:, :3] *= stretch
    span = float(np.hypot(*(pose[layout.LEFT_SHOULDER, :2] - pose[layout.RIGHT_SHOULDER, :2])))
    if span < 1e-3:
        return None

    def part(columns: slice) -> FloatArray | None:
        points = row[columns]
        return points.reshape(-1, 3) * stretch if points.any() else None

    return Figure(pose, part(layout.LEFT_HAND), part(layout.RIGHT_HAND), part(layout.FACE), span)
