"""Pipes and devices in the place of the history."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.engine.progress.store import ProgressStore
from tests.engine.progress.histories import FULL


@pytest.mark.skipif(sys.platform == "win32", reason="no such files on Windows")
@pytest.mark.parametrize("target", [None, "/dev/zero", "/dev/null"])
def test_what_is_no_file_is_set_aside_untouched(tmp_path: Path, target: str | None):
    path = tmp_path / "progress.sqlite3"
    os.mkfifo(path) if target is None else path.symlink_to(target)
    mode = Path(target).stat().st_mode if target else 0
    with closing(ProgressStore(path)) as store:
        assert store.happened == "begun_anew"
        store.add(FULL)
    assert path.is_file()
    assert target is None or Path(target).stat().st_mode == mode
