"""What every test gets: its own folders, no display, no network, and no thread left behind."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop_app.__main__ import prepare_environment

prepare_environment()  # before anything imports OpenCV or MediaPipe

import pytest  # noqa: E402

from tests.helpers.shared import needs_shared  # noqa: E402

THREAD_GRACE_S = 10.0  # upper bound; a passing test waits only as long as its threads take to end
# Threads of libraries that live as long as the process: pools that are made once and kept.
_LIBRARY_THREADS = ("tqdm", "pydevd", "Dummy-", "execnet")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, packs, caches and logs of this test alone; never those of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    for kind in ("DATA", "CONFIG", "CACHE", "LOG"):
        monkeypatch.setenv(f"SIGNMIRROR_{kind}_DIR", str(home / kind.lower()))
    return home


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    """A test that leaves a thread running fails and names it."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREAD_GRACE_S
    for thread in _left(before):
        thread.join(max(0.0, deadline - time.monotonic()))
    left = [thread.name for thread in _left(before)]
    assert not left, f"threads left running: {', '.join(left)}"


def _left(before: set[threading.Thread]) -> list[threading.Thread]:
    return [
        thread
        for thread in threading.enumerate()
        if thread not in before and thread.is_alive() and not thread.name.startswith(_LIBRARY_THREADS)
    ]


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing may be sent anywhere: an internet socket that connects or listens fails the test.

    Tests of the local API carry `@pytest.mark.network` and may use the loopback address.
    """
    loopback = request.node.get_closest_marker("network") is not None

    def guarded(name: str) -> None:
        original = getattr(socket.socket, name)

        def call(self: socket.socket, *arguments: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                host = str(arguments[0][0]) if arguments and isinstance(arguments[0], tuple) else ""
                allowed = loopback and (name == "listen" or host in ("127.0.0.1", "::1", "localhost"))
                if not allowed:
                    raise AssertionError(f"a socket was used: {name}{arguments}")
            return original(self, *arguments)

        monkeypatch.setattr(socket.socket, name, call)

    for method in ("connect", "connect_ex", "bind", "listen", "sendto"):
        guarded(method)


@pytest.fixture
def shared_folder() -> Path:
    """The recordings beside the project; skips without them, fails in CI."""
    return needs_shared()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """A run that failed says how to repeat its order; with `-q` pytest prints no header that would."""
    seed = config.getoption("randomly_seed", None)  # absent with `-p no:randomly`
    if isinstance(seed, int) and any(terminalreporter.stats.get(kind) for kind in ("failed", "error")):
        terminalreporter.write_line(f"Tests ran in random order; repeat it with --randomly-seed={seed}")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """`@pytest.mark.shared_data` is enough to skip, or fail in CI, where the recordings are missing."""
    if item.get_closest_marker("shared_data") is not None:
        needs_shared()
