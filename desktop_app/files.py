"""Files and folders that are written whole or not at all, and digests of files.

What is not whole yet has a hidden name beside its target, on the same disk, that no other process uses. A
process that dies leaves the old file or the new one, and at worst a hidden leftover, which the next one that
writes there removes.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import re
import shutil
import stat
import uuid
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from desktop_app.temporary import claimed, remove_abandoned, temporary_folder

_JUNCTION: Final = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT
_AT_FDCWD: Final = -100
_SWAP: Final = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_BUILDING: Final = re.compile(r"\.(.+)\.building-[0-9a-f]{8}")
_LEFT: Final = re.compile(r"\.(.+)\.(?:(?:old|building)-[0-9a-f]{8}|lock)")
_OF_THE_DISK: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
MAX_SMALL: Final = 1 << 20  # bytes of settings and notes, which have a few thousand
_LONGEST_NAME: Final = 255  # bytes, on most disks
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
# NUL, and control characters that steer a terminal. White space stays, and so do the C1 characters that letters
# of cp1252 become when they are read as Latin-1.
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\x90\x9b\x9d]")


def part_of(path: Path, suffix: str = "") -> Path:
    """A hidden name beside `path` for a file that is not whole yet; it ends in `.part` and `suffix`."""
    return _beside(path, f".{uuid.uuid4().hex[:8]}.part{suffix}")


def _beside(path: Path, ending: str) -> Path:
    stem = os.fsencode(path.name)[: _LONGEST_NAME - 1 - len(ending)].decode("utf-8", "ignore")
    return path.with_name(f".{stem}{ending}")


def put_in_place(part: Path, path: Path) -> None:
    """Rename a whole file over `path`, once its bytes are on the disk.

    The mode of an old file is kept; a new one in a private folder is private. Raises OSError; the old file is
    then as before.
    """
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    if not path.parent.stat().st_mode & 0o077:
        part.chmod(0o600)
    with suppress(FileNotFoundError):
        shutil.copymode(path, part)
    part.replace(path)


@contextmanager
def replacing(path: Path, *, tidy: bool = True) -> Iterator[Path]:
    """The name to write a file under; it takes the place of `path` when the block ends, and goes if it fails.

    A link stays, and the file behind it is written. What is no file, such as a device or a pipe, is written to.

    Args:
        tidy: first remove what processes that died while writing `path` have left, which lists the folder.

    Raises OSError, which names `path` and never the temporary file.
    """
    if _takes_bytes(path):
        with temporary_folder() as folder:
            yield folder / "whole"
            with (folder / "whole").open("rb") as whole, path.open("wb") as sink:
                shutil.copyfileobj(whole, sink)
        return
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    if tidy:
        remove_parts(target)
    try:
        with _claimed_part(target) as part:
            try:
                yield part
                put_in_place(part, target)
            finally:
                with suppress(OSError):  # where it cannot be removed, what the block raised matters more
                    part.unlink(missing_ok=True)
    except OSError as error:
        name = error.filename
        if not (error.errno in _OF_THE_DISK if name is None else _is_part(name)):
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Name the file that is written in errors that name none: those of a write to a full disk."""
    try:
        yield
    except OSError as error:
        if error.filename is not None or error.errno not in _OF_THE_DISK:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def _takes_bytes(path: Path) -> bool:
    """Whether there is a device, a pipe or a socket, perhaps behind a link: nothing that can be replaced."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _is_part(name: str | bytes | int) -> bool:
    return not isinstance(name, int) and os.fsdecode(name).endswith(".part")


@contextmanager
def _claimed_part(path: Path) -> Iterator[Path]:
    while True:
        part = part_of(path)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        with claimed(part) as ours:
            if ours:
                yield part
                return


def remove_parts(path: Path) -> None:
    """Remove the temporary files of writers of `path` that died."""
    for part in parts_of(path):
        remove_abandoned(part)


def parts_of(path: Path) -> list[Path]:
    """All temporary files that `replacing` makes for `path`."""
    name = re.compile(re.escape(_beside(path, ".").name) + r"[0-9a-f]{8}\.part")
    try:
        return [one for one in path.parent.iterdir() if name.fullmatch(one.name)]
    except OSError:
        return []


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file, or the content of an old one anew. Raises OSError."""
    with replacing(path) as part:
        part.write_bytes(content)


def write_text(path: Path, text: str) -> None:
    """`write_bytes` in UTF-8; line ends stay as they are."""
    write_bytes(path, text.encode("utf-8"))


def private_folder(path: Path) -> None:
    """Make a folder, with its parents, that only the user can read. One that exists stays as it is.

    Raises OSError.
    """
    if not path.parent.is_dir():
        private_folder(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)


def private_file(path: Path) -> None:
    """Make a file, in a folder of the same kind, that only the user can read; an old one becomes so.

    `replacing` keeps the mode. Raises OSError.
    """
    private_folder(path.parent)
    path.touch(0o600)
    path.chmod(0o600)


def make_private(folder: Path) -> None:
    """Let only the user read a folder and all that is in it. Raises OSError."""
    for root, _, names in os.walk(folder):
        Path(root).chmod(0o700)
        for name in names:
            if not is_link(Path(root, name)):
                Path(root, name).chmod(0o600)


