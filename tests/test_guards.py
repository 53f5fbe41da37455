"""The guards of the test run itself: no network, no thread left behind, folders of its own."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop_app import paths
from tests.conftest import _left
from tests.helpers.fakes import WAIT_S


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_internet_sockets_are_refused(family: socket.AddressFamily) -> None:
    with socket.socket(family) as one:
        with pytest.raises(AssertionError, match="a socket was used"):
            one.connect(("127.0.0.1", 9))
        with pytest.raises(AssertionError, match="a socket was used"):
            one.bind(("localhost", 0))
        with pytest.raises(AssertionError, match="a socket was used"):
            one.listen()


@pytest.mark.network
def test_the_loopback_address_is_allowed_by_mark() -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        with pytest.raises(AssertionError, match="a socket was used"):
            one.connect(("192.0.2.1", 80))


def test_local_sockets_of_the_system_are_left_alone(tmp_path: Path) -> None:
    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("this system has no local sockets")
    one, other = socket.socketpair()
    one.send(b"x")
    assert other.recv(1) == b"x"
    one.close()
    other.close()


def test_a_thread_left_behind_is_seen() -> None:
    before = set(threading.enumerate())
    end = threading.Event()
    thread = threading.Thread(target=end.wait, args=(WAIT_S,), name="forgotten")
    thread.start()
    assert [left.name for left in _left(before)] == ["forgotten"]
    end.set()
    thread.join(WAIT_S)
    assert not _left(before)


def test_folders_of_the_program_are_those_of_the_test(own_folders: Path) -> None:
    for folder in (paths.data_dir(), paths.config_dir(), paths.cache_dir(), paths.log_dir()):
        assert folder.parent == own_folders
    assert os.environ["QT_QPA_PLATFORM"]


@pytest.mark.parametrize(("body", "told"), [("assert False", True), ("pass", False)])
def test_a_run_that_fails_says_how_to_repeat_its_order(tmp_path: Path, body: str, told: bool) -> None:
    (tmp_path / "conftest.py").write_text("from tests.conftest import pytest_terminal_summary\n")
    (tmp_path / "test_one.py").write_text(f"def test_one():\n    {body}\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "pytest_randomly", "--rootdir", tmp_path, tmp_path],
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[1],
    )
    assert done.returncode == int(told), done.stdout + done.stderr
    assert (re.search(r"--randomly-seed=\d+", done.stdout) is not None) is told
