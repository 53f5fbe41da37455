"""The facade over encoder, references and decision: one clip in, one answer out."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Final

from desktop_app.engine import dtw
from desktop_app.engine.encoder.sequence_prep import centre_crop
from desktop_app.engine.protocols import Encoder, EncoderSpec, ReferenceLibrary
from desktop_app.engine.records import Candidate, FeatureSequence, FloatArray, Prediction
from desktop_app.engine.search import decision
from desktop_app.engine.search.search import SentenceIndex, similarities
from desktop_app.engine.thresholds import Thresholds
from desktop_app.engine.tracking.features import resample
from desktop_app.engine.tracking.motion import motion_energy
from desktop_app.errors import ContractMismatch, LandmarkError
from desktop_app.message import Message

ENCODER_FPS: Final = 30.0


class Recogniser:
    """Recognises clips against one library. Immutable and thread-safe."""

    def __init__(self, encoder: Encoder, library: ReferenceLibrary, thresholds: Thresholds) -> None:
        """Raises ContractMismatch if the embeddings of the references have another width."""
        spec = encoder.spec
        if len(library.references) and library.embeddings.shape[1] != spec.embedding_dim:
            raise ContractMismatch(
                Message(
                    "The references are vectors of {columns} numbers, the encoder {encoder} makes {needed}.",
                    columns=library.embeddings.shape[1],
                    encoder=spec.name,
                    needed=spec.embedding_dim,
                ),
                Message("Run `signmirror pack reindex` on the pack."),
            )
        self.encoder = encoder
        self.library = library
        self.thresholds = thresholds
        self._index = SentenceIndex(library.references)
        self._distances = dtw.make_distances(thresholds.dtw_method, thresholds.dtw_radius)

    @property
    def spec(self) -> EncoderSpec:
        return self.encoder.spec

    def with_library(self, library: ReferenceLibrary) -> Recogniser:
        """A recogniser with other references."""
        return Recogniser(self.encoder, library, self.thresholds)

    def with_thresholds(self, thresholds: Thresholds) -> Recogniser:
        """A recogniser with other thresholds."""
        return Recogniser(self.encoder, self.library, thresholds)

    def recognise(self, sequence: FeatureSequence, top_k: int | None = None) -> Prediction:
        """Recognise a clip in torso units of the encoder's contract; it is resampled to 30 rows/s if necessary.

        Args:
            top_k: sentences to list, None for the configured number.

        Raises:
            LandmarkError: no frames, or values that are not finite.
            ModelError: the encoder failed.
        """
        if len(sequence.features) == 0:
            raise LandmarkError(
                Message("A clip without frames cannot be recognised."), Message("Choose a longer piece.")
            )
        started = time.perf_counter()
        clip = resample(sequence, ENCODER_FPS)
        features, present = clip.features, clip.present
        if self.spec.centre_crop:  # the gate judges the same rows as the model
            features = centre_crop(features, self.thresholds.seq_len)
            present = centre_crop(present, self.thresholds.seq_len)
        motion_mean = float(motion_energy(features, present).mean())
        if motion_mean < self.thresholds.motion_floor:
            return self._answer((), decision.LOW_MOTION, motion_mean, sequence, 0.0, 0.0)
        embedding, projection = self.encoder.encode([features])[0]
        encoded = time.perf_counter()
        results = decision.decide(
            embedding,
            similarities(self.library.embeddings, embedding),
            self.library,
            self._index,
            self.thresholds,
            distances_to=self._distances_from(dtw.shorten(projection)),
            top_k=self.thresholds.default_top_k if top_k is None else top_k,
            motion_mean=motion_mean,
        )
        reason = results[0].rejection_reason if results else decision.LOW_SIMILARITY
        encode_ms, search_ms = (encoded - started) * 1e3, (time.perf_counter() - encoded) * 1e3
        return self._answer(results, reason, motion_mean, sequence, encode_ms, search_ms)

    def _distances_from(self, query: FloatArray) -> decision.RowDistances:
        def distances_to(rows: Sequence[int]) -> list[float | None]:
            held = {row: dtw.shorten(self.library.projection(row)) for row in rows}
            known = {row: reference for row, reference in held.items() if len(reference)}
            measured = dict(zip(known, self._distances(query, list(known.values())), strict=True))
            return [measured.get(row) for row in rows]

        return distances_to

    @staticmethod
    def _answer(
        results: tuple[Candidate, ...],
        reason: str | None,
        motion_mean: float,
        sequence: FeatureSequence,
        encode_ms: float,
        search_ms: float,
    ) -> Prediction:
        return Prediction(
            results=results,
            accepted=reason is None,
            rejection_reason=reason,
            motion_mean=motion_mean,
            start_s=sequence.start_s,
            end_s=sequence.end_s,
            encode_ms=encode_ms,
            search_ms=search_ms,
        )
