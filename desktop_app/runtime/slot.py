"""Mailboxes between threads. Each documents what happens when it is full."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

Item = TypeVar("Item")
Put = TypeVar("Put", contravariant=True)


class Closed(Exception):
    """The mailbox was closed and is empty."""


class Outlet(Protocol[Put]):
    """Destination of frames: a `LatestSlot`, or a switch in front of several."""

    def put(self, item: Put) -> None: ...
    def offer(self, item: Put) -> bool: ...
    def put_blocking(self, item: Put, give_up: Callable[[], bool], check_s: float = 0.05) -> bool: ...


class BoundedQueue(Generic[Item]):
    """First in, first out, at most `limit`. `put` drops the oldest and counts it; `offer` refuses instead.

    `put` only drops items for which `droppable` is true; if there are none, the queue grows beyond the limit.
    Several mailboxes may share one condition, so that one thread can wait for all of them.
    """

    def __init__(
        self,
        limit: int,
        condition: threading.Condition | None = None,
        *,
        droppable: Callable[[Item], bool] = lambda _: True,
    ) -> None:
        if limit < 1:
            raise ValueError(f"a queue holds at least one item, got {limit}")
        self.condition = condition or threading.Condition()
        self.limit = limit
        self.dropped = 0
        self._droppable = droppable
        self._items: deque[Item] = deque()
        self._closed = False

    def put(self, item: Item) -> None:
        """Add an item, dropping the oldest droppable one when full. Ignored when closed."""
        with self.condition:
            if self._closed:
                return
            if len(self._items) >= self.limit:
                self._drop_oldest()
            self._items.append(item)
            self.condition.notify_all()

    def offer(self, item: Item) -> bool:
        """Add an item, or refuse it when full or closed."""
        with self.condition:
            if self._closed or len(self._items) >= self.limit:
                return False
            self._items.append(item)
            self.condition.notify_all()
            return True

    def put_blocking(self, item: Item, give_up: Callable[[], bool], check_s: float = 0.05) -> bool:
        """Lossless: wait while the queue is full. False when closed or `give_up()` became true meanwhile."""
        with self.condition:
            while len(self._items) >= self.limit and not self._closed:
                if give_up():
                    return False
                self.condition.wait(check_s)
            return self.offer(item)

    def take(self, timeout_s: float | None = None) -> Item | None:
        """The oldest item, or None when nothing came in time. Raises Closed."""
        with self.condition:
            self.condition.wait_for(lambda: self._items or self._closed, timeout_s)
            return self.poll()

    def poll(self) -> Item | None:
        """The oldest item or None, without waiting. Raises Closed when there will be none."""
        with self.condition:
            if self._items:
                self.condition.notify_all()
                return self._items.popleft()
            if self._closed:
                raise Closed
            return None

    def close(self) -> None:
        """Wake every waiter. Items that are inside can still be taken."""
        with self.condition:
            self._closed = True
            self.condition.notify_all()

    def __len__(self) -> int:
        return len(self._items)

    def _drop_oldest(self) -> None:
        for place, item in enumerate(self._items):
            if self._droppable(item):
                del self._items[place]
                self.dropped += 1
                return


class LatestSlot(BoundedQueue[Item]):
    """Holds one item. `put` never waits: a newer item replaces an unread one, which is counted in `dropped`."""

    def __init__(self, condition: threading.Condition | None = None) -> None:
        super().__init__(1, condition)
