"""try.json and notes.json: the texts and numbers of an attempt, validated strictly on reading."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

import numpy as np
import numpy.typing as npt

from desktop_app.engine.attempts.records import MAX_NAME, MAX_NOTE, MAX_NOTES, Note, SharedAttempt, parse_when
from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.feedback.compare import ChannelScore, Feedback, Moment
from desktop_app.engine.feedback.words import MISSING_TEXTS
from desktop_app.engine.progress.records import KINDS, Attempt
from desktop_app.engine.records import read_only
from desktop_app.files import is_text
from desktop_app.message import Message

FORMAT: Final = "signmirror-try"  # "try" means an attempt; files keep the name, which old versions read
VERSION: Final = 1
MAX_LIST: Final = 64

_NO_OBJECT: Final = Message("has an entry that is no object")

Item = TypeVar("Item")
Json = dict[str, Any]


class Refused(ValueError):
    """A document is invalid; the message completes a sentence that starts with the file name."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def attempt_document(shared: SharedAttempt) -> Json:
    """Everything but arrays and notes, as a JSON document."""
    attempt, reference = shared.attempt, shared.reference
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": shared.program,
        "signer": shared.signer,
        "aspect": shared.aspect,
        "attempt": {
            "when": attempt.when.isoformat(),
            "pack": attempt.pack,
            "sentence": attempt.sentence,
            "category": attempt.category,
            "kind": attempt.kind,
            "right": attempt.right,
            "overall": attempt.overall,
            "channels": dict(attempt.channels),
            "recognised": attempt.recognised,
            "accepted": attempt.accepted,
            "reasons": list(attempt.reasons),
            "seconds": attempt.seconds,
        },
        "sequence": _span(shared.sequence.fps, shared.sequence.start_s, shared.sequence.end_s),
        "reference": None
        if reference is None
        else {
            "pack": reference.pack,
            "clip_id": reference.clip_id,
            "sentence": reference.sentence,
            "sequence": None
            if reference.sequence is None
            else _span(reference.sequence.fps, reference.sequence.start_s, reference.sequence.end_s),
        },
        "feedback": None if shared.feedback is None else _feedback_document(shared.feedback),
    }


def notes_document(notes: tuple[Note, ...]) -> list[Json]:
    """Notes as a JSON document."""
    return [
        {"id": one.id, "at_s": one.at_s, "text": one.text, "channel": one.channel, "author": one.author}
        for one in notes
    ]


