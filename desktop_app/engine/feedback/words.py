"""The sentences of feedback."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.engine.feedback.alignment import Channel
from desktop_app.message import Message, sentences

LABELS: Final = {
    Channel.SHAPE: Message("Hand shape"),
    Channel.OTHER_HAND: Message("Other hand"),
    Channel.LOCATION: Message("Place"),
    Channel.MOVEMENT: Message("Movement"),
    Channel.TIMING: Message("Timing"),
    Channel.FACE: Message("Face"),
}
_NAMES: Final = {
    Channel.SHAPE: Message("the shape of your hand"),
    Channel.OTHER_HAND: Message("your other hand"),
    Channel.LOCATION: Message("the place of your hand"),
    Channel.MOVEMENT: Message("the movement"),
    Channel.TIMING: Message("the timing"),
    Channel.FACE: Message("your face"),
}
_ADVICE: Final = {
    Channel.SHAPE: Message("Look at the shape of the hand, finger by finger, and at where the palm points."),
    Channel.OTHER_HAND: Message("Look at what the other hand does, and where."),
    Channel.LOCATION: Message("Look at where the hand is, against the face and the body."),
    Channel.MOVEMENT: Message("Look at the path of the hand."),
    Channel.TIMING: Message("Look at the pace: where it is quick, and where the hand rests."),
    Channel.FACE: Message("Look at the face: brows, mouth and head belong to the sign."),
}
_MOMENTS: Final = {
    Channel.SHAPE: Message("The shape of your hand differs here."),
    Channel.OTHER_HAND: Message("Your other hand differs here."),
    Channel.LOCATION: Message("Your hand is in a different place here."),
    Channel.MOVEMENT: Message("Your hand takes a different path here."),
    Channel.TIMING: Message("The pace differs here."),
    Channel.FACE: Message("Your face differs here."),
}
_PLACES: Final = {
    "higher": Message("Your hand should be higher here."),
    "lower": Message("Your hand should be lower here."),
    "further_in": Message("Your hand should be closer to the middle of your body here."),
    "further_out": Message("Your hand should be further out here."),
}
_MISSING: Final = {
    Channel.SHAPE: Message("Your hand is not seen here."),
    Channel.OTHER_HAND: Message("Your other hand is not seen here."),
}
# The texts by which files of older versions say that a hand was not seen; part of the file format.
MISSING_TEXTS: Final = frozenset({"Your hand is not seen here.", "Your other hand is not seen here."})
SLOW, FAST = 0.7, 1.45


def summary(right: Sequence[Channel], correction: Channel | None, speed: float) -> Message:
    """Praise first, then the one correction."""
    if right:
        praise = Message("Right: {channels}.", channels=[_NAMES[channel] for channel in right[:3]])
    else:
        praise = Message("You signed it all the way through.")
    if correction is None:
        return sentences(praise, Message("A good attempt."))
    return sentences(praise, Message("Next: {channel}.", channel=_NAMES[correction]), advice(correction, speed))


def advice(correction: Channel, speed: float) -> Message:
    """What to do about the channel to work on."""
    if correction is Channel.TIMING and speed < SLOW:
        times = 1 / max(speed, 1e-3)  # files of others may hold any speed
        return Message("Sign it more quickly: you took {times:.1f} times as long.", times=times)
    if correction is Channel.TIMING and speed > FAST:
        return Message("Sign it more slowly: you were {times:.1f} times as fast.", times=speed)
    return _ADVICE[correction]


def moment(channel: Channel, direction: str, *, missing: bool) -> Message:
    """One sentence about a moment."""
    if missing and channel in _MISSING:
        return _MISSING[channel]
    return _PLACES.get(direction) or _MOMENTS[channel]
