"""The packs that takes can be added to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app import paths
from desktop_app.engine.packs import check_editable, create_pack, folder_for, installed_packs, open_pack
from desktop_app.engine.packs.manifest import SPELLING, PackManifest
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.errors import AppError, PackError, next_step, reason_of
from desktop_app.files import private_folder
from desktop_app.message import Message


@dataclass(frozen=True, slots=True)
class OwnPack:
    """A pack that takes can be added to."""

    folder: Path
    name: str
    language: str
    clips: int


def own_packs(contract: str = TORSO_540) -> tuple[OwnPack, ...]:
    """Editable installed packs with features of the contract, sorted by name.

    Bundled packs, .signpack files, exports, alphabets and damaged packs are omitted.
    """
    found = []
    for path in installed_packs():
        try:
            pack = open_pack(path)
            check_editable(pack)
        except AppError:
            continue
        if pack.feature_contract == contract and pack.manifest.purpose != SPELLING:
            found.append(OwnPack(pack.folder, pack.name, pack.manifest.language, len(pack.clips)))
    return tuple(sorted(found, key=lambda own: own.name.casefold()))


def new_own_pack(name: str, language: str, licence: str) -> OwnPack:
    """Create an empty pack in the user's folder. Raises PackError without a name, or if writing fails."""
    name, language = " ".join(name.split()), " ".join(language.split())
    if not name:
        raise PackError(
            Message("A new pack needs a name."), Message("Give it one, for example that of the class.")
        )
    manifest = PackManifest(name, language, "1", TORSO_540, licence)
    home = paths.user_packs_dir()
    try:
        private_folder(home)
    except OSError as error:
        raise PackError(
            Message("A pack cannot be made in {home}: {strerror}.", home=home, strerror=reason_of(error)),
            next_step(error),
        ) from error
    pack = create_pack(folder_for(name, home), manifest)
    return OwnPack(pack.folder, pack.name, language, 0)
