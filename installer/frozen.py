"""What PyInstaller is told, for Linux and macOS; the specifications beside it call this.

PyInstaller finds what is imported. This adds what is opened as a file and what is imported by name, and leaves
out by the rules of layout.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from installer.layout import MEDIAPIPE_MODELS, left_out
from installer.product import ROOT

EXCLUDED: Final = (
    *("av", "tkinter", "PyQt5", "PyQt6", "torch", "tensorflow", "jax", "sympy", "mpmath", "IPython", "pytest"),
    *(
        "setuptools",
        "pkg_resources",
        "readline",
        "PySide6.QtQml",
        "PySide6.QtQuick",
        "PySide6.QtPdf",
        "matplotlib.tests",
    ),
    *(
        "pandas.tests",
        "numpy.tests",
        "onnxruntime.tools",
        "onnxruntime.transformers",
        "onnxruntime.quantization",
    ),
)
# Imported by name when a server starts.
SERVER_MODULES: Final = (
    "uvicorn.logging",
    "uvicorn.loops.auto",
    "uvicorn.protocols.http.auto",
    "uvicorn.protocols.websockets.auto",
    "uvicorn.lifespan.on",
)
# `importlib.metadata` is asked for these.
METADATA: Final = (
    *("signmirror", "PySide6", "mediapipe", "opencv-contrib-python", "onnxruntime", "numpy", "pandas"),
    *("dtaidistance", "fastdtw", "pyqtgraph"),
)

Entry = tuple[str, str, str]
"""(path in the folder, path on this computer, kind), as PyInstaller lists files."""


def data_files(site: Path, notices: Path) -> list[tuple[str, str]]:
    """(file, folder) pairs of what the program opens at run time.

    Args:
        site: the `site-packages` that is packed.
        notices: a folder with THIRD_PARTY.txt and the bill of materials.
    """
    models = [
        (str(file), str(file.parent.relative_to(site)))
        for file in sorted((site / "mediapipe/modules").rglob("*"))
        if file.name in MEDIAPIPE_MODELS
    ]
    fonts = [(str(file), "qtawesome/fonts") for file in sorted((site / "qtawesome/fonts").glob("phosphor-*"))]
    own = [
        (str(ROOT / "assets"), "desktop_app/assets"),
        (str(ROOT / "desktop_app/api/static"), "desktop_app/api/static"),
        (str(notices / "THIRD_PARTY.txt"), "desktop_app/assets"),
    ]
    return own + models + fonts


def shipped(entries: Iterable[Any]) -> list[Any]:
    """The entries of a table of contents that ship; links whose file does not ship go with it."""
    kept = [entry for entry in entries if left_out(entry[0].replace("\\", "/")) is None]
    names = {entry[0] for entry in kept}
    return [
        entry
        for entry in kept
        if entry[2] != "SYMLINK" or str(Path(entry[0]).parent / entry[1]).removeprefix("./") in names
    ]
