"""What belongs to the Linux folder beside the program: its menu entry, and the environment of what it opens."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import PySide6
import pytest

from installer.launch import restore_library_path
from installer.linux.build import write_archive
from installer.linux.needed import main, missing_libraries
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


def test_the_archive_does_not_depend_on_who_built_it(tmp_path: Path) -> None:
    made = []
    for name, umask in (("one", 0o022), ("two", 0o077)):
        folder = tmp_path / name / "SignMirror"
        before = os.umask(umask)
        try:
            folder.mkdir(parents=True)
            (folder / "signmirror").write_text("program", encoding="utf-8")
            (folder / "signmirror").chmod(0o777 & ~umask)
            (folder / "note.txt").write_text("note", encoding="utf-8")
            (folder / "link").symlink_to("note.txt")
        finally:
            os.umask(before)
        os.utime(folder / "note.txt", (umask, umask))
        write_archive(folder, tmp_path / f"{name}.tar.gz")
        made.append((tmp_path / f"{name}.tar.gz").read_bytes())
    assert made[0] == made[1]
    with tarfile.open(tmp_path / "two.tar.gz") as archive:
        modes = {entry.name: entry.mode for entry in archive if entry.isfile()}
    assert modes == {"SignMirror/signmirror": 0o755, "SignMirror/note.txt": 0o644}


@pytest.mark.skipif(
    not shutil.which("objdump"), reason="needs binutils; installer/linux/build.sh installs them"
)
def test_a_library_that_does_not_ship_is_missed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    libraries = Path(PySide6.__file__).parent / "Qt/lib"
    for name in ("libQt6Svg.so.6", "libQt6Concurrent.so.6"):
        shutil.copy(libraries / name, tmp_path / name)
    (tmp_path / "alias.so.6").symlink_to("libQt6Svg.so.6")
    (tmp_path / "libQt6Gui.so.6.txt").write_text("no program", encoding="utf-8")
    missing = missing_libraries(tmp_path)
    assert {Path("libQt6Svg.so.6"), Path("libQt6Concurrent.so.6")} == set(missing["libQt6Core.so.6"])
    assert "libc.so.6" not in missing
    assert main([str(tmp_path)]) == 1
    assert "libQt6Core.so.6 is missing; asked for by libQt6" in capsys.readouterr().out


@pytest.mark.parametrize("before", [None, "/opt/driver"])
def test_opened_programs_get_the_systems_libraries(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/SignMirror/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    monkeypatch.setenv("PYINSTALLER_RESET_ENVIRONMENT", "0")
    if before:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    restore_library_path()
    assert os.environ.get("LD_LIBRARY_PATH") == before
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
    assert os.environ["PYINSTALLER_RESET_ENVIRONMENT"] == "1"  # a process of the program sets the path again
