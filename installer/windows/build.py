"""Builds the Windows set-up and the portable zip on Linux; started by build.sh, which brings the tools.

    python -m installer.windows.build [--fast] [--out FOLDER] [--uv UV]

`--fast` packs with zlib: larger, in two minutes instead of nine.
"""

from __future__ import annotations

import argparse
import compileall
import os
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from installer.archive import write_zip
from installer.bill import write_bill
from installer.digests import digest_lines, write_digests
from installer.layout import copy_packages, copy_program
from installer.licences import (
    BUILD_ONLY,
    Component,
    LicenceProblem,
    gpl_binaries,
    read_components,
    third_party_text,
)
from installer.product import ICON, ROOT, Product, read_product
from installer.wheels import unpack_wheels
from installer.windows.embedded_python import VERSION as PYTHON_VERSION
from installer.windows.embedded_python import check_signatures, fetch_embedded_python, unpack_embedded_python
from installer.windows.icon import write_icon
from installer.windows.imports import PROGRAM_FILES, missing_libraries
from installer.windows.signing import sign

HERE: Final = Path(__file__).parent
RUNTIMES: Final = (
    "msvcp140",
    "msvcp140_1",
    "msvcp140_2",
    "concrt140",
    "vcomp140",
    "vcruntime140",
    "vcruntime140_1",
)
"""The Visual C++ runtime, which MediaPipe, OpenCV and ONNX Runtime need and only PySide6 brings."""

PORTABLE_NOTE: Final = (
    "While this file lies beside SignMirror.exe, the program keeps all of its files\r\n"
    "in the folder `data` beside it.\r\n"
)
BUNDLED: Final = (
    Component("CPython", PYTHON_VERSION, "PSF-2.0", from_index=False),
    Component("FFmpeg (in OpenCV)", "4.11", "LGPL-2.1-or-later", from_index=False),
    Component("Microsoft Visual C++ runtime", "14", "LicenseRef-Microsoft-redistributable", from_index=False),
)


def build_launchers(product: Product, work: Path, target: Path) -> Path:
    """Compile both launchers with mingw. Returns the icon, which the set-up shows too."""
    work.mkdir(parents=True, exist_ok=True)
    icon = work / "signmirror.ico"
    write_icon(ICON, icon)
    for name in ("launcher.rc", "app.manifest"):  # windres hands paths to a shell, which splits them at spaces
        shutil.copyfile(HERE / name, work / name)
    numbers = ",".join(map(str, product.file_version))
    for name, flags in (("SignMirror.exe", ["-DWINDOW", "-mwindows"]), ("SignMirror.com", ["-mconsole"])):
        resource = f"{name}.res"
        texts = {"VERSION": product.version, "PUBLISHER": product.publisher, "LICENCE": product.licence}
        defines = [f'-D{key}="{text}"' for key, text in (*texts.items(), ("ORIGINAL_NAME", name))]
        subprocess.run(
            [
                *("x86_64-w64-mingw32-windres", f"-DFILE_VERSION={numbers}"),
                *(define.replace('"', '\\"') for define in defines),
                *("launcher.rc", "-O", "coff", "-o", resource),
            ],
            cwd=work,
            check=True,
        )
        subprocess.run(
            [
                *("x86_64-w64-mingw32-gcc", "-Os", "-s", "-municode", "-Wall", "-Wextra", "-Werror", *flags),
                *("-Wl,--no-insert-timestamp", str(HERE / "launcher.c"), str(work / resource)),
                *("-o", str(target / name)),
            ],
            check=True,
        )
    return icon


def build_layout(product: Product, site: Path, archive: bytes, target: Path) -> list[Component]:
    """Put together what the set-up installs.

    Returns:
        What is in it, for the bill of materials.

    Raises:
        LicenceProblem: a package must not ship.
        UntrustedFile: a file of Python is not what its publisher released.
    """
    shutil.rmtree(target, ignore_errors=True)
    unpack_embedded_python(archive, target / "python")
    signed = check_signatures(target / "python")
    print(f"{signed} files of Python {PYTHON_VERSION}, all signed by their publishers")
    library = target / "lib"
    for reason, size in copy_packages(site, library).most_common():
        print(f"{size / 1e6:8.1f} MB left out: {reason}")
    copy_program(ROOT, library)
    _write_metadata(product, library)
    for name in RUNTIMES:
        runtime = site / "PySide6" / f"{name}.dll"
        # Beside each program that starts Python: its folder is searched for what extension modules load.
        for folder in (target, target / "python"):
            shutil.copyfile(runtime, folder / runtime.name)
    components = [*read_components(site, BUILD_ONLY), *BUNDLED]
    with_gpl = gpl_binaries(target)
    if with_gpl:
        raise LicenceProblem("Built with GPL parts of FFmpeg:\n  " + "\n  ".join(map(str, with_gpl)))
    shutil.copyfile(ROOT / "LICENSE", target / "LICENSE.txt")
    text = third_party_text(components)
    for place in (target, library / "desktop_app/assets"):  # for people, and for the About page
        (place / "THIRD_PARTY.txt").write_text(text, encoding="utf-8", newline="\r\n")
    write_bill(product, components, "windows", target / "bill-of-materials.json")
    _compile(library)
    return components


