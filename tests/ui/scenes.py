"""States for tests, made from the packs that ship with the program: real references, invented scores."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from desktop_app import paths
from desktop_app.engine.packs import open_pack
from desktop_app.engine.records import Candidate, FeatureSequence, Frame, LandmarkFrame, Prediction
from desktop_app.engine.tracking.live import LivePhase
from desktop_app.message import Message
from desktop_app.ui import state as states
from desktop_app.ui.bridge import EventBatch, FoundSign, MotionSample
from desktop_app.ui.state import LiveState, Rates, Source, SourcePhase

SENTENCES = ("Thank you", "Please", "I love you", "Goodbye", "Where is the hospital entrance?", "No")


@cache
def reference(row: int = 0) -> FeatureSequence:
    """A reference of the starter pack."""
    return open_pack(paths.bundled_packs_dir() / "starter").features(row)


def candidate(rank: int, similarity: float, *, accepted: bool = False, reason: str | None = None) -> Candidate:
    return Candidate(
        sentence_id=rank,
        sentence=SENTENCES[rank],
        category="",
        video_file="",
        similarity=similarity,
        confidence=max(0.62 - 0.13 * rank, 0.01),
        raw_similarity=similarity,
        proto_similarity=None,
        motion_mean=0.4,
        accepted=accepted,
        rejection_reason=reason,
        dtw_distance=None,
        dtw_score=None,
        pack="Starter signs",
        clip_id=f"clip{rank}",
    )


def prediction(reason: str | None = None, count: int = 6) -> Prediction:
    accepted = reason is None
    results = tuple(
        candidate(rank, 0.91 - 0.07 * rank, accepted=accepted and rank == 0, reason=reason)
        for rank in range(0 if reason == "low_motion" else count)
    )
    return Prediction(results, accepted, reason, 0.4, 1.0, 2.5, 1.3, 0.4)


def ready(phase: LivePhase = LivePhase.READY) -> LiveState:
    """A camera runs and the models are there."""
    state = states.engine_ready(
        LiveState(),
        provider="CPUExecutionProvider",
        reason=Message("the only provider here"),
        packs=("Ghanaian signs", "Starter signs"),
        sentences=79,
    )
    state = states.source_changed(state, Source(SourcePhase.PLAYING, "HD Webcam", "camera", live=True))
    state = replace(state, rates=Rates(30.0, 29.0, 42.0, 3))
    return states.with_landmarks(state, phase, 90)


def answered(reason: str | None = None) -> LiveState:
    return states.sign_recognised(ready(), prediction(reason), announced=reason is None, delay_ms=42.0)


def landmarks(row: int = 0, aspect: float = 16 / 9) -> LandmarkFrame:
    """A row of a reference, put back into a picture."""
    sequence = reference(row)
    features = sequence.features[len(sequence.features) // 2]
    raw = np.zeros(540, np.float32)
    for start, step in ((0, 4), (132, 3)):
        stop = 132 if step == 4 else 540
        part = features[start:stop].reshape(-1, step)
        seen = part[:, :3].any(axis=1)
        out = raw[start:stop].reshape(-1, step)
        out[seen, 0] = 0.5 + part[seen, 0] * 0.3 / aspect
        out[seen, 1] = 0.75 + part[seen, 1] * 0.3
        out[seen, 2] = part[seen, 2] * 0.3 / aspect
        if step == 4:
            out[:, 3] = part[:, 3]
    return LandmarkFrame(1, 10**9, 0.0, raw, aspect)


def picture(width: int = 64, height: int = 36) -> Frame:
    """Left half red, right half blue, in the unflipped picture."""
    bgr = np.zeros((height, width, 3), np.uint8)
    bgr[:, : width // 2, 2] = 255
    bgr[:, width // 2 :, 0] = 255
    return Frame(1, 10**9, bgr, 0.0)


def batch(frame: Frame | None = None, marks: LandmarkFrame | None = None) -> EventBatch:
    """Ten seconds of motion with two signs."""
    times = np.arange(280) / 30
    speed = (
        0.2
        + 2.2 * ((times > 2) & (times < 3.5))
        + 1.9 * ((times > 6) & (times < 7.4)) * np.abs(np.sin(times * 3))
    )
    samples = tuple(
        MotionSample(float(t), float(s), float(s) * 0.3 + 0.05, LivePhase.READY)
        for t, s in zip(times, speed, strict=True)
    )
    signs = (FoundSign(1.9, 3.7, True), FoundSign(5.9, 7.6, False))
    return EventBatch(frame, marks, (), samples, signs, False)
