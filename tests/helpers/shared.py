"""Where the recordings beside the project are, and what to do when they are not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_REPOSITORY = Path(__file__).resolve().parents[2]


def shared_data() -> Path | None:
    """Folder of the recordings: SIGNMIRROR_SHARED_DATA, else the `shared/data` folder beside the repository."""
    named = os.environ.get("SIGNMIRROR_SHARED_DATA")
    folder = Path(named) if named else _REPOSITORY.parent / "shared" / "data"
    return folder if folder.is_dir() else None


def in_ci() -> bool:
    """A run that must not skip anything silently."""
    return os.environ.get("CI", "").lower() == "true"


def needs_shared() -> Path:
    """The folder, or skip with a reason; fail in CI, where it must be there."""
    folder = shared_data()
    if folder is None:
        reason = "The recordings are not there: set SIGNMIRROR_SHARED_DATA to their folder."
        if in_ci():
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return folder


def shared_video(name: str) -> Path:
    """One video of the recordings, for example `asl_hello`."""
    path = needs_shared() / "videos" / f"{name}.mp4"
    if not path.is_file():
        pytest.fail(f"{path.name} is missing among the recordings.", pytrace=False)
    return path
