"""Large imports beside a live window."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def small_collections() -> Iterator[None]:
    """While this is open the garbage collector passes over everything that is there already.

    A large import sets off full collections, each of which walks through all objects while every thread
    waits: a quarter of a second with the models loaded, against 20 to 45 ms of the import itself.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
