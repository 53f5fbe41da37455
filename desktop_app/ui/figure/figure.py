"""One person in one frame as the avatar needs it: parts in one isotropic unit. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray, LandmarkFrame, read_only
from desktop_app.engine.tracking.features import CENTRE_BELOW_SHOULDERS, SCALE_PER_SHOULDER_SPAN

# What the avatar shows around a person in torso units: chest to above the head, elbows out.
WORLD_LEFT: Final = -1.55
WORLD_RIGHT: Final = 1.55
WORLD_TOP: Final = -2.5
WORLD_BOTTOM: Final = 0.55
SHOULDER_SPAN: Final = 1 / SCALE_PER_SHOULDER_SPAN
SHOULDER_Y: Final = -CENTRE_BELOW_SHOULDERS / SCALE_PER_SHOULDER_SPAN


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
    """A row (540,) in torso units -> figure in torso units; None when there is no body to hang it on."""
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


def signing_space(features: FloatArray) -> tuple[float, float, float, float]:
    """The part of torso space (left, top, right, bottom) that a clip (T, 540) needs: head, shoulders, hands.

    Symmetric about the body, so that a sign at one side does not push the person out of the middle.
    """
    reach, top, bottom = SHOULDER_SPAN * 0.72, SHOULDER_Y - 0.95, SHOULDER_Y + 0.62
    for part in (layout.LEFT_HAND, layout.RIGHT_HAND):
        seen = features[features[:, part].any(axis=1)][:, part].reshape(-1, 3)
        if len(seen):
            # Single frames may throw a hand far away; the rest decides.
            reach = max(reach, float(np.percentile(np.abs(seen[:, 0]), 98)))
            top = min(top, float(np.percentile(seen[:, 1], 2)))
            bottom = max(bottom, float(np.percentile(seen[:, 1], 98)))
    faces = features[features[:, layout.FACE].any(axis=1)][:, layout.FACE].reshape(-1, layout.FACE_POINTS, 3)
    if len(faces):
        crown, chin = faces[:, :, 1].min(axis=1), faces[:, :, 1].max(axis=1)
        top = min(top, float(np.percentile(crown - 0.32 * (chin - crown), 2)))  # the mesh ends at the hairline
    reach = min(reach + 0.08, -WORLD_LEFT)
    return -reach, max(top - 0.08, WORLD_TOP), reach, min(bottom + 0.1, WORLD_BOTTOM)


def middle_row(features: FloatArray) -> int:
    """The row of a clip (T, 540) that shows the sign best in a small picture: hands seen, near the middle."""
    count = len(features)
    if count == 0:
        return 0
    hands = features[:, layout.LEFT_HAND].any(axis=1).astype(int) + features[:, layout.RIGHT_HAND].any(axis=1)
    lift = -np.minimum(
        features[:, layout.LEFT_WRIST * 4 + 1], features[:, layout.RIGHT_WRIST * 4 + 1]
    )  # y points down
    nearness = 1 - np.abs(np.arange(count) - (count - 1) / 2) / max(count, 1)
    return int(np.argmax(np.minimum(hands, 1) * 2 + 0.5 * np.clip(lift, 0, 2) + nearness))
