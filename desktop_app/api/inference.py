"""The queue in front of the model: one worker thread, a bounded number of waiting requests."""

from __future__ import annotations

import asyncio
import logging
import math
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from desktop_app.api import limits
from desktop_app.api.errors import ApiError, busy
from desktop_app.message import Message

logger = logging.getLogger(__name__)

Result = TypeVar("Result")
_MEAN_WEIGHT: Final = 0.1
_FIRST_GUESS_S: Final = 0.005


class _Job(Generic[Result]):
    """One piece of work, and the coroutine that waits for it."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self.work = work
        self.loop = asyncio.get_running_loop()
        self.future: asyncio.Future[Result] = self.loop.create_future()

    def deliver(self, result: Any, error: BaseException | None) -> None:
        """Hand the result over from the worker thread; a closed event loop is ignored."""
        try:
            self.loop.call_soon_threadsafe(self._settle, result, error)
        except RuntimeError:
            logger.debug("a result arrived after the server had stopped")

    def _settle(self, result: Any, error: BaseException | None) -> None:
        if self.future.done():
            return
        if error is not None:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)


class InferenceQueue:
    """First in, first out. `run` may be called on any event loop, `start` and `stop` from one thread.

    When full, `run` raises 503 with Retry-After at once. Work whose coroutine was cancelled (its client
    disconnected) is removed from the queue; a running job is finished and its result discarded.
    """

    def __init__(self, limit: int = limits.QUEUE_LIMIT, name: str = "api-inference") -> None:
        self.limit = limit
        self._name = name
        self._jobs: deque[_Job[Any]] = deque()
        self._running: _Job[Any] | None = None
        self._wake = threading.Condition()
        self._stopping = False
        self._mean_s = _FIRST_GUESS_S
        self._thread: threading.Thread | None = None

    def __len__(self) -> int:
        return len(self._jobs)

    def start(self) -> None:
        self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
        self._thread.start()

    def stop(self, timeout_s: float = limits.STOP_TIMEOUT_S) -> bool:
        """Refuse waiting and running jobs and stop the thread; False when it is still busy with one."""
        with self._wake:
            self._stopping = True
            waiting, self._jobs = [*self._jobs, *([self._running] if self._running else [])], deque()
            self._wake.notify_all()
        for job in waiting:
            job.deliver(None, _ending())
        if self._thread is None:
            return True
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def check_room(self) -> None:
        """Raise 503 when another request would be refused: call it before reading a body."""
        if self._stopping:
            raise _ending()
        if len(self._jobs) >= self.limit:
            raise busy(
                Message("Too many clips wait for the model."),
                Message("Try again after the time in Retry-After."),
                math.ceil(self._mean_s * len(self._jobs)),
            )

    async def run(self, work: Callable[[], Result]) -> Result:
        """Run `work` on the queue's thread. Raises ApiError (503), or what `work` raises."""
        job: _Job[Result] = _Job(work)
        with self._wake:
            self.check_room()
            self._jobs.append(job)
            self._wake.notify()
        try:
            return await job.future
        except asyncio.CancelledError:
            with self._wake:
                if job in self._jobs:
                    self._jobs.remove(job)
            raise

    def _work(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._jobs or self._stopping)
                if not self._jobs:
                    return
                job = self._running = self._jobs.popleft()
            started = time.perf_counter()
            try:
                result = job.work()
            except Exception as error:  # noqa: BLE001  (raised again in the waiting coroutine)
                job.deliver(None, error)
            else:
                job.deliver(result, None)
            self._running = None
            self._mean_s += _MEAN_WEIGHT * (time.perf_counter() - started - self._mean_s)


def _ending() -> ApiError:
    return busy(Message("SignMirror's local API is ending."), Message("Start it again."))
