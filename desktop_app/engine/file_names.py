"""Finds the file that a table means by a name that was written on another system, by hand, or long ago."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Final

from desktop_app.engine.file_kinds import CLIP_SUFFIXES, FEATURE_SUFFIX, visible_files
from desktop_app.files import file_exists

_SUFFIXES: Final = CLIP_SUFFIXES | {FEATURE_SUFFIX}


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)  # macOS writes letters and accents apart


def _folded(name: str) -> str:
    return _composed(name).casefold()


def _base(name: str) -> str:
    return _folded(PurePosixPath(name).name)


def _stem(name: str) -> str:
    """The base name without the suffix of a clip; `a.b` alone has none."""
    base = _base(name)
    suffix = PurePosixPath(base).suffix
    return base.removesuffix(suffix) if suffix in _SUFFIXES else base


# From the strictest to the most lenient; the first one that finds anything decides.
_SPELLINGS: Final[tuple[Callable[[str], str], ...]] = (_composed, _folded, _base, _stem)


class FileFinder:
    """Finds clips below some folders.

    Args:
        roots: in which relative names are looked up, the most likely first.
    """

    def __init__(self, *roots: Path) -> None:
        self._roots = tuple(dict.fromkeys(roots))

    def find(self, name: str) -> tuple[Path, ...]:
        """The files that a name may mean: one, none, or several of which none is meant more than another.

        In this order: the name as it is; the same name however its accents are encoded; in any case; the base
        name in any folder; the base name with another suffix.
        """
        name = name.replace("\\", "/").removeprefix("./")
        if not name:
            return ()
        for root in self._roots:
            if file_exists(root / name):
                return (root / name,)
        for spelling, index in zip(_SPELLINGS, self._indices, strict=True):
            found = index.get(spelling(name))
            if found:
                return tuple(sorted(found))
        return ()

    @cached_property
    def _indices(self) -> tuple[dict[str, set[Path]], ...]:
        indices: tuple[dict[str, set[Path]], ...] = tuple({} for _ in _SPELLINGS)
        for root in self._roots:
            for path in visible_files(root):
                if path.suffix.lower() in _SUFFIXES:
                    for spelling, index in zip(_SPELLINGS, indices, strict=True):
                        key = spelling(path.relative_to(root).as_posix())
                        index.setdefault(key, set()).add(path)
        return indices
