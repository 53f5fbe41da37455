"""What ONNX Runtime says when a graphics processor fails, in plain words, and in its own words for details.

Its own words hold function signatures and the paths of source files on the computer it was built on.
"""

from __future__ import annotations

import re
from typing import Final

from desktop_app.message import Message

_LONGEST: Final = 600
_SOURCE: Final = re.compile(
    r"(?:[A-Za-z]:)?[^\s:;,()'\"]*[\\/](?=[^\s:;,()'\"\\/]+\.(?:cc|cpp|cu|cuh|h|hpp|inl)\b)"
)
# The first pattern that is found counts.
_KINDS: Final = (
    (r"device (was )?(removed|hung|reset|lost)|887a000[567]|dxgi_error_device", Message("the device was lost")),
    (r"out of memory|e_outofmemory|8007000e|failed to allocate", Message("it has too little memory")),
    (
        r"not[_ ]implemented|could not find an implementation|unsupported|80004001",
        Message("it cannot run this model"),
    ),
    (
        r"no cuda-capable device|no adapter|no (suitable )?device|887a0004|887a0002|invalid device",
        Message("there is no device for it"),
    ),
    (
        r"cannot open shared object|loadlibrary|failed to load|dlopen|error loading|driver|cudnn|cublas"
        r"|requires|fell back",
        Message("a driver or library that it needs is missing or too old"),
    ),
)
_UNKNOWN: Final = Message("it does not run on this computer")


def in_short(error: BaseException) -> str:
    """What ONNX Runtime says, on one line of limited length, without the folders of its source files."""
    text = _SOURCE.sub("", " ".join(str(error).split()))
    return text[:_LONGEST] or type(error).__name__


def in_plain_words(words: str) -> Message:
    """What an error of a provider means: a clause without its beginning and full stop."""
    lower = words.lower()
    return next((meaning for pattern, meaning in _KINDS if re.search(pattern, lower)), _UNKNOWN)
