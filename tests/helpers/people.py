"""A synthetic signer: raw landmark rows whose geometry is known exactly."""

from __future__ import annotations

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import FloatArray

# x, y in a 4:3 picture; the proportions of an adult at a laptop, hips just below the picture's edge.
_POSE = {
    0: (0.50, 0.25), 2: (0.52, 0.23), 5: (0.48, 0.23), 7: (0.55, 0.25), 8: (0.45, 0.25), 9: (0.51, 0.29),
    10: (0.49, 0.29), 11: (0.62, 0.45), 12: (0.38, 0.45), 13: (0.68, 0.70), 14: (0.32, 0.70), 15: (0.62, 0.85),
    16: (0.38, 0.85), 23: (0.57, 1.06), 24: (0.43, 1.06),
}  # fmt: skip


def person_row(left_wrist: tuple[float, float], right_wrist: tuple[float, float]) -> FloatArray:
    """One raw row (540,) with both hands at the given places of the picture."""
    row = np.zeros(layout.FEATURE_DIM, np.float32)
    pose = np.zeros((33, 4), np.float32)
    pose[:, :2] = (0.5, 0.6)
    for index, place in _POSE.items():
        pose[index, :2] = place
    pose[layout.LEFT_WRIST, :2], pose[layout.RIGHT_WRIST, :2] = left_wrist, right_wrist
    pose[11:17, 2] = -0.2
    pose[:, 3] = 0.99
    row[layout.POSE] = pose.ravel()
    spread = np.linspace(0, 1, 21, dtype=np.float32)
    for part, wrist in ((layout.LEFT_HAND, left_wrist), (layout.RIGHT_HAND, right_wrist)):
        hand = np.stack(
            [wrist[0] + 0.03 * np.sin(9 * spread), wrist[1] - 0.08 * spread, -0.05 * spread], axis=1
        )
        row[part] = hand.astype(np.float32).ravel()
    angle = np.linspace(0, 2 * np.pi, layout.FACE_POINTS, endpoint=False)
    face = np.stack([0.5 + 0.05 * np.cos(angle), 0.25 + 0.09 * np.sin(angle), 0.01 * np.sin(3 * angle)], axis=1)
    row[layout.FACE] = face.astype(np.float32).ravel()
    return row


def person_clip(frames: int, *, speed: float = 1.0) -> FloatArray:
    """(T, 540) raw rows: both hands circle in front of the chest, `speed` turns a second at 30 rows/s."""
    rows = []
    for i in range(frames):
        angle = 2 * np.pi * speed * i / 30
        rows.append(
            person_row(
                (0.60 + 0.05 * np.cos(angle), 0.60 + 0.05 * np.sin(angle)),
                (0.40 + 0.05 * np.cos(angle), 0.60 + 0.05 * np.sin(angle)),
            )
        )
    return np.stack(rows)


def sign_recording(
    signs: int = 1, *, fps: float = 30.0, rest_s: float = 1.0, sign_s: float = 1.5
) -> FloatArray:
    """(T, 540) raw rows: rest with still hands, then a sign of circling hands, and so on, ending at rest."""
    rows = []
    count = round((signs * (rest_s + sign_s) + rest_s) * fps)
    for i in range(count):
        time_s = i / fps % (rest_s + sign_s)
        moving = time_s >= rest_s and i / fps < signs * (rest_s + sign_s)
        angle = 2 * np.pi * (time_s - rest_s) / 0.75 if moving else 0.0
        offset = (0.06 * (np.cos(angle) - 1), 0.06 * np.sin(angle))
        rows.append(person_row((0.62 + offset[0], 0.62 + offset[1]), (0.38 + offset[0], 0.62 + offset[1])))
    return np.stack(rows)
