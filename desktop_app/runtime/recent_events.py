"""What is told about a try that was not recognised. Frozen records, published by the hub like other events."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.engine.feedback.why import Reason
from desktop_app.engine.records import ImageArray, LandmarkFrame, Prediction


@dataclass(frozen=True, slots=True, eq=False)
class ExplainedReason:
    """One reason with its moment.

    Attributes:
        landmarks: what the tracker saw then.
        picture: (H, W, 3) uint8 BGR, unmirrored and small; None where the source gives none.
    """

    reason: Reason
    landmarks: LandmarkFrame
    picture: ImageArray | None


@dataclass(frozen=True, slots=True, eq=False)
class AttemptExplained:
    """Why a try came to nothing.

    Attributes:
        told: at least one, the likeliest first; their times count from the start of the try.
        prediction: the rejected answer it is about; None where no sign was found at all.
    """

    told: tuple[ExplainedReason, ...]
    prediction: Prediction | None
