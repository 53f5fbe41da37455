"""Mailboxes: what happens when they are full, and when they are closed."""

from __future__ import annotations

import threading

import pytest

from desktop_app.runtime.slot import BoundedQueue, Closed, LatestSlot
from tests.helpers.fakes import WAIT_S


def in_thread(work) -> threading.Thread:
    thread = threading.Thread(target=work)
    thread.start()
    return thread


def test_newest_wins_and_the_rest_is_counted() -> None:
    slot: LatestSlot[int] = LatestSlot()
    for number in range(5):
        slot.put(number)
    assert slot.take(0) == 4
    assert slot.dropped == 4
    assert slot.take(0) is None


def test_offer_takes_no_place_that_is_taken() -> None:
    slot: LatestSlot[int] = LatestSlot()
    assert slot.offer(1)
    assert not slot.offer(2)
    assert slot.poll() == 1
    slot.close()
    assert not slot.offer(3)


def test_take_is_woken_by_put_and_by_close() -> None:
    slot: LatestSlot[int] = LatestSlot()
    found: list[int | str | None] = []

    def taker() -> None:
        try:
            while True:
                found.append(slot.take(WAIT_S))
        except Closed:
            found.append("closed")

    thread = in_thread(taker)
    assert slot.put_blocking(7, lambda: False)
    assert slot.put_blocking(8, lambda: False)
    slot.close()
    thread.join(WAIT_S)
    assert found == [7, 8, "closed"]


def test_what_is_inside_a_closed_slot_can_be_taken() -> None:
    slot: LatestSlot[int] = LatestSlot()
    slot.put(1)
    slot.close()
    slot.put(2)
    assert slot.take(0) == 1
    with pytest.raises(Closed):
        slot.take(0)


def test_a_lossless_put_gives_up() -> None:
    slot: LatestSlot[int] = LatestSlot()
    slot.put(1)
    assert not slot.put_blocking(2, lambda: True)
    assert slot.dropped == 0
    waiting = in_thread(lambda: slot.put_blocking(2, lambda: False))
    slot.close()
    waiting.join(WAIT_S)
    assert not waiting.is_alive()


def test_lossless_loses_nothing() -> None:
    slot: LatestSlot[int] = LatestSlot()
    producer = in_thread(lambda: [slot.put_blocking(number, lambda: False) for number in range(500)])
    found = [slot.take(WAIT_S) for _ in range(500)]
    producer.join(WAIT_S)
    assert found == list(range(500))
    assert slot.dropped == 0


def test_a_full_queue_drops_the_oldest() -> None:
    queue: BoundedQueue[int] = BoundedQueue(3)
    for number in range(5):
        queue.put(number)
    assert [queue.take(0) for _ in range(3)] == [2, 3, 4]
    assert queue.dropped == 2


def test_a_full_queue_refuses_an_offer() -> None:
    queue: BoundedQueue[int] = BoundedQueue(2)
    assert queue.offer(1)
    assert queue.offer(2)
    assert not queue.offer(3)
    assert queue.dropped == 0
    assert not queue.put_blocking(3, lambda: True)


def test_a_queue_keeps_order_between_threads() -> None:
    queue: BoundedQueue[int] = BoundedQueue(4)
    producer = in_thread(lambda: [queue.put_blocking(number, lambda: False) for number in range(500)])
    assert [queue.take(WAIT_S) for _ in range(500)] == list(range(500))
    producer.join(WAIT_S)
    queue.close()
    with pytest.raises(Closed):
        queue.take(0)


def test_a_queue_of_none_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        BoundedQueue(0)


def test_one_thread_waits_for_several_boxes() -> None:
    condition = threading.Condition()
    first: LatestSlot[int] = LatestSlot(condition)
    second: BoundedQueue[int] = BoundedQueue(2, condition)
    woken = threading.Event()

    def waiter() -> None:
        with condition:
            if condition.wait_for(lambda: len(first) or len(second), WAIT_S):
                woken.set()

    thread = in_thread(waiter)
    second.put(1)
    thread.join(WAIT_S)
    assert woken.is_set()


def test_a_full_queue_drops_only_what_may_be_dropped() -> None:
    queue: BoundedQueue[int] = BoundedQueue(3, droppable=lambda number: number % 2 == 0)
    for number in (1, 2, 3, 4, 5):
        queue.put(number)
    assert [queue.poll() for _ in range(4)] == [1, 3, 5, None]
    assert queue.dropped == 2
    for number in (1, 3, 5, 7):
        queue.put(number)
    assert len(queue) == 4  # rather longer than short of one that is to be kept