def parse(data: bytes) -> Any:
    """JSON with finite numbers only. Raises Refused."""
    try:
        return json.loads(data.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Refused(Message("is not JSON")) from error


def read_attempt(document: Json) -> Attempt:
    """The record of the attempt. Raises Refused."""
    found = _object(document, "attempt")
    kind = next((one for one in KINDS if one == found.get("kind")), None)
    if kind is None:
        raise Refused(Message("has an unknown kind of attempt"))
    try:
        when = parse_when(text(found, "when"))
    except ValueError as error:
        raise Refused(Message("has no time that can be read")) from error
    channels = _object(found, "channels")
    if len(channels) > MAX_LIST:
        raise Refused(Message("has too many channels"))
    return Attempt(
        when=when,
        pack=text(found, "pack"),
        sentence=text(found, "sentence"),
        category=text(found, "category"),
        kind=kind,
        right=_flag(found, "right"),
        overall=_number_or_none(found, "overall"),
        channels={str(name)[:MAX_NAME]: _number_or_none(channels, name) for name in channels},
        recognised=text(found, "recognised"),
        accepted=_flag(found, "accepted"),
        reasons=tuple(_each(found, "reasons", _word)),
        seconds=number(found, "seconds", 0, 3600),
    )


def read_feedback(document: Json, pairs: npt.NDArray[np.float64] | None) -> Feedback | None:
    """The feedback, with the alignment from its own member. Raises Refused."""
    if document.get("feedback") is None:
        return None
    found = _object(document, "feedback")
    if pairs is None:
        raise Refused(Message("has feedback without its alignment"))
    correction = found.get("correction")
    return Feedback(
        overall=number(found, "overall", 0, 100),
        channels=tuple(_each(found, "channels", _channel_score)),
        right=tuple(_each(found, "right", _channel)),
        correction=None if correction is None else _channel(correction),
        moments=tuple(_each(found, "moments", _moment)),
        pairs=read_only(pairs),
        mirrored=_flag(found, "mirrored"),
        speed=number(found, "speed", 0, 1000),
    )


def read_notes(document: Any) -> tuple[Note, ...]:
    """Notes in chronological order. Raises Refused."""
    if not isinstance(document, list) or len(document) > MAX_NOTES:
        raise Refused(Message("is no list of notes, or too long a one"))
    notes = [_note(one) for one in document]
    if len({one.id for one in notes}) < len(notes):
        raise Refused(Message("has the same note twice"))
    return tuple(sorted(notes, key=lambda one: (one.at_s, one.id)))


def text(document: Mapping[str, Any], name: str, most: int = MAX_NAME) -> str:
    """A text of at most `most` characters. Raises Refused."""
    value = document.get(name)
    if not isinstance(value, str) or len(value) > most or not is_text(value):
        raise Refused(Message("has no usable '{name}'", name=name))
    return value


def number(document: Mapping[str, Any], name: str, least: float = -1e6, most: float = 1e6) -> float:
    """A number in a range. Raises Refused."""
    value = document.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Refused(Message("has no usable '{name}'", name=name))
    if not least <= value <= most:
        raise Refused(Message("has an impossible '{name}'", name=name))
    return float(value)


def _span(fps: float, start_s: float, end_s: float) -> Json:
    return {"fps": fps, "start_s": start_s, "end_s": end_s}


def _feedback_document(feedback: Feedback) -> Json:
    return {
        "overall": feedback.overall,
        "channels": [
            {"channel": one.channel, "score": one.score, "distance": one.distance} for one in feedback.channels
        ],
        "right": list(feedback.right),
        "correction": feedback.correction,
        "moments": [
            {
                "channel": one.channel,
                "reference_s": one.reference_s,
                "attempt_s": one.attempt_s,
                "excess": one.excess,
                "direction": one.direction,
                "missing": one.missing,
                "text": str(one.text),
            }
            for one in feedback.moments
        ],
        "summary": str(feedback.summary),
        "mirrored": feedback.mirrored,
        "speed": feedback.speed,
    }


def _channel_score(value: Any) -> ChannelScore:
    found = _as_object(value)
    return ChannelScore(
        _channel(found.get("channel")), _number_or_none(found, "score"), _number_or_none(found, "distance")
    )


def _moment(value: Any) -> Moment:
    """The texts of a file are for other readers: what is shown is made anew from codes and numbers."""
    found = _as_object(value)
    missing = found.get("missing")
    if not isinstance(missing, bool):  # files of older versions say it in their text alone
        missing = found.get("text") in MISSING_TEXTS
    return Moment(
        _channel(found.get("channel")),
        number(found, "reference_s"),
        number(found, "attempt_s"),
        number(found, "excess"),
        text(found, "direction"),
        missing,
    )


def _note(value: Any) -> Note:
    found = _as_object(value)
    channel = found.get("channel")
    words = text(found, "text", MAX_NOTE)
    if not words.strip():
        raise Refused(Message("has an empty note"))
    return Note(
        number(found, "at_s"),
        words,
        None if channel is None else _channel(channel),
        text(found, "author"),
        text(found, "id", 64),
    )


def _channel(value: Any) -> Channel:
    try:
        return Channel(value)
    except ValueError as error:
        raise Refused(Message("names a channel that does not exist")) from error


def _word(value: Any) -> str:
    if not isinstance(value, str) or len(value) > MAX_NAME or not is_text(value):
        raise Refused(Message("has a reason that is not a word"))
    return value


def _flag(document: Mapping[str, Any], name: str) -> bool:
    value = document.get(name)
    if not isinstance(value, bool):
        raise Refused(Message("has no usable '{name}'", name=name))
    return value


def _number_or_none(document: Mapping[str, Any], name: str) -> float | None:
    return None if document.get(name) is None else number(document, name)


def _object(document: Mapping[str, Any], name: str) -> Json:
    return _as_object(document.get(name), Message("has no '{name}'", name=name))


def _as_object(value: Any, why: Message = _NO_OBJECT) -> Json:
    if not isinstance(value, dict):
        raise Refused(why)
    return value


def _each(document: Mapping[str, Any], name: str, read: Callable[[Any], Item]) -> list[Item]:
    found = document.get(name)
    if not isinstance(found, list) or len(found) > MAX_LIST:
        raise Refused(Message("has no usable '{name}'", name=name))
    return [read(one) for one in found]


def _no_constant(name: str) -> float:
    raise Refused(Message("holds {name}", name=name))
