"""Stand-ins for cameras, trackers, recognisers and time. Nothing here sleeps."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.engine import layout
from desktop_app.engine.cv import cv2
from desktop_app.engine.protocols import SourceInfo
from desktop_app.engine.records import FeatureSequence, Frame, LandmarkFrame, Prediction
from desktop_app.engine.sources.clock import NS_PER_S
from desktop_app.engine.sources.devices import CameraDevice
from desktop_app.errors import EndOfSource

Picture = npt.NDArray[Any]
WAIT_S = 60.0  # upper bound of any wait; a passing test never comes near it


class FakeClock:
    """Time that passes only when somebody sleeps or `advance` is called."""

    def __init__(self, start_ns: int = 1_000_000_000) -> None:
        self.time_ns = start_ns
        self.slept_ns: list[int] = []

    def now_ns(self) -> int:
        return self.time_ns

    def sleep_until(self, deadline_ns: int) -> None:
        self.slept_ns.append(max(0, deadline_ns - self.time_ns))
        self.time_ns = max(self.time_ns, deadline_ns)

    def advance(self, seconds: float) -> None:
        self.time_ns += round(seconds * NS_PER_S)


def picture(seed: int, shape: tuple[int, ...] = (48, 64, 3)) -> Picture:
    """A picture with noise, like a real sensor's."""
    return np.random.default_rng(seed).integers(0, 256, shape, dtype=np.uint8)


