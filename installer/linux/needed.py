"""Checks that every library that a program file of the Linux folder links to ships with it or is part of glibc.

python -m installer.linux.needed FOLDER
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final

GLIBC: Final = re.compile(r"(ld-linux-x86-64|lib(c|dl|m|mvec|pthread|resolv|rt|util))\.so\.\d+")
_MAGIC: Final = b"\x7fELF"


def program_files(folder: Path) -> list[Path]:
    """All ELF files; links are left out."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file() and not file.is_symlink())
    return [file for file in files if _starts_with(file, _MAGIC)]


def linked_libraries(files: list[Path]) -> dict[Path, set[str]]:
    """File -> the names of the libraries that it links to, as `objdump` of binutils lists them."""
    command = ["objdump", "--private-headers", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # it warns about odd sections
    found: dict[Path, set[str]] = {}
    for part in re.split(r"\n(?=\S.*:\s+file format elf)", done.stdout):
        name, _, rest = part.partition(":  ")
        found[Path(name.strip())] = set(re.findall(r"^\s+NEEDED\s+(\S+)$", rest, re.MULTILINE))
    return found


def missing_libraries(folder: Path) -> dict[str, list[Path]]:
    """Libraries that are neither in the folder nor part of glibc, with the files that ask for them."""
    own = {file.name for file in folder.rglob("*.so*")}
    missing: defaultdict[str, list[Path]] = defaultdict(list)
    for file, names in linked_libraries(program_files(folder)).items():
        for name in sorted(names - own):
            if not GLIBC.fullmatch(name):
                missing[name].append(file.relative_to(folder))
    return dict(missing)


def _starts_with(file: Path, magic: bytes) -> bool:
    with file.open("rb") as stream:
        return stream.read(len(magic)) == magic


def main(arguments: list[str] | None = None) -> int:
    """The command; exit code 1 when a library is missing."""
    (folder,) = map(Path, sys.argv[1:] if arguments is None else arguments)
    missing = missing_libraries(folder)
    for name, users in sorted(missing.items()):
        print(f"{name} is missing; asked for by {', '.join(map(str, users[:4]))}")
    print(f"{len(program_files(folder))} program files, {len(missing) or 'no'} missing libraries")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
