"""The takes of one view: only its own events reach it, and only its own takes and videos are given up."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.errors import AppError
from desktop_app.message import Message
from desktop_app.runtime.events import Event, EventHub
from desktop_app.runtime.take_events import TakeFailed, TakeProgress, TakeReady
from desktop_app.runtime.take_recorder import TakeRecorder
from desktop_app.ui.camera.takes import CurrentTake, ViewTakes
from tests.ui.recording.takes import good_take


@pytest.fixture
def recorder() -> TakeRecorder:
    return TakeRecorder(EventHub())  # without its thread: it gives numbers and takes orders


def grew(number: int) -> TakeProgress:
    return TakeProgress(number, 1.5, LivePhase.SIGNING, 1, 0.0, hands=True)


def ready(number: int, video: Path | None = None) -> TakeReady:
    return TakeReady(number, good_take(), video, (), dropped=0, full=False)


def written(takes: ViewTakes) -> Path:
    video = takes.video_path()
    video.write_bytes(b"video")
    return video


def test_each_view_hears_of_its_own_takes_alone(recorder):
    practice, recording = ViewTakes(recorder), ViewTakes(recorder)
    first = practice.begin()
    second = recording.begin(written(recording))
    assert second > first
    events: list[Event] = [grew(first), grew(second), ready(second), grew(second)]
    assert list(practice.own(events)) == events[:1]
    assert list(recording.own(events)) == events[1:3]  # after its end there is nothing to grow
    failed = TakeFailed(first, AppError(Message("Lost.")))
    assert list(practice.own([failed, failed])) == [failed]
    practice.close()
    recording.close()


def test_a_take_that_was_given_up_leaves_no_video_and_those_of_other_views_stay(recorder):
    practice, recording = ViewTakes(recorder), ViewTakes(recorder)
    recorded, practised = written(recording), written(practice)
    number = practice.begin(practised)
    practice.discard()
    assert list(practice.own([ready(number, practised), ready(number + 1, recorded)])) == []
    assert not practised.exists()
    assert recorded.exists()
    practice.close()
    recording.close()
    assert not list(paths.user_packs_dir().rglob("*.mp4"))


def test_a_view_ends_no_take_of_another(recorder, monkeypatch):
    orders: list[tuple[str, int]] = []
    monkeypatch.setattr(recorder, "finish", lambda number: orders.append(("finish", number)))
    monkeypatch.setattr(recorder, "discard", lambda number: orders.append(("discard", number)))
    practice, recording = ViewTakes(recorder), ViewTakes(recorder)
    assert list(practice.own([ready(practice.begin())]))
    number = recording.begin()
    practice.finish()
    practice.discard()
    assert not orders
    recording.finish()
    recording.discard()
    recording.discard()
    assert orders == [("finish", number), ("discard", number)]


def test_a_take_grows_with_what_the_recorder_tells():
    take = CurrentTake(3, heard_s=10.0).grown(grew(3), 11.0)
    assert take == CurrentTake(3, 1.5, 1, 0.0, hands=True, moving=True, heard_s=11.0)
