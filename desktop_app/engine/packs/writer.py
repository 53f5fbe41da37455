"""Writes a whole pack: built in a hidden folder, verified, then put in place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import numpy as np

from desktop_app.engine.packs import cache
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.lock import PackLock, placing
from desktop_app.engine.packs.manifest import FileEntry, PackManifest, ReferenceClip
from desktop_app.engine.packs.pack import Pack, open_folder
from desktop_app.engine.packs.reference import NewReference, clip_of, entry_of, free_id, rows_to_store
from desktop_app.engine.packs.replacing import check_place, put_in_place
from desktop_app.engine.packs.sentences import free_number
from desktop_app.engine.packs.verify import verify_pack
from desktop_app.engine.protocols import Encoder
from desktop_app.engine.tracking.features import check_contract
from desktop_app.errors import PackDamaged, PackError, next_step, reason_of
from desktop_app.files import building, sha256, write_text
from desktop_app.message import Message

Progress = Callable[[int, int], None]


class PackWriter:
    """Collects references and writes them as one pack, atomically.

    A context manager: leaving it without `finish` discards the pack.

        with PackWriter(folder, manifest) as writer:
            writer.add(NewReference(sequence, "good morning", signer_id="s1"))
            pack = writer.finish(encoder)
    """

    def __init__(self, target: Path, manifest: PackManifest, *, dtype: str = "float16") -> None:
        """`dtype`: float16 or float32, of feature files. Raises PackError if the folder cannot be created."""
        check_contract(manifest.feature_contract)
        if dtype not in ("float16", "float32"):
            raise PackError(
                Message("A pack cannot hold {dtype} features.", dtype=dtype), Message("Use float16 or float32.")
            )
        self._target = target
        self._manifest = manifest
        self._dtype = dtype
        self._clips: list[ReferenceClip] = []
        self._files: dict[str, FileEntry] = {}
        self._ids: set[str] = set()
        self._sentences: dict[str, int] = {}
        self._held = ExitStack()
        try:
            self._folder = self._held.enter_context(building(target))
            (self._folder / "features").mkdir()
        except OSError as error:
            self._held.close()
            raise PackError(
                Message(
                    "A pack cannot be made in {parent}: {strerror}.",
                    parent=target.parent,
                    strerror=reason_of(error),
                ),
                next_step(error),
            ) from error

    def __enter__(self) -> PackWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()

    def add(self, reference: NewReference, *, sentence_id: int | None = None) -> ReferenceClip:
        """Write one reference.

        Args:
            sentence_id: None assigns the next free number to each new sentence.

        Raises:
            LandmarkError: NaN or wrong width.
            PackError: a duplicate clip id, a sentence with two ids, or media that cannot be copied.
        """
        name = free_id(reference.sentence, reference.clip_id, self._ids)
        number = self._sentence_id(reference.sentence, sentence_id)
        feature_file = f"features/{name}.npy"
        rows = rows_to_store(reference.sequence.features, self._dtype)
        np.save(self._folder / feature_file, rows, allow_pickle=False)
        self._list(feature_file)
        media_file = self._copy_media(name, reference.media) if reference.media else ""
        clip = clip_of(reference, name, number, feature_file, media_file)
        self._ids.add(name.lower())
        self._clips.append(clip)
        return clip

    def finish(self, encoder: Encoder | None = None, progress: Progress | None = None) -> Pack:
        """Write the lists, encode if there is an encoder, verify, and put the pack in place.

        A pack that is there is replaced; files that somebody else put into its folder stay.

        Raises:
            PackError: no clip was added, or the place cannot be written or holds something that is no pack.
            PackDamaged: what was written does not read back (a failing disk).
        """
        if not self._clips:
            raise PackError(
                Message("A pack without a reference cannot be made."), Message("Add at least one clip.")
            )
        clips = lists.write_clips(self._clips).encode("utf-8")
        files = lists.write_files(sorted(self._files.values(), key=lambda entry: entry.path)).encode("utf-8")
        manifest = replace(
            self._manifest,
            created=self._manifest.created or datetime.now(UTC).isoformat(timespec="seconds"),
            encoder_sha256=encoder.spec.sha256 if encoder else "",
            files={
                lists.CLIPS_CSV: sha256(clips),
                lists.FILES_CSV: sha256(files),
            },
        )
        try:
            (self._folder / lists.CLIPS_CSV).write_bytes(clips)
            (self._folder / lists.FILES_CSV).write_bytes(files)
            (self._folder / lists.PACK_JSON).write_text(manifest.to_json(), encoding="utf-8", newline="\n")
            built = open_folder(self._folder)
            if encoder:
                cache.write_cache(self._folder / "cache", built, encoder, progress)
            report = verify_pack(built)
            if not report.ok:
                problem = report.problems[0]
                raise PackDamaged(
                    Message(
                        "The new pack does not read back: {file} {reason}.",
                        file=problem.file,
                        reason=problem.reason,
                    ),
                    Message("Check the disk."),
                )
            with placing(self._target):
                check_place(self._target, replace_old=True)
                put_in_place(self._folder, self._target)
        except OSError as error:
            raise PackError(
                Message(
                    "The pack cannot be written to {target}: {strerror}.",
                    target=self._target,
                    strerror=reason_of(error),
                ),
                next_step(error),
            ) from error
        return open_folder(self._target)

    def _sentence_id(self, sentence: str, wanted: int | None) -> int:
        if wanted is None:
            return self._sentences.setdefault(sentence, free_number(self._sentences.values()))
        if self._sentences.setdefault(sentence, wanted) != wanted:
            raise PackError(
                Message("'{sentence}' has two different sentence ids.", sentence=sentence),
                Message("Give a sentence one id."),
            )
        return wanted

    def _copy_media(self, name: str, media: Path) -> str:
        target = f"media/{name}{media.suffix.lower()}"
        try:
            (self._folder / "media").mkdir(exist_ok=True)
            shutil.copyfile(media, self._folder / target)
        except OSError as error:
            raise PackError(
                Message("{media} cannot be copied: {strerror}.", media=media.name, strerror=reason_of(error)),
                Message("Check the file."),
            ) from error
        self._list(target)
        return target

    def _list(self, name: str) -> None:
        self._files[name] = entry_of(self._folder, name)


def record_encoder(pack: Pack, encoder_sha256: str) -> Pack:
    """Record in pack.json which encoder made the pack's cache.

    For information only: it is skipped if the pack has changed or is being edited.
    """
    try:
        lock = PackLock(pack.folder / lists.EDIT / "lock") if (pack.folder / lists.EDIT).is_dir() else None
    except PackError:
        return pack
    try:
        now = lists.read_manifest(pack.folder)
        if now.files != pack.manifest.files:
            return pack
        manifest = replace(now, encoder_sha256=encoder_sha256)
        write_text(pack.folder / lists.PACK_JSON, manifest.to_json())
    finally:
        if lock is not None:
            lock.release()
    return replace(pack, manifest=manifest)
