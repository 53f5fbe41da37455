"""Servers in processes of their own, for scripts that measure or check the API over HTTP."""

from __future__ import annotations

import json
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any, Final

WAIT_S: Final = 180.0


def free_port() -> int:
    """A port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def request_json(url: str, token: str = "", body: bytes | None = None, content_type: str = "") -> Any:
    """Send a GET, or a POST with a body, and parse the JSON response. Raises urllib.error.URLError."""
    request = urllib.request.Request(url, body)
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    if content_type:
        request.add_header("Content-Type", content_type)
    with urllib.request.urlopen(request, timeout=WAIT_S) as response:
        return json.load(response)


def start_server(command: Sequence[str], port: int, **options: Any) -> subprocess.Popen[bytes]:
    """Start a server and wait until its `/healthz` says that the engine is ready.

    Args:
        options: passed on to `subprocess.Popen`.

    Raises:
        SystemExit: it ended or was not ready in time.
    """
    process = subprocess.Popen(command, **options)
    deadline = time.monotonic() + WAIT_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if request_json(f"http://127.0.0.1:{port}/healthz")["engine"] == "ready":
                return process
        except urllib.error.URLError:
            pass
        time.sleep(0.05)
    process.kill()
    output, _ = process.communicate()
    raise SystemExit(
        f"The server did not start: {' '.join(command)}\n{(output or b'').decode(errors='replace')}"
    )
