"""What is painted of a try; made by the worker."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.engine.attempts.records import SharedAttempt
from desktop_app.engine.records import FeatureSequence
from desktop_app.ui.player.clip import PlayerClip, avatar_clip


@dataclass(frozen=True, slots=True, eq=False)
class ReviewClips:
    """The clips of both sides.

    Attributes:
        video: the pictures, where the file holds them. video_from_s: their first moment on the try's axis.
    """

    attempt: PlayerClip
    reference: PlayerClip | None
    video: PlayerClip | None = None
    video_from_s: float = 0.0


def clips_of(shown: SharedAttempt) -> ReviewClips:
    """Both avatars. Some milliseconds; on any thread."""

    def clip(sequence: FeatureSequence | None) -> PlayerClip | None:
        return None if sequence is None else avatar_clip("", "", sequence)

    attempt = clip(shown.sequence)
    assert attempt is not None
    return ReviewClips(attempt, clip(shown.reference.sequence) if shown.reference else None)
