"""Unpacks the locked wheels for a Mac on any system and reads what can be read without one.

    python -m installer.macos.inspect_wheels --architecture arm64 [--uv UV]

Prints the newest system that a binary of each package asks for, libraries that do not ship although what ships
links to them, and binaries that are for another architecture or have GPL parts.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from pathlib import Path

from installer.layout import left_out
from installer.licences import gpl_binaries
from installer.macos.checks import binaries, missing_libraries
from installer.macos.strays import stray_binaries
from installer.product import MINIMUM_MACOS, ROOT
from installer.wheels import APPLE_SILICON, INTEL_MAC, unpack_wheels


def newest_systems(site: Path) -> dict[str, tuple[int, int]]:
    """Package folder -> the newest macOS that one of its shipped binaries asks for."""
    newest: defaultdict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for binary in binaries(site):
        path = binary.path.relative_to(site)
        if left_out(path.as_posix()) is None:
            package = path.parts[0]
            newest[package] = max(newest[package], binary.minimum_system)
    return dict(newest)


def missing_when_trimmed(site: Path) -> dict[str, list[Path]]:
    """Libraries that what ships links to, and that do not ship."""
    paths = [file.relative_to(site) for file in site.rglob("*") if file.is_file()]
    own = {path.name for path in paths if left_out(path.as_posix()) is None}
    shipped = (one for one in binaries(site) if left_out(one.path.relative_to(site).as_posix()) is None)
    return missing_libraries(shipped, own)


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--architecture", choices=("arm64", "x86_64"), default="arm64")
    parser.add_argument("--uv", default="uv")
    options = parser.parse_args(arguments)
    platform = APPLE_SILICON if options.architecture == "arm64" else INTEL_MAC
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        unpack_wheels(ROOT, options.uv, site, platform)
        for package, system in sorted(newest_systems(site).items(), key=lambda item: item[1], reverse=True):
            print(f"macOS {system[0]}.{system[1]:<3} {package}")
        for name, users in sorted(missing_when_trimmed(site).items()):
            print(
                f"missing: {name}, asked for by {', '.join(str(user.relative_to(site)) for user in users[:3])}"
            )
        for file in stray_binaries(site, options.architecture):
            print(f"other architecture: {file.relative_to(site)}")
        for file in gpl_binaries(site):
            print(f"GPL parts of FFmpeg: {file.relative_to(site)}")
    print(f"Info.plist says macOS {MINIMUM_MACOS}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
