"""The history: what is kept comes back, through versions, damage, full disks and other programs."""

from __future__ import annotations

import csv
import json
import multiprocessing
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app.engine.progress import opening, schema
from desktop_app.engine.progress.records import AttemptFilter, ProgressError, ProgressTooNew
from desktop_app.engine.progress.schedule import known_now
from desktop_app.engine.progress.store import ProgressStore
from desktop_app.errors import FileError
from tests.engine.progress.histories import FULL, HELLO, MILK, MONDAY, START, WATER, attempt


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history" / "progress.sqlite3"


def opened(path: Path, *, day: float = 0) -> ProgressStore:
    return ProgressStore(path, now=lambda: START + timedelta(days=day))


def kept(path: Path) -> list[str]:
    with closing(opened(path)) as store:
        return [one.sentence for one in store.attempts()]


def test_an_attempt_comes_back_as_it_was(path):
    with closing(opened(path)) as store:
        added = store.add(FULL)
        assert added == replace(FULL, number=1)
    with closing(opened(path)) as store:
        assert store.attempts() == (added,)
        assert not store.happened


def test_scores_of_numpy_and_none_are_kept(path):
    with closing(opened(path)) as store:
        store.add(attempt(overall=np.float32(50.5), channels={"shape": np.float64(10), "face": None}))
        (found,) = store.attempts()
    assert found.overall == 50.5
    assert found.channels == {"shape": 10.0, "face": None}


def test_the_filter_asks_for_time_sentence_kind_and_the_newest(path):
    with closing(opened(path)) as store:
        for number, key in enumerate((WATER, MILK, WATER, HELLO)):
            store.add(attempt(key, day=number, reasons=(f"r{number}",)))
        store.add(attempt(WATER, day=9, kind="free"))

        def days(wanted: AttemptFilter) -> list[int]:
            return [(one.when - START).days for one in store.attempts(wanted)]

        assert days(AttemptFilter()) == [0, 1, 2, 3, 9]
        assert days(AttemptFilter(kinds=("practice",))) == [0, 1, 2, 3]
        assert days(AttemptFilter(since=START + timedelta(days=1), until=START + timedelta(days=3))) == [1, 2]
        assert days(AttemptFilter(pack="Starter", sentence="WATER", kinds=("practice",))) == [0, 2]
        assert days(AttemptFilter(newest=2)) == [3, 9]
        assert [one.reasons for one in store.attempts(AttemptFilter(newest=2))] == [("r3",), ()]


def test_an_attempt_moves_its_card_and_a_free_one_does_not(path):
    with closing(opened(path)) as store:
        store.add(attempt(WATER))
        store.add(attempt(HELLO, kind="free"))
        cards = store.cards()
    assert set(cards) == {WATER.identity}
    assert cards[WATER.identity].due > START


def old_file(path: Path, version: int) -> None:
    """A file as an earlier version of the program left it, with one attempt in it."""
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as connection:
        for step in schema.STEPS[:version]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("PRAGMA journal_mode = WAL")
        if version:
            at_us = round(START.timestamp() * 1e6)
            row = f"1, {at_us}, 'Starter', 'WATER', 'Food', 'practice', 0, 41.25, 'MILK', 0, 1.75"
            columns = "number, at_us, pack, sentence, category, kind, is_right, overall, recognised, accepted"
            connection.execute(f"INSERT INTO attempts ({columns}, seconds) VALUES ({row})")
            connection.execute("INSERT INTO channel_scores VALUES (1, 'shape', 80.0)")
            connection.execute("INSERT INTO reasons VALUES (1, 0, 'unknown')")
        connection.commit()


@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_an_earlier_version_is_brought_up_to_date_after_a_backup(path, version):
    old_file(path, version)
    with closing(opened(path)) as store:
        (found,) = store.attempts()
        assert found == replace(
            FULL, channels={"shape": 80.0}, reasons=("unknown",), file="", number=1, when=START
        )
        store.add(FULL)
        assert len(store.attempts()) == 2
    (backup,) = opening.backups(path)
    assert f"-v{version}." in backup.name
    with closing(sqlite3.connect(backup)) as connection:
        assert schema.version_of(connection) == version
        assert connection.execute("SELECT sentence FROM attempts").fetchall() == [("WATER",)]


def test_a_step_that_fails_leaves_the_version_before_it(path, monkeypatch):
    old_file(path, 1)
    monkeypatch.setattr(schema, "STEPS", (schema.STEPS[0], (*schema.STEPS[1], "CREATE NONSENSE")))
    monkeypatch.setattr(schema, "VERSION", 2)
    with pytest.raises(sqlite3.OperationalError):
        opened(path)
    with closing(sqlite3.connect(path)) as connection:
        assert schema.version_of(connection) == 1
        assert connection.execute("SELECT count(*) FROM attempts").fetchone() == (1,)


def test_a_newer_version_is_left_alone_and_said_so(path):
    with closing(opened(path)) as store:
        store.add(FULL)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(ProgressTooNew, match="newer version") as caught:
        opened(path)
    assert caught.value.hint
    assert path.read_bytes() == before


