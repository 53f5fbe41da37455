"""Exports packs as .signpack files, and installs them as the user's own packs."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

from desktop_app.engine.packs import commit
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.archive import SUFFIX, extract
from desktop_app.engine.packs.lock import placing
from desktop_app.engine.packs.pack import Pack, open_folder
from desktop_app.engine.packs.replacing import check_place, put_in_place
from desktop_app.engine.packs.safe_paths import slug
from desktop_app.engine.packs.verify import Progress, verify_pack
from desktop_app.errors import PackDamaged, PackError, next_step, reason_of
from desktop_app.files import (
    building,
    clear_leftovers,
    make_private,
    private_folder,
    replacing,
    sha256,
)
from desktop_app.message import Message

_COPY_BYTES: Final = 1 << 20
_STORED: Final = frozenset({".mp4"})  # compressed already


def export_steps(
    pack: Pack, target: Path, *, without_video: bool = False
) -> Generator[tuple[int, int], None, None]:
    """Write a pack as a .signpack, atomically; yields (bytes done, total).

    The file is read back before it is put in place. Closing the iterator aborts and leaves nothing behind.

    Args:
        without_video: omit the videos, so that no picture of a person is shared; landmarks stay.

    Raises:
        PackError: an export with its own encoder, or a place that cannot be written.
        PackDamaged: a file of the pack is missing or altered; the text names it.
    """
    if pack.bundle is not None:
        raise PackError(
            Message("'{pack}' is an export with its own encoder, not a pack.", pack=pack.name),
            Message("Import its videos as a pack first."),
        )
    if target.suffix.lower() != SUFFIX:
        raise PackError(
            Message("{target} is not a valid name for a pack.", target=target.name),
            Message("Use a name that ends in {suffix}.", suffix=SUFFIX),
        )
    members, texts = _members(pack, without_video)
    total = sum(entry.bytes for entry in members)
    try:
        with replacing(target) as part:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
                for name, text in texts.items():
                    archive.writestr(_member(name), text)
                done = 0
                for entry in members:
                    yield done, total
                    _write(pack, archive, entry)
                    done += entry.bytes
            _read_back(part)
    except OSError as error:
        raise PackError(
            Message("{target} cannot be written: {strerror}.", target=target, strerror=reason_of(error)),
            next_step(error),
        ) from error
    yield total, total


def install_pack(
    source: Path, target: Path, *, replace_old: bool = False, progress: Progress | None = None
) -> Pack:
    """Install a .signpack, or a copy of a pack folder, at `target` as an editable pack.

    Everything is checked before the pack appears; a failure changes nothing.

    Args:
        progress: called with (files done, total) during the check; an exception from it aborts.

    Raises:
        PackDamaged: not a pack, or inconsistent with its lists.
        PackError: `source` does not exist (`pack.not_found`) or may not be read (`pack.unreadable`), `target`
            is there already (and `replace_old` is False), somebody is changing it (`pack.busy`), or it cannot
            be written.
    """
    _check_source(source)
    try:
        check_place(target, replace_old=replace_old)  # before anything is written beside it
        private_folder(target.parent)
        with placing(target), building(target) as folder:
            clear_leftovers(target)
            check_place(target, replace_old=replace_old)
            if source.is_dir():
                _copy(open_folder(source), folder)
            else:
                extract(source, folder)
            report = verify_pack(open_folder(folder), progress)
            if not report.ok:
                problem = report.problems[0]
                raise lists.damaged(source.stem, problem.file, problem.reason)
            make_private(folder)
            put_in_place(folder, target)
    except OSError as error:
        raise PackError(
            Message(
                "The pack cannot be written to {target}: {strerror}.", target=target, strerror=reason_of(error)
            ),
            next_step(error),
        ) from error
    return open_folder(target)


def _check_source(source: Path) -> None:
    """Tell a source that is not there from a target that cannot be written. Raises PackError."""
    if source.is_dir():
        return
    try:
        source.open("rb").close()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise PackError(
            Message("'{path}' does not exist.", path=source),
            Message("Check the path: a pack to install is a .signpack file or the folder of a pack."),
            code="pack.not_found",
        ) from error
    except OSError as error:
        raise lists.unreadable(source, source.name, error) from error


def folder_for(name: str, home: Path) -> Path:
    """An unused folder for a pack of this name among the user's packs."""
    stem, number = slug(name, "pack"), 1
    folder = home / stem
    while folder.exists():
        number += 1
        folder = home / f"{stem}-{number}"
    return folder


