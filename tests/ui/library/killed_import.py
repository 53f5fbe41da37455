"""An import of the window that dies: `python -m tests.ui.library.killed_import PACK CLIPS POINT`.

The real program off screen starts it as the dialog would; the process is killed before the POINT-th file
operation in the pack's folder (0: it lives, and ends when the import does).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

from desktop_app import paths
from desktop_app.app.application import prepare_application
from desktop_app.app.program import Program
from desktop_app.engine.importing.import_jobs import find_clips
from desktop_app.engine.importing.import_many import ImportOptions
from desktop_app.settings_file import SettingsStore
from tests.engine.packs.killer import die_at


def main() -> int:
    """The exit code, if it lives to see it."""
    pack, clips, point = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    os.fsync = lambda fd: None  # what a killed process has written the system still writes
    app = prepare_application()
    memory = QSettings(str(paths.config_dir() / "window.ini"), QSettings.Format.IniFormat)
    program = Program(
        app, SettingsStore(paths.config_dir() / "config.toml"), memory=memory, watch_cameras=False
    )
    program.window.show()
    program.library.long_tasks.runner.idle_changed.connect(lambda idle: app.quit() if idle else None)
    if point:
        die_at(point, pack)
    program.library.imports.start(pack, find_clips(clips).jobs, ImportOptions())
    app.exec()
    program.window.close()
    return 0 if program.stop().clean else 3


if __name__ == "__main__":
    sys.exit(main())
