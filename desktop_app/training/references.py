"""Reference files of a bundle: embeddings, their map, and prototypes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from desktop_app.engine.records import FloatArray, IntArray
from desktop_app.training.dataset import IDLE, DatasetClip
from desktop_app.training.files import write_array, write_arrays, write_table

SEVERAL = "several"


def unit_mean(rows: FloatArray) -> FloatArray:
    """(n, D) -> (D,) of unit length; opposite rows that cancel out give the first row."""
    mean = rows.mean(axis=0, dtype=np.float64)
    length = float(np.linalg.norm(mean))
    unit: FloatArray = rows[0] if length < 1e-9 else (mean / length).astype(np.float32)
    return unit


def prototypes(labels: IntArray, embeddings: FloatArray) -> tuple[IntArray, FloatArray, IntArray]:
    """Sentence ids with at least two clips, their unit mean (S, D), and how many clips each has."""
    ids, counts = np.unique(labels, return_counts=True)
    chosen = ids[counts >= 2]
    means = [unit_mean(embeddings[labels == one]) for one in chosen]
    table = np.stack(means) if means else np.zeros((0, embeddings.shape[1]), np.float32)
    return chosen.astype(np.int64), table.astype(np.float32), counts[counts >= 2].astype(np.int64)


def write_references(folder: Path, clips: Sequence[DatasetClip], embeddings: FloatArray, kind: str) -> int:
    """Write `embeddings.npy`, `embeddings_map.csv` and `prototypes.npz`; returns the number of rows.

    Args:
        kind: `clips`: a row a clip; `prototypes`: one mean per sentence and category, which contains no
            single recording and no file names; `none`: no reference files.
    """
    if kind == "none":
        return 0
    signs = [row for row, clip in enumerate(clips) if clip.sentence != IDLE]
    chosen = [clips[row] for row in signs]
    vectors = embeddings[signs]
    labels = np.array([clip.sentence_id for clip in chosen], np.int64)
    if kind == "prototypes":
        rows, vectors_out = _means(chosen, vectors)
    else:
        rows = [_row(clip, clip.video_file, f"features/{clip.path.name}", clip.signer) for clip in chosen]
        vectors_out = vectors
    columns = ["video_file", "feature_path", "sentence_id", "sentence", "category", "signer_id"]
    write_array(folder / "embeddings.npy", vectors_out.astype(np.float32))
    write_table(folder / "embeddings_map.csv", pd.DataFrame(rows, columns=columns))
    ids, table, counts = prototypes(labels, vectors)
    write_arrays(folder / "prototypes.npz", sentence_ids=ids, embeddings=table, counts=counts)
    return len(rows)


def _means(clips: Sequence[DatasetClip], vectors: FloatArray) -> tuple[list[dict[str, object]], FloatArray]:
    grouped: dict[tuple[int, str], list[int]] = {}
    for row, clip in enumerate(clips):
        grouped.setdefault((clip.sentence_id, clip.category), []).append(row)
    rows, means = [], []
    for _, members in sorted(grouped.items()):
        rows.append(_row(clips[members[0]], "", "", SEVERAL))
        means.append(unit_mean(vectors[members]))
    return rows, np.stack(means)


def _row(clip: DatasetClip, video_file: str, feature_path: str, signer: str) -> dict[str, object]:
    return {
        "video_file": video_file,
        "feature_path": feature_path,
        "sentence_id": clip.sentence_id,
        "sentence": clip.sentence,
        "category": clip.category,
        "signer_id": signer,
    }
