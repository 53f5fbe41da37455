"""Reads .npy and .npz files of any origin: no code in them runs, and shapes and sizes are checked first."""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.engine.malformed import open_zip, readable_member, refusing_malformed
from desktop_app.files import file_exists
from desktop_app.message import Message

MAX_ARRAY_BYTES: Final = 1 << 30  # of what is copied into memory
MAX_NPZ_BYTES: Final = 1 << 30
FLOATS: Final = ("float16", "float32", "float64")
_LAST_CHARACTER: Final = 0x10FFFF
_KINDS: Final = "biufU"  # of members of a .npz: numbers, truth values and text
_MAGIC: Final = b"\x93NUMPY"
_Header = Callable[[io.BytesIO], tuple[tuple[int, ...], bool, np.dtype[Any]]]
_READERS: Final[dict[bytes, _Header]] = {
    b"\x01\x00": np.lib.format.read_array_header_1_0,
    b"\x02\x00": np.lib.format.read_array_header_2_0,
}


class ArrayFileError(ValueError):
    """An array file that cannot be used; the message completes a sentence that starts with the file name."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class ArrayFileTooLarge(ArrayFileError):
    """More would be read into memory than the caller allows."""


def open_array(path: Path) -> npt.NDArray[Any]:
    """Memory-map a .npy file read-only, of any rank and type but objects; nothing of it is read yet.

    Raises:
        ArrayFileError: missing, pickled, cut short, or no .npy file.
    """
    if not file_exists(path):
        raise ArrayFileError(Message("is missing"))
    with refusing_malformed(lambda error: ArrayFileError(_reason(error)), ArrayFileError):
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
        if start != _MAGIC:
            raise ArrayFileError(_OTHERS.get(start[:2], _NO_ARRAYS))
        array: npt.NDArray[Any] = np.load(path, mmap_mode="r", allow_pickle=False)
    _check_rows(array.shape)
    return array


def map_array(
    path: Path, *, ndim: int, columns: int | None = None, dtypes: Sequence[str] = FLOATS
) -> npt.NDArray[Any]:
    """Memory-map a .npy file read-only.

    Raises:
        ArrayFileError: missing, pickled, cut short, of another rank, width or type.
    """
    array = open_array(path)
    _check(array, ndim, columns, dtypes)
    return array


def read_array(
    path: Path,
    *,
    ndim: int,
    columns: int | None = None,
    dtypes: Sequence[str] = FLOATS,
    most_bytes: int = MAX_ARRAY_BYTES,
) -> npt.NDArray[Any]:
    """Like `map_array`, as a copy in memory of at most `most_bytes` whose floats are all finite."""
    mapped = map_array(path, ndim=ndim, columns=columns, dtypes=dtypes)
    check_size(mapped.nbytes, most_bytes)
    with refusing_malformed(lambda error: ArrayFileError(_reason(error))):
        array = np.array(mapped)
    _check_finite(array)
    return array


def read_npz(
    path: Path, names: Collection[str], *, most_bytes: int = MAX_NPZ_BYTES, finite: bool = True
) -> dict[str, npt.NDArray[Any]]:
    """The named members of a .npz file; a name that is not there is left out.

    Args:
        most_bytes: of the named members together, unpacked.
        finite: refuse floats that are not finite.

    Raises:
        ArrayFileError: missing, damaged, pickled, unreasonably large, or holding neither numbers nor text.
    """
    if not file_exists(path):
        raise ArrayFileError(Message("is missing"))
    with (
        refusing_malformed(lambda error: ArrayFileError(_reason(error)), ArrayFileError),
        open_zip(path, lambda _: ArrayFileError(_NO_ARRAYS)) as archive,
    ):
        members = {
            name: info for info in archive.infolist() if (name := info.filename.removesuffix(".npy")) in names
        }
        check_size(sum(info.file_size for info in members.values()), most_bytes)
        arrays = {name: _member(archive, info) for name, info in members.items()}
    if finite:
        for array in arrays.values():
            _check_finite(array)
    return arrays


def check_size(size: int, most: int) -> None:
    """Raise ArrayFileTooLarge for an array of more than `most` bytes."""
    if size > most:
        raise ArrayFileTooLarge(Message("would unpack to {gigabytes:.1f} GB", gigabytes=size / 1e9))


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> npt.NDArray[Any]:
    """One array of a .npz file, whose header is compared with its size before memory is taken for it."""
    if not readable_member(info):
        raise ArrayFileError(Message("is packed in a way that NumPy does not use"))
    with archive.open(info) as source:
        data = source.read(info.file_size)
    file = io.BytesIO(data)
    magic, reader = file.read(len(_MAGIC)), _READERS.get(file.read(2))
    if magic != _MAGIC or reader is None:
        raise ArrayFileError(_NO_ARRAYS)
    shape, fortran_order, dtype = reader(file)
    if dtype.hasobject:
        raise ArrayFileError(_PICKLE)
    if dtype.kind not in _KINDS:
        raise ArrayFileError(Message("holds {dtype}, which is neither a number nor text", dtype=dtype.name))
    count = math.prod(shape)
    if (
        dtype.itemsize < 0
        or any(size < 0 for size in shape)
        or count * dtype.itemsize > len(data) - file.tell()
    ):
        raise ArrayFileError(Message("is cut short"))
    _check_rows(shape)
    array: npt.NDArray[Any] = np.zeros(0, dtype)
    if count and dtype.itemsize:
        array = np.frombuffer(data, dtype, count, file.tell())
        if dtype.kind == "U" and not _is_text(array):
            raise ArrayFileError(Message("holds text that is not valid"))
    return array.reshape(shape, order="F" if fortran_order else "C")


def _is_text(array: npt.NDArray[Any]) -> bool:
    """Whether every character of an array of texts is one; Python may fail on others much later."""
    codes = array.view(f"{array.dtype.str[0]}u4")  # in its own order of bytes
    return not ((codes > _LAST_CHARACTER) | ((codes >= 0xD800) & (codes < 0xE000))).any()


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


def _check_rows(shape: tuple[int, ...]) -> None:
    if shape and shape[0] and 0 in shape[1:]:
        raise ArrayFileError(Message("has rows without columns"))


def _check_finite(array: npt.NDArray[Any]) -> None:
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        raise ArrayFileError(Message("holds values that are not numbers (NaN or infinite)"))


_PICKLE: Final = Message("holds Python objects (a pickle), which are never loaded")
_NO_ARRAYS: Final = Message("is damaged or is not an array file")
# By the first two bytes: a zip, and the protocols of pickles that NumPy has used.
_OTHERS: Final = {
    b"PK": Message("holds several arrays instead of one"),
    **{b"\x80" + bytes([protocol]): _PICKLE for protocol in range(2, 6)},
}


def _reason(error: Exception) -> Message:
    text = str(error).lower()
    if "pickle" in text or "python objects" in text:
        return _PICKLE
    if isinstance(error, MemoryError):
        return Message("needs more memory than there is")
    if isinstance(error, OSError) and error.strerror:
        return Message("cannot be read: {strerror}", strerror=error.strerror)
    return _NO_ARRAYS
