"""A collection of clips to a data set: features, metadata, statistics, and a list of what was refused and why.

Resumable: every finished clip is a line in `progress.jsonl`, keyed by the content of the clip and the settings;
a second run takes it from there. Parallel by process (spawn), for MediaPipe and numpy both hold the GIL.
"""

from __future__ import annotations

import json
import multiprocessing
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from desktop_app.errors import AppError, DatasetError
from desktop_app.training.clip_features import UNKNOWN_FPS, ClipReader
from desktop_app.training.collections import ClipJob
from desktop_app.training.files import write_array, write_atomic, write_table
from desktop_app.training.gate import GateSettings, reject_reason
from desktop_app.training.statistics import StatisticsBuilder

PROGRESS: Final = "progress.jsonl"
METADATA: Final = "processed_metadata.csv"
REJECTED: Final = "low_quality_videos.csv"
STATISTICS: Final = "global_stats.npz"
CHUNK: Final = 32
_COLUMNS: Final = (
    "clip_id", "video_file", "feature_path", "num_frames", "sentence_id", "sentence", "category", "signer_id",
    "motion_mean", "motion_p95", "mean_visibility", "landmark_ratio", "raw_frames", "fps", "aspect",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PreprocessSettings:
    """How clips are read and which are refused."""

    gate: GateSettings = field(default_factory=GateSettings)
    unknown_fps: float = UNKNOWN_FPS

    def key(self) -> str:
        """Changes when a stored result may no longer be used."""
        return json.dumps(asdict(self), sort_keys=True)


@dataclass(frozen=True, slots=True)
class PreprocessReport:
    """What a run did: clips kept, refused by reason, taken over from an earlier run."""

    kept: int
    rejected: dict[str, int]
    reused: int
    signers: int
    sentences: int
    rows: int
    motion_median: float


def preprocess(
    jobs: list[ClipJob], out: Path, settings: PreprocessSettings, workers: int = 1
) -> Iterator[PreprocessReport | None]:
    """Preprocess every clip into `out`; yields None for each clip done, the report at the end.

    A clip that cannot be read is listed with its reason and does not stop the others.

    Raises:
        DatasetError: no clip passed the gate.
    """
    features = out / "features"
    features.mkdir(parents=True, exist_ok=True)
    done = _read_progress(out, settings)
    results: dict[str, dict[str, Any]] = {}
    todo = []
    for job in jobs:
        earlier = done.get(_job_key(job))
        if earlier is not None and (earlier["reason"] or (features / f"{job.clip_id}.npy").is_file()):
            results[job.clip_id] = earlier
            yield None
        else:
            todo.append(job)
    reused = len(results)
    # Written anew, so that lines of changed clips do not pile up.
    lines = [json.dumps({"settings": settings.key(), **row}) for row in results.values()]
    write_atomic(out / PROGRESS, "".join(line + "\n" for line in lines).encode())
    with (out / PROGRESS).open("a", encoding="utf-8") as progress:
        for row in _run(todo, features, settings, workers):
            progress.write(json.dumps({"settings": settings.key(), **row}) + "\n")
            progress.flush()
            results[row["clip_id"]] = row
            yield None
    yield _finish(jobs, results, out, reused)


def _run(
    jobs: list[ClipJob], features: Path, settings: PreprocessSettings, workers: int
) -> Iterable[dict[str, Any]]:
    if workers <= 1 or len(jobs) <= 1:
        reader = ClipReader(settings.unknown_fps)
        try:
            for job in jobs:
                yield process_clip(reader, job, features, settings)
        finally:
            reader.close()
        return
    size = max(1, min(CHUNK, len(jobs) // workers))
    chunks = [jobs[start : start + size] for start in range(0, len(jobs), size)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _start_worker, (settings,)) as pool:
        tasks = [pool.submit(_process_chunk, chunk, features, settings) for chunk in chunks]
        for task in tasks:
            yield from task.result()


_reader: ClipReader | None = None  # one a worker process: the tracker takes a tenth of a second to start


def _start_worker(settings: PreprocessSettings) -> None:
    global _reader
    _reader = ClipReader(settings.unknown_fps)


def _process_chunk(jobs: list[ClipJob], features: Path, settings: PreprocessSettings) -> list[dict[str, Any]]:
    reader = _reader or ClipReader(settings.unknown_fps)
    return [process_clip(reader, job, features, settings) for job in jobs]


def process_clip(
    reader: ClipReader, job: ClipJob, features: Path, settings: PreprocessSettings
) -> dict[str, Any]:
    """One clip to `features/<clip_id>.npy`; the row of the metadata, with `reason` when it is refused."""
    row: dict[str, Any] = {
        "clip_id": job.clip_id,
        "video_file": job.path.name if job.kind != "array" else f"{job.path.name}#{job.index}",
        "sentence": job.sentence,
        "category": job.category,
        "signer_id": job.signer_id,
        "key": _job_key(job),
        "reason": "",
        "detail": "",
        **job.extra,
    }
    if not job.sentence.strip():
        return {**row, "reason": "no_label", "detail": "The table gives no sentence for this clip."}
    try:
        clip = reader.read(job)
    except AppError as error:
        return {**row, "reason": "unreadable", "detail": error.user_text}
    quality = clip.quality
    row |= {
        "feature_path": f"features/{job.clip_id}.npy",
        "num_frames": len(clip.features),
        "motion_mean": round(quality.motion_mean, 6),
        "motion_p95": round(quality.motion_p95, 6),
        "mean_visibility": round(quality.mean_visibility, 4),
        "landmark_ratio": round(quality.landmark_ratio, 4),
        "raw_frames": quality.raw_frames,
        "fps": round(clip.fps, 4),
        "aspect": round(clip.aspect, 5),
        "reason": reject_reason(quality, settings.gate),
    }
    if not row["reason"]:
        write_array(features / f"{job.clip_id}.npy", clip.features)
    return row


def _job_key(job: ClipJob) -> str:
    """Content and labels: a corrected label must not keep the old row."""
    labels = [job.clip_id, job.sentence, job.category, job.signer_id, job.extra]
    return json.dumps([job.fingerprint, job.fps, job.aspect, *labels], sort_keys=True)


def _read_progress(out: Path, settings: PreprocessSettings) -> dict[str, dict[str, Any]]:
    path = out / PROGRESS
    if not path.is_file():
        return {}
    rows: dict[str, dict[str, Any]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            row = json.loads(line)
        except ValueError:
            continue  # the line that was being written when the last run was stopped
        # An unreadable file may have been mended without a change of size: it is tried again.
        if row.pop("settings", None) == settings.key() and row["reason"] != "unreadable":
            rows[row["key"]] = row
    return rows


def _finish(
    jobs: list[ClipJob], results: dict[str, dict[str, Any]], out: Path, reused: int
) -> PreprocessReport:
    ordered = [results[job.clip_id] for job in jobs]
    table = pd.DataFrame(ordered).drop(columns=["key"])
    rejected = table[table["reason"] != ""]
    write_table(out / REJECTED, rejected.reindex(columns=[*_COLUMNS, "reason", "detail"]))
    kept = table[table["reason"] == ""].drop(columns=["reason", "detail"])
    if kept.empty:
        reasons = ", ".join(f"{name}: {count}" for name, count in Counter(rejected["reason"]).items())
        raise DatasetError(
            f"No clip passed the quality gate ({reasons}).",
            f"See {out / REJECTED}; limits can be changed, see `signmirror preprocess --help`.",
            code="dataset.all_rejected",
        )
    identity = {sentence: number for number, sentence in enumerate(sorted(set(kept["sentence"])))}
    kept["sentence_id"] = kept["sentence"].map(identity)
    # Whole numbers turn into decimals in a table where unreadable clips leave gaps.
    kept = kept.astype({"num_frames": int, "raw_frames": int})
    further = [name for name in kept.columns if name not in _COLUMNS]
    kept = kept.reindex(columns=[*_COLUMNS, *further])
    builder = StatisticsBuilder()
    for path, motion in zip(kept["feature_path"], kept["motion_mean"], strict=True):
        builder.add(np.load(out / path, allow_pickle=False), float(motion))
    builder.save(out / STATISTICS)
    # Last: a data set is complete when its metadata is there.
    write_table(out / METADATA, kept)
    return PreprocessReport(
        kept=len(kept),
        rejected=dict(Counter(rejected["reason"])),
        reused=reused,
        signers=int(kept["signer_id"].nunique()),
        sentences=len(identity),
        rows=int(kept["num_frames"].sum()),
        motion_median=float(kept["motion_mean"].median()),
    )
