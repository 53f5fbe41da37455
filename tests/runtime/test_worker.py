"""Life of a worker: start, fault, deadline, restart."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path

import pytest

from desktop_app.errors import AppError, Busy, SourceError
from desktop_app.message import Message
from desktop_app.runtime.worker import Worker, WorkerState
from tests.helpers.fakes import WAIT_S

reached, go_on = threading.Event(), threading.Event()  # of the package that is slow to import


class Steps(Worker):
    """Waits in its step until it is woken."""

    def __init__(self, faults: list[tuple[str, AppError]]) -> None:
        super().__init__("steps", lambda name, error: faults.append((name, error)))
        self.calls: list[str] = []
        self.wake_up = threading.Event()
        self.stepping = threading.Event()
        self.deaf = False
        self.raise_in: dict[str, Exception] = {}

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if name in self.raise_in:
            raise self.raise_in[name]

    def setup(self) -> None:
        self._call("setup")

    def step(self) -> None:
        self.stepping.set()
        self.wake_up.wait(WAIT_S)
        self._call("step")

    def teardown(self) -> None:
        self._call("teardown")

    def wake(self) -> None:
        if not self.deaf:
            self.wake_up.set()


def state_of(worker: Worker) -> WorkerState:
    """Read anew each time (a type checker believes that a property stays what it was)."""
    return worker.state


@pytest.fixture
def faults() -> list[tuple[str, AppError]]:
    return []


def test_a_whole_life(faults: list[tuple[str, AppError]]) -> None:
    worker = Steps(faults)
    assert state_of(worker) is WorkerState.STOPPED
    assert worker.join(0)
    worker.start()
    assert worker.stepping.wait(WAIT_S)
    assert state_of(worker) is WorkerState.RUNNING
    worker.request_stop()
    assert worker.join(WAIT_S)
    assert state_of(worker) is WorkerState.STOPPED
    assert worker.calls == ["setup", "step", "teardown"]
    assert not faults


def test_it_can_be_started_again(faults: list[tuple[str, AppError]]) -> None:
    worker = Steps(faults)
    for _ in range(3):
        worker.wake_up.clear()
        worker.start()
        worker.request_stop()
        assert worker.join(WAIT_S)
    assert worker.calls.count("teardown") == 3


@pytest.mark.parametrize("where", ["setup", "step"])
def test_an_expected_error_is_passed_on(faults: list[tuple[str, AppError]], where: str) -> None:
    worker = Steps(faults)
    error = SourceError(Message("No picture."), Message("Look at the cable."))
    worker.raise_in[where] = error
    worker.wake_up.set()
    worker.start()
    assert worker.join(WAIT_S)
    assert worker.state is WorkerState.FAULTED
    assert faults == [("steps", error)]
    assert worker.calls[-1] == "teardown"


def test_an_unexpected_error_is_logged_and_put_into_words(
    faults: list[tuple[str, AppError]], caplog: pytest.LogCaptureFixture
) -> None:
    worker = Steps(faults)
    worker.raise_in["step"] = ZeroDivisionError("oops")
    worker.wake_up.set()
    worker.start()
    assert worker.join(WAIT_S)
    ((name, error),) = faults
    assert name == "steps"
    assert error.code == "runtime.fault"
    assert "oops" in str(error.message)
    assert error.hint
    assert "ZeroDivisionError" in caplog.text


def test_who_misses_the_deadline_is_faulted_named_and_blocks_a_restart(
    faults: list[tuple[str, AppError]], caplog: pytest.LogCaptureFixture
) -> None:
    worker = Steps(faults)
    worker.deaf = True
    worker.start()
    assert worker.stepping.wait(WAIT_S)
    worker.request_stop()
    assert state_of(worker) is WorkerState.STOPPING
    with caplog.at_level(logging.ERROR):
        assert not worker.join(0.01)
    assert worker.state is WorkerState.FAULTED
    assert "wake_up.wait" in caplog.text  # its stack
    with pytest.raises(Busy) as caught:
        worker.start()
    assert caught.value.hint
    worker.wake_up.set()
    assert worker.join(WAIT_S)
    worker.deaf = False
    worker.start()
    worker.request_stop()
    assert worker.join(WAIT_S)
    assert state_of(worker) is WorkerState.STOPPED


def test_stop_before_start_and_twice(faults: list[tuple[str, AppError]]) -> None:
    worker = Steps(faults)
    worker.request_stop()
    worker.start()
    worker.request_stop()
    worker.request_stop()
    assert worker.join(WAIT_S)
    assert worker.join(0)


def test_an_import_is_finished_though_the_worker_is_to_stop(
    faults: list[tuple[str, AppError]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package that was imported in part stays broken for the whole process."""
    package = tmp_path / "slowly_made"
    package.mkdir()
    (package / "__init__.py").write_text("from slowly_made import first, second\n", encoding="utf-8")
    (package / "first.py").write_text(
        f"from {__name__} import go_on, reached\nreached.set()\ngo_on.wait({WAIT_S})\n", encoding="utf-8"
    )
    (package / "second.py").write_text("whole = True\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    reached.clear()
    go_on.clear()

    class Importer(Steps):
        def setup(self) -> None:
            super().setup()
            __import__("slowly_made")

    worker = Importer(faults)
    worker.start()
    assert reached.wait(WAIT_S)
    worker.request_stop()
    go_on.set()
    assert worker.join(WAIT_S)
    assert state_of(worker) is WorkerState.STOPPED
    assert worker.calls == ["setup", "teardown"]
    assert not faults
    assert sys.modules["slowly_made.second"].whole
    for name in [name for name in sys.modules if name.startswith("slowly_made")]:
        monkeypatch.delitem(sys.modules, name)
