"""An index of all installed packs and their sentences; only changed packs are read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from desktop_app import paths
from desktop_app.engine.packs import commit, installed_packs, open_pack
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.editor import check_editable
from desktop_app.engine.packs.journal import Journal, read_journal
from desktop_app.engine.packs.manifest import PackManifest, ReferenceClip
from desktop_app.engine.packs.pack import Pack
from desktop_app.errors import AppError, PackDamaged, PackError

Signature = tuple[int, ...]


class PackKind(StrEnum):
    """OWN packs can be edited, SHIPPED ones are part of the program, LOCKED ones are files or exports."""

    OWN = "own"
    SHIPPED = "shipped"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of one pack with its takes, in the order of the pack.

    Attributes:
        pack, pack_name: key (folder or file) and title of the pack.
        category: of its first take that has one.
        haystack: the text that a filter searches, case-folded.
    """

    pack: str
    pack_name: str
    sentence_id: int
    text: str
    category: str
    clips: tuple[ReferenceClip, ...]
    haystack: str


@dataclass(frozen=True, slots=True)
class IndexedPack:
    """One pack of the index.

    Attributes:
        key: its folder or file as text; unique.
        manifest: None if the pack cannot be opened; `error` says why.
        sentences: by text.
        undo, redo: number of edits that can be undone and redone; undo also of a damaged pack.
        added: clip id -> when it was added, as far as its journal records it (ISO, UTC).
        pack: to read features from.
    """

    key: str
    path: Path
    kind: PackKind
    name: str
    manifest: PackManifest | None
    sentences: tuple[Sentence, ...] = ()
    clips: int = 0
    undo: int = 0
    redo: int = 0
    added: Mapping[str, str] = field(default_factory=dict)
    error: AppError | None = None
    pack: Pack | None = None

    @property
    def is_own(self) -> bool:
        """Whether it can be edited."""
        return self.kind is PackKind.OWN and self.manifest is not None

    @property
    def is_alphabet(self) -> bool:
        """An alphabet: its letters are read in the Fingerspelling view and not searched."""
        return self.manifest is not None and self.manifest.purpose == lists.SPELLING


class PackIndex:
    """Reads what is installed. One thread at a time."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Signature, IndexedPack]] = {}

    def read(self, extra: Iterable[Path] = ()) -> tuple[IndexedPack, ...]:
        """Installed packs, bundled ones first, then those in `extra`; damaged ones with their error."""
        found: dict[Path, IndexedPack] = {}
        for path in (*installed_packs(), *extra):
            resolved = path.resolve()
            if resolved in found:
                continue
            signature = _signature(path)
            known = self._known.get(resolved)
            if known is None or not signature or known[0] != signature:
                self._known[resolved] = (signature, _read(path))
            found[resolved] = self._known[resolved][1]
        self._known = {path: known for path, known in self._known.items() if path in found}
        return tuple(found.values())


def find_indexed(packs: Iterable[IndexedPack], name: str) -> IndexedPack | None:
    """Find the pack that a setting names by path, folder name or title, in the same order as `find_pack`."""
    packs, wanted = list(packs), name.casefold()
    path = Path(name).expanduser()
    with suppress(OSError):  # too long for a path, or in a folder that may not be entered
        if path.exists():
            resolved = path.resolve()
            for pack in packs:
                if pack.path.resolve() == resolved:
                    return pack
    for pack in packs:
        if wanted in (pack.path.stem.casefold(), pack.path.name.casefold()):
            return pack
    return next((pack for pack in packs if pack.manifest and pack.name.casefold() == wanted), None)


def open_keys(packs: Iterable[IndexedPack], names: Iterable[str], contract: str) -> frozenset[str]:
    """Keys of the packs that are searched: the named ones, or those of `default_packs` if none is named."""
    packs, chosen = list(packs), tuple(names)
    if not chosen:
        return frozenset(
            pack.key
            for pack in packs
            if pack.manifest and pack.manifest.opens_by_default and pack.manifest.feature_contract == contract
        )
    found = [find_indexed(packs, name) for name in chosen]
    return frozenset(pack.key for pack in found if pack is not None)


def names_of(packs: Iterable[IndexedPack], keys: Iterable[str], contract: str) -> tuple[str, ...]:
    """The setting that selects these packs: titles, or paths if a title is ambiguous; () for all."""
    packs, wanted = list(packs), frozenset(keys)
    if wanted == open_keys(packs, (), contract):
        return ()
    names = []
    for pack in packs:
        if pack.key in wanted:
            meant = find_indexed(packs, pack.name)
            names.append(pack.name if meant is not None and meant.key == pack.key else pack.key)
    return tuple(names)


def _signature(path: Path) -> Signature:
    """A value that changes with every edit; empty while one is in progress."""
    with suppress(OSError):  # what may not be read is told when it is opened
        if path.is_dir() and (path / lists.NEXT).exists():
            return ()
    marks: list[int] = []
    for file in (path,) if path.is_file() else (path / lists.PACK_JSON, path / commit.JOURNAL):
        try:
            stat = file.stat()
        except OSError:
            marks.append(0)
        else:
            marks += [stat.st_mtime_ns, stat.st_size, stat.st_ino]
    return tuple(marks)


def _read(path: Path) -> IndexedPack:
    shipped = paths.bundled_packs_dir().resolve() in path.resolve().parents
    kind = PackKind.SHIPPED if shipped else PackKind.OWN
    try:
        pack = open_pack(path)
    except AppError as error:
        # Its last edit may have damaged it, and can be undone then.
        own = kind is PackKind.OWN and isinstance(error, PackDamaged)
        undo = len(read_journal(path / commit.JOURNAL).undo) if own else 0
        return IndexedPack(str(path), path, kind, path.stem, None, undo=undo, error=error)
    if not shipped:
        try:
            check_editable(pack)
        except PackError:
            kind = PackKind.LOCKED
    journal = read_journal(path / commit.JOURNAL) if kind is PackKind.OWN else Journal()
    added = {name: step.when for step in journal.undo if step.what == "add" for name in step.remove}
    return IndexedPack(
        str(path),
        path,
        kind,
        pack.name,
        pack.manifest,
        sentences_of(pack, str(path)),
        len(pack.clips),
        len(journal.undo),
        len(journal.redo),
        added,
        pack=pack,
    )


def sentences_of(pack: Pack, key: str) -> tuple[Sentence, ...]:
    """The clips of a pack by sentence, in order of text."""
    grouped: dict[int, list[ReferenceClip]] = {}
    for clip in pack.clips:
        grouped.setdefault(clip.sentence_id, []).append(clip)
    found = [_sentence(pack, key, clips) for clips in grouped.values()]
    return tuple(sorted(found, key=lambda sentence: (sentence.text.casefold(), sentence.sentence_id)))


def _sentence(pack: Pack, key: str, clips: list[ReferenceClip]) -> Sentence:
    first = clips[0]
    category = next((clip.category for clip in clips if clip.category), "")
    words = [first.sentence]
    for clip in clips:
        words += [clip.category, clip.variant, clip.signer_id]
    haystack = " ".join(dict.fromkeys(word.casefold() for word in words if word))
    return Sentence(key, pack.name, first.sentence_id, first.sentence, category, tuple(clips), haystack)
