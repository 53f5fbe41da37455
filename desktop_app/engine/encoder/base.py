"""What every encoder does around the model: prepare and batch clips, check and normalise the outputs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine.encoder import sequence_prep
from desktop_app.engine.encoder.bundle import ModelBundle
from desktop_app.engine.protocols import EncoderSpec
from desktop_app.engine.records import FloatArray, read_only
from desktop_app.engine.tracking.features import check_rows
from desktop_app.errors import LandmarkError, ModelError
from desktop_app.files import sha256
from desktop_app.message import Message

MAX_BATCH: Final = 16
TRIAL_FRAMES: Final = 64


@dataclass(frozen=True, slots=True)
class ModelShape:
    """Shape of the model input; 0 means any."""

    fixed_batch: int
    fixed_frames: int


@dataclass(frozen=True, slots=True)
class OutputRoles:
    """Indices and widths of the outputs; -1 and 0 if there is no projection."""

    embedding: int
    embedding_dim: int
    projection: int
    projection_dim: int


def trial_input(shape: ModelShape, frames: int = TRIAL_FRAMES, width: int = 540) -> FloatArray:
    """A deterministic synthetic clip (B, T, 540) for trial runs and timing."""
    rng = np.random.default_rng(540)
    size = (shape.fixed_batch or 1, shape.fixed_frames or frames, width)
    return rng.normal(0, 0.5, size).astype(np.float32)


def find_roles(outputs: Sequence[FloatArray], names: Sequence[str], model: str | Message) -> OutputRoles:
    """Identify embedding (B, D) and projection (B, T', P) among the outputs of a trial run.

    Raises:
        ModelError: no embedding, or an ambiguous one.
    """
    flat = [i for i, array in enumerate(outputs) if array.ndim == 2]
    deep = [i for i, array in enumerate(outputs) if array.ndim == 3]
    if len(flat) > 1:
        named = [i for i in flat if "embed" in names[i].lower()]
        flat = named if len(named) == 1 else flat
    if len(flat) != 1:
        found = ", ".join(f"{n} {a.shape}" for n, a in zip(names, outputs, strict=True))
        raise ModelError(
            Message(
                "{model} does not have one output with a vector a clip; its outputs are {found}.",
                model=model,
                found=found,
            ),
            Message("Export it with an output `embedding` of shape (batch, 256)."),
        )
    if len(deep) > 1:
        deep = [i for i in deep if "proj" in names[i].lower()][:1]
    projection = deep[0] if deep else -1
    return OutputRoles(
        flat[0],
        int(outputs[flat[0]].shape[1]),
        projection,
        int(outputs[projection].shape[2]) if deep else 0,
    )


class BundleEncoder(ABC):
    """Base of encoders that are built from a bundle; subclasses run the model.

    Thread-safe if `_run` is.
    """

    def __init__(self, bundle: ModelBundle, shape: ModelShape) -> None:
        self.bundle = bundle
        self.shape = shape
        self._preparation = _digest(bundle, shape)
        self.roles: OutputRoles  # set by the subclass after its trial run

    @property
    @abstractmethod
    def spec(self) -> EncoderSpec:
        """Inputs and outputs of the model, and where it runs."""

    @abstractmethod
    def _run(self, batch: FloatArray) -> Sequence[FloatArray]:
        """(B, T, 540) prepared -> all outputs, in the model's order. Raises ModelError."""

    def _spec(self, provider: str, reason: Message) -> EncoderSpec:
        return EncoderSpec(
            name=self.bundle.name,
            feature_contract=self.bundle.contract,
            fixed_frames=self.shape.fixed_frames,
            fixed_batch=self.shape.fixed_batch,
            centre_crop=not self.bundle.whole_clip,
            embedding_dim=self.roles.embedding_dim,
            projection_dim=self.roles.projection_dim,
            sha256=self.bundle.sha256,
            provider=provider,
            provider_reason=reason,
            preparation=self._preparation,
        )

    def visible_part(self, clip: FloatArray) -> FloatArray:
        """The rows (T', 540) of a clip that the model receives, in torso units."""
        if len(clip) == 0:
            raise LandmarkError(
                Message("A clip without frames cannot be encoded."), Message("Choose a longer piece.")
            )
        crop = None if self.bundle.whole_clip else self.bundle.thresholds.seq_len
        return sequence_prep.visible_part(
            clip,
            centre_crop_to=crop,
            max_frames=self.bundle.max_frames,
            fixed_frames=self.shape.fixed_frames,
        )

    def encode(self, clips: Sequence[FloatArray]) -> list[tuple[FloatArray, FloatArray]]:
        """Clips (T, 540) in torso units at 30 rows/s -> (embedding (D,) unit length, projection (T', P)) each.

        Clips of the same length share a run. Padding is not part of the projection.

        Raises:
            LandmarkError: a clip of the wrong width, without frames, or with NaN.
            ModelError: the model fails, or its output is not finite.
        """
        seen = [
            sequence_prep.standardise(self.visible_part(check_rows(clip)), self.bundle.stats) for clip in clips
        ]
        least = max(sequence_prep.MIN_FRAMES, self.shape.fixed_frames)
        by_length: dict[int, list[int]] = defaultdict(list)
        for i, rows in enumerate(seen):
            by_length[max(len(rows), least)].append(i)
        results: dict[int, tuple[FloatArray, FloatArray]] = {}
        size = self.shape.fixed_batch or MAX_BATCH
        for length, members in by_length.items():
            for at in range(0, len(members), size):
                part = members[at : at + size]
                results.update(zip(part, self._encode_batch([seen[i] for i in part], length), strict=True))
        return [results[i] for i in range(len(clips))]

    def _encode_batch(self, clips: list[FloatArray], length: int) -> list[tuple[FloatArray, FloatArray]]:
        batch = np.stack([sequence_prep.repeat_last(rows, length) for rows in clips])
        if self.shape.fixed_batch > len(batch):
            batch = np.concatenate([batch, np.repeat(batch[-1:], self.shape.fixed_batch - len(batch), axis=0)])
        outputs = self._run(batch)
        embeddings = outputs[self.roles.embedding]
        pairs: list[tuple[FloatArray, FloatArray]] = []
        for i, rows in enumerate(clips):
            if self.roles.projection >= 0:
                projection = outputs[self.roles.projection][i]
                projection = projection[: len(rows)] if len(projection) == length else projection
            else:
                projection = rows
            pairs.append((self._unit(embeddings[i]), read_only(np.ascontiguousarray(projection, np.float32))))
        return pairs

    def _unit(self, embedding: FloatArray) -> FloatArray:
        vector = np.asarray(embedding, np.float32).copy()
        norm = float(np.linalg.norm(vector))
        if not np.isfinite(norm) or norm < 1e-12:
            raise ModelError(
                Message(
                    "The encoder {bundle} gave a vector without direction (zero or NaN).",
                    bundle=self.bundle.name,
                ),
                Message("Check the statistics of the bundle (global_stats.npz), or export the model again."),
            )
        return read_only(vector / np.float32(norm))


def _digest(bundle: ModelBundle, shape: ModelShape) -> str:
    """Digest of the preprocessing, to detect embeddings made with another one."""
    reach = f"whole {bundle.max_frames}" if bundle.whole_clip else f"crop {bundle.thresholds.seq_len}"
    text = f"{bundle.contract} {reach} {shape.fixed_frames}".encode()
    stats = b"".join(part.tobytes() for part in bundle.stats) if bundle.stats else b""
    return sha256(text + stats)[:16]
