"""Dynamic time warping between two projected clips: how far apart two signs are when their speed is forgiven.

The distance is the sum of Euclidean distances along the best warping path. `dtaidistance` computes it exactly
in C; `fastdtw`, the library of the original system, approximates it in Python and is kept for comparison.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from dtaidistance import dtw as dtai
from dtaidistance import dtw_ndim

from desktop_app.engine.messages import FloatArray
from desktop_app.errors import ConfigError

# The lambda of the score was tuned on clips of at most 64 frames, and the cost grows with the product of both
# lengths: 206 x 206 rows of 160 take 4.9 ms where 64 x 64 take 0.5. Longer projections are averaged down.
MAX_ROWS: Final = 64

Distance = Callable[[FloatArray, FloatArray], float]


def shorten(rows: FloatArray, length: int = MAX_ROWS) -> FloatArray:
    """(T, P) -> at most `length` rows: means over equal stretches of time, float32."""
    count = len(rows)
    if count <= length:
        return rows
    sums = np.zeros((count + 1, rows.shape[1]), np.float64)
    np.cumsum(rows, axis=0, dtype=np.float64, out=sums[1:])
    edges = np.linspace(0, count, length + 1)
    left = np.minimum(edges.astype(np.intp), count - 1)
    at_edges = sums[left] + (edges - left)[:, None] * (sums[left + 1] - sums[left])
    return (np.diff(at_edges, axis=0) * (length / count)).astype(np.float32)


def exact_distance(first: FloatArray, second: FloatArray) -> float:
    """(T, P), (T', P) -> sum of Euclidean distances along the best path.

    Raises:
        ConfigError: the C part of dtaidistance is not installed; its Python part would take seconds a clip.
    """
    if dtai.dtw_cc is None:
        raise ConfigError(
            "The fast part of the dtaidistance library is missing, so signs cannot be compared in time.",
            "Install SignMirror again, or set DTW_METHOD=fastdtw or DTW_ENABLED=false.",
            code="dtw.library_missing",
        )
    return float(dtw_ndim.distance_fast(_doubles(first), _doubles(second), inner_dist="euclidean"))


def fastdtw_distance(first: FloatArray, second: FloatArray, radius: int) -> float:
    """The same by fastdtw: never smaller than the exact value, and equal to it once the radius is large."""
    from fastdtw import fastdtw  # the original's library; slow, so loaded only when it was chosen

    distance, _ = fastdtw(_doubles(first), _doubles(second), radius=radius, dist=_euclidean)
    return float(distance)


def make_distance(method: str, radius: int) -> Distance:
    """The distance that the settings ask for: `exact` or `fastdtw`."""
    if method == "fastdtw":
        return lambda first, second: fastdtw_distance(first, second, radius)
    return exact_distance


def _doubles(rows: FloatArray) -> npt.NDArray[np.float64]:
    return np.ascontiguousarray(rows, np.float64)


def _euclidean(first: Any, second: Any) -> float:
    return float(np.sqrt(np.square(first - second).sum()))
