"""Mean and spread of the 540 columns over a data set: `global_stats.npz` of the feature contract."""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.array_files import ArrayFileError, read_npz
from desktop_app.engine.records import FloatArray
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.files import write_arrays

STD_FLOOR: Final = 1e-4
STATISTICS_ARRAYS: Final = ("feature_mean", "feature_std", "seq_lengths", "motion_means")


class StatisticsBuilder:
    """Adds up clips in double precision, one at a time: a data set need not fit in memory."""

    def __init__(self) -> None:
        self._sum = np.zeros(layout.FEATURE_DIM, np.float64)
        self._squares = np.zeros(layout.FEATURE_DIM, np.float64)
        self._lengths = array("i")
        self._motion = array("f")

    def add(self, features: FloatArray, motion_mean: float) -> None:
        """One clip (T, 540) in torso units."""
        rows = features.astype(np.float64)
        self._sum += rows.sum(axis=0)
        self._squares += np.square(rows).sum(axis=0)
        self._lengths.append(len(rows))
        self._motion.append(motion_mean)

    def result(self) -> tuple[FloatArray, FloatArray]:
        """Mean (540,) and population standard deviation (540,), floored, float32."""
        count = max(sum(self._lengths), 1)
        mean = self._sum / count
        variance = np.maximum(self._squares / count - np.square(mean), 0)
        return mean.astype(np.float32), np.maximum(np.sqrt(variance), STD_FLOOR).astype(np.float32)

    def save(self, path: Path) -> None:
        """Write `feature_mean`, `feature_std`, `seq_lengths`, `motion_means`."""
        mean, std = self.result()
        write_arrays(
            path,
            feature_mean=mean,
            feature_std=std,
            seq_lengths=np.array(self._lengths, np.int32),
            motion_means=np.array(self._motion, np.float32),
        )


def load_statistics(path: Path) -> tuple[FloatArray, FloatArray]:
    """Mean and standard deviation of a saved file.

    Raises:
        DatasetError: missing, unreadable, or of another width.
    """
    try:
        arrays = read_npz(path, ("feature_mean", "feature_std"))
        mean, std = arrays["feature_mean"], arrays["feature_std"]
    except (ArrayFileError, KeyError) as error:
        raise DatasetError(
            Message("{path} cannot be read.", path=path.name),
            Message("Make it again with `signmirror preprocess`."),
            detail=str(error),
        ) from error
    if mean.shape != (layout.FEATURE_DIM,) or std.shape != (layout.FEATURE_DIM,):
        raise DatasetError(
            Message(
                "{path} has {shape} and {other} where {feature_dim} numbers belong.",
                path=path.name,
                shape=mean.shape,
                other=std.shape,
                feature_dim=layout.FEATURE_DIM,
            ),
            Message("Make it again with `signmirror preprocess`."),
        )
    return mean.astype(np.float32), np.maximum(std, STD_FLOOR).astype(np.float32)
