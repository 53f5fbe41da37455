"""Where a frozen program starts."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

# In the order in which they need each other. PyInstaller packs none: a computer has those of its drivers.
OPENGL = ("libxcb.so.1", "libGLdispatch.so.0", "libGLX.so.0", "libOpenGL.so.0", "libGL.so.1", "libEGL.so.1")


def load_missing_opengl(folder: Path) -> None:
    """Load the libraries that a bare system lacks. Those of the system, which know its drivers, come first."""
    for name in OPENGL:
        try:
            ctypes.CDLL(name, ctypes.RTLD_GLOBAL)
        except OSError:
            ctypes.CDLL(str(folder / name), ctypes.RTLD_GLOBAL)


def restore_library_path() -> None:
    """Give programs that this one opens, such as a browser, the libraries of the system.

    PyInstaller's bootloader points LD_LIBRARY_PATH at the folder. The loader of this process has read it
    already, and a process of this program sets it anew if it is told that it does not run in the first one.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    if before:
        os.environ["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    if sys.platform == "linux":
        load_missing_opengl(Path(sys._MEIPASS) / "opengl")  # type: ignore[attr-defined]
        restore_library_path()
    from desktop_app.__main__ import main

    main()
