"""One or more packs as an immutable set of references to search."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

import numpy as np

from desktop_app import paths
from desktop_app.engine.packs import Pack, cache, open_pack
from desktop_app.engine.packs.cache import EncodedPack, Progress
from desktop_app.engine.packs.legacy import ArtifactPack, encoded_artifacts
from desktop_app.engine.packs.writer import record_encoder
from desktop_app.engine.protocols import Encoder, ReferenceInfo
from desktop_app.engine.records import FeatureSequence, FloatArray, read_only
from desktop_app.errors import AppError, ContractMismatch, PackDamaged, PackError, reason_of
from desktop_app.files import is_link, sha256
from desktop_app.message import Message

logger = logging.getLogger(__name__)


class PackLibrary:
    """The references of several packs; satisfies `protocols.ReferenceLibrary`.

    Sentence ids are those of the packs; if the ids of a later pack collide, all of them are shifted.
    """

    def __init__(self, packs: Sequence[Pack], encoded: Sequence[EncodedPack], embedding_dim: int) -> None:
        self.packs = tuple(packs)
        self._encoded = tuple(encoded)
        self._starts = np.cumsum([0, *(len(pack.clips) for pack in packs)])
        self._shifts = _shifts(packs)
        self._names = _names(packs)
        self._references = tuple(
            ReferenceInfo(
                clip_id=clip.clip_id,
                sentence_id=clip.sentence_id + shift,
                sentence=clip.sentence,
                category=clip.category,
                video_file=pack.media_name(row),
                pack=name,
                signer_id=clip.signer_id,
                variant=clip.variant,
            )
            for pack, name, shift in zip(self.packs, self._names, self._shifts, strict=True)
            for row, clip in enumerate(pack.clips)
        )
        if len(encoded) == 1:
            self._embeddings = encoded[0].embeddings
        else:
            empty = np.zeros((0, embedding_dim), np.float32)
            self._embeddings = read_only(np.concatenate([empty, *(part.embeddings for part in encoded)]))

    @property
    def references(self) -> tuple[ReferenceInfo, ...]:
        return self._references

    @property
    def embeddings(self) -> FloatArray:
        return self._embeddings

    def projection(self, row: int) -> FloatArray:
        """(T', P), at most 64 rows; no rows if the pack has no projection."""
        number, inner = self._locate(row)
        return self._encoded[number].projection(inner)

    def features(self, row: int) -> FeatureSequence:
        """The stored sequence of one reference. Raises PackDamaged when the pack has none."""
        number, inner = self._locate(row)
        return self.packs[number].features(inner)

    def has_features(self, row: int) -> bool:
        """Whether the pack has the features of a reference."""
        number, inner = self._locate(row)
        return self.packs[number].has_features(inner)

    def media_path(self, row: int) -> Path | None:
        """The video or landmark recording of one reference, None if it has none."""
        number, inner = self._locate(row)
        return self.packs[number].media_path(inner)

    def prototype(self, sentence_id: int, pack: str) -> FloatArray | None:
        if pack not in self._names:
            return None
        number = self._names.index(pack)
        return self._encoded[number].prototypes.get(sentence_id - self._shifts[number])

    def _locate(self, row: int) -> tuple[int, int]:
        if not 0 <= row < len(self._references):
            raise IndexError(f"row {row} of {len(self._references)}")
        number = int(np.searchsorted(self._starts, row, side="right")) - 1
        return number, row - int(self._starts[number])


def open_library(
    packs: Sequence[Path | Pack],
    encoder: Encoder,
    *,
    progress: Progress | None = None,
    on_problem: Callable[[Path, AppError], None] | None = None,
) -> PackLibrary:
    """Open packs for an encoder; packs without a cache of this encoder are encoded first.

    Args:
        progress: called with (clips done, total) while a pack is encoded.
        on_problem: is passed a pack that cannot be used, which is then left out; None: its error is raised.

    Raises:
        PackDamaged, PackError: a pack cannot be used; the text names the file.
        ContractMismatch: a pack's features are not what the encoder reads.
    """
    opened: list[Pack] = []
    encoded: list[EncodedPack] = []
    for one in packs:
        try:
            pack = one if isinstance(one, Pack) else open_pack(one)
            encoded.append(ensure_encoded(pack, encoder, progress))
        except AppError as error:
            if on_problem is None:
                raise
            on_problem(one.folder if isinstance(one, Pack) else one, error)
        else:
            opened.append(pack)
    return PackLibrary(opened, encoded, encoder.spec.embedding_dim)


def ensure_encoded(pack: Pack, encoder: Encoder, progress: Progress | None = None) -> EncodedPack:
    """The vectors of a pack: from its cache, from the user's cache folder, or encoded now."""
    spec = encoder.spec
    if pack.feature_contract != spec.feature_contract:
        raise ContractMismatch(
            Message(
                "The pack '{pack}' holds features of '{contract}', the encoder {encoder} reads '{needed}'.",
                pack=pack.name,
                contract=pack.feature_contract,
                encoder=spec.name,
                needed=spec.feature_contract,
            ),
            Message("Choose another pack, or the encoder that belongs to it (--model or MODELS_DIR)."),
        )
    if not pack.clips:
        return cache.encoded_nothing(spec.embedding_dim)
    if isinstance(pack, ArtifactPack):
        own = encoded_artifacts(pack, encoder)
        if own is not None:
            return own
    else:
        shipped = cache.read_cache(pack.folder / "cache", pack, spec)
        if shipped is not None:
            return shipped
    private = private_cache(pack)
    kept = _read_private(private, pack, encoder)
    if kept is not None:
        return kept
    try:
        target = _write(pack, encoder, progress)
    except OSError as error:
        logger.warning("The embeddings of '%s' cannot be kept (%s); they live in memory", pack.id, error)
        return cache.encode_in_memory(pack, encoder, progress)
    written = cache.read_cache(target, pack, spec)
    assert written is not None
    return written


def reindex(pack: Pack, encoder: Encoder, progress: Progress | None = None) -> Path:
    """Encode a pack again; returns the folder of the cache.

    Raises:
        ContractMismatch: other features than the encoder reads.
        PackError: neither the pack nor the cache folder can be written.
    """
    if pack.feature_contract != encoder.spec.feature_contract:
        ensure_encoded(pack, encoder)  # raises ContractMismatch
    if isinstance(pack, ArtifactPack) and len(pack.files) < len(pack.clips):
        raise PackError(
            Message(
                "'{pack}' is an export without features: its embeddings cannot be made again.", pack=pack.name
            ),
            Message("Import its videos or features as a pack."),
        )
    try:
        return _write(pack, encoder, progress, own_cache=True)
    except OSError as error:
        raise _cannot_keep(pack, error) from error


def reindex_steps(pack: Pack, encoder: Encoder) -> Generator[tuple[int, int], None, None]:
    """Encode an editable pack in steps.

    Yields (clips done, total); closing it aborts and keeps the earlier cache. References that this encoder has
    encoded before are reused.

    Raises:
        ContractMismatch: other features than the encoder reads.
        PackError: the pack cannot be written.
    """
    if pack.feature_contract != encoder.spec.feature_contract:
        ensure_encoded(pack, encoder)  # raises ContractMismatch
    if not pack.clips:
        return
    target = pack.folder / "cache"
    if is_link(target):
        raise PackError(
            Message("'{target}' is a link, which cannot be replaced by a cache.", target=target),
            Message("Remove the link. The folder behind it stays as it is."),
            code="pack.linked",
        )
    try:
        yield from cache.write_cache_steps(target, pack, encoder)
        record_encoder(pack, encoder.spec.sha256)
    except OSError as error:
        raise _cannot_keep(pack, error) from error


def is_encoded(pack: Pack, encoder: Encoder) -> bool:
    """Whether the pack has a current cache of this encoder."""
    if pack.feature_contract != encoder.spec.feature_contract or isinstance(pack, ArtifactPack):
        return False
    for folder in (pack.folder / "cache", private_cache(pack)):
        try:
            if cache.belongs(folder, pack, encoder.spec):
                return True
        except PackDamaged:
            continue
    return not pack.clips


def _cannot_keep(pack: Pack, error: OSError) -> PackError:
    return PackError(
        Message(
            "The embeddings of '{pack}' cannot be written: {strerror}.",
            pack=pack.name,
            strerror=reason_of(error),
        ),
        Message("Check space and permissions of the pack and of the cache folder."),
    )


def private_cache(pack: Pack) -> Path:
    """Cache folder for packs that cannot be written."""
    mark = sha256(pack.content_sha256.encode())[:12]
    return paths.cache_dir() / "packs" / f"{pack.id}-{mark}"


def _write(pack: Pack, encoder: Encoder, progress: Progress | None, *, own_cache: bool | None = None) -> Path:
    """Cache in the pack, or elsewhere if it is bundled, an export, or not writable; returns the folder."""
    if own_cache is None:
        shipped = paths.bundled_packs_dir().resolve()
        own_cache = shipped not in pack.folder.resolve().parents
    if own_cache and not isinstance(pack, ArtifactPack):
        target = pack.folder / "cache"
        try:
            cache.write_cache(target, pack, encoder, progress)
            record_encoder(pack, encoder.spec.sha256)
        except OSError as error:
            logger.info("The pack '%s' cannot be written (%s); its cache goes elsewhere", pack.id, error)
        else:
            return target
    target = private_cache(pack)
    cache.write_cache(target, pack, encoder, progress)
    return target


def _read_private(folder: Path, pack: Pack, encoder: Encoder) -> EncodedPack | None:
    try:
        return cache.read_cache(folder, pack, encoder.spec)
    except PackDamaged as error:
        logger.warning("A kept cache is of no use and is made again: %s", error.message)
        return None


def _shifts(packs: Sequence[Pack]) -> list[int]:
    shifts: list[int] = []
    taken: set[int] = set()
    for pack in packs:
        own = {clip.sentence_id for clip in pack.clips}
        shift = max(taken) + 1 - min(own) if own & taken else 0
        shifts.append(shift)
        taken |= {number + shift for number in own}
    return shifts


def _names(packs: Sequence[Pack]) -> list[str]:
    names: list[str] = []
    for pack in packs:
        name = pack.name
        if name in names:
            name = f"{pack.name} ({pack.id})"
        number = 2
        while name in names:
            name, number = f"{pack.name} ({pack.id}, {number})", number + 1
        names.append(name)
    return names
