"""What ships and what is trimmed, for every system: rules over paths inside `site-packages`.

A rule names its reason, which the build prints with the size that it saved. Paths are relative, with forward
slashes, as wheels have them on Windows (`PySide6/Qt6Core.dll`), Linux (`PySide6/Qt/lib/libQt6Core.so.6`) and
macOS (`PySide6/Qt/lib/QtCore.framework/...`).
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

QT_MODULES: Final = frozenset(
    [
        "Core",
        "Gui",
        "Widgets",
        "Multimedia",
        "Concurrent",
        "Network",
        "Svg",
        "Test",
        "OpenGL",
        "OpenGLWidgets",
        "PrintSupport",
        "DBus",
        "XcbQpa",
    ]
)
"""Qt modules that the program or pyqtgraph imports, and what these link to."""

QT_PLUGINS: Final = {
    "platforms": "qwindows qoffscreen qxcb qcocoa qminimal",  # on Wayland the window comes through Xwayland
    "styles": "*",
    "iconengines": "*",
    "imageformats": "qico qjpeg qsvg qgif",
    "multimedia": "windowsmediaplugin darwinmediaplugin",  # not Qt's FFmpeg
    "xcbglintegrations": "*",
    "platforminputcontexts": "composeplatform* ibusplatform*",
    "permissions": "*",  # asks for the camera on macOS
}

QT_TRANSLATIONS: Final = frozenset({"qtbase_fr.qm", "qtbase_en.qm"})

MEDIAPIPE_MODELS: Final = frozenset(
    [
        "face_detection_short_range.tflite",
        "face_landmark.tflite",
        "hand_landmark_full.tflite",
        "hand_recrop.tflite",
        "palm_detection_full.tflite",
        "pose_detection.tflite",
        "pose_landmark_full.tflite",
        "handedness.txt",
        "hand_landmark_tracking_cpu.binarypb",
        "holistic_landmark_cpu.binarypb",
    ]
)
"""All files that Holistic and Hands open, listed with `strace` during a session with both."""

PHOSPHOR: Final = frozenset({"phosphor-*.ttf", "phosphor-*.json"})
"""The one font of QtAwesome that the window uses; see desktop_app/ui/kit/theme.py."""

_QT_FILE: Final = re.compile(
    r"^(?:lib)?(?:Qt6?|pyside6)([A-Za-z0-9]+?)(?:\.abi3)?\.(?:dll|pyd|so(?:\.\d+)*|dylib|framework)$"
)
_SOURCES: Final = (".pyi", ".pyx", ".pxd", ".c", ".h", ".hpp", ".cpp", ".lib", ".pdb", ".a", ".fbs")


_GTK: Final = ("gtk-3", "gdk-3", "gdk_pixbuf", "atk", "atspi", "epoxy", "cairo", "pango", "thai", "datrie")


@dataclass(frozen=True, slots=True)
class Rule:
    """Files that do not ship.

    Attributes:
        reason: a few words for the report.
        patterns: shell patterns over the whole path; `*` also matches `/`.
        keep: names of files, or shell patterns over them, that ship though a pattern matches.
    """

    reason: str
    patterns: tuple[str, ...]
    keep: frozenset[str] = frozenset()

    def matches(self, path: str) -> bool:
        """Whether this rule leaves the file out."""
        name = path.rsplit("/", 1)[-1]
        return not any(fnmatchcase(name, kept) for kept in self.keep) and any(
            fnmatchcase(path, pattern) for pattern in self.patterns
        )


RULES: Final = (
    Rule(
        "sympy and mpmath", ("sympy/*", "sympy-*", "mpmath/*", "mpmath-*", "isympy.py")
    ),  # ONNX Runtime's tools
    Rule("commands of packages", ("bin/*", "share/*", "include/*", "*.whl", ".lock")),
    Rule(
        "packaging notes, which depend on the folder of the build",
        tuple(f"*.dist-info/{name}" for name in ("RECORD", "REQUESTED", "uv_*.json", "direct_url.json")),
    ),
    Rule("tests", ("PyObjCTest/*", "*/tests/*", "*/test/*", "PySide6/QtUiTools.*")),
    Rule(
        "MediaPipe models that nobody opens",
        ("mediapipe/*.tflite", "mediapipe/*.binarypb", "mediapipe/*.txt", "mediapipe/*.pbtxt"),
        MEDIAPIPE_MODELS,
    ),
    Rule("MediaPipe Tasks for C", ("mediapipe/tasks/c/*",)),
    Rule(
        "ONNX Runtime tools",
        ("onnxruntime/transformers/*", "onnxruntime/tools/*", "onnxruntime/quantization/*"),
    ),
    Rule("Matplotlib samples", ("matplotlib/mpl-data/sample_data/*", "matplotlib/mpl-data/images/*")),
    Rule("icon fonts that nothing uses", ("qtawesome/fonts/*.ttf", "qtawesome/fonts/*.json"), PHOSPHOR),
    Rule("AVIF of Pillow", ("PIL/_avif*",)),
    Rule("OpenCV cascades and plug-ins of its own Qt", ("cv2/data/*.xml", "cv2/qt/*", "*/libQt5XcbQpa-*.so*")),
    Rule("PyAV, which carries x264 and x265", ("av/*", "av-*", "av.libs/*")),
    Rule("software OpenGL", ("PySide6/opengl32sw.dll",)),
    Rule(
        "FFmpeg of Qt",
        tuple(f"PySide6/*{part}-*.dll" for part in ("avcodec", "avformat", "avutil", "swscale", "swresample"))
        + tuple(
            f"PySide6/Qt/lib/lib{part}*" for part in ("avcodec", "avformat", "avutil", "swscale", "swresample")
        ),
    ),
    Rule("Qt tools", ("PySide6/*.exe", "PySide6/Qt/libexec/*", "PySide6/scripts/*", "PySide6/doc/*")),
    # PyInstaller collects them for plug-ins that do not ship: a platform theme of Qt, and OpenCV's own Qt.
    Rule("GTK", tuple(f"lib{name}*.so*" for name in _GTK)),
    Rule("X session management", ("libSM.so*", "libICE.so*")),
    Rule("runtimes nobody links to", ("*/vcamp140.dll", "*/vccorlib140.dll")),
)


def left_out(path: str) -> str | None:
    """The reason why a file of `site-packages` does not ship, or None where it does.

    Args:
        path: relative to `site-packages`, with forward slashes.
    """
    if "__pycache__/" in path:
        return "caches"
    if path.endswith(_SOURCES):
        return "sources, stubs and import libraries"
    for rule in RULES:
        if rule.matches(path):
            return rule.reason
    return _qt_left_out(path) if path.startswith("PySide6/") else None


def _qt_left_out(path: str) -> str | None:
    parts = [part for part in path.split("/")[1:] if part not in ("Qt", "lib")]
    if parts[0] == "plugins":
        return None if len(parts) > 2 and _ships_plugin(parts[1], parts[2]) else "Qt plug-ins"
    if parts[0] == "translations":
        return None if parts[-1] in QT_TRANSLATIONS else "Qt translations"
    if len(parts) == 1 and "." not in parts[0]:
        return "Qt tools"  # as Linux and macOS have them
    found = _QT_FILE.match(parts[0])
    if found:
        return None if found[1] in QT_MODULES else "Qt modules"
    if len(parts) == 1 or parts[0] == "support":
        return (
            "Qt modules" if parts[0].startswith("pyside6qml") or parts[0].startswith("libpyside6qml") else None
        )
    return "Qt QML, type systems and resources"


def _ships_plugin(group: str, name: str) -> bool:
    stem = name.removeprefix("lib").split(".")[0]
    return any(
        fnmatchcase(group, known) and any(fnmatchcase(stem, pattern) for pattern in names.split())
        for known, names in QT_PLUGINS.items()
    )


def copy_packages(site: Path, target: Path, *, skip: Iterable[str] = ()) -> Counter[str]:
    """Copy what ships from one `site-packages` to another folder, in sorted order.

    Args:
        site: unpacked wheels.
        target: made if it does not exist.
        skip: top-level folders that are copied in another way.

    Returns:
        Bytes left out by reason.
    """
    saved: Counter[str] = Counter()
    skipped = frozenset(skip)
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if not file.is_file() or path.split("/")[0] in skipped:
            continue
        reason = left_out(path)
        if reason:
            saved[reason] += file.stat().st_size
            continue
        copy = target / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    return saved


def copy_program(root: Path, target: Path) -> None:
    """Copy the package `desktop_app` with its assets, as the wheel has them, from a checkout."""
    caches = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(root / "desktop_app", target / "desktop_app", ignore=caches, copy_function=shutil.copyfile)
    shutil.copytree(
        root / "assets", target / "desktop_app" / "assets", ignore=caches, copy_function=shutil.copyfile
    )
