"""What is done while a process is killed, and what must hold then. Run as a program by `test_crash.py`."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from desktop_app.engine.attempts.files import read_attempt, save_notes, write_attempt
from desktop_app.engine.progress import opening
from desktop_app.engine.progress.store import ProgressStore
from tests.engine.attempts.sent import made_attempt, noted
from tests.engine.packs.killer import every_point
from tests.engine.progress.histories import FULL, START, attempt
from tests.engine.progress.test_store import damage, old_file

NAME = "progress.sqlite3"


def store_in(folder: Path) -> ProgressStore:
    return ProgressStore(folder / NAME, now=lambda: START)


def with_one(folder: Path) -> None:
    with closing(store_in(folder)) as store:
        store.add(attempt())


def count(folder: Path, *allowed: int, cards: int) -> None:
    """The history opens, is whole, and holds one of these numbers of attempts with its card."""
    with closing(store_in(folder)) as store:
        assert not store.happened
        found = store.attempts()
        assert len(found) in allowed, len(found)
        assert len(store.cards()) in (cards, min(len(found), 1))
        store.add(FULL)  # and it can be written


def killed_at_statement(
    folder: Path,
    prepare: Callable[[Path], None],
    work: Callable[[Path], None],
    allowed: tuple[int, ...],
    cards: int,
) -> int:
    """Kill a child at every statement of SQLite and at steps of it; check each; returns how many there were."""
    template = folder / "template"
    template.mkdir(parents=True)
    prepare(template)
    data = {one.relative_to(template): one.read_bytes() for one in template.rglob("*") if one.is_file()}
    for point in range(1, 10_000):
        place = folder / str(point)
        for name, content in data.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(content)
        child = os.fork()
        if child == 0:
            code = 1
            try:
                _die_at_statement(point)
                work(place)
                code = 0
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == 0
            return point - 1
        count(place, *allowed, cards=cards)
    raise AssertionError("it never came to its end")


def _die_at_statement(point: int) -> None:
    seen = 0
    connect = sqlite3.connect

    def traced(*arguments, **named):
        connection = connect(*arguments, **named)

        def step(*_: object) -> int:
            nonlocal seen
            seen += 1
            if seen == point:
                os.kill(os.getpid(), signal.SIGKILL)
            return 0

        connection.set_trace_callback(step)
        connection.set_progress_handler(step, 40)
        return connection

    sqlite3.connect = traced


def add_two(folder: Path) -> None:
    with closing(store_in(folder)) as store:
        store.add(attempt(day=1))


def old(folder: Path) -> None:
    (folder / NAME).parent.mkdir(exist_ok=True)
    old_file(folder / "old" / NAME, 1)
    (folder / "old" / NAME).rename(folder / NAME)
    (folder / "old").rmdir()


def open_it(folder: Path) -> None:
    store_in(folder).close()


def damaged(folder: Path) -> None:
    with_one(folder)
    with closing(ProgressStore(folder / NAME, now=lambda: START.replace(day=9))):
        pass  # a backup of another day
    damage(folder / NAME, "text")


def check_backup_or_whole(folder: Path) -> None:
    with closing(store_in(folder)) as store:
        assert len(store.attempts()) == 1
    for backup in opening.backups(folder / NAME):
        with closing(sqlite3.connect(backup)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def check_old(folder: Path) -> None:
    with closing(store_in(folder)) as store:
        assert [one.sentence for one in store.attempts()] == ["WATER"]


def check_table(folder: Path) -> None:
    path = folder / "table.csv"
    assert not path.exists() or path.read_text("utf-8-sig").count("\n") == 2
    check_backup_or_whole(folder)


def export(folder: Path) -> None:
    with closing(store_in(folder)) as store:
        store.export_csv(folder / "table.csv")


def an_attempt(folder: Path) -> None:
    write_attempt(folder / "a.signtry", made_attempt())


def check_attempt(folder: Path) -> None:
    assert len(read_attempt(folder / "a.signtry").notes) in (0, 2)


CASES = {
    "export": (with_one, export, check_table),
    "restore": (damaged, open_it, check_backup_or_whole),
    "backup": (old, open_it, check_old),
    "try": (an_attempt, lambda folder: write_attempt(folder / "a.signtry", noted()), check_attempt),
    "notes": (
        an_attempt,
        lambda folder: save_notes(folder / "a.signtry", folder / "a.signtry", noted().notes),
        check_attempt,
    ),
}
# The numbers of attempts there may be then; cards began with the second version.
STATEMENTS: dict[str, Any] = {"add": (with_one, add_two, (1, 2), 1), "migrate": (old, open_it, (1,), 0)}


def main(case: str, folder: Path) -> int:
    if case in STATEMENTS:
        return killed_at_statement(folder, *STATEMENTS[case])
    return every_point(folder, *CASES[case])


if __name__ == "__main__":
    sys.stdout.write(str(main(sys.argv[1], Path(sys.argv[2]))))
