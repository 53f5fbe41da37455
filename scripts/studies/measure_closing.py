"""How long the program takes to end when its window is closed at different moments after the start.

    python -m scripts.studies.measure_closing [--at 0.2 0.5 1 2 4] [--runs 3] [--cold]

Each run is a process of its own without a display, with the built-in sample as its source. Printed for each
moment, worst of the runs: until the window was gone, until the process had ended, and how it ended. Models are
being loaded in the first seconds. `--cold` asks the system to forget the files of the tracker first, as after
the computer was started.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer


class HideWatch(QObject):
    """Prints when a window is hidden."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if event.type() is QEvent.Type.Hide:
            print("hidden", time.monotonic(), flush=True)
        return super().eventFilter(watched, event)


def child(at_s: float) -> None:
    """Run the program as the command does, close its window, and end the process."""
    from desktop_app import __main__ as command
    from desktop_app import paths
    from desktop_app.app.application import prepare_application
    from desktop_app.app.main_window import MainWindow
    from desktop_app.cli import app_window
    from desktop_app.settings_file import SettingsStore

    app = prepare_application()
    watch = HideWatch()

    def close() -> None:
        (window,) = (one for one in app.topLevelWidgets() if isinstance(one, MainWindow))
        window.installEventFilter(watch)
        print("close", time.monotonic(), flush=True)
        window.close()

    QTimer.singleShot(round(at_s * 1000), close)
    store = SettingsStore(flags={"input.source": str(paths.sample_recording())})
    code = app_window.run(store, (1280, 800), "live")
    print("returned", time.monotonic(), flush=True)
    getattr(command, "end_process", sys.exit)(code)


def forget_files() -> None:
    """Drop MediaPipe and what it imports from the page cache."""
    for package in ("mediapipe", "matplotlib", "cv2", "numpy", "jax", "scipy", "onnxruntime", "PIL"):
        spec = importlib.util.find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
            for path in Path(folder).rglob("*"):
                if path.is_file():
                    descriptor = os.open(path, os.O_RDONLY)
                    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
                    os.close(descriptor)


def measure(at_s: float) -> tuple[float, float, str]:
    """Seconds until the window was gone and until the process had ended, and how it ended."""
    with tempfile.TemporaryDirectory() as home:
        folders = {f"SIGNMIRROR_{name}_DIR": f"{home}/{name}" for name in ("CONFIG", "DATA", "LOG")}
        done = subprocess.run(
            [sys.executable, "-m", "scripts.studies.measure_closing", "--child", str(at_s)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **folders},
            capture_output=True,
            text=True,
            check=False,
        )
        ended = time.monotonic()
    times = {word: float(value) for word, value in (line.split() for line in done.stdout.splitlines())}
    how = f"exit {done.returncode}" + (", with a traceback" if "Traceback" in done.stderr else "")
    return times["hidden"] - times["close"], ended - times["close"], how


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--at", type=float, nargs="+", default=[0.2, 0.5, 1, 1.5, 2, 3, 5, 8])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--cold", action="store_true")
    parser.add_argument("--child", type=float, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child is not None:
        child(arguments.child)
    print("closed after  window gone  process ended")
    for at_s in arguments.at:
        found = []
        for _ in range(arguments.runs):
            if arguments.cold:
                forget_files()
            found.append(measure(at_s))
        gone, ended = max(one[0] for one in found), max(one[1] for one in found)
        print(f"{at_s:9.1f} s  {gone:9.2f} s  {ended:11.2f} s  {', '.join(sorted({one[2] for one in found}))}")


if __name__ == "__main__":
    main()
