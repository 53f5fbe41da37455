"""The pipeline in lockstep with the real tracker on a real recording, and the functions that measure it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest

from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.tracking.holistic import HolisticExtractor
from desktop_app.engine.tracking.live import LiveTracker
from desktop_app.engine.tracking.offline import iterate
from desktop_app.errors import SourceError
from desktop_app.runtime.benchmark import LoopSource, landmark_loop_ratio, memory_growth, resident_mb
from desktop_app.runtime.events import EventHub, LandmarksReady, SignRecognised, SourceEnded
from desktop_app.runtime.pipeline import LivePipeline
from tests.helpers.events import Recorder
from tests.helpers.fakes import FakeRecogniser
from tests.helpers.shared import shared_video
from tests.helpers.videos import shade, write_video

VIDEO = "ghsl_sign_family"  # 62 frames


@pytest.mark.shared_data
@pytest.mark.slow
def test_the_live_pipeline_gives_what_the_parts_give_alone() -> None:
    source = open_source_spec(str(shared_video(VIDEO)), realtime=False)
    source.open()
    extractor, tracker = HolisticExtractor(), LiveTracker()
    expected = [tracker.step(extractor.extract(cast("Any", frame))) for frame in iterate(source)]
    last = tracker.finish()
    extractor.close()
    source.close()

    hub = EventHub()
    seen = Recorder(hub)
    pipeline = LivePipeline(
        open_source=lambda: open_source_spec(str(shared_video(VIDEO)), realtime=False),
        make_extractor=HolisticExtractor,
        make_tracker=LiveTracker,
        load_recogniser=lambda: cast("Any", FakeRecogniser()),
        hub=hub,
        lossless=True,
    )
    pipeline.start()
    try:
        assert seen.wait(SourceEnded).frames == len(expected) == 62
    finally:
        assert pipeline.stop().clean
    found = seen.all(LandmarksReady)
    # Two trackers: MediaPipe promises no equal last digits. A skipped or doubled frame differs by hundredths.
    np.testing.assert_allclose(
        np.stack([event.row.features for event in found]),
        np.stack([step.row.features for step in expected]),
        atol=1e-4,
    )
    assert [event.phase for event in found] == [step.phase for step in expected]
    signs = [step.finished for step in expected if step.finished] + ([last] if last else [])
    assert signs  # somebody signs in it
    answered = [event.window.sequence for event in seen.all(SignRecognised)]
    assert [clip.start_s for clip in answered] == pytest.approx(
        [sign.sequence.start_s for sign in signs], abs=1e-6
    )
    assert [len(clip.features) for clip in answered] == [len(sign.sequence.features) for sign in signs]


@pytest.fixture
def blank_video(tmp_path: Path) -> Path:
    return write_video(tmp_path / "blank.mp4", [shade(index) for index in range(12)])


def test_a_film_in_a_loop_goes_on_in_ids_and_time(blank_video: Path) -> None:
    source = LoopSource(str(blank_video), 30)
    source.open()
    found = list(iterate(source))
    source.close()
    assert [frame.frame_id for frame in found] == list(range(30))
    assert np.diff([frame.captured_ns for frame in found]) == pytest.approx(1e9 / 30, abs=10)


def test_the_ratio_has_both_of_its_times(blank_video: Path) -> None:
    """No judgement of speed here: a machine that runs tests is busy. `signmirror bench` prints the figures."""
    found = landmark_loop_ratio(blank_video, 20)
    assert found["frames"] == 20
    assert found["ratio"] == pytest.approx(found["ours_fps"] / found["bare_fps"])
    assert found["bare_ms"] > 0


def test_memory_is_measured_twice(blank_video: Path) -> None:
    found = memory_growth(blank_video, frames=60, early=20)
    assert 10 < found["early_mb"] < 10_000
    assert found["growth_mb"] == found["late_mb"] - found["early_mb"]
    assert abs(resident_mb() - found["late_mb"]) < 500


def test_a_file_that_cannot_be_measured(tmp_path: Path) -> None:
    (tmp_path / "clip.mp4").write_bytes(b"no video")
    with pytest.raises(SourceError):
        memory_growth(tmp_path / "clip.mp4", frames=5, early=2)
