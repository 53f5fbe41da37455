"""Edits the user's own packs: every edit is atomic and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from desktop_app import paths
from desktop_app.engine.packs import commit
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.journal import Journal, Removed, Step, inverse_of, read_journal
from desktop_app.engine.packs.lock import PackLock, placing
from desktop_app.engine.packs.manifest import FileEntry, PackManifest, ReferenceClip
from desktop_app.engine.packs.members import check_writable_places
from desktop_app.engine.packs.pack import Pack, open_folder
from desktop_app.engine.packs.reference import (
    HANDEDNESS,
    NewReference,
    check_text,
    clip_of,
    free_id,
    store_features,
    store_media,
)
from desktop_app.engine.packs.sentences import free_number, known_sentences, sentence_key
from desktop_app.engine.tracking.features import check_contract
from desktop_app.errors import PackError, next_step, reason_of
from desktop_app.files import building, is_empty_folder, make_private, unused
from desktop_app.message import Message

CHANGEABLE: Final = frozenset(
    {"sentence", "category", "variant", "signer_id", "handedness", "source", "licence", "consent"}
)
DESCRIBABLE: Final = frozenset(
    {"name", "language", "version", "licence", "attribution", "consent", "description"}
)


def check_editable(pack: Pack) -> None:
    """Raise PackError (`pack.read_only`) for packs that cannot be edited."""
    shipped = paths.bundled_packs_dir().resolve()
    unpacked = (paths.cache_dir() / "packs").resolve()
    parents = pack.folder.resolve().parents
    if pack.bundle is not None:
        why = Message("is an export with its own encoder")
    elif shipped in parents:
        why = Message("ships with the program")
    elif unpacked in parents:
        why = Message("is a .signpack file")
    else:
        return
    raise PackError(
        Message("The pack '{pack}' {why} and cannot be changed.", pack=pack.name, why=why),
        Message("Import it under a name of your own (`signmirror pack import`), and change that copy."),
        code="pack.read_only",
    )


def create_pack(folder: Path, manifest: PackManifest) -> Pack:
    """Create an empty pack. Raises PackError if the folder has content or cannot be written."""
    check_contract(manifest.feature_contract)
    check_text(manifest.name, manifest.language, manifest.licence, manifest.consent, *manifest.attribution)
    manifest = replace(manifest, created=manifest.created or now(), encoder_sha256="")
    try:
        with placing(folder), building(folder) as new:
            if is_empty_folder(folder):
                folder.rmdir()  # Windows puts no folder in the place of another
            if folder.exists():
                raise PackError(
                    Message("There is '{folder}' already.", folder=folder.name),
                    Message("Choose another name."),
                    code="pack.exists",
                )
            (new / "features").mkdir()
            commit.begin(new)
            commit.commit(new, manifest, (), (), Journal().to_json())
            commit.settle(new, (), {})
            make_private(new)
            new.rename(folder)
    except OSError as error:
        raise PackError(
            Message(
                "A pack cannot be made in {parent}: {strerror}.",
                parent=folder.parent,
                strerror=reason_of(error),
            ),
            next_step(error),
        ) from error
    return open_folder(folder)


def now() -> str:
    """The current time in the format of packs."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class PackEditor:
    """Holds a pack's lock; `pack` is its state after the last edit.

        with PackEditor(folder) as editor:
            clip = editor.add([NewReference(sequence, "good morning")])[0]
            editor.delete([clip.clip_id])
            editor.undo()

    Every edit is on disk when its call returns. A crash in the middle leaves the pack as it was before or after
    the edit.
    """

    def __init__(self, folder: Path) -> None:
        """Raises PackError: not an editable pack, one with links, or one that another process is editing."""
        check_editable(open_folder(folder))
        check_writable_places(folder)
        self._folder = folder
        try:
            self._lock = PackLock(folder / lists.EDIT / "lock")
            with ExitStack() as failed:
                failed.callback(self._lock.release)
                self._recover()
                failed.pop_all()
        except OSError as error:
            raise self.unwritable(error) from error

    def __enter__(self) -> PackEditor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the lock. May be called twice."""
        self._lock.release()

    @property
    def pack(self) -> Pack:
        return self._pack

    @property
    def journal(self) -> Journal:
        """The edits that can be undone and redone."""
        return self._journal

    def add(self, references: Sequence[NewReference]) -> tuple[ReferenceClip, ...]:
        """Add references in one edit; a sentence that the pack has keeps its id and spelling.

        Raises:
            LandmarkError: NaN or wrong width.
            PackError: a duplicate id, unreadable media, or a full disk.
        """
        self._check_media(references)
        taken = {clip.clip_id.lower() for clip in self._pack.clips} | self._journal.clip_ids
        new: list[ReferenceClip] = []
        entries: list[FileEntry] = []
        known, numbers = known_sentences(self._pack.clips), self._numbers()
        files = self._reserve([*self._files, *self._journal.kept_files])
        names: list[tuple[str, str, str]] = []  # of a clip, its feature file and its media file
        for reference in references:
            name = free_id(reference.sentence, reference.clip_id, taken)
            taken.add(name.lower())
            feature_file, media_file = files(f"features/{name}.npy"), ""
            if reference.media is not None:
                media_file = files(f"media/{name}{reference.media.suffix.lower()}")
            names.append((name, feature_file, media_file))

        def write() -> None:
            for reference, (name, feature_file, media_file) in zip(references, names, strict=True):
                entries.append(store_features(self._folder, feature_file, reference.sequence.features))
                if reference.media is not None:
                    entries.append(store_media(self._folder, media_file, reference.media))
                fresh = free_number(numbers), reference.sentence.strip()
                number, text = known.setdefault(sentence_key(reference.sentence), fresh)
                numbers.add(number)
                clip = clip_of(reference, name, number, feature_file, media_file)
                new.append(replace(clip, sentence=text))

        if not references:
            return ()
        self._begin(write, [name for _, *files_of in names for name in files_of if name])
        clips = (*self._pack.clips, *new)
        step = Step("add", now(), remove=tuple(clip.clip_id for clip in new))
        self._commit(clips, (*self._files.values(), *entries), self._journal.done(step))
        return tuple(new)

    def delete(self, clip_ids: Iterable[str]) -> None:
        """Remove clips; their files stay in the trash as long as the edit can be undone."""
        wanted = self._chosen(clip_ids)
        restore = self._removed(wanted)
        step = Step("delete", now(), restore=restore)
        gone = {entry.path for item in restore for entry in item.files}
        self._begin()
        self._commit(
            [clip for clip in self._pack.clips if clip.clip_id not in wanted],
            [entry for entry in self._files.values() if entry.path not in gone],
            self._journal.done(step),
        )

    def change(self, clip_ids: Iterable[str], **values: str) -> None:
        """Set fields of clips: sentence, category, variant, signer_id, handedness, source, licence, consent.

        Clips with the text of an existing sentence join it.
        """
        unknown = sorted(set(values) - CHANGEABLE)
        if unknown or not values:
            raise PackError(
                Message(
                    "A clip's {fields} cannot be changed.", fields=", ".join(unknown) or Message("nothing")
                ),
                Message("Fields are {fields}.", fields=", ".join(sorted(CHANGEABLE))),
            )
        if values.get("handedness", "") not in HANDEDNESS:
            raise PackError(
                Message("A signer is right-, left- or both-handed."), Message("Use right, left or both.")
            )
        if "sentence" in values and not values["sentence"].strip():
            raise PackError(Message("A sentence cannot be empty."), Message("Give it a text."))
        check_text(*values.values())
        wanted = self._chosen(clip_ids)
        fields: dict[str, Any] = dict(values)
        if "sentence" in values:
            known = known_sentences(self._pack.clips)
            moving = {clip.sentence_id for clip in self._pack.clips if clip.clip_id in wanted}
            staying = {clip.sentence_id for clip in self._pack.clips if clip.clip_id not in wanted}
            alone = sorted(moving - staying)
            # A sentence all of whose clips are renamed keeps its number; a part of it becomes another sentence.
            fallback = alone[0] if len(alone) == 1 == len(moving) else free_number(self._numbers())
            key = sentence_key(values["sentence"])
            number, text = known.get(key, (fallback, values["sentence"].strip()))
            if number in moving and not (moving & staying):
                text = values["sentence"].strip()  # the same words in another spelling
            fields |= {"sentence": text, "sentence_id": number}
        clips = [replace(clip, **fields) if clip.clip_id in wanted else clip for clip in self._pack.clips]
        step = Step("change", now(), remove=tuple(sorted(wanted)), restore=self._removed(wanted, files=False))
        self._begin()
        self._commit(clips, self._files.values(), self._journal.done(step))

    def describe(self, **values: Any) -> None:
        """Set lines of pack.json: name, language, version, licence, attribution, consent, description."""
        unknown = sorted(set(values) - DESCRIBABLE)
        if unknown or not values or not str(values.get("name", "x")).strip():
            raise PackError(
                Message("A pack cannot be described like that."),
                Message("Fields are {fields}.", fields=", ".join(sorted(DESCRIBABLE))),
            )
        check_text(
            *(text for value in values.values() for text in ([value] if isinstance(value, str) else value))
        )
        before = {name: getattr(self._pack.manifest, name) for name in values}
        manifest = replace(self._pack.manifest, **values)
        self._begin()
        step = Step("describe", now(), manifest=before)
        self._commit(self._pack.clips, self._files.values(), self._journal.done(step), manifest)

    def undo(self) -> Step | None:
        """Undo the last edit; returns it, None if there is none."""
        if not self._journal.undo:
            return None
        step = self._journal.undo[-1]
        self._apply(step, self._journal.undone)
        return step

    def redo(self) -> Step | None:
        """Redo the edit that was undone last; returns it, None if there is none."""
        if not self._journal.redo:
            return None
        step = self._journal.redo[-1]
        self._apply(step, self._journal.redone)
        return step

    def _apply(self, step: Step, after: Callable[[Step], Journal]) -> None:
        going = {name for name in step.remove if any(clip.clip_id == name for clip in self._pack.clips)}
        returning = {item.clip.clip_id for item in step.restore}
        lost = self._removed(going, files=not returning >= going)
        clips = [clip for clip in self._pack.clips if clip.clip_id not in going]
        for item in sorted(step.restore, key=lambda item: item.position):
            clips.insert(min(item.position, len(clips)), item.clip)
        files = {entry.path: entry for entry in self._files.values()}
        for item in lost:
            for entry in item.files:
                files.pop(entry.path, None)
        for item in step.restore:
            files.update({entry.path: entry for entry in item.files})
        old = {name: getattr(self._pack.manifest, name) for name in step.manifest}
        values: dict[str, Any] = {
            name: tuple(value) if name == "attribution" else value for name, value in step.manifest.items()
        }
        inverse = inverse_of(step, sorted(returning), lost, old)
        self._begin()
        commit.bring_back(self._folder, [entry.path for item in step.restore for entry in item.files])
        self._commit(clips, files.values(), after(inverse), replace(self._pack.manifest, **values))

    def _recover(self) -> None:
        """Complete an edit that a crashed process left unfinished."""
        commit.install(self._folder)
        self._load()
        if commit.is_dirty(self._folder):
            self._settle()

    def _settle(self) -> None:
        commit.settle(self._folder, self._files, self._journal.kept_files)

    def _load(self) -> None:
        self._pack = open_folder(self._folder)
        self._files = lists.parse_files(self._folder, lists.read_list(self._folder, lists.FILES_CSV))
        self._journal = read_journal(self._folder / commit.JOURNAL)

    def _reserve(self, names: Iterable[str]) -> Callable[[str], str]:
        """A function that finds a file name that is not among `names`, nor somebody else's in the folder."""
        reserved = {self._folder / name for name in names}

        def find(name: str) -> str:
            free = unused(self._folder / name, reserved)
            reserved.add(free)
            return free.relative_to(self._folder).as_posix()

        return find

    def _begin(self, write: Callable[[], None] | None = None, new: Iterable[str] = ()) -> None:
        try:
            commit.begin(self._folder, new)
            if write is not None:
                with ExitStack() as failed:
                    failed.callback(self._settle)
                    write()
                    failed.pop_all()
        except OSError as error:
            raise self.unwritable(error) from error

    def _commit(
        self,
        clips: Iterable[ReferenceClip],
        files: Iterable[FileEntry],
        journal: Journal,
        manifest: PackManifest | None = None,
    ) -> None:
        try:
            commit.commit(self._folder, manifest or self._pack.manifest, clips, files, journal.to_json())
        except (OSError, PackError) as error:
            with suppress(OSError):  # the next edit removes what is left
                commit.discard(self._folder)
                self._settle()
            if isinstance(error, PackError):
                raise
            raise self.unwritable(error) from error
        self._load()
        with suppress(OSError):  # the edit is on the disk, and the next one completes this
            self._settle()

    def _removed(self, wanted: set[str], *, files: bool = True) -> tuple[Removed, ...]:
        found = []
        for position, clip in enumerate(self._pack.clips):
            if clip.clip_id in wanted:
                names = [name for name in (clip.feature_file, clip.media_file) if name and files]
                found.append(Removed(position, clip, tuple(self._files[name] for name in names)))
        return tuple(found)

    def _chosen(self, clip_ids: Iterable[str]) -> set[str]:
        wanted = set(clip_ids)
        missing = sorted(wanted - {clip.clip_id for clip in self._pack.clips})
        if missing or not wanted:
            raise PackError(
                Message(
                    "The pack '{pack}' has no clip {missing}.",
                    pack=self._pack.name,
                    missing=", ".join(missing[:5]) or Message("like that"),
                ),
                Message("`signmirror pack info` lists its clips."),
                code="pack.no_clip",
            )
        return wanted

    def _numbers(self) -> set[int]:
        return {clip.sentence_id for clip in self._pack.clips}

    def _check_media(self, references: Sequence[NewReference]) -> None:
        for reference in references:
            if reference.media is not None and not reference.media.is_file():
                raise PackError(
                    Message("{media} is not there.", media=reference.media.name), Message("Check the file.")
                )

    def unwritable(self, error: OSError) -> PackError:
        """The error for a file of this pack that cannot be written."""
        return lists.unwritable(self._folder, error)
