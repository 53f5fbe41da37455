"""Which files are clips, tables or annotations by their names, and which files of a folder count at all."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

VIDEO_SUFFIXES: Final = frozenset(
    {
        ".3g2", ".3gp", ".asf", ".avi", ".flv", ".gif", ".m2ts", ".m4v", ".mkv", ".mov", ".mp4", ".mpeg",
        ".mpg", ".mts", ".ogv", ".ts", ".webm", ".wmv",
    }
)  # fmt: skip
RECORDING_SUFFIXES: Final = frozenset({".npz", ".pose"})
CLIP_SUFFIXES: Final = VIDEO_SUFFIXES | RECORDING_SUFFIXES
IMAGE_SUFFIXES: Final = frozenset({".bmp", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"})
FEATURE_SUFFIX: Final = ".npy"
TABLE_SUFFIXES: Final = frozenset({".csv", ".tsv", ".xlsx"})
# Tables that only their own programs read. They are named, so that nobody believes that they were used.
FOREIGN_TABLE_SUFFIXES: Final = frozenset({".numbers", ".ods", ".xls"})
ANNOTATION_SUFFIXES: Final = frozenset({".eaf", ".srt", ".vtt"})
_SYSTEM_FOLDERS: Final = frozenset({"__MACOSX", "$RECYCLE.BIN", "System Volume Information"})
_SYSTEM_FILES: Final = frozenset({"desktop.ini", "thumbs.db"})


@dataclass(frozen=True, slots=True)
class FolderListing:
    """The visible files below a folder, sorted.

    Attributes:
        clips: those with a suffix that was asked for.
        others: all others, and folders that cannot be read.
    """

    clips: tuple[Path, ...]
    others: tuple[Path, ...]


def list_clips(folder: Path, suffixes: Collection[str] = CLIP_SUFFIXES) -> FolderListing:
    """The clips below a folder. Hidden files and those that systems leave behind do not count."""
    unreadable: list[OSError] = []
    clips: list[Path] = []
    others: list[Path] = []
    for path in visible_files(folder, unreadable):
        (clips if path.suffix.lower() in suffixes else others).append(path)
    others += [Path(os.fsdecode(error.filename)) for error in unreadable if error.filename]
    return FolderListing(tuple(sorted(clips)), tuple(sorted(others)))


def visible_files(folder: Path, unreadable: list[OSError] | None = None) -> Iterator[Path]:
    """Every file below a folder that is not hidden, in no order; errors of folders go to `unreadable`."""
    for root, folders, names in os.walk(folder, onerror=None if unreadable is None else unreadable.append):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _SYSTEM_FOLDERS]
        for name in names:
            path = Path(root, name)
            if is_visible(name) and path.is_file():
                yield path


def is_visible(name: str) -> bool:
    """Whether a file name is neither hidden (macOS leaves `._clip.mp4`) nor a leftover of a system."""
    return not name.startswith(".") and name.lower() not in _SYSTEM_FILES


def patterns(*groups: Collection[str]) -> str:
    """Suffixes as a file dialog wants them: `*.mov *.mp4`."""
    return " ".join(f"*{suffix}" for suffix in sorted(frozenset().union(*groups)))


def is_recording(path: Path) -> bool:
    """Whether a path is named like a landmark recording."""
    return path.suffix.lower() in RECORDING_SUFFIXES
