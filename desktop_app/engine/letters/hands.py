"""Converts image landmarks of a hand to the input of letter models: aspect, mirroring, origin and scale.

Image landmarks are divided by the picture's width (x) and height (y), so the same hand is narrower in a wider
picture; MediaPipe's depth shares the scale of x. Ours are trained on hands of true proportions (`aspect`
given), third-party models on unscaled coordinates (`aspect=1`).
"""

from __future__ import annotations

from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import DEFAULT_ASPECT, FloatArray

HAND_NUMBERS: Final = layout.HAND_POINTS * 3  # 63
_TINY: Final = 1e-6


def true_proportions(hands: FloatArray, aspect: float | FloatArray) -> FloatArray:
    """Image landmarks (..., 21, 3) in picture heights: x and z times width / height.

    Args:
        aspect: one number, or one a hand (shape of the leading axes).
    """
    wide = np.asarray(aspect, np.float32)[..., None]
    out = np.array(hands, np.float32)
    out[..., 0] *= wide
    out[..., 2] *= wide
    return out


def mirrored(hands: FloatArray) -> FloatArray:
    """Convert a left hand to a right one and vice versa: x -> -x."""
    return np.asarray(hands * np.array([-1, 1, 1], np.float32), np.float32)


def normalised(hands: FloatArray) -> FloatArray:
    """Normalise hands as letter models expect: relative to the wrist, divided by the largest absolute value.

    Args:
        hands: (..., 21, 3); a hand that was not seen (all zeros) stays zeros.
    """
    centred = hands - hands[..., :1, :]
    size = np.abs(centred).max(axis=(-2, -1), keepdims=True)
    return np.asarray(centred / np.maximum(size, _TINY), np.float32)


def shapes_of(hands: FloatArray) -> FloatArray:
    """Hands (N, 21, 3) by the contract -> (N, 63): coordinates in mean distances from the wrist."""
    reach = np.linalg.norm(hands, axis=2).mean(axis=1)[:, None, None]
    return np.asarray((hands / np.maximum(reach, _TINY)).reshape(len(hands), HAND_NUMBERS), np.float32)


def palm_size(hand: FloatArray) -> float:
    """Length from the wrist to the middle finger's knuckle, or the palm's width where that is longer.

    Args:
        hand: (21, 3) in true proportions. Depth is left out: some recordings have none.
    """
    flat = hand[:, :2]
    return max(float(np.linalg.norm(flat[9] - flat[0])), float(np.linalg.norm(flat[5] - flat[17])), _TINY)


def spoken_aspect(aspect: float) -> float:
    """The aspect of a recording, or the usual webcam's where it is unknown (0 or not a number)."""
    return float(aspect) if np.isfinite(aspect) and aspect > 0 else DEFAULT_ASPECT
