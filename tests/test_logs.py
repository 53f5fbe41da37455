"""No traceback on the terminal, whatever logs; logs of a bounded size."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.logs import LOG, NATIVE_LOG, bound_native_log

SCRIPT = """
import logging, sys, threading
from desktop_app.logs import send_native_messages_to_log, start_logging

send_native_messages_to_log()
start_logging()
start_logging()

def fail():
    raise ValueError("in a thread")

class Bad:
    def __del__(self):
        raise ValueError("in a destructor")

for name in ("desktop_app.engine", "uvicorn.error", "asyncio", "a.library"):
    try:
        raise ValueError(name)
    except ValueError:
        logging.getLogger(name).exception("failed in %s", name)
    logging.getLogger(name).warning("%d", "no number")
thread = threading.Thread(target=fail)
thread.start()
thread.join()
bad = Bad()
del bad
"""


def run(tmp_path: Path, log_dir: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "SIGNMIRROR_LOG_DIR": str(log_dir)},
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_the_terminal_gets_one_line_and_the_file_the_traceback(tmp_path):
    shown = run(tmp_path, tmp_path / "logs")
    assert "Traceback" not in shown
    for name in ("desktop_app.engine", "uvicorn.error", "asyncio", "a.library"):
        assert shown.count(f"ERROR: failed in {name}") == 1
    assert "thread" in shown
    kept = (tmp_path / "logs" / "signmirror.log").read_text()
    assert kept.count("Traceback") == 6
    assert "in a destructor" in kept


def test_a_log_that_cannot_be_written_is_reported_in_one_line(tmp_path):
    (tmp_path / "blocked").write_text("a file where the folder should be")
    shown = run(tmp_path, tmp_path / "blocked" / "logs")
    assert "Traceback" not in shown
    assert shown.count("No log file can be written") == 1


def test_the_log_of_native_code_is_bounded_while_it_is_written(tmp_path):
    path = tmp_path / "native.log"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(handle, b"a" * 1000 + b"b" * 50)
    bound_native_log(path, most=100)
    assert path.read_bytes() == b""
    assert (tmp_path / "native.log.1").read_bytes() == b"a" * 50 + b"b" * 50
    os.write(handle, b"on")
    bound_native_log(path, most=100)
    assert path.read_bytes() == b"on"
    os.close(handle)
    bound_native_log(tmp_path / "none" / "native.log")


@pytest.mark.skipif(sys.platform == "win32", reason="no such files on Windows")
def test_pipes_in_the_place_of_logs_are_not_waited_for(tmp_path: Path):
    logs = tmp_path / "logs"
    logs.mkdir()
    for name in (LOG, NATIVE_LOG):
        os.mkfifo(logs / name)
    assert run(tmp_path, logs).count("No log file can be written") == 1
