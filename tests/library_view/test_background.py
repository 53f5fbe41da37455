"""Work beside the window: results, errors, stopping, and an end that calls nobody back."""

from __future__ import annotations

import threading

import pytest

from desktop_app.errors import AppError, PackError
from desktop_app.ui.kit.background import Background, Progress, ProgressRelay


@pytest.fixture
def background(qapp):
    made = Background("test")
    yield made
    made.close()


def nobody(_: object) -> None:
    raise AssertionError("not expected")


def test_a_result_comes_on_the_windows_thread(background, qtbot):
    threads: list[int] = []
    results: list[int] = []

    def work(report):
        threads.append(threading.get_ident())
        return 42

    def then(value):
        threads.append(threading.get_ident())
        results.append(value)

    background.start("sum", work, then, failed=nobody)
    assert background.busy
    assert background.running == "sum"
    qtbot.waitUntil(lambda: not background.busy)
    assert results == [42]
    assert threads[0] != threads[1] == threading.get_ident()


def test_errors_are_told_in_words(background, qtbot):
    told: list[AppError] = []

    def known(report):
        raise PackError("Broken.", "Mend it.")

    def unknown(report):
        raise ZeroDivisionError("x")

    background.start("known", known, nobody, failed=told.append)
    background.start("unknown", unknown, nobody, failed=told.append)
    qtbot.waitUntil(lambda: not background.busy)
    assert told[0].user_text == "Broken."
    assert "ZeroDivisionError" in told[1].user_text
    assert told[1].hint


def test_progress_and_stopping(background, qtbot):
    seen: list[Progress] = []
    background.progressed.connect(seen.append)
    reached, go_on, stopped, tidy = threading.Event(), threading.Event(), [], []

    def work(report):
        try:
            report(0, 3, "first")
            reached.set()
            go_on.wait(10)
            report(1, 3, "second")
        finally:
            tidy.append(True)

    background.start("long", work, nobody, failed=nobody, stopped=lambda: stopped.append(True))
    assert reached.wait(10)
    background.cancel("other")
    background.cancel("long")
    go_on.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert stopped == [True]
    assert tidy == [True]
    assert ("first", 0, 3) in [(one.detail, one.done, one.total) for one in seen]
    assert "second" not in [one.detail for one in seen]


def test_after_the_end_nobody_is_called(background, qapp):
    reached = threading.Event()
    left: list[bool] = []

    def work(report):
        reached.set()
        try:
            while True:
                report(0, 1, "")
        finally:
            left.append(True)

    background.start("long", work, nobody, failed=nobody, stopped=lambda: nobody(None))
    background.start("waiting", nobody, nobody, failed=nobody)
    assert reached.wait(10)
    background.close()
    assert left == [True]
    qapp.processEvents()
    background.start("late", nobody, nobody, failed=nobody)
    assert not background.busy


def test_a_relay_speaks_no_more_often_than_one_reads(qapp):
    relay = ProgressRelay(every_s=1e6)
    heard: list[tuple[int, int]] = []
    relay.came.connect(lambda done, total: heard.append((done, total)))
    relay._last = float("-inf")
    for done in range(101):
        relay.tell(done, 100)
    assert heard == [(0, 100), (100, 100)]
