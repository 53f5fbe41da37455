"""Memory of a take of a minute and of an import of ten: what they hold at most, above what was there before.

    python -m scripts.studies.measure_memory [--case take take-landmarks import] [--seconds N]

Each case is a process of its own (Linux: the peak is read from /proc). The live pipeline and the importer are
those of the program; in the tracker's place stand the landmarks of the built-in sample, with a face mesh, and
the video is a small one that is made for the occasion. `take-landmarks` is a take of a source without pictures.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, Final, cast

import numpy as np

from desktop_app import paths
from desktop_app.engine import layout
from desktop_app.engine.cv import cv2
from desktop_app.engine.importing.import_jobs import find_clips
from desktop_app.engine.importing.import_many import ImportOptions, import_steps
from desktop_app.engine.packs.editor import PackEditor, create_pack
from desktop_app.engine.packs.manifest import PackManifest
from desktop_app.engine.protocols import SourceInfo
from desktop_app.engine.records import FeatureSequence, Frame, LandmarkFrame, Prediction
from desktop_app.engine.sources.recording import load_recording
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.errors import EndOfSource
from desktop_app.runtime.events import Event, EventHub
from desktop_app.runtime.pipeline import LivePipeline
from desktop_app.runtime.take_events import TakeFailed, TakeReady
from desktop_app.runtime.take_recorder import TakeRecorder

FPS: Final = 30
DEFAULT_S: Final = {"take": 59.5, "take-landmarks": 59.5, "import": 600.0}  # a take ends by itself after 60 s


class MemoryReplay:
    """The landmarks of the built-in sample in the tracker's place, again and again, with a face mesh."""

    def __init__(self) -> None:
        raw = load_recording(paths.sample_recording()).raw
        # Without the rests in which the hands are down: somebody who signs all the time.
        self._raw = raw[raw[:, layout.LEFT_HAND].any(axis=1) | raw[:, layout.RIGHT_HAND].any(axis=1)]
        self._next = count()

    def extract(self, frame: Frame) -> LandmarkFrame:
        return self.landmarks(frame.frame_id, frame.captured_ns, frame.position_s, frame.aspect)

    def landmarks(self, frame_id: int, captured_ns: int, position_s: float, aspect: float) -> LandmarkFrame:
        """The next row, in memory of its own as the tracker gives it."""
        raw = self._raw[next(self._next) % len(self._raw)].astype(np.float32, copy=True)
        return LandmarkFrame(frame_id, captured_ns, position_s, raw, aspect, np.ones((468, 3), np.float32))

    def reset(self) -> None:
        """Nothing to do: every row stands alone."""

    def close(self) -> None:
        """Nothing to do: the rows are in memory."""


class Stream:
    """A camera of 640 x 360, or its landmarks alone, for some seconds."""

    def __init__(self, seconds: float, *, pictures: bool) -> None:
        self._frames, self._pictures = round(seconds * FPS), pictures
        self._replay, self._next = MemoryReplay(), 0
        self._picture = np.random.default_rng(0).integers(0, 255, (360, 640, 3), np.uint8)

    def open(self) -> SourceInfo:
        return SourceInfo("stream", "video", 640, 360, float(FPS), self._frames, False)

    def read(self) -> Frame | LandmarkFrame:
        if self._next >= self._frames:
            raise EndOfSource
        i, self._next = self._next, self._next + 1
        at_s = i / FPS
        captured_ns = 10**9 + round(at_s * 1e9)
        if self._pictures:
            return Frame(i, captured_ns, self._picture.copy(), at_s)
        return self._replay.landmarks(i, captured_ns, at_s, 16 / 9)

    def close(self) -> None:
        """Nothing to do: no file or device is open."""


class NoAnswers:
    """Stands in for the recogniser: takes no memory."""

    def recognise(self, sequence: FeatureSequence, top_k: int | None = None) -> Prediction:
        return Prediction((), False, None, 0.0, sequence.start_s, sequence.end_s, 0.0, 0.0)


def make_take(seconds: float, *, pictures: bool, ready: Callable[[], None]) -> str:
    """Record a take from the live pipeline; calls `ready` before its first frame."""
    over, found = threading.Event(), list[Event]()

    def listen(event: Event) -> None:
        if isinstance(event, TakeReady | TakeFailed):
            found.append(event)
            over.set()

    hub = EventHub()
    hub.subscribe(listen)
    recorder = TakeRecorder(hub, lossless=True)
    pipeline = LivePipeline(
        open_source=lambda: Stream(seconds, pictures=pictures),
        make_extractor=MemoryReplay,
        make_tracker=LiveTracker,
        load_recogniser=lambda: cast("Any", NoAnswers()),
        hub=hub,
        lossless=True,
    )
    recorder.start()
    recorder.begin()
    ready()
    pipeline.start()
    over.wait()
    pipeline.stop()
    recorder.request_stop()
    recorder.join(2.0)
    (event,) = found
    if isinstance(event, TakeFailed):
        raise event.error
    assert isinstance(event, TakeReady)
    return f"{len(event.take.frames)} frames, {len(event.pictures)} pictures"


def bring_in(seconds: float, *, ready: Callable[[], None]) -> str:
    """Import one long video into a pack of its own."""
    with tempfile.TemporaryDirectory() as name:
        video = Path(name) / "lesson.mp4"
        codec = cv2.VideoWriter.fourcc(*"mp4v")
        writer = cv2.VideoWriter(str(video), cv2.CAP_FFMPEG, codec, float(FPS), (64, 48))
        for i in range(round(seconds * FPS)):
            writer.write(np.full((48, 64, 3), i % 200, np.uint8))
        writer.release()
        pack = create_pack(Path(name) / "pack", PackManifest("Long", "None", "1", TORSO_540, "MIT")).folder
        jobs = find_clips(video).jobs
        MemoryReplay()
        ready()
        with PackEditor(pack) as editor:
            (step,) = import_steps(editor, jobs, MemoryReplay, ImportOptions(keep_video=False))
    return f"{round(seconds * FPS)} frames, {step.result.status} {step.result.reason}".strip()


def memory_mb(entry: str) -> float:
    """A line of /proc/self/status in megabytes: VmRSS is what is in use, VmHWM the most there was."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{entry}:"))


def measure(case: str, seconds: float) -> dict[str, Any]:
    """Run one case here and now."""
    before = 0.0

    def ready() -> None:
        nonlocal before
        before = memory_mb("VmRSS")
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forget the peak until here

    started = time.perf_counter()
    if case == "import":
        what = bring_in(seconds, ready=ready)
    else:
        what = make_take(seconds, pictures=case == "take", ready=ready)
    peak = memory_mb("VmHWM") - before
    return {
        "case": case,
        "seconds": seconds,
        "what": what,
        "took_s": round(time.perf_counter() - started, 1),
        "peak_mb": round(peak, 1),
        "kb_a_frame": round(peak * 1024 / (seconds * FPS), 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--case", nargs="+", choices=list(DEFAULT_S), default=list(DEFAULT_S))
    parser.add_argument("--seconds", type=float, help="Instead of 59.5 for a take and 600 for an import.")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    for case in arguments.case:
        seconds = arguments.seconds or DEFAULT_S[case]
        if arguments.child:
            print(json.dumps(measure(case, seconds)))
            continue
        command = [sys.executable, "-m", "scripts.studies.measure_memory", "--child"]
        subprocess.run([*command, "--case", case, "--seconds", str(seconds)], check=True)


if __name__ == "__main__":
    main()
