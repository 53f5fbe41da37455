"""Writes a whole pack: built in a hidden folder beside its place, verified, then renamed into it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import numpy as np

from desktop_app.engine.packs import cache
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.lock import PackLock
from desktop_app.engine.packs.manifest import FileEntry, PackManifest, ReferenceClip
from desktop_app.engine.packs.pack import Pack, open_folder
from desktop_app.engine.packs.reference import entry_of, figures_of, free_id, rows_to_store
from desktop_app.engine.packs.verify import verify_pack
from desktop_app.engine.protocols import Encoder
from desktop_app.engine.records import FeatureSequence
from desktop_app.engine.tracking.features import check_contract, check_rows
from desktop_app.errors import PackDamaged, PackError
from desktop_app.files import building_of, replace_folder, sha256, write_text

Progress = Callable[[int, int], None]


class PackWriter:
    """Collects references and writes them as one pack; nothing appears at `target` before it is whole.

    Use it as a context manager: leaving it without `finish` removes what was built.

        with PackWriter(folder, manifest) as writer:
            writer.add(sequence, sentence="good morning", signer_id="s1")
            pack = writer.finish(encoder)
    """

    def __init__(self, target: Path, manifest: PackManifest, *, dtype: str = "float16") -> None:
        """`dtype`: float16 or float32 feature files. Raises PackError when the folder cannot be made."""
        check_contract(manifest.feature_contract)
        if dtype not in ("float16", "float32"):
            raise PackError(f"A pack cannot hold {dtype} features.", "Use float16 or float32.")
        self._target = target
        self._manifest = manifest
        self._dtype = dtype
        self._clips: list[ReferenceClip] = []
        self._files: dict[str, FileEntry] = {}
        self._ids: set[str] = set()
        self._sentences: dict[str, int] = {}
        self._folder = building_of(target)
        try:
            (self._folder / "features").mkdir(parents=True)
        except OSError as error:
            raise PackError(
                f"A pack cannot be made in {target.parent}: {error.strerror}.",
                "Choose a folder you may write to.",
            ) from error

    def __enter__(self) -> PackWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def add(
        self,
        sequence: FeatureSequence,
        *,
        sentence: str,
        sentence_id: int | None = None,
        clip_id: str | None = None,
        category: str = "",
        variant: str = "",
        signer_id: str = "",
        handedness: str = "",
        source: str = "",
        media: Path | None = None,
        start_s: float | None = None,
        end_s: float | None = None,
        quality: Mapping[str, float] | None = None,
        licence: str = "",
        consent: str = "",
    ) -> ReferenceClip:
        """Write one reference.

        Args:
            sequence: torso units of the pack's contract, at its own rate.
            sentence_id: None gives every different sentence the next free number.
            clip_id: None makes one of the sentence.
            media: a video or .pose recording, copied into the pack.
            quality: further figures; motion_mean and the shares of frames with a person and with a hand are
                measured here.

        Raises:
            LandmarkError: NaN or wrong width.
            PackError: no frames, an empty sentence, or a clip id that is taken.
        """
        rows = check_rows(sequence.features)
        if len(rows) == 0 or not sentence.strip():
            raise PackError("A reference needs frames and a sentence.", "Leave this clip out.")
        name = free_id(sentence, clip_id, self._ids)
        self._ids.add(name.lower())
        feature_file = f"features/{name}.npy"
        np.save(self._folder / feature_file, rows_to_store(rows, self._dtype), allow_pickle=False)
        self._list(feature_file)
        media_file = self._copy_media(name, media) if media else ""
        clip = ReferenceClip(
            clip_id=name,
            sentence_id=self._sentence_id(sentence, sentence_id),
            sentence=sentence,
            category=category,
            variant=variant,
            signer_id=signer_id,
            handedness=handedness,
            source=source,
            media_file=media_file,
            feature_file=feature_file,
            fps=sequence.fps,
            frames=len(rows),
            start_s=max(0.0, sequence.start_s if start_s is None else start_s),
            end_s=max(0.0, sequence.end_s if end_s is None else end_s),
            quality={**figures_of(sequence), **(quality or {})},
            licence=licence,
            consent=consent,
        )
        self._clips.append(clip)
        return clip

    def finish(self, encoder: Encoder | None = None, progress: Progress | None = None) -> Pack:
        """Write the lists, encode (with an encoder), verify, and put the pack in its place.

        Raises:
            PackError: no clip was added, or the place cannot be written.
            PackDamaged: what was written does not read back (a failing disk).
        """
        if not self._clips:
            raise PackError("A pack without a reference cannot be made.", "Add at least one clip.")
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
                    f"The new pack does not read back: {problem.file} {problem.reason}.", "Check the disk."
                )
            replace_folder(self._folder, self._target)
        except OSError as error:
            raise PackError(
                f"The pack cannot be written to {self._target}: {error.strerror}.",
                "Check space and permissions.",
            ) from error
        return open_folder(self._target)

    def _sentence_id(self, sentence: str, wanted: int | None) -> int:
        if wanted is None:
            return self._sentences.setdefault(sentence, max(self._sentences.values(), default=-1) + 1)
        if self._sentences.setdefault(sentence, wanted) != wanted:
            raise PackError(f"'{sentence}' has two different sentence ids.", "Give a sentence one id.")
        return wanted

    def _copy_media(self, name: str, media: Path) -> str:
        target = f"media/{name}{media.suffix.lower()}"
        try:
            (self._folder / "media").mkdir(exist_ok=True)
            shutil.copyfile(media, self._folder / target)
        except OSError as error:
            raise PackError(f"{media.name} cannot be copied: {error.strerror}.", "Check the file.") from error
        self._list(target)
        return target

    def _list(self, name: str) -> None:
        self._files[name] = entry_of(self._folder, name)


def record_encoder(pack: Pack, encoder_sha256: str) -> Pack:
    """Write into pack.json which encoder the pack's own cache comes from.

    It is a note for people: where the pack was changed meanwhile, or is being changed, it is left out.
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