def damage(path: Path, how: str) -> None:
    data = bytearray(path.read_bytes())
    if how == "header":
        data[:100] = b"\0" * 99 + b"x"
    elif how == "pages":
        data[4096:] = b"\xa5" * (len(data) - 4096)
    elif how == "cut":
        del data[len(data) // 2 :]
    elif how == "format":
        data[44:48] = (99).to_bytes(4)
    elif how == "schema":  # SQLite quotes it in its message, and Python cannot read that
        data = data.replace(b"CREATE TABLE reasons", b"CREATE TABLE \xa0\xff\xff\xff\xff\xff\xff", 1)
    elif how == "text":
        data = bytearray(b"<html>not a database</html>" * 100)
    path.write_bytes(data)


@pytest.mark.parametrize("how", ["header", "pages", "cut", "format", "schema", "text"])
def test_a_damaged_file_is_set_aside_and_the_newest_good_backup_put_back(path, how):
    for day in range(3):  # each opening of a new day makes a backup of what was there
        with closing(opened(path, day=day)) as store:
            store.add(attempt(WATER, day=day))
    newest = opening.backups(path)[0]
    newest.write_bytes(b"a backup that is damaged too")
    damage(path, how)
    broken = path.read_bytes()
    with closing(opened(path, day=3)) as store:
        assert store.happened == "restored"
        assert [one.day() for one in store.attempts()] == [MONDAY]
        assert store.aside is not None
        assert "damaged" in store.aside.name
        assert store.aside.read_bytes() == broken
        store.add(FULL)
    assert len(kept(path)) == 2


def test_without_a_good_backup_the_history_begins_anew(path):
    with closing(opened(path)) as store:
        store.add(FULL)
    damage(path, "text")
    with closing(opened(path)) as store:
        assert store.happened == "begun_anew"
        assert store.attempts() == ()
    damage(path, "text")
    with closing(opened(path)) as store:  # at the same second: the first file set aside is not lost
        assert store.happened == "begun_anew"
    assert len([one for one in opening.left_aside(path) if one.suffix == ".sqlite3"]) == 2


def test_a_database_of_somebody_else_is_not_written_into(path):
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE attempts (letters TEXT)")
    before = path.read_bytes()
    with closing(opened(path)) as store:
        assert store.happened == "begun_anew"
        assert store.aside is not None
        assert store.aside.read_bytes() == before


def test_backups_are_one_a_day_and_five_in_all(path):
    for day in (0, 0.1, 1, 2, 3, 4, 5, 6, 7, 7.1):
        opened(path, day=day).close()
    names = [one.name for one in opening.backups(path)]
    assert len(names) == opening.KEPT_BACKUPS
    assert len({name.split("-")[1] for name in names}) == opening.KEPT_BACKUPS


def test_a_full_disk_refuses_the_attempt_and_keeps_the_others(path):
    with closing(opened(path)) as store:
        store.add(FULL)
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(ProgressError, match="no room") as caught:
            store.add(replace(FULL, recognised="x" * 20_000))
        assert caught.value.code == "progress.disk_full"
        assert caught.value.hint
        assert len(store.attempts()) == 1


def test_another_program_that_writes_is_named(path, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_MS", 1)
    with closing(opened(path)) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProgressError, match="Another program") as caught:
            store.add(FULL)
        assert caught.value.code == "progress.locked"
        other.execute("ROLLBACK")
        store.add(FULL)


def test_a_file_that_may_not_be_written_is_named(path):
    with closing(opened(path)) as store:
        store._connection.execute("PRAGMA query_only = ON")
        with pytest.raises(ProgressError) as caught:
            store.add(FULL)
        assert caught.value.code == "progress.read_only"


def test_a_place_that_cannot_be_is_named(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ProgressError) as caught:
        ProgressStore(tmp_path / "file" / "progress.sqlite3")
    assert caught.value.hint


def test_the_table_opens_in_spreadsheets_and_runs_nothing(path, tmp_path):
    with closing(opened(path)) as store:
        store.add(FULL)
        store.add(attempt(replace_name("=cmd|' /C calc'!A1"), day=1, recognised="ÉCOLE"))
        assert store.export_csv(tmp_path / "table.csv") == 2
    assert (tmp_path / "table.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert first["when_utc"] == START.isoformat()
    assert first["when_utc"].endswith("+00:00")
    assert (first["right"], first["overall"], first["location"], first["face"]) == ("no", "41.2", "12.5", "")
    assert first["reasons"] == "too_alike unknown"
    assert second["sentence"] == "'=cmd|' /C calc'!A1"
    assert second["recognised"] == "ÉCOLE"
    assert not list(tmp_path.glob(".*"))


def replace_name(name: str):
    return WATER._replace(sentence=name)


def test_a_table_that_cannot_be_written_leaves_nothing(path, tmp_path):
    with closing(opened(path)) as store:
        store.add(FULL)
        (tmp_path / "there").mkdir()
        with pytest.raises(FileError, match="there' cannot be used"):
            store.export_csv(tmp_path / "there")
        with pytest.raises(FileError, match="too long") as caught:
            store.export_csv(tmp_path / ("a" * 300))
        assert str(caught.value.hint) == "Choose a shorter name."
    assert not list(tmp_path.glob(".*"))


def test_delete_all_leaves_no_word_in_any_file(path):
    secret = "VERYPRIVATESENTENCE"
    for day in range(3):
        with closing(opened(path, day=day)) as store:
            for _ in range(20):
                store.add(attempt(WATER._replace(sentence=secret), day=day, reasons=(secret,), file=secret))
    shutil.copy(path, path.with_name("progress.damaged-20260101-000000.sqlite3"))
    (path.parent / "tries").mkdir()
    (path.parent / "tries" / "one.signtry").write_text(secret)
    with closing(opened(path, day=2)) as store:
        store.add(attempt(WATER._replace(sentence=secret), day=2))
        assert any(secret.encode() in one.read_bytes() for one in files_below(path.parent))
        store.delete_all()
        # While the file is open too: the log next to it is cut.
        assert not [one for one in files_below(path.parent) if secret.encode() in one.read_bytes()]
        assert store.attempts() == ()
        assert store.cards() == {}
        store.add(FULL)
    assert kept(path) == ["WATER"]


def files_below(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]


# Each leaves a file with which SQLite itself is content.
UNREADABLE = {
    "text that is not UTF-8": "UPDATE cards SET document = CAST(x'7bff' AS TEXT)",
    "a sentence that is not UTF-8": "UPDATE attempts SET sentence = CAST(x'ff' AS TEXT) WHERE number = 1",
    "a time that is no date": "UPDATE attempts SET at_us = 9000000000000000000 WHERE number = 1",
    "a card that is never due": "UPDATE cards SET due_us = -9000000000000000000",
    "a score without end": "UPDATE attempts SET overall = 9e999",
    "a column less": "ALTER TABLE attempts DROP COLUMN file",
    "a column more": "ALTER TABLE cards ADD COLUMN more TEXT",
    "a version below nought": "PRAGMA user_version = -5",
}


@pytest.mark.parametrize("statement", UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_with_values_that_cannot_be_read_is_damaged(path, statement):
    for day in range(2):
        with closing(opened(path, day=day)) as store:
            store.add(attempt(WATER, day=day))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with closing(opened(path, day=2)) as store:
        assert store.happened == "restored"
        assert store.aside is not None
        assert [one.day() for one in store.attempts()] == [MONDAY]
        assert len(store.cards()) == 1
        store.add(FULL)


@pytest.mark.parametrize(
    "document",
    ["{}", "[" * 100_000, '{"stability": "x"}', "null", "DUE", "LAST", "STABILITY"],
)
def test_a_card_that_the_scheduler_cannot_use_begins_anew(path, document):
    with closing(opened(path)) as store:
        store.add(attempt(WATER))
        fields = json.loads(store.cards()[WATER.identity].document)
        if document == "DUE":
            document = json.dumps(fields | {"due": "2026-01-04T00:00:00"})  # without a zone
        elif document == "LAST":
            document = json.dumps(fields | {"last_review": "2026-01-04T00:00:00"})
        elif document == "STABILITY":
            document = json.dumps(fields | {"stability": "many"})
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE cards SET document = ?", (document,))
        connection.commit()
    with closing(opened(path)) as store:
        known_now(store.cards()[WATER.identity], START)
        store.add(attempt(WATER, day=1))
        assert known_now(store.cards()[WATER.identity], START + timedelta(days=1)) > 0


def open_at_once(path: Path, version: int, barrier: Any, results: Any) -> None:
    found: list[str] = []
    for number in range(8):
        place = path / str(number) / "progress.sqlite3"
        barrier.wait(120)
        try:
            with closing(opened(place)) as store:
                store.add(FULL)
            found.append(store.happened)
        except (ProgressError, sqlite3.Error) as error:
            found.append(repr(error))
    results.put(found)


@pytest.mark.parametrize("version", [0, 1, None], ids=["new", "of an older version", "damaged"])
def test_two_windows_open_the_history_at_the_same_moment(tmp_path, version):
    for number in range(8):
        if version:
            old_file(tmp_path / str(number) / "progress.sqlite3", version)
        elif version is None:
            (tmp_path / str(number)).mkdir()
            (tmp_path / str(number) / "progress.sqlite3").write_bytes(b"not a database" * 100)
    context = multiprocessing.get_context("spawn")
    barrier, results = context.Barrier(2), context.Queue()
    windows = [
        context.Process(target=open_at_once, args=(tmp_path, version or 0, barrier, results)) for _ in range(2)
    ]
    for window in windows:
        window.start()
    outcomes = [results.get(timeout=120) for _ in windows]
    for window in windows:
        window.join()
    expected = {"", "begun_anew"} if version is None else {""}
    for number, pair in enumerate(zip(*outcomes, strict=True)):
        assert set(pair) == expected, pair
        assert len(kept(tmp_path / str(number) / "progress.sqlite3")) == 2 + bool(version)
