"""Writes the icon of the Windows program, from the one drawing of it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from installer.drawing import render_icon

SIZES: Final = (16, 20, 24, 32, 48, 64, 128, 256)


def write_icon(drawing: Path, target: Path) -> None:
    """Write an .ico file with every size that Windows asks for.

    Args:
        drawing: an SVG.
        target: overwritten.
    """
    pictures = [render_icon(drawing, size) for size in SIZES]
    sizes = [(size, size) for size in SIZES]
    pictures[-1].save(target, format="ICO", sizes=sizes, append_images=pictures[:-1])
