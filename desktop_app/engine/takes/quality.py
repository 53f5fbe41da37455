"""Checks whether a take is good enough as a reference: findings with times and severity. Pure functions.

Sides are the signer's own ("on your right"), whether or not the picture is mirrored.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FloatArray, IntArray
from desktop_app.engine.takes.take import Take, raw_rows
from desktop_app.engine.takes.trim import Span
from desktop_app.message import NOTHING, Message, sentences

BLOCKS, WARNS = "blocks", "warns"

MIN_SIGN_S: Final = 0.30  # the live gate rejects shorter signs
SHORT_S: Final = 0.45
DARK_LUMA: Final = (
    45.0  # median brightness; the recorded videos have 68 to 165, and halved are recognised as well
)
BLACK_LUMA: Final = 20.0
OUT_S: Final = 0.10  # shorter absences are tracker jitter at the edge
HAND_OUT_ADVICE: Final = Message(
    "Step back a little, or move the camera, until your hands stay in the picture."
)
OUT_POINTS: Final = 0.25  # share of a hand's points beyond the edge of the picture
MIN_HANDS: Final = 0.5  # share of the sign in which a hand is seen
MIN_PERSON: Final = 0.9
# Shoulder span, robust spread within a clip: median 1.1 % in the recorded collection (docs/features.md).
SHOULDER_SPREAD: Final = 0.06
SHOULDER_JUMP: Final = 0.20  # of a shoulder span between two frames
HIP_SPREAD: Final = 0.15  # of a shoulder span, of hips that are seen
VISIBLE: Final = 0.5

HAND_NAMES: Final = {"left": Message("left"), "right": Message("right")}
_HANDS: Final = (
    ("left", layout.LEFT_HAND, layout.LEFT_WRIST),
    ("right", layout.RIGHT_HAND, layout.RIGHT_WRIST),
)
_EDGES: Final = {
    "right": Message("on your right"),  # the left edge of an unmirrored picture
    "left": Message("on your left"),
    "top": Message("at the top"),
    "bottom": Message("at the bottom"),
}


@dataclass(frozen=True, slots=True)
class QualityFinding:
    """A problem of a take.

    Attributes:
        code: too_short, too_dark, no_person, no_hands, hand_out, shoulders_unstable, hips_unstable,
            several_signs, no_rest, too_close, unlike_own_takes.
        severity: `blocks` (not fit to be a reference) or `warns`.
        text: a plain sentence; the same in numbers and names in `values`. advice: what to do about it.
        start_s, end_s: when, on the take's time axis; the whole span where it is about all of it.
    """

    code: str
    severity: str
    text: Message
    advice: Message
    start_s: float
    end_s: float
    values: Mapping[str, float | str] = field(default_factory=dict)

    @property
    def sentences(self) -> Message:
        """What is wrong and what to do about it."""
        return sentences(self.text, self.advice)

    @property
    def blocks(self) -> bool:
        return self.severity == BLOCKS


def check_take(take: Take, span: Span, *, origin_s: float = 0.0) -> tuple[QualityFinding, ...]:
    """All findings about the part of a take to keep, the worst first.

    Times are on the take's own axis (`Frame.position_s`).

    Args:
        origin_s: the moment on that axis from which the sentences count their seconds.
    """
    times = np.array([frame.position_s for frame in take.frames])
    slack = 0.5 / take.fps
    inside = np.flatnonzero((times >= span.start_s - slack) & (times <= span.end_s + slack))
    if len(inside) == 0:
        nothing = Message("Nothing was recorded in this piece.")
        return (
            QualityFinding("too_short", BLOCKS, nothing, NOTHING, span.start_s, span.end_s, {"seconds": 0.0}),
        )
    raw, times = raw_rows(take.frames)[inside], times[inside]
    found = [
        *_length(span),
        *_light(take, span, inside),
        *_seen(raw, span),
        *_hands_out(raw, times, origin_s),
        *_steadiness(raw, take.aspect, span),
    ]
    return tuple(sorted(found, key=lambda finding: (not finding.blocks, finding.start_s)))


def _length(span: Span) -> list[QualityFinding]:
    values: dict[str, float | str] = {"seconds": round(span.seconds, 2)}
    found = []
    if span.seconds < SHORT_S:
        text = Message("The sign lasts only {seconds:.1f} s.", seconds=span.seconds)
        advice = Message("Sign more slowly, or pull the ends apart if some of it is cut off.")
        severity = BLOCKS if span.seconds < MIN_SIGN_S else WARNS
        found.append(QualityFinding("too_short", severity, text, advice, span.start_s, span.end_s, values))
    if not span.found:
        text = Message("No rest before and after the sign was seen.")
        advice = Message("Begin and end with your hands down, or set the ends by hand.")
        found.append(QualityFinding("no_rest", WARNS, text, advice, span.start_s, span.end_s))
    return found


def _light(take: Take, span: Span, inside: IntArray) -> list[QualityFinding]:
    if len(take.luma) == 0:
        return []
    luma = float(np.median(take.luma[inside]))
    if luma >= DARK_LUMA:
        return []
    severity = BLOCKS if luma < BLACK_LUMA else WARNS
    text, advice = Message("The picture is too dark."), Message("Turn on a light in front of you.")
    values = {"luma": round(luma, 1)}
    return [QualityFinding("too_dark", severity, text, advice, span.start_s, span.end_s, values)]


def _seen(raw: FloatArray, span: Span) -> list[QualityFinding]:
    person = float(raw[:, layout.POSE].any(axis=1).mean())
    hands = float(np.stack([raw[:, part].any(axis=1) for _, part, _ in _HANDS]).any(axis=0).mean())
    found = []
    if person < MIN_PERSON:
        severity = BLOCKS if person < MIN_HANDS else WARNS
        text = Message("You are seen in only {share:.0%} of it.", share=person)
        advice = Message("Stay in the middle of the picture.")
        values = {"share": round(person, 3)}
        found.append(QualityFinding("no_person", severity, text, advice, span.start_s, span.end_s, values))
    if hands < MIN_HANDS:
        severity = BLOCKS if hands < MIN_HANDS / 2 else WARNS
        text = Message("Hands are seen in only {share:.0%} of it.", share=hands)
        advice = Message("Raise your hands into the picture. More light and a plain background help.")
        values = {"share": round(hands, 3)}
        found.append(QualityFinding("no_hands", severity, text, advice, span.start_s, span.end_s, values))
    return found


def _hands_out(raw: FloatArray, times: FloatArray, origin_s: float) -> list[QualityFinding]:
    """Hands that leave the picture while the sign runs: which, when, and over which edge."""
    found = []
    step = float(np.median(np.diff(times))) if len(times) > 1 else 1 / 30
    pose = raw[:, layout.POSE].reshape(-1, 33, 4)
    for name, part, wrist_index in _HANDS:
        hand = raw[:, part].reshape(-1, 21, 3)
        seen = hand.any(axis=(1, 2))
        wrist = pose[:, wrist_index, :2]
        for edge in _EDGES:
            out = _beyond(hand, seen, wrist, pose[:, 0].any(axis=1), edge)
            for first, last in _runs(out):
                start, end = float(times[first]), float(times[last]) + step
                if end - start < OUT_S:
                    continue
                # A hand below the picture is at rest, unless it returns during the sign.
                if edge == "bottom" and not (seen[:first].any() and seen[last + 1 :].any()):
                    continue
                text = Message(
                    "Your {hand} hand leaves the picture {edge} at {time:.1f} s.",
                    hand=HAND_NAMES[name],
                    edge=_EDGES[edge],
                    time=max(start - origin_s, 0.0),
                )
                values: dict[str, float | str] = {"hand": name, "edge": edge, "seconds": round(end - start, 2)}
                found.append(QualityFinding("hand_out", WARNS, text, HAND_OUT_ADVICE, start, end, values))
    return found


def _beyond(hand: FloatArray, seen: BoolArray, wrist: FloatArray, person: BoolArray, edge: str) -> BoolArray:
    """(T,) the hand is over this edge: part of its points, or, where it is not seen, the arm's wrist."""
    axis = 1 if edge in ("top", "bottom") else 0
    # An unmirrored picture shows the signer's right at its left edge.
    low = edge in ("right", "top")
    points, joint = hand[:, :, axis], wrist[:, axis]
    over = (points < 0) if low else (points > 1)
    gone = (joint < 0) if low else (joint > 1)
    beyond: BoolArray = np.where(seen, over.mean(axis=1) > OUT_POINTS, gone & person)
    return beyond


