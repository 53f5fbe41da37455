"""Background tasks of the Library. Qt-free; the engine does the work.

Every task calls `report(done, total, detail)` often: it shows progress, and raises if the task is cancelled.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from desktop_app import paths
from desktop_app.engine.importing.import_jobs import ImportJob
from desktop_app.engine.importing.import_many import ImportOptions, ImportResult, import_steps
from desktop_app.engine.importing.unfinished import Unfinished, forget_unfinished, note_unfinished
from desktop_app.engine.packs import (
    Pack,
    PackEditor,
    PackManifest,
    VerifyReport,
    create_pack,
    export_steps,
    folder_for,
    install_pack,
    open_pack,
    verify_pack,
)
from desktop_app.engine.packs.removal import remove_folder, removed_if_empty
from desktop_app.engine.protocols import Encoder, LandmarkExtractor
from desktop_app.engine.records import Frame, LandmarkFrame
from desktop_app.engine.search.library import ensure_encoded, is_encoded, reindex_steps
from desktop_app.engine.tracking.features import TORSO_540
from desktop_app.errors import AppError, PackError, reason_of
from desktop_app.files import private_folder, write_text
from desktop_app.message import Message

if TYPE_CHECKING:
    from desktop_app.engine.packs.journal import Step

Result = TypeVar("Result")
Report: TypeAlias = Callable[[int, int, str], None]


class OwnEncoder:
    """The encoder for edited packs: opened once, on the thread that uses it, on the CPU."""

    def __init__(self) -> None:
        self._encoder: Encoder | None = None

    def get(self) -> Encoder:
        """The encoder, opened by the first call. Raises ModelError."""
        if self._encoder is None:
            from desktop_app.engine.encoder.bundle import load_bundle
            from desktop_app.engine.encoder.onnx import open_encoder

            self._encoder = open_encoder(load_bundle(), provider="cpu", cache_dir=paths.cache_dir())
        return self._encoder


def edit_pack(folder: Path, edit: Callable[[PackEditor], Result]) -> Result:
    """Edit a pack; returns the result of the edit. Raises AppError."""
    with PackEditor(folder) as editor:
        return edit(editor)


def encode_pack(folder: Path, encoder: OwnEncoder, report: Report) -> None:
    """Encode what an edit has added to a pack of the user's. Raises AppError."""
    with PackEditor(folder) as editor:
        encode_edited(editor.pack, encoder.get(), report)


def encode_edited(pack: Pack, encoder: Encoder, report: Report) -> None:
    """Update the cached embeddings of a pack of the user's; existing ones are reused."""
    if pack.feature_contract != encoder.spec.feature_contract or is_encoded(pack, encoder):
        return
    with closing(reindex_steps(pack, encoder)) as steps:
        for done, total in steps:
            report(done, total, pack.name)


def encode_any(path: Path, encoder: OwnEncoder, report: Report) -> None:
    """Encode a pack for the encoder in use, wherever its embeddings are cached."""
    pack = open_pack(path)
    ensure_encoded(pack, encoder.get(), lambda done, total: report(done, total, pack.name))


def redo_last(folder: Path) -> Step | None:
    """Redo the edit of a pack that was undone last; None if there is none. Raises AppError."""
    return edit_pack(folder, lambda editor: editor.redo())


def new_manifest(values: dict[str, Any]) -> PackManifest:
    """The description of a new pack; values: name, language, licence, attribution, consent, version."""
    return PackManifest(
        name=values["name"],
        language=values.get("language", ""),
        version=values.get("version", "") or "1",
        feature_contract=TORSO_540,
        licence=values.get("licence", ""),
        attribution=tuple(values.get("attribution", ())),
        consent=values.get("consent", ""),
    )


def new_pack(values: dict[str, Any]) -> Path:
    """Create an empty pack; values as those of `new_manifest`."""
    private_folder(paths.user_packs_dir())
    return create_pack(new_folder(values["name"]), new_manifest(values)).folder


def new_folder(name: str) -> Path:
    """An unused folder for a pack of this name; it is not made yet."""
    return folder_for(name, paths.user_packs_dir())


def copy_pack(source: Path, name: str, report: Report) -> Path:
    """Make an editable copy of a pack under another name."""
    pack = open_pack(source)
    target = folder_for(name, paths.user_packs_dir())
    install_pack(pack.folder, target, progress=lambda done, total: report(done, total, pack.name))
    try:
        with PackEditor(target) as editor:
            editor.describe(name=name)
    except (AppError, OSError):
        remove_folder(target)
        raise
    return target


