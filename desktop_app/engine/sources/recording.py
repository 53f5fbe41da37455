"""Reads and writes landmark recordings (.npz), and reads feature clips (.npy)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.engine import layout
from desktop_app.engine.array_files import ArrayFileError, ArrayFileTooLarge, open_array, read_npz
from desktop_app.engine.records import FeatureSequence, FloatArray, read_only
from desktop_app.engine.sources.foreign import FEATURE_CLIP, RECORDING, refuse_foreign
from desktop_app.engine.tracking.features import parts_present
from desktop_app.errors import SourceError, next_step, reason_of
from desktop_app.files import file_exists, replacing
from desktop_app.message import Message

FORMAT: Final = "signmirror-landmarks"
VERSION: Final = 1
COMPACT_SCALE: Final = 8192  # int16 then reaches +-4 pictures in steps of less than a tenth of a pixel
MAX_FRAMES: Final = 30 * 60 * 120  # two hours
MAX_SECONDS: Final = 2 * 60 * 60
MAX_COORDINATE: Final = 1e4  # pictures; trackers stay within a few
MAX_RATE: Final = 1000.0  # frames a second
ASPECTS: Final = (0.01, 100.0)
MAX_BYTES: Final = MAX_FRAMES * (layout.FEATURE_DIM * 4 + 8) + 65536

Float64Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class LandmarkRecording:
    """Raw landmarks of one clip.

    Attributes:
        raw: (T, 540) float32, MediaPipe's image coordinates, parts not seen are zeros.
        captured_s: (T,) float64 seconds, never falling.
        aspect: width / height of the picture they were found in.
    """

    raw: FloatArray
    captured_s: Float64Array
    aspect: float

    def __post_init__(self) -> None:
        _check_recording(self.raw, self.captured_s, self.aspect)
        read_only(self.raw)
        read_only(self.captured_s)

    @property
    def fps(self) -> float:
        """Measured frame rate; 30 where it cannot be measured, as for a single frame."""
        intervals, span = len(self.captured_s) - 1, float(self.captured_s[-1] - self.captured_s[0])
        return intervals / span if 0 < intervals < MAX_RATE * span else 30.0


def save_recording(
    path: Path, raw: FloatArray, captured_s: Float64Array, aspect: float, *, compact: bool = False
) -> None:
    """Write a recording, whole or not at all.

    Args:
        raw: (T, 540) float32 raw landmarks. captured_s: (T,) seconds. aspect: picture width / height.
        compact: int16 instead of float32, a third of the size; ignored if a coordinate is four pictures away.
    Raises:
        SourceError: shapes or numbers are wrong, or the place cannot be written.
    """
    recording = LandmarkRecording(np.array(raw, np.float32), np.array(captured_s, np.float64), float(aspect))
    limit = np.iinfo(np.int16).max / COMPACT_SCALE
    fits = compact and float(np.abs(recording.raw).max()) < limit
    stored = np.round(recording.raw * COMPACT_SCALE).astype(np.int16) if fits else recording.raw
    try:
        with replacing(path) as part, part.open("wb") as file:
            np.savez_compressed(
                file,
                format=np.array(FORMAT),
                version=np.array(VERSION),
                raw=stored,
                scale=np.array(COMPACT_SCALE if fits else 1),
                captured_s=recording.captured_s,
                aspect=np.array(recording.aspect),
            )
    except OSError as error:
        raise SourceError(
            Message("'{path}' cannot be written: {strerror}.", path=path, strerror=reason_of(error)),
            next_step(error),
        ) from error


def load_recording(path: Path) -> LandmarkRecording:
    """Read a recording that `save_recording` wrote. Raises SourceError for anything else."""
    names = ("format", "version", "raw", "scale", "captured_s", "aspect")
    fields = _load_npz(path, names)
    scalars = [fields[name] for name in ("version", "scale", "aspect")]
    if str(fields["format"]) != FORMAT or any(one.ndim or one.dtype.kind not in "if" for one in scalars):
        raise _not_ours(path)
    if not all(math.isfinite(one) for one in scalars):
        raise _not_ours(path)
    if int(fields["version"]) != VERSION:
        raise SourceError(
            Message(
                "'{path}' was written by another version of SignMirror (format {version}).",
                path=path.name,
                version=int(fields["version"]),
            ),
            Message("Update SignMirror."),
        )
    raw, scale = fields["raw"], float(fields["scale"])
    times = fields["captured_s"]
    known = raw.dtype in (np.dtype(np.int16), np.dtype(np.float32)) and times.dtype.kind == "f"
    if not known or not (math.isfinite(scale) and scale > 0):
        raise _not_ours(path)
    # Multiplied in float32 it is exact to a step of int16, because the scale is a power of two.
    with np.errstate(over="ignore", divide="ignore", invalid="ignore"):  # refused as infinite
        values = raw.astype(np.float32) / np.float32(scale)
    return LandmarkRecording(values, times.astype(np.float64), float(fields["aspect"]))


def load_feature_clip(path: Path, fps: float = 30.0) -> FeatureSequence:
    """Read a `.npy` clip (frames, 540) in torso units, `fps` rows a second.

    Parts of all zeros count as not seen. Raises SourceError.
    """
    if not (math.isfinite(fps) and fps > 0):
        raise SourceError(
            Message("A clip cannot have {fps} frames a second.", fps=fps), Message("Give a rate above zero.")
        )
    _check_file(path)
    try:
        clip = open_array(path)
    except ArrayFileError as error:
        refuse_foreign(path, FEATURE_CLIP)
        raise SourceError(
            Message("'{path}' {error}.", path=path.name, error=error),
            Message("Save it again with numpy.save, without objects."),
        ) from error
    shape, kind = clip.shape, clip.dtype
    if len(shape) != 2 or shape[1] != layout.FEATURE_DIM or shape[0] == 0 or kind.kind != "f":
        raise SourceError(
            Message(
                "'{path}' is {shape} of {kind}; a feature clip is (frames, {feature_dim}) of "
                "floating point numbers.",
                path=path.name,
                shape=shape,
                kind=kind,
                feature_dim=layout.FEATURE_DIM,
            ),
            Message("Extract its features with `signmirror preprocess`."),
        )
    if len(clip) > MAX_FRAMES:
        raise SourceError(
            Message("'{path}' has {count} frames, more than two hours.", path=path.name, count=len(clip)),
            Message("Cut it into parts."),
        )
    with np.errstate(over="ignore"):  # too large for float32: refused as infinite
        features = clip.astype(np.float32)
    if not np.isfinite(features).all():
        raise SourceError(
            Message("'{path}' has numbers that are not finite.", path=path.name),
            Message("Extract its features again; the tracker failed."),
        )
    return FeatureSequence(features, parts_present(features), fps, 0.0, len(features) / fps)


def _load_npz(path: Path, names: tuple[str, ...]) -> dict[str, npt.NDArray[Any]]:
    """The named arrays; refuses pickles and zip bombs."""
    _check_file(path)
    try:
        fields = read_npz(path, names, most_bytes=MAX_BYTES, finite=False)
    except ArrayFileTooLarge as error:
        raise SourceError(
            Message("'{path}' is larger than two hours of landmarks.", path=path.name),
            Message("Cut it into parts."),
        ) from error
    except ArrayFileError as error:
        refuse_foreign(path, RECORDING)
        raise SourceError(
            Message("'{path}' {error}.", path=path.name, error=error),
            Message("It may be damaged; record or copy it again."),
        ) from error
    if not fields.keys() >= set(names):
        raise _not_ours(path)
    return fields


def _check_file(path: Path) -> None:
    if not file_exists(path):
        raise SourceError(
            Message("'{path}' does not exist or is not a file.", path=path), Message("Check the path.")
        )


def _not_ours(path: Path) -> SourceError:
    return SourceError(
        Message("'{path}' is no landmark recording of SignMirror.", path=path.name),
        Message("Collections of many clips are read by `signmirror preprocess`."),
    )


def _check_recording(raw: npt.NDArray[Any], captured_s: npt.NDArray[Any], aspect: float) -> None:
    hint = Message("Record the landmarks again.")
    if raw.ndim != 2 or raw.shape[1] != layout.FEATURE_DIM or raw.dtype != np.float32 or len(raw) == 0:
        raise SourceError(
            Message(
                "A landmark recording is (frames, {feature_dim}) float32 with at least one frame, "
                "got {shape} {dtype}.",
                feature_dim=layout.FEATURE_DIM,
                shape=raw.shape,
                dtype=raw.dtype,
            ),
            hint,
        )
    if len(raw) > MAX_FRAMES:
        raise SourceError(
            Message("A landmark recording may not be longer than two hours."), Message("Cut it into parts.")
        )
    if not np.isfinite(raw).all():
        raise SourceError(Message("The recording has landmarks that are not numbers."), hint)
    if np.abs(raw).max() >= MAX_COORDINATE:
        raise SourceError(Message("The recording has landmarks far outside of any picture."), hint)
    if captured_s.shape != (len(raw),) or not np.isfinite(captured_s).all() or (np.diff(captured_s) < 0).any():
        raise SourceError(Message("The times of the recording are missing or run backwards."), hint)
    if captured_s[-1] - captured_s[0] > MAX_SECONDS:
        raise SourceError(
            Message("A landmark recording may not be longer than two hours."), Message("Cut it into parts.")
        )
    if not ASPECTS[0] <= aspect <= ASPECTS[1]:
        raise SourceError(Message("A picture cannot have the aspect ratio {aspect}.", aspect=aspect), hint)
