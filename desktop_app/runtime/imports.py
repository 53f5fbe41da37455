"""Lets a thread that imports something large be asked to stop: the import ends before its next module."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.machinery import ModuleSpec


class ImportEnded(BaseException):
    """Raised where a module would have been imported by a thread that is to stop.

    No `Exception`: libraries try imports and go on without what they did not get.
    """


class _Gate:
    """Stands before all finders of `sys.meta_path`; finds nothing, and lets those through that may go on."""

    def __init__(self) -> None:
        self.asked: dict[int, Callable[[], bool]] = {}  # thread -> whether it is to stop

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        to_stop = self.asked.get(threading.get_ident())
        if to_stop is not None and to_stop():
            raise ImportEnded(name)
        return None


_gate = _Gate()


@contextmanager
def stoppable_imports(to_stop: Callable[[], bool]) -> Iterator[None]:
    """Inside, an import on this thread raises ImportEnded before its next module once `to_stop()`.

    What was imported whole stays; the modules that were only begun are forgotten by Python, and can be imported
    again.
    """
    if _gate not in sys.meta_path:
        sys.meta_path.insert(0, _gate)
    _gate.asked[threading.get_ident()] = to_stop
    try:
        yield
    finally:
        del _gate.asked[threading.get_ident()]
