"""Compares two JSON answers of the program by value.

python -m installer.compare FOUND.json EXPECTED.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

TOLERANCE: Final = 2e-3
"""Two processors' or two compilers' arithmetic in one similarity."""

MEASURED: Final = frozenset({"clip", "path", "seconds", "inference_ms"})
"""Keys of answers that say where a clip lies or how long something took."""


class Differs(Exception):
    """Two answers are not the same; says where."""


def difference(found: Any, expected: Any, tolerance: float = TOLERANCE, where: str = "") -> float:
    """The largest difference of two JSON documents' numbers, relative to those above 1.

    Raises:
        Differs: anything else differs, or a number by more than the tolerance.
    """
    if isinstance(expected, dict):
        if not isinstance(found, dict) or found.keys() != expected.keys():
            raise Differs(f"{where}: other keys")
        parts = [(found[key], expected[key], f"{where}/{key}") for key in expected if key not in MEASURED]
        return max((difference(one, other, tolerance, place) for one, other, place in parts), default=0.0)
    if isinstance(expected, list):
        if not isinstance(found, list) or len(found) != len(expected):
            raise Differs(f"{where}: other length")
        parts = [
            (one, other, f"{where}/{index}")
            for index, (one, other) in enumerate(zip(found, expected, strict=True))
        ]
        return max((difference(one, other, tolerance, place) for one, other, place in parts), default=0.0)
    if isinstance(expected, float) and isinstance(found, float | int):
        relative = abs(found - expected) / max(1.0, abs(expected))
        if relative > tolerance:
            raise Differs(f"{where}: {found} instead of {expected}")
        return relative
    if found != expected:
        raise Differs(f"{where}: {found!r} instead of {expected!r}")
    return 0.0


def main(arguments: list[str] | None = None) -> int:
    """The command; exit code 1 where they differ."""
    found, expected = map(Path, sys.argv[1:] if arguments is None else arguments)
    try:
        worst = difference(json.loads(found.read_text("utf-8")), json.loads(expected.read_text("utf-8")))
    except Differs as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"equal; largest difference {worst:.1g}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
