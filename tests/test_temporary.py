"""Temporary folders go with their process, also where it is killed; those of others stay."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from desktop_app import temporary
from desktop_app.temporary import remove_abandoned_folders, temporary_folder

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such locks, and only age counts"
)

HOLDER = """
import sys
from desktop_app.temporary import temporary_folder
with temporary_folder() as folder:
    (folder / "take-1.pose").write_bytes(b"landmarks")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield tmp_path
    tempfile.tempdir = None


def holder() -> tuple[subprocess.Popen[str], Path]:
    """A process that holds a temporary folder with landmarks, and the folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


def test_what_a_killed_process_left_goes_at_the_next_start_and_what_is_used_stays(place):
    dead, left = holder()
    alive, used = holder()
    dead.send_signal(signal.SIGKILL)
    dead.communicate()
    assert (left / "take-1.pose").exists()
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "--version"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not left.exists()
    assert (used / "take-1.pose").exists()
    alive.communicate("")
    assert list(place.iterdir()) == []


def test_only_folders_of_the_program_and_the_user_are_removed(place):
    foreign = place / "signmirror-notes"
    foreign.mkdir(mode=0o700)
    opened = place / f"{temporary.PREFIX}shared"
    opened.mkdir()
    opened.chmod(0o755)  # not as the program makes them
    linked = place / f"{temporary.PREFIX}link"
    linked.symlink_to(foreign)
    file = place / f"{temporary.PREFIX}file"
    file.write_text("x")
    assert remove_abandoned_folders() == 0
    assert sorted(place.iterdir()) == sorted([foreign, opened, linked, file])


def test_a_folder_in_use_by_this_process_stays():
    with temporary_folder() as folder:
        assert remove_abandoned_folders() == 0
        assert folder.is_dir()
    assert not folder.exists()


def test_where_the_disk_has_no_locks_age_decides(place, monkeypatch):
    def no_locks(*_: object) -> None:
        raise OSError("no locks here")

    monkeypatch.setattr("fcntl.flock", no_locks)
    old, young = (place / f"{temporary.PREFIX}{name}" for name in ("old", "young"))
    for folder in (old, young):
        folder.mkdir(mode=0o700)
    (young / "landmarks").write_text("x")
    for path in (old, young):
        os.utime(path, (1e9, 1e9))
    assert remove_abandoned_folders() == 1
    assert list(place.iterdir()) == [young]
