"""The study that kills the program: its tracer sees every operation, and what it looks for is found."""

from __future__ import annotations

import os
import sqlite3
from functools import partial
from pathlib import Path

import pytest

from desktop_app import files
from scripts.studies.kill import tracer
from scripts.studies.kill.cases import CASES, leftovers

pytestmark = pytest.mark.skipif(not tracer.supported(), reason="needs ptrace of Linux on x86-64 or arm64")


def write(folder: Path) -> None:
    files.write_text(folder / "a.txt", "new")
    (folder / "sub").mkdir()
    os.link(folder / "a.txt", folder / "sub" / "b.txt")
    (folder / "sub" / "b.txt").unlink()
    (folder / "sub").rmdir()


def test_operations_of_python_and_of_native_code_are_seen(tmp_path):
    outside = tmp_path.parent / f"{tmp_path.name}-outside"

    def work() -> None:
        outside.write_text("not counted")
        write(tmp_path)
        with sqlite3.connect(tmp_path / "a.sqlite3") as connection:
            connection.execute("CREATE TABLE a (b)")

    run = tracer.run_until(work, tmp_path)
    assert run.exit_code == 0
    assert not run.killed
    names = [name.removesuffix("at").removesuffix("at2") for name in run.operations]
    wanted = ["open", "write", "fsync", "rename", "mkdir", "link", "unlink", "rmdir", "open", "pwrite"]
    seen = iter(names)
    assert all(name in seen for name in wanted), names  # in this order, with others between them


def test_a_file_is_old_or_new_after_a_kill_at_any_operation(tmp_path):
    killed = 0
    while True:
        folder = tmp_path / str(killed)
        folder.mkdir()
        (folder / "a.txt").write_text("old")
        run = tracer.run_until(partial(write, folder), folder, killed + 1)
        if not run.killed:
            break
        killed += 1
        assert (folder / "a.txt").read_text() in ("old", "new")
        files.write_text(folder / "a.txt", "newer")
        assert leftovers(folder) == []
    assert killed >= 8


def test_all_kinds_of_work_of_the_study_are_there():
    assert {name.partition(":")[0] for name in CASES} >= {"edit", "import", "replace", "save settings"}
