"""Waits for a file that a program plays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from desktop_app.app.program import Program
from desktop_app.runtime.events import SourceEnded, SourceState, SourceStatus
from desktop_app.ui.bridge import EventBatch


@contextmanager
def played_to_the_end(program: Program, qtbot: QtBot, timeout: int = 120_000) -> Iterator[None]:
    """Enter before the file is opened; left once its last frame is tracked, its last sign answered, both shown.

    A source says that it has ended as soon as its last frame was read. Frames and signs are still on their way
    then, so the phase of the source is nothing to wait for where answers are looked at.
    """
    opened = False

    def ended(batch: EventBatch) -> bool:
        nonlocal opened
        for event in batch.events:
            if isinstance(event, SourceState) and event.status is SourceStatus.OPENING:
                opened = True  # from here on no end is that of the file before
            elif isinstance(event, SourceEnded) and opened:
                return True
        return False

    with qtbot.waitSignal(program.window.events_came, timeout=timeout, check_params_cb=ended):
        yield
    program.window.flush()
