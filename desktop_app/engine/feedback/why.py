"""Why an attempt was not recognised: measured reasons, the most likely first. Pure functions.

What the camera and the tracker saw is judged before what the search said: a hand that was out of the picture is
a better reason than a similarity that was low because of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from desktop_app.engine.records import BoolArray, FeatureSequence, Prediction
from desktop_app.engine.search import decision
from desktop_app.engine.takes.quality import HAND_NAMES, QualityFinding, check_take
from desktop_app.engine.takes.take import Take
from desktop_app.engine.takes.trim import Span, cut, hand_speeds, moving_part, row_times
from desktop_app.engine.tracking.segment import GateSettings
from desktop_app.message import Message

SLOW_CAMERA_FPS: Final = 20.0
FAST_STEP: Final = 0.30  # torso units between two frames: the hand is then a blur, two palms from where it was
LOST_WHILE_MOVING: Final = 0.25  # share of the moving rows in which no hand is found
TWO_HANDS: Final = 0.5  # share of a sign in which a hand is seen that takes part in it
MISSING_HAND: Final = 0.2
_CAMERA: Final = ("no_person", "no_hands", "too_dark", "hand_out", "shoulders_unstable")


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason.

    Attributes:
        code: no_frames, no_person, no_hands, too_dark, hand_out, shoulders_unstable, too_fast, slow_camera,
            no_movement, too_slow, too_short, one_hand_missing, too_alike, unknown, unlike_references,
            no_references.
        text: a plain sentence. advice: what to try.
        at_s: the moment on the take's axis, for its picture; `frame` is its place in `Take.frames`.
        values: the same in numbers and names.
    """

    code: str
    text: Message
    advice: Message
    at_s: float
    frame: int
    values: Mapping[str, float | str] = field(default_factory=dict)


def why_not(
    take: Take,
    prediction: Prediction | None = None,
    *,
    reference: FeatureSequence | None = None,
    gate: GateSettings | None = None,
    origin_s: float = 0.0,
) -> tuple[Reason, ...]:
    """Reasons for a rejected or empty attempt; empty where the attempt was accepted.

    Args:
        prediction: the answer; None if no sign was detected.
        reference: the stored clip of the best candidate, to tell a hand that was missing.
        gate: thresholds for start and end.
        origin_s: the moment on the take's axis from which the sentences count their seconds.
    """
    if prediction is not None and prediction.accepted:
        return ()
    settings = gate or GateSettings()
    found_span = moving_part(take.sequence, settings)
    span = found_span
    if prediction is not None and prediction.end_s > prediction.start_s:
        span = Span(prediction.start_s, prediction.end_s)
    found = [_from_finding(take, one) for one in _of_the_camera(take, span, origin_s)]
    found += _speed(take, span)
    if prediction is None:
        found += _no_sign(take, found_span, settings)
    else:
        found += _missing_hand(take, span, reference)
        found += _of_the_search(take, span, prediction)
    return tuple(found)


def _of_the_camera(take: Take, span: Span, origin_s: float) -> list[QualityFinding]:
    findings = [one for one in check_take(take, span, origin_s=origin_s) if one.code in _CAMERA]
    order = {code: number for number, code in enumerate(_CAMERA)}
    # Of a hand that leaves three times the longest absence is enough.
    findings.sort(key=lambda one: (order[one.code], one.start_s - one.end_s))
    kept: dict[tuple[str, str], QualityFinding] = {}
    for one in findings:
        kept.setdefault((one.code, str(one.values.get("hand", ""))), one)
    return list(kept.values())


def _from_finding(take: Take, finding: QualityFinding) -> Reason:
    whole = finding.code != "hand_out"
    at = (finding.start_s + finding.end_s) / 2 if whole else finding.start_s
    return Reason(finding.code, finding.text, finding.advice, at, _frame_at(take, at), finding.values)


def _speed(take: Take, span: Span) -> list[Reason]:
    """Too fast for the rate at which this camera gives pictures, or a camera that is slow altogether."""
    times = row_times(take.sequence)
    inside = (times >= span.start_s) & (times <= span.end_s)
    if not inside.any():
        return []
    speeds = hand_speeds(take.sequence)
    step = speeds / max(take.fps, 1.0)
    moving = inside & (speeds > GateSettings().start_speed)
    lost = ~take.sequence.present[:, 1:3].any(axis=1)
    share = float(lost[moving].mean()) if moving.any() else 0.0
    row = int(np.argmax(np.where(inside, step, -1)))
    at = float(times[row])
    frame = _frame_at(take, at)
    values: dict[str, float | str] = {
        "fps": round(take.fps, 1),
        "speed": round(float(speeds[row]), 2),
        "lost_share": round(share, 3),
    }
    if float(step[row]) > FAST_STEP and share > LOST_WHILE_MOVING:
        text = Message(
            "You moved too fast for a camera of {fps:.0f} pictures a second: your hand was lost.", fps=take.fps
        )
        advice = Message("Sign it more slowly, with more light.")
        return [Reason("too_fast", text, advice, at, frame, values)]
    if take.fps < SLOW_CAMERA_FPS:
        text = Message("The camera gives only {fps:.0f} pictures a second.", fps=take.fps)
        advice = Message("More light makes most cameras faster; close other programs that use it.")
        return [Reason("slow_camera", text, advice, at, frame, values)]
    return []


