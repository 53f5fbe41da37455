"""Libraries of the system that PyInstaller packs: under which licence each may ship.

The table was read from the copyright files of Debian 12. A library that it does not name stops the build.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

from installer.licences import Component, LicenceProblem

_BY_LICENCE: Final = {
    "MIT": """
        libbrotli1 libcom-err2 libegl1 libexpat1 libffi8 libfontconfig1 libgl1 libglvnd0 libglx0
        libgssapi-krb5-2 libharfbuzz0b libice6 libk5crypto3 libkrb5-3 libkrb5support0 libopengl0
        libpixman-1-0 libsm6 libtinfo6 libx11-6 libx11-xcb1 libxau6 libxcb-cursor0 libxcb-glx0
        libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0
        libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxcb1
        libxcomposite1 libxcursor1 libxdamage1 libxdmcp6 libxext6 libxfixes3 libxi6 libxinerama1
        libxkbcommon-x11-0 libxkbcommon0 libxrandr2 libxrender1
    """,
    "BSD-3-Clause": """
        libbsd0 libcap2 libflac12 libjpeg62-turbo liblz4-1 libmd0 libogg0 libopus0 libpcre2-8-0
        libuuid1 libvorbis0a libvorbisenc2 libzstd1
    """,
    "LGPL-2.1-or-later": """
        libasyncns0 libblkid1 libfribidi0 libgcrypt20 libglib2.0-0 libgpg-error0 libgraphite2-3
        libkeyutils1 libmount1 libmp3lame0 libmpg123-0 libpulse0 libsndfile1 libsystemd0
    """,
    "GPL-3.0-or-later WITH GCC-exception-3.1": "libgcc-s1 libstdc++6",
    "AFL-2.1": "libdbus-1-3",
    "FTL": "libfreetype6",
    "Apache-2.0": "libssl3",
    "Zlib": "zlib1g",
    "libpng-2.0": "libpng16-16",
    "bzip2-1.0.6": "libbz2-1.0",
    "0BSD": "liblzma5",
    "blessing": "libsqlite3-0",
    "libselinux-1.0": "libselinux1",
    "PSF-2.0": "libpython3.11",
}
LICENCES: Final = {
    package: licence for licence, packages in _BY_LICENCE.items() for package in packages.split()
}


def system_components(libraries: list[Path]) -> list[Component]:
    """The Debian packages that these libraries come from, with their copyright files.

    Args:
        libraries: files of the packed folder, named as in the system.

    Raises:
        LicenceProblem: names every library without a known licence.
    """
    found: dict[str, Component] = {}
    unknown = []
    for library in libraries:
        package = _package(library.name)
        if package not in LICENCES:
            unknown.append(f"{library.name} ({package or 'of no package'})")
        elif package not in found:
            copyright_file = Path(f"/usr/share/doc/{package}/copyright")
            texts = (copyright_file.read_text("utf-8", "replace"),) if copyright_file.is_file() else ()
            found[package] = Component(package, _version(package), LICENCES[package], texts, from_index=False)
    if unknown:
        raise LicenceProblem("No licence is known for these libraries:\n  " + "\n  ".join(sorted(unknown)))
    return [found[name] for name in sorted(found)]


def _package(name: str) -> str:
    done = subprocess.run(["dpkg-query", "-S", f"*/{name}"], capture_output=True, text=True, check=False)
    if name.startswith("libpython3.11"):
        return "libpython3.11"  # the interpreter of the build, whether the system's or not
    return done.stdout.split(":", 1)[0].strip()


def _version(package: str) -> str:
    done = subprocess.run(
        ["dpkg-query", "-W", "-f=${Version}", package], capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or "unknown"
