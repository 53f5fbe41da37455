"""Takes for tests: made-up people that sign, rest, are dark or leave the picture; and the built-in sample."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from desktop_app import paths
from desktop_app.engine.recording.review import assess_take
from desktop_app.engine.records import FloatArray, LandmarkFrame
from desktop_app.engine.takes.quality import HAND_OUT_ADVICE, WARNS, QualityFinding
from desktop_app.engine.takes.take import Take
from desktop_app.engine.takes.trim import Span
from desktop_app.errors import AppError
from desktop_app.message import Message
from desktop_app.runtime.take_events import TakeFailed, TakePicture, TakeReady
from desktop_app.ui.recording import flow
from desktop_app.ui.recording.state import MadeTake, RecordPhase, RecordState
from tests.helpers.people import sign_recording
from tests.helpers.takes import read_take, take_of_frames


def take_of(raw: FloatArray, *, luma: float = 140.0, fps: float = 30.0, begin_s: float = 0.0) -> Take:
    """A take of raw landmark rows (T, 540)."""
    times = (begin_s + i / fps for i in range(len(raw)))
    frames = (
        LandmarkFrame(i, round((1 + at) * 1e9), at, row.copy(), 4 / 3)
        for i, (at, row) in enumerate(zip(times, raw, strict=True))
    )
    return take_of_frames(frames, luma)


def good_take(begin_s: float = 0.0) -> Take:
    """A second of rest, a sign of a second and a half, a second of rest."""
    return take_of(sign_recording(), begin_s=begin_s)


def hand_out(begin_s: float, at_s: float) -> QualityFinding:
    """The left hand leaves the picture for a moment, in a take that begins at `begin_s`."""
    text = Message(
        "Your {hand} hand leaves the picture {edge} at {time:.1f} s.",
        hand=Message("left"),
        edge=Message("on your left"),
        time=at_s - begin_s,
    )
    values: dict[str, float | str] = {"hand": "left", "edge": "left"}
    return QualityFinding("hand_out", WARNS, text, HAND_OUT_ADVICE, at_s, at_s + 0.3, values)


@cache
def sample_take(first: int = 0, last: int = 0) -> Take:
    """A piece of the built-in sample, from frame to frame."""
    take = read_take(paths.sample_recording())
    return take_of_frames(take.frames[first:last], 140.0) if last else take


def ready(number: int, take: Take, video: Path | None = None) -> TakeReady:
    """The recorder's word that a take is complete, with pictures of its moments."""
    picture = np.zeros((180, 320, 3), np.uint8)
    picture[:] = (120, 90, 60)
    pictures = tuple(
        TakePicture(frame.frame_id, frame.position_s, picture.copy()) for frame in take.frames[::4]
    )
    return TakeReady(number, take, video, pictures, 0, False)


def failed(number: int) -> TakeFailed:
    return TakeFailed(number, AppError(Message("The camera was lost."), Message("Record again.")))


def with_take(state: RecordState, number: int, take: Take, now_s: float = 0.0) -> RecordState:
    """A state after one more take was made and looked at."""
    state = flow.start(replace(state, countdown_s=0), now_s)
    state = flow.began(state, number)
    state = flow.take_ready(state, ready(number, take))
    others = list(state.kept)
    assert state.phase is RecordPhase.CHECKING
    found = assess_take(take, "Good morning", others=[part_of(made) for made in others])
    return flow.reviewed(state, number, found.span, found.findings, now_s)


def part_of(made: MadeTake):
    from desktop_app.engine.takes.trim import cut

    return cut(made.take.sequence, made.span)


def span_of(made: MadeTake) -> Span:
    return made.span
