"""With the skeleton alone no picture ever reaches the disk: every file is watched while a take is made."""

from __future__ import annotations

import io
import os
import tempfile
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.takes.video import h264_available
from tests.helpers.shared import shared_video
from tests.ui.recording.test_program import LONG_MS, OPEN, is_ready, record, save

_HEAD = 256


class Watcher:
    """Every file that was ever there below some folders, with its first bytes; asked again and again."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._before = self._files()
        self.seen: dict[Path, bytes] = {}

    def look(self) -> None:
        for path in self._files() - self._before:
            try:
                with path.open("rb") as file:
                    self.seen[path] = file.read(_HEAD) or self.seen.get(path, b"")
            except OSError:  # gone again, or not to be opened now: its name is enough
                self.seen.setdefault(path, b"")

    def pictures(self) -> list[Path]:
        return [path for path, head in self.seen.items() if _is_picture(path, head)]

    def _files(self) -> set[Path]:
        """All files now. Unlike `Path.rglob`, `os.walk` goes on where a folder is gone before it is read."""
        found = (Path(at) / name for one in self._folders for at, _, names in os.walk(one) for name in names)
        return {path for path in found if path.is_file()}


def _is_picture(path: Path, head: bytes) -> bool:
    if head[4:8] == b"ftyp" or head.startswith(
        (b"\xff\xd8", b"\x89PNG", b"RIFF", b"\x1aE\xdf\xa3", b"BM", b"GIF8")
    ):
        return True
    if head.startswith(b"\x93NUMPY"):
        with io.BytesIO(head) as file:
            np.lib.format.read_magic(file)
            shape, _, dtype = np.lib.format.read_array_header_1_0(file)
        return bool(dtype == np.uint8 or len(shape) > 2)
    return path.suffix.lower() in {".mp4", ".avi", ".mov", ".jpg", ".png", ".bmp", ".webm"}


@pytest.fixture
def watched(own_folders, tmp_path, monkeypatch) -> Watcher:
    """Data, cache, settings and log folders of the program, and the system's folder for temporary files."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return Watcher(own_folders, temporary)


@pytest.mark.shared_data
@pytest.mark.parametrize("skeleton_only", [True, False])
def test_what_is_written_while_a_take_is_made_and_kept(start, qtbot, watched, skeleton_only):
    if not skeleton_only and not h264_available():
        pytest.skip("this system writes no H.264")
    program = start(
        shared_video("ghsl_sign_father"),
        **OPEN,
        recording__skeleton_only=skeleton_only,
        recording__signer="Ama",
    )
    qtbot.waitUntil(lambda: is_ready(program), timeout=LONG_MS)
    program.window.show_view("record")
    program.window.recording.form.consent.setChecked(not skeleton_only)
    program.window.recording.ticked.connect(watched.look)  # 30 times a second, from the first frame to the last
    record(program, qtbot, "Father")
    save(program, qtbot)
    watched.look()
    names = {path.suffix for path in watched.seen}
    assert {".csv", ".json", ".npy"} <= names  # the pack was seen being written
    if skeleton_only:
        assert watched.pictures() == []
        assert ".pose" in names
    else:  # the watch does see a video
        found = watched.pictures()
        assert any(".recording" in path.parts for path in found)
        assert any("media" in path.parts for path in found)
