"""The protocols of the engine. Each has a real and a fake implementation, and contract tests run on both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop_app.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.engine.records import FeatureSequence, FloatArray, Frame, LandmarkFrame


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """Properties of an open source.

    Attributes:
        name: to display ("HD Webcam", "hello.mp4").
        kind: camera, video, images or landmarks.
        width, height: pixels; 0 without pictures.
        fps: nominal frames per second, 30 if unknown.
        frame_count: 0 for a camera.
        live: a camera, which cannot be played faster and may be lost.
    """

    name: str | Message
    kind: str
    width: int
    height: int
    fps: float
    frame_count: int
    live: bool


class Clock(Protocol):
    """Monotonic time, which tests can control."""

    def now_ns(self) -> int: ...
    def sleep_until(self, deadline_ns: int) -> None: ...


class FrameSource(Protocol):
    """Yields frames in order. Used by one thread at a time."""

    def open(self) -> SourceInfo:
        """Open it. Raises SourceError (CameraNotFound, CameraBusy ...). May be called again after close."""

    def read(self) -> Frame | LandmarkFrame:
        """Wait for the next frame. Raises CameraLost, SourceError, or EndOfSource.

        Landmark recordings yield LandmarkFrame.
        """

    def close(self) -> None:
        """Release it. May be called repeatedly, in any state."""


class LandmarkExtractor(Protocol):
    """Finds the 543 landmarks of one person. Created, used and closed on one thread."""

    def extract(self, frame: Frame) -> LandmarkFrame:
        """Track one frame; LandmarkFrame.empty if nobody is seen."""

    def reset(self) -> None:
        """Forget the tracking state, between clips and after a gap."""

    def close(self) -> None:
        """Free the graph. May be called twice."""


@dataclass(frozen=True, slots=True)
class EncoderSpec:
    """Inputs and outputs of a model, read from its file.

    Attributes:
        feature_contract: `torso-540-v1` or `ghsl-540-v1`.
        fixed_frames: the model takes exactly this many frames; 0: any number.
        centre_crop: crop longer clips to SEQ_LEN (original bundles) instead of using the whole clip.
        embedding_dim: 256 for the spec's encoder.
        projection_dim: 0 when the model has no projection output (DTW then runs on normalised features).
        sha256: of the model file.
        provider: the execution provider in use; provider_reason: why.
        preparation: digest of the preprocessing (statistics, crop, lengths); embeddings are only comparable
            within the same model and preparation.
    """

    name: str
    feature_contract: str
    fixed_frames: int
    fixed_batch: int
    centre_crop: bool
    embedding_dim: int
    projection_dim: int
    sha256: str
    provider: str
    provider_reason: Message
    preparation: str = ""


class Encoder(Protocol):
    """Turns clips into unit vectors. Stateless, safe to call from several threads."""

    @property
    def spec(self) -> EncoderSpec: ...

    def encode(self, clips: Sequence[FloatArray]) -> list[tuple[FloatArray, FloatArray]]:
        """Each clip (T, 540) in torso units at 30 rows/s -> (embedding (D,) unit length, projection (T', P)).

        Statistics, crop, padding and fixed lengths are applied by the encoder. Without a projection output, the
        normalised features are returned instead.
        """


@dataclass(frozen=True, slots=True)
class ReferenceInfo:
    """Metadata of one reference clip."""

    clip_id: str
    sentence_id: int
    sentence: str
    category: str
    video_file: str
    pack: str
    signer_id: str = ""
    variant: str = ""


class ReferenceLibrary(Protocol):
    """An immutable snapshot of one or more packs. All arrays have the same row order."""

    @property
    def references(self) -> Sequence[ReferenceInfo]: ...

    @property
    def embeddings(self) -> FloatArray:
        """(N, D) unit rows, in the order of `references`."""

    def projection(self, row: int) -> FloatArray:
        """(T', P) of one reference, read on demand."""

    def features(self, row: int) -> FeatureSequence:
        """The stored feature sequence of one reference."""

    def prototype(self, sentence_id: int, pack: str) -> FloatArray | None:
        """(D,) normalised mean of the sentence's clips, None for fewer than two."""
