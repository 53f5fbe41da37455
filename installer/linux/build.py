"""Builds the Linux folder and its archive; started by build.sh, in the environment that ships.

python -m installer.linux.build [--out FOLDER]
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from pathlib import Path
from typing import Final

from installer.bill import write_bill
from installer.digests import digest_lines, write_digests
from installer.licences import (
    BUILD_ONLY,
    Component,
    LicenceProblem,
    gpl_binaries,
    read_components,
    third_party_text,
)
from installer.linux.needed import missing_libraries
from installer.linux.system_libraries import system_components
from installer.product import ICON, ROOT, read_product

HERE: Final = Path(__file__).parent
BESIDE: Final = ("signmirror.desktop", "signmirror-mime.xml", "menu.sh")


def shipped_components(site: Path) -> list[Component]:
    """Packages that ship, and the interpreter. Raises LicenceProblem."""
    packages = read_components(site, skip=BUILD_ONLY)
    return [*packages, Component("CPython", sys.version.split()[0], "PSF-2.0", from_index=False)]


def write_archive(folder: Path, target: Path) -> None:
    """A .tar.gz with the same bytes for the same files: sorted, without dates, owners and umask."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.mode = 0o777 if entry.issym() else 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = 0, 0, 0, "", ""
        return entry

    with (
        target.open("wb") as raw,
        gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=6) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        for path in sorted(folder.rglob("*")):
            archive.add(path, f"{folder.name}/{path.relative_to(folder)}", recursive=False, filter=plain)


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    options = parser.parse_args(arguments)
    product, work = read_product(), ROOT / "build/linux"
    notices, folder = work / "notices", work / product.name
    shutil.rmtree(folder, ignore_errors=True)
    for made in (notices, options.out):
        made.mkdir(parents=True, exist_ok=True)
    components = shipped_components(Path(sysconfig.get_path("purelib")))
    (notices / "THIRD_PARTY.txt").write_text(third_party_text(components), encoding="utf-8")
    variables = {"SIGNMIRROR_ROOT": str(ROOT), "SIGNMIRROR_NOTICES": str(notices), "PYTHONHASHSEED": "1"}
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", str(work), "--workpath", str(work / "pyinstaller"), str(HERE / "signmirror.spec")),
        ],
        env={**os.environ, **variables, "SOURCE_DATE_EPOCH": "315532800"},
        check=True,
    )
    libraries = [file for file in sorted((folder / "_internal").glob("*.so*")) if file.is_file()]
    libraries += sorted((folder / "_internal/opengl").glob("*.so*"))
    components += system_components(libraries)
    text = third_party_text(components)
    for place in (folder, folder / "_internal/desktop_app/assets"):  # for people, and for the About page
        (place / "THIRD_PARTY.txt").write_text(text, encoding="utf-8")
    for name in BESIDE:
        shutil.copy(HERE / name, folder / name)
    shutil.copyfile(ICON, folder / "signmirror.svg")
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE.txt")
    write_bill(product, components, "linux", folder / "bill-of-materials.json")
    missing = missing_libraries(folder)
    if missing:
        raise RuntimeError(f"Missing libraries: {', '.join(sorted(missing))}; see installer.linux.needed")
    with_gpl = gpl_binaries(folder)
    if with_gpl:
        raise LicenceProblem("Built with GPL parts of FFmpeg:\n  " + "\n  ".join(map(str, with_gpl)))
    (options.out / "linux-files.sha256").write_text("\n".join(digest_lines(folder)) + "\n", encoding="utf-8")
    archive = options.out / f"SignMirror-{product.version}-linux-x86_64.tar.gz"
    write_archive(folder, archive)
    write_digests([archive], options.out / "SHA256SUMS-linux")
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    print((options.out / "SHA256SUMS-linux").read_text("utf-8"), end="")
    print(f"{size / 1e6:.0f} MB installed, {archive.stat().st_size / 1e6:.0f} MB packed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
