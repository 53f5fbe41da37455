"""Work beside the window: results, errors, order, stopping, a full queue, and an end that calls nobody back."""

from __future__ import annotations

import errno
import logging
import os
import threading
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from desktop_app.errors import AppError, Busy, PackError
from desktop_app.message import Message
from desktop_app.ui.kit import relay
from desktop_app.ui.kit.relay import Progress, Relay, TaskRunner

LONG_MS = 60_000


@pytest.fixture
def runner(qapp) -> Iterator[TaskRunner]:
    made = TaskRunner("test", max_waiting=4)
    yield made
    made.close()


class WorkGate:
    """Work that waits until the test lets it go on."""

    def __init__(self) -> None:
        self.reached, self.open = threading.Event(), threading.Event()

    def __call__(self, report: Any) -> str:
        report(0, 2, "before")
        self.reached.set()
        assert self.open.wait(60)
        return "done"


def nobody(_: object) -> None:
    raise AssertionError("not expected")


def none() -> None:
    raise AssertionError("not expected")


def test_a_result_comes_on_the_windows_thread(runner, qtbot):
    threads: list[int] = []
    results: list[int] = []

    def work(report):
        threads.append(threading.get_ident())
        return 42

    def then(value):
        threads.append(threading.get_ident())
        results.append(value)

    runner.start("sum", work, then, failed=nobody)
    assert runner.busy
    qtbot.waitUntil(lambda: not runner.busy, timeout=LONG_MS)
    assert results == [42]
    assert threads[0] != threads[1] == threading.get_ident()


def test_tasks_run_and_report_in_the_order_of_their_start(runner, qtbot):
    done: list[str] = []
    idle: list[bool] = []
    runner.idle_changed.connect(idle.append)
    for name in ("a", "b", "c"):
        runner.start(name, lambda _, name=name: name, done.append, failed=nobody)
    qtbot.waitUntil(lambda: not runner.busy, timeout=LONG_MS)
    assert done == ["a", "b", "c"]
    assert idle == [False, True]


def test_what_the_system_refuses_is_reported_with_a_next_step(runner, qtbot, caplog):
    told: list[AppError] = []

    def work(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/disk/pack.json")

    runner.start("save", work, nobody, failed=told.append, stopped=none)
    qtbot.waitUntil(lambda: not runner.busy, timeout=LONG_MS)
    assert str(told[0]) == f"'/disk/pack.json' cannot be used: {os.strerror(errno.ENOSPC)}."
    assert "Make room" in str(told[0].hint)
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("mistake", [IndexError("no row 7"), SystemExit(3)])
def test_what_nobody_expected_is_logged_with_its_traceback_and_reported(runner, qtbot, caplog, mistake):
    failures: list[AppError] = []

    def known(report):
        raise PackError(Message("Broken."), Message("Mend it."))

    def unknown(report):
        raise mistake

    with caplog.at_level(logging.ERROR):
        runner.start("known", known, nobody, failed=failures.append)
        runner.start("unknown", unknown, nobody, failed=failures.append)
        runner.start("after", lambda _: "goes on", lambda _: None, failed=nobody)
        qtbot.waitUntil(lambda: not runner.busy, timeout=LONG_MS)
    assert str(failures[0]) == "Broken."
    assert type(mistake).__name__ in str(failures[1])
    assert failures[1].hint
    (record,) = caplog.records
    assert record.exc_info is not None
    assert record.exc_info[1] is mistake


def test_a_callback_that_fails_leaves_the_runner_usable(runner, qtbot):
    def then(_: object) -> None:
        raise ZeroDivisionError

    done: list[str] = []
    with qtbot.captureExceptions() as caught:
        runner.start("first", lambda _: None, then, failed=nobody)
        runner.start("second", lambda _: "done", done.append, failed=nobody)
        qtbot.waitUntil(lambda: not runner.busy, timeout=LONG_MS)
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert done == ["done"]


def test_progress_and_stopping(runner, qtbot):
    seen: list[Progress] = []
    runner.progressed.connect(seen.append)
    reached, go_on, stopped, tidy = threading.Event(), threading.Event(), [], []

    def work(report):
        try:
            report(0, 3, "first")
            reached.set()
            go_on.wait(60)
            report(1, 3, "second")
        finally:
            tidy.append(True)

    runner.start("long", work, nobody, failed=nobody, stopped=lambda: stopped.append("long"))
    runner.start("waits", nobody, nobody, failed=nobody, stopped=lambda: stopped.append("waits"))
    assert reached.wait(60)
    runner.cancel("other")
    runner.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not runner.busy, timeout=LONG_MS)
    assert stopped == ["long", "waits"]
    assert tidy == [True]
    assert ("long", "first", 0, 3) in [(one.name, one.detail, one.done, one.total) for one in seen]
    assert "second" not in [one.detail for one in seen]