def _no_sign(take: Take, span: Span, settings: GateSettings) -> list[Reason]:
    if span.found:
        return []
    speeds = hand_speeds(take.sequence)
    row = int(np.argmax(speeds)) if len(speeds) else 0
    fastest = float(speeds[row]) if len(speeds) else 0.0
    at = float(row_times(take.sequence)[row]) if len(speeds) else take.sequence.start_s
    frame = _frame_at(take, at)
    values: dict[str, float | str] = {"speed": round(fastest, 2), "needed": settings.start_speed}
    if fastest < settings.end_speed:
        text, advice = Message("Your hands hardly moved."), Message("Sign when the frame lights up.")
        return [Reason("no_movement", text, advice, at, frame, values)]
    if fastest < settings.start_speed:
        text = Message(
            "Your hands moved at {speed:.1f}; a sign begins at {needed:.1f}.",
            speed=fastest,
            needed=settings.start_speed,
        )
        advice = Message("Begin with a clear movement, from your hands down.")
        return [Reason("too_slow", text, advice, at, frame, values)]
    text = Message("The movement lasted less than {seconds:.1f} s.", seconds=settings.min_sign_s)
    advice = Message("Sign the whole of it, and hold its end for a moment.")
    return [Reason("too_short", text, advice, at, frame, values)]


def _missing_hand(take: Take, span: Span, reference: FeatureSequence | None) -> list[Reason]:
    if reference is None:
        return []
    tried = cut(take.sequence, span).present if span.seconds > 0 else take.sequence.present
    needed, given = _shares(reference.present), _shares(tried)
    missing = (needed >= TWO_HANDS) & (given < MISSING_HAND)
    if needed.min() < TWO_HANDS or missing.sum() != 1:
        return []
    name = ("left", "right")[int(np.argmax(missing))]
    at = (span.start_s + span.end_s) / 2
    text = Message(
        "The nearest reference is made with two hands; your {hand} hand was not seen.", hand=HAND_NAMES[name]
    )
    advice = Message("Keep both hands in the picture and apart from each other.")
    return [Reason("one_hand_missing", text, advice, at, _frame_at(take, at), {"hand": name})]


def _shares(present: BoolArray) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.asarray(present[:, 1:3].mean(axis=0), np.float64)


def _of_the_search(take: Take, span: Span, prediction: Prediction) -> list[Reason]:
    at = (span.start_s + span.end_s) / 2
    frame = _frame_at(take, at)

    def reason(code: str, text: Message, advice: Message, **values: float | str) -> list[Reason]:
        return [Reason(code, text, advice, at, frame, values)]

    best = prediction.best
    if prediction.rejection_reason == decision.LOW_MOTION:
        return reason(
            "no_movement",
            Message("There was hardly any movement in it."),
            Message("Sign it once more, with your hands up."),
            motion=round(prediction.motion_mean, 5),
        )
    if best is None:
        return reason(
            "no_references",
            Message("No reference is open to compare with."),
            Message("Open a pack in the library."),
        )
    if prediction.rejection_reason == decision.AMBIGUOUS:
        rival = next((one for one in prediction.results[1:] if one.sentence != best.sentence), None)
        other = rival.sentence if rival else ""
        return reason(
            "too_alike",
            Message(
                "Two signs are too alike here: '{first}' and '{second}'.", first=best.sentence, second=other
            ),
            Message("Choose the one you meant from the list, or sign it once more, clearly."),
            first=best.sentence,
            second=other,
            similarity=round(best.similarity, 3),
            second_similarity=round(rival.similarity, 3) if rival else 0.0,
        )
    if prediction.rejection_reason == decision.PROTOTYPE:
        return reason(
            "unlike_references",
            Message(
                "It is close to one reference of '{sentence}', but unlike the others.", sentence=best.sentence
            ),
            Message("Watch the reference and sign it once more."),
            first=best.sentence,
            similarity=round(best.similarity, 3),
        )
    return reason(
        "unknown",
        Message(
            "Nothing in the open packs is close enough; the closest is '{sentence}' ({similarity:.2f}).",
            sentence=best.sentence,
            similarity=best.similarity,
        ),
        Message("If you meant something else, record it as a reference of your own."),
        first=best.sentence,
        similarity=round(best.similarity, 3),
    )


def _frame_at(take: Take, time_s: float) -> int:
    return int(np.argmin([abs(frame.position_s - time_s) for frame in take.frames]))