def _members(pack: Pack, without_video: bool) -> tuple[list[lists.FileEntry], dict[str, bytes]]:
    """The files to export, and the lists that describe them."""
    files = lists.parse_files(pack.folder, lists.read_list(pack.folder, lists.FILES_CSV))
    clips, manifest = pack.clips, pack.manifest
    if without_video:
        clips = tuple(
            replace(clip, media_file="") if clip.media_file.lower().endswith(".mp4") else clip for clip in clips
        )
    wanted = {name for clip in clips for name in (clip.feature_file, clip.media_file) if name}
    members = sorted((entry for name, entry in files.items() if name in wanted), key=lambda entry: entry.path)
    texts = {
        lists.CLIPS_CSV: lists.write_clips(clips).encode("utf-8"),
        lists.FILES_CSV: lists.write_files(members).encode("utf-8"),
    }
    # The cache is not exported: the receiver's encoder makes its own, a thousand clips in a second or two.
    manifest = replace(
        manifest,
        encoder_sha256="",
        files={name: sha256(text) for name, text in texts.items()},
    )
    return members, {lists.PACK_JSON: manifest.to_json().encode("utf-8"), **texts}


def _write(pack: Pack, archive: zipfile.ZipFile, entry: lists.FileEntry) -> None:
    path = pack.folder / entry.path
    if path.is_symlink() or not path.is_file():
        raise lists.damaged(pack.id, entry.path, Message("is missing"))
    info = _member(entry.path)
    digest = hashlib.sha256()
    with path.open("rb") as source, archive.open(info, "w", force_zip64=entry.bytes > 1 << 31) as out:
        while piece := source.read(_COPY_BYTES):
            digest.update(piece)
            out.write(piece)
    if digest.hexdigest() != entry.sha256:
        raise lists.damaged(pack.id, entry.path, Message("was altered (its sha256 differs)"))


def _member(name: str) -> zipfile.ZipInfo:
    """A member without date, system and permissions of this export: the same pack, the same bytes."""
    info = zipfile.ZipInfo(name)  # 1980, the first date that zips know
    info.create_system = 3  # Unix, also on Windows
    info.external_attr = 0o644 << 16
    stored = PurePosixPath(name).suffix.lower() in _STORED
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    return info


def _read_back(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        bad = archive.testzip()
    if bad is not None:
        raise PackDamaged(
            Message("{path} does not read back: {bad}.", path=path.name, bad=bad), Message("Check the disk.")
        )


def _copy(pack: Pack, target: Path) -> None:
    """Copy the listed files and the current lists, without trash, journal and cache."""
    if pack.bundle is not None:
        raise PackError(
            Message("'{pack}' is an export with its own encoder.", pack=pack.name),
            Message("Import its videos as a pack."),
        )
    files = lists.parse_files(pack.folder, lists.read_list(pack.folder, lists.FILES_CSV))
    target.mkdir(exist_ok=True)
    for name in files:
        path = pack.folder / name
        if path.is_symlink() or not path.is_file():
            raise lists.damaged(pack.id, name, Message("is missing"))
        (target / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(path, target / name)
    (target / "features").mkdir(exist_ok=True)
    (target / lists.EDIT).mkdir()
    commit.commit(target, replace(pack.manifest, encoder_sha256=""), pack.clips, files.values(), "{}")