class Hang:
    """In a camera's script: the driver's call that does not return until `release`."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.let_go = threading.Event()

    def wait(self) -> None:
        self.entered.set()
        self.let_go.wait(WAIT_S)

    def release(self) -> None:
        self.let_go.set()


class FakeCapture:
    """cv2.VideoCapture with a script: pictures, None for a read that fails, Hang for one that hangs.

    After the script every read fails, or repeats its last picture with `freeze`.
    """

    def __init__(
        self,
        script: Iterable[Picture | Hang | None],
        *,
        opened: bool = True,
        freeze: bool = False,
        on_read: Callable[[], None] | None = None,
    ) -> None:
        self._script: Iterator[Picture | Hang | None] = iter(script)
        self._opened = opened
        self._freeze = freeze
        self._on_read = on_read
        self._last: Picture | None = None
        self.settings: list[tuple[int, float]] = []
        self.released = 0

    def isOpened(self) -> bool:  # noqa: N802  (OpenCV's name)
        return self._opened and not self.released

    def set(self, what: int, value: float) -> bool:
        self.settings.append((what, value))
        return True

    def get(self, what: int) -> float:
        return 30.0 if what == cv2.CAP_PROP_FPS else 0.0

    def read(self) -> tuple[bool, Picture | None]:
        if self._on_read is not None:
            self._on_read()
        item = next(self._script, None)
        if isinstance(item, Hang):
            item.wait()
            item = None
        if item is None and self._freeze:
            item = self._last
        self._last = item
        return item is not None, None if item is None else item.copy()

    def release(self) -> None:
        self.released += 1


def one_camera(wanted: str) -> tuple[CameraDevice, ...]:
    """A resolver: every name is the same real camera."""
    return (CameraDevice(wanted, 0, cv2.CAP_ANY, wanted, virtual=False),)


class ListSource:
    """A FrameSource of given frames; a `Hang` among them hangs, an exception is raised."""

    def __init__(
        self,
        items: Iterable[Frame | LandmarkFrame | Hang | Exception],
        *,
        live: bool = False,
        opening: Hang | Exception | None = None,
    ) -> None:
        self._items = iter(items)
        self._live = live
        self._opening = opening
        self.closed = 0

    def open(self) -> SourceInfo:
        _act(self._opening)
        return SourceInfo("fake", "camera" if self._live else "video", 64, 48, 30.0, 0, self._live)

    def read(self) -> Frame | LandmarkFrame:
        item = next(self._items, None)
        if isinstance(item, Hang | Exception):
            _act(item)
            return self.read()
        if item is None:
            raise EndOfSource
        return item

    def close(self) -> None:
        self.closed += 1


def _act(item: Hang | Exception | None) -> None:
    if isinstance(item, Hang):
        item.wait()
    elif item is not None:
        raise item


def frames(count: int, *, start_s: float = 1.0, fps: float = 30.0) -> list[Frame]:
    """Small pictures of noise, 30 a second."""
    return [
        Frame(index, round((start_s + index / fps) * NS_PER_S), picture(index), index / fps)
        for index in range(count)
    ]


def person(hand_x: float | None = None) -> npt.NDArray[np.float32]:
    """Raw landmarks (540,) of somebody upright; with a right hand at `hand_x`, without one when None."""
    raw = np.zeros(layout.FEATURE_DIM, np.float32)
    pose = raw[layout.POSE].reshape(33, 4)
    pose[:] = (0.5, 0.5, 0.0, 0.9)
    pose[layout.LEFT_SHOULDER, :2] = (0.65, 0.5)
    pose[layout.RIGHT_SHOULDER, :2] = (0.35, 0.5)
    pose[layout.LEFT_HIP, :2] = (0.6, 0.95)
    pose[layout.RIGHT_HIP, :2] = (0.4, 0.95)
    raw[layout.FACE] = np.tile(np.array([0.5, 0.3, 0.0], np.float32), layout.FACE_POINTS)
    if hand_x is not None:
        spread = np.linspace(0, 0.05, layout.HAND_POINTS, dtype=np.float32)
        hand = np.stack([hand_x + spread, 0.6 + spread, np.zeros_like(spread)], axis=1)
        raw[layout.RIGHT_HAND] = hand.reshape(-1)
        pose[layout.RIGHT_WRIST, :2] = (hand_x, 0.6)
    return raw


def signing(time_s: float) -> npt.NDArray[np.float32]:
    """Raw landmarks of somebody who signs for 1.2 s out of every 2.4 s, from the first 0.6 s on."""
    phase = time_s % 2.4 - 0.6
    moving = min(max(phase, 0.0), 1.2)
    return person(hand_x=0.4 + 0.15 * float(np.sin(moving / 1.2 * 4 * np.pi)))


class FakeExtractor:
    """Gives landmarks by a rule of the frame's position; counts its life. May wait before each answer."""

    def __init__(
        self,
        rule: Callable[[float], npt.NDArray[np.float32]] = signing,
        before: Callable[[Frame], None] | None = None,
    ) -> None:
        self._rule = rule
        self._before = before
        self.threads: set[int] = set()
        self.seen: list[int] = []
        self.resets = 0
        self.closed = 0

    def extract(self, frame: Frame) -> LandmarkFrame:
        if self.closed:
            raise RuntimeError("the extractor is closed")
        self.threads.add(threading.get_ident())
        if self._before is not None:
            self._before(frame)
        self.seen.append(frame.frame_id)
        raw = self._rule(frame.position_s)
        return LandmarkFrame(frame.frame_id, frame.captured_ns, frame.position_s, raw, frame.aspect)

    def reset(self) -> None:
        if self.closed:
            raise RuntimeError("the extractor is closed")
        self.resets += 1

    def close(self) -> None:
        self.closed += 1


class FakeRecogniser:
    """Accepts everything with the number of rows as its motion; the pipeline's view of a Recogniser."""

    def __init__(self, *, accepted: bool = True, before: Callable[[], None] | None = None) -> None:
        self._accepted = accepted
        self._before = before
        self.thresholds: object = None
        self.asked: list[FeatureSequence] = []

    def recognise(self, sequence: FeatureSequence, top_k: int | None = None) -> Prediction:
        if self._before is not None:
            self._before()
        self.asked.append(sequence)
        return Prediction(
            (), self._accepted, None, float(len(sequence.features)), sequence.start_s, sequence.end_s, 0.1, 0.1
        )

    def with_thresholds(self, thresholds: object) -> FakeRecogniser:
        other = FakeRecogniser(accepted=self._accepted, before=self._before)
        other.thresholds = thresholds
        return other


def hanging_load(hang: Hang) -> Callable[[], FakeRecogniser]:
    """A recogniser that takes as long to load as the test likes."""

    def load() -> FakeRecogniser:
        hang.wait()
        return FakeRecogniser()

    return load
