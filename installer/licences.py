"""Writes THIRD_PARTY.txt from the metadata of the packages that ship; refuses unknown licences and GPL.

    python -m installer.licences SITE_PACKAGES [--binaries FOLDER] [--out THIRD_PARTY.txt]

`--binaries` also searches every file of the folder for an FFmpeg that was configured with `--enable-gpl`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Container, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Final

ACCEPTED: Final = frozenset(
    [
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "MIT",
        "MIT-CMU",
        "MPL-2.0",
        "PSF-2.0",
        "LGPL-2.1-or-later",
        "LGPL-3.0-only",
        "OFL-1.1",
        "Unlicense",
        "Zlib",
        "ISC",
    ]
)

SPELLINGS: Final = {
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd 3-clause license": "BSD-3-Clause",
    "3-clause bsd license": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
}
"""How older metadata spells what has an SPDX identifier today."""

KNOWN: Final = {"pose-format": "MIT", "pympi-ling": "MIT"}
"""Packages whose metadata names no licence, by the LICENSE file of their source repository."""

BUILD_ONLY: Final = frozenset(
    [
        "altgraph",
        "boolean-py",
        "cyclonedx-python-lib",
        "defusedxml",
        "license-expression",
        "packageurl-python",
        "pefile",
        "py-serializable",
        "pyinstaller",
        "pyinstaller-hooks-contrib",
        "setuptools",
        "sortedcontainers",
        "av",
        "uv",
        "pip",
        "sympy",
        "mpmath",
        "signmirror",
    ]
)
"""Packages of the environment that do not ship."""

GPL_BUILD: Final = b"--enable-gpl"
TEXTS: Final = Path(__file__).with_name("texts")


@dataclass(frozen=True, slots=True)
class Component:
    """One part that somebody else made.

    Attributes:
        licence: an SPDX expression, reduced to what this program uses it under.
        texts: licence texts that the package brings.
        from_index: whether it is a package of the Python index.
    """

    name: str
    version: str
    licence: str
    texts: tuple[str, ...] = ()
    from_index: bool = True


class LicenceProblem(Exception):
    """Something must not ship; the message names each package and its licence."""


def normalised(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def accepted_licence(expression: str) -> str | None:
    """The part of an SPDX expression under which a package may ship, or None."""
    for choice in re.split(r"\s+OR\s+", expression.strip("() ")):
        if all(part.strip("() ") in ACCEPTED for part in re.split(r"\s+AND\s+", choice)):
            return choice.strip("() ")
    return None


def read_components(site: Path, skip: Container[str] = ()) -> list[Component]:
    """All packages of a folder, sorted by name.

    Args:
        skip: normalised names of packages that do not ship.

    Raises:
        LicenceProblem: names all that must not ship.
    """
    found, problems = [], []
    for package in distributions(path=[str(site)]):
        if normalised(package.metadata["Name"]) in skip:
            continue
        name, said = package.metadata["Name"], _stated_licence(package)
        licence = accepted_licence(said)
        if licence is None:
            problems.append(f"{name} {package.version}: {said or 'no licence named'}")
        else:
            found.append(Component(name, package.version, licence, tuple(_licence_texts(package))))
    if problems:
        raise LicenceProblem("These packages must not ship:\n  " + "\n  ".join(sorted(problems)))
    return sorted(found, key=lambda component: component.name.lower())


def gpl_binaries(folder: Path) -> list[Path]:
    """Files below a folder that hold an FFmpeg built with its GPL parts."""
    return [file for file in sorted(folder.rglob("*")) if file.is_file() and _contains(file, GPL_BUILD)]


def third_party_text(components: list[Component]) -> str:
    """THIRD_PARTY.txt: a list, the texts that packages bring, and those that they leave out."""
    rows = [f"{component.name} {component.version}: {component.licence}" for component in components]
    parts = ["SignMirror contains these components.\n\n" + "\n".join(rows) + "\n"]
    for component in components:
        parts.extend(_section(f"{component.name} {component.version}", text) for text in component.texts)
    parts.extend(_section(file.stem, file.read_text(encoding="utf-8")) for file in sorted(TEXTS.glob("*.txt")))
    return "\n".join(parts)


def _stated_licence(package: Distribution) -> str:
    metadata = package.metadata
    if "License-Expression" in metadata:
        return str(metadata["License-Expression"])
    classified = [
        line.rsplit("::", 1)[-1].strip()
        for line in metadata.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    free_text = str(metadata["License"]).splitlines()[0].strip() if metadata["License"] else ""
    for said in (free_text, *classified):
        spdx = SPELLINGS.get(said.lower(), said)
        if spdx and ("GPL" in spdx.upper() or accepted_licence(spdx)):
            return str(spdx)
    return KNOWN.get(normalised(metadata["Name"]), free_text or ", ".join(classified))


def _licence_texts(package: Distribution) -> Iterator[str]:
    for file in sorted(package.files or (), key=str):
        name = file.name.upper()
        if (
            ".dist-info" in str(file)
            and name.startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE"))
            and "COMMERCIAL" not in name
            and Path(str(file.locate())).is_file()
        ):
            yield file.read_text(encoding="utf-8")


def _section(title: str, text: str) -> str:
    line = "=" * 78
    return f"{line}\n{title}\n{line}\n\n{text.strip()}\n"


def _contains(file: Path, needle: bytes) -> bool:
    rest = b""
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            if needle in rest + block:
                return True
            rest = block[-len(needle) :]
    return False


def main(arguments: list[str] | None = None) -> int:
    """The command; exit code 1 when something must not ship."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--binaries", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument(
        "--skip-build-tools", action="store_true", help="leave out what builds and does not ship"
    )
    options = parser.parse_args(arguments)
    try:
        components = read_components(options.site, BUILD_ONLY if options.skip_build_tools else ())
        built_with_gpl = gpl_binaries(options.binaries) if options.binaries else []
        if built_with_gpl:
            raise LicenceProblem("Built with GPL parts of FFmpeg:\n  " + "\n  ".join(map(str, built_with_gpl)))
    except LicenceProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    text = third_party_text(components)
    if options.out:
        options.out.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(components)} packages, no GPL, no unknown licence.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
