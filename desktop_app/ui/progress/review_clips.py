"""The clips of an attempt and its reference."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.engine.attempts.records import SharedAttempt
from desktop_app.engine.records import FeatureSequence
from desktop_app.ui.player.clip import PlayerClip, avatar_clip


@dataclass(frozen=True, slots=True, eq=False)
class ReviewClips:
    """The clips of both sides.

    Attributes:
        video: where the file holds one.
        video_from_s: time of its first frame, on the axis of the attempt.
    """

    attempt: PlayerClip
    reference: PlayerClip | None
    video: PlayerClip | None = None
    video_from_s: float = 0.0


def clips_of(shown: SharedAttempt) -> ReviewClips:
    """The avatar clips of both sides. Takes some milliseconds; on any thread."""

    def clip(sequence: FeatureSequence | None) -> PlayerClip | None:
        return None if sequence is None else avatar_clip("", "", sequence)

    attempt = clip(shown.sequence)
    assert attempt is not None
    return ReviewClips(attempt, clip(shown.reference.sequence) if shown.reference else None)