def test_what_was_complete_before_it_could_stop_is_delivered_unless_it_was_dropped(runner, qtbot):
    outcomes: list[str] = []
    for give_up in (runner.cancel, runner.drop):
        gate = WorkGate()
        runner.start("clip", gate, outcomes.append, failed=nobody, stopped=lambda: outcomes.append("stopped"))
        assert gate.reached.wait(60)
        give_up("clip")
        gate.open.set()
        qtbot.waitUntil(lambda: not runner.busy, timeout=LONG_MS)
    assert outcomes == ["done", "stopped"]


def test_a_mistake_of_ours_is_reported_even_where_nobody_waits_for_the_result(runner, qtbot):
    gate = WorkGate()
    failures: list[AppError] = []

    def work(report):
        gate(report)
        raise IndexError("no row 7")

    runner.start("clip", work, nobody, failed=failures.append, stopped=none)
    assert gate.reached.wait(60)
    runner.drop()
    gate.open.set()
    qtbot.waitUntil(lambda: not runner.busy, timeout=LONG_MS)
    assert "IndexError" in str(failures[0])


def test_only_the_newest_of_a_name_is_delivered(runner, qtbot):
    first = WorkGate()
    outcomes: list[str] = []
    runner.start("clip", first, outcomes.append, failed=nobody)
    assert first.reached.wait(60)
    runner.start("other", lambda _: "other", outcomes.append, failed=nobody)
    for number in range(9):  # those that are replaced take no room
        runner.start("clip", lambda _, number=number: f"{number}", outcomes.append, failed=nobody, replace=True)
    first.open.set()
    qtbot.waitUntil(lambda: not runner.busy, timeout=LONG_MS)
    assert outcomes == ["other", "8"]


def test_a_full_runner_refuses_in_words_but_takes_what_must_not_be_lost(runner, qtbot):
    gate = WorkGate()
    outcomes: list[Any] = []
    runner.start("first", gate, outcomes.append, failed=nobody)
    for number in range(3):
        runner.start("more", lambda _, number=number: number, outcomes.append, failed=nobody)
    refused: list[AppError] = []
    runner.start("too many", nobody, nobody, failed=refused.append)
    runner.start("attempt", lambda _: "kept", outcomes.append, failed=nobody, durable=True)
    assert not refused  # it is told like every other outcome: later, on the window's thread
    gate.open.set()
    qtbot.waitUntil(lambda: not runner.busy, timeout=LONG_MS)
    assert [type(one) for one in refused] == [Busy]
    assert outcomes == ["done", 0, 1, 2, "kept"]


def test_closing_finishes_what_must_not_be_lost_and_calls_nobody(runner, qapp):
    gate = WorkGate()
    done: list[str] = []

    def work(report):
        gate.reached.set()
        while True:
            report(0, 1)

    runner.start("long", work, nobody, failed=nobody, stopped=none)
    runner.start("waits", nobody, nobody, failed=nobody, stopped=none)
    runner.start("attempt", lambda report: done.append("kept"), nobody, failed=nobody, durable=True)
    assert gate.reached.wait(60)
    runner.close()
    assert done == ["kept"]
    qapp.processEvents()
    runner.start("late", nobody, nobody, failed=nobody)
    assert not runner.busy
    runner.close()


def test_a_task_that_never_returns_does_not_hold_the_program_up(runner, caplog, monkeypatch):
    gate = WorkGate()
    waited: list[float] = []
    runner.start("hangs", gate, nobody, failed=nobody)
    assert gate.reached.wait(60)
    (thread,) = [one for one in threading.enumerate() if one.name == "signmirror-test"]
    assert thread.daemon
    monkeypatch.setattr(thread, "join", waited.append)  # the deadline is looked at, not waited for
    with caplog.at_level(logging.ERROR):
        runner.close()
    assert waited == [relay.CLOSE_S]
    assert relay.CLOSE_S <= 2
    assert "test_relay.py" in caplog.text  # where it hangs
    monkeypatch.undo()
    gate.open.set()
    thread.join(60)
    assert not thread.is_alive()


def test_a_relay_calls_in_order_on_the_windows_thread_until_it_is_closed(qapp, qtbot):
    made = Relay()
    heard: list[tuple[int, int]] = []

    def hear(number: int) -> None:
        heard.append((number, threading.get_ident()))

    def post() -> None:
        for number in range(100):
            made.post(partial(hear, number))

    thread = threading.Thread(target=post)
    thread.start()
    thread.join()
    assert not heard
    qtbot.waitUntil(lambda: len(heard) == 100, timeout=LONG_MS)
    assert heard == [(number, threading.get_ident()) for number in range(100)]
    made.post(none)
    made.close()
    made.post(none)
    qapp.processEvents()
    assert made.closed


def test_a_paced_report_speaks_no_more_often_than_one_reads(qapp, qtbot):
    made = Relay()
    heard: list[tuple[int, int]] = []
    report = made.paced(lambda done, total, _: heard.append((done, total)), every_s=1e6)
    for done in range(101):
        report(done, 100)
    qtbot.waitUntil(lambda: len(heard) >= 2, timeout=LONG_MS)
    assert heard == [(0, 100), (100, 100)]
