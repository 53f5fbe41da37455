"""Lists, or removes, binaries for another architecture in the environment that is packed.

python -m installer.macos.strays --architecture arm64 [--remove] [--site FOLDER]
"""

from __future__ import annotations

import argparse
import sysconfig
from collections import defaultdict
from pathlib import Path

from installer.macos.checks import binaries


def stray_binaries(site: Path, architecture: str) -> list[Path]:
    """Files with no code for the architecture. Ones with several architectures are no strays."""
    known: defaultdict[Path, set[str]] = defaultdict(set)
    for binary in binaries(site):
        known[binary.path].add(binary.architecture)
    return sorted(path for path, architectures in known.items() if architecture not in architectures)


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--architecture", choices=("arm64", "x86_64"), required=True)
    parser.add_argument("--site", type=Path, default=Path(sysconfig.get_path("purelib")))
    parser.add_argument("--remove", action="store_true")
    options = parser.parse_args(arguments)
    for path in stray_binaries(options.site, options.architecture):
        print(f"{'removed' if options.remove else 'stray'}: {path.relative_to(options.site)}")
        if options.remove:
            path.unlink()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
