"""Composition of batches: clips of several signers per sentence, and one length per batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.engine.records import FloatArray, IntArray
from desktop_app.training.augment import AugmentSettings, make_views
from desktop_app.training.dataset import DatasetClip
from desktop_app.training.people import BODY_AND_HANDS, PeopleSettings, views
from desktop_app.training.pseudo_signs import HandShapes, PseudoSettings, change, draw_recipe


@dataclass(frozen=True, slots=True)
class BatchSettings:
    """How batches are filled.

    Attributes:
        sentences: sentences in a batch (fewer when there are fewer).
        clips: clips of each, by as many signers as there are.
        min_frames, max_frames: bounds of a batch's length, rows at 30 a second.
        company: sentences are drawn in proportion to their number of signers (6 at most) to this power.
    """

    sentences: int = 32
    clips: int = 3
    min_frames: int = 20
    max_frames: int = 96
    company: float = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class TrainingBatch:
    """Two views (B, T, 540) standardised, and the sentence and the signer of each clip (B,)."""

    first: FloatArray
    second: FloatArray
    labels: IntArray
    signers: IntArray


class BatchMaker:
    """An endless iterator over batches, the same ones for the same seed."""

    def __init__(
        self,
        clips: Sequence[DatasetClip],
        mean: FloatArray,
        std: FloatArray,
        batch: BatchSettings,
        augment: AugmentSettings,
        seed: int,
    ) -> None:
        self._clips = clips
        self._mean, self._std = mean, std
        self._batch, self._augment = batch, augment
        self._rng = np.random.default_rng(seed)
        self._signers = np.unique([clip.signer for clip in clips], return_inverse=True)[1].astype(np.int64)
        self._labels = sorted({clip.sentence for clip in clips})
        self._people: list[list[list[int]]] = [[] for _ in self._labels]
        number = {label: i for i, label in enumerate(self._labels)}
        grouped: dict[tuple[int, str], list[int]] = {}
        for row, clip in enumerate(clips):
            grouped.setdefault((number[clip.sentence], clip.signer), []).append(row)
        for (label, _), rows in sorted(grouped.items()):
            self._people[label].append(rows)
        # Sentences of several people separate the sign from the person: drawn more often.
        weight = np.array([min(len(people), 6) for people in self._people], np.float64) ** batch.company
        self._weights = weight / weight.sum()

    @property
    def sentences(self) -> int:
        """Number of labels; those of a batch are below it."""
        return len(self._labels)

    @property
    def people(self) -> int:
        """Number of signers."""
        return int(self._signers.max()) + 1

    def draw(self) -> list[tuple[int, int]]:
        """(label, row) of one batch: people in turn, so that k clips come from k signers where possible."""
        count = min(self._batch.sentences, len(self._labels))
        chosen = self._rng.choice(len(self._labels), count, replace=False, p=self._weights)
        pairs = []
        for label in chosen:
            people = [self._people[label][i] for i in self._rng.permutation(len(self._people[label]))]
            taken: set[int] = set()
            for turn in range(self._batch.clips):
                row = int(self._rng.choice(people[turn % len(people)]))
                if row not in taken:
                    taken.add(row)
                    pairs.append((int(label), row))
        return pairs

    def __iter__(self) -> Iterator[TrainingBatch]:
        while True:
            yield self.make(self.draw())

    def make(self, pairs: list[tuple[int, int]]) -> TrainingBatch:
        """Load, augment and standardise; one length for the batch, so that nothing is padded."""
        clips = [self._load(row) for _, row in pairs]
        middle = float(np.median([len(clip) for clip in clips]))
        frames = round(middle * float(self._rng.uniform(0.5, 1.1)))
        frames = int(np.clip(frames, self._batch.min_frames, self._batch.max_frames))
        labels = np.array([label for label, _ in pairs], np.int64)
        first, second, labels = self._views(clips, labels, frames)
        first, second = (((rows - self._mean) / self._std).astype(np.float32) for rows in (first, second))
        return TrainingBatch(first, second, labels, self._signers[[row for _, row in pairs]])

    def _load(self, row: int) -> FloatArray:
        return self._clips[row].features()

    def _views(
        self, clips: Sequence[FloatArray], labels: IntArray, frames: int
    ) -> tuple[FloatArray, FloatArray, IntArray]:
        """Two views (B, frames, 540) in torso units, and what they are views of."""
        pairs = [make_views(clip, frames, self._augment, self._rng) for clip in clips]
        return np.stack([pair[0] for pair in pairs]), np.stack([pair[1] for pair in pairs]), labels


class PeopleBatchMaker(BatchMaker):
    """The same draws, augmented as other people in front of other cameras; for encoders without the face.

    Some labels of each batch become pseudo signs (pseudo_signs.py), different ones each time.
    """

    def __init__(
        self,
        clips: Sequence[DatasetClip],
        mean: FloatArray,
        std: FloatArray,
        batch: BatchSettings,
        people: PeopleSettings,
        seed: int,
        pseudo: PseudoSettings | None = None,
        shapes: HandShapes | None = None,
    ) -> None:
        super().__init__(clips, mean, std, batch, AugmentSettings(), seed)
        self._people_settings = people
        self._pseudo = pseudo or PseudoSettings()
        self._shapes = shapes
        self._held: dict[int, FloatArray] = {}

    def _load(self, row: int) -> FloatArray:
        if row not in self._held:  # a megabyte per thousand rows: the collection fits
            self._held[row] = (
                super()._load(row)[:, :BODY_AND_HANDS].copy()
            )  # a view would keep the face in memory
        return self._held[row]

    def _views(
        self, clips: Sequence[FloatArray], labels: IntArray, frames: int
    ) -> tuple[FloatArray, FloatArray, IntArray]:
        """As in the base class; labels of pseudo signs are above those of the collection."""
        first, second, named = list(clips), list(clips), labels.copy()
        for label in np.unique(labels):
            if self._rng.random() < self._pseudo.share:
                recipe = draw_recipe(self._pseudo, self._shapes, self._rng)
                places = np.flatnonzero(labels == label)
                # Unlike the labels of other batches and other processes.
                named[places] = len(self._labels) + int(self._rng.integers(2**40))
                for place in places:
                    first[place], second[place] = (
                        change(recipe, clips[place], self._shapes, self._rng) for _ in range(2)
                    )
        return *views(first, second, frames, self._people_settings, self._rng), named
