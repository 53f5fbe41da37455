"""The local API as a server with start and stop: one thread, one event loop, one socket.

    server = ApiServer(parts, ApiOptions())
    server.start()                 # returns at once
    server.state                   # starting, running (with url and token), failed (with why), stopped
    server.publish_live({...})     # from any thread, never blocks
    server.stop()                  # below two seconds

Import this module only to start a server: the window and the commands run without a web framework.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

import uvicorn

from desktop_app.api import limits
from desktop_app.api.app import create_app, with_security
from desktop_app.api.connections import Connections
from desktop_app.api.context import ApiContext
from desktop_app.api.engine_box import ApiParts, EngineBox
from desktop_app.api.guard import OPEN_PATHS, Guard
from desktop_app.api.inference import InferenceQueue
from desktop_app.api.letters_session import LetterService
from desktop_app.api.live import LiveHub
from desktop_app.api.options import ApiOptions, ApiUnavailable, make_token
from desktop_app.api.page import PAGE_PATHS
from desktop_app.engine.search.recogniser import Recogniser
from desktop_app.errors import AppError, reason_of
from desktop_app.message import Message

logger = logging.getLogger(__name__)

_BACKLOG: Final = 256
_SEND_BUFFER: Final = 128 << 10


class ApiStatus(StrEnum):
    STOPPED = "stopped"
    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ApiState:
    """State of the server with its address.

    Attributes:
        url: `http://127.0.0.1:PORT` while it runs, else "". For all addresses of this computer (`0.0.0.0`) it
            names the loopback address.
        token: that clients need; "" while it does not run.
        error: the reason of a failure.
    """

    status: ApiStatus
    host: str = ""
    port: int = 0
    url: str = ""
    token: str = ""
    error: AppError | None = None


class ApiServer:
    """One server. All methods are thread-safe; only `stop` and `wait_running` block.

    Args:
        on_change: called with every new state, on the server's thread; must not block.
    """

    def __init__(
        self,
        parts: ApiParts,
        options: ApiOptions | None = None,
        on_change: Callable[[ApiState], None] | None = None,
    ) -> None:
        self.options = options or ApiOptions()
        self._parts = parts
        self._on_change = on_change
        self._box = EngineBox(parts.load_recogniser)
        self._live = LiveHub(self.options.heartbeat_s)
        self._lock = threading.Condition()
        self._state = ApiState(ApiStatus.STOPPED)
        self._thread: threading.Thread | None = None
        self._queue: InferenceQueue | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._end: asyncio.Event | None = None
        self._ending = False

    @property
    def state(self) -> ApiState:
        with self._lock:
            return self._state

    def start(self) -> None:
        """Start listening and loading, both in the background. Does nothing while it runs; a stopped server can
        be started again, with a new token unless the user gave one.
        """
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                return
            self._ending = False
            self._state = ApiState(ApiStatus.STARTING)
            self._thread = threading.Thread(target=self._run, name="api", daemon=True)
            self._thread.start()

    def wait_running(self, timeout_s: float = 10.0) -> ApiState:
        """Wait until it listens. Raises its error, or ApiUnavailable when it takes too long."""
        with self._lock:
            self._lock.wait_for(lambda: self._state.status is not ApiStatus.STARTING, timeout_s)
            state = self._state
        if state.error is not None:
            raise state.error
        if state.status is not ApiStatus.RUNNING:
            raise ApiUnavailable(
                Message("The local API did not start."), Message("Try again; the log may say why.")
            )
        return state

    def request_stop(self) -> None:
        """Start stopping; returns at once."""
        with self._lock:
            self._ending = True
            loop, end = self._loop, self._end
        if loop is not None and end is not None:
            try:
                loop.call_soon_threadsafe(end.set)
            except RuntimeError:  # the loop has just closed
                return

    def stop(self, timeout_s: float = limits.STOP_TIMEOUT_S) -> bool:
        """Stop; True when every thread has ended in time. The others are daemons and do not block the exit."""
        deadline = time.monotonic() + timeout_s
        self.request_stop()
        if self._thread is not None:
            self._thread.join(timeout_s)
        loaded = self._box.join(max(0.0, deadline - time.monotonic()))
        return loaded and (self._thread is None or not self._thread.is_alive())

    def set_recogniser(self, recogniser: Recogniser) -> None:
        """Use this recogniser from now on; requests in progress keep theirs."""
        self._box.put(recogniser)

    def publish_live(self, result: Mapping[str, Any]) -> int:
        """Send a result to the readers of `GET /v1/live`; see `live.prediction_document`.

        Returns its number. Raises ValueError when it cannot be encoded as JSON.
        """
        return self._live.publish(result)

    @property
    def load_error(self) -> AppError | None:
        """Why there is no recogniser; None while it is loaded, and once it is."""
        return self._box.error

    @property
    def waiting(self) -> int:
        """Number of clips that wait for the model."""
        queue = self._queue
        return len(queue) if queue is not None else 0

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except AppError as error:
            self._set(ApiState(ApiStatus.FAILED, error=error))
        except Exception as error:
            logger.exception("The local API ended with an error")
            failure = ApiUnavailable(
                Message("The local API ended with an error."), Message("The log says why."), detail=str(error)
            )
            self._set(ApiState(ApiStatus.FAILED, error=failure))
        else:
            self._set(ApiState(ApiStatus.STOPPED))
        finally:
            self._live.unbind()
            with self._lock:
                self._loop = self._end = None

    async def _serve(self) -> None:
        with bind(self.options) as listening:  # closed whatever happens, for the next start
            await self._serve_on(listening)

    async def _serve_on(self, listening: socket.socket) -> None:
        loop, end = asyncio.get_running_loop(), asyncio.Event()
        queue = InferenceQueue(self.options.queue_limit)
        letters = LetterService(self._parts.load_letters, self._parts.make_extractor)
        token = self.options.token or make_token()
        connections = Connections(self.options.per_address, self.options.headers_timeout_s)
        context = ApiContext(
            self._box, queue, letters, self._live, self._parts.videos_dir, self.options.send_timeout_s
        )
        guard = Guard.make(self.options, token, OPEN_PATHS | PAGE_PATHS)
        app = with_security(create_app(context), guard, connections.abort, self.options.send_timeout_s)
        server = uvicorn.Server(_config(app, connections))
        with self._lock:
            self._queue, self._loop, self._end = queue, loop, end
            if self._ending:
                end.set()
        self._live.bind(loop)
        queue.start()
        letters.start()
        self._box.start()
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            while not (server.started or serving.done()):
                await asyncio.sleep(0.01)
            host, port = listening.getsockname()[:2]
            self._set(ApiState(ApiStatus.RUNNING, host, port, address(host, port), token))
            await asyncio.wait({serving, loop.create_task(end.wait())}, return_when=asyncio.FIRST_COMPLETED)
            self._set(replace(self.state, status=ApiStatus.STOPPING))
        finally:
            self._live.end()
            server.should_exit = True
            await asyncio.wait({serving}, timeout=limits.STOP_TIMEOUT_S / 4)  # for requests in progress
            queue.stop(0)  # waiting requests are refused
            await asyncio.wait({serving}, timeout=limits.STOP_TIMEOUT_S / 4)
            connections.abort_all()
            letters.stop(0.3)
            queue.stop(0.2)

    def _set(self, state: ApiState) -> None:
        with self._lock:
            self._state = state
            self._lock.notify_all()
        if self._on_change is not None:
            self._on_change(state)


def _config(app: Any, connections: Connections) -> uvicorn.Config:
    http, websocket = connections.protocols()
    return uvicorn.Config(
        app,
        http=http,
        ws=websocket,
        lifespan="off",
        log_config=None,
        log_level="warning",  # its request log contains the token in the query
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=limits.MAX_CONNECTIONS,
        h11_max_incomplete_event_size=limits.MAX_HEADERS,
        timeout_graceful_shutdown=1,
        timeout_keep_alive=20,
        ws_max_size=limits.MAX_MESSAGE,
        ws_per_message_deflate=False,
        ws_ping_interval=20.0,
        ws_ping_timeout=20.0,
        workers=1,
        forwarded_allow_ips="",
    )


def bind(options: ApiOptions) -> socket.socket:
    """A listening socket. Raises ApiUnavailable when the port is taken or the host is not this computer."""
    host = "127.0.0.1" if options.host == "localhost" else options.host
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With an explicit protocol asyncio sets TCP_NODELAY; without, small answers are delayed by 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":  # SO_REUSEADDR would let another program take the port there
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if options.reuse_port:
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        # Bounds the data buffered for a client that does not read; connections inherit it.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        listening.bind((host, options.port))
        listening.listen(_BACKLOG)
        listening.setblocking(False)
    except OSError as error:
        listening.close()
        raise ApiUnavailable(
            Message(
                "Nothing can listen on {host} port {port}: {strerror}.",
                host=options.host,
                port=options.port,
                strerror=reason_of(error),
            ),
            Message("Another program may use the port: choose another one, or 0 for any free one."),
            code="api.port_taken",
        ) from error
    return listening


def address(host: str, port: int) -> str:
    """The URL of the server on this computer."""
    reached = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{reached}:{port}"
