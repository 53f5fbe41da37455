"""Groups the takes of a label that show the same sign: clusters by DTW distance, across signers and languages.

A label is no proof: "hello" is three movements in the collection, and the sign language that a source names is
not always the one that its people copied. The movement decides; a cluster then carries the languages that its
sources name, and two movements of one label stay two references.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app.engine.records import BoolArray, FloatArray
from scripts.synthesis.alignment import channels, distance
from scripts.synthesis.takes import SynthesisTake, mirrored

SAME_SIGN: Final = 1.1  # distance a step: 4 % of pairs of different signs by different people are as near
MIN_SIGNERS: Final = 2
MIN_SHARE: Final = 0.4  # a signer belongs to a cluster with at least this share of their takes


@dataclass(frozen=True, slots=True)
class Cluster:
    """Takes of one sign, all in the same handedness.

    Attributes:
        takes: at least `MIN_SIGNERS` signers, mirrored where that brings them nearer.
        signers: sorted.
        languages: sign languages that the sources name, sorted, without "unknown".
        spread: mean distance between takes of different signers.
    """

    takes: tuple[SynthesisTake, ...]
    signers: tuple[str, ...]
    languages: tuple[str, ...]
    spread: float


def choose(takes: Sequence[SynthesisTake], threshold: float = SAME_SIGN) -> list[Cluster]:
    """Clusters of a label with several signers, the one with most signers first."""
    if not takes:
        return []
    plain = [channels(t.features, t.present) for t in takes]
    turned = [mirrored(t.features, t.present) for t in takes]
    reverse = [channels(*rows) for rows in turned]
    apart, flipped = distances(plain, reverse)
    found = []
    for members in average_linkage(apart, threshold):
        members = _settled(members, takes)
        if len({takes[i].signer for i in members}) < MIN_SIGNERS:
            continue
        # One handedness for all: that of the take nearest to the others, right-dominant in the end.
        inner = apart[np.ix_(members, members)]
        centre = members[int(np.argmin(inner.sum(axis=1)))]
        kept = [_turned(takes[i], turned[i]) if flipped[centre, i] else takes[i] for i in members]
        if _left_dominant(kept):
            kept = [_turned(take, mirrored(take.features, take.present)) for take in kept]
        others = [apart[a, b] for a in members for b in members if takes[a].signer != takes[b].signer]
        found.append(
            Cluster(
                tuple(kept),
                tuple(sorted({t.signer for t in kept})),
                tuple(sorted({t.language for t in kept} - {"unknown"})),
                float(np.mean(others)),
            )
        )
    return sorted(found, key=lambda c: (-len(c.signers), c.spread))


def distances(
    plain: Sequence[FloatArray], reverse: Sequence[FloatArray]
) -> tuple[npt.NDArray[np.float64], BoolArray]:
    """(N, N) distance in the better handedness, and where the other handedness was the better one."""
    count = len(plain)
    apart = np.zeros((count, count))
    flipped = np.zeros((count, count), bool)
    for i in range(count):
        for j in range(i + 1, count):
            same, other = distance(plain[i], plain[j]), distance(plain[i], reverse[j])
            apart[i, j] = apart[j, i] = min(same, other)
            flipped[i, j] = flipped[j, i] = other < same
    return apart, flipped


def average_linkage(apart: npt.NDArray[np.float64], threshold: float) -> list[list[int]]:
    """Agglomerative clustering: join the two nearest groups by mean distance until none is near enough."""
    groups = [[i] for i in range(len(apart))]
    between = apart.astype(np.float64).copy()
    np.fill_diagonal(between, np.inf)
    alive = list(range(len(groups)))
    while len(alive) > 1:
        table = between[np.ix_(alive, alive)]
        row, column = np.unravel_index(int(np.argmin(table)), table.shape)
        if table[row, column] > threshold:
            break
        one, other = alive[row], alive[column]
        a, b = len(groups[one]), len(groups[other])
        joined = (a * between[one] + b * between[other]) / (a + b)
        between[one] = between[:, one] = joined
        between[one, one] = np.inf
        groups[one] = sorted(groups[one] + groups[other])
        alive.remove(other)
    return [groups[i] for i in alive]


def _settled(members: list[int], takes: Sequence[SynthesisTake]) -> list[int]:
    """Without signers who are in the cluster with a stray take only."""
    total: dict[str, int] = {}
    inside: dict[str, int] = {}
    for take in takes:
        total[take.signer] = total.get(take.signer, 0) + 1
    for i in members:
        inside[takes[i].signer] = inside.get(takes[i].signer, 0) + 1
    return [i for i in members if inside[takes[i].signer] >= MIN_SHARE * total[takes[i].signer]]


def _turned(take: SynthesisTake, rows: tuple[FloatArray, BoolArray]) -> SynthesisTake:
    return take.with_rows(rows[0].copy(), rows[1].copy())


def _left_dominant(takes: Sequence[SynthesisTake]) -> bool:
    """Most of the path that the hands travel is the left hand's."""
    travelled = np.zeros(2)
    for take in takes:
        steps = np.abs(np.diff(channels(take.features, take.present), axis=0))
        half = steps.shape[1] // 2
        travelled += steps[:, :2].sum() / len(takes), steps[:, half : half + 2].sum() / len(takes)
    return bool(travelled[0] > travelled[1])
