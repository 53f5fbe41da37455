"""Names of files inside a pack: what may be a member, on every system the program runs on."""

from __future__ import annotations

import re
from typing import Final

MAX_NAME: Final = 200
_PART: Final = re.compile(r"[^\x00-\x1f<>:\"|?*\\/]{1,120}")
# Windows gives these names to devices, whatever their ending.
_DEVICES: Final = {"con", "prn", "aux", "nul", *(f"{p}{i}" for p in ("com", "lpt") for i in range(1, 10))}
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")


def is_safe_member(name: str) -> bool:
    """A relative path with forward slashes that stays inside the pack everywhere."""
    if not name or len(name) > MAX_NAME or name.startswith("/") or "\\" in name:
        return False
    for part in name.split("/"):
        if part in ("", ".", "..") or not _PART.fullmatch(part):
            return False
        if part[-1] in ". " or part.split(".")[0].lower() in _DEVICES:
            return False
    return True


def slug(text: str, fallback: str = "clip") -> str:
    """A file name made of a text: plain letters, digits, dots, dashes; at most 60 characters."""
    name = _UNSAFE.sub("-", text.strip()).strip("-.")[:60].rstrip("-.").lower()
    return name if name and is_safe_member(name) else fallback