def check_layout(target: Path) -> None:
    """Raises RuntimeError where a library is missing or tests got in."""
    files = [file for file in sorted(target.rglob("*")) if file.is_file()]
    missing = missing_libraries(files)
    if missing:
        raise RuntimeError(f"Missing libraries: {', '.join(sorted(missing))}")
    tests = [file for file in files if "tests" in file.relative_to(target).parts[:-1]]
    if tests:
        raise RuntimeError(f"Tests must not ship: {tests[0]}")
    programs = sum(file.suffix.lower() in PROGRAM_FILES for file in files)
    size = sum(file.stat().st_size for file in files)
    print(
        f"{len(files)} files, {size / 1e6:.0f} MB installed; {programs} program files with no missing library"
    )


def build_setup(product: Product, layout: Path, icon: Path, target: Path, *, fast: bool, signed: bool) -> None:
    """Run makensis, which also signs the uninstaller where the rest is signed."""
    defines = {
        "VERSION": product.version,
        "FILE_VERSION": ".".join(map(str, product.file_version)),
        "PUBLISHER": product.publisher,
        "SOURCE": layout,
        "OUTFILE": target,
        "ICON": icon,
    }
    options = [f"-D{key}={value}" for key, value in defines.items()] + (["-DFAST"] if fast else [])
    if signed:
        options.append(f'-DSIGN="{sys.executable}" -m installer.windows.signing')
    subprocess.run(
        ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *options, str(HERE / "signmirror.nsi")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )


def _write_metadata(product: Product, library: Path) -> None:
    """What `importlib.metadata` answers for the program itself."""
    folder = library / f"signmirror-{product.version}.dist-info"
    folder.mkdir()
    lines = ["Metadata-Version: 2.4", "Name: signmirror", f"Version: {product.version}"]
    lines.append(f"License-Expression: {product.licence}")
    (folder / "METADATA").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _compile(library: Path) -> None:
    """Byte code beside every module. It is never checked against times: the folder may be read-only."""
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    compileall.compile_dir(library, quiet=2, workers=1, invalidation_mode=mode, stripdir=str(library))


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--uv", default="uv")
    options = parser.parse_args(arguments)
    if sys.version_info[:2] != (3, 11):
        parser.error("Python 3.11 writes the byte code, as it is the version that ships.")
    product, work, out = read_product(), ROOT / "build" / "windows", options.out
    out.mkdir(parents=True, exist_ok=True)
    site, layout = work / "site-packages", work / product.name
    shutil.rmtree(site, ignore_errors=True)
    unpack_wheels(ROOT, options.uv, site)
    build_layout(product, site, fetch_embedded_python(ROOT / "uv.lock", ROOT / "build" / "downloads"), layout)
    icon = build_launchers(product, work / "launcher", layout)
    signed = sign([layout / "SignMirror.exe", layout / "SignMirror.com"])
    check_layout(layout)
    (out / "windows-files.sha256").write_text("\n".join(digest_lines(layout)) + "\n", encoding="utf-8")
    setup = out / f"SignMirror-{product.version}-windows-setup.exe"
    portable = out / f"SignMirror-{product.version}-windows-portable.zip"
    build_setup(product, layout, icon, setup, fast=options.fast, signed=signed)
    if signed:
        sign([setup])
    write_zip(layout, portable, product.name, {"portable.txt": PORTABLE_NOTE.encode()})
    write_digests([setup, portable], out / "SHA256SUMS-windows")
    print((out / "SHA256SUMS-windows").read_text("utf-8"), end="")
    for file in (setup, portable):
        print(f"{file.name}: {file.stat().st_size / 1e6:.0f} MB")
    if not signed:
        print("Not signed: SIGNMIRROR_SIGN_PFX names no certificate. Publish the SHA-256 sums with the files.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
