"""Finds a reference clip by its file name, without a way out of the folders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from desktop_app.api.engine_box import VIDEO_TYPES
from desktop_app.api.errors import ApiError
from desktop_app.engine.packs.safe_paths import is_safe_member
from desktop_app.message import Message

_RANGE: Final = re.compile(r"(\d{0,18})-(\d{0,18})")


def find_video(name: str, videos_dir: Path | None, known: Mapping[str, Path]) -> Path:
    """The file behind `/videos/{name}`.

    Separators, drive letters, `..`, device names and control characters are refused, and the target of a link
    must be in the folder of the link.

    Raises:
        ApiError: 404, equally for invalid and for unknown names.
    """
    if is_safe_member(name) and "/" not in name and Path(name).suffix.lower() in VIDEO_TYPES:
        if videos_dir is not None:
            found = _inside(videos_dir, name)
            if found is not None:
                return found
        path = known.get(name)
        found = _inside(path.parent, path.name) if path is not None else None
        if found is not None:
            return found
    raise ApiError(
        404,
        "video.not_found",
        Message("There is no such reference clip."),
        Message("Take the name from `video_url`."),
        field="filename",
    )


def has_video(name: str, videos_dir: Path | None, known: Mapping[str, Path]) -> bool:
    """Whether `/videos/{name}` exists."""
    try:
        find_video(name, videos_dir, known)
    except ApiError:
        return False
    return True


def check_range(header: str | None, size: int) -> str | None:
    """The Range header to answer, or None to send the whole file (also for an unsupported header).

    Raises:
        ApiError: 416 for a range after the end.
    """
    if header is None or not header.startswith("bytes="):
        return None
    found = _RANGE.fullmatch(header.removeprefix("bytes=").strip())
    if found is None or found.group() == "-":
        return None  # several ranges, or none
    first, last = found.groups()
    if first and last and int(first) > int(last):
        return None
    if (first and int(first) >= size) or (not first and int(last) == 0):
        raise ApiError(
            416,
            "video.range",
            Message("The clip has {size} bytes.", size=size),
            Message("Ask for bytes that are there."),
            field="Range",
            headers={"Content-Range": f"bytes */{size}"},
        )
    return f"bytes={first}-{last}"


def _inside(folder: Path, name: str) -> Path | None:
    try:
        home = folder.resolve(strict=True)
        path = (home / name).resolve(strict=True)
    except (OSError, RuntimeError, ValueError):  # not there, or links in a circle
        return None
    return path if path.is_file() and home in path.parents else None