def final_name(folder: Path) -> str:
    """The name of a folder, or that which one of `building` will have."""
    found = _BUILDING.fullmatch(folder.name)
    return found[1] if found else folder.name


@contextmanager
def building(target: Path) -> Iterator[Path]:
    """A new, hidden folder beside `target` to build it in; what still has that name at the end is removed.

    Raises OSError.
    """
    _remove_buildings(target)
    while True:
        folder = _beside(target, f".building-{uuid.uuid4().hex[:8]}")
        folder.mkdir(parents=True)
        with claimed(folder) as ours:
            if ours:
                try:
                    yield folder
                finally:
                    shutil.rmtree(folder, ignore_errors=True)
                return


def _remove_buildings(target: Path) -> None:
    for left in _numbered(_beside(target, f".building-{'0' * 8}")):
        if not is_link(left):
            remove_abandoned(left)


def _numbered(example: Path) -> list[Path]:
    """What has the name of a path but for the eight hexadecimal digits at its end. Raises OSError."""
    name = re.compile(re.escape(example.name[:-8]) + "[0-9a-f]{8}")
    if not example.parent.is_dir():
        return []
    return sorted(one for one in example.parent.iterdir() if name.fullmatch(one.name))


def discard_folder(folder: Path) -> None:
    """Remove a folder: it disappears in one step, which needs no room on the disk, then its files go.

    Raises OSError; it is then as before.
    """
    gone = _beside(folder, f".building-{uuid.uuid4().hex[:8]}")
    folder.rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def replace_folder(new: Path, target: Path) -> None:
    """Put a finished folder in the place of another, in one step where the system can exchange two folders.

    Elsewhere the old one is moved aside first; `clear_leftovers` puts it back if the process dies just then.
    Raises OSError, also where `target` is a link, which cannot be exchanged for a folder.
    """
    if is_link(target):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(target))
    if not target.exists():
        new.rename(target)
        return
    if exchange(new, target):
        shutil.rmtree(new, ignore_errors=True)
        return
    aside = target.with_name(f".{target.name}.old-{uuid.uuid4().hex[:8]}")
    target.rename(aside)
    try:
        new.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
    """Exchange the names of two folders atomically; False if the system or the disk cannot. Raises OSError."""
    libc: Any = None if os.name == "nt" else ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):  # Linux
        failed = libc.renameat2(
            _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), ctypes.c_uint(_SWAP)
        )
    elif hasattr(libc, "renamex_np"):  # macOS
        failed = libc.renamex_np(os.fsencode(one), os.fsencode(other), ctypes.c_uint(_SWAP))
    else:
        return False
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM):
        return False
    raise OSError(code, os.strerror(code), str(other))


def interrupted(home: Path) -> list[Path]:
    """The folders in `home` beside which a process that was building or replacing them has left something."""
    left = ((path, _LEFT.fullmatch(path.name)) for path in home.iterdir())
    # A lock of ours is empty: another file of that name is somebody else's.
    found = {match[1] for path, match in left if match and (path.suffix != ".lock" or not path.stat().st_size)}
    return [home / name for name in sorted(found)]


def clear_leftovers(target: Path) -> None:
    """After processes that died beside `target`: a folder moved aside is put back, the rest goes."""
    for aside in _numbered(target.with_name(f".{target.name}.old-{'0' * 8}")):
        if is_link(aside):
            continue
        if not target.exists():
            aside.rename(target)
        else:
            shutil.rmtree(aside, ignore_errors=True)
    _remove_buildings(target)


def unused(path: Path, reserved: Collection[Path] = ()) -> Path:
    """The path, with a number at the end of its stem if there is such a file already or it is reserved."""
    free, number = path, 1
    while free in reserved or os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def read_small(path: Path, most: int = MAX_SMALL) -> bytes:
    """The content of a regular file of at most `most` bytes, perhaps behind a link.

    What is read at start may be anything: a pipe would be waited for, and a device has no end. Raises OSError.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.EINVAL, "Not a regular file", str(path))
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EINVAL, "Far too large a file", str(path))
    return content


def file_exists(path: Path) -> bool:
    """Whether there is such a file; False, too, for a name that is too long or not valid for one."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_empty_folder(path: Path) -> bool:
    """Whether a path is a folder without content, and no link to one. Raises OSError."""
    return path.is_dir() and not is_link(path) and not any(path.iterdir())


def is_link(path: Path) -> bool:
    """Whether a path is a symbolic link or, on Windows, a junction."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _JUNCTION


def readable(text: str) -> str:
    """A text that can be shown and written: what is not valid in a file name is replaced."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def is_text(text: str) -> bool:
    """Whether a text can be written as UTF-8 and has no control characters but white space."""
    return not _SURROGATE.search(text) and not _CONTROL.search(text)


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder last through a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_file(path: Path) -> str:
    """Hexadecimal digest of a file, read in pieces. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sha256(content: bytes) -> str:
    """Hexadecimal digest of bytes."""
    return hashlib.sha256(content).hexdigest()
