"""Parses and validates the body of a clip, JSON or float32 numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Final

import msgspec
import numpy as np

from desktop_app.api import limits
from desktop_app.api.errors import ApiError, invalid
from desktop_app.engine.packs.pack import presence
from desktop_app.engine.records import FeatureSequence, FloatArray
from desktop_app.message import Message

JSON: Final = "application/json"
BINARY: Final = "application/octet-stream"
DEFAULT_FPS: Final = 30.0
ROW_BYTES: Final = 4 * limits.FEATURE_DIM
# Not part of JSON, but written by several libraries.
_NOT_NUMBERS: Final = re.compile(rb"[\[,:]\s*(-?(?:NaN|Infinity|Inf|nan|inf))\b")
_NESTED: Final = b"[" * 1024  # deeper than the parser goes
_TOO_DEEP: Final = "it is nested too deeply"
_PATH: Final = re.compile(r" - at `\$\.?(.*)`$")


class _ClipMetadata(msgspec.Struct):
    fps: Annotated[float, msgspec.Meta(ge=limits.MIN_FPS, le=limits.MAX_FPS)] | None = None
    source: Annotated[str, msgspec.Meta(max_length=limits.MAX_SOURCE_NAME)] | None = None


class _InferenceBody(msgspec.Struct):
    frames: Annotated[list[list[float]], msgspec.Meta(min_length=1, max_length=limits.MAX_FRAMES)]
    top_k: Annotated[int, msgspec.Meta(ge=1, le=limits.MAX_TOP_K)] | None = None
    metadata: _ClipMetadata | None = None


_DECODER: Final = msgspec.json.Decoder(_InferenceBody)


@dataclass(frozen=True, slots=True, eq=False)
class ClipRequest:
    """A valid clip.

    Attributes:
        frames: (T, 540) float32 in torso units, 1 to 512 rows, all finite.
        top_k: number of results, None for the configured one.
        fps: rows a second.
    """

    frames: FloatArray
    top_k: int | None
    fps: float

    def sequence(self, contract: str) -> FeatureSequence:
        """The clip by the feature contract of the model that will read it."""
        present = presence(self.frames, contract)
        return FeatureSequence(self.frames, present, self.fps, 0.0, len(self.frames) / self.fps)


def read_json(body: bytes, top_k: int | None = None, fps: float | None = None) -> ClipRequest:
    """Parse `{"frames": [[540 numbers], ...], "top_k": 5, "metadata": {"fps": 30}}`.

    `top_k` and `fps` are the defaults of the body.

    Raises:
        ApiError: 400 for invalid JSON, 422 for invalid values; it names the field.
    """
    _check_counts(body)
    try:
        read = _DECODER.decode(body)
    except msgspec.ValidationError as error:
        raise _named(error) from error
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise _unreadable(body, error) from error
    for place, row in enumerate(read.frames):
        if len(row) != limits.FEATURE_DIM:
            raise _wrong_width(f"frames[{place}]", len(row))
    metadata = read.metadata or _ClipMetadata()
    rows = np.array(read.frames, np.float64)
    return _clip(rows, read.top_k or top_k, metadata.fps or fps)


def _check_counts(body: bytes) -> None:
    """Refuse millions of lists or numbers before the parser makes an object of each."""
    if body.count(b"[") > limits.MAX_LISTS:
        if _NESTED in body:
            raise _not_json(_TOO_DEEP)
        raise invalid("frames", _too_many("too many"), Message("Send a shorter piece."), code="frames.too_many")
    if body.count(b",") > limits.MAX_COMMAS or body.count(b":") > limits.MAX_COMMAS:
        raise invalid(
            "frames",
            Message(
                "The body has more values than {most} frames of {width} numbers.",
                most=limits.MAX_FRAMES,
                width=limits.FEATURE_DIM,
            ),
            Message("Send a shorter piece, and nothing but frames, top_k and metadata."),
            code="frames.too_many",
        )


def read_binary(body: bytes, top_k: int | None = None, fps: float | None = None) -> ClipRequest:
    """Rows of 540 little-endian float32 numbers, one after the other. Raises ApiError naming the field."""
    count, rest = divmod(len(body), ROW_BYTES)
    if rest or not count:
        raise invalid(
            "frames",
            Message(
                "{count} bytes are not whole frames: a frame is 540 float32 numbers, {row_bytes} bytes.",
                count=len(body),
                row_bytes=ROW_BYTES,
            ),
            Message("Send frames.astype('<f4').tobytes()."),
            code="frames.wrong_width",
        )
    if count > limits.MAX_FRAMES:
        raise invalid("frames", _too_many(count), Message("Send a shorter piece."), code="frames.too_many")
    return _clip(np.frombuffer(body, "<f4").reshape(count, limits.FEATURE_DIM), top_k, fps)


def _clip(
    rows: np.ndarray[tuple[int, ...], np.dtype[np.float64 | np.float32]], top_k: int | None, fps: float | None
) -> ClipRequest:
    bad = ~(np.abs(rows) <= limits.MAX_VALUE)  # NaN too
    if bad.any():
        place, column = (int(index) for index in np.argwhere(bad)[0])
        value = float(rows[place, column])
        if np.isfinite(value):
            text = Message(
                "{value:g} is outside of -{limit:g} to {limit:g} torso units",
                value=value,
                limit=limits.MAX_VALUE,
            )
        else:
            text = Message("is not a finite number (NaN or infinite)")
        raise invalid(
            f"frames[{place}][{column}]",
            Message("frames[{place}][{column}] {text}.", place=place, column=column, text=text),
            Message("Send zeros for a part that was not seen, and coordinates in torso units."),
            code="frames.not_finite" if not np.isfinite(value) else "frames.out_of_range",
        )
    return ClipRequest(np.ascontiguousarray(rows, np.float32), top_k, fps or DEFAULT_FPS)


def _wrong_width(field: str, width: int) -> ApiError:
    return invalid(
        field,
        Message(
            "{field} has {width} numbers; a frame has {feature_dim}.",
            field=field,
            width=width,
            feature_dim=limits.FEATURE_DIM,
        ),
        Message("Send pose 33 x 4, left hand 21 x 3, right hand 21 x 3 and face 94 x 3."),
        code="frames.wrong_width",
    )


def _too_many(count: int | str) -> Message:
    return Message("frames has {count} rows; at most {most} are taken.", count=count, most=limits.MAX_FRAMES)


def _named(error: msgspec.ValidationError) -> ApiError:
    """The error for a value of the wrong type or outside its limits."""
    text = str(error)
    found = _PATH.search(text)
    field = found.group(1) if found else "body"
    reason = text[: found.start()] if found else text
    if "missing required field" in reason:
        return invalid(
            "frames", Message("The body has no frames."), Message("Send rows of 540 numbers as `frames`.")
        )
    if field == "frames" and "of length <=" in reason:
        return invalid(field, _too_many("too many"), Message("Send a shorter piece."), code="frames.too_many")
    if reason == "Number out of range":
        return invalid(
            field,
            Message("{field} is not a finite number.", field=field),
            Message("Send zeros instead."),
            code="frames.not_finite",
        )
    return invalid(
        field,
        Message("{field}: {reason}.", field=field.replace("`", "'"), reason=reason.replace("`", "'")),
        Message("See /openapi.json for what is taken."),
    )


def _unreadable(body: bytes, error: Exception) -> ApiError:
    odd = _NOT_NUMBERS.search(body)
    if odd:
        return invalid(
            "frames",
            Message("frames holds {value}, which is not a number and not JSON.", value=odd.group(1).decode()),
            Message("Send zeros for a part that was not seen."),
            code="frames.not_finite",
        )
    return _not_json(_TOO_DEEP if isinstance(error, RecursionError) else str(error))


def _not_json(reason: str) -> ApiError:
    return invalid(
        "body",
        Message("The body is not JSON: {reason}.", reason=reason),
        Message("Send a JSON object with `frames`."),
        code="body.not_json",
        status=400,
    )
