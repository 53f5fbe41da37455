"""The built-in sample: a recording of signs by a synthetic person, for a program that has no camera at hand.

It is a test, not an echo: the movements are means over signers who are in none of the references, on a body of
other proportions, at another distance and speed, with a tracker's tremble and uneven frame times.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Any, Final

import numpy.typing as npt

from desktop_app.engine.records import FloatArray
from scripts.synthesis.body import NeutralBody
from scripts.synthesis.camera import Camera, film
from scripts.synthesis.performer import Performance, Utterance, other_body, perform

SEED: Final = 20261120
REST_S: Final = 1.2
RAISE_S: Final = 0.5
# A laptop on a desk: 16:9, the person a little to the side and further away than most of the training clips.
CAMERA: Final = Camera(
    aspect=16 / 9,
    scale=0.30,
    centre_x=0.53,
    centre_y=0.83,
    depth=-0.02,
    roll=math.radians(1.5),
    fps=30.0,
    uneven=0.08,
    dropped=0.03,
    tremble=0.004,
)


def sample_body(body: NeutralBody) -> NeutralBody:
    """Shorter arms, smaller hands, a smaller head on a longer neck."""
    return other_body(body, arms=0.94, hands=0.90, head=0.93, shoulders_down=0.05)


def make_sample(
    utterances: Sequence[Utterance], body: NeutralBody
) -> tuple[FloatArray, npt.NDArray[Any], Performance]:
    """Raw landmarks (F, 540), times (F,) in seconds, and the performance with the place of every sign."""
    performance = perform(utterances, sample_body(body), rest_s=REST_S, raise_s=RAISE_S)
    raw, times = film(performance.features, performance.present, CAMERA, SEED)
    return raw, times, performance


def expected(performance: Performance, made_of: dict[str, str]) -> str:
    """sample.json: label, start_s, end_s of every sign, and what its movement was made of."""
    signs = [
        {"sentence": label, "start_s": start, "end_s": end, "made_of": made_of[label]}
        for label, start, end in performance.signs
    ]
    return json.dumps({"signs": signs}, ensure_ascii=False, indent=2) + "\n"