def install(source: Path, target: Path | None, report: Report) -> Path:
    """Install a .signpack; `target` is the older pack that it replaces, None to add it."""
    place = target or folder_for(source.stem, paths.user_packs_dir())
    return install_pack(
        source,
        place,
        replace_old=target is not None,
        progress=lambda done, total: report(done, total, source.name),
    ).folder


def export(path: Path, target: Path, *, without_video: bool, report: Report) -> int:
    """Write a pack as a .signpack; returns its size in bytes."""
    pack = open_pack(path)
    with closing(export_steps(pack, target, without_video=without_video)) as steps:
        for done, total in steps:
            report(done, total, pack.name)
    return target.stat().st_size


def verify(path: Path, report: Report) -> VerifyReport:
    pack = open_pack(path)
    return verify_pack(pack, lambda done, total: report(done, total, pack.name))


def remove_pack(path: Path) -> None:
    """Delete a pack of the user's: it disappears in one step, then its files are deleted."""
    if paths.bundled_packs_dir().resolve() in path.resolve().parents:
        raise PackError(
            Message("This pack ships with the program and stays."), Message("It can be closed instead.")
        )
    try:
        if path.is_file():
            path.unlink()
            return
        remove_folder(path)
    except OSError as error:
        raise PackError(
            Message(
                "The pack '{pack}' cannot be removed: {strerror}.", pack=path.name, strerror=reason_of(error)
            ),
            Message("Close it first, then try again."),
        ) from error


class _Stoppable:
    """A tracker that checks before every frame whether the import is cancelled."""

    def __init__(self, inner: LandmarkExtractor, ask: Callable[[], None]) -> None:
        self._inner, self._ask = inner, ask

    def extract(self, frame: Frame) -> LandmarkFrame:
        self._ask()
        return self._inner.extract(frame)

    def reset(self) -> None:
        self._inner.reset()

    def close(self) -> None:
        self._inner.close()


def forget_import(found: Unfinished) -> None:
    """Abandon an unfinished import; a pack that it has made goes where no clip came into it."""
    forget_unfinished()
    if found.new is not None:
        with removed_if_empty(found.folder):
            pass


@dataclass(slots=True)
class ImportRun:
    """One import, complete or not: `results` holds what was done so far.

    Attributes:
        folder: a pack of the user's.
        make_extractor: called for the first video.
        new: describes the pack if the import makes it; it goes again where no clip comes into it.
    """

    folder: Path
    jobs: Sequence[ImportJob]
    options: ImportOptions
    make_extractor: Callable[[], LandmarkExtractor]
    encoder: OwnEncoder | None = None
    new: PackManifest | None = None
    results: list[ImportResult] = field(default_factory=list)

    def run(self, report: Report) -> ImportRun:
        """Import, then encode what is new. The import is recorded as unfinished until it is complete.

        Raises:
            PackError: the pack cannot be written, or another process is changing it.
        """
        total, done = len(self.jobs), 0
        note_unfinished(self.folder, self.jobs, self.options, self.new)

        def ask() -> None:
            report(done, total, self.jobs[min(done, total - 1)].name)

        def make() -> LandmarkExtractor:
            return _Stoppable(self.make_extractor(), ask)

        with ExitStack() as held:
            if self.new is not None:
                self._make_pack(self.new)
                held.enter_context(removed_if_empty(self.folder))
            editor = held.enter_context(PackEditor(self.folder))
            with closing(import_steps(editor, self.jobs, make, self.options)) as steps:
                ask()
                for step in steps:
                    self.results.append(step.result)
                    done = step.done
                    ask()
            forget_unfinished()
            if self.encoder is not None:
                encode_edited(editor.pack, self.encoder.get(), report)
        return self

    def _make_pack(self, manifest: PackManifest) -> None:
        if not self.folder.is_dir():  # it is there where an earlier run of this import was killed
            private_folder(self.folder.parent)
            create_pack(self.folder, manifest)


def save_text(path: Path, text: str) -> None:
    """Write a text file atomically. Raises PackError."""
    try:
        write_text(path, text)
    except OSError as error:
        raise PackError(
            Message("{path} cannot be written: {strerror}.", path=path, strerror=reason_of(error)),
            Message("Choose another place."),
        ) from error
