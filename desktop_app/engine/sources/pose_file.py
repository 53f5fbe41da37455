"""`.pose` files (the pose-format project): read into our 540 columns, and written from them.

Coordinates are pixels of the header's width and height. Depth is written in picture widths, as MediaPipe
reports it; files with scaled depth are detected by its magnitude.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.engine import layout
from desktop_app.engine.malformed import refusing_malformed
from desktop_app.engine.records import FloatArray
from desktop_app.engine.sources.foreign import RECORDING, refuse_foreign
from desktop_app.engine.sources.recording import MAX_FRAMES, LandmarkRecording
from desktop_app.errors import SourceError, next_step, reason_of
from desktop_app.files import file_exists, replacing
from desktop_app.message import Message

MAX_FILE_BYTES: Final = 1 << 30
DEPTH_IN_PIXELS: Final = 20.0  # MediaPipe's own depth stays within a few picture widths
MIN_FPS: Final = 1.0  # less follows no sign
MAX_FPS: Final = 240.0  # files with times in milliseconds say 1000
UNKNOWN_FPS: Final = 30.0
EXPORT_WIDTH: Final = 1024  # pixels of an exported file; the reader divides by it
POSE_NAMES: Final = (
    "NOSE", "LEFT_EYE_INNER", "LEFT_EYE", "LEFT_EYE_OUTER", "RIGHT_EYE_INNER", "RIGHT_EYE", "RIGHT_EYE_OUTER",
    "LEFT_EAR", "RIGHT_EAR", "MOUTH_LEFT", "MOUTH_RIGHT", "LEFT_SHOULDER", "RIGHT_SHOULDER", "LEFT_ELBOW",
    "RIGHT_ELBOW", "LEFT_WRIST", "RIGHT_WRIST", "LEFT_PINKY", "RIGHT_PINKY", "LEFT_INDEX", "RIGHT_INDEX",
    "LEFT_THUMB", "RIGHT_THUMB", "LEFT_HIP", "RIGHT_HIP", "LEFT_KNEE", "RIGHT_KNEE", "LEFT_ANKLE",
    "RIGHT_ANKLE", "LEFT_HEEL", "RIGHT_HEEL", "LEFT_FOOT_INDEX", "RIGHT_FOOT_INDEX",
)  # fmt: skip
HAND_NAMES: Final = (
    "WRIST", "THUMB_CMC", "THUMB_MCP", "THUMB_IP", "THUMB_TIP", "INDEX_FINGER_MCP", "INDEX_FINGER_PIP",
    "INDEX_FINGER_DIP", "INDEX_FINGER_TIP", "MIDDLE_FINGER_MCP", "MIDDLE_FINGER_PIP", "MIDDLE_FINGER_DIP",
    "MIDDLE_FINGER_TIP", "RING_FINGER_MCP", "RING_FINGER_PIP", "RING_FINGER_DIP", "RING_FINGER_TIP",
    "PINKY_MCP", "PINKY_PIP", "PINKY_DIP", "PINKY_TIP",
)  # fmt: skip
FACE_NAMES: Final = tuple(str(index) for index in layout.FACE_INDICES)
COMPONENTS: Final = {
    "POSE_LANDMARKS": (layout.POSE, POSE_NAMES),
    "FACE_LANDMARKS": (layout.FACE, FACE_NAMES),
    "LEFT_HAND_LANDMARKS": (layout.LEFT_HAND, HAND_NAMES),
    "RIGHT_HAND_LANDMARKS": (layout.RIGHT_HAND, HAND_NAMES),
}

HANDS: Final = frozenset({"LEFT_HAND_LANDMARKS", "RIGHT_HAND_LANDMARKS"})


def load_pose(path: Path, *, hands_suffice: bool = False) -> LandmarkRecording:
    """Read a Holistic `.pose` file, format 0.1 or 0.2; of several people the one with the highest confidence.

    The face may have 468 or 478 points. Where it was reduced so that not all of our 94 are there (the usual
    128 contour points), it counts as not seen. A rate that no camera has is taken for 30.

    Args:
        hands_suffice: also read a file with hands and no body, which is enough for fingerspelling.

    Raises:
        SourceError: not a `.pose` file, damaged, not of MediaPipe Holistic, or without what is needed.
    """
    pose = _read(path)
    width, height = pose.header.dimensions.width, pose.header.dimensions.height
    names = {component.name for component in pose.header.components}
    if "POSE_LANDMARKS" not in names and names & HANDS and not hands_suffice:
        raise SourceError(
            Message("'{path}' holds hands without the body that MediaPipe Holistic finds.", path=path.name),
            Message("Letters can be read from it (`signmirror letters`); signs need the body too."),
            code="source.hands_only",
        )
    if not names & ({"POSE_LANDMARKS"} | HANDS) or width <= 0 or height <= 0:
        raise SourceError(
            Message("'{path}' holds no landmarks of MediaPipe Holistic.", path=path.name),
            Message("Convert the video again with MediaPipe Holistic as its pose estimator."),
        )
    data, confidence = _best_person(pose.body)
    if len(data) == 0 or len(data) > MAX_FRAMES or data.shape[2] < 2:
        raise SourceError(
            Message("'{path}' is empty, longer than two hours or without coordinates.", path=path.name),
            Message("Convert it again."),
        )
    raw = np.zeros((len(data), layout.FEATURE_DIM), np.float32)
    first = 0
    for component in pose.header.components:
        points = slice(first, first + len(component.points))
        first += len(component.points)
        if component.name in COMPONENTS:
            _fill(raw, component, data[:, points], confidence[:, points], (width, height))
    fps = float(pose.body.fps)
    if not (np.isfinite(fps) and MIN_FPS <= fps <= MAX_FPS):
        fps = UNKNOWN_FPS
    return LandmarkRecording(raw, np.arange(len(raw)) / fps, width / height)


def save_pose(path: Path, recording: LandmarkRecording) -> None:
    """Write a recording as `.pose` 0.2 with the four components (the face with its 94 points). Atomic."""
    from pose_format import Pose
    from pose_format.numpy import NumPyPoseBody
    from pose_format.pose_header import PoseHeader, PoseHeaderComponent, PoseHeaderDimensions

    width, height = EXPORT_WIDTH, round(EXPORT_WIDTH / recording.aspect)
    limbs = {
        "POSE_LANDMARKS": layout.UPPER_BODY_BONES,
        "LEFT_HAND_LANDMARKS": layout.HAND_BONES,
        "RIGHT_HAND_LANDMARKS": layout.HAND_BONES,
    }
    components, coordinates, confidences = [], [], []
    for name, (part, points) in COMPONENTS.items():
        bones = list(limbs.get(name, ()))
        components.append(
            PoseHeaderComponent(name, list(points), bones, [(0, 0, 0)] * max(len(bones), 1), "XYZC")
        )
        rows = recording.raw[:, part].reshape(len(recording.raw), len(points), -1)
        seen = rows.any(axis=(1, 2))[:, None] & np.ones(len(points), bool)
        coordinates.append(rows[:, :, :3] * np.array([width, height, 1], np.float32))
        confidences.append(rows[:, :, 3] if name == "POSE_LANDMARKS" else seen.astype(np.float32))
    body = NumPyPoseBody(
        recording.fps,
        np.concatenate(coordinates, axis=1)[:, None].astype(np.float32),
        np.concatenate(confidences, axis=1)[:, None].astype(np.float32),
    )
    header = PoseHeader(0.2, PoseHeaderDimensions(width, height, 0), components)
    try:
        with replacing(path) as beside, beside.open("wb") as file:
            Pose(header, body).write(file)
    except OSError as error:
        raise SourceError(
            Message("'{path}' cannot be written: {strerror}.", path=path, strerror=reason_of(error)),
            next_step(error),
        ) from error


def _read(path: Path) -> Any:
    if not file_exists(path):
        raise SourceError(
            Message("'{path}' does not exist or is not a file.", path=path), Message("Check the path.")
        )
    if path.stat().st_size > MAX_FILE_BYTES:
        raise SourceError(
            Message("'{path}' is larger than a gigabyte.", path=path.name), Message("Cut it into parts.")
        )
    from pose_format import Pose

    try:
        with refusing_malformed(partial(_unreadable, path)):
            return Pose.read(path.read_bytes())
    except SourceError:
        refuse_foreign(path, RECORDING)
        raise


def _unreadable(path: Path, error: Exception) -> SourceError:
    return SourceError(
        Message("'{path}' is not a .pose file that can be read.", path=path.name),
        Message("It may be damaged or of an unknown version; convert the video again."),
        detail=f"{type(error).__name__}: {error}",
    )


def _best_person(body: Any) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """(T, points, dims) and (T, points) of the person with the highest mean confidence."""
    data = np.asarray(getattr(body.data, "data", body.data), np.float32)  # masked if the confidence is 0
    confidence = np.asarray(body.confidence, np.float32)
    if data.ndim != 4 or data.shape[1] == 0:
        return np.zeros((0, 0, 3), np.float32), np.zeros((0, 0), np.float32)
    confidence = np.nan_to_num(confidence, nan=0.0, posinf=1.0, neginf=0.0)
    person = int(confidence.mean(axis=(0, 2)).argmax()) if data.shape[1] > 1 and len(data) else 0
    return data[:, person], confidence[:, person]


def _fill(
    raw: FloatArray,
    component: Any,
    data: npt.NDArray[np.float32],
    confidence: npt.NDArray[np.float32],
    size: tuple[int, int],
) -> None:
    """Write one component, found by its points' names, into its columns of raw (T, 540)."""
    part, wanted = COMPONENTS[component.name]
    where = {name: index for index, name in enumerate(component.points)}
    if part is not layout.POSE and not all(name in where for name in wanted):
        return
    known = [index for index, name in enumerate(wanted) if name in where]
    columns = [where[wanted[index]] for index in known]
    xyz = np.zeros((len(raw), len(wanted), 3), np.float32)
    seen = np.zeros((len(raw), len(wanted)), np.float32)
    found = data[:, columns, :3]
    usable = (confidence[:, columns] > 0) & np.isfinite(found).all(axis=2)
    xyz[:, known, : found.shape[2]] = np.where(usable[:, :, None], found, 0)
    seen[:, known] = np.where(usable, confidence[:, columns], 0)
    width, height = size
    depth = width if np.abs(xyz[:, :, 2]).max(initial=0) > DEPTH_IN_PIXELS else 1
    xyz /= np.array([width, height, depth], np.float32)
    if part is layout.POSE:
        raw[:, part] = np.concatenate([xyz, seen[:, :, None]], axis=2).reshape(len(raw), -1)
    else:
        raw[:, part] = xyz.reshape(len(raw), -1)


__all__ = ["COMPONENTS", "load_pose", "save_pose"]
