"""Tries a target with many inputs, and keeps those that make it raise what it must not raise."""

from __future__ import annotations

import faulthandler
import logging
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Final

from tests.fuzz.mutate import mutated
from tests.fuzz.registry import Files, FuzzTarget, files_in, write_files

HANG_S: Final = 20
MEMORY_BYTES: Final = 3 << 30  # beyond what is in use when the fuzzer starts
MAX_KEPT: Final = 20  # inputs of one target
_CLEAN_EVERY: Final = 100


class ParserHang(BaseException):
    """A parser takes too long. Not an Exception, so that no parser can catch it."""


class UselessSeed(Exception):
    """A valid input is refused by its own parser."""


@dataclass(slots=True)
class FuzzResult:
    """What came of a target."""

    tries: int = 0
    accepted: int = 0
    refused: int = 0
    escaped: int = 0
    seconds: float = 0.0
    slowest_s: float = 0.0
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, other: FuzzResult) -> None:
        """Count another target in."""
        self.tries += other.tries
        self.accepted += other.accepted
        self.refused += other.refused
        self.escaped += other.escaped
        self.seconds += other.seconds
        self.slowest_s = max(self.slowest_s, other.slowest_s)
        self.kinds += other.kinds


def fuzz(target: FuzzTarget, *, seed: int, tries: int | None, seconds: float | None, out: Path) -> FuzzResult:
    """Try a target so many times, or so long. Raises UselessSeed."""
    result, began = FuzzResult(), time.monotonic()
    with _own_folders() as home:
        seeds = _seeds(target, home)
        while (tries is None or result.tries < tries) and (
            seconds is None or time.monotonic() - began < seconds
        ):
            rng = random.Random(f"{seed} {target.name} {result.tries}")
            files = mutated(rng, rng.choice(seeds), seeds, target.repair)
            _try(target, files, result, home, out)
            if result.tries % _CLEAN_EVERY == 0:
                _clean(home)
    result.seconds = time.monotonic() - began
    return result


def _try(target: FuzzTarget, files: Files, result: FuzzResult, home: Path, out: Path) -> None:
    folder = home / "input"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(exist_ok=True)
    write_files(folder, files)
    result.tries += 1
    began = time.monotonic()
    try:
        with _alarm():
            target.parse(folder)
    except target.refusals:
        result.refused += 1
    except (Exception, ParserHang) as error:  # noqa: BLE001  what it is, is the result
        result.escaped += 1
        result.kinds[type(error).__name__] += 1
        if result.escaped <= MAX_KEPT:
            _keep(out / f"{target.name}-{result.tries - 1}", files)
    else:
        result.accepted += 1
    result.slowest_s = max(result.slowest_s, time.monotonic() - began)


def _seeds(target: FuzzTarget, home: Path) -> list[Files]:
    """The valid inputs. Raises UselessSeed if one is refused."""
    found = []
    for number, write in enumerate(target.seeds):
        folder = home / f"seed-{number}"
        folder.mkdir()
        write(folder)
        found.append(files_in(folder))
        assert found[-1], f"{target.name}: seed {number} wrote nothing"
        try:
            target.parse(folder)
        except target.refusals as error:
            raise UselessSeed(f"{target.name}: seed {number} is refused: {error}") from error
    return found


def _keep(folder: Path, files: Files) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    write_files(folder, files)
    (folder / "traceback.txt").write_text(traceback.format_exc(), encoding="utf-8")


@contextmanager
def _own_folders() -> Iterator[Path]:
    """Folders of the program that are nobody's, and silence. Restored when the block ends."""
    before, errors = dict(os.environ), os.dup(2)
    faulthandler.enable(errors)
    logging.disable(logging.CRITICAL)
    with Path(os.devnull).open("wb") as silence:  # what libraries print about damaged pictures
        os.dup2(silence.fileno(), 2)
    with (
        tempfile.TemporaryDirectory(prefix="signmirror-fuzz-", ignore_cleanup_errors=True) as place,
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        home = Path(place)
        os.environ.update({f"SIGNMIRROR_{kind}_DIR": str(home / kind.lower()) for kind in _KINDS})
        os.environ["TMPDIR"] = tempfile.tempdir = str(home / "tmp")
        (home / "tmp").mkdir()
        try:
            yield home
        finally:
            tempfile.tempdir = None
            os.environ.clear()
            os.environ.update(before)
            logging.disable(logging.NOTSET)
            os.dup2(errors, 2)
            faulthandler.disable()
            os.close(errors)


_KINDS: Final = ("DATA", "CONFIG", "CACHE", "LOG")


def _clean(home: Path) -> None:
    for kind in (*map(str.lower, _KINDS), "tmp"):
        shutil.rmtree(home / kind, ignore_errors=True)
    (home / "tmp").mkdir()


@contextmanager
def _alarm() -> Iterator[None]:
    """Raise ParserHang in the block when it takes too long, where the system has alarms."""

    if not hasattr(signal, "SIGALRM"):  # Windows
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise ParserHang(f"longer than {HANG_S} s")

    old = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, HANG_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def limit_memory() -> None:
    """Let the system refuse gigabytes, so that a parser that asks for them is found."""
    if sys.platform == "linux":
        import resource

        now = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (now + MEMORY_BYTES, resource.RLIM_INFINITY))
