"""Zip files with the same bytes for the same content."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Final

EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def write_zip(folder: Path, target: Path, inside: str, extra: dict[str, bytes] | None = None) -> None:
    """Pack a folder.

    Args:
        folder: packed whole, in sorted order.
        target: overwritten.
        inside: name of the one folder in the archive.
        extra: more files in that folder, by name.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            _add(packed, f"{inside}/{file.relative_to(folder).as_posix()}", file.read_bytes())
        for name, content in sorted((extra or {}).items()):
            _add(packed, f"{inside}/{name}", content)


def _add(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    packed.writestr(entry, content)
