"""Reuses rows of an earlier cache, so that only new references are encoded after an edit."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.engine.array_files import ArrayFileError, map_array, read_array
from desktop_app.engine.protocols import EncoderSpec
from desktop_app.engine.records import FloatArray, IntArray
from desktop_app.files import sha256_file

CACHE_JSON: Final = "cache.json"
EMBEDDINGS, MAP, PROJECTIONS = "embeddings.npy", "embeddings_map.csv", "projections.npy"
OFFSETS, PROTOTYPES = "projection_offsets.npy", "prototypes.npz"
CACHE_FILES: Final = (EMBEDDINGS, MAP, PROJECTIONS, OFFSETS, PROTOTYPES)
DIGEST_COLUMN: Final = "feature_sha256"


@dataclass(frozen=True, slots=True, eq=False)
class Earlier:
    """Rows of an earlier cache by the sha256 of the feature file they were made of."""

    rows: dict[str, int]
    embeddings: FloatArray
    projections: npt.NDArray[Any]
    offsets: IntArray

    def get(self, digest: str) -> tuple[FloatArray, npt.NDArray[Any]] | None:
        """(embedding, projection) of a feature file, None if it was not encoded yet."""
        row = self.rows.get(digest) if digest else None
        if row is None:
            return None
        return self.embeddings[row], self.projections[self.offsets[row] : self.offsets[row + 1]]


NOTHING: Final = Earlier({}, np.zeros((0, 0), np.float32), np.zeros((0, 0), np.float16), np.zeros(1, np.int64))


def earlier_cache(folder: Path, spec: EncoderSpec) -> Earlier:
    """The cache in `folder` if it is intact and by the same encoder and preparation; else an empty one."""
    try:
        document = json.loads((folder / CACHE_JSON).read_text(encoding="utf-8"))
        ours = (document["encoder_sha256"], document["preparation"]) == (spec.sha256, spec.preparation)
        if not ours or any(
            sha256_file(folder / name) != document["files"][name]["sha256"]
            for name in (EMBEDDINGS, MAP, PROJECTIONS, OFFSETS)
        ):
            return NOTHING
        with (folder / MAP).open(encoding="utf-8", newline="") as file:
            digests = [row.get(DIGEST_COLUMN) or "" for row in csv.DictReader(file)]
        embeddings = read_array(folder / EMBEDDINGS, ndim=2, columns=spec.embedding_dim, dtypes=("float32",))
        offsets = read_array(folder / OFFSETS, ndim=1, dtypes=("int64",))
        projections = map_array(folder / PROJECTIONS, ndim=2, dtypes=("float16", "float32"))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, csv.Error, ArrayFileError):
        return NOTHING
    if not len(digests) == len(embeddings) == len(offsets) - 1 or offsets[-1] != len(projections):
        return NOTHING
    return Earlier(
        {digest: row for row, digest in enumerate(digests) if digest}, embeddings, projections, offsets
    )
