"""Writes a film in which nobody signs: enough for MediaPipe to open every file that it needs.

python -m installer.drawn_film FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

import cv2
import numpy as np

FRAMES = 30


def write_drawn_film(target: Path) -> None:
    """Write a second of 320 x 240 pictures with a moving disc. Raises OSError where it cannot be written."""
    writer = cv2.VideoWriter(str(target), cv2.VideoWriter.fourcc(*"mp4v"), 30.0, (320, 240))
    if not writer.isOpened():
        raise OSError(f"cannot write {target}")
    for index in range(FRAMES):
        picture = np.full((240, 320, 3), 180, np.uint8)
        cv2.circle(picture, (80 + 4 * index, 120), 40, (60, 90, 160), -1)
        writer.write(picture)
    writer.release()


if __name__ == "__main__":
    write_drawn_film(Path(sys.argv[1]))
