"""Feedback on an attempt: praise first, one main correction, at most three moments. Records only, no texts.

Learners who are told errors at their moments *and* what was right improve more than those who only see
themselves again, and one correction at a time is what they can act on (docs/feedback.md names the studies).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine.feedback import words
from desktop_app.engine.feedback.alignment import Aligned, Channel, align
from desktop_app.engine.feedback.scores import calibration, channel_score, overall_score
from desktop_app.engine.feedback.sign_features import Array, SignFeatures, prepare
from desktop_app.engine.records import FeatureSequence, read_only
from desktop_app.message import Message

RIGHT: Final = 65.0  # at least this much is worth praise
TO_CORRECT: Final = 50.0  # below: further away than 95 of a hundred good attempts by other people
MAX_MOMENTS: Final = 3
APART_S: Final = 0.35
COUNTS: Final = 0.2  # of the largest weight in a channel
SMOOTH_STEPS: Final = 5
# The face tells good attempts from wrong ones hardly better than chance (docs/feedback.md): it is shown, and
# neither praised nor corrected.
SAID: Final = frozenset(Channel) - {Channel.FACE}
MOMENT_CHANNELS: Final = (Channel.SHAPE, Channel.OTHER_HAND, Channel.LOCATION, Channel.MOVEMENT)


@dataclass(frozen=True, slots=True)
class ChannelScore:
    """Score of one channel, 0 to 100; None if it cannot be judged (no face in the reference)."""

    channel: Channel
    score: float | None
    distance: float | None


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment at which the attempt differs most.

    Attributes:
        channel: what differs most then.
        reference_s, attempt_s: the same moment of the movement, on the time axis of either clip.
        excess: cost against what nine of ten steps of good attempts cost (1 is as much).
        direction: for a place: where the hand should have been, in words' terms: higher, lower, further_in,
            further_out; "" otherwise.
        missing: the hand of this channel is not seen in the attempt then.
    """

    channel: Channel
    reference_s: float
    attempt_s: float
    excess: float
    direction: str
    missing: bool

    @property
    def text(self) -> Message:
        """What stands out at this moment, as one sentence."""
        return words.moment(self.channel, self.direction, missing=self.missing)


@dataclass(frozen=True, slots=True, eq=False)
class Feedback:
    """The complete feedback on an attempt.

    Attributes:
        overall: 0 to 100.
        channels: in a fixed order.
        right: channels that were right, the best first.
        correction: the one channel to work on, None when the attempt was good.
        moments: at most three, in the order of time.
        pairs: (S, 2) seconds in the reference and in the attempt along the warping path.
        mirrored: the attempt was signed with the other hand.
        speed: length of the reference over that of the attempt; 0.5 is half as fast.
    """

    overall: float
    channels: tuple[ChannelScore, ...]
    right: tuple[Channel, ...]
    correction: Channel | None
    moments: tuple[Moment, ...]
    pairs: Array
    mirrored: bool
    speed: float

    @property
    def summary(self) -> Message:
        """Two or three plain sentences: praise first, then the correction."""
        return words.summary(self.right, self.correction, self.speed)


def give_feedback(
    reference: FeatureSequence, attempt: FeatureSequence, *, mirror: bool | None = None
) -> Feedback:
    """Compare an attempt with a reference. Pure; 3 ms of one core for clips of two seconds.

    Args:
        reference, attempt: clips in `torso-540-v1`, with or without rest around the sign.
        mirror: whether the attempt is signed with the other hand than the reference; None finds out.

    Raises:
        LandmarkError: `feedback.no_sign`: no hand is raised long enough in one of them.
    """
    reference_sign, attempt_sign = prepare(reference), prepare(attempt)
    aligned = align(reference_sign, attempt_sign, mirror=mirror)
    attempt_sign = attempt_sign.mirrored() if aligned.mirrored else attempt_sign
    scores = tuple(
        ChannelScore(
            channel,
            round(channel_score(aligned, channel), 1) if channel in aligned.distances else None,
            aligned.distances.get(channel),
        )
        for channel in Channel
    )
    correction = _correction(scores)
    moments = _moments(reference_sign, attempt_sign, aligned)
    right = _right(scores, correction)
    speed = reference_sign.rows / attempt_sign.rows
    pairs = np.stack([reference_sign.times[aligned.path[:, 0]], attempt_sign.times[aligned.path[:, 1]]], axis=1)
    return Feedback(
        overall=round(overall_score(aligned), 1),
        channels=scores,
        right=right,
        correction=correction,
        moments=moments,
        pairs=read_only(pairs),
        mirrored=aligned.mirrored,
        speed=round(speed, 3),
    )


