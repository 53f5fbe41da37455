"""Commits changes of the three lists of a pack atomically.

    .edit/next/   the new lists, complete: from the moment this folder has its name they are the pack's lists
    .edit/dirty   an edit is in progress; names the new files that it writes to features/ and media/
    .edit/journal.json, .edit/trash/, .edit/lock   see journal.py, lock.py

An edit writes its new files first, then `.edit/next` under another name, and renames it: that is the moment in
which the edit happens. Then the lists are copied to their usual place and `.edit/next` goes. A process that is
killed at any point leaves either the old or the new pack; readers look into `.edit/next` first, so they never
see half of it, and the next edit brings it to its end (`settle`). Files that no edit has put into the pack are
never deleted, moved or overwritten, and nothing behind a link is touched, whatever the files in .edit say.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.manifest import FileEntry, PackManifest, ReferenceClip
from desktop_app.engine.packs.members import is_listed_file, linked_parent, member_path
from desktop_app.engine.packs.pack import parse_lists
from desktop_app.engine.packs.reference import MEDIA_SUFFIXES
from desktop_app.engine.packs.safe_paths import is_safe_member
from desktop_app.errors import PackDamaged, PackError
from desktop_app.files import (
    is_link,
    parts_of,
    private_folder,
    replacing,
    sha256,
    sync_folder,
    unused,
    write_bytes,
)
from desktop_app.message import Message

logger = logging.getLogger(__name__)
TRASH: Final = f"{lists.EDIT}/trash"
DIRTY: Final = f"{lists.EDIT}/dirty"
JOURNAL: Final = f"{lists.EDIT}/journal.json"
_PLACES: Final = {"features": frozenset({".npy"}), "media": MEDIA_SUFFIXES}
_CLOCK_STEP_NS: Final = 2_000_000_000  # of the time of a file, on the coarsest disks


def begin(folder: Path, new: Iterable[str] = ()) -> None:
    """Begin an edit that will write the files `new`, which do not exist yet. Raises OSError."""
    private_folder(folder / lists.EDIT)
    names = sorted({*_announced(folder), *new})
    since = _begun_ns(folder)
    with replacing(folder / DIRTY) as part:
        part.write_bytes(json.dumps(names).encode("utf-8"))
        if since is not None:  # an earlier edit is not completed: its files are older than this one
            os.utime(part, ns=(since, since))


def is_dirty(folder: Path) -> bool:
    """Whether an edit was begun and not completed."""
    return (folder / DIRTY).exists()


def commit(
    folder: Path,
    manifest: PackManifest,
    clips: Iterable[ReferenceClip],
    files: Iterable[FileEntry],
    journal: str,
) -> PackManifest:
    """Commit new lists; returns the manifest with their digests.

    Raises OSError, or PackError for lists that could not be opened again; nothing is changed then.
    """
    clips_data = lists.write_clips(clips).encode("utf-8")
    files_data = lists.write_files(sorted(files, key=lambda entry: entry.path)).encode("utf-8")
    manifest = replace(
        manifest,
        files={
            lists.CLIPS_CSV: sha256(clips_data),
            lists.FILES_CSV: sha256(files_data),
        },
    )
    document = manifest.to_json().encode("utf-8")
    _check_readable(folder, document, clips_data, files_data)
    part = folder / lists.EDIT / "next.part"
    shutil.rmtree(part, ignore_errors=True)
    private_folder(part)
    _write(part / lists.CLIPS_CSV, clips_data)
    _write(part / lists.FILES_CSV, files_data)
    _write(part / "journal.json", journal.encode("utf-8"))
    _write(part / lists.PACK_JSON, document)
    install(folder)
    shutil.rmtree(folder / lists.NEXT, ignore_errors=True)  # what is left of an earlier one
    part.rename(folder / lists.NEXT)
    try:
        sync_folder(folder / lists.EDIT)
        install(folder)
    except OSError as error:  # readers look into .edit/next first, and the next edit brings this one to its end
        logger.warning("An edit of the pack '%s' is not complete yet: %s", folder.name, error)
    return manifest


def _check_readable(folder: Path, manifest: bytes, clips: bytes, files: bytes) -> None:
    try:
        lists.parse_manifest(folder, manifest)
        parse_lists(folder, clips, files)
    except PackDamaged as error:
        raise PackError(
            Message("This edit would damage the pack '{pack}' and was not made.", pack=folder.name),
            Message("Check the values that you gave."),
            detail=str(error.message),
        ) from error


def discard(folder: Path) -> None:
    """Remove the lists of an edit that could not be committed."""
    shutil.rmtree(folder / lists.EDIT / "next.part", ignore_errors=True)


def install(folder: Path) -> None:
    """Copy committed lists to their usual place; does nothing if there are none."""
    committed = folder / lists.NEXT
    if not _is_file(folder, f"{lists.NEXT}/{lists.PACK_JSON}"):
        return
    write_bytes(folder / JOURNAL, (committed / "journal.json").read_bytes())
    for name in (lists.CLIPS_CSV, lists.FILES_CSV, lists.PACK_JSON):
        write_bytes(folder / name, (committed / name).read_bytes())
    # pack.json is deleted first: without it the folder no longer counts as committed.
    (committed / lists.PACK_JSON).unlink()
    shutil.rmtree(committed, ignore_errors=True)


def settle(
    folder: Path, listed: Collection[str], kept: Mapping[str, FileEntry], gone: Iterable[FileEntry] = ()
) -> None:
    """Make the files consistent with the lists, and end the edit.

    Args:
        listed: files that the pack lists; restored from the trash if necessary.
        kept: files that undo or redo may restore; moved to the trash.
        gone: files that the pack listed before and that nothing restores; deleted.

    Of the other files, only those that the interrupted edit had announced and written are deleted. A file that
    is not the one of `kept` or `gone` has been put there by somebody else and stays, as does all behind links.
    """
    for name in listed:
        if _is_file(folder, f"{TRASH}/{name}") and not (folder / name).is_file():
            _move(folder, f"{TRASH}/{name}", name)
    for name, entry in kept.items():
        here = _is_file(folder, name) and not _is_file(folder, f"{TRASH}/{name}")
        if name not in listed and here and is_listed_file(folder / name, entry):
            _move(folder, name, f"{TRASH}/{name}")
    for entry in gone:
        own = entry.path not in listed and entry.path not in kept and _is_file(folder, entry.path)
        if own and is_listed_file(folder / entry.path, entry):
            (folder / entry.path).unlink()
    since = _begun_ns(folder)
    for name in _announced(folder):
        if linked_parent(folder, name):
            continue
        if name not in listed and name not in kept and _is_written_since(folder / name, since):
            (folder / name).unlink(missing_ok=True)
        for part in parts_of(folder / name):  # whoever wrote it held the lock of this pack
            part.unlink(missing_ok=True)
    for place in _PLACES:
        for name in _files_in(folder / TRASH, place):
            if name not in kept:
                (folder / TRASH / name).unlink(missing_ok=True)
    (folder / DIRTY).unlink(missing_ok=True)


def bring_back(folder: Path, names: Iterable[str]) -> None:
    """Restore files from the trash, before a commit that lists them again.

    Raises OSError, or PackDamaged for a file behind a link; nothing is moved then.
    """
    found = [name for name in names if (folder / TRASH / name).is_file()]
    for name in found:
        member_path(folder, name)
        member_path(folder, f"{TRASH}/{name}")
    for name in found:
        if os.path.lexists(folder / name):  # somebody else's file has taken the name
            (folder / name).rename(unused(folder / name))
        _move(folder, f"{TRASH}/{name}", name)


def _announced(folder: Path) -> list[str]:
    """Files in features/ and media/ that the edit in progress writes."""
    try:
        names = json.loads((folder / DIRTY).read_bytes())
    except (OSError, ValueError, RecursionError):  # none, killed while it was written, or an older version's
        return []
    if not isinstance(names, list):
        return []
    return [name for name in names if isinstance(name, str) and is_safe_member(name) and _is_writable(name)]


def _is_writable(name: str) -> bool:
    """Whether an edit may give a new file this name."""
    place, _, file = name.partition("/")
    return "/" not in file and Path(file).suffix.lower() in _PLACES.get(place, ())


def _begun_ns(folder: Path) -> int | None:
    """When the edit in progress began, in the time of the disk; None if there is none."""
    try:
        return (folder / DIRTY).stat().st_mtime_ns
    except OSError:
        return None


def _is_written_since(path: Path, since: int | None) -> bool:
    """Whether there is a file that is not older than the edit which announced it."""
    if since is None or is_link(path) or not path.is_file():
        return False
    return path.stat().st_mtime_ns >= since - _CLOCK_STEP_NS


def _is_file(folder: Path, name: str) -> bool:
    """Whether a member is a file of the pack: neither a link nor behind one."""
    path = folder / name
    return path.is_file() and not is_link(path) and not linked_parent(folder, name)


def _move(folder: Path, name: str, new: str) -> None:
    """Move a file within the pack; one whose new place lies behind a link stays where it is."""
    if not linked_parent(folder, new):
        private_folder((folder / new).parent)
        (folder / name).replace(folder / new)


def _files_in(folder: Path, place: str) -> list[str]:
    """Names of all files below `place`, relative to `folder`. Links are not followed."""
    if any(is_link(one) for one in (folder, folder / place)):
        return []
    found = [Path(root) / name for root, _, names in os.walk(folder / place) for name in names]
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _write(path: Path, data: bytes) -> None:
    with open(path, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
