"""Kills a process at the n-th operation that changes files, by the calls that reach the kernel (ptrace, Linux).

What Python, SQLite and other libraries do is seen alike: creating, writing, renaming, linking, removing,
forcing to the disk. The operation at which the process is killed does not happen.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

# Name -> number on x86-64 and arm64 (0: not there), arguments that are (folder handle, path) or a handle.
_Call = tuple[int, int, tuple[tuple[int | None, int], ...], int | None]
_CALLS: Final[dict[str, _Call]] = {
    "open": (2, 0, ((None, 0),), None),
    "creat": (85, 0, ((None, 0),), None),
    "openat": (257, 56, ((0, 1),), None),
    "write": (1, 64, (), 0),
    "pwrite": (18, 68, (), 0),
    "writev": (20, 66, (), 0),
    "pwritev": (296, 70, (), 0),
    "sendfile": (40, 71, (), 0),
    "copy_file_range": (326, 285, (), 2),
    "rename": (82, 0, ((None, 0), (None, 1)), None),
    "renameat": (264, 38, ((0, 1), (2, 3)), None),
    "renameat2": (316, 276, ((0, 1), (2, 3)), None),
    "link": (86, 0, ((None, 1),), None),
    "linkat": (265, 37, ((2, 3),), None),
    "symlink": (88, 0, ((None, 1),), None),
    "symlinkat": (266, 36, ((1, 2),), None),
    "unlink": (87, 0, ((None, 0),), None),
    "unlinkat": (263, 35, ((0, 1),), None),
    "mkdir": (83, 0, ((None, 0),), None),
    "mkdirat": (258, 34, ((0, 1),), None),
    "rmdir": (84, 0, ((None, 0),), None),
    "truncate": (76, 45, ((None, 0),), None),
    "ftruncate": (77, 46, (), 0),
    "fallocate": (285, 47, (), 0),
    "fsync": (74, 82, (), 0),
    "fdatasync": (75, 83, (), 0),
    "chmod": (90, 0, ((None, 0),), None),
    "fchmod": (91, 52, (), 0),
    "fchmodat": (268, 53, ((0, 1),), None),
    "utimensat": (280, 88, ((0, 1),), None),
}
_COLUMN: Final = {"x86_64": 0, "aarch64": 1}.get(platform.machine())
_NAMES: Final = (
    {} if _COLUMN is None else {call[_COLUMN]: name for name, call in _CALLS.items() if call[_COLUMN]}
)
_FLAGS: Final = {"open": 1, "openat": 2}  # the argument with the flags of opening
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_TRACE_ME, _SYSCALL, _SET_OPTIONS, _CALL_INFO = 0, 24, 0x4200, 0x420E
_OPTIONS: Final = 0x1 | 0x8 | 0x100000  # marks calls, follows threads, ends with the tracer
_WALL: Final = 0x40000000
_INFO: Final = struct.Struct("<B23x7Q")  # the kind of stop; number and arguments of the call
_ENTRY: Final = 1
_HERE: Final = -100  # AT_FDCWD


def supported() -> bool:
    """Whether this system can trace processes as needed here."""
    return platform.system() == "Linux" and _COLUMN is not None


@dataclass(slots=True)
class TracedRun:
    """What a traced process did: the operations on files in order, and how it ended."""

    operations: list[str] = field(default_factory=list)
    killed: bool = False
    exit_code: int | None = None


def run_until(work: Callable[[], None], below: Path, point: int = 0) -> TracedRun:
    """Do `work` in a child; kill it at the `point`-th operation on files below a folder (0: never)."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            _ptrace(_TRACE_ME, 0, 0, 0)
            os.kill(os.getpid(), signal.SIGSTOP)
            work()
            code = 0
        finally:
            os._exit(code)
    os.waitpid(child, 0)
    _ptrace(_SET_OPTIONS, child, 0, _OPTIONS)
    _ptrace(_SYSCALL, child, 0, 0)
    return _follow(child, os.fsencode(below), point)


def _follow(child: int, root: bytes, point: int) -> TracedRun:
    run = TracedRun()
    while True:
        thread, status = os.waitpid(-1, _WALL)
        if os.WIFEXITED(status) or os.WIFSIGNALED(status):
            if thread == child:
                run.exit_code = os.waitstatus_to_exitcode(status)
                return run
            continue
        number = os.WSTOPSIG(status)
        passed_on = 0
        if number == signal.SIGTRAP | 0x80:
            name = _operation(thread, root)
            if name is not None:
                run.operations.append(name)
                if len(run.operations) == point:
                    os.kill(child, signal.SIGKILL)
                    run.killed = True
        elif number not in (signal.SIGTRAP, signal.SIGSTOP):
            passed_on = number
        try:
            _ptrace(_SYSCALL, thread, 0, passed_on)
        except ProcessLookupError:
            continue  # killed; its end is reported next


def _operation(thread: int, root: bytes) -> str | None:
    """The name of the call that a thread is about to make, if it changes something below `root`."""
    buffer = ctypes.create_string_buffer(_INFO.size)
    try:
        _ptrace(_CALL_INFO, thread, _INFO.size, ctypes.addressof(buffer))
    except ProcessLookupError:
        return None
    kind, number, *arguments = _INFO.unpack(buffer.raw)
    name = _NAMES.get(number)
    if kind != _ENTRY or name is None:
        return None
    if name in _FLAGS and not arguments[_FLAGS[name]] & _WRITING:
        return None
    _, _, paths, handle = _CALLS[name]
    places = [_path(thread, arguments, folder, path) for folder, path in paths]
    if handle is not None:
        places.append(_opened(thread, arguments[handle]))
    return name if any(place == root or place.startswith(root + b"/") for place in places) else None


def _path(thread: int, arguments: list[int], folder: int | None, path: int) -> bytes:
    text = _text(thread, arguments[path])
    if text.startswith(b"/"):
        return os.path.normpath(text)
    place = _HERE if folder is None else ctypes.c_int(arguments[folder]).value
    base = _link(thread, "cwd") if place == _HERE else _opened(thread, place)
    return os.path.normpath(base + b"/" + text)


def _opened(thread: int, handle: int) -> bytes:
    return _link(thread, f"fd/{handle & 0xFFFFFFFF}")


def _link(thread: int, name: str) -> bytes:
    try:
        return os.fsencode(Path(f"/proc/{thread}/{name}").readlink())
    except OSError:
        return b""


def _text(thread: int, address: int) -> bytes:
    try:
        with Path(f"/proc/{thread}/mem").open("rb", buffering=0) as memory:
            memory.seek(address)
            found = b""
            while b"\0" not in found and len(found) < 4096:
                found += memory.read(256 - (address + len(found)) % 256)  # never across the end of a page
    except (OSError, OverflowError, ValueError):
        return b""
    return found.partition(b"\0")[0]


def _ptrace(request: int, process: int, address: int, data: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
    libc.ptrace.restype = ctypes.c_long
    if libc.ptrace(request, process, address, data) == -1:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
