"""Reads .npy and .npz files of any origin: no code in them runs, and shapes and sizes are checked first."""

from __future__ import annotations

import tokenize
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.message import Message

MAX_NPZ_BYTES: Final = 1 << 30
FLOATS: Final = ("float16", "float32", "float64")
_READ_ERRORS: Final = (OSError, ValueError, EOFError, zipfile.BadZipFile, NotImplementedError, KeyError)
# What numpy raises on a malformed header.
_HEADER_ERRORS: Final = (SyntaxError, tokenize.TokenError)


class ArrayFileError(ValueError):
    """An array file that cannot be used; the message completes a sentence that starts with the file name."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def map_array(
    path: Path, *, ndim: int, columns: int | None = None, dtypes: Sequence[str] = FLOATS
) -> npt.NDArray[Any]:
    """Memory-map a .npy file read-only.

    Raises:
        ArrayFileError: missing, pickled, cut short, of another rank, width or type.
    """
    if not path.is_file():
        raise ArrayFileError(Message("is missing"))
    try:
        array = np.load(path, mmap_mode="r", allow_pickle=False)
    except (*_READ_ERRORS, *_HEADER_ERRORS) as error:
        raise ArrayFileError(_reason(error)) from error
    if not isinstance(array, np.ndarray):
        raise ArrayFileError(Message("holds several arrays instead of one"))
    _check(array, ndim, columns, dtypes)
    return array


def read_array(
    path: Path, *, ndim: int, columns: int | None = None, dtypes: Sequence[str] = FLOATS
) -> npt.NDArray[Any]:
    """Like `map_array`, as a copy in memory whose floats are all finite."""
    array = np.array(map_array(path, ndim=ndim, columns=columns, dtypes=dtypes))
    _check_finite(array)
    return array


def read_npz(path: Path, names: Sequence[str]) -> dict[str, npt.NDArray[Any]]:
    """The named members of a .npz file; a name that is not there is left out.

    Raises:
        ArrayFileError: missing, damaged, pickled, unreasonably large, or holding what is not a number.
    """
    if not path.is_file():
        raise ArrayFileError(Message("is missing"))
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist())
        if size > MAX_NPZ_BYTES:
            raise ArrayFileError(Message("would unpack to {gigabytes:.1f} GB", gigabytes=size / 1e9))
        with np.load(path, allow_pickle=False) as members:
            arrays = {name: np.asarray(members[name]) for name in names if name in members.files}
    except ArrayFileError:
        raise
    except (*_READ_ERRORS, *_HEADER_ERRORS) as error:
        raise ArrayFileError(_reason(error)) from error
    for array in arrays.values():
        _check_finite(array)
    return arrays


def _check(array: npt.NDArray[Any], ndim: int, columns: int | None, dtypes: Sequence[str]) -> None:
    if array.ndim != ndim:
        raise ArrayFileError(
            Message("has {ndim} dimensions where {needed} are needed", ndim=array.ndim, needed=ndim)
        )
    if array.dtype.name not in dtypes:
        raise ArrayFileError(
            Message(
                "holds {dtype} where one of {dtypes} is needed",
                dtype=array.dtype.name,
                dtypes=", ".join(dtypes),
            )
        )
    if columns is not None and array.shape[-1] != columns:
        raise ArrayFileError(
            Message("has {columns} columns where {needed} are needed", columns=array.shape[-1], needed=columns)
        )


def _check_finite(array: npt.NDArray[Any]) -> None:
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        raise ArrayFileError(Message("holds values that are not numbers (NaN or infinite)"))


def _reason(error: Exception) -> Message:
    text = str(error).lower()
    if "pickle" in text or "python objects" in text:
        return Message("holds Python objects (a pickle), which are never loaded")
    if isinstance(error, OSError) and not isinstance(error, ValueError) and error.strerror:
        return Message("cannot be read: {strerror}", strerror=error.strerror)
    return Message("is damaged or is not an array file")
