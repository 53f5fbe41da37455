"""A real process dies in the middle of an import of the window: the pack is whole, and it goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.engine.importing.unfinished import read_unfinished
from desktop_app.engine.packs import PackEditor
from tests.ui.library.helpers import LONG_MS, banners, idle, sentences_in

REPOSITORY = Path(__file__).resolve().parents[3]
BEFORE = ["good morning", "good morning", "water"]
AFTER = [*BEFORE, "handbag", "hello", "thank you", "thank you"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")
def test_killed_while_it_imports_and_gone_on_with(own_pack, pose_folder, start, qtbot):
    for point in (3, 14, 33):
        done = subprocess.run(
            [sys.executable, "-m", "tests.ui.library.killed_import", own_pack, pose_folder, str(point)],
            capture_output=True,
            text=True,
            check=False,
            cwd=REPOSITORY,
            env=os.environ,
        )
        assert done.returncode == -signal.SIGKILL, done.stderr
        found = sentences_in(own_pack)  # verifies every file
        assert found in (BEFORE, AFTER), point
        unfinished = read_unfinished()
        assert unfinished is not None
        assert unfinished.folder == own_pack
    staged = {path.stem for path in (own_pack / ".edit" / "staged").glob("*.npy")}
    program = start()
    qtbot.waitUntil(lambda: "was not finished" in banners(program), timeout=LONG_MS)
    program.window.library.banners.views[0].buttons[0].click()  # Go on
    idle(program, qtbot)
    assert sentences_in(own_pack) == AFTER
    assert read_unfinished() is None
    with PackEditor(own_pack) as editor:
        assert staged <= {clip.clip_id for clip in editor.pack.clips}
        editor.undo()
        assert sentences_in(own_pack) == BEFORE
