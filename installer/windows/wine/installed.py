"""The program as the checks see it: installed under Wine, with the same version on this computer beside it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from installer.compare import TOLERANCE, difference
from installer.product import ROOT
from installer.windows.wine.prefix import Prefix

SAMPLE: Final = ROOT / "assets/samples/sample.npz"
LETTERS: Final = ROOT / "assets/samples/letters.npz"


class Failed(Exception):
    """What a check found."""


def require(holds: bool, text: str) -> None:
    """Raise Failed with this text unless it holds."""
    if not holds:
        raise Failed(text)


class InstalledProgram:
    """The installed program, and what every check does with it.

    Args:
        setup: the set-up program.
        linux: the command of the same version on this computer.
        video: a film of a signer, or of nobody: MediaPipe opens its files for both.
        portable: the portable zip, or None.
    """

    def __init__(self, prefix: Prefix, setup: Path, linux: str, video: Path, portable: Path | None) -> None:
        self.wine, self.setup, self.linux, self.portable = prefix, setup, linux, portable
        self.program = prefix.local / "Programs/SignMirror"
        self.drive = prefix.folder / "drive_c"
        self.before = prefix.files()
        for file in (SAMPLE, LETTERS, video):
            shutil.copyfile(file, self.drive / file.name)
        self.video = video
        self.given = {file.name for file in (SAMPLE, LETTERS, video)}

    @property
    def console(self) -> Path:
        """The program that writes to its console."""
        return self.program / "SignMirror.com"

    def text(self, *arguments: str) -> str:
        """What a command of the installed program prints."""
        done = self.wine.run([self.console, *arguments])
        require(
            done.returncode == 0,
            f"exit code {done.returncode}: {done.stderr.decode('utf-8', 'replace')[-600:]}",
        )
        return done.stdout.decode("utf-8")

    def linux_text(self, *arguments: str) -> str:
        """What the same command prints on this computer, with folders of its own."""
        with tempfile.TemporaryDirectory() as folder:
            fresh = {
                f"SIGNMIRROR_{name}_DIR": f"{folder}/{name}" for name in ("DATA", "CONFIG", "CACHE", "LOG")
            }
            command = [*self.linux.split(), *arguments]
            return subprocess.run(
                command, env={**os.environ, **fresh}, check=True, capture_output=True, text=True
            ).stdout

    def same(self, command: str, clip: Path, *, tolerance: float = TOLERANCE) -> str:
        """Compare the answer on a clip with that of this computer."""
        found = json.loads(self.text(command, rf"C:\{clip.name}", "--json"))
        expected = json.loads(self.linux_text(command, str(clip), "--json"))
        worst = difference(found, expected, tolerance)
        return f"equal to Linux; largest difference {worst:.1g}"

    def refusal(self) -> str:
        """The reason that the set-up program gave."""
        note = next(self.wine.home.rglob("Temp/SignMirror-refused.txt"), None)
        return note.read_text("utf-16") if note else "no reason given"

    def windows_path(self, path: Path) -> str:
        """A path of the prefix as Windows writes it."""
        return "C:\\" + str(path.relative_to(self.drive)).replace("/", "\\")

    def install_into(self, folder: str) -> int:
        """`/D=` takes the rest of the line without quotes, which only a raw command line can say."""
        shutil.copyfile(self.setup, self.drive / "setup.exe")
        script = f"import subprocess, sys; sys.exit(subprocess.call(r'C:\\setup.exe /S /D={folder}'))"
        done = self.wine.run([self.program / "python/python.exe", "-I", "-X", "utf8", "-c", script])
        (self.drive / "setup.exe").unlink()
        return done.returncode

    def uninstall(self, folder: Path, *options: str) -> None:
        """Remove an installation silently."""
        done = self.wine.run([folder / "uninstall.exe", "/S", *options, f"_?={self.windows_path(folder)}"])
        require(done.returncode == 0, f"exit code {done.returncode}: {self.refusal()}")
        self.wine.settle()
        (folder / "uninstall.exe").unlink(
            missing_ok=True
        )  # `_?=` runs it in place, where it cannot delete itself
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()

    @contextmanager
    def running_window(self) -> Iterator[None]:
        """A window of the program that plays the sample."""
        window = self.wine.start([self.program / "SignMirror.exe", "app", "--source", rf"C:\{SAMPLE.name}"])
        try:
            self.wait_for(self._runs, "the window")
            yield
        finally:
            window.terminate()
            self.wine.kill()
            self.wine.settle()

    def _runs(self) -> bool:
        """Whether the mutex is there that the set-up asks for, too."""
        ask = "ctypes.windll.kernel32.OpenMutexW(0x100000, 0, 'SignMirror.Running')"
        python = self.program / "python/python.exe"
        return self.wine.run([python, "-I", "-c", f"import ctypes, sys; sys.exit(not {ask})"]).returncode == 0

    @staticmethod
    def wait_for(holds: Callable[[], bool], what: str, limit_s: float = 300.0) -> None:
        """Wait until something holds. Raises Failed."""
        end = time.monotonic() + limit_s
        while time.monotonic() < end:
            try:
                if holds():
                    return
            except OSError:
                pass
            time.sleep(0.3)
        raise Failed(f"{what} did not come within {limit_s:.0f} s")
