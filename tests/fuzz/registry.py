"""The list of fuzz targets. A file in `targets/` adds to it by being imported."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.errors import AppError

Files = dict[str, bytes]  # by path relative to the folder of an input
Repair = Callable[[Files], Files]


@dataclass(frozen=True, slots=True)
class FuzzTarget:
    """A parser.

    Attributes:
        parse: reads the input in a folder.
        seeds: each writes a valid input into an empty folder.
        repair: applied to most mutated inputs, and to the members of archives in them.
        refusals: exceptions that the parser may raise.
    """

    name: str
    parse: Callable[[Path], object]
    seeds: tuple[Callable[[Path], object], ...]
    repair: Repair | None
    refusals: tuple[type[Exception], ...]


_targets: Final[dict[str, FuzzTarget]] = {}


def target(
    name: str,
    *seeds: Callable[[Path], object],
    repair: Repair | None = None,
    refusals: tuple[type[Exception], ...] = (AppError,),
) -> Callable[[Callable[[Path], object]], Callable[[Path], object]]:
    """Register the decorated function as a target."""

    def register(parse: Callable[[Path], object]) -> Callable[[Path], object]:
        assert name not in _targets, name
        _targets[name] = FuzzTarget(name, parse, seeds, repair, refusals)
        return parse

    return register


def all_targets() -> dict[str, FuzzTarget]:
    """Every target by name."""
    from tests.fuzz import targets

    for module in pkgutil.iter_modules(targets.__path__):
        importlib.import_module(f"{targets.__name__}.{module.name}")
    return dict(sorted(_targets.items()))


def files_in(folder: Path) -> Files:
    """What lies in a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write_files(folder: Path, files: Files) -> None:
    """Write files into a folder that is empty."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
