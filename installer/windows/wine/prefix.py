"""A Windows of one user, made by Wine in a folder."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

USER: Final = "Ɛsi Ɔpoku"
"""Two letters of Akan that no code page of Windows has, and a space."""

WAIT_S: Final = 600
# Only the runtime that the set-up brings may be used, not the one that Wine has built in.
_NATIVE_ONLY: Final = "msvcp140,msvcp140_1,msvcp140_2,vcruntime140,vcruntime140_1,concrt140,vcomp140=n"
_WINE: Final = Path("/usr/lib/wine/wine64")


class Prefix:
    """Runs Windows programs.

    Args:
        folder: the new prefix.
        stubs: libraries that every Windows has and this Wine lacks; copied into its system folder.
        display: an X display for windows.
    """

    def __init__(self, folder: Path, stubs: Sequence[Path], display: str) -> None:
        self.folder = folder
        self._variables = {
            **os.environ,
            "WINEPREFIX": str(folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": f"mscoree,mshtml=;{_NATIVE_ONLY}",
            "USER": USER,
            "LC_ALL": "C.UTF-8",
            "DISPLAY": display,
        }
        self.run(["wineboot", "--init"])
        # An old Windows by default. The set-up asks for Windows 10.
        self.run(["reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f"])
        self.settle()
        for stub in stubs:
            (folder / "drive_c/windows/system32" / stub.name).write_bytes(stub.read_bytes())

    @property
    def home(self) -> Path:
        """The user's folder."""
        return self.folder / "drive_c/users" / USER

    @property
    def local(self) -> Path:
        """%LOCALAPPDATA%."""
        return self.home / "AppData/Local"

    def run(
        self, command: Sequence[str | Path], *, extra: Mapping[str, str] | None = None, wait_s: float = WAIT_S
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a program to its end. Output comes through pipes, as Python under Wine cannot write to files."""
        return subprocess.run(
            [_WINE, *command],
            env={**self._variables, **(extra or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=wait_s,
        )

    def start(
        self, command: Sequence[str | Path], extra: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a Windows program; the caller ends it."""
        return subprocess.Popen(
            [_WINE, *command],
            env={**self._variables, **(extra or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def settle(self) -> None:
        """Wait until every program of the prefix has ended and the registry is written."""
        subprocess.run(["/usr/lib/wine/wineserver64", "-w"], env=self._variables, check=False, timeout=WAIT_S)

    def kill(self) -> None:
        """End every program of the prefix."""
        subprocess.run(["/usr/lib/wine/wineserver64", "-k"], env=self._variables, check=False, timeout=WAIT_S)

    def registry_keys(self) -> set[str]:
        """Names of all keys of the user and of the machine, as far as programs that have ended wrote them."""
        self.settle()
        return {
            line.split("]")[0][1:]
            for name in ("user.reg", "system.reg")
            for line in (self.folder / name).read_text("utf-8", "replace").splitlines()
            if line.startswith("[")
        }

    def files(self) -> set[str]:
        """Every file on the C drive, relative to it."""
        drive = self.folder / "drive_c"
        return {
            str((Path(folder) / name).relative_to(drive))
            for folder, _, names in os.walk(drive, followlinks=False)
            for name in names
        }
