"""The house rules: who may import whom, what the engine may load, and how long a file may be.

Layers, and the packages that only one of them may know, are contracts of import-linter in pyproject.toml.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop_app"
# The modules beside the packages, which every command may import at once.
SHARED = {
    "errors",
    "files",
    "logs",
    "message",
    "paths",
    "settings",
    "settings_file",
    "settings_layers",
    "temporary",
}
# Parts of a command that the command itself imports when it runs.
IMPORTED_LATE = {"cli/app_window.py"}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("desktop_app", cache_dir=None)


def folder_of(module: str) -> str:
    path = ROOT.joinpath(*module.split("."))
    return (path if path.is_dir() else path.parent).relative_to(ROOT).as_posix()


def folder_imports(graph: grimp.ImportGraph) -> dict[str, set[str]]:
    """Folder -> the folders that its own files import, at their top or inside a function.

    The entry point, `__main__.py`, starts the command line and stands above the rest of its folder.
    """
    known = defaultdict(set)
    for module in graph.modules - {"desktop_app.__main__"}:
        for imported in graph.find_modules_directly_imported_by(module):
            if folder_of(imported) != folder_of(module):
                known[folder_of(module)].add(folder_of(imported))
    return known


def test_the_contracts_of_import_linter_hold():
    # In a process of its own: the command sets up logging anew.
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    arguments = ["--no-cache", "--no-logo", "pyproject.toml"]
    done = subprocess.run(
        [sys.executable, "-c", command, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert ", 0 broken" in done.stdout


def test_no_two_folders_import_each_other(graph):
    known = folder_imports(graph)
    pairs = {(one, other) for one in known for other in known[one] if one < other and one in known[other]}
    assert not pairs


def test_there_is_no_circle_of_folders_or_of_files(graph):
    files = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    for imports in (files, folder_imports(graph)):
        try:
            TopologicalSorter(imports).prepare()
        except CycleError as error:
            pytest.fail(" imports ".join(reversed(error.args[1])))


@pytest.mark.parametrize("path", sorted((PACKAGE / "cli").glob("*.py")), ids=lambda path: path.name)
def test_a_command_imports_what_it_needs_when_it_runs(path):
    """`signmirror --help` stays quick."""
    if path.relative_to(PACKAGE).as_posix() in IMPORTED_LATE:
        return
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            parts = name.split(".")
            if parts[0] == "desktop_app" and len(parts) > 1:
                assert parts[1] in SHARED | {"cli"}, f"{path.name} imports {name} at its top level"


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("desktop_app.engine", ("PySide6", "mediapipe", "torch")),
        ("desktop_app.runtime.pipeline", ("PySide6", "mediapipe", "torch")),
        ("desktop_app.cli.main", ("PySide6", "mediapipe", "torch")),
        ("desktop_app.app.program", ("fastapi", "starlette", "uvicorn", "websockets")),
        ("desktop_app.cli.app_window", ("fastapi", "starlette", "uvicorn", "websockets")),
        ("desktop_app.api.options", ("fastapi", "starlette", "uvicorn", "websockets")),
    ],
)
def test_a_module_leaves_heavy_packages_unloaded(module, heavy):
    code = f"import {module}, sys; sys.exit(' '.join(set({heavy!r}) & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_file_is_longer_than_400_lines():
    long = {
        str(path): count
        for folder in (PACKAGE, ROOT / "tests", ROOT / "scripts", ROOT / "installer", ROOT / "docs")
        for path in folder.rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long
