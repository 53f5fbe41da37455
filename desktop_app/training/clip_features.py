"""One clip of any kind to features at 30 rows a second, with the measurements of the quality gate."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import DEFAULT_ASPECT, FeatureSequence, FloatArray, Frame, LandmarkFrame
from desktop_app.engine.tracking.features import (
    TORSO_540,
    Normaliser,
    check_rows,
    normalise_clip,
    parts_present,
    resample,
    resample_at,
)
from desktop_app.engine.tracking.offline import check_part_end
from desktop_app.errors import EndOfSource, LandmarkError
from desktop_app.message import Message
from desktop_app.training.augment import mirror
from desktop_app.training.collections import ArrayReader
from desktop_app.training.corpora.base import ClipJob
from desktop_app.training.corpora.gislr import read_clip
from desktop_app.training.corpora.keypoints import read_take
from desktop_app.training.gate import ClipQuality, measure

if TYPE_CHECKING:
    from desktop_app.engine.protocols import LandmarkExtractor

FEATURE_RATE: Final = 30.0  # rows a second of every stored feature clip
# Collection scripts at a webcam ran at 10 to 20 frames a second; the middle of that.
UNKNOWN_FPS: Final = 15.0
COUNT_SLACK: Final = 2  # tolerance of the frame counts of containers


@dataclass(frozen=True, slots=True, eq=False)
class ClipFeatures:
    """features (T, 540) float32 in torso units at 30 rows/s, how it was recorded, and its quality."""

    features: FloatArray
    fps: float
    aspect: float
    quality: ClipQuality


class ClipFeatureReader:
    """Reads clips one after the other; keeps the array file, the film and the tracker open. One per process."""

    def __init__(self, unknown_fps: float = UNKNOWN_FPS, unknown_aspect: float = DEFAULT_ASPECT) -> None:
        self._unknown_fps, self._unknown_aspect = unknown_fps, unknown_aspect
        self._arrays = ArrayReader()
        self._extractor: LandmarkExtractor | None = None
        self._film: _Film | None = None

    def read(self, job: ClipJob) -> ClipFeatures:
        """Landmarks, normalisation and resampling of one clip.

        Raises:
            AppError: the clip cannot be read, or its landmarks are not numbers of the right width.
        """
        if job.kind == "array":
            clip = self._from_rows(job, self._arrays.read(job.path, job.index), None)
        elif job.kind == "parquet":
            clip = self._from_rows(job, *read_clip(job.path))
        elif job.kind == "keypoints":
            clip = self._from_rows(job, *read_take(job.path))
        else:
            clip = self._from_source(job)
        return _turned(clip) if job.mirrored else clip

    def close(self) -> None:
        """Close the tracker and the file. May be called twice."""
        self._close_film()
        if self._extractor is not None:
            self._extractor.close()
            self._extractor = None

    def _from_rows(self, job: ClipJob, rows: FloatArray, measured_aspect: float | None) -> ClipFeatures:
        raw = check_rows(rows)
        fps, aspect = job.fps or self._unknown_fps, job.aspect or measured_aspect or self._unknown_aspect
        if not len(raw):
            return ClipFeatures(raw, fps, aspect, _nothing())
        sequence = resample(normalise_clip(raw, fps=fps, aspect=aspect), FEATURE_RATE)
        return ClipFeatures(sequence.features, fps, aspect, measure(parts_present(raw), raw, sequence))

    def _from_source(self, job: ClipJob) -> ClipFeatures:
        if self._film is None or not self._film.serves(job):
            self._close_film()
            self._film = _Film(job.path)
        if self._extractor is not None:
            self._extractor.reset()
        try:
            frames = [self._landmarks(frame) for frame in self._film.frames(job)]
            fps = job.fps or self._film.info.fps
        except BaseException:
            self._close_film()
            raise
        if job.part_s is None:  # the next job of the same file starts from its beginning
            self._close_film()
        return features_of_frames(frames, fps=fps, aspect=job.aspect)

    def _landmarks(self, frame: Frame | LandmarkFrame) -> LandmarkFrame:
        if isinstance(frame, LandmarkFrame):
            return frame
        if self._extractor is None:
            from desktop_app.engine.tracking.holistic import HolisticExtractor

            self._extractor = HolisticExtractor()
        return self._extractor.extract(frame)

    def _close_film(self) -> None:
        film, self._film = self._film, None
        if film is not None:
            film.close()


class _Film:
    """An open file. Parts that follow each other are read without opening it again.

    Raises:
        SourceError: it cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        from desktop_app.engine.sources.factory import open_source_spec

        self.path = path
        self._source = open_source_spec(str(path), realtime=False)
        self.info = self._source.open()
        self._ahead: Frame | LandmarkFrame | None = None  # read, and later than the part before
        self._done_s = -1.0

    def serves(self, job: ClipJob) -> bool:
        """Whether the job is a part of this file that is still to come."""
        return job.path == self.path and job.part_s is not None and job.part_s[0] > self._done_s

    def frames(self, job: ClipJob) -> Iterator[Frame | LandmarkFrame]:
        """The frames of the clip."""
        first, last = _cut_of(job, self.info.frame_count)
        start_s, end_s = job.part_s or (0.0, None)
        for index in itertools.count():
            try:
                frame, self._ahead = self._ahead or self._source.read(), None
            except EndOfSource:
                if end_s is not None and self._done_s >= start_s:
                    check_part_end(job.path, end_s, self._done_s)
                return
            if (last is not None and index > last) or (end_s is not None and frame.position_s > end_s):
                self._ahead = frame
                return
            self._done_s = frame.position_s
            if index >= first and frame.position_s >= start_s:
                yield frame

    def close(self) -> None:
        """Close the file."""
        self._source.close()


def features_of_frames(frames: list[LandmarkFrame], *, fps: float, aspect: float | None) -> ClipFeatures:
    """Landmark frames with their own times -> features; `aspect` overrides that of the frames."""
    if not frames:
        return ClipFeatures(
            np.zeros((0, layout.FEATURE_DIM), np.float32), fps, aspect or DEFAULT_ASPECT, _nothing()
        )
    ratio = aspect or frames[0].aspect
    times = np.array([frame.position_s for frame in frames], np.float64)
    if (np.diff(times) <= 0).any():
        raise LandmarkError(
            Message("The times of the frames do not increase."), Message("Record this clip again.")
        )
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


def _cut_of(job: ClipJob, frame_count: int) -> tuple[int, int | None]:
    """First and last frame to read; all of them where the file ends before the cut does.

    Corpora give the position of a clip within a longer video, and their own scripts then write the pieces under
    the same names: a video that is too short for the cut is such a piece.
    """
    if job.cut is None:
        return 0, None
    first, last = job.cut
    needed = first + 1 if last is None else last + 1
    if frame_count and frame_count + COUNT_SLACK < needed:
        return 0, None
    return first, last


def _turned(clip: ClipFeatures) -> ClipFeatures:
    """The clip as it would be without the mirrored picture."""
    return replace(clip, features=mirror(clip.features))


def _nothing() -> ClipQuality:
    return ClipQuality(0, 0, 0.0, 0.0, 0.0, 0.0)
