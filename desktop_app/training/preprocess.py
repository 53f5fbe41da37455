"""A collection of clips to a data set: features, metadata, statistics, and the rejected clips with reasons.

Resumable: every finished clip is a line in `progress.jsonl`, keyed by the content of the clip and the settings;
a second run resumes from it. Memory holds one or two hundred bytes per clip: clips are read one by one and
results are written at once.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.corpora.base import ClipJob
from desktop_app.training.extraction import Engine, LocalEngine, PreprocessSettings, Task, job_key
from desktop_app.training.files import table_writer
from desktop_app.training.outputs import check_outputs, made_folder
from desktop_app.training.progress_log import PROGRESS, ProgressLog, is_progress_log
from desktop_app.training.statistics import StatisticsBuilder

__all__ = [
    "METADATA", "PROGRESS", "REJECTED", "STATISTICS", "PreprocessReport", "PreprocessSettings", "preprocess",
]  # fmt: skip

METADATA: Final = "processed_metadata.csv"
REJECTED: Final = "low_quality_videos.csv"
STATISTICS: Final = "global_stats.npz"
FEATURES: Final = "features"
_COLUMNS: Final = (
    "clip_id", "video_file", "feature_path", "num_frames", "sentence_id", "sentence", "category", "signer_id",
    "motion_mean", "motion_p95", "mean_visibility", "landmark_ratio", "raw_frames", "fps", "aspect",
)  # fmt: skip
_PROGRESS_ONLY: Final = frozenset({"key", "only_hand", "reason", "detail"})


@dataclass(frozen=True, slots=True)
class PreprocessReport:
    """Result of a run: clips kept, rejected by reason, reused from an earlier run.

    `one_handed` counts kept clips in which one hand is seen, `right_handed` is the share of them in which it is
    the right one: 0.84 in webcam recordings of 22 people; far below a half means mirror images.
    """

    kept: int
    rejected: dict[str, int]
    reused: int
    signers: int
    sentences: int
    rows: int
    motion_median: float
    one_handed: int
    right_handed: float | None


def preprocess(
    jobs: Iterable[ClipJob],
    out: Path,
    settings: PreprocessSettings,
    workers: int = 1,
    engine: Engine | None = None,
    *,
    replace_old: bool = False,
) -> Iterator[PreprocessReport | None]:
    """Preprocess every clip into `out`; yields None for each clip done, the report at the end.

    A clip that cannot be read is listed with its reason and does not stop the others. `engine` takes the place
    of `workers` processes on this machine.

    Args:
        replace_old: files in `out` that no earlier run has made may be replaced.

    Raises:
        DatasetError: no clip passed the gate, or there was none.
        ConfigError: files in `out` would be replaced that no earlier run has made.
    """
    _check_place(out, replace_old=replace_old)
    features = out / FEATURES
    with made_folder(features, out / PROGRESS), ProgressLog(out, settings.key()) as log:
        for left in features.glob(".*.part"):
            left.unlink(missing_ok=True)  # half-written when an earlier run was killed
        queue = _Queue(jobs, log, features)
        reported = 0
        for number, row in (engine or LocalEngine(workers)).run(queue.tasks(), features, settings):
            queue.places[number] = log.add(row)
            yield None
            while reported < queue.reused:
                reported += 1
                yield None
        for _ in range(reported, queue.reused):
            yield None
        if not queue.places:
            raise DatasetError(
                Message("The collection lists no clips."), Message("See docs/corpora.md for its layout.")
            )
        report = _finish(log, queue.places, out, queue.reused)
        log.compact(queue.places)
    yield report


def _check_place(out: Path, *, replace_old: bool) -> None:
    """Only a log of an earlier run says that what else is there is a data set that may be replaced."""
    tables = (METADATA, REJECTED, STATISTICS)
    check_outputs(out, (PROGRESS, FEATURES), replace_old=replace_old or is_progress_log(out / PROGRESS))
    # An empty log: it was stopped before its first clip.
    has_rows = is_progress_log(out / PROGRESS) and (out / PROGRESS).stat().st_size > 0
    check_outputs(out, tables, replace_old=replace_old or has_rows)


@dataclass(slots=True)
class _Queue:
    """Iterates over the collection once and separates finished clips from those left to process."""

    jobs: Iterable[ClipJob]
    log: ProgressLog
    features: Path
    places: array[int] = field(default_factory=lambda: array("q"))  # of every clip's row, in their order
    reused: int = 0

    def tasks(self) -> Iterator[Task]:
        for number, job in enumerate(self.jobs):
            place = self.log.find(job_key(job))
            if place is not None and self._whole(job, place):
                self.places.append(place)
                self.reused += 1
            else:
                self.places.append(-1)
                yield number, job

    def _whole(self, job: ClipJob, place: int) -> bool:
        return (self.features / f"{job.clip_id}.npy").is_file() or bool(self.log.read(place)["reason"])


@dataclass(slots=True)
class _Summary:
    """Totals over all clips that the metadata table needs before its first row."""

    rejected: Counter[str] = field(default_factory=Counter)
    sentences: set[str] = field(default_factory=set)
    signers: set[str] = field(default_factory=set)
    further: dict[str, None] = field(default_factory=dict)  # additional columns, in order of appearance
    motion: array[float] = field(default_factory=lambda: array("d"))
    rows: int = 0
    hands: Counter[str] = field(default_factory=Counter)


def _finish(log: ProgressLog, places: array[int], out: Path, reused: int) -> PreprocessReport:
    """Two passes over the log: totals, then tables and statistics clip by clip."""
    found = _Summary()
    with table_writer(out / REJECTED, [*_COLUMNS, "reason", "detail"]) as write:
        for row in log.rows(places):
            if row["reason"]:
                found.rejected[row["reason"]] += 1
                write(row)
                continue
            found.sentences.add(row["sentence"])
            found.signers.add(row["signer_id"])
            found.motion.append(row["motion_mean"])
            found.rows += row["num_frames"]
            found.hands[row.get("only_hand", "")] += 1
            found.further |= dict.fromkeys(
                name for name in row if name not in _COLUMNS and name not in _PROGRESS_ONLY
            )
    if not found.motion:
        reasons = ", ".join(f"{name}: {count}" for name, count in found.rejected.items())
        raise DatasetError(
            Message("No clip passed the quality gate ({reasons}).", reasons=reasons),
            Message(
                "See {out}; limits can be changed, see `signmirror preprocess --help`.", out=out / REJECTED
            ),
            code="dataset.all_rejected",
        )
    identity = {sentence: number for number, sentence in enumerate(sorted(found.sentences))}
    builder = StatisticsBuilder()
    with table_writer(out / METADATA, [*_COLUMNS, *found.further]) as write:
        for row in log.rows(places):
            if not row["reason"]:
                write({**row, "sentence_id": identity[row["sentence"]]})
                builder.add(np.load(out / row["feature_path"], allow_pickle=False), float(row["motion_mean"]))
        # Before the metadata is put in place: a data set is complete when its metadata is there.
        builder.save(out / STATISTICS)
    one_handed = found.hands["right"] + found.hands["left"]
    return PreprocessReport(
        kept=len(found.motion),
        rejected=dict(found.rejected),
        reused=reused,
        signers=len(found.signers),
        sentences=len(identity),
        rows=found.rows,
        motion_median=float(np.median(found.motion)),
        one_handed=one_handed,
        right_handed=round(found.hands["right"] / one_handed, 4) if one_handed else None,
    )
