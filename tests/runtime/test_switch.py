"""Frames go to the worker that is at work, and each slot keeps its own rule."""

from __future__ import annotations

from desktop_app.runtime.events import Work
from desktop_app.runtime.slot import LatestSlot
from desktop_app.runtime.switch import FrameSwitch


def test_only_the_chosen_worker_is_given_frames() -> None:
    signs: LatestSlot[int] = LatestSlot()
    letters: LatestSlot[int] = LatestSlot()
    switch = FrameSwitch({Work.SIGNS: signs, Work.LETTERS: letters}, Work.SIGNS)
    switch.put(1)
    assert switch.choose(Work.LETTERS)
    assert switch.offer(2)
    assert (signs.poll(), letters.poll()) == (1, 2)
    assert switch.put_blocking(3, lambda: False)
    assert letters.poll() == 3


def test_the_newest_wins_and_drops_of_all_slots_are_counted() -> None:
    signs: LatestSlot[int] = LatestSlot()
    letters: LatestSlot[int] = LatestSlot()
    switch = FrameSwitch({Work.SIGNS: signs, Work.LETTERS: letters}, Work.SIGNS)
    for number in range(3):
        switch.put(number)
    switch.choose(Work.LETTERS)
    for number in range(3, 7):
        switch.put(number)
    assert switch.dropped == 2 + 3
    assert (signs.poll(), letters.poll()) == (2, 6)


def test_work_that_nobody_does_is_refused() -> None:
    slot: LatestSlot[int] = LatestSlot()
    switch = FrameSwitch({Work.SIGNS: slot}, Work.SIGNS)
    assert not switch.choose(Work.LETTERS)
    switch.put(1)
    assert slot.poll() == 1
