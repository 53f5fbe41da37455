"""The position of each landmark in the 540 columns, and how points connect. Constants only.

Source of the indices: MediaPipe's pose (33), hand (21) and face-mesh (468) topologies. The face keeps every
fifth mesh point, the layout of the original GhSL encoder.
"""

from __future__ import annotations

from typing import Final

import numpy as np

FEATURE_DIM: Final = 540
POSE_POINTS: Final = 33
HAND_POINTS: Final = 21
FACE_MESH_POINTS: Final = 468
FACE_INDICES: Final = tuple(range(0, FACE_MESH_POINTS, 5))
FACE_POINTS: Final = len(FACE_INDICES)  # 94

POSE: Final = slice(0, 132)
LEFT_HAND: Final = slice(132, 195)
RIGHT_HAND: Final = slice(195, 258)
FACE: Final = slice(258, 540)
PARTS: Final = {"pose": POSE, "left_hand": LEFT_HAND, "right_hand": RIGHT_HAND, "face": FACE}

VISIBILITY_COLUMNS: Final = np.arange(3, 132, 4)
COORDINATE_COLUMNS: Final = np.setdiff1d(np.arange(FEATURE_DIM), VISIBILITY_COLUMNS)  # 507 numbers
X_COLUMNS: Final = np.concatenate([np.arange(0, 132, 4), np.arange(132, 540, 3)])
Y_COLUMNS: Final = X_COLUMNS + 1
Z_COLUMNS: Final = X_COLUMNS + 2

NOSE, LEFT_EYE, RIGHT_EYE, LEFT_EAR, RIGHT_EAR = 0, 2, 5, 7, 8
LEFT_SHOULDER, RIGHT_SHOULDER = 11, 12
LEFT_ELBOW, RIGHT_ELBOW = 13, 14
LEFT_WRIST, RIGHT_WRIST = 15, 16
LEFT_HIP, RIGHT_HIP = 23, 24

# Pairs (left, right) of the pose, from MediaPipe's naming; the nose stands alone.
POSE_MIRROR: Final = (
    (1, 4), (2, 5), (3, 6), (7, 8), (9, 10), (11, 12), (13, 14), (15, 16), (17, 18), (19, 20), (21, 22),
    (23, 24), (25, 26), (27, 28), (29, 30), (31, 32),
)  # fmt: skip
# Each point's partner in the mirror. Of the face every fifth mesh point is kept, so that the partner of a point
# is there only by chance: the nearest point to its mirror image stands for it (0.016 torso units away on the
# mean face of the shipped references).
POSE_MIRROR_ORDER: Final = np.arange(POSE_POINTS)
for _left, _right in POSE_MIRROR:
    POSE_MIRROR_ORDER[[_left, _right]] = _right, _left
FACE_MIRROR_ORDER: Final = np.array([
    0, 1, 2, 3, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 71, 59, 51, 72,
    90, 25, 51, 73, 80, 90, 79, 76, 52, 54, 79, 35, 81, 75, 77, 39, 40, 85, 86, 87, 88, 89, 90, 91,
    92, 93, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 19, 7, 7, 24, 20,
    23, 27, 4, 37, 31, 38, 32, 34, 28, 36, 37, 19, 23, 41, 42, 43, 44, 45, 46, 47, 48, 49,
])  # fmt: skip

UPPER_BODY_BONES: Final = ((11, 12), (11, 13), (13, 15), (12, 14), (14, 16), (11, 23), (12, 24), (23, 24))

FINGERS: Final = {
    "thumb": (1, 2, 3, 4),
    "index": (5, 6, 7, 8),
    "middle": (9, 10, 11, 12),
    "ring": (13, 14, 15, 16),
    "little": (17, 18, 19, 20),
}
HAND_BONES: Final = (
    (0, 1), (1, 2), (2, 3), (3, 4), (0, 5), (5, 6), (6, 7), (7, 8), (5, 9), (9, 10), (10, 11), (11, 12),
    (9, 13), (13, 14), (14, 15), (15, 16), (13, 17), (0, 17), (17, 18), (18, 19), (19, 20),
)  # fmt: skip
