"""The boundaries of the engine. Each has a real implementation, a fake, and contract tests run on both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.engine.records import FeatureSequence, FloatArray, Frame, LandmarkFrame


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What a source turned out to be once it was open.

    Attributes:
        name: for people ("HD Webcam", "hello.mp4").
        kind: camera, video, images or landmarks.
        width, height: pixels; 0 where there is no picture.
        fps: nominal frames per second (what the driver or file says; 30 where it does not say).
        frame_count: 0 for a camera.
        live: a camera: it cannot be played faster, and it can be lost.
    """

    name: str
    kind: str
    width: int
    height: int
    fps: float
    frame_count: int
    live: bool


class Clock(Protocol):
    """Monotonic time that a test can hold still."""

    def now_ns(self) -> int: ...
    def sleep_until(self, deadline_ns: int) -> None: ...


class FrameSource(Protocol):
    """Gives frames in order. Used by one thread at a time."""

    def open(self) -> SourceInfo:
        """Open it. Raises SourceError (CameraNotFound, CameraBusy ...). May be called again after close."""

    def read(self) -> Frame | LandmarkFrame:
        """The next frame; waits for it. Raises CameraLost, SourceError, or EndOfSource. Never None.

        A landmark recording gives LandmarkFrame: there is nothing left to track.
        """

    def close(self) -> None:
        """Release it. May be called twice, and from any state."""


class LandmarkExtractor(Protocol):
    """Finds the 543 landmarks of one person. Created, used and closed on one thread."""

    def extract(self, frame: Frame) -> LandmarkFrame:
        """Nobody seen is LandmarkFrame.empty, never None."""

    def reset(self) -> None:
        """Forget the tracking state, between clips and after a gap."""

    def close(self) -> None:
        """Free the graph. May be called twice."""


@dataclass(frozen=True, slots=True)
class EncoderSpec:
    """What a model file takes and gives, read from the file.

    Attributes:
        feature_contract: `torso-540-v1` or `ghsl-540-v1`.
        fixed_frames: the model takes exactly this many frames; 0: any number.
        centre_crop: crop longer clips to SEQ_LEN (the original bundles), else the whole clip is used.
        embedding_dim: 256 for the spec's encoder.
        projection_dim: 0 when the model has no projection output (DTW then runs on normalised features).
        sha256: of the model file.
        provider: the execution provider in use, and `provider_reason` why.
        preparation: digest of what is done to a clip before the model (statistics, crop, lengths): embeddings
            belong to a model and a preparation.
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
    provider_reason: str
    preparation: str = ""


class Encoder(Protocol):
    """Turns clips into unit vectors. Stateless, safe to call from several threads."""

    @property
    def spec(self) -> EncoderSpec: ...

    def encode(self, clips: Sequence[FloatArray]) -> list[tuple[FloatArray, FloatArray]]:
        """Each clip (T, 540) in torso units at 30 rows/s -> (embedding (D,) unit length, projection (T', P)).

        Statistics, crop, repeat padding and fixed lengths are the encoder's own business. Where the model
        has no projection the normalised features stand in for it.
        """


@dataclass(frozen=True, slots=True)
class ReferenceInfo:
    """One reference clip as the window lists it."""

    clip_id: str
    sentence_id: int
    sentence: str
    category: str
    video_file: str
    pack: str
    signer_id: str = ""
    variant: str = ""


class ReferenceLibrary(Protocol):
    """A snapshot of one or more packs: editing yields a new one. Rows of all arrays run alike."""

    @property
    def references(self) -> Sequence[ReferenceInfo]: ...

    @property
    def embeddings(self) -> FloatArray:
        """(N, D) unit rows."""

    def projection(self, row: int) -> FloatArray:
        """(T', P) of one reference, read when asked for."""

    def features(self, row: int) -> FeatureSequence:
        """The stored feature sequence of one reference."""

    def prototype(self, sentence_id: int, pack: str) -> FloatArray | None:
        """(D,) unit mean of the sentence's clips, None with fewer than two."""
