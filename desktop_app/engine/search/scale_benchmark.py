"""Measures opening and searching a pack as large as the library of the original system.

11,065 references of 5,243 sentences, 206 frames each: variations of real references (from the
installed packs), or of synthetic movements. Every sentence is one base movement with its own slow distortion,
and every take adds noise, so that neighbours are at least as near as in a real library.
"""

from __future__ import annotations

import gc
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.packs import NewReference, PackManifest, PackWriter, installed_packs, open_pack
from desktop_app.engine.packs.pack import Pack, presence
from desktop_app.engine.protocols import Encoder
from desktop_app.engine.records import BoolArray, FeatureSequence, FloatArray
from desktop_app.engine.search.library import open_library
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.engine.thresholds import Thresholds
from desktop_app.engine.tracking.features import resample
from desktop_app.errors import PackError
from desktop_app.message import Message

REFERENCES: Final = 11_065
SENTENCES: Final = 5_243
FRAMES: Final = 206
MAX_BASES: Final = 60
_WAVES: Final = 4
_TREMBLE: Final = 0.02

Progress = Callable[[int, int], None]


def scale_benchmark(
    folder: Path,
    encoder: Encoder,
    *,
    references: int = REFERENCES,
    sentences: int = SENTENCES,
    frames: int = FRAMES,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Write the pack in `folder`, which the caller deletes, and measure it.

    Raises:
        PackError: not enough disk space.
    """
    start = time.perf_counter()
    pack = make_scale_pack(
        folder / "scale", encoder, references=references, sentences=sentences, frames=frames, progress=progress
    )
    return {"made_s": round(time.perf_counter() - start, 1)} | measure(pack.folder, encoder)


def make_scale_pack(
    target: Path,
    encoder: Encoder,
    *,
    references: int = REFERENCES,
    sentences: int = SENTENCES,
    frames: int = FRAMES,
    progress: Progress | None = None,
) -> Pack:
    """Write the pack with float16 features, and embeddings by the real encoder."""
    needed = references * (frames * layout.FEATURE_DIM * 2 + 64 * max(encoder.spec.projection_dim, 1080) * 2)
    target.parent.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(target.parent).free
    if free < needed * 1.2:
        raise PackError(
            Message(
                "This needs {needed:.1f} GB in {folder}, {free:.1f} GB are free.",
                needed=needed * 1.2 / 1000000000.0,
                folder=target.parent,
                free=free / 1000000000.0,
            ),
            Message("Choose a folder on another disk (TMPDIR)."),
        )
    contract = encoder.spec.feature_contract
    manifest = PackManifest(
        "Scale test", "none", "1", contract, "CC0-1.0", description="Noise around references, to measure with."
    )
    bases = _bases(contract, frames)
    with PackWriter(target, manifest) as writer:
        for row, (sentence, clip) in enumerate(scale_clips(bases, references, sentences)):
            if progress and row % 64 == 0:
                progress(row, references)
            writer.add(NewReference(clip, f"Sentence {sentence}", clip_id=f"c{row:05d}"), sentence_id=sentence)
        return writer.finish(encoder, progress)


def scale_clips(
    bases: list[FeatureSequence], references: int, sentences: int, seed: int = 0
) -> Iterator[tuple[int, FeatureSequence]]:
    """(sentence, clip) pairs; deterministic for a seed. Takes of a sentence are not consecutive."""
    for row in range(references):
        sentence = row % sentences
        yield sentence, take_of(bases, sentence, row // sentences, seed)


def take_of(bases: list[FeatureSequence], sentence: int, take: int, seed: int = 0) -> FeatureSequence:
    """One take of one sentence."""
    base = bases[sentence % len(bases)]
    count = len(base.features)
    own = np.random.default_rng((seed, sentence))
    time_rows = np.linspace(0, 2 * np.pi, count, dtype=np.float32)
    waves = np.sin(
        np.outer(time_rows, np.arange(1, _WAVES + 1, dtype=np.float32))
        + own.uniform(0, 2 * np.pi, _WAVES).astype(np.float32)
    )
    distortion = waves @ own.normal(0, 0.15, (_WAVES, layout.FEATURE_DIM)).astype(np.float32)
    tremble = np.random.default_rng((seed, sentence, take)).standard_normal(
        (count, layout.FEATURE_DIM), np.float32
    )
    rows = base.features + (distortion + np.float32(_TREMBLE) * tremble) * _mask(base.present)
    rows[:, layout.VISIBILITY_COLUMNS] = base.features[:, layout.VISIBILITY_COLUMNS]
    return FeatureSequence(rows, base.present.copy(), base.fps, 0.0, count / base.fps)


def measure(folder: Path, encoder: Encoder, *, queries: int = 40) -> dict[str, Any]:
    """Open a pack and search it: seconds, medians in milliseconds, megabytes.

    `memory_mb` is the growth of the resident set with every mapped page that was touched; `memory_private_mb`
    excludes mapped pages, which the system can reclaim. Linux only, else None.
    `answer_cpu_ms_median` is CPU time, which depends little on other load.
    """
    gc.collect()
    before = _memory_mb()
    start = time.perf_counter()
    library = open_library([folder], encoder)
    recogniser = Recogniser(encoder, library, Thresholds())
    opened = time.perf_counter() - start
    rows = np.random.default_rng(7).integers(0, len(library.references), queries)
    rng = np.random.default_rng(8)
    answers, busy, encodes, searches, right = [], [], [], [], 0
    for row in rows:
        reference = library.features(int(row))
        tremble = rng.standard_normal(reference.features.shape, np.float32) * np.float32(_TREMBLE)
        clip = FeatureSequence(
            reference.features + tremble * _mask(reference.present),
            reference.present.copy(),
            reference.fps,
            0.0,
            reference.end_s,
        )
        start, start_cpu = time.perf_counter(), time.thread_time()
        prediction = recogniser.recognise(clip)
        answers.append((time.perf_counter() - start) * 1e3)
        busy.append((time.thread_time() - start_cpu) * 1e3)
        encodes.append(prediction.encode_ms)
        searches.append(prediction.search_ms)
        best = prediction.best
        right += best is not None and best.sentence_id == library.references[int(row)].sentence_id
    gc.collect()
    after = _memory_mb()
    return {
        "references": len(library.references),
        "sentences": len({info.sentence_id for info in library.references}),
        "open_s": round(opened, 3),
        "answer_ms_median": round(float(np.median(answers)), 2),
        "answer_ms_p95": round(float(np.percentile(answers, 95)), 2),
        "answer_cpu_ms_median": round(float(np.median(busy)), 2),
        "encode_ms_median": round(float(np.median(encodes)), 2),
        "search_and_dtw_ms_median": round(float(np.median(searches)), 2),
        "memory_mb": None if before is None or after is None else round(after[0] - before[0], 1),
        "memory_private_mb": None if before is None or after is None else round(after[1] - before[1], 1),
        "right_sentence": round(right / len(rows), 3),
    }


def _bases(contract: str, frames: int) -> list[FeatureSequence]:
    """References of the installed packs stretched to `frames` rows, or synthetic movements."""
    found: list[FeatureSequence] = []
    for path in installed_packs():
        pack = open_pack(path)
        if pack.feature_contract == contract:
            rows = (row for row in range(len(pack.clips)) if pack.has_features(row))
            found += [_stretched(pack.features(row), frames, contract) for row in rows]
    return found[:MAX_BASES] or [_made_up(number, frames) for number in range(MAX_BASES)]


def _stretched(sequence: FeatureSequence, frames: int, contract: str) -> FeatureSequence:
    count = len(sequence.features)
    clip = resample(sequence, sequence.fps * frames / max(count - 1, 1))
    rows = clip.features[:frames]
    rows = np.concatenate([rows, np.repeat(rows[-1:], frames - len(rows), axis=0)])
    return FeatureSequence(rows, presence(rows, contract), 30.0, 0.0, frames / 30)


def _made_up(seed: int, frames: int) -> FeatureSequence:
    rng = np.random.default_rng((540, seed))
    angles = np.outer(np.linspace(0, 2 * np.pi, frames), np.arange(1, 4))
    rows = rng.normal(0, 0.8, layout.FEATURE_DIM) + np.sin(angles) @ rng.normal(0, 0.4, (3, layout.FEATURE_DIM))
    present = np.ones((frames, len(layout.PARTS)), bool)
    return FeatureSequence(rows.astype(np.float32), present, 30.0, 0.0, frames / 30)


def _mask(present: BoolArray) -> FloatArray:
    mask = np.zeros((len(present), layout.FEATURE_DIM), np.float32)
    for index, part in enumerate(layout.PARTS.values()):
        mask[present[:, index], part] = 1
    return mask


def _memory_mb() -> tuple[float, float] | None:
    """(resident, private) megabytes of this process, None if the system does not provide it."""
    try:
        lines = Path(f"/proc/{os.getpid()}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    values = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith(("VmRSS", "RssAnon"))}
    return float(values["VmRSS"]) / 1024, float(values["RssAnon"]) / 1024
