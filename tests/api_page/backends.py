"""Whole server processes, started as a container starts them, and a proxy that takes turns between them."""

from __future__ import annotations

import contextlib
import itertools
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path

import httpx

from tests.helpers.fakes import WAIT_S

ROOT = Path(__file__).resolve().parents[2]
START = ROOT / "installer" / "container" / "start.sh"
TOKEN = "a-token-that-the-user-gave"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def bare_environment(folder: Path, port: int) -> dict[str, str]:
    """What a container has: nothing of whoever runs the tests."""
    return {
        # `signmirror` and `python` of this run, the program of this checkout
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "HOME": str(folder),
        "PORT": str(port),
        "SIGNMIRROR_API_TOKEN": TOKEN,
        **{f"SIGNMIRROR_{kind}_DIR": str(folder / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE", "LOG")},
    }


class Backend:
    """One server process."""

    def __init__(self, folder: Path, extra: Mapping[str, str] | None = None) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        environment = bare_environment(folder, self.port) | dict(extra or {})
        self.process = subprocess.Popen(
            ["/bin/sh", str(START)],
            env=environment,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def wait_ready(self) -> None:
        """Until the model is loaded."""
        deadline = time.monotonic() + 3 * WAIT_S
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.output()
            try:
                if httpx.get(f"{self.url}/healthz", timeout=WAIT_S).json()["engine"] == "ready":
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.05)
        raise AssertionError("the server did not get ready")

    def terminate(self) -> int:
        """As a container is stopped; the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(WAIT_S)

    def output(self) -> str:
        """Everything it printed; only once it has ended."""
        assert self.process.stdout is not None
        return self.process.stdout.read()

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(WAIT_S)
        if self.process.stdout is not None:
            self.process.stdout.close()


class RoundRobin:
    """Passes each new connection to the next server, byte for byte, as a load balancer does."""

    def __init__(self, ports: list[int]) -> None:
        self._turns = itertools.cycle(ports)
        self.served: list[int] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._sockets: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, name="proxy")]
        self._threads[0].start()

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for one in self._sockets:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(WAIT_S)
        for one in self._sockets:
            one.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            port = next(self._turns)
            self.served.append(port)
            server = socket.create_connection(("127.0.0.1", port))
            self._sockets += [client, server]
            for here, there in ((client, server), (server, client)):
                thread = threading.Thread(target=self._pass_on, args=(here, there), name="proxy")
                self._threads.append(thread)
                thread.start()

    @staticmethod
    def _pass_on(here: socket.socket, there: socket.socket) -> None:
        try:
            while data := here.recv(65536):
                there.sendall(data)
            there.shutdown(socket.SHUT_WR)
        except OSError:
            return
