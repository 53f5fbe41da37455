"""Reading one figure out of feedback."""

from __future__ import annotations

from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.feedback.compare import Feedback


def score_of(feedback: Feedback, channel: Channel) -> float | None:
    """The score of one channel, None where it could not be judged."""
    return next(one.score for one in feedback.channels if one.channel is channel)
