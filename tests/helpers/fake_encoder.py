"""An encoder without a model: a fixed random projection. Passes the same contract as the real ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from desktop_app.engine.protocols import EncoderSpec
from desktop_app.engine.records import FloatArray, read_only
from desktop_app.engine.tracking.features import TORSO_540, check_rows
from desktop_app.errors import LandmarkError
from desktop_app.message import Message

SPEC = EncoderSpec(
    name="fake",
    feature_contract=TORSO_540,
    fixed_frames=0,
    fixed_batch=0,
    centre_crop=False,
    embedding_dim=24,
    projection_dim=12,
    sha256="f" * 64,
    provider="none",
    provider_reason=Message("a fake"),
)


class FakeEncoder:
    """Mean and spread of a random projection; counts the clips it encoded."""

    def __init__(self, *, sha256: str = SPEC.sha256, contract: str = TORSO_540) -> None:
        self.spec = replace(SPEC, sha256=sha256, feature_contract=contract)
        self.encoded = 0
        self._matrix = np.random.default_rng(3).normal(0, 0.05, (540, 12)).astype(np.float32)

    def encode(self, clips: Sequence[FloatArray]) -> list[tuple[FloatArray, FloatArray]]:
        pairs = []
        for clip in clips:
            rows = check_rows(clip)
            if len(rows) == 0:
                raise LandmarkError(
                    Message("A clip without frames cannot be encoded."), Message("Choose a longer piece.")
                )
            projection = rows @ self._matrix
            vector = np.concatenate([projection.mean(axis=0), projection.std(axis=0)]) + 1e-6
            unit = (vector / np.linalg.norm(vector)).astype(np.float32)
            pairs.append((read_only(unit), read_only(projection)))
            self.encoded += 1
        return pairs
