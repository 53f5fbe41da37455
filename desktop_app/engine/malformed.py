"""One place that turns what a library raises on malformed data into the error of the caller.

NumPy, `zipfile`, `zlib`, `tokenize` and others document only some of the exceptions that a damaged or hostile
file makes them raise, and new versions raise others. So every exception counts, but only around the library's
own call: keep the block small, because a defect of ours inside it would be reported as a damaged file.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from desktop_app.errors import AppError
from desktop_app.message import Message

# What we write, and what every zip tool writes. LZMA may ask for a dictionary of gigabytes.
_COMPRESSIONS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@contextmanager
def refusing_malformed(fail: Callable[[Exception], Exception], *passing: type[Exception]) -> Iterator[None]:
    """Raise `fail(error)` in place of any exception in the block.

    Args:
        passing: kinds of exceptions that leave the block as they are, besides AppError.
    """
    try:
        yield
    except Exception as error:
        if isinstance(error, (AppError, *passing)):
            raise
        raise fail(error) from error


@contextmanager
def open_zip(path: Path, fail: Callable[[Message], Exception]) -> Iterator[zipfile.ZipFile]:
    """An open zip whose list of members could be read.

    Args:
        fail: makes the error from what is wrong with the file; the message completes "FILE ...".

    Raises:
        OSError: the file cannot be read.
    """
    with refusing_malformed(lambda _: fail(Message("is not a usable zip file")), OSError):
        archive = zipfile.ZipFile(path)
    with archive:
        yield archive


def readable_member(info: zipfile.ZipInfo) -> bool:
    """Whether a member is neither encrypted nor compressed in a way that no pack or recording is."""
    return info.compress_type in _COMPRESSIONS and not info.flag_bits & 1
