"""Where a frozen program starts."""

from __future__ import annotations

import ctypes
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


if __name__ == "__main__":
    if sys.platform == "linux":
        load_missing_opengl(Path(sys._MEIPASS) / "opengl")  # type: ignore[attr-defined]
    from desktop_app.__main__ import main

    main()
