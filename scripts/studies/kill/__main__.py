"""Kills the program while it edits, imports, replaces and saves, and looks at what is left.

    python -m scripts.studies.kill [--random 300] [--seed 1] [--case NAME] [--json]

Every kind of work is killed once at each of its operations on files (Linux, on x86-64 and arm64), and
`--random` times at random moments, all kinds in turn. After each kill the program starts: pack, history and
settings must open and hold the old state or the new one (of an import: a part of its clips). Then the work is
done again: nothing may be lost, and no temporary file or folder may be left. Ends with 1 if anything was.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from scripts.studies.kill import tracer
from scripts.studies.kill.cases import CASES, KilledWork, State, leftovers, start, use

_TIMED_RUNS: Final = 5


@dataclass(slots=True)
class Survival:
    """What one kind of work survived.

    Attributes:
        operations: on files, by the name of the call.
        states: after the kills.
        at_start: kills after which something temporary was there still after the next start.
        left: temporary files that were there for good. failures: what did not hold.
    """

    operations: dict[str, int] = field(default_factory=dict)
    at_each: int = 0
    at_random: int = 0
    states: dict[str, int] = field(default_factory=dict)
    at_start: int = 0
    left: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


class Killing:
    """One kind of work, its template folder and its allowed states."""

    def __init__(self, case: KilledWork, place: Path) -> None:
        self.case, self.place = case, place
        self.result = Survival()
        self._folder = place / "work"
        self._template = place / "template"
        use(self._template)
        case.prepare(self._template)
        self._old = self._here(self._template, lambda: case.state(self._template))
        self._new, self.seconds = None, 0.0
        for _ in range(_TIMED_RUNS):
            self._fresh()
            began = time.perf_counter()
            child = self._fork()
            _, status = os.waitpid(child, 0)
            self.seconds += (time.perf_counter() - began) / _TIMED_RUNS
            assert status == 0, "the work fails when it is left alone"
        self._new = case.state(self._folder)

    def at_each_operation(self) -> None:
        """Kill at the first operation on a file, at the second, and so on."""
        self._fresh()
        whole = tracer.run_until(lambda: self.case.work(self._folder), self._folder)
        assert whole.exit_code == 0
        self.result.operations = dict(Counter(whole.operations))
        point = 0
        while True:
            point += 1
            self._fresh()
            run = tracer.run_until(lambda: self.case.work(self._folder), self._folder, point)
            if not run.killed:
                assert run.exit_code == 0, "the work failed"
                break
            self.result.at_each += 1
            self._look(f"operation {point} ({run.operations[-1]})")

    def at_random_moment(self, rng: random.Random) -> None:
        """Kill once, at any moment of the work."""
        self._fresh()
        after_s = rng.uniform(0, self.seconds)
        child = self._fork()
        time.sleep(after_s)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        self.result.at_random += 1
        self._look(f"{after_s * 1000:.1f} ms")

    def _look(self, when: str) -> None:
        try:
            start()
            state = self.case.state(self._folder)
            name = self._name_of(state)
            self.result.states[name] = self.result.states.get(name, 0) + 1
            self.result.at_start += bool(leftovers(self._folder))
            self.case.go_on(self._folder)
        except Exception as error:  # noqa: BLE001  (each is a finding; the study goes on)
            last = traceback.extract_tb(error.__traceback__)[-1]
            self.result.failures.append(f"{when}: {type(error).__name__}: {error} ({last.name}:{last.lineno})")
        self.result.left += [f"{when}: {name}" for name in leftovers(self._folder)]

    def _name_of(self, state: State) -> str:
        return "old" if state == self._old else "new" if state == self._new else "between"

    def _here(self, folder: Path, ask: Callable[[], State]) -> State:
        use(folder)
        return ask()

    def _fresh(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        shutil.copytree(self._template, self._folder, symlinks=True)
        use(self._folder)

    def _fork(self) -> int:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                self.case.work(self._folder)
                code = 0
            finally:
                os._exit(code)
        return child


def run(names: list[str], randoms: int, seed: int) -> dict[str, Survival]:
    """All kills of these kinds of work."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="signmirror-kill-") as place:
        works = {name: Killing(CASES[name], Path(place) / str(n)) for n, name in enumerate(names)}
        for number in range(randoms):
            works[names[number % len(names)]].at_random_moment(rng)
        if tracer.supported():
            for work in works.values():
                work.at_each_operation()
        tempfile.tempdir = None
        return {name: work.result for name, work in works.items()}


def bad_states(name: str, result: Survival) -> int:
    """Kills after which the work was neither done nor undone; an import may be done in part."""
    return 0 if name == "import" else result.states.get("between", 0)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--random", type=int, default=300, help="kills at random moments, all kinds together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--case", action="append", choices=list(CASES), help="may be given again; default: all")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    results = run(arguments.case or list(CASES), arguments.random, arguments.seed)
    if arguments.json:
        document: dict[str, Any] = {name: asdict(result) for name, result in results.items()}
        json.dump(document, sys.stdout, indent=2)
        print()
    else:
        print("| work | operations | kills at each | at random | old | new | between | left | failures |")
        print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
        for name, one in results.items():
            counts = [sum(one.operations.values()), one.at_each, one.at_random]
            counts += [one.states.get(state, 0) for state in ("old", "new", "between")]
            print(f"| {name} | {' | '.join(map(str, [*counts, len(one.left), len(one.failures)]))} |")
        for name, one in results.items():
            for text in (*one.failures, *one.left):
                print(f"{name}: {text}")
    return int(any(one.failures or one.left or bad_states(name, one) for name, one in results.items()))


if __name__ == "__main__":
    raise SystemExit(main())
