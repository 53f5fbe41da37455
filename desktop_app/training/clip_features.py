"""One clip of any kind to features at 30 rows a second, with what the quality gate measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.features import (
    TORSO_540,
    Normaliser,
    check_rows,
    normalise_clip,
    parts_present,
    resample,
    resample_at,
)
from desktop_app.engine.messages import DEFAULT_ASPECT, FeatureSequence, FloatArray, LandmarkFrame
from desktop_app.errors import EndOfSource, LandmarkError
from desktop_app.training.collections import ArrayReader, ClipJob
from desktop_app.training.gate import ClipQuality, measure

if TYPE_CHECKING:
    from desktop_app.engine.protocols import LandmarkExtractor

FEATURE_RATE: Final = 30.0  # rows a second of every stored feature clip
# Collection scripts at a webcam ran at 10 to 20 frames a second; the middle of that.
UNKNOWN_FPS: Final = 15.0


@dataclass(frozen=True, slots=True, eq=False)
class ClipFeatures:
    """features (T, 540) float32 in torso units at 30 rows/s, how it was recorded, and its quality."""

    features: FloatArray
    fps: float
    aspect: float
    quality: ClipQuality


class ClipReader:
    """Reads clips one after the other; holds the open array file and the tracker. One per process."""

    def __init__(self, unknown_fps: float = UNKNOWN_FPS) -> None:
        self._unknown_fps = unknown_fps
        self._arrays = ArrayReader()
        self._extractor: LandmarkExtractor | None = None

    def read(self, job: ClipJob) -> ClipFeatures:
        """Landmarks, normalisation and resampling of one clip.

        Raises:
            AppError: the clip cannot be read, or its landmarks are not numbers of the right width.
        """
        if job.kind == "array":
            return self._from_array(job)
        return self._from_source(job)

    def close(self) -> None:
        """Free the tracker. May be called twice."""
        if self._extractor is not None:
            self._extractor.close()
            self._extractor = None

    def _from_array(self, job: ClipJob) -> ClipFeatures:
        raw = check_rows(self._arrays.read(job.path, job.index))
        fps, aspect = job.fps or self._unknown_fps, job.aspect or DEFAULT_ASPECT
        if not len(raw):
            return ClipFeatures(raw, fps, aspect, _nothing())
        sequence = resample(normalise_clip(raw, fps=fps, aspect=aspect), FEATURE_RATE)
        return ClipFeatures(sequence.features, fps, aspect, measure(parts_present(raw), raw, sequence))

    def _from_source(self, job: ClipJob) -> ClipFeatures:
        from desktop_app.engine.sources.factory import open_source_spec

        source = open_source_spec(str(job.path), realtime=False)
        info = source.open()
        frames: list[LandmarkFrame] = []
        try:
            if self._extractor is not None:
                self._extractor.reset()
            while True:
                frame = source.read()
                if not isinstance(frame, LandmarkFrame):
                    if self._extractor is None:
                        from desktop_app.engine.landmarks_holistic import HolisticExtractor

                        self._extractor = HolisticExtractor()
                    frame = self._extractor.extract(frame)
                frames.append(frame)
        except EndOfSource:
            pass
        finally:
            source.close()
        return features_of_frames(frames, fps=job.fps or info.fps, aspect=job.aspect)


def features_of_frames(frames: list[LandmarkFrame], *, fps: float, aspect: float | None) -> ClipFeatures:
    """Landmark frames with their own times -> features; `aspect` overrides what the frames say."""
    if not frames:
        return ClipFeatures(
            np.zeros((0, layout.FEATURE_DIM), np.float32), fps, aspect or DEFAULT_ASPECT, _nothing()
        )
    ratio = aspect or frames[0].aspect
    times = np.array([frame.position_s for frame in frames], np.float64)
    if (np.diff(times) <= 0).any():
        raise LandmarkError("The times of the frames do not increase.", "Record this clip again.")
    raw = np.stack([frame.raw for frame in frames])
    normaliser = Normaliser(TORSO_540, ratio)
    rows, present = [], []
    for frame, time_s in zip(frames, times, strict=True):
        row, parts, _ = normaliser.step(frame.raw, float(time_s))
        rows.append(row)
        present.append(parts)
    sequence = FeatureSequence(
        np.stack(rows), np.stack(present), fps, float(times[0]), float(times[-1] + 1 / fps)
    )
    if len(frames) > 1:
        sequence = resample_at(
            sequence.features, sequence.present, times, FEATURE_RATE, sequence.start_s, sequence.end_s
        )
    return ClipFeatures(sequence.features, fps, ratio, measure(parts_present(raw), raw, sequence))


def _nothing() -> ClipQuality:
    return ClipQuality(0, 0, 0.0, 0.0, 0.0, 0.0)
