"""Explanations of attempts that were not recognised. Frozen records, published on the hub like other events."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.engine.feedback.why import Reason
from desktop_app.engine.records import ImageArray, LandmarkFrame, Prediction


@dataclass(frozen=True, slots=True, eq=False)
class ExplainedReason:
    """A reason with the moment that it refers to.

    Attributes:
        landmarks: of that moment.
        picture: (H, W, 3) uint8 BGR, unmirrored and scaled down; None if the source has none.
    """

    reason: Reason
    landmarks: LandmarkFrame
    picture: ImageArray | None


@dataclass(frozen=True, slots=True, eq=False)
class AttemptExplained:
    """Why an attempt was not recognised.

    Attributes:
        reasons: at least one, the likeliest first; their times count from the start of the attempt.
        prediction: the rejected answer; None if no sign was found.
    """

    reasons: tuple[ExplainedReason, ...]
    prediction: Prediction | None
