"""Arrays as a widely copied tutorial makes them: `SIGN/TAKE/0.npy`, a frame of 1,662 numbers each.

A frame is the pose (33 points with x, y, z and visibility), the face (468), the left and the right hand (21
each), in MediaPipe's picture coordinates; parts that were not seen are zeros. There is no rate and no picture
size: the aspect is measured on the face.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.array_files import ArrayFileError, open_array, read_array
from desktop_app.engine.file_kinds import FEATURE_SUFFIX, is_visible
from desktop_app.engine.records import FloatArray
from desktop_app.engine.sources.images import natural_key
from desktop_app.errors import DatasetError
from desktop_app.files import sha256
from desktop_app.message import Message
from desktop_app.training.corpora.base import ClipJob, safe_id
from desktop_app.training.corpora.gislr import face_aspect

COLUMNS: Final = 1662
_POSE: Final = slice(0, 132)
_FACE: Final = slice(132, 1536)
_LEFT: Final = slice(1536, 1599)
_RIGHT: Final = slice(1599, 1662)


class KeyPoints:
    """A folder a sign, in it a folder a take with an array a frame, or an array (frames, 1662) a take."""

    name = "keypoints"

    def recognises(self, path: Path) -> bool:
        """A folder whose first array has as many numbers."""
        return path.is_dir() and any(
            _width(frames[0]) == COLUMNS for _, take in _takes(path) if (frames := _frames(take))[:1]
        )

    def jobs(self, path: Path) -> Iterator[ClipJob]:
        """One job a take. Signers are not known."""
        takes = list(_takes(path))
        if not takes:
            raise DatasetError(
                Message("{path} has no folder of takes with .npy files.", path=path),
                Message("It needs SIGN/TAKE/0.npy, 1.npy and so on."),
            )
        for sign, take in takes:
            stamps = [(one.name, one.stat().st_size, one.stat().st_mtime_ns) for one in _frames(take)]
            yield ClipJob(
                clip_id=safe_id(f"{sign}-{take.stem}"),
                kind="keypoints",
                path=take,
                index=0,
                sentence=sign.replace("_", " "),
                category="",
                signer_id="unknown",
                fingerprint=sha256(repr(stamps).encode(errors="surrogatepass")),
            )


def read_take(path: Path) -> tuple[FloatArray, float | None]:
    """Raw rows (T, 540) float32 of one take, and the aspect of its pictures or None without a face.

    Raises:
        DatasetError: a file is no array of 1,662 numbers a frame.
    """
    rows: list[FloatArray] = []
    for file in _frames(path):
        try:
            array = read_array(file, ndim=_rank(file))
        except ArrayFileError as error:
            raise DatasetError(
                Message("{file} {problem}.", file=f"{path.name}/{file.name}", problem=error.message),
                Message("Record this take again, or remove it."),
            ) from error
        if array.shape[-1] != COLUMNS or not array.size:
            raise DatasetError(
                Message(
                    "{file} has no frames of {columns} numbers.",
                    file=f"{path.name}/{file.name}",
                    columns=COLUMNS,
                ),
                Message("Record this take again, or remove it."),
            )
        rows.append(array.reshape(-1, COLUMNS).astype(np.float32))
    if not rows:
        raise DatasetError(Message("{file} has no frames.", file=path.name), Message("Remove this take."))
    frames = np.concatenate(rows)
    raw = np.zeros((len(frames), layout.FEATURE_DIM), np.float32)
    mesh = frames[:, _FACE].reshape(len(frames), -1, 3)
    raw[:, layout.POSE] = frames[:, _POSE]
    raw[:, layout.FACE] = mesh[:, list(layout.FACE_INDICES)].reshape(len(frames), -1)
    raw[:, layout.LEFT_HAND] = frames[:, _LEFT]
    raw[:, layout.RIGHT_HAND] = frames[:, _RIGHT]
    return raw, face_aspect(mesh[mesh.any(axis=(1, 2))])


def _takes(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every sign with each of its takes, which are folders or arrays."""
    for sign in _sorted(folder):
        if sign.is_dir():
            for take in _sorted(sign):
                if (take.is_dir() and _frames(take)) or take.suffix.lower() == FEATURE_SUFFIX:
                    yield sign.name, take


def _frames(take: Path) -> list[Path]:
    if take.is_file():
        return [take]
    return [file for file in _sorted(take) if file.suffix.lower() == FEATURE_SUFFIX and file.is_file()]


def _sorted(folder: Path) -> list[Path]:
    found = [path for path in folder.iterdir() if is_visible(path.name)]
    return sorted(found, key=lambda path: natural_key(path.name))


def _rank(file: Path) -> int:
    return len(_shape(file)) or 1


def _width(file: Path) -> int:
    shape = _shape(file)
    return shape[-1] if shape else 0


def _shape(file: Path) -> tuple[int, ...]:
    """The shape that the header of an array tells; empty where it cannot be read."""
    try:
        return open_array(file).shape
    except ArrayFileError:
        return ()
