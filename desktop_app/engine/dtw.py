"""Dynamic time warping between two projected clips: the distance of two signs regardless of their speed.

The distance is the sum of Euclidean distances along the best warping path. `dtaidistance` computes it exactly
in C, one pair at a time; `exact_distances` computes the same for the handful of candidates of one answer
together, in a third of the time (7 candidates of 64 x 160: 1.2 ms against 3.3), since their cost matrix is one
matrix product. `fastdtw`, the library of the original system, approximates it and is kept for comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from dtaidistance import dtw as dtai
from dtaidistance import dtw_ndim

from desktop_app.engine.records import FloatArray, read_only
from desktop_app.errors import ConfigError
from desktop_app.message import Message

# The lambda of the score was tuned on clips of at most 64 frames, and the cost grows with the product of both
# lengths: 206 x 206 rows of 160 take 4.9 ms where 64 x 64 take 0.5. Longer projections are averaged down.
MAX_ROWS: Final = 64

Distance = Callable[[FloatArray, FloatArray], float]
Distances = Callable[[FloatArray, Sequence[FloatArray]], list[float]]


def shorten(rows: FloatArray, length: int = MAX_ROWS) -> FloatArray:
    """(T, P) -> at most `length` rows: means over equal stretches of time, float32."""
    count = len(rows)
    if count <= length:
        return rows
    shorter: FloatArray = _averages(count, length) @ rows
    return shorter


@lru_cache(maxsize=128)
def _averages(count: int, length: int) -> FloatArray:
    """(length, count) weights, rows summing to one: how much of each old row lies in each new stretch."""
    edges = np.linspace(0, count, length + 1)
    starts = np.arange(count)
    overlap = np.minimum(edges[1:, None], starts + 1) - np.maximum(edges[:-1, None], starts)
    return read_only((np.maximum(overlap, 0) * (length / count)).astype(np.float32))


def exact_distance(first: FloatArray, second: FloatArray) -> float:
    """(T, P), (T', P) -> sum of Euclidean distances along the best path.

    Raises:
        ConfigError: the C part of dtaidistance is not installed; its Python part would take seconds a clip.
    """
    if dtai.dtw_cc is None:
        raise ConfigError(
            Message(
                "The fast part of the dtaidistance library is missing, so signs cannot be compared in time."
            ),
            Message("Install SignMirror again, or set DTW_METHOD=fastdtw or DTW_ENABLED=false."),
            code="dtw.library_missing",
        )
    return float(dtw_ndim.distance_fast(_doubles(first), _doubles(second), inner_dist="euclidean"))


def exact_distances(query: FloatArray, references: Sequence[FloatArray]) -> list[float]:
    """(T, P) against several (T', P): the value of `exact_distance` for each.

    The recurrence runs over anti-diagonals, whose cells do not depend on one another: all candidates and all
    cells of one anti-diagonal are one step.
    """
    if not references:
        return []
    rows, count = len(query), len(references)
    lengths = [len(reference) for reference in references]
    costs = _costs(_doubles(query), np.concatenate([_doubles(reference) for reference in references]))
    steps = rows + max(lengths) - 1
    skewed = np.full((steps, count, rows), np.inf)  # [i + j, reference, i]
    by_step, _, by_row = skewed.strides
    ends: dict[int, list[int]] = {}
    start = 0
    for number, length in enumerate(lengths):
        # The same memory seen as [i, j], where one step down or right is one anti-diagonal further.
        straight = np.lib.stride_tricks.as_strided(
            skewed[0, number], (rows, length), (by_step + by_row, by_step)
        )
        straight[:] = costs[:, start : start + length]
        ends.setdefault(length + rows - 2, []).append(number)
        start += length
    older, old, new = (np.full((count, rows + 1), np.inf) for _ in range(3))  # column 0: before the first row
    old[:, 1] = skewed[0, :, 0]
    result = old[:, rows].copy()
    for step in range(1, steps):
        cells = new[:, 1:]
        np.minimum(old[:, 1:], old[:, :-1], out=cells)
        np.minimum(cells, older[:, :-1], out=cells)
        cells += skewed[step]
        if step in ends:
            result[ends[step]] = new[ends[step], rows]
        older, old, new = old, new, older
    return [float(value) for value in result]


def fastdtw_distance(first: FloatArray, second: FloatArray, radius: int) -> float:
    """`exact_distance` approximated by fastdtw: never smaller, and equal once the radius is large."""
    from fastdtw import fastdtw  # slow to import, so loaded only if selected

    distance, _ = fastdtw(_doubles(first), _doubles(second), radius=radius, dist=_euclidean)
    return float(distance)


def make_distance(method: str, radius: int) -> Distance:
    """The distance that the settings select: `exact` or `fastdtw`."""
    if method == "fastdtw":
        return lambda first, second: fastdtw_distance(first, second, radius)
    return exact_distance


def make_distances(method: str, radius: int) -> Distances:
    """`distance` for several references of one query."""
    if method == "fastdtw":
        return lambda query, references: [fastdtw_distance(query, other, radius) for other in references]
    return exact_distances


def _costs(first: npt.NDArray[np.float64], second: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """(T, P), (N, P) -> (T, N) Euclidean distances."""
    centre = first.mean(axis=0)  # keeps the squares small, and with them what cancels
    first, second = first - centre, second - centre
    squares: npt.NDArray[np.float64] = first @ second.T
    squares *= -2
    squares += np.einsum("ij,ij->i", first, first)[:, None]
    squares += np.einsum("ij,ij->i", second, second)
    np.maximum(squares, 0, out=squares)
    return np.sqrt(squares, out=squares)


def _doubles(rows: FloatArray) -> npt.NDArray[np.float64]:
    return np.ascontiguousarray(rows, np.float64)


def _euclidean(first: Any, second: Any) -> float:
    return float(np.sqrt(np.square(first - second).sum()))
