"""Reads the weights of published networks."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy.typing as npt

from desktop_app.engine.array_files import ArrayFileError, read_npz
from desktop_app.errors import DatasetError
from desktop_app.files import sha256_file
from desktop_app.message import Message


def read_teacher(path: Path, names: Collection[str]) -> dict[str, npt.NDArray[Any]]:
    """The named arrays of a file.

    Raises:
        DatasetError: it is missing or damaged, or lacks one of them.
    """
    try:
        arrays = read_npz(path, names)
    except ArrayFileError as error:
        raise unusable(path, str(error)) from error
    if missing := sorted(set(names) - set(arrays)):
        raise unusable(path, f"without {', '.join(missing)}")
    return arrays


def teachers_provenance(folder: Path) -> dict[str, str]:
    """The sha256 of each file of weights in a folder of published networks, by name."""
    return {path.name: sha256_file(path) for path in sorted(folder.glob("*.npz"))}


def unusable(path: Path, reason: str) -> DatasetError:
    """The error for a teacher that cannot be read."""
    return DatasetError(
        Message("{folder} holds no teacher: {file} cannot be read.", folder=path.parent, file=path.name),
        Message("Name a folder of published networks (docs/training.md), or train without --teachers."),
        detail=reason,
    )
