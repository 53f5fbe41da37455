"""A real process is killed at every step of a write: history and files of attempts are whole afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to kill a process at every point in time")
@pytest.mark.parametrize(
    ("case", "least"),
    [("add", 20), ("migrate", 15), ("export", 2), ("restore", 3), ("backup", 2), ("try", 2), ("notes", 2)],
)
def test_killed_at_every_point(case, least, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.engine.progress.crash_cases", case, str(tmp_path / "work")],
        capture_output=True,
        text=True,
        check=False,
        cwd=REPOSITORY,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= least
