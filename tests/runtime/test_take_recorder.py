"""The recorder of takes: real recordings through the running pipeline, videos, and what can go wrong."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.engine.sources.factory import open_source_spec
from desktop_app.engine.takes.trim import moving_part
from desktop_app.engine.takes.video import h264_available
from desktop_app.errors import SourceError
from desktop_app.message import Message
from desktop_app.paths import sample_recording
from desktop_app.runtime.events import ChangeSource, LandmarksReady, SourceEnded
from desktop_app.runtime.take_events import TakeFailed, TakeProgress, TakeReady
from desktop_app.runtime.take_recorder import PICTURE_EVERY_S, PICTURE_WIDTH, TakeRecorder, scaled_down
from desktop_app.ui.player.video_clip import video_clip
from tests.helpers.fakes import WAIT_S
from tests.helpers.shared import needs_shared


@pytest.fixture
def recorder_of():
    """recorder_of(bench) -> a running recorder on the bench's hub, always ended."""
    made = []

    def build(bench, **options):
        recorder = TakeRecorder(bench.pipeline._hub, lossless=True, **options)
        recorder.start()
        made.append(recorder)
        return recorder

    yield build
    for recorder in made:
        recorder.request_stop()
        assert recorder.join(WAIT_S)


def test_a_take_of_the_sample_is_the_whole_stream(bench, recorder_of):
    bench = bench(lambda: open_source_spec(str(sample_recording("live")), realtime=False), lossless=True)
    recorder = recorder_of(bench)
    number = recorder.begin()
    bench.pipeline.start()
    bench.seen.wait(SourceEnded)
    ready = bench.seen.wait(TakeReady)
    frames = [event.landmarks for event in bench.seen.all(LandmarksReady)]
    assert ready.number == number
    assert [frame.frame_id for frame in ready.take.frames] == [frame.frame_id for frame in frames]
    assert ready.dropped == 0
    assert ready.pictures == ()
    assert ready.video is None
    progress = bench.seen.all(TakeProgress)
    assert progress[-1].seconds == pytest.approx(ready.take.seconds, abs=0.1)
    assert progress[-1].signs >= moving_part(ready.take.sequence).signs - 1 > 0


@pytest.mark.skipif(not h264_available(), reason="this system writes no H.264")
def test_a_take_of_a_video_has_pictures_brightness_and_an_mp4(bench, recorder_of, tmp_path):
    path = needs_shared() / "videos" / "ghsl_sign_water.mp4"
    bench = bench(lambda: open_source_spec(str(path), realtime=False), lossless=True)
    recorder = recorder_of(bench)
    recorder.begin(tmp_path / "take.mp4")
    bench.pipeline.start()
    ready = bench.seen.wait(TakeReady)
    assert ready.video == tmp_path / "take.mp4"
    assert [p.name for p in tmp_path.iterdir()] == ["take.mp4"]
    assert len(ready.take.luma) == len(ready.take.frames)
    assert 20 < np.median(ready.take.luma) < 235
    assert all(picture.bgr.shape[1] <= PICTURE_WIDTH for picture in ready.pictures)
    gaps = np.diff([picture.position_s for picture in ready.pictures])
    assert (gaps >= PICTURE_EVERY_S - 1e-9).all()
    clip = video_clip(ready.video)
    assert clip is not None
    assert clip.fps == pytest.approx(30, abs=0.5)
    assert clip.count / clip.fps == pytest.approx(ready.take.seconds, abs=0.15)


def test_discarded_leaves_nothing_and_a_later_take_is_whole(bench, recorder_of, tmp_path):
    bench = bench(lambda: open_source_spec(str(sample_recording("live")), realtime=False), lossless=True)
    recorder = recorder_of(bench)
    recorder.discard(recorder.begin(tmp_path / "one.mp4"))
    second = recorder.begin()
    bench.pipeline.start()
    ready = bench.seen.wait(TakeReady)
    assert ready.number == second
    assert bench.seen.all(TakeFailed) == []
    assert list(tmp_path.iterdir()) == []


def test_finish_without_a_frame_says_so(bench, recorder_of):
    bench = bench(lambda: open_source_spec(str(sample_recording("live")), realtime=False))
    recorder = recorder_of(bench)
    recorder.finish(recorder.begin())
    failed = bench.seen.wait(TakeFailed)
    assert failed.error.code == "source.empty"


def test_a_source_that_is_lost_gives_the_take_up(bench, recorder_of, tmp_path):
    def lost():
        raise SourceError(Message("Gone."))

    bench = bench(lost)
    recorder = recorder_of(bench)
    number = recorder.begin(tmp_path / "take.mp4")
    bench.pipeline.start()
    failed = bench.seen.wait(TakeFailed)
    assert failed.number == number
    assert failed.error.code == "recording.source_lost"
    assert list(tmp_path.iterdir()) == []


def test_small_pictures_keep_their_shape():
    picture = np.zeros((720, 1280, 3), np.uint8)
    assert scaled_down(picture).shape == (180, 320, 3)
    narrow = np.ones((100, 200, 3), np.uint8)
    copy = scaled_down(narrow)
    assert copy.shape == narrow.shape
    assert copy is not narrow


def test_a_take_from_the_start_leaves_out_what_was_played_before(bench, recorder_of):
    """The file is playing when the take is asked for: its rest and its end are no part of the take."""

    def source():
        return open_source_spec(str(sample_recording("live")), realtime=False)

    bench = bench(source, lossless=True)
    recorder = recorder_of(bench)
    bench.pipeline.start()
    bench.seen.wait(LandmarksReady)
    number = recorder.begin(from_start=True)
    bench.pipeline.send(ChangeSource(source))
    ready = bench.seen.wait(TakeReady)
    assert ready.number == number
    times = [frame.position_s for frame in ready.take.frames]
    assert times == sorted(set(times))
    assert times[0] == pytest.approx(0.0, abs=0.05)
    assert times[-1] > 18


def test_a_take_from_the_start_waits_for_a_source_that_ended_before(bench, recorder_of):
    def source():
        return open_source_spec(str(sample_recording("live")), realtime=False)

    bench = bench(source, lossless=True)
    recorder = recorder_of(bench)
    bench.pipeline.start()
    bench.seen.wait(SourceEnded)
    recorder.begin(from_start=True)
    bench.pipeline.send(ChangeSource(source))
    ready = bench.seen.wait(TakeReady)
    assert len(ready.take.frames) > 500


def test_a_file_that_is_begun_once_more_begins_the_take_once_more(bench, recorder_of):
    def source():
        return open_source_spec(str(sample_recording("live")), realtime=False)

    bench = bench(source, lossless=True)
    recorder = recorder_of(bench)
    bench.pipeline.start()
    bench.seen.wait(SourceEnded)
    recorder.begin(from_start=True)
    bench.pipeline.send(ChangeSource(source))
    bench.seen.wait(TakeProgress)
    bench.pipeline.send(ChangeSource(source))
    ready = bench.seen.wait(TakeReady)
    times = [frame.position_s for frame in ready.take.frames]
    assert times == sorted(set(times))
    assert len(times) > 500
    assert bench.seen.all(TakeFailed) == []
