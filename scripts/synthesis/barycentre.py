"""DTW barycentre averaging (Petitjean, Ketterlin, Gancarski 2011) of takes of one sign.

Every signer has the same weight, regardless of the number of takes. A hand is in the mean where most of the
aligned weight has it, and is averaged over those only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.records import BoolArray, FloatArray
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from scripts.synthesis.alignment import channels, distance, path
from scripts.synthesis.takes import RATE, SynthesisTake, smooth

ROUNDS: Final = 6
SETTLED: Final = 1e-4  # torso units; a round that moves less than this is the last
SMOOTH_S: Final = 0.05  # takes the steps off that plateaus of the warping paths leave


def barycentre(takes: Sequence[SynthesisTake]) -> tuple[FloatArray, BoolArray]:
    """Mean of takes on one body (see `retarget`) -> features (T, 540), present (T, 4) at 30 rows a second.

    Args:
        takes: at least one; weights are 1 / (takes of that signer). The length of the mean is the median over
            signers of their median length.

    Raises:
        DatasetError: no takes.
    """
    if not takes:
        raise DatasetError(Message("There are no takes to average."), Message("Choose another label."))
    weights = signer_weights(takes)
    described = [channels(take.features, take.present) for take in takes]
    start = medoid(described, weights)
    features, present = stretch(
        takes[start].features, takes[start].present, max(round(median_seconds(takes) * RATE), 2)
    )
    for _ in range(ROUNDS):
        new, seen = _average(features, present, takes, described, weights)
        moved = float(np.abs(new - features).mean())
        features, present = new, seen
        if moved < SETTLED:
            break
    return smooth(features, present, SMOOTH_S), present


def signer_weights(takes: Sequence[SynthesisTake]) -> FloatArray:
    """(N,) weights that give every signer the same sum; they add up to 1."""
    count = Counter(take.signer for take in takes)
    weights = np.array([1 / count[take.signer] for take in takes]) / len(count)
    return weights


def median_seconds(takes: Sequence[SynthesisTake]) -> float:
    """Median over signers of the median length of their takes."""
    signers = sorted({take.signer for take in takes})
    return float(np.median([np.median([t.seconds for t in takes if t.signer == name]) for name in signers]))


def medoid(described: Sequence[FloatArray], weights: FloatArray) -> int:
    """The take with the smallest weighted distance to all others; the first of equals."""
    total = np.zeros(len(described))
    for i, one in enumerate(described):
        for j in range(i + 1, len(described)):
            apart = distance(one, described[j])
            total[i] += weights[j] * apart
            total[j] += weights[i] * apart
    return int(np.argmin(total))


def stretch(features: FloatArray, present: BoolArray, rows: int) -> tuple[FloatArray, BoolArray]:
    """The same movement in another number of rows; a part is interpolated only between rows that have it."""
    at = np.linspace(0, len(features) - 1, rows)
    low = np.floor(at).astype(int)
    high = np.minimum(low + 1, len(features) - 1)
    weight = (at - low)[:, None].astype(np.float32)
    nearer = np.where(weight[:, 0] < 0.5, low, high)
    out = (1 - weight) * features[low] + weight * features[high]
    both = present[low] & present[high]
    for index, columns in enumerate(layout.PARTS.values()):
        out[~both[:, index], columns] = features[nearer[~both[:, index]], columns]
    return out.astype(np.float32), present[nearer]


def _average(
    features: FloatArray,
    present: BoolArray,
    takes: Sequence[SynthesisTake],
    described: Sequence[FloatArray],
    weights: FloatArray,
) -> tuple[FloatArray, BoolArray]:
    """One round: align all takes with the mean so far, average what falls on each of its rows."""
    own = channels(features, present)
    count, parts = len(features), list(layout.PARTS.values())
    total = np.zeros((count, layout.FEATURE_DIM))
    votes = np.zeros((count, len(parts)))
    total_weight = np.zeros(count)
    for take, description, weight in zip(takes, described, weights, strict=True):
        rows, theirs = np.array(path(own, description)).T
        # A take that lingers on a row must not outweigh the others there.
        share = weight / np.bincount(rows, minlength=count)[rows]
        np.add.at(total_weight, rows, share)
        for index, columns in enumerate(parts):
            seen = share * take.present[theirs, index]
            np.add.at(votes[:, index], rows, seen)
            np.add.at(total[:, columns], rows, seen[:, None] * take.features[theirs, columns])
    kept = votes > 0.5 * total_weight[:, None]
    out = np.zeros_like(features)
    for index, columns in enumerate(parts):
        rows = kept[:, index]
        out[rows, columns] = total[rows, columns] / votes[rows, index, None]
    return out, kept
