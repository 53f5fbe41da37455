"""The neutral body: mean proportions of many signers, used for every synthesised reference.

It represents no single person: lengths are medians over signers, the face is the mean of their faces.
Measured by `scripts/build/neutral_body.py`, kept beside this file so that every builder uses the same one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FloatArray, read_only
from desktop_app.engine.tracking.features import CENTRE_BELOW_SHOULDERS, SCALE_PER_SHOULDER_SPAN
from desktop_app.errors import DatasetError
from desktop_app.message import Message

NEUTRAL_BODY_FILE: Final = Path(__file__).with_name("neutral_body.json")

# Bones as a tree from the wrist (parent, child): every finger hangs on the wrist by its own palm bone.
HAND_TREE: Final = tuple(
    (parent, child)
    for finger in layout.FINGERS.values()
    for parent, child in zip((0, *finger[:-1]), finger, strict=True)
)
HEAD: Final = tuple(range(11))  # nose, eyes, ears, mouth of the pose
# (shoulder, elbow, wrist, points that the pose keeps for the hand), left then right
ARMS: Final = ((11, 13, 15, (17, 19, 21)), (12, 14, 16, (18, 20, 22)))
# MediaPipe's pose depth is larger than its width and height. Times this, an arm's bones keep their length best
# as it moves: over 22 signers their spread within a person falls from 19 % (depth as given, or none) to 12 %.
POSE_DEPTH: Final = 0.4
TRUNK: Final = (11, 12, *range(23, 33))  # shoulders, hips, legs: stand still in a reference

# Where the feature contract puts the shoulders: the centre lies below them, the scale is their span.
SHOULDER_X: Final = 0.5 / SCALE_PER_SHOULDER_SPAN
SHOULDER_Y: Final = -CENTRE_BELOW_SHOULDERS / SCALE_PER_SHOULDER_SPAN


@dataclass(frozen=True, slots=True, eq=False)
class NeutralBody:
    """Proportions in torso units of `torso-540-v1`, x to the signer's left, y down, z away from the camera.

    Attributes:
        trunk: (33, 3); only rows of `TRUNK` are used.
        head: (11, 3) pose points 0 to 10 of a head that looks straight ahead.
        face: (94, 3) beside that head.
        upper_arm, forearm: lengths, with depth times `POSE_DEPTH`.
        pose_hand: (3,) such lengths from the wrist to the pose's little finger, index and thumb.
        hand: (20,) lengths of `HAND_TREE`.
        hand_z: depth of a hand's wrist point. MediaPipe measures a hand's depth from its own wrist, so after
            normalisation it says nothing about the body; a constant keeps it where the encoder expects it.
        visibility: (33,) median visibility of the pose points.
        signers: how many people it was measured on.
    """

    trunk: FloatArray
    head: FloatArray
    face: FloatArray
    upper_arm: float
    forearm: float
    pose_hand: FloatArray
    hand: FloatArray
    hand_z: float
    visibility: FloatArray
    signers: int

    def __post_init__(self) -> None:
        for array, shape in (
            (self.trunk, (33, 3)),
            (self.head, (len(HEAD), 3)),
            (self.face, (layout.FACE_POINTS, 3)),
            (self.pose_hand, (3,)),
            (self.hand, (len(HAND_TREE),)),
            (self.visibility, (33,)),
        ):
            if array.shape != shape or not np.isfinite(array).all():
                raise DatasetError(
                    Message(
                        "The neutral body is damaged: an array is {shape} instead of {shape_2}.",
                        shape=array.shape,
                        shape_2=shape,
                    ),
                    Message("Measure it again with scripts/build/neutral_body.py."),
                )
            read_only(array)

    def to_json(self) -> str:
        """Numbers rounded to a ten-thousandth of the torso, so that the file reads and compares well."""
        document: dict[str, Any] = {}
        for name in self.__dataclass_fields__:
            value = getattr(self, name)
            document[name] = np.round(value, 4).tolist() if isinstance(value, np.ndarray) else value
        return json.dumps(document, indent=1) + "\n"

    @classmethod
    def load(cls, path: Path = NEUTRAL_BODY_FILE) -> NeutralBody:
        """Read it. Raises DatasetError when the file is missing or damaged."""
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
            arrays = ("trunk", "head", "face", "pose_hand", "hand", "visibility")
            values: dict[str, Any] = {
                name: np.array(value, np.float32) if name in arrays else value
                for name, value in document.items()
            }
            return cls(**values)
        except (OSError, ValueError, TypeError) as error:
            raise DatasetError(
                Message("The neutral body '{path}' cannot be read.", path=path.name),
                Message("Measure it again with scripts/build/neutral_body.py."),
                detail=str(error),
            ) from error


@dataclass(frozen=True, slots=True, eq=False)
class Proportions:
    """Body proportions of one signer; one row of the mean over signers."""

    trunk: FloatArray
    head: FloatArray
    face: FloatArray | None
    arms: FloatArray  # (2,) upper arm, forearm
    pose_hand: FloatArray
    hand: FloatArray | None
    hand_z: float | None
    visibility: FloatArray


def hand_bones(hands: FloatArray) -> FloatArray:
    """(N, 21, 3) -> (N, 20) lengths of `HAND_TREE`."""
    parents, children = np.array(HAND_TREE).T
    lengths: FloatArray = np.linalg.norm(hands[:, children] - hands[:, parents], axis=2)
    return lengths


def measure(features: FloatArray, present: BoolArray) -> Proportions | None:
    """Rows (N, 540) of one signer in torso units, present (N, 4) -> proportions; None without a person."""
    rows = features[present[:, 0]]
    if not len(rows):
        return None
    pose = rows[:, layout.POSE].reshape(-1, 33, 4)
    points = pose[:, :, :3]
    solid = points * np.array([1, 1, POSE_DEPTH], np.float32)
    upper, fore, stubs = [], [], []
    for shoulder, elbow, wrist, marks in ARMS:
        seen = (pose[:, elbow, 3] > 0.5) & (pose[:, wrist, 3] > 0.5)
        arm = solid[seen] if seen.any() else solid
        upper.append(np.median(np.linalg.norm(arm[:, elbow] - arm[:, shoulder], axis=1)))
        fore.append(np.median(np.linalg.norm(arm[:, wrist] - arm[:, elbow], axis=1)))
        stubs.append([np.median(np.linalg.norm(arm[:, mark] - arm[:, wrist], axis=1)) for mark in marks])
    faces = features[present[:, 3] & present[:, 0]]
    face = None
    if len(faces):
        nose = faces[:, layout.POSE].reshape(-1, 33, 4)[:, :1, :3].copy()
        nose[:, :, 2] = 0  # the mesh has its own depth, measured from the head
        face = np.median(faces[:, layout.FACE].reshape(-1, 94, 3) - nose, axis=0)
    hands = np.concatenate(
        [features[present[:, 1], layout.LEFT_HAND], features[present[:, 2], layout.RIGHT_HAND]]
    ).reshape(-1, 21, 3)
    return Proportions(
        np.median(points, axis=0),
        np.median(points[:, HEAD], axis=0),
        face,
        np.array([np.mean(upper), np.mean(fore)], np.float32),
        np.mean(stubs, axis=0).astype(np.float32),
        np.median(hand_bones(hands), axis=0) if len(hands) else None,
        float(np.median(hands[:, 0, 2])) if len(hands) else None,
        np.median(pose[:, :, 3], axis=0),
    )


def mean_body(people: Sequence[Proportions]) -> NeutralBody:
    """Median over people, made symmetric; the shoulders stand where the feature contract puts them.

    Raises:
        DatasetError: no person with hands and a face.
    """
    faces = [person.face for person in people if person.face is not None]
    hands = [person.hand for person in people if person.hand is not None]
    depths = [person.hand_z for person in people if person.hand_z is not None]
    if not faces or not hands:
        raise DatasetError(
            Message("No clip shows hands and a face."), Message("Give a collection with whole bodies in it.")
        )
    trunk = _symmetric(np.median([person.trunk for person in people], axis=0))
    head = _symmetric(np.median([person.head for person in people], axis=0))
    trunk[layout.LEFT_SHOULDER, :2] = SHOULDER_X, SHOULDER_Y
    trunk[layout.RIGHT_SHOULDER, :2] = -SHOULDER_X, SHOULDER_Y
    face = np.mean(faces, axis=0)
    face[:, :2] += head[0, :2]
    arms = np.median([person.arms for person in people], axis=0)
    visibility = np.median([person.visibility for person in people], axis=0)
    return NeutralBody(
        trunk.astype(np.float32),
        head.astype(np.float32),
        face.astype(np.float32),
        round(float(arms[0]), 4),
        round(float(arms[1]), 4),
        np.median([person.pose_hand for person in people], axis=0).astype(np.float32),
        np.median(hands, axis=0).astype(np.float32),
        round(float(np.median(depths)), 4),
        visibility.astype(np.float32),
        len(people),
    )


def _symmetric(points: FloatArray) -> FloatArray:
    """Mean of a body and its mirror image."""
    swapped = np.arange(len(points))
    for left, right in layout.POSE_MIRROR:
        if right < len(points):
            swapped[[left, right]] = right, left
    mirrored = points[swapped] * np.array([-1, 1, 1], points.dtype)
    result: FloatArray = (points + mirrored) / 2
    return result
