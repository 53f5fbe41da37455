"""Ghanaian signs: which pieces of which clips are a sign, and what becomes of them.

The source cut one long recording automatically: some clips hold the end of the sign before or the beginning of
the next, some signs are spread over two clips, and one clip stands under five names. The table (CSV) says which
pieces make a sign; it was written while looking at the clips.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FloatArray
from desktop_app.engine.sources.recording import LandmarkRecording
from desktop_app.engine.tracking.features import features_present, normalise_clip
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from scripts.synthesis.body import NeutralBody
from scripts.synthesis.retarget import retarget
from scripts.synthesis.takes import MIN_ROWS, RATE, clean, smooth, to_rate, trim

LEFT_OUT: Final = "left out"
BLEND_ROWS: Final = 4  # drawn between two pieces of one movement: the source lost a moment there
# Lens, light and distance change from clip to clip; after retargeting this much takes the last tremble off.
SMOOTH_S: Final = 0.05
HOLD_S: Final = 2.0  # the pieces are chosen by eye: a hold in them belongs to the sign
_PIECE: Final = re.compile(r"^(?P<clip>[\w-]+)(?:@(?P<start>[\d.]+)-(?P<end>[\d.]+)?)?$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a clip, in seconds; `end_s` None runs to its end."""

    clip: str
    start_s: float = 0.0
    end_s: float | None = None


@dataclass(frozen=True, slots=True)
class GhanaianSign:
    """One row of the table."""

    sentence: str
    category: str
    pieces: tuple[Piece, ...]
    note: str

    @property
    def is_left_out(self) -> bool:
        return self.category == LEFT_OUT


def read_table(path: Path) -> list[GhanaianSign]:
    """The table of signs. Raises DatasetError for a row that cannot be understood."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        GhanaianSign(row["sentence"], row["category"], parse_pieces(row["pieces"]), row["note"]) for row in rows
    ]


def parse_pieces(text: str) -> tuple[Piece, ...]:
    """`parent@3.3-;father@0-0.5` -> pieces. Raises DatasetError."""
    pieces = []
    for part in text.split(";"):
        match = _PIECE.match(part.strip())
        if match is None:
            raise DatasetError(
                Message("'{part}' is no piece of a clip.", part=part),
                Message("Write it as clip or clip@start-end."),
            )
        end = match["end"]
        pieces.append(Piece(match["clip"], float(match["start"] or 0), float(end) if end else None))
    return tuple(pieces)


def build_sign(
    pieces: Sequence[Piece], recordings: Mapping[str, LandmarkRecording], body: NeutralBody
) -> tuple[FloatArray, BoolArray]:
    """Pieces of raw recordings -> one movement on the neutral body, 30 rows a second.

    Raises:
        DatasetError: no hand is ever raised in them.
    """
    parts = [_cut(recordings[piece.clip], piece) for piece in pieces]
    features, present = parts[0]
    for following in parts[1:]:
        features, present = _join((features, present), following)
    features, present = trim(*clean(features, present), hold_s=HOLD_S)
    if len(features) < MIN_ROWS:
        raise DatasetError(
            Message("No sign can be seen in {pieces}.", pieces=", ".join(piece.clip for piece in pieces)),
            Message("Look at the pieces again."),
        )
    features = retarget(features, present, body)
    present = features_present(features)
    features = retarget(smooth(features, present, SMOOTH_S), present, body)
    return features, present


def _cut(recording: LandmarkRecording, piece: Piece) -> tuple[FloatArray, BoolArray]:
    """Normalised over the whole clip, so that the torso is settled, then cut."""
    whole = normalise_clip(recording.raw, fps=recording.fps, aspect=recording.aspect)
    features, present = to_rate(whole)
    stop = len(features) if piece.end_s is None else round(piece.end_s * RATE)
    start = round(piece.start_s * RATE)
    return features[start:stop], present[start:stop]


def _join(
    one: tuple[FloatArray, BoolArray], other: tuple[FloatArray, BoolArray]
) -> tuple[FloatArray, BoolArray]:
    """One after the other with a short straight way between them, for parts that both ends have."""
    weight = (np.arange(1, BLEND_ROWS + 1) / (BLEND_ROWS + 1))[:, None].astype(np.float32)
    seen = np.repeat((one[1][-1] & other[1][0])[None], BLEND_ROWS, axis=0)
    rows = (1 - weight) * one[0][-1] + weight * other[0][0]
    for index, columns in enumerate(layout.PARTS.values()):
        rows[~seen[:, index], columns] = 0
    return np.concatenate([one[0], rows, other[0]]), np.concatenate([one[1], seen, other[1]])
