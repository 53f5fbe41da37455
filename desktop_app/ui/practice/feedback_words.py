"""Feedback and reasons in the words of the interface: by channel, direction and code. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.feedback.compare import Feedback, Moment
from desktop_app.engine.feedback.why import Reason
from desktop_app.engine.feedback.words import FAST, SLOW
from desktop_app.ui.i18n.translate import localised, tr


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """A reason: what was measured, and what to try."""

    text: str
    advice: str


def channel_words(channel: Channel) -> str:
    """The name of a channel."""
    return {
        Channel.SHAPE: tr("Hand shape"),
        Channel.OTHER_HAND: tr("Other hand"),
        Channel.LOCATION: tr("Place"),
        Channel.MOVEMENT: tr("Movement"),
        Channel.TIMING: tr("Timing"),
        Channel.FACE: tr("Face"),
    }[channel]


def channel_icon(channel: Channel) -> str:
    """The Phosphor name of its picture."""
    return {
        Channel.SHAPE: "ph.hand-palm",
        Channel.OTHER_HAND: "ph.hands-clapping",
        Channel.LOCATION: "ph.map-pin",
        Channel.MOVEMENT: "ph.path",
        Channel.TIMING: "ph.timer",
        Channel.FACE: "ph.smiley",
    }[channel]


def right_words(feedback: Feedback) -> str:
    """What was right; said before anything else."""
    names = [channel_words(channel) for channel in feedback.right[:3]]
    if len(names) == 3:
        return tr("Right: {first}, {second}, {third}", first=names[0], second=names[1], third=names[2])
    if len(names) == 2:
        return tr("Right: {first}, {second}", first=names[0], second=names[1])
    if len(names) == 1:
        return tr("Best: {first}", first=names[0])
    return tr("You signed it to the end.")


def correction_words(feedback: Feedback) -> str:
    """The one thing to work on; "" where there is none."""
    if feedback.correction is None:
        return ""
    if feedback.correction is Channel.TIMING and feedback.speed < SLOW:
        return tr("Sign it more quickly: you took {times:.1f} times as long.", times=1 / feedback.speed)
    if feedback.correction is Channel.TIMING and feedback.speed > FAST:
        return tr("Sign it more slowly: you were {times:.1f} times as fast.", times=feedback.speed)
    return {
        Channel.SHAPE: tr("Look at the shape of the hand, finger by finger, and at where the palm points."),
        Channel.OTHER_HAND: tr("Look at what the other hand does, and where."),
        Channel.LOCATION: tr("Look at where the hand is, against the face and the body."),
        Channel.MOVEMENT: tr("Look at the way that the hand goes."),
        Channel.TIMING: tr("Look at the pace: where it is quick, and where the hand rests."),
        Channel.FACE: tr("Look at the face: brows, mouth and head belong to the sign."),
    }[feedback.correction]


def moment_words(moment: Moment) -> str:
    """One moment in a sentence."""
    return localised(moment.text)


def score_words(score: float | None) -> str:
    """A score as a figure, or why there is none."""
    return tr("cannot be judged") if score is None else f"{score:.0f}"


def reason_words(reason: Reason, begin_s: float = 0.0) -> ReasonWords:
    """A reason of `why_not` in the interface's language, out of its code and figures.

    Args:
        begin_s: where the take begins on its own axis (that of the camera); times are told from there.
    """
    made = _of_the_camera(reason, begin_s) or _of_the_movement(reason) or _of_the_search(reason)
    return made or ReasonWords(localised(reason.text), localised(reason.advice))


def _of_the_camera(reason: Reason, begin_s: float) -> ReasonWords | None:
    values = reason.values
    match reason.code:
        case "no_frames":
            return ReasonWords(tr("No picture came from the camera."), tr("Check the camera and try again."))
        case "no_person":
            return ReasonWords(
                tr("You are seen in only {share:.0%} of it.", share=_number(values.get("share"))),
                tr("Stay in the middle of the picture."),
            )
        case "no_hands":
            return ReasonWords(
                tr("Hands are seen in only {share:.0%} of it.", share=_number(values.get("share"))),
                tr("More light and a plain background help."),
            )
        case "too_dark":
            return ReasonWords(tr("The picture is too dark."), tr("Turn on a light in front of you."))
        case "hand_out":
            return ReasonWords(
                _out_words(str(values.get("hand")), str(values.get("edge")), reason.at_s - begin_s),
                tr("Step back a little, or move the camera, until your hands stay in the picture."),
            )
        case "shoulders_unstable":
            return ReasonWords(
                tr("Your shoulders are not followed steadily."),
                tr("Face the camera and keep both shoulders in the picture."),
            )
    return None


def _out_words(hand: str, edge: str, at_s: float) -> str:
    left = hand == "left"
    words = {
        (True, "right"): tr("Your left hand leaves the picture on your right at {time:.1f} s.", time=at_s),
        (True, "left"): tr("Your left hand leaves the picture on your left at {time:.1f} s.", time=at_s),
        (True, "top"): tr("Your left hand leaves the picture at the top at {time:.1f} s.", time=at_s),
        (True, "bottom"): tr("Your left hand leaves the picture at the bottom at {time:.1f} s.", time=at_s),
        (False, "right"): tr("Your right hand leaves the picture on your right at {time:.1f} s.", time=at_s),
        (False, "left"): tr("Your right hand leaves the picture on your left at {time:.1f} s.", time=at_s),
        (False, "top"): tr("Your right hand leaves the picture at the top at {time:.1f} s.", time=at_s),
        (False, "bottom"): tr("Your right hand leaves the picture at the bottom at {time:.1f} s.", time=at_s),
    }
    return words[left, edge]


def _of_the_movement(reason: Reason) -> ReasonWords | None:
    values = reason.values
    match reason.code:
        case "too_fast":
            return ReasonWords(
                tr(
                    "You moved too fast for a camera of {fps:.0f} pictures a second: your hand was lost.",
                    fps=_number(values.get("fps")),
                ),
                tr("Sign it more slowly, with more light."),
            )
        case "slow_camera":
            return ReasonWords(
                tr("The camera gives only {fps:.0f} pictures a second.", fps=_number(values.get("fps"))),
                tr("More light makes most cameras faster; close other programs that use it."),
            )
        case "no_movement":
            return ReasonWords(
                tr("Your hands hardly moved."), tr("Sign when the frame lights up, with your hands up.")
            )
        case "too_slow":
            return ReasonWords(
                tr(
                    "Your hands moved at {speed:.1f}; a sign begins at {needed:.1f}.",
                    speed=_number(values.get("speed")),
                    needed=_number(values.get("needed")),
                ),
                tr("Begin with a clear movement, from your hands down."),
            )
        case "too_short":
            return ReasonWords(
                tr("The movement was too short for a sign."),
                tr("Sign the whole of it, and hold its end for a moment."),
            )
    return None


def _of_the_search(reason: Reason) -> ReasonWords | None:
    first, second = str(reason.values.get("first", "")), str(reason.values.get("second", ""))
    match reason.code:
        case "one_hand_missing":
            text = (
                tr("The nearest reference is made with two hands; your left hand was not seen.")
                if reason.values.get("hand") == "left"
                else tr("The nearest reference is made with two hands; your right hand was not seen.")
            )
            return ReasonWords(text, tr("Keep both hands in the picture and apart from each other."))
        case "too_alike":
            return ReasonWords(
                tr("Two signs are too alike here: “{first}” and “{second}”.", first=first, second=second),
                tr("Sign it once more, larger and more slowly."),
            )
        case "unlike_references":
            return ReasonWords(
                tr("It is near one reference of “{first}”, but unlike the others of it.", first=first),
                tr("Watch the reference and sign it once more."),
            )
        case "unknown":
            return ReasonWords(
                tr("Nothing is near enough; the nearest is “{first}”.", first=first),
                tr("Watch the reference and sign it once more."),
            )
        case "no_references":
            return ReasonWords(tr("No reference is open to compare with."), tr("Open a pack in the library."))
    return None


def _number(value: float | str | None) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
