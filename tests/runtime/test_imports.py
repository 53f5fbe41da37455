"""A worker that is importing something large ends between two modules when it is asked to."""

from __future__ import annotations

import sys
import textwrap
import threading
from pathlib import Path

import pytest

from desktop_app.errors import AppError
from desktop_app.runtime.imports import ImportEnded, stop_point, stoppable_imports
from desktop_app.runtime.worker import Worker, WorkerState
from tests.helpers.fakes import WAIT_S

PARTS = ("slowly_made", "slowly_made.first", "slowly_made.second")
reached, go_on = threading.Event(), threading.Event()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package of two modules; the first waits, and both try what they import, as libraries do."""
    folder = tmp_path / "slowly_made"
    folder.mkdir()
    attempts = "try:\n    from slowly_made import {}\nexcept Exception:\n    pass\n"
    (folder / "__init__.py").write_text(attempts.format("first") + attempts.format("second"), encoding="utf-8")
    wait = f"""
        from {__name__} import go_on, reached
        reached.set()
        go_on.wait({WAIT_S})
    """
    (folder / "first.py").write_text(textwrap.dedent(wait), encoding="utf-8")
    (folder / "second.py").write_text("whole = True\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    reached.clear()
    go_on.clear()
    for name in PARTS:
        monkeypatch.delitem(sys.modules, name, raising=False)


class Importer(Worker):
    """Imports in its setup."""

    def __init__(self, faults: list[AppError]) -> None:
        super().__init__("importer", lambda _, error: faults.append(error))
        self.torn_down = False

    def setup(self) -> None:
        __import__("slowly_made")

    def step(self) -> None:
        self._stop.wait(WAIT_S)

    def teardown(self) -> None:
        self.torn_down = True


@pytest.mark.usefixtures("package")
def test_a_worker_ends_between_two_modules_and_can_import_anew() -> None:
    faults: list[AppError] = []
    worker = Importer(faults)
    worker.start()
    assert reached.wait(WAIT_S)
    worker.request_stop()
    go_on.set()
    assert worker.join(WAIT_S)
    assert (worker.state, faults, worker.torn_down) == (WorkerState.STOPPED, [], True)
    assert "slowly_made" not in sys.modules
    assert "slowly_made.second" not in sys.modules
    worker.start()
    worker.request_stop()
    assert worker.join(WAIT_S)
    assert __import__("slowly_made.second").second.whole
    for name in PARTS:
        sys.modules.pop(name, None)


@pytest.mark.usefixtures("package")
def test_other_threads_import_what_they_like() -> None:
    go_on.set()
    with stoppable_imports(lambda: True):
        other = threading.Thread(target=__import__, args=("slowly_made",))
        other.start()
        other.join(WAIT_S)
        assert "slowly_made.second" in sys.modules
        with pytest.raises(ImportEnded):
            __import__("slowly_made.third")
    for name in PARTS:
        sys.modules.pop(name, None)


def test_steps_between_imports_end_too() -> None:
    stop_point()  # nobody asks
    with stoppable_imports(lambda: False):
        stop_point()
    with stoppable_imports(lambda: True), pytest.raises(ImportEnded):
        stop_point()
