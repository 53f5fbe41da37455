"""Installs the Windows set-up under Wine and tries what people do with it; started by test.sh.

    python -m installer.windows.wine.check SETUP --linux COMMAND [--video FILE] [--prefix FOLDER]

`--linux` is the program on this computer: its answers must be equal. Prints a line for each check; exit code 1
when one fails. Nothing here needs a network, and the whole may run where there is none (`unshare --net`).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from installer.compare import Differs
from installer.windows.wine.installed import Failed, InstalledProgram
from installer.windows.wine.prefix import Prefix
from installer.windows.wine.setup_checks import SetupChecks
from installer.windows.wine.use_checks import UseChecks


def checks(setup: SetupChecks, use: UseChecks) -> Iterator[Callable[[], str]]:
    """Every check in the order of a program's life; each returns a few words on what it saw."""
    yield setup.installs_silently
    yield use.answers_version
    yield use.answers_doctor
    yield use.lists_packs
    yield use.recognises_like_linux
    yield use.reads_letters_like_linux
    yield use.recognises_videos_like_linux
    yield use.tries_unknown_models
    yield use.fails_without_its_launcher
    yield use.ignores_python_variables
    yield use.runs_the_demo
    yield use.shows_a_window
    yield use.serves
    yield setup.refuses_to_update_while_it_runs
    yield setup.updates
    yield setup.refuses_a_folder_with_other_files
    yield setup.refuses_a_full_disk
    yield setup.removes_nothing_elsewhere
    yield setup.installs_elsewhere
    yield setup.installs_for_all_users
    yield setup.runs_from_a_portable_folder
    yield setup.writes_only_to_the_users_folders
    yield setup.uninstalls


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("setup", type=Path)
    parser.add_argument("--linux", required=True)
    parser.add_argument("--video", type=Path, required=True)
    parser.add_argument("--portable", type=Path)
    parser.add_argument("--prefix", type=Path, required=True)
    parser.add_argument("--stub", type=Path, action="append", default=[])
    options = parser.parse_args(arguments)
    prefix = Prefix(options.prefix, options.stub, os.environ["DISPLAY"])
    setup, portable = options.setup.resolve(), options.portable and options.portable.resolve()
    installed, failures = InstalledProgram(prefix, setup, options.linux, options.video, portable), 0
    try:
        for check in checks(SetupChecks(installed), UseChecks(installed)):
            name = check.__name__.replace("_", " ")
            try:
                print(f"ok      {name}: {check()}", flush=True)
            except (Failed, Differs, OSError, subprocess.SubprocessError, ValueError) as error:
                failures += 1
                print(f"FAILED  {name}: {error}", flush=True)
    finally:
        prefix.kill()
    print(f"{failures or 'no'} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
