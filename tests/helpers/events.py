"""Listens to a pipeline and lets a test wait for what it is to see, without sleeping."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

import pytest

from desktop_app.runtime.events import Event, EventHub, SourceState, SourceStatus
from tests.helpers.fakes import WAIT_S

Wanted = TypeVar("Wanted")


class Recorder:
    """Keeps every event in order."""

    def __init__(self, hub: EventHub) -> None:
        self._condition = threading.Condition()
        self.events: list[Event] = []
        self.unsubscribe = hub.subscribe(self._take)

    def _take(self, event: Event) -> None:
        with self._condition:
            self.events.append(event)
            self._condition.notify_all()

    def all(self, kind: type[Wanted]) -> list[Wanted]:
        """Every event of one kind so far."""
        with self._condition:
            return [event for event in self.events if isinstance(event, kind)]

    def wait(
        self, kind: type[Wanted], count: int = 1, where: Callable[[Wanted], bool] = lambda _: True
    ) -> Wanted:
        """The `count`-th event of a kind for which `where` holds; fails when it does not come."""
        found: list[Wanted] = []

        def there() -> bool:
            found[:] = [event for event in self.events if isinstance(event, kind) and where(event)]
            return len(found) >= count

        with self._condition:
            if not self._condition.wait_for(there, WAIT_S):
                names = [type(event).__name__ for event in self.events]
                pytest.fail(f"no {kind.__name__} number {count} among {len(names)} events: {names[-20:]}")
        return found[count - 1]

    def wait_status(self, status: SourceStatus, count: int = 1) -> SourceState:
        """The `count`-th change of the source to this state."""
        return self.wait(SourceState, count, lambda event: event.status is status)
