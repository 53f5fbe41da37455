"""Pictures of the window are written whole, name the program, and are closed before they are renamed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from desktop_app import files
from desktop_app.cli.app_window import save_picture


@pytest.mark.usefixtures("qtbot")
def test_a_picture_names_the_program(tmp_path: Path) -> None:
    picture = QPixmap(8, 6)
    picture.fill(QColor("red"))
    save_picture(picture, tmp_path / "new" / "window.png")
    data = (tmp_path / "new" / "window.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert b"Software\0SignMirror" in data
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["window.png"]


@pytest.mark.skipif(sys.platform != "linux", reason="open files are listed in /proc")
def test_the_file_is_closed_before_it_is_renamed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows does not rename an open file."""
    del qtbot
    held: list[str] = []
    put = files.put_in_place

    def noting(part: Path, path: Path) -> None:
        for one in Path("/proc/self/fd").iterdir():
            try:
                held.append(str(one.readlink()))
            except OSError:
                continue
        put(part, path)

    monkeypatch.setattr(files, "put_in_place", noting)
    save_picture(QPixmap(8, 6), tmp_path / "window.png")
    assert (tmp_path / "window.png").is_file()
    assert held
    # One is the claim to the temporary file, which Windows does not need.
    assert len([name for name in held if name.startswith(str(tmp_path))]) <= 1
