"""A .signpack: a pack as a zip. Only members that its own lists name are unpacked, all of them checked."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop_app import paths
from desktop_app.engine.malformed import open_zip, readable_member, refusing_malformed
from desktop_app.engine.packs import cache
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.manifest import damaged
from desktop_app.engine.packs.pack import Pack, open_folder
from desktop_app.engine.packs.safe_paths import is_safe_member
from desktop_app.engine.packs.verify import verify_pack
from desktop_app.errors import AppError, PackError, reason_of
from desktop_app.files import building, make_private, private_folder, replace_folder, sha256_file
from desktop_app.message import Message
from desktop_app.temporary import folder_until_exit

SUFFIX: Final = ".signpack"
Refuse = Callable[[Path, str, Message], AppError]  # archive, member, problem
MAX_MEMBERS: Final = 1_000_000
MAX_TOTAL_BYTES: Final = 40 << 30
MAX_RATIO: Final = 200  # features of a person standing still shrink by 30; a bomb by thousands
_RATIO_FROM_BYTES: Final = 1 << 20
_COPY_BYTES: Final = 1 << 20
_CACHE_MEMBERS: Final = (f"cache/{cache.CACHE_JSON}", *(f"cache/{name}" for name in cache.CACHE_FILES))


def open_signpack(path: Path) -> Pack:
    """Unpack a .signpack (once, into the cache folder) and open it.

    Raises:
        PackDamaged: not a zip, a forbidden member, too large, or inconsistent with its lists.
    """
    try:
        digest = sha256_file(path)
    except OSError as error:
        raise damaged(
            path, path.name, Message("cannot be read ({strerror})", strerror=reason_of(error))
        ) from error
    home = _home(digest)
    target = home / path.stem
    if (target / lists.PACK_JSON).is_file():
        return open_folder(target)
    try:
        with building(target) as folder:
            extract(path, folder)
            _refuse_damaged(open_folder(folder))
            make_private(folder)
            replace_folder(folder, target)
    except OSError as error:
        raise PackError(
            Message(
                "{path} cannot be unpacked into {home}: {strerror}.",
                path=path.name,
                home=home,
                strerror=reason_of(error),
            ),
            Message("Make room on the disk, or set SIGNMIRROR_CACHE_DIR to another folder."),
        ) from error
    finally:
        with suppress(OSError):  # only an empty one can be removed: the pack was refused
            home.rmdir()
    return open_folder(target)


def _home(digest: str) -> Path:
    """Folder to unpack this file into: in the cache folder, or a temporary one if that cannot be written."""
    home = paths.cache_dir() / "packs" / "unpacked" / digest[:20]
    try:
        private_folder(home)
    except OSError:
        return folder_until_exit()
    return home


def extract(path: Path, target: Path) -> None:
    """Check every member of a zip, and unpack those that the pack's lists name into the empty `target`."""
    with open_zip(path, lambda problem: damaged(path, path.name, problem)) as archive:
        members = checked_members(path, archive)
        target.mkdir(parents=True, exist_ok=True)
        for name in (lists.PACK_JSON, lists.CLIPS_CSV, lists.FILES_CSV):
            if name not in members:
                raise damaged(path, name, Message("is missing"))
            if members[name].file_size > lists.MAX_LIST_BYTES:
                raise damaged(path, name, Message("is far too large"))
            write_member(path, archive, members[name], target)
        files = lists.parse_files(target, lists.read_list(target, lists.FILES_CSV))
        for name in files:
            if name not in members:
                raise damaged(path, name, Message("is missing"))
            if members[name].file_size != files[name].bytes:
                raise damaged(path, name, Message("has another size than files.csv says"))
            write_member(path, archive, members[name], target)
        for name in _CACHE_MEMBERS:
            if name in members:
                write_member(path, archive, members[name], target)


def checked_members(
    path: Path,
    archive: zipfile.ZipFile,
    *,
    refuse: Refuse = damaged,
    most_members: int = MAX_MEMBERS,
    most_bytes: int = MAX_TOTAL_BYTES,
) -> dict[str, zipfile.ZipInfo]:
    """The members of a zip by name. Raises the error that `refuse` makes if one is unsafe to unpack."""
    members: dict[str, zipfile.ZipInfo] = {}
    lower: set[str] = set()
    total = 0
    infos = archive.infolist()
    if len(infos) > most_members:
        raise refuse(path, path.name, Message("holds {count} files", count=len(infos)))
    for info in infos:
        name = info.filename
        if name.endswith("/") and is_safe_member(name.rstrip("/")):
            continue
        if not is_safe_member(name):
            raise refuse(path, repr(name), Message("is a name that a pack may not hold"))
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise refuse(path, name, Message("is a link or device, which a pack may not hold"))
        if not readable_member(info):
            raise refuse(path, name, Message("is encrypted, or compressed in a way that no pack is"))
        if name.lower() in lower:
            raise refuse(path, name, Message("is there twice"))
        lower.add(name.lower())
        total += info.file_size
        if info.file_size > _RATIO_FROM_BYTES and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise refuse(path, name, Message("unpacks to an unreasonable size"))
        members[name] = info
    if total > most_bytes:
        raise refuse(path, path.name, Message("would unpack to {gigabytes:.0f} GB", gigabytes=total / 1e9))
    return members


def write_member(
    path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path, *, refuse: Refuse = damaged
) -> None:
    """Unpack one member into a folder, at most the size that it declares."""
    out = target / info.filename
    out.parent.mkdir(parents=True, exist_ok=True)
    left = info.file_size
    with out.open("xb") as file:
        for piece in _pieces(archive, info, lambda: refuse(path, info.filename, Message("cannot be unpacked"))):
            left -= len(piece)
            if left < 0:
                raise refuse(path, info.filename, Message("is larger than it says"))
            file.write(piece)


def _pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo, fail: Callable[[], AppError]) -> Iterator[bytes]:
    with refusing_malformed(lambda _: fail()):
        source = archive.open(info)
    with source:
        while True:
            with refusing_malformed(lambda _: fail()):
                piece = source.read(_COPY_BYTES)
            if not piece:
                return
            yield piece


def _refuse_damaged(pack: Pack) -> None:
    report = verify_pack(pack)
    if not report.ok:
        problem = report.problems[0]
        raise lists.damaged(pack.name, problem.file, problem.reason)
