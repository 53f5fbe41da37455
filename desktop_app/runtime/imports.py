"""Lets a thread that imports something large be asked to stop: the import ends before its next module."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.abc import SourceLoader
from importlib.machinery import ModuleSpec
from typing import Final

# Begun once, their import goes to its end: they register things that cannot be registered twice.
ONLY_ONCE: Final = ("mediapipe",)


class ImportEnded(BaseException):
    """Raised where a module would have been imported, or a step begun, by a thread that is to stop.

    No `Exception`: libraries try imports and go on without what they did not get.
    """


class _Gate:
    """Stands before all finders of `sys.meta_path`; finds nothing, and lets those through that may go on."""

    def __init__(self) -> None:
        self.asked: dict[int, Callable[[], bool]] = {}  # thread -> whether it is to stop

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        to_stop = self.asked.get(threading.get_ident())
        if to_stop is not None and to_stop() and not any(map(_under_way, ONLY_ONCE)):
            raise ImportEnded(name)
        return None


_gate = _Gate()


def stop_point() -> None:
    """Between two long steps of loading: raises ImportEnded inside `stoppable_imports` when it is to stop."""
    to_stop = _gate.asked.get(threading.get_ident())
    if to_stop is not None and to_stop():
        raise ImportEnded("a step of loading")


@contextmanager
def stoppable_imports(to_stop: Callable[[], bool]) -> Iterator[None]:
    """Inside, an import on this thread raises ImportEnded before its next module once `to_stop()`.

    Python forgets the modules that were only begun. What they had imported of their own package is forgotten
    with them, so that it can be imported again; compiled modules stay, as they can be loaded only once.
    """
    before = set(sys.modules)
    if _gate not in sys.meta_path:
        sys.meta_path.insert(0, _gate)
    _gate.asked[threading.get_ident()] = to_stop
    try:
        yield
    except ImportEnded:
        _forget_parts(before)
        raise
    finally:
        del _gate.asked[threading.get_ident()]


def _under_way(package: str) -> bool:
    spec = getattr(sys.modules.get(package), "__spec__", None)
    return bool(getattr(spec, "_initializing", False))  # as the import system itself tells it


def _forget_parts(before: set[str]) -> None:
    for name, module in list(sys.modules.items()):
        whole = name in before or name.partition(".")[0] in sys.modules
        if not whole and isinstance(getattr(module, "__loader__", None), SourceLoader):
            del sys.modules[name]
