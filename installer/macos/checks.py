"""Reads a macOS app on any system: architectures, oldest system, libraries, licences and signatures in it.

    python -m installer.macos.checks SignMirror.app --architecture arm64

Exit code 1 where a binary is for another architecture, needs a newer system than Info.plist says, links to a
library that is not there, or holds an FFmpeg with GPL parts. Unsigned binaries are listed.
"""

from __future__ import annotations

import argparse
import plistlib
import sys
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from macholib.mach_o import (
    CPU_TYPE_NAMES,
    LC_BUILD_VERSION,
    LC_CODE_SIGNATURE,
    LC_LOAD_DYLIB,
    LC_REEXPORT_DYLIB,
    LC_VERSION_MIN_MACOSX,
)
from macholib.MachO import MachO

from installer.licences import gpl_binaries

MAGIC: Final = (b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa\xcf", b"\xca\xfe\xba\xbe")
_NAMES: Final = {"ARM64": "arm64", "x86_64": "x86_64"}


@dataclass(frozen=True, slots=True)
class Binary:
    """One architecture of one Mach-O file.

    Attributes:
        minimum_system: (major, minor), (0, 0) where the file does not say.
        libraries: those without which it cannot be loaded, as it names them.
    """

    path: Path
    architecture: str
    minimum_system: tuple[int, int]
    signed: bool
    libraries: tuple[str, ...]


def binaries(app: Path) -> Iterator[Binary]:
    """Every Mach-O file of a bundle, each architecture by itself."""
    for file in sorted(app.rglob("*")):
        if file.is_symlink() or not file.is_file() or file.suffix == ".a" or not _is_macho(file):
            continue
        for header in MachO(str(file)).headers:
            commands = {command.cmd: detail for command, detail, _ in header.commands}
            detail = commands.get(LC_BUILD_VERSION) or commands.get(LC_VERSION_MIN_MACOSX)
            packed = int(getattr(detail, "minos", getattr(detail, "version", 0))) if detail else 0
            name = CPU_TYPE_NAMES.get(header.header.cputype, str(header.header.cputype))
            yield Binary(
                file,
                _NAMES.get(name, name),
                (packed >> 16, packed >> 8 & 0xFF),
                LC_CODE_SIGNATURE in commands,
                tuple(
                    name.rstrip(b"\0").decode("utf-8")
                    for command, _, name in header.commands
                    if command.cmd in (LC_LOAD_DYLIB, LC_REEXPORT_DYLIB)
                ),
            )


def missing_libraries(found: Iterable[Binary], own: Container[str]) -> dict[str, list[Path]]:
    """Libraries that are neither among `own`, the names of files, nor part of macOS, with who asks for them."""
    missing: defaultdict[str, list[Path]] = defaultdict(list)
    for binary in found:
        for library in binary.libraries:
            if not library.startswith(("/usr/lib/", "/System/")) and library.rsplit("/", 1)[-1] not in own:
                missing[library].append(binary.path)
    return dict(missing)


def problems(app: Path, architecture: str) -> list[str]:
    """What must not be released, one sentence each."""
    information = plistlib.loads((app / "Contents/Info.plist").read_bytes())
    stated = tuple(int(part) for part in information["LSMinimumSystemVersion"].split("."))[:2]
    found = [
        f"{key} is missing in Info.plist"
        for key in ("NSCameraUsageDescription", "CFBundleShortVersionString", "CFBundleIdentifier")
        if not information.get(key)
    ]
    for binary in binaries(app):
        name = binary.path.relative_to(app)
        if binary.architecture != architecture:
            found.append(f"{name} is for {binary.architecture}")
        elif binary.minimum_system > stated:
            found.append(f"{name} needs macOS {'.'.join(map(str, binary.minimum_system))}")
    missing = missing_libraries(binaries(app), {file.name for file in app.rglob("*")})
    found.extend(f"{name} is missing for {users[0].relative_to(app)}" for name, users in missing.items())
    found.extend(f"{file.relative_to(app)} holds GPL parts of FFmpeg" for file in gpl_binaries(app))
    return found


def _is_macho(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(4) in MAGIC


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("app", type=Path)
    parser.add_argument("--architecture", choices=("arm64", "x86_64"), required=True)
    options = parser.parse_args(arguments)
    found = problems(options.app, options.architecture)
    for problem in found:
        print(problem, file=sys.stderr)
    unsigned = [binary.path.relative_to(options.app) for binary in binaries(options.app) if not binary.signed]
    for path in unsigned:
        print(f"not signed: {path}")
    print(f"{len(found) or 'no'} problems, {len(unsigned)} unsigned binaries")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
