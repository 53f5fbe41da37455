"""Name, version and publisher, read from pyproject.toml: the one place where they are written down."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
ICON: Final = ROOT / "desktop_app/api/static/icon.svg"
MINIMUM_MACOS: Final = "15.0"
"""Parts of PySide6 6.11 are built for macOS 15, MediaPipe for 14.5: see installer/macos/inspect_wheels.py."""

EXTRAS: Final = ("api",)
"""Optional dependencies that every installer contains; see pyproject.toml."""


@dataclass(frozen=True, slots=True)
class Product:
    """What title bars, file properties and package lists say."""

    name: str
    version: str
    description: str
    publisher: str
    licence: str

    @property
    def file_version(self) -> tuple[int, int, int, int]:
        """The version as Windows stores it in a file: four numbers."""
        numbers = [int(part) for part in self.version.split(".")[:3]]
        return (*numbers, *[0] * (4 - len(numbers)))  # type: ignore[return-value]


def read_product(root: Path = ROOT) -> Product:
    """Read the product's facts. Raises KeyError or ValueError where pyproject.toml lacks them."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return Product(
        name="SignMirror",
        version=project["version"],
        description=project["description"],
        publisher="SignMirror project",
        licence=project["license"],
    )
