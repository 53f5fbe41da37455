"""The sentences of feedback."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.engine.feedback.alignment import Channel

NAMES: Final = {
    Channel.SHAPE: "the shape of your hand",
    Channel.OTHER_HAND: "your other hand",
    Channel.LOCATION: "the place of your hand",
    Channel.MOVEMENT: "the movement",
    Channel.TIMING: "the timing",
    Channel.FACE: "your face",
}
_ADVICE: Final = {
    Channel.SHAPE: "Look at the shape of the hand, finger by finger, and at where the palm points.",
    Channel.OTHER_HAND: "Look at what the other hand does, and where.",
    Channel.LOCATION: "Look at where the hand is, against the face and the body.",
    Channel.MOVEMENT: "Look at the way that the hand goes.",
    Channel.TIMING: "Look at the pace: where it is quick, and where the hand rests.",
    Channel.FACE: "Look at the face: brows, mouth and head belong to the sign.",
}
_MOMENTS: Final = {
    Channel.SHAPE: "The shape of your hand differs here.",
    Channel.OTHER_HAND: "Your other hand differs here.",
    Channel.LOCATION: "Your hand is in another place here.",
    Channel.MOVEMENT: "Your hand goes another way here.",
}
_PLACES: Final = {
    "higher": "Your hand should be higher here.",
    "lower": "Your hand should be lower here.",
    "further_in": "Your hand should be closer to the middle of your body here.",
    "further_out": "Your hand should be further out here.",
}
_MISSING: Final = {
    Channel.SHAPE: "Your hand is not seen here.",
    Channel.OTHER_HAND: "Your other hand is not seen here.",
}
SLOW, FAST = 0.7, 1.45


def summary(right: Sequence[Channel], correction: Channel | None, speed: float) -> str:
    """Praise first, then the one correction."""
    text = (
        f"Right: {', '.join(NAMES[channel] for channel in right[:3])}." if right else "You did it to the end."
    )
    if correction is None:
        return f"{text} A good try."
    if correction is Channel.TIMING and speed < SLOW:
        return f"{text} Next: sign it more quickly; you took {1 / speed:.1f} times as long."
    if correction is Channel.TIMING and speed > FAST:
        return f"{text} Next: sign it more slowly; you were {speed:.1f} times as fast."
    return f"{text} Next: {NAMES[correction]}. {_ADVICE[correction]}"


def moment(channel: Channel, direction: str, *, missing: bool) -> str:
    """One sentence about a moment."""
    if missing and channel in _MISSING:
        return _MISSING[channel]
    return _PLACES.get(direction, _MOMENTS[channel])
