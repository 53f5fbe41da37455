"""The locked packages for another system, unpacked on this one."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from installer.product import EXTRAS, MINIMUM_MACOS

WINDOWS: Final = "x86_64-pc-windows-msvc"
APPLE_SILICON: Final = "aarch64-apple-darwin"
INTEL_MAC: Final = "x86_64-apple-darwin"
PYTHON: Final = "3.11"
SOURCE_ONLY: Final = "fastdtw"
"""The one package without wheels. It is pure Python where no compiler extension is built, as here."""


def unpack_wheels(root: Path, uv: str, target: Path, platform: str = WINDOWS) -> None:
    """Install what uv.lock names, by hash, into an empty folder.

    Args:
        platform: as uv names it.

    Raises:
        subprocess.CalledProcessError: a package cannot be fetched or is not what was locked.
        RuntimeError: a file for another system got in.
    """
    with tempfile.TemporaryDirectory() as folder:
        requirements = Path(folder) / "requirements.txt"
        extras = [option for extra in EXTRAS for option in ("--extra", extra)]
        export = [uv, "export", "--quiet", "--locked", "--no-dev", *extras, "--no-emit-project"]
        subprocess.run(
            [*export, "--output-file", str(requirements)], cwd=root, check=True, stdout=subprocess.DEVNULL
        )
        install = [uv, "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--link-mode", "copy"]
        choice = ["--python-platform", platform, "--python-version", PYTHON]
        build = ["--only-binary", ":all:", "--no-binary", SOURCE_ONLY]
        subprocess.run(
            [*install, *choice, *build, "--target", str(target), "--requirements", str(requirements)],
            cwd=root,
            env={**os.environ, "MACOSX_DEPLOYMENT_TARGET": MINIMUM_MACOS},
            check=True,
        )
    foreign = [file.name for file in target.rglob("*.so")] if platform == WINDOWS else []
    if foreign:
        raise RuntimeError(f"Built for another system: {', '.join(foreign)}")
