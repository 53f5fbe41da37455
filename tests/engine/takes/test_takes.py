"""Takes and whole recordings: what is kept of a frame, and in whose units."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from typing import Final

import numpy as np
import pytest

from desktop_app.engine.protocols import SourceInfo
from desktop_app.engine.records import FeatureSequence, Frame, LandmarkFrame
from desktop_app.engine.takes.take import TakeBuilder
from desktop_app.engine.tracking.features import GHSL_540, TORSO_540
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.engine.tracking.offline import ClipReader, read_sequence
from desktop_app.errors import EndOfSource, SourceError
from tests.helpers.people import sign_recording
from tests.helpers.takes import take_of_frames

SECONDS: Final = 20
NS: Final = 1_000_000_000
ROW_BYTES: Final = 540 * 4


def landmark_frames(count: int) -> list[LandmarkFrame]:
    """Somebody signs again and again, with a face mesh as the tracker gives it."""
    raw = sign_recording()
    mesh = np.zeros((468, 3), np.float32)
    return [
        LandmarkFrame(i, NS + round(i / 30 * NS), i / 30, raw[i % len(raw)].copy(), 4 / 3, mesh)
        for i in range(count)
    ]


class TakeReplay:
    """A file of landmarks that makes each frame when it is read."""

    def __init__(self, count: int) -> None:
        self._frames, self._next, self._raw = count, 0, sign_recording()
        self.closed = False

    def open(self) -> SourceInfo:
        return SourceInfo("replay", "landmarks", 0, 0, 30.0, self._frames, False)

    def read(self) -> Frame | LandmarkFrame:
        if self._next == self._frames:
            raise EndOfSource
        i, self._next = self._next, self._next + 1
        mesh = np.zeros((468, 3), np.float32)
        return LandmarkFrame(
            i, NS + round(i / 30 * NS), i / 30, self._raw[i % len(self._raw)].copy(), 4 / 3, mesh
        )

    def close(self) -> None:
        self.closed = True


def peak_bytes(work: Callable[[], object]) -> int:
    """The most that `work` held at once; numpy tells tracemalloc of its arrays."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def no_extractor() -> None:
    raise AssertionError("landmarks need no extractor")


def test_a_take_keeps_one_row_of_each_frame():
    frames = landmark_frames(SECONDS * 30)
    tracker, builder = LiveTracker(), TakeBuilder()

    def collect() -> None:
        for frame in frames:
            builder.add(frame, tracker.step(frame).row)

    tracker_bytes = peak_bytes(lambda: [LiveTracker().step(frame) and None for frame in frames[:1]])
    assert (peak_bytes(collect) - tracker_bytes) / len(frames) < 2 * ROW_BYTES
    assert builder.build().seconds == pytest.approx(SECONDS, abs=0.1)


def test_a_recording_of_any_length_keeps_one_row_of_each_frame():
    found: list[FeatureSequence] = []

    def read(count: int) -> Callable[[], None]:
        source = TakeReplay(count)
        reader = ClipReader(no_extractor)  # type: ignore[arg-type]
        return lambda: found.append(read_sequence(source, reader, TORSO_540))

    short, long = (peak_bytes(read(seconds * 30)) for seconds in (SECONDS, 2 * SECONDS))
    # The rows, and what puts them on an even grid at the end; neither landmarks, nor windows.
    assert (long - short) / (SECONDS * 30) < 8 * ROW_BYTES
    assert [len(sequence.features) for sequence in found] == [SECONDS * 30, 2 * SECONDS * 30]


def test_a_recording_without_a_frame_is_refused_and_closed():
    source = TakeReplay(0)
    with pytest.raises(SourceError):
        read_sequence(source, ClipReader(no_extractor), TORSO_540)  # type: ignore[arg-type]
    assert source.closed


def test_a_take_beside_an_encoder_of_another_contract_is_in_torso_units():
    frames = landmark_frames(90)
    expected = take_of_frames(frames).sequence
    tracker, builder = LiveTracker(GHSL_540), TakeBuilder()
    for frame in frames:
        row = tracker.step(frame).row
        assert row.contract == GHSL_540
        builder.add(frame, row)
    found = builder.build().sequence
    np.testing.assert_array_equal(found.features, expected.features)
    np.testing.assert_array_equal(found.present, expected.present)
