"""The records that travel between the stages: frozen, their arrays read-only and checked once, when made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from desktop_app.engine import layout
from desktop_app.errors import LandmarkError
from desktop_app.message import Message

FloatArray = npt.NDArray[np.float32]
BoolArray = npt.NDArray[np.bool_]
IntArray = npt.NDArray[np.int64]
ImageArray = npt.NDArray[np.uint8]
AnyArray = TypeVar("AnyArray", bound=npt.NDArray[Any])

DEFAULT_ASPECT = 4 / 3  # of recordings without a frame size


def read_only(array: AnyArray) -> AnyArray:
    """Make an array read-only, so that it can be shared."""
    array.flags.writeable = False
    return array


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture.

    Attributes:
        frame_id: increases by one per frame of the source; gaps are lost frames.
        captured_ns: monotonic clock right after the capture; for files start + position.
        bgr: (H, W, 3) uint8, unflipped.
        position_s: seconds from the start of a file; seconds since opening for a camera.
    """

    frame_id: int
    captured_ns: int
    bgr: ImageArray
    position_s: float

    def __post_init__(self) -> None:
        if self.bgr.ndim != 3 or self.bgr.shape[2] != 3 or self.bgr.dtype != np.uint8:
            raise ValueError(f"a frame is (H, W, 3) uint8, got {self.bgr.shape} {self.bgr.dtype}")
        read_only(self.bgr)

    @property
    def width(self) -> int:
        return int(self.bgr.shape[1])

    @property
    def height(self) -> int:
        return int(self.bgr.shape[0])

    @property
    def aspect(self) -> float:
        return self.width / self.height


@dataclass(frozen=True, slots=True, eq=False)
class LandmarkFrame:
    """The landmarks of one frame.

    Attributes:
        raw: (540,) float32, MediaPipe's normalised image coordinates (x right, y down, 0 to 1 inside the
            picture; columns as in `layout`); a part that was not seen is all zeros.
        face_mesh: (468, 3) float32 in the same coordinates for drawing, or (0, 3).
        aspect: width / height of the picture.
    """

    frame_id: int
    captured_ns: int
    position_s: float
    raw: FloatArray
    aspect: float = DEFAULT_ASPECT
    face_mesh: FloatArray = field(default_factory=lambda: np.zeros((0, 3), np.float32))

    def __post_init__(self) -> None:
        if self.raw.shape != (layout.FEATURE_DIM,) or self.raw.dtype != np.float32:
            raise LandmarkError(
                Message(
                    "A landmark frame is ({feature_dim},) float32, got {shape} {dtype}.",
                    feature_dim=layout.FEATURE_DIM,
                    shape=self.raw.shape,
                    dtype=self.raw.dtype,
                ),
                Message("Record the landmarks again, or convert them with `signmirror preprocess`."),
            )
        if not np.isfinite(self.raw).all():
            raise LandmarkError(
                Message(
                    "Frame {frame_id} has landmarks that are not numbers (NaN or infinite).",
                    frame_id=self.frame_id,
                ),
                Message("Record this clip again; the tracker failed on it."),
            )
        read_only(self.raw)
        read_only(self.face_mesh)

    @classmethod
    def empty(cls, frame_id: int, captured_ns: int, position_s: float, aspect: float) -> LandmarkFrame:
        """A frame in which nobody was seen."""
        return cls(frame_id, captured_ns, position_s, np.zeros(layout.FEATURE_DIM, np.float32), aspect)

    @property
    def pose(self) -> FloatArray:
        """(33, 4): x, y, z, visibility."""
        return self.raw[layout.POSE].reshape(33, 4)

    @property
    def left_hand(self) -> FloatArray:
        """(21, 3), the signer's own left hand."""
        return self.raw[layout.LEFT_HAND].reshape(21, 3)

    @property
    def right_hand(self) -> FloatArray:
        """(21, 3), the signer's own right hand."""
        return self.raw[layout.RIGHT_HAND].reshape(21, 3)

    @property
    def face(self) -> FloatArray:
        """(94, 3), every fifth point of the face mesh."""
        return self.raw[layout.FACE].reshape(94, 3)

    @property
    def present(self) -> BoolArray:
        """(4,) bool: pose, left hand, right hand, face."""
        return np.array([bool(self.raw[part].any()) for part in layout.PARTS.values()])


@dataclass(frozen=True, slots=True, eq=False)
class FeatureRow:
    """One frame in torso units.

    Attributes:
        contract: the feature contract of `features`, that of the encoder in use.
        features: (540,) float32.
        present: (4,) bool: pose, left hand, right hand, face.
        has_person: a pose was seen in this very frame.
        motion: motion energy against the row before (spec 1, 0 for the first).
        hand_speed: the faster hand in torso units per second; 0 when no hand can be followed.
    """

    frame_id: int
    captured_ns: int
    position_s: float
    contract: str
    features: FloatArray
    present: BoolArray
    has_person: bool
    motion: float
    hand_speed: float

    def __post_init__(self) -> None:
        read_only(self.features)
        read_only(self.present)


@dataclass(frozen=True, slots=True, eq=False)
class FeatureSequence:
    """A clip, or a window of the live stream, ready for the encoder.

    Attributes:
        features: (T, 540) float32, torso units.
        present: (T, 4) bool: pose, left hand, right hand, face.
        fps: rows per second (30 in the live window).
        start_s, end_s: its position in the source.
    """

    features: FloatArray
    present: BoolArray
    fps: float
    start_s: float
    end_s: float

    def __post_init__(self) -> None:
        if self.features.ndim != 2 or self.features.shape[1] != layout.FEATURE_DIM:
            raise LandmarkError(
                Message(
                    "A clip is (frames, {feature_dim}), got {shape}.",
                    feature_dim=layout.FEATURE_DIM,
                    shape=self.features.shape,
                ),
                Message("Extract its features with `signmirror preprocess`."),
            )
        if self.present.shape != (len(self.features), len(layout.PARTS)):
            raise ValueError(f"present is (T, 4), got {self.present.shape} for {len(self.features)} rows")
        read_only(self.features)
        read_only(self.present)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate of an answer, with the fields of the retrieval contract and its origin."""

    sentence_id: int
    sentence: str
    category: str
    video_file: str
    similarity: float
    confidence: float
    raw_similarity: float
    proto_similarity: float | None
    motion_mean: float
    accepted: bool
    rejection_reason: str | None
    dtw_distance: float | None
    dtw_score: float | None
    pack: str = ""
    clip_id: str = ""


@dataclass(frozen=True, slots=True)
class Prediction:
    """The answer to a clip, window or sign: one candidate per sentence, best first.

    `results` is empty if the motion gate rejected the clip; `rejection_reason` is then `low_motion`.
    """

    results: tuple[Candidate, ...]
    accepted: bool
    rejection_reason: str | None
    motion_mean: float
    start_s: float
    end_s: float
    encode_ms: float
    search_ms: float

    @property
    def best(self) -> Candidate | None:
        return self.results[0] if self.results else None
