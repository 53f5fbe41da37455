"""Routes the frames of one source to the active worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic

from desktop_app.runtime.events import Work
from desktop_app.runtime.slot import Item, LatestSlot


class FrameSwitch(Generic[Item]):
    """Passes frames to the slot of the active worker. Thread-safe.

    In each slot a newer frame replaces an unread one, which is counted. A frame that waits for the worker that
    was active before is still handled there.
    """

    def __init__(self, slots: Mapping[Work, LatestSlot[Item]], work: Work) -> None:
        self._slots = slots
        self.work = work

    @property
    def dropped(self) -> int:
        """Frames that were replaced unread, of all slots."""
        return sum(slot.dropped for slot in self._slots.values())

    def choose(self, work: Work) -> bool:
        """Route frames to another worker from now on; False when there is none for this work."""
        if work not in self._slots:
            return False
        self.work = work
        return True

    def put(self, item: Item) -> None:
        self._slots[self.work].put(item)

    def offer(self, item: Item) -> bool:
        return self._slots[self.work].offer(item)

    def put_blocking(self, item: Item, give_up: Callable[[], bool], check_s: float = 0.05) -> bool:
        return self._slots[self.work].put_blocking(item, give_up, check_s)