def _steadiness(raw: FloatArray, aspect: float, span: Span) -> list[QualityFinding]:
    pose = raw[:, layout.POSE].reshape(-1, 33, 4)
    pose = pose[pose.any(axis=(1, 2))]
    if len(pose) < 3:
        return []
    xy = pose[:, :, :2] * np.array([aspect, 1], np.float32)
    left, right = xy[:, layout.LEFT_SHOULDER], xy[:, layout.RIGHT_SHOULDER]
    spans = np.linalg.norm(left - right, axis=1)
    middle = float(np.median(spans))
    if middle < 1e-3:
        return []
    spread = _robust_spread(spans) / middle
    jump = float(np.linalg.norm(np.diff((left + right) / 2, axis=0), axis=1).max()) / middle
    found = []
    if spread > SHOULDER_SPREAD or jump > SHOULDER_JUMP:
        text = Message("Your shoulders are not followed steadily.")
        advice = Message("Face the camera and keep both shoulders in the picture.")
        values: dict[str, float | str] = {"spread": round(spread, 3), "jump": round(jump, 3)}
        found.append(
            QualityFinding("shoulders_unstable", WARNS, text, advice, span.start_s, span.end_s, values)
        )
    hips = pose[:, [layout.LEFT_HIP, layout.RIGHT_HIP], 3].min(axis=1) >= VISIBLE
    if hips.mean() > VISIBLE:  # harmless if cut off: they are not measured
        places = xy[hips][:, [layout.LEFT_HIP, layout.RIGHT_HIP]].mean(axis=1) - ((left + right) / 2)[hips]
        sway = math.hypot(_robust_spread(places[:, 0]), _robust_spread(places[:, 1])) / middle
        if sway > HIP_SPREAD:
            text = Message("Your hips are not followed steadily.")
            advice = Message("Sit or stand still, a step further from the camera.")
            values = {"spread": round(sway, 3)}
            found.append(QualityFinding("hips_unstable", WARNS, text, advice, span.start_s, span.end_s, values))
    return found


def _robust_spread(values: FloatArray) -> float:
    """Standard deviation estimated from quartiles, robust against single bad frames."""
    low, high = np.percentile(values, (25, 75))
    return float(high - low) / 1.349


def _runs(mask: BoolArray) -> list[tuple[int, int]]:
    """First and last index of every run of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    return [(int(first), int(last) - 1) for first, last in zip(edges[::2], edges[1::2], strict=True)]
