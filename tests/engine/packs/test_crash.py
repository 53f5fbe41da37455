"""A real process is killed at every file operation of an edit, an export and an import: the pack verifies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.engine.takes.video import h264_available

REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to kill a process at every point in time")
# The last number: every how manieth operation is tried here; with 1 all of them pass too.
@pytest.mark.parametrize(
    ("case", "least", "stride"),
    [
        ("add", 8, 1),
        ("delete", 8, 2),
        ("undo", 16, 4),
        ("export", 2, 1),
        ("install", 8, 3),
        ("replace", 8, 1),
        ("import", 25, 7),
        pytest.param(
            "record",
            16,
            1,
            marks=pytest.mark.skipif(not h264_available(), reason="this system writes no H.264"),
        ),
    ],
)
def test_killed_at_every_point(case, least, stride, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.engine.packs.crash_cases", case, str(tmp_path / "work"), str(stride)],
        capture_output=True,
        text=True,
        check=False,
        cwd=REPOSITORY,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= least
