"""Reasons for tests and pictures: made by the engine from a made-up signer whose hand leaves the picture."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.engine import layout
from desktop_app.engine.feedback.why import why_not
from desktop_app.engine.records import FloatArray, ImageArray, LandmarkFrame, Prediction
from desktop_app.engine.takes.take import Take
from desktop_app.runtime.attempt_events import AttemptExplained, ExplainedReason
from desktop_app.ui import state as states
from desktop_app.ui.state import LiveState
from tests.engine.recording.test_recording import moved_hand, take_of
from tests.helpers.people import sign_recording
from tests.ui.scenes import answered, landmarks

OUT_FRAMES = slice(48, 60)


def hand_out_take(luma: float = 140.0) -> Take:
    """The right hand leaves on the signer's right, at 1.6 s."""
    raw: FloatArray = moved_hand(sign_recording(), OUT_FRAMES, layout.RIGHT_HAND, layout.RIGHT_WRIST, (-0.6, 0))
    return take_of(raw, luma=luma)


def explained(
    take: Take,
    prediction: Prediction | None,
    picture: ImageArray | None = None,
    marks: LandmarkFrame | None = None,
) -> AttemptExplained:
    """Reasons of a take, with a picture for all of them, or the landmarks of a shipped reference."""
    reasons = why_not(take, prediction)
    told = tuple(ExplainedReason(one, marks or take.frames[one.frame], picture) for one in reasons)
    return AttemptExplained(told, prediction)


def at_the_edge() -> LandmarkFrame:
    """A shipped reference's body, its right hand half over the edge."""
    marks = landmarks()
    raw = marks.raw.copy()
    pose, hand = raw[layout.POSE].reshape(33, 4), raw[layout.RIGHT_HAND].reshape(21, 3)
    across = hand[:, 0].mean()
    hand[:, 0] -= across
    pose[layout.RIGHT_WRIST, 0] -= across
    pose[layout.RIGHT_ELBOW, 0] -= across / 2
    return replace(marks, raw=raw)


def rejected_state(reason: str = "ambiguous_top2", *, luma: float = 140.0) -> LiveState:
    """A rejected answer with its reasons."""
    state = answered(reason)
    assert state.answer is not None
    timed = replace(state.answer.prediction, start_s=1.0, end_s=2.6)
    state = replace(state, answer=replace(state.answer, prediction=timed))
    return states.attempt_explained(state, explained(hand_out_take(luma), timed, marks=at_the_edge()))
