"""The messages of `WS /v1/letters`: validation of requests, and the replies."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Annotated, Any, Final

import msgspec
import numpy as np

from desktop_app.api import limits
from desktop_app.api.errors import ApiError, invalid
from desktop_app.api.pictures import JPEG
from desktop_app.engine.letters.alphabet import LETTERS
from desktop_app.engine.letters.hands import HAND_NUMBERS
from desktop_app.engine.letters.records import LetterCommit, LetterPhase, LetterState
from desktop_app.engine.png import SIGNATURE
from desktop_app.engine.records import DEFAULT_ASPECT, FloatArray
from desktop_app.message import Message

HAND_BYTES: Final = 4 * HAND_NUMBERS  # 252
TIMED_HAND_BYTES: Final = 8 + HAND_BYTES
MAX_HAND_VALUE: Final = 100.0  # picture widths; a hand inside the picture has 0 to 1
MAX_TIME_S: Final = 1e10  # seconds since 1970 are 1.8e9
_PATH: Final = re.compile(r" - at `\$\.?(.*)`$")

# Pictures as text: a data URL, or the beginning of one in base64 (JPEG, PNG).
_PICTURE_AS_TEXT: Final = re.compile(r'^\s*"?(?:/9j/|iVBORw0KGgo)|data:image/')


class XYZ(msgspec.Struct):
    """A point as MediaPipe's own libraries give it; what else it holds (`visibility`) is ignored."""

    x: float
    y: float
    z: float


Point = Annotated[list[float], msgspec.Meta(min_length=3, max_length=3)] | XYZ


class LandmarksMessage(msgspec.Struct, tag_field="type", tag="landmarks", forbid_unknown_fields=True):
    """`hand`: 21 points, [x, y, z] or {"x": x, "y": y, "z": z}, in the unmirrored picture, 0 to 1 inside it;
    null: no hand is visible.
    """

    hand: Annotated[list[Point], msgspec.Meta(min_length=21, max_length=21)] | None
    left: bool = False
    time_s: float | None = None
    aspect: Annotated[float, msgspec.Meta(ge=0.1, le=10)] = DEFAULT_ASPECT


class TargetMessage(msgspec.Struct, tag_field="type", tag="target", forbid_unknown_fields=True):
    """`letter`: A to Z, or null for none. The buffer starts anew."""

    letter: str | None


class ResetMessage(msgspec.Struct, tag_field="type", tag="reset", forbid_unknown_fields=True):
    """The buffer starts anew; with `text` the text as well."""

    text: bool = False


_DECODER: Final = msgspec.json.Decoder(LandmarksMessage | TargetMessage | ResetMessage)


@dataclass(frozen=True, slots=True, eq=False)
class HandFrame:
    """One hand. `time_s` is the client's own clock, None: when it came."""

    hand: FloatArray | None
    left: bool
    time_s: float | None
    aspect: float


