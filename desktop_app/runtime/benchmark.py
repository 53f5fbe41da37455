"""Speed and memory of the landmark loop, beside bare MediaPipe on the same pictures in the same run."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, cast

import numpy as np

from desktop_app.engine.cv import cv2, opencv_path
from desktop_app.engine.file_kinds import IMAGE_SUFFIXES, is_visible
from desktop_app.engine.protocols import FrameSource, SourceInfo
from desktop_app.engine.records import FeatureSequence, Frame, ImageArray, LandmarkFrame, Prediction
from desktop_app.engine.sources.clock import NS_PER_S
from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.sources.images import natural_key
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.errors import AppError, EndOfSource, SourceError
from desktop_app.message import Message
from desktop_app.runtime.events import Event, EventHub, LandmarksReady, SourceEnded, SourceState, WorkerFault
from desktop_app.runtime.pipeline import LivePipeline

BLOCK: Final = 100  # frames of one turn; the two take turns so that other load on the machine hits both
WARM_UP: Final = 15  # first frames of a turn, in which models are set up: not measured


class LoopSource:
    """Plays a file again and again until `frames` were given; ids and times go on."""

    def __init__(self, spec: str, frames: int) -> None:
        self._source: FrameSource = open_source_spec(spec, realtime=False)
        self._left = frames

    def open(self) -> SourceInfo:
        self._info = self._source.open()
        self._given = 0
        self._start_ns = time.monotonic_ns()
        return self._info

    def read(self) -> Frame | LandmarkFrame:
        """The next frame of the endless film."""
        if self._given >= self._left:
            raise EndOfSource
        try:
            frame = self._source.read()
        except EndOfSource:
            if self._given == 0:
                raise SourceError(
                    Message("The file holds no picture."), Message("Choose another one.")
                ) from None
            self._source.open()
            frame = self._source.read()
        if not isinstance(frame, Frame):
            raise SourceError(
                Message("Pictures are needed to measure the tracker."), Message("Choose a video.")
            )
        position = self._given / self._info.fps
        renamed = Frame(self._given, self._start_ns + round(position * NS_PER_S), frame.bgr, position)
        self._given += 1
        return renamed

    def close(self) -> None:
        self._source.close()


class _NoRecogniser:
    """Answers nothing at once: the landmark loop alone is measured."""

    def recognise(self, sequence: FeatureSequence, top_k: int | None = None) -> Prediction:
        return Prediction((), False, None, 0.0, sequence.start_s, sequence.end_s, 0.0, 0.0)


def landmark_loop_ratio(video: Path, frames: int) -> dict[str, Any]:
    """Frames per second of our whole landmark loop beside a bare MediaPipe loop.

    Bare: decode, change colour order, `process`. Ours: the live pipeline in lockstep, that is decode, extract,
    features, motion, gate and windows, and the events of each frame. They take turns in blocks of 100 frames.

    Args:
        video: a video, or a folder of images; played again where it is shorter than `frames`.
        frames: measured frames of each of the two.
    Returns:
        frames, bare_fps, ours_fps, ratio (ours / bare), bare_ms and ours_ms a frame.
    """
    bare_s = ours_s = 0.0
    blocks = [min(BLOCK, frames - start) for start in range(0, frames, BLOCK)]
    for number, count in enumerate(blocks):
        turns = ("bare", "ours") if number % 2 == 0 else ("ours", "bare")
        for turn in turns:
            if turn == "bare":
                bare_s += _bare_seconds(video, count)
            else:
                ours_s += _ours_seconds(video, count)
    return {
        "frames": frames,
        "bare_fps": frames / bare_s,
        "ours_fps": frames / ours_s,
        "ratio": bare_s / ours_s,
        "bare_ms": bare_s / frames * 1000,
        "ours_ms": ours_s / frames * 1000,
    }


def memory_growth(video: Path, frames: int = 10_000, early: int = 1_000) -> dict[str, Any]:
    """Memory of the process after `early` and after `frames` frames of the landmark loop, in megabytes."""
    at: dict[int, float] = {}

    def note(count: int) -> None:
        if count in (early, frames):
            at[count] = resident_mb()

    _run_pipeline(video, frames, note)
    return {
        "early_frames": early,
        "frames": frames,
        "early_mb": at[early],
        "late_mb": at[frames],
        "growth_mb": at[frames] - at[early],
    }


def resident_mb() -> float:
    """Memory of this process that is in use; the most it ever used where the system tells only that."""
    status = Path("/proc/self/status")
    if status.is_file():
        for line in status.read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    if sys.platform == "win32":
        return _windows_resident_mb()
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)  # bytes on macOS


def _bare_seconds(video: Path, count: int) -> float:
    from desktop_app.engine.tracking.holistic import bare_holistic

    holistic = bare_holistic()
    started = 0.0
    try:
        for number, bgr in enumerate(_bare_pictures(video, count + WARM_UP)):
            if number == WARM_UP:
                started = time.perf_counter()
            rgb = cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB)
            rgb.flags.writeable = False
            holistic.process(rgb)
        return time.perf_counter() - started
    finally:
        holistic.close()


def _bare_pictures(video: Path, count: int) -> Iterator[ImageArray]:
    """Pictures straight from OpenCV, again and again."""
    given = 0
    while given < count:
        before = given
        for picture in _once(video):
            if given == count:
                return
            given += 1
            yield picture
        if given == before:
            raise SourceError(
                Message("'{video}' holds no picture that can be read.", video=video.name),
                Message("Choose another one."),
            )


def _is_picture(entry: Path) -> bool:
    return entry.suffix.lower() in IMAGE_SUFFIXES and is_visible(entry.name)


def _once(video: Path) -> Iterator[ImageArray]:
    if video.is_dir():
        names = [entry for entry in video.iterdir() if _is_picture(entry)]
        for entry in sorted(names, key=lambda entry: natural_key(entry.name)):
            yield cv2.imdecode(np.fromfile(entry, np.uint8), cv2.IMREAD_COLOR)
        return
    capture = cv2.VideoCapture(opencv_path(video))
    try:
        while True:
            seen, picture = capture.read()
            if not seen:
                return
            yield picture
    finally:
        capture.release()


def _ours_seconds(video: Path, count: int) -> float:
    times: list[float] = []
    _run_pipeline(video, count + WARM_UP, lambda _: times.append(time.perf_counter()))
    return times[-1] - times[WARM_UP - 1]


def _run_pipeline(video: Path, frames: int, on_tracked: Any) -> None:
    """Push `frames` frames through the live pipeline in lockstep; `on_tracked(count)` after each."""
    from desktop_app.engine.tracking.holistic import HolisticExtractor

    over = threading.Event()
    faults: list[AppError] = []
    tracked = 0

    def listen(event: Event) -> None:
        nonlocal tracked
        if isinstance(event, LandmarksReady):
            tracked += 1
            on_tracked(tracked)
        elif isinstance(event, WorkerFault | SourceState) and event.error is not None:
            faults.append(event.error)
            over.set()
        elif isinstance(event, SourceEnded):
            over.set()

    hub = EventHub()
    hub.subscribe(listen)
    pipeline = LivePipeline(
        open_source=lambda: cast("FrameSource", LoopSource(str(video), frames)),
        make_extractor=HolisticExtractor,
        make_tracker=LiveTracker,
        load_recogniser=lambda: cast("Any", _NoRecogniser()),
        hub=hub,
        lossless=True,
    )
    pipeline.start()
    try:
        over.wait()
    finally:
        pipeline.stop()
    if faults:
        raise faults[0]


def _windows_resident_mb() -> float:
    """GetProcessMemoryInfo; the standard library has no call for it."""
    import ctypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", ctypes.c_ulong),
            ("PageFaultCount", ctypes.c_ulong),
            *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize")),
            *((f"quota{number}", ctypes.c_size_t) for number in range(6)),
        )

    counters = Counters(cb=ctypes.sizeof(Counters))
    windll = ctypes.windll  # type: ignore[attr-defined]  # exists on Windows only
    windll.kernel32.GetCurrentProcess.restype = ctypes.c_void_p
    windll.psapi.GetProcessMemoryInfo(
        ctypes.c_void_p(windll.kernel32.GetCurrentProcess()), ctypes.byref(counters), counters.cb
    )
    return float(counters.WorkingSetSize) / (1 << 20)
