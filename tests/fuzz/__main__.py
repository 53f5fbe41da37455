"""`python -m tests.fuzz`: run the fuzzers, print a table, exit 1 if anything but AppError was raised."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from desktop_app.__main__ import prepare_environment
from tests.fuzz.registry import all_targets
from tests.fuzz.runner import FuzzResult, UselessSeed, fuzz, limit_memory


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz", description="Fuzz the parsers of outside data."
    )
    how_long = parser.add_mutually_exclusive_group()
    how_long.add_argument("--seconds", type=float, help="for all targets together (default: 60)")
    how_long.add_argument("--tries", type=int, help="of each target: the same inputs each time")
    parser.add_argument("--only", action="append", metavar="NAME", help="this target; may be repeated")
    parser.add_argument("--seed", type=int, default=0, help="other inputs (default: 0)")
    parser.add_argument("--out", type=Path, default=Path("fuzz-failures"), help="folder for failing inputs")
    parser.add_argument("--list", action="store_true", help="print the names of the targets")
    options = parser.parse_args(arguments)
    prepare_environment()
    targets = all_targets()
    if options.list:
        print("\n".join(targets))
        return 0
    chosen = options.only or list(targets)
    unknown = [name for name in chosen if name not in targets]
    if unknown:
        parser.error(f"no target {', '.join(unknown)}; --list names them")
    seconds = None if options.tries is not None else (options.seconds or 60.0) / len(chosen)
    limit_memory()
    results: dict[str, FuzzResult] = {}
    print(_HEADER)
    for name in chosen:
        try:
            results[name] = fuzz(
                targets[name], seed=options.seed, tries=options.tries, seconds=seconds, out=options.out
            )
        except UselessSeed as error:
            print(error, file=sys.stderr)
            return 1
        print(_line(name, results[name]), flush=True)
    total = FuzzResult()
    for one in results.values():
        total.add(one)
    print(_line(f"{len(results)} targets", total))
    if total.escaped:
        print(f"Failing inputs are in {options.out}.", file=sys.stderr)
    return 1 if total.escaped else 0


_HEADER = (
    f"{'target':<20} {'tries':>9} {'accepted':>9} {'refused':>9} {'other':>6} {'seconds':>8} {'slowest':>8}"
)


def _line(name: str, result: FuzzResult) -> str:
    kinds = ", ".join(f"{kind} x{count}" for kind, count in result.kinds.most_common())
    return (
        f"{name:<20} {result.tries:>9,} {result.accepted:>9,} {result.refused:>9,} {result.escaped:>6,} "
        f"{result.seconds:>8.1f} {result.slowest_s:>8.2f}  {kinds}"
    ).rstrip()


if __name__ == "__main__":
    sys.exit(main())
