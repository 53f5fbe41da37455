"""Runs a Python program that the kernel kills once anything in it, native code too, opens an internet socket.

    python -m tests.helpers.no_sockets -m desktop_app doctor

A seccomp filter on `socket(2)`: AF_INET and AF_INET6 end the process with SIGSYS; other sockets (the display,
the system bus) are left alone. Linux on x86-64 and arm64.
"""

from __future__ import annotations

import ctypes
import platform
import runpy
import struct
import sys

_SOCKET_NUMBER = {"x86_64": 41, "aarch64": 198}
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2
_LOAD_WORD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _KILL_PROCESS = 0x7FFF0000, 0x80000000
_OFFSET_NUMBER, _OFFSET_FIRST_ARGUMENT = 0, 16
_AF_INET, _AF_INET6 = 2, 10


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def supported() -> bool:
    """Whether this system can run the filter."""
    return sys.platform == "linux" and platform.machine() in _SOCKET_NUMBER


def forbid_internet_sockets() -> None:
    """From here on an internet socket ends the process. Cannot be undone."""
    rules = [
        (_LOAD_WORD, 0, 0, _OFFSET_NUMBER),
        (_JUMP_EQUAL, 0, 3, _SOCKET_NUMBER[platform.machine()]),  # another call: to ALLOW
        (_LOAD_WORD, 0, 0, _OFFSET_FIRST_ARGUMENT),
        (_JUMP_EQUAL, 2, 0, _AF_INET),  # to KILL
        (_JUMP_EQUAL, 1, 0, _AF_INET6),  # to KILL
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _KILL_PROCESS),
    ]
    code = b"".join(struct.pack("HBBI", *rule) for rule in rules)
    program = _Program(len(rules), code)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(
        _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0
    ):
        raise OSError(ctypes.get_errno(), "the kernel refused the filter")


def main() -> None:
    """Install the filter, then run what the arguments name, like `python` itself."""
    forbid_internet_sockets()
    arguments = sys.argv[1:]
    if arguments[0] == "-c":
        sys.argv = arguments[1:]
        exec(compile(arguments[1], "<command>", "exec"), {"__name__": "__main__"})
    else:
        sys.argv = arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
