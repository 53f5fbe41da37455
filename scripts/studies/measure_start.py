"""How long the program takes from its start to its window, and to the first picture in it, on a display.

    python -m scripts.studies.measure_start NAME=COMMAND NAME=COMMAND ... [--runs 7]

Needs Xvfb. The commands take turns, so that other work on the computer slows all of them. Each opens the
window on a film of one colour that the window does not have, and the memory of Xvfb is read until that colour
appears. The first run of each command is not counted: it reads the files from the disk.
"""

from __future__ import annotations

import argparse
import mmap
import os
import shlex
import statistics
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

WIDTH, HEIGHT = 1280, 800
COLOUR = (255, 0, 255)
WAIT_S = 120.0
STEP = 4
"""Every fourth pixel of every fourth row is enough, and leaves the processor to the program."""


def write_film(target: Path) -> None:
    """A minute of one colour, 320 x 240, so that the picture is still there when it is looked for."""
    writer = cv2.VideoWriter(str(target), cv2.VideoWriter.fourcc(*"mp4v"), 30.0, (320, 240))
    for _ in range(1800):
        writer.write(np.full((240, 320, 3), COLOUR, np.uint8))
    writer.release()


@contextmanager
def display() -> Iterator[tuple[str, npt.NDArray[np.uint8]]]:
    """An X display, and its pixels (HEIGHT, WIDTH, 4) as they change."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["Xvfb", "-displayfd", "1", "-fbdir", folder, "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            assert server.stdout is not None
            name = f":{server.stdout.readline().decode().strip()}"
            with (Path(folder) / "Xvfb_screen0").open("rb") as file:
                memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            header = struct.unpack(">25I", memory[:100])  # the format of xwd
            start, row = header[0] + 12 * header[19], header[12]
            pixels = np.frombuffer(memory, np.uint8, row * HEIGHT, start).reshape(HEIGHT, row // 4, 4)
            yield name, pixels[:, :WIDTH]
        finally:
            server.terminate()
            server.wait(10)


def measure(
    command: list[str], screen: npt.NDArray[np.uint8], variables: dict[str, str]
) -> tuple[float, float]:
    """Seconds until the window covers half of the screen, and until the film's colour covers a fiftieth."""
    seen = screen[::STEP, ::STEP, :3]
    empty = seen.copy()
    began = time.perf_counter()
    process = subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    window = 0.0
    try:
        while time.perf_counter() - began < WAIT_S and process.poll() is None:
            now = time.perf_counter() - began
            if not window and (seen != empty).any(axis=2).mean() > 0.5:
                window = now
            if (np.abs(seen.astype(np.int16) - COLOUR).max(axis=2) < 60).mean() > 0.02:
                return window or now, now
            time.sleep(0.01)
    finally:
        process.terminate()
        process.wait(30)
        while (seen != empty).any():
            time.sleep(0.05)
    raise SystemExit(f"No picture: {shlex.join(command)}")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("commands", nargs="+", metavar="NAME=COMMAND")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    named = dict(text.split("=", 1) for text in options.commands)
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in named}
    with display() as (display_name, screen), tempfile.TemporaryDirectory() as folder:
        film = Path(folder) / "film.mp4"
        write_film(film)
        own = {f"SIGNMIRROR_{name}_DIR": f"{folder}/{name}" for name in ("DATA", "CONFIG", "CACHE", "LOG")}
        variables = {**os.environ, **own, "DISPLAY": display_name, "QT_QPA_PLATFORM": "xcb"}
        for run in range(options.runs + 1):
            for name, command in named.items():
                arguments = ["app", "--source", str(film), "--size", f"{WIDTH}x{HEIGHT}"]
                times = measure([*shlex.split(command), *arguments], screen, variables)
                if run:
                    found[name].append(times)
    for name, measured in found.items():
        window, picture = [one for one, _ in measured], [other for _, other in measured]
        print(
            f"{name}: window {statistics.median(window):.2f} s, first picture "
            f"{statistics.median(picture):.2f} s ({min(picture):.2f} to {max(picture):.2f})"
        )


if __name__ == "__main__":
    main()
