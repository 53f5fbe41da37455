"""What belongs to the Linux folder beside the program: its menu entry, and the environment of what it opens."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer.launch import restore_library_path
from installer.product import ROOT

LINUX = ROOT / "installer/linux"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Linux folder")


def run_menu(folder: Path, home: Path, *options: str) -> None:
    """Run menu.sh as lying in a folder, for a user with a home of their own."""
    variables = {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    subprocess.run(["sh", str(folder / "menu.sh"), *options], env=variables, check=True, capture_output=True)


def command_of(entry: Path) -> list[str]:
    """The arguments of Exec, read as the Desktop Entry Specification says."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(entry, encoding="utf-8")
    line = re.sub(r"\\(.)", r"\1", parser["Desktop Entry"]["Exec"])
    arguments = re.findall(r'"((?:\\.|[^"\\])*)"|(\S+)', line)
    return [re.sub(r"\\(.)", r"\1", quoted).replace("%%", "%") or plain for quoted, plain in arguments]


@pytest.mark.parametrize(
    "name",
    ["Sign Mirror", "Ɛsi Ɔpoku", "100% sicher", 'a "quoted" $HOME `id` & co', "back\\slash|pipe", "%f %u"],
)
def test_the_menu_entry_starts_the_program_from_any_folder(tmp_path: Path, name: str) -> None:
    folder, home = tmp_path / name / "SignMirror", tmp_path / "home"
    folder.mkdir(parents=True)
    for file in ("menu.sh", "signmirror.desktop", "signmirror-mime.xml"):
        shutil.copy(LINUX / file, folder / file)
    run_menu(folder, home)
    entry = home / ".local/share/applications/signmirror.desktop"
    assert command_of(entry) == [str(folder / "signmirror"), "app", "%f"]
    assert "@FOLDER@" not in entry.read_text("utf-8")
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", str(entry)], check=True)
    run_menu(folder, home, "--remove")
    left = [file.name for file in home.rglob("*") if file.is_file() and "signmirror" in file.read_text("utf-8")]
    assert left == []


@pytest.mark.parametrize("before", [None, "/opt/driver"])
def test_opened_programs_get_the_systems_libraries(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/SignMirror/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if before:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    restore_library_path()
    assert os.environ.get("LD_LIBRARY_PATH") == before
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
