"""Checks that every library that a program file imports ships with it or is part of Windows 10.

python -m installer.windows.imports FOLDER
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pefile

PROGRAM_FILES: Final = (".dll", ".pyd", ".exe", ".com")
WINDOWS: Final = frozenset(
    """advapi32 authz avicap32 avifil32 avrt bcrypt bcryptprimitives cfgmgr32 comctl32 comdlg32 crypt32 d2d1
    d3d11 d3d12 d3d9 dbghelp dnsapi dsound dwmapi dwrite dxcore dxgi dxva2 evr gdi32 glu32 hid icu icuuc imm32
    iphlpapi kernel32 ksuser mf mfcore mfplat mfreadwrite mfsensorgroup mpr msvcrt msvfw32 ncrypt netapi32 ntdll
    ole32 oleaut32 opengl32 pdh powrprof propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi strmiids
    uiautomationcore user32 userenv uxtheme version vfw32 winhttp winmm winspool.drv ws2_32 wsock32
    wtsapi32""".split()  # noqa: SIM905
)
"""Libraries of every Windows 10 from version 1903 on. The Visual C++ runtime is not one of them."""
_API_SETS: Final = re.compile(r"^(api|ext)-ms-")


def imported_libraries(file: Path) -> set[str]:
    """Lower-case names of the libraries that a program file loads, also late. Raises pefile.PEFormatError."""
    parsed = pefile.PE(str(file), fast_load=True)
    try:
        parsed.parse_data_directories(
            [
                pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"],
                pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT"],
            ]
        )
        entries = [
            *getattr(parsed, "DIRECTORY_ENTRY_IMPORT", ()),
            *getattr(parsed, "DIRECTORY_ENTRY_DELAY_IMPORT", ()),
        ]
        return {entry.dll.decode("ascii").lower() for entry in entries}
    finally:
        parsed.close()


def missing_libraries(files: Iterable[Path]) -> dict[str, list[Path]]:
    """Libraries that are neither among the files nor part of Windows, with the files that ask for them."""
    programs = [file for file in files if file.suffix.lower() in PROGRAM_FILES]
    own = {file.name.lower() for file in programs}
    missing: defaultdict[str, list[Path]] = defaultdict(list)
    for file in programs:
        for name in imported_libraries(file):
            if name not in own and not _API_SETS.match(name) and name.removesuffix(".dll") not in WINDOWS:
                missing[name].append(file)
    return dict(missing)


def main(arguments: list[str] | None = None) -> int:
    """The command; exit code 1 when a library is missing."""
    (folder,) = map(Path, sys.argv[1:] if arguments is None else arguments)
    files = [file for file in sorted(folder.rglob("*")) if file.suffix.lower() in PROGRAM_FILES]
    missing = missing_libraries(files)
    for name, users in sorted(missing.items()):
        print(
            f"{name} is missing; asked for by {', '.join(str(user.relative_to(folder)) for user in users[:4])}"
        )
    print(f"{len(files)} program files, {len(missing) or 'no'} missing libraries.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
