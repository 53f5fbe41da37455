"""The house rules: who may import whom, what the engine may load, and how long a file may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "desktop_app"
GROUND = {"errors", "paths", "settings", "settings_file", "logs", "__init__"}
# room -> rooms of ours it may import, packages from outside it may never import
RULES: dict[str, tuple[set[str], set[str]]] = {
    "engine": ({"engine"}, {"PySide6", "pyqtgraph", "qtawesome", "threading", "fastapi", "click"}),
    "runtime": ({"runtime", "engine"}, {"PySide6", "pyqtgraph", "qtawesome", "torch", "fastapi", "click"}),
    "ui": ({"ui", "runtime", "engine"}, {"torch", "fastapi", "mediapipe", "click", "onnxruntime"}),
    "training": ({"training", "engine"}, {"PySide6", "pyqtgraph", "fastapi", "click"}),
    "api": ({"api", "runtime", "engine"}, {"PySide6", "pyqtgraph", "torch", "click"}),
    "cli": ({"cli", "engine", "runtime", "training", "ui", "api", "app"}, set()),
}
ONLY_IN = {
    "mediapipe": {"engine/tracking/holistic.py", "cli/doctor.py", "runtime/benchmark.py"},
    "torch": {"training/", "engine/encoder/torchscript.py"},
    "PySide6": {"ui/", "app/program.py", "cli/doctor.py", "cli/app.py", "cli/app_window.py"},
    **{web: {"api/"} for web in ("fastapi", "starlette", "uvicorn", "websockets", "msgspec", "pydantic")},
}
# A lock around a session that only one thread may use at a time; no thread is started there.
EXCEPTIONS = {("engine/encoder/onnx.py", "threading")}
# Parts of a command that the command itself imports when it runs.
IMPORTED_LATE = {"cli/app_window.py"}
FILES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> list[tuple[str, bool]]:
    """Every imported module and whether it is imported at the top level of the file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node in tree.body) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.module, node in tree.body))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_arrows_point_the_right_way(path):
    relative = path.relative_to(PACKAGE)
    name = relative.as_posix()
    room = relative.parts[0] if len(relative.parts) > 1 else ""
    for module, top_level in imports(path):
        parts = module.split(".")
        if parts[0] == "desktop_app" and len(parts) > 1:
            assert parts[1] != "app" or room in ("cli", "app"), (
                f"nothing but the command line imports app ({name})"
            )
            if room in RULES and parts[1] not in GROUND:
                assert parts[1] in RULES[room][0], f"{name} imports {module}"
            if room == "cli" and top_level and parts[1] not in GROUND and name not in IMPORTED_LATE:
                # rooms are imported inside the command that needs them; --help stays light
                assert parts[1] == "cli", f"{name} imports {module} at its top level"
        elif room in RULES and (name, parts[0]) not in EXCEPTIONS:
            assert parts[0] not in RULES[room][1], f"{name} imports {module}"
        if parts[0] in ONLY_IN:
            assert any(name.startswith(place) for place in ONLY_IN[parts[0]]), f"{name} imports {module}"


@pytest.mark.parametrize(
    "module", ["desktop_app.engine", "desktop_app.runtime.pipeline", "desktop_app.cli.main"]
)
def test_the_engine_loads_neither_window_nor_tracker_nor_torch(module):
    code = (
        f"import {module}, sys, pkgutil, importlib\n"
        "heavy = [name for name in ('PySide6', 'mediapipe', 'torch') if name in sys.modules]\n"
        "sys.exit(' '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "module", ["desktop_app.app.program", "desktop_app.cli.app_window", "desktop_app.api.options"]
)
def test_the_window_loads_no_web_framework(module):
    code = (
        f"import {module}, sys\n"
        "web = [name for name in ('fastapi', 'starlette', 'uvicorn', 'websockets') if name in sys.modules]\n"
        "sys.exit(' '.join(web) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_file_is_longer_than_400_lines():
    tests = Path(__file__).parent
    long = {
        str(path): count
        for folder in (PACKAGE, tests, PACKAGE.parent / "scripts")
        for path in folder.rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long
