"""Safe names for files inside a pack, on every operating system."""

from __future__ import annotations

import re
from typing import Final

MAX_NAME: Final = 200
MAX_PART_BYTES: Final = 255  # of most file systems
_PART: Final = re.compile(r"[^\x00-\x1f<>:\"|?*\\/]{1,120}")
# Device names on Windows, with any extension.
_DEVICES: Final = {"con", "prn", "aux", "nul", *(f"{p}{i}" for p in ("com", "lpt") for i in range(1, 10))}
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")


def is_safe_member(name: str) -> bool:
    """Whether a name is a relative path with forward slashes that is valid and stays in the pack everywhere."""
    if not name or len(name) > MAX_NAME or name.startswith("/") or "\\" in name:
        return False
    for part in name.split("/"):
        if part in ("", ".", "..") or not _PART.fullmatch(part):
            return False
        if len(part.encode("utf-8", "surrogatepass")) > MAX_PART_BYTES:
            return False
        if part[-1] in ". " or part.split(".")[0].lower() in _DEVICES:
            return False
    return True


def slug(text: str, fallback: str = "clip") -> str:
    """A file name from a text: ASCII letters, digits, dots, dashes and underscores, at most 60 characters."""
    name = _UNSAFE.sub("-", text.strip()).strip("-.")[:60].rstrip("-.").lower()
    return name if name and is_safe_member(name) else fallback
