"""One clip to its feature file and its row of the metadata, and the engines that do it for many.

An engine takes numbered clips one by one and yields numbered rows as they are done. It holds a few clips per
process, so that a collection of any size can be processed and a kill loses only the clips in progress.
"""

from __future__ import annotations

import itertools
import json
import multiprocessing
import os
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, field
from multiprocessing.connection import wait as wait_for_any
from pathlib import Path
from typing import Any, Final, Protocol

from desktop_app.engine import layout
from desktop_app.engine.records import DEFAULT_ASPECT, FloatArray
from desktop_app.engine.tracking.offline import MIN_FPS, too_slow
from desktop_app.errors import AppError, DatasetError
from desktop_app.files import is_link, readable
from desktop_app.message import Message
from desktop_app.training.clip_features import UNKNOWN_FPS, ClipFeatureReader
from desktop_app.training.corpora.base import ClipJob
from desktop_app.training.files import write_array
from desktop_app.training.gate import ClipQualityLimits, reject_reason

AHEAD: Final = 2  # clips per process that are submitted at a time: one in progress, one waiting
_NOT_UTF8: Final = "Its name, or that of its folder, is not in UTF-8. Rename it."
Row = dict[str, Any]
Task = tuple[int, ClipJob]


@dataclass(frozen=True, slots=True)
class PreprocessSettings:
    """How clips are read and which are rejected."""

    gate: ClipQualityLimits = field(default_factory=ClipQualityLimits)
    unknown_fps: float = UNKNOWN_FPS
    unknown_aspect: float = DEFAULT_ASPECT

    def key(self) -> str:
        """A text that changes when stored results may no longer be used."""
        return json.dumps(asdict(self), sort_keys=True)


class Engine(Protocol):
    """Processes clips."""

    def run(
        self, tasks: Iterator[Task], features: Path, settings: PreprocessSettings
    ) -> Iterator[tuple[int, Row]]:
        """Take tasks as capacity allows and yield their rows in order of completion."""
        ...


class LocalEngine:
    """This process, or several on this machine (spawned, because MediaPipe and numpy hold the GIL)."""

    def __init__(self, workers: int = 1) -> None:
        self._workers = workers

    def run(
        self, tasks: Iterator[Task], features: Path, settings: PreprocessSettings
    ) -> Iterator[tuple[int, Row]]:
        """See `Engine.run`. One clip is not worth a second process.

        Raises:
            DatasetError: the system ended one of the processes.
        """
        first = list(itertools.islice(tasks, 2))
        tasks = itertools.chain(first, tasks)
        if self._workers <= 1 or len(first) < 2:
            reader = ClipFeatureReader(settings.unknown_fps, settings.unknown_aspect)
            try:
                for number, job in tasks:
                    yield number, process_clip(reader, job, features, settings)
            finally:
                reader.close()
            return
        context = multiprocessing.get_context("spawn")
        try:
            with ProcessPoolExecutor(self._workers, context, _start_worker, (settings,)) as pool:
                try:
                    yield from self._feed(pool, tasks, features, settings)
                except (
                    BaseException
                ):  # also a generator that is closed early: do not wait for clips in progress
                    pool.shutdown(wait=False, cancel_futures=True)
                    raise
        except BrokenProcessPool as error:
            raise DatasetError(
                Message("The system ended a process that read clips, perhaps for want of memory."),
                Message(
                    "Run the command again, it goes on where it stopped; fewer --workers need less memory."
                ),
                detail=str(error),
            ) from error

    def _feed(
        self, pool: ProcessPoolExecutor, tasks: Iterator[Task], features: Path, settings: PreprocessSettings
    ) -> Iterator[tuple[int, Row]]:
        running: dict[Future[Row], int] = {}
        while True:
            for number, job in itertools.islice(tasks, self._workers * AHEAD - len(running)):
                running[pool.submit(_process_in_worker, job, features, settings)] = number
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            # Before new clips are submitted, so that finished ones are recorded first.
            yield from [(running.pop(task), task.result()) for task in done]


_reader: ClipFeatureReader | None = None  # one a worker process: the tracker takes a tenth of a second to start


def _start_worker(settings: PreprocessSettings) -> None:
    global _reader
    _reader = ClipFeatureReader(settings.unknown_fps, settings.unknown_aspect)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True, name="parent-watch").start()


def _end_with(sentinel: int) -> None:
    """Exit with the parent: a worker whose parent was killed would wait for its next clip for ever."""
    wait_for_any([sentinel])
    os._exit(1)


def _process_in_worker(job: ClipJob, features: Path, settings: PreprocessSettings) -> Row:
    reader = _reader or ClipFeatureReader(settings.unknown_fps, settings.unknown_aspect)
    return process_clip(reader, job, features, settings)


def process_clip(reader: ClipFeatureReader, job: ClipJob, features: Path, settings: PreprocessSettings) -> Row:
    """One clip to `features/<clip_id>.npy`; the row of the metadata, with `reason` when it is refused.

    `key` and `only_hand` stay in the progress: what finds the row, and the hand of a one-handed clip.
    """
    told = {"sentence": job.sentence, "category": job.category, "signer_id": job.signer_id, **job.extra}
    row: Row = {
        "clip_id": job.clip_id,
        "video_file": readable(_file_of(job)),
        **{name: readable(value) for name, value in told.items()},
        "key": job_key(job),
        "reason": "",
        "detail": "",
    }
    if any(row[name] != value for name, value in told.items()):
        return {**row, "reason": "file_name", "detail": _NOT_UTF8}
    if job.problem:
        return {**row, "reason": "table_row", "detail": job.problem}
    if not job.sentence.strip():
        return {**row, "reason": "no_label", "detail": "The table gives no sentence for this clip."}
    try:
        clip = reader.read(job)
    except AppError as error:
        return {**row, "reason": "unreadable", "detail": str(error.message)}
    except UnicodeEncodeError:  # a library that takes file names in UTF-8 only
        return {**row, "reason": "file_name", "detail": _NOT_UTF8}
    quality = clip.quality
    is_slow = quality.raw_frames > 1 and clip.fps < MIN_FPS
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
        "only_hand": only_hand(clip.features),
        "reason": "too_slow" if is_slow else reject_reason(quality, settings.gate),
        "detail": str(too_slow(clip.fps)) if is_slow else "",
    }
    if not row["reason"]:
        place = features / f"{job.clip_id}.npy"
        if is_link(place):  # what is behind it is not ours
            place.unlink()
        write_array(place, clip.features)
    return row


def _file_of(job: ClipJob) -> str:
    if job.kind == "array":
        return f"{job.path.name}#{job.index}"
    return f"{job.path.parent.name}/{job.path.name}" if job.kind == "keypoints" else job.path.name


def only_hand(features: FloatArray) -> str:
    """`right` or `left`, the hand in sight more than twice as often as the other in (T, 540); else empty."""
    left, right = (int(features[:, part].any(axis=1).sum()) for part in (layout.LEFT_HAND, layout.RIGHT_HAND))
    if max(left, right) <= 2 * min(left, right):
        return ""
    return "right" if right > left else "left"


def job_key(job: ClipJob) -> str:
    """Content and labels: a corrected label must not keep the old row."""
    labels: list[object] = [job.clip_id, job.sentence, job.category, job.signer_id, job.extra]
    if job.cut or job.mirrored:
        labels += [job.cut, job.mirrored]
    if job.part_s or job.problem:
        labels += [job.part_s, job.problem]
    return json.dumps([job.fingerprint, job.fps, job.aspect, *labels], sort_keys=True)
