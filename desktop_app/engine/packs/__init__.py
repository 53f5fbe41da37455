"""Reference packs: open, find, verify, write."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop_app import paths
from desktop_app.engine.encoder.bundle import ModelBundle, load_bundle
from desktop_app.engine.packs import commit
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.archive import SUFFIX, open_signpack
from desktop_app.engine.packs.editor import PackEditor, check_editable, create_pack
from desktop_app.engine.packs.export import export_steps, folder_for, install_pack
from desktop_app.engine.packs.legacy import open_artifacts
from desktop_app.engine.packs.lock import put_back_packs
from desktop_app.engine.packs.manifest import PackManifest, ReferenceClip
from desktop_app.engine.packs.pack import Pack, open_folder
from desktop_app.engine.packs.reference import NewReference
from desktop_app.engine.packs.verify import VerifyReport, verify_pack
from desktop_app.engine.packs.writer import PackWriter
from desktop_app.errors import AppError, PackError, next_step, reason_of
from desktop_app.message import Message

logger = logging.getLogger(__name__)

__all__ = [
    "NewReference",
    "Pack",
    "PackEditor",
    "PackManifest",
    "PackWriter",
    "ReferenceClip",
    "VerifyReport",
    "check_editable",
    "create_pack",
    "default_packs",
    "export_steps",
    "find_pack",
    "folder_for",
    "install_pack",
    "installed_packs",
    "open_artifacts",
    "open_pack",
    "verify_pack",
]


def open_pack(path: Path) -> Pack:
    """Open a pack folder, a .signpack, or the artifact set of an export (which brings its own encoder).

    Raises:
        PackDamaged: it is one of these, and a file of it is missing or damaged; the file is named.
        PackError: it is none of these.
    """
    if path.is_file() and (path.suffix.lower() == SUFFIX or path.suffix.lower() == ".zip"):
        return open_signpack(path)
    if path.is_dir():
        try:
            is_pack = (path / lists.PACK_JSON).is_file() or (path / lists.CLIPS_CSV).is_file()
            is_export = (path / "embeddings.npy").is_file() or (path / "embeddings_map.csv").is_file()
        except OSError as error:
            raise lists.unreadable(path, lists.PACK_JSON, error) from error
        if is_pack:
            return open_folder(path)
        if is_export:
            return open_artifacts(load_bundle(path))
    what = Message("is not a pack") if path.exists() else Message("does not exist")
    raise PackError(
        Message("{path} {what}.", path=path, what=what),
        Message("A pack is a folder with pack.json, a .signpack file, or an export with embeddings.npy."),
        code="pack.not_found",
    )


def installed_packs() -> list[Path]:
    """Bundled packs, then those of the user, each sorted by name; also those that cannot be read."""
    found = []
    for home in (paths.bundled_packs_dir(), paths.user_packs_dir()):
        try:
            if home == paths.user_packs_dir() and home.is_dir():
                put_back_packs(home)
            for path in sorted(home.iterdir()):
                if not path.name.startswith(".") and _looks_like_pack(path):
                    found.append(path)
                    if home == paths.user_packs_dir():
                        _complete_edit(path)
        except FileNotFoundError:
            continue
        except OSError as error:
            logger.warning("The packs in %s cannot be listed: %s. %s", home, reason_of(error), next_step(error))
    return found


def default_packs(
    bundle: ModelBundle, on_problem: Callable[[Path, AppError], None] | None = None
) -> list[Pack]:
    """The packs that are searched by default.

    The bundle's own references, if it was chosen explicitly and has some, then every installed pack of its
    feature contract that opens by default (see `PackManifest.purpose`). A pack that cannot be opened is passed
    to `on_problem` and skipped, so that one damaged download does not disable the library. Without
    `on_problem` its error is raised.
    """
    packs: list[Pack] = []
    if bundle.artifacts.explicit and bundle.artifacts.complete:
        packs.append(open_artifacts(bundle))
    for path in installed_packs():
        try:
            pack = open_pack(path)
        except AppError as error:
            if on_problem is None:
                raise
            on_problem(path, error)
            continue
        if pack.feature_contract == bundle.contract and pack.manifest.opens_by_default:
            packs.append(pack)
    return packs


def find_pack(name: str) -> Path:
    """Find a pack by path, folder name or title. Raises PackError listing the installed ones."""
    path = Path(name).expanduser()
    with suppress(OSError):  # too long for a path, or in a folder that may not be entered
        if path.exists() and (path.is_dir() or path.suffix.lower() in (SUFFIX, ".zip")):
            return path
    installed = installed_packs()
    wanted = name.casefold()
    for candidate in installed:
        if candidate.stem.casefold() == wanted or candidate.name.casefold() == wanted:
            return candidate
    for candidate in installed:
        if candidate.is_dir() and _title(candidate).casefold() == wanted:
            return candidate
    names = ", ".join(candidate.stem for candidate in installed) or Message("none")
    raise PackError(
        Message("There is no pack '{name}'.", name=name),
        Message("Installed packs: {names}. A path also works.", names=names),
        code="pack.not_found",
    )


def _title(folder: Path) -> str:
    """The name in pack.json; "" where a pack cannot be read, which must not hide the others."""
    try:
        return lists.read_manifest(folder).name
    except PackError:
        return ""


def _complete_edit(path: Path) -> None:
    """Bring an edit to its end whose process died, with its temporary files."""
    with suppress(AppError, OSError):  # still in progress, or the pack is unusable: opening it gives the error
        if path.is_dir() and commit.is_dirty(path):
            PackEditor(path).close()


def _looks_like_pack(path: Path) -> bool:
    if path.is_file():
        return path.suffix.lower() == SUFFIX
    try:
        return (path / lists.PACK_JSON).is_file()
    except OSError:  # a folder that may not be entered: opening it gives the error
        return path.is_dir()
