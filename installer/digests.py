"""Lists of files with their digests: two builds are compared by them, downloads are checked against them."""

from __future__ import annotations

import hashlib
from pathlib import Path


def file_digest(file: Path) -> str:
    """SHA-256 in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def digest_lines(folder: Path) -> list[str]:
    """One line a file, as `sha256sum` writes them, sorted by path."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return [f"{file_digest(file)}  {file.relative_to(folder).as_posix()}" for file in files]


def write_digests(files: list[Path], target: Path) -> None:
    """Write SHA256SUMS for finished downloads; `sha256sum --check` reads it in their folder."""
    lines = [f"{file_digest(file)}  {file.name}\n" for file in sorted(files)]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
