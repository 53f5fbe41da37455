"""Describes a .signpack from its lists alone, to show it before installing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.engine.malformed import open_zip
from desktop_app.engine.packs import archive
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.manifest import PackManifest, damaged
from desktop_app.engine.packs.pack import open_folder
from desktop_app.engine.tracking.features import check_contract
from desktop_app.errors import reason_of
from desktop_app.message import Message
from desktop_app.temporary import temporary_folder


@dataclass(frozen=True, slots=True)
class PackOffer:
    """A pack that could be installed.

    Attributes:
        bytes: size on disk.
        signers: their ids.
        videos: number of references with a video.
    """

    path: Path
    manifest: PackManifest
    clips: int
    sentences: int
    bytes: int
    signers: tuple[str, ...]
    videos: int


def peek(path: Path) -> PackOffer:
    """Describe a .signpack or a pack folder without reading features (`install_pack` checks them).

    Raises:
        PackDamaged: not a pack, or one with forbidden members.
        ContractMismatch: features of a contract that this program does not know.
    """
    if path.is_dir():
        return _offer(path, path)
    try:
        with (
            temporary_folder() as place,
            open_zip(path, lambda problem: damaged(path, path.name, problem)) as opened,
        ):
            members = archive.checked_members(path, opened)
            folder = Path(place) / path.stem
            folder.mkdir()
            for name in (lists.PACK_JSON, lists.CLIPS_CSV, lists.FILES_CSV):
                if name not in members:
                    raise damaged(path, name, Message("is missing"))
                if members[name].file_size > lists.MAX_LIST_BYTES:
                    raise damaged(path, name, Message("is far too large"))
                archive.write_member(path, opened, members[name], folder)
            return _offer(path, folder)
    except OSError as error:
        raise damaged(
            path, path.name, Message("cannot be read ({strerror})", strerror=reason_of(error))
        ) from error


def _offer(path: Path, folder: Path) -> PackOffer:
    pack = open_folder(folder)
    check_contract(pack.feature_contract)
    files = lists.parse_files(folder, lists.read_list(folder, lists.FILES_CSV))
    return PackOffer(
        path,
        pack.manifest,
        len(pack.clips),
        pack.sentences,
        sum(entry.bytes for entry in files.values()),
        tuple(dict.fromkeys(clip.signer_id for clip in pack.clips if clip.signer_id)),
        sum(clip.media_file.lower().endswith(".mp4") for clip in pack.clips),
    )
