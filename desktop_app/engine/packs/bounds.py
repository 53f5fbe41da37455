"""Bounds of the numbers in a pack, so that one is refused before anything computes with impossible values."""

from __future__ import annotations

import json
import math
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.files import is_text
from desktop_app.message import NOTHING, Message

MAX_INTEGER: Final = (1 << 63) - 1  # what NumPy, SQLite and most readers of JSON can hold
FEATURE_LIMIT: Final = 1e4  # torso units; a hand held to the lens of a camera stays within hundreds
RATES: Final = (0.1, 1000.0)  # frames a second
MAX_NAME: Final = 200  # characters of the name of a pack
MAX_TEXT: Final = 2000  # characters of a sentence
MAX_SECONDS: Final = 2 * 60 * 60  # of one reference
MAX_TIME_S: Final = 1e7  # of a moment in a media file
_MAX_FIGURES: Final = 64
_MAX_FIGURES_TEXT: Final = 1 << 14


def whole_number(text: str, least: int = 0) -> int:
    """A number of 64 bits. Raises ValueError."""
    number = int(text)
    if not least <= number <= MAX_INTEGER:
        raise ValueError(f"not from {least} to {MAX_INTEGER}")
    return number


def figures(text: str) -> dict[str, float]:
    """A JSON object of finite numbers. Raises ValueError."""
    if len(text) > _MAX_FIGURES_TEXT:
        raise ValueError("too long")
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(found, dict) or len(found) > _MAX_FIGURES:
        raise ValueError("not an object, or one with too many figures")
    for name, value in found.items():
        if not is_text(name):
            raise ValueError("a name that is no text")
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= MAX_INTEGER:
            raise ValueError("a figure that is no number")
    return found


def is_possible_length(frames: int, fps: float) -> bool:
    """Whether a reference may have this many frames at this rate."""
    return math.isfinite(fps) and RATES[0] <= fps <= RATES[1] and frames <= MAX_SECONDS * fps


def value_problem(features: npt.NDArray[Any]) -> Message:
    """What is wrong with the values of finite features; empty if nothing is."""
    if features.size and float(np.abs(features).max()) >= FEATURE_LIMIT:
        return Message("holds values of {limit:.0f} or more, which no landmark has", limit=FEATURE_LIMIT)
    return NOTHING
