"""State and words, as tables: what happened -> what the window says. No Qt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.engine.protocols import SourceInfo
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.errors import CameraLost, CameraNotFound, ModelMissing
from desktop_app.message import Message
from desktop_app.runtime.events import SourceEnded, SourceState, SourceStatus, StatsUpdated, WorkerFault
from desktop_app.runtime.stats import PipelineStats
from desktop_app.ui import state as states
from desktop_app.ui.camera.headline import Mood, advise, headline
from desktop_app.ui.feed import reduce
from desktop_app.ui.state import EnginePhase, LiveState, Source, SourcePhase
from tests.ui.scenes import SENTENCES, answered, prediction, ready

REASONS = ("low_motion", "low_similarity", "ambiguous_top2", "prototype_disagreement")


@pytest.mark.parametrize(
    ("phase", "words", "mood"),
    [
        (LivePhase.NO_PERSON, "No person in the picture", Mood.QUIET),
        (LivePhase.SHOW_HANDS, "Show your hands", Mood.QUIET),
        (LivePhase.COLLECTING, "Collecting frames 12/32", Mood.ACTIVE),
        (LivePhase.READY, "Ready", Mood.ACTIVE),
        (LivePhase.SIGNING, "Signing", Mood.ACTIVE),
    ],
)
def test_each_phase_has_words(phase, words, mood):
    shown = headline(states.with_landmarks(ready(), phase, 12))
    assert shown.text == words
    assert shown.mood is mood
    assert shown.icon or shown.progress is not None


def test_the_ring_fills_while_frames_are_collected():
    state = states.with_landmarks(ready(), LivePhase.COLLECTING, 8)
    assert headline(state).progress == pytest.approx(0.25)


@pytest.mark.parametrize("phase", list(SourcePhase))
def test_each_state_of_the_source_has_words(phase):
    assert headline(replace(ready(), source=Source(phase, "HD Webcam", "camera", True))).text


@pytest.mark.parametrize("reason", REASONS)
def test_every_rejection_says_why_and_what_to_try(reason):
    state = answered(reason)
    shown = headline(state)
    assert shown.mood is Mood.UNSURE
    assert len(shown.text) > 8
    assert len(shown.detail) > 20
    assert len(shown.more) > 20
    assert "_" not in shown.text + shown.detail + shown.more  # no code names


def test_the_ambiguous_two_are_named():
    advice = advise(prediction("ambiguous_top2"))
    assert advice.title == "Not sure: the two best are close"
    assert SENTENCES[0] in advice.why
    assert SENTENCES[1] in advice.why


def test_a_recognised_sign_is_said_until_the_next_one_begins():
    state = answered()
    assert state.answer is not None
    assert headline(state).text == f"Recognised: {SENTENCES[0]}"
    resting = states.with_landmarks(state, LivePhase.READY, 90)
    assert headline(resting).mood is Mood.GOOD
    signing = states.with_landmarks(resting, LivePhase.SIGNING, 90)
    assert headline(signing).text == "Signing"
    assert signing.shown is state.answer.prediction  # the list stays until there is a newer one


def test_a_preview_shows_while_signing_and_makes_way_for_the_answer():
    state = states.with_landmarks(answered(), LivePhase.SIGNING, 90)
    preview = prediction("low_similarity")
    state = states.with_preview(state, preview)
    assert state.shown is preview
    assert not state.shown_is_final
    final = prediction()
    state = states.sign_recognised(state, final, announced=False, delay_ms=None)
    assert state.shown is final
    assert state.shown_is_final
    assert state.answer is not None
    assert state.answer.number == 2
    assert state.rates.delay_ms == 42.0


def test_a_preview_of_the_last_sign_does_not_reach_into_the_next():
    state = states.with_preview(states.with_landmarks(ready(), LivePhase.SIGNING, 90), prediction())
    rested = states.with_landmarks(state, LivePhase.READY, 90)
    assert states.with_landmarks(rested, LivePhase.SIGNING, 90).preview is None


def test_at_the_end_of_a_file_the_answer_stays():
    state = states.with_landmarks(answered(), LivePhase.SIGNING, 90)
    state = states.with_preview(state, prediction("low_similarity"))
    state = reduce(state, SourceState(SourceStatus.ENDED))
    assert state.answer is not None
    assert state.shown is state.answer.prediction
    assert headline(state).mood is Mood.GOOD
    assert headline(reduce(ready(), SourceState(SourceStatus.ENDED))).text == "The recording has ended"


def test_a_lost_camera_shows_a_banner_that_goes_when_it_is_back():
    info = SourceInfo("HD Webcam", "camera", 640, 480, 30.0, 0, live=True)
    lost = reduce(
        ready(),
        SourceState(
            SourceStatus.LOST, info, CameraLost(Message("The camera stopped."), Message("Plug it in."))
        ),
    )
    assert [banner.text for banner in lost.banners] == ["The camera stopped."]
    assert headline(lost).text == "Camera lost"
    assert lost.phase is LivePhase.NO_PERSON
    opening = reduce(lost, SourceState(SourceStatus.OPENING))
    back = reduce(opening, SourceState(SourceStatus.RUNNING, info))
    assert back.banners == ()
    assert back.source == Source(SourcePhase.PLAYING, "HD Webcam", "camera", True)


def test_no_camera_offers_a_video_and_the_sample():
    error = CameraNotFound(Message("No camera is connected."), Message("Plug one in."))
    state = reduce(LiveState(), SourceState(SourceStatus.UNAVAILABLE, None, error))
    assert {action.value for action in state.banners[0].actions} == {"retry_source", "open_file", "play_sample"}


def test_a_model_that_is_missing_is_reported_and_can_be_tried_again():
    error = ModelMissing(Message("There is no encoder."), Message("Export one."))
    state = reduce(ready(), WorkerFault("recogniser", error, fatal=False))
    assert state.engine is EnginePhase.FAILED
    assert state.banners[0].text == "There is no encoder."
    assert states.engine_loading(state).banners == ()


def test_other_workers_fault_without_taking_the_model_away():
    state = reduce(ready(), WorkerFault("landmarks", ModelMissing(Message("Holistic failed.")), fatal=True))
    assert state.engine is EnginePhase.READY
    assert state.banners[0].hint


def test_one_banner_for_each_thing():
    state = reduce(ready(), SourceState(SourceStatus.UNAVAILABLE, None, CameraNotFound(Message("First."))))
    state = reduce(state, SourceState(SourceStatus.UNAVAILABLE, None, CameraNotFound(Message("Second."))))
    assert [banner.text for banner in state.banners] == ["Second."]


def test_figures_of_the_status_bar():
    state = reduce(ready(), StatsUpdated(PipelineStats(capture_fps=29.6, landmark_fps=24.0, dropped=7)))
    assert state.rates.camera_hz == 29.6
    assert state.rates.dropped == 7
    assert state.rates.delay_ms == 42.0  # a second without an answer keeps the last delay


def test_the_late_end_of_the_file_before_does_not_end_the_one_that_plays():
    state = reduce(ready(), SourceState(SourceStatus.ENDED))
    for status in (SourceStatus.OPENING, SourceStatus.RUNNING):
        state = reduce(state, SourceState(status))
    state = reduce(state, SourceEnded(300))  # every sign of the file before is answered only now
    assert state.source.phase is SourcePhase.PLAYING
