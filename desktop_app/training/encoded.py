"""A data set encoded once, as the arrays on which every protocol works."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine import dtw, layout
from desktop_app.engine.protocols import Encoder, EncoderSpec
from desktop_app.engine.records import FloatArray, IntArray
from desktop_app.engine.tracking.features import features_present
from desktop_app.engine.tracking.motion import motion_energy
from desktop_app.message import Message
from desktop_app.training.dataset import DatasetClip

CHUNK: Final = 256
RAW_ROWS: Final = 16  # rows of a clip that the raw baseline compares


@dataclass(frozen=True, slots=True, eq=False)
class EncodedClips:
    """Parallel arrays with one row per clip.

    Attributes:
        embeddings: (N, D) unit rows.
        projections: (T', P) each, shortened as the live search does.
        motion: (N,) mean motion energy.
        labels: (N,) index into `sentences`.
    """

    clips: tuple[DatasetClip, ...]
    embeddings: FloatArray
    projections: tuple[FloatArray, ...]
    motion: FloatArray
    labels: IntArray
    sentences: tuple[str, ...]

    def only_agreed(self) -> EncodedClips:
        """The clips whose sign others make alike; see `DatasetClip.agreed`."""
        rows = [row for row, clip in enumerate(self.clips) if clip.agreed]
        return EncodedClips(
            tuple(self.clips[row] for row in rows),
            self.embeddings[rows],
            tuple(self.projections[row] for row in rows),
            self.motion[rows],
            self.labels[rows],
            self.sentences,
        )


def encode_clips(clips: Sequence[DatasetClip], encoder: Encoder) -> Iterator[EncodedClips | int]:
    """Encode all clips; yields the number of clips done, finally the result."""
    embeddings: list[FloatArray] = []
    projections: list[FloatArray] = []
    motion = np.zeros(len(clips), np.float32)
    for start in range(0, len(clips), CHUNK):
        part = [clip.features() for clip in clips[start : start + CHUNK]]
        for row, features in enumerate(part, start):
            motion[row] = motion_energy(features, features_present(features)).mean()
        for embedding, projection in encoder.encode(part):
            embeddings.append(embedding)
            projections.append(dtw.shorten(projection))
        yield start + len(part)
    sentences = tuple(sorted({clip.sentence for clip in clips}))
    number = {sentence: row for row, sentence in enumerate(sentences)}
    labels = np.array([number[clip.sentence] for clip in clips], np.int64)
    yield EncodedClips(tuple(clips), np.stack(embeddings), tuple(projections), motion, labels, sentences)


class RawEncoder:
    """The baseline without training: the standardised features themselves, at even moments."""

    def __init__(self, mean: FloatArray, std: FloatArray) -> None:
        self._mean, self._std = mean, std
        width = RAW_ROWS * len(layout.COORDINATE_COLUMNS)
        self.spec = EncoderSpec(
            "raw",
            "torso-540-v1",
            0,
            0,
            False,
            width,
            len(layout.COORDINATE_COLUMNS),
            "",
            "none",
            Message("no model"),
        )

    def encode(self, clips: Sequence[FloatArray]) -> list[tuple[FloatArray, FloatArray]]:
        """(T, 540) each -> unit vector of RAW_ROWS x 507 numbers, and the standardised rows."""
        pairs = []
        for clip in clips:
            rows = ((clip - self._mean) / self._std)[:, layout.COORDINATE_COLUMNS]
            rows = np.clip(rows, -5, 5).astype(np.float32)
            moments = rows[np.linspace(0, len(rows) - 1, RAW_ROWS).round().astype(np.intp)].ravel()
            length = max(float(np.linalg.norm(moments)), 1e-9)
            pairs.append(((moments / length).astype(np.float32), rows))
        return pairs
