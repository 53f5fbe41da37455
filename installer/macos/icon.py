"""Writes the icon of the macOS app, from the one drawing of it.

python -m installer.macos.icon TARGET.icns
"""

from __future__ import annotations

import sys
from pathlib import Path

from installer.drawing import render_icon
from installer.product import ICON


def write_icns(target: Path) -> None:
    """Render the drawing at 1024 pixels; smaller sizes are made from it."""
    render_icon(ICON, 1024).save(target, format="ICNS")


if __name__ == "__main__":
    write_icns(Path(sys.argv[1]))