@dataclass(frozen=True, slots=True, eq=False)
class PictureFrame:
    """One JPEG or PNG picture, unmirrored; not yet decoded."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Target:
    """The letter to show, or None."""

    letter: str | None


@dataclass(frozen=True, slots=True)
class Reset:
    """Reset the tracker, and clear the text if requested."""

    text: bool


Incoming = HandFrame | PictureFrame | Target | Reset


def read_text(text: str) -> Incoming:
    """A JSON message. Raises ApiError naming the field."""
    if _PICTURE_AS_TEXT.search(text):
        raise invalid(
            "message",
            Message("A picture came as text (a data URL or base64)."),
            Message(
                "Send its bytes in a binary message: canvas.toBlob(blob => socket.send(blob), 'image/jpeg'), "
                "or decode the part of the data URL after the comma."
            ),
            code="letters.picture_as_text",
        )
    if len(text) > limits.MAX_TEXT_MESSAGE:
        raise invalid(
            "message",
            Message(
                "A text message has at most {most} characters.",
                most=limits.MAX_TEXT_MESSAGE,
            ),
        )
    try:
        message = _DECODER.decode(text.encode("utf-8", "replace"))
    except msgspec.ValidationError as error:
        found = _PATH.search(str(error))
        field_name = found.group(1) if found else "message"
        reason = str(error)[: found.start()] if found else str(error)
        raise invalid(
            field_name,
            Message("{field}: {reason}.", field=field_name.replace("`", "'"), reason=reason.replace("`", "'")),
        ) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise invalid(
            "message", Message("The message is not JSON."), Message('Send {"type": "landmarks", ...}.')
        ) from error
    match message:
        case TargetMessage(letter=letter):
            if letter is not None and letter.upper() not in LETTERS:
                raise invalid(
                    "letter", Message("letter is not one of A to Z."), Message("Send A to Z, or null for none.")
                )
            return Target(letter.upper() if letter is not None else None)
        case ResetMessage(text=with_text):
            return Reset(with_text)
        case LandmarksMessage(hand=points):
            hand = None if points is None else _hand(np.array([_numbers(point) for point in points]))
    time_s = None if message.time_s is None else _time(message.time_s)
    return HandFrame(hand, message.left, time_s, message.aspect)


def read_bytes(data: bytes, *, left: bool, aspect: float) -> Incoming:
    """A picture, 63 float32 numbers, or a float64 time and 63 float32 numbers. Raises ApiError."""
    if data.startswith((JPEG, SIGNATURE)):
        return PictureFrame(data)
    if len(data) not in (HAND_BYTES, TIMED_HAND_BYTES):
        raise invalid(
            "message",
            Message("{count} bytes are neither a JPEG or PNG picture nor a hand.", count=len(data)),
            Message(
                "A hand is 21 x 3 float32 numbers ({hand_bytes} bytes), or its time in seconds as "
                "float64 before them ({timed_hand_bytes} bytes).",
                hand_bytes=HAND_BYTES,
                timed_hand_bytes=TIMED_HAND_BYTES,
            ),
        )
    time_s: float | None = None
    if len(data) == TIMED_HAND_BYTES:
        time_s = _time(float(np.frombuffer(data, "<f8", 1)[0]))
    hand = np.frombuffer(data[-HAND_BYTES:], "<f4").reshape(21, 3)
    return HandFrame(_hand(hand) if hand.any() else None, left, time_s, aspect)


def _time(seconds: float) -> float:
    if not (math.isfinite(seconds) and 0 <= seconds <= MAX_TIME_S):
        raise invalid(
            "time_s",
            Message("time_s is not a time in seconds."),
            Message("Send 0 to 1e10; divide milliseconds (Date.now(), performance.now()) by 1000."),
        )
    return seconds


def _numbers(point: list[float] | XYZ) -> list[float]:
    return [point.x, point.y, point.z] if isinstance(point, XYZ) else point


def _hand(points: np.ndarray[tuple[int, ...], np.dtype[np.float64 | np.float32]]) -> FloatArray:
    if not (np.abs(points) <= MAX_HAND_VALUE).all():
        raise invalid(
            "hand",
            Message("hand holds numbers that are no place in a picture (NaN, infinite or far outside)."),
            Message("Send 0 to 1 inside the picture, or null when no hand was seen."),
        )
    return np.ascontiguousarray(points, np.float32)


@dataclass(slots=True)
class Counts:
    """Frames of one client: `received`, and `dropped` because a newer one came before they were read."""

    received: int = 0
    dropped: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class LettersReply:
    """The result of one frame. `commits`: of this frame, and of skipped frames before it."""

    state: LetterState
    frame: int
    commits: tuple[LetterCommit, ...] = field(default=())

    @property
    def letter(self) -> str | None:
        """The most probable letter, None without a prediction."""
        return self.state.best.letter if self.state.best else None

    @property
    def probability(self) -> float:
        """The probability of that letter, 0 without a prediction."""
        return self.state.best.probability if self.state.best else 0.0

    def document(self, target: str | None, counts: Counts) -> dict[str, Any]:
        state = self.state
        collecting = state.phase is LetterPhase.COLLECTING
        return {
            "type": "letter",
            "frame": self.frame,
            "time_s": round(state.time_s, 4),
            "phase": state.phase.value,
            "collected": state.collected,
            "window": state.window,
            "message": f"Collecting frames {state.collected}/{state.window}" if collecting else None,
            "letter": self.letter,
            "probability": round(self.probability, 4) if state.best else None,
            "candidates": [
                {"letter": one.letter, "probability": round(one.probability, 4)} for one in state.candidates
            ],
            "hold": round(state.hold, 3),
            "text": state.text,
            "commits": [
                {"letter": one.letter, "time_s": round(one.time_s, 4), "probability": round(one.probability, 4)}
                for one in self.commits
            ],
            "target": target,
            "matches": None if target is None or state.best is None else self.letter == target,
            "left": state.left,
            "inference_ms": round(state.inference_ms, 3),
            "received": counts.received,
            "dropped": counts.dropped,
        }


def error_document(error: ApiError) -> dict[str, Any]:
    """An error as a message; the connection stays open."""
    return {"type": "error", **error.to_dict(), "field": error.field}