def _right(scores: tuple[ChannelScore, ...], correction: Channel | None) -> tuple[Channel, ...]:
    """Channels worth praise, the best first; at least the best one."""
    judged = sorted(
        (item for item in scores if _said(item) and item.channel is not correction),
        key=lambda item: -(item.score or 0),
    )
    good = tuple(item.channel for item in judged if (item.score or 0) >= RIGHT)
    return good or tuple(item.channel for item in judged[:1])


def _correction(scores: tuple[ChannelScore, ...]) -> Channel | None:
    """The channel with the lowest score relative to good attempts."""
    low = [item for item in scores if _said(item) and (item.score or 0) < TO_CORRECT]
    return min(low, key=lambda item: item.score or 0).channel if low else None


def _said(item: ChannelScore) -> bool:
    return item.score is not None and item.channel in SAID


def _moments(reference: SignFeatures, attempt: SignFeatures, aligned: Aligned) -> tuple[Moment, ...]:
    """The steps that differ most from what good attempts differ, at least `APART_S` apart."""
    limits = calibration().channels
    found: list[tuple[float, int, Channel]] = []
    for channel in MOMENT_CHANNELS:
        cost = aligned.costs.get(channel)
        if cost is None:
            continue
        weight = aligned.weights[channel] / max(float(aligned.weights[channel].max()), 1e-9)
        # Steps in which the channel hardly counts (a hand at rest, or in transit) are ignored.
        excess = _smooth(cost * (weight > COUNTS)) / max(limits[channel].step_p90, 1e-9)
        found += [(float(value), step, channel) for step, value in enumerate(excess) if value > 1]
    moments: list[Moment] = []
    for excess_value, step, channel in sorted(found, key=lambda item: -item[0]):
        row, attempt_row = (int(value) for value in aligned.path[step])
        at = float(reference.times[row])
        if len(moments) < MAX_MOMENTS and all(abs(at - other.reference_s) >= APART_S for other in moments):
            direction = _direction(reference, attempt, aligned, step) if channel is Channel.LOCATION else ""
            moments.append(
                Moment(
                    channel,
                    round(at, 3),
                    round(float(attempt.times[attempt_row]), 3),
                    round(excess_value, 2),
                    direction,
                    not bool(attempt.seen[attempt_row, _side(aligned, channel)]),
                )
            )
    return tuple(sorted(moments, key=lambda moment: moment.reference_s))


def _side(aligned: Aligned, channel: Channel) -> int:
    return 1 - aligned.dominant if channel is Channel.OTHER_HAND else aligned.dominant


def _direction(reference: SignFeatures, attempt: SignFeatures, aligned: Aligned, step: int) -> str:
    """Where the hand should have been, against where it was."""
    row, attempt_row = aligned.path[step]
    away = reference.place[row, aligned.dominant] - attempt.place[attempt_row, aligned.dominant]
    if abs(away[1]) >= abs(away[0]):
        return "higher" if away[1] < 0 else "lower"
    # x grows to the signer's left; "in" is towards the middle of the body.
    outward = 1.0 if aligned.dominant == 0 else -1.0
    return "further_out" if away[0] * outward > 0 else "further_in"


def _smooth(values: Array) -> Array:
    kernel = np.ones(SMOOTH_STEPS) / SMOOTH_STEPS
    smooth: Array = np.convolve(np.pad(values, SMOOTH_STEPS // 2, mode="edge"), kernel, "valid")
    return smooth


def step_at(pairs: Array, reference_s: float) -> int:
    """The step of `Feedback.pairs` nearest to a time of the reference: where to put both players."""
    return int(np.abs(pairs[:, 0] - reference_s).argmin())
