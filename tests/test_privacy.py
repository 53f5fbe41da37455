"""Nothing leaves the machine: the real program, native code too, where the kernel forbids internet sockets."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from desktop_app import paths
from tests.helpers import no_sockets
from tests.helpers.shared import shared_video

pytestmark = pytest.mark.skipif(not no_sockets.supported(), reason="the kernel filter exists on Linux only")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.helpers.no_sockets", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def test_the_filter_ends_a_program_that_opens_a_socket():
    assert run("-c", "import socket; socket.socket()").returncode == -signal.SIGSYS
    assert run("-c", "import socket; socket.socket(socket.AF_INET6)").returncode == -signal.SIGSYS
    assert run("-c", "import socket; socket.socket(socket.AF_UNIX)").returncode == 0


def test_the_window_opens_no_socket(tmp_path):
    picture = tmp_path / "window.png"
    done = run("-m", "desktop_app", "app", "--headless-demo", str(picture))
    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 10_000


def test_doctor_and_packs_open_no_socket():
    for command in (["doctor"], ["pack", "list"], ["recognize", str(paths.sample_recording())]):
        done = run("-m", "desktop_app", *command)
        assert done.returncode == 0, done.stderr


def test_mediapipe_opens_no_socket():
    done = run("-m", "desktop_app", "recognize", str(shared_video("asl_test-video")))
    assert done.returncode == 0, done.stderr
