"""The cache of a pack: embeddings, projections and prototypes by one encoder. Can always be recomputed.

    cache.json            encoder and content it belongs to, sha256 and size of the others
    embeddings.npy        (N, D) float32, unit rows, in the order of clips.csv
    embeddings_map.csv    one row an embedding
    projections.npy       (sum of rows, P), all clips one after the other: read through a memory map
    projection_offsets.npy  (N + 1,) int64: clip i is projections[offsets[i]:offsets[i + 1]]
    prototypes.npz        sentence_ids, embeddings, counts

Projections are stored as the re-ranking uses them (at most 64 rows), as float16: against float32 it moves a
distance by less than a thousandth. Without a projection the model input is stored instead; its values can be
large (statistics with tiny deviations), so it stays float32.
"""

from __future__ import annotations

import csv
import errno
import json
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from desktop_app.engine import dtw
from desktop_app.engine.array_files import ArrayFileError, map_array, read_array, read_npz
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.cache_reuse import (
    CACHE_FILES,
    CACHE_JSON,
    DIGEST_COLUMN,
    EMBEDDINGS,
    MAP,
    OFFSETS,
    PROJECTIONS,
    PROTOTYPES,
    earlier_cache,
)
from desktop_app.engine.packs.keeping import keep_others
from desktop_app.engine.packs.manifest import damaged
from desktop_app.engine.packs.pack import Pack
from desktop_app.engine.protocols import Encoder, EncoderSpec
from desktop_app.engine.records import FloatArray, IntArray, read_only
from desktop_app.engine.tracking.features import resample
from desktop_app.files import building, is_link, make_private, private_folder, replace_folder, sha256_file
from desktop_app.message import Message

__all__ = [
    "CACHE_FILES",
    "CACHE_JSON",
    "EMBEDDINGS",
    "MAP",
    "EncodedPack",
    "Progress",
    "StoredProjections",
    "belongs",
    "encode_in_memory",
    "encode_pack",
    "encoded_nothing",
    "prototypes_of",
    "read_cache",
    "read_description",
    "read_prototypes",
    "write_cache",
    "write_cache_steps",
]  # fmt: skip

Progress = Callable[[int, int], None]

MAP_COLUMNS: Final = (
    "video_file",
    "feature_path",
    "sentence_id",
    "sentence",
    "category",
    "signer_id",
    "clip_id",
    DIGEST_COLUMN,
)
ENCODER_FPS: Final = 30.0
_CHUNK: Final = 64
_REINDEX_HINT: Final = Message(
    "Run `signmirror pack reindex` on it: the cache can be made again from the features."
)


class Projections(Protocol):
    """Projected sequences of a pack, by row."""

    def __call__(self, row: int) -> FloatArray:
        """(T', P) float32; (0, P) if there is nothing to compare with."""


@dataclass(frozen=True, slots=True, eq=False)
class EncodedPack:
    """The vectors of a pack by one encoder; rows are those of `pack.clips`."""

    embeddings: FloatArray
    projection: Projections
    prototypes: dict[int, FloatArray]


@dataclass(frozen=True, slots=True, eq=False)
class StoredProjections:
    """Projections one after the other in one array (memory-mapped or in memory)."""

    rows: npt.NDArray[Any]
    offsets: IntArray

    def __call__(self, row: int) -> FloatArray:
        return np.asarray(self.rows[self.offsets[row] : self.offsets[row + 1]], np.float32)


def encode_pack(
    pack: Pack, encoder: Encoder, progress: Progress | None
) -> Iterator[tuple[FloatArray, FloatArray]]:
    """(embedding, projection of at most 64 rows) of every clip, in order. Raises PackDamaged, ModelError."""
    total = len(pack.clips)
    for start in range(0, total, _CHUNK):
        if progress:
            progress(start, total)
        yield from _encode_rows(pack, encoder, range(start, min(start + _CHUNK, total)))
    if progress:
        progress(total, total)


def _encode_rows(pack: Pack, encoder: Encoder, rows: Sequence[int]) -> Iterator[tuple[FloatArray, FloatArray]]:
    clips = [resample(pack.features(row), ENCODER_FPS).features for row in rows]
    for embedding, projection in encoder.encode(clips) if clips else ():
        yield embedding, dtw.shorten(projection)


def prototypes_of(embeddings: FloatArray, sentence_ids: IntArray) -> tuple[IntArray, FloatArray, IntArray]:
    """Normalised mean of every sentence with two clips or more: (ids, (S, D) unit rows, clip counts)."""
    ids, inverse, counts = np.unique(sentence_ids, return_inverse=True, return_counts=True)
    sums = np.zeros((len(ids), embeddings.shape[1]), np.float64)
    np.add.at(sums, inverse, embeddings)
    keep = (counts >= 2) & (np.linalg.norm(sums, axis=1) > 1e-9)
    means = sums[keep] / np.linalg.norm(sums[keep], axis=1, keepdims=True)
    return ids[keep].astype(np.int64), means.astype(np.float32), counts[keep].astype(np.int64)


def write_cache(target: Path, pack: Pack, encoder: Encoder, progress: Progress | None = None) -> None:
    """Encode a pack into the folder `target`, atomically.

    Raises:
        OSError: the place cannot be written.
        PackDamaged, ModelError: from reading and encoding.
    """
    for done, total in write_cache_steps(target, pack, encoder):
        if progress:
            progress(done, total)


def write_cache_steps(target: Path, pack: Pack, encoder: Encoder) -> Generator[tuple[int, int], None, None]:
    """`write_cache` in steps: yields (clips done, total); closing it aborts.

    Rows of an earlier cache are reused for unchanged feature files. An aborted or failed run leaves the
    earlier cache in place. Files of others in `target` stay. Raises OSError where `target` is a link.
    """
    if is_link(target):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(target))
    private_folder(target.parent)
    with building(target) as folder:
        yield from _fill(folder, target, pack, encoder)
        keep_others(target, folder, lambda name: name in (CACHE_JSON, *CACHE_FILES))
        if not target.parent.stat().st_mode & 0o077:
            make_private(folder)
        replace_folder(folder, target)


def _fill(folder: Path, target: Path, pack: Pack, encoder: Encoder) -> Iterator[tuple[int, int]]:
    spec = encoder.spec
    total = len(pack.clips)
    embeddings = np.zeros((total, spec.embedding_dim), np.float32)
    offsets = np.zeros(total + 1, np.int64)
    dtype = np.dtype(np.float16 if spec.projection_dim else np.float32)
    digests, earlier = _digests(pack), earlier_cache(target, spec)
    with (folder / PROJECTIONS).open("wb") as file:
        width = 0
        _npy_header(file, dtype, 0, width)
        for start in range(0, total, _CHUNK):
            yield start, total
            rows = range(start, min(start + _CHUNK, total))
            known = {row: earlier.get(digests[row]) for row in rows}
            fresh = _encode_rows(pack, encoder, [row for row in rows if known[row] is None])
            for row in rows:
                embedding, projection = known[row] or next(fresh)
                embeddings[row] = embedding
                offsets[row + 1] = offsets[row] + len(projection)
                width = projection.shape[1]
                file.write(np.ascontiguousarray(projection, dtype).tobytes())
        file.seek(0)
        _npy_header(file, dtype, int(offsets[-1]), width)
    yield total, total
    np.save(folder / EMBEDDINGS, embeddings, allow_pickle=False)
    np.save(folder / OFFSETS, offsets, allow_pickle=False)
    ids, means, counts = prototypes_of(embeddings, _sentence_ids(pack))
    np.savez(folder / PROTOTYPES, sentence_ids=ids, embeddings=means, counts=counts)
    _write_map(folder / MAP, pack, digests)
    document = {
        "format_version": 1,
        "encoder": spec.name,
        "encoder_sha256": spec.sha256,
        "preparation": spec.preparation,
        "feature_contract": spec.feature_contract,
        "content_sha256": pack.content_sha256,
        "clips": len(pack.clips),
        "embedding_dim": spec.embedding_dim,
        "projection_dim": spec.projection_dim,
        "files": {
            name: {"bytes": (folder / name).stat().st_size, "sha256": sha256_file(folder / name)}
            for name in CACHE_FILES
        },
    }
    (folder / CACHE_JSON).write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def encode_in_memory(pack: Pack, encoder: Encoder, progress: Progress | None) -> EncodedPack:
    """Encode without writing a cache, for when no folder is writable."""
    pairs = list(encode_pack(pack, encoder, progress))
    embeddings = np.stack([embedding for embedding, _ in pairs])
    rows = np.concatenate([projection for _, projection in pairs])
    offsets = np.cumsum([0, *(len(projection) for _, projection in pairs)], dtype=np.int64)
    ids, means, _ = prototypes_of(embeddings, _sentence_ids(pack))
    stored = StoredProjections(rows.astype(np.float16) if encoder.spec.projection_dim else rows, offsets)
    return EncodedPack(read_only(embeddings), stored, dict(zip(ids.tolist(), means, strict=True)))


def read_description(folder: Path, pack: Pack) -> dict[str, Any] | None:
    """cache.json of a cache folder, None if there is no cache. Raises PackDamaged."""
    path = folder / CACHE_JSON
    if not path.is_file():
        return None
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise damaged(pack.id, f"cache/{CACHE_JSON}", Message("cannot be read"), _REINDEX_HINT) from error
    if not isinstance(document, dict) or not isinstance(document.get("files"), dict):
        raise damaged(pack.id, f"cache/{CACHE_JSON}", Message("does not describe a cache"), _REINDEX_HINT)
    return document


def belongs(folder: Path, pack: Pack, spec: EncoderSpec) -> bool:
    """Whether this encoder made the cache of this content. Raises PackDamaged."""
    document = read_description(folder, pack)
    if document is None:
        return False
    wanted = {
        "encoder_sha256": spec.sha256,
        "preparation": spec.preparation,
        "content_sha256": pack.content_sha256,
    }
    return all(document.get(key) == value for key, value in wanted.items())


def encoded_nothing(width: int) -> EncodedPack:
    """The cache of an empty pack, with embeddings of the given width."""
    rows = np.zeros((0, 1), np.float32)
    return EncodedPack(
        read_only(np.zeros((0, width), np.float32)), StoredProjections(rows, np.zeros(1, np.int64)), {}
    )


def read_cache(folder: Path, pack: Pack, spec: EncoderSpec) -> EncodedPack | None:
    """The cache by this encoder for this content, None if there is none.

    Raises:
        PackDamaged: truncated, of another width, with a map of another length, or a pickle.
    """
    if not belongs(folder, pack, spec):
        return None
    count = len(pack.clips)
    name = EMBEDDINGS
    try:
        embeddings = read_array(folder / name, ndim=2, columns=spec.embedding_dim, dtypes=("float32",))
        if len(embeddings) != count:
            raise ArrayFileError(
                Message("has {rows} rows where clips.csv has {clips}", rows=len(embeddings), clips=count)
            )
        if not np.allclose(np.linalg.norm(embeddings, axis=1), 1, atol=1e-3):
            raise ArrayFileError(Message("has rows that are not of length one"))
        name = MAP
        _check_map(folder / name, pack)
        name = OFFSETS
        offsets = read_array(folder / name, ndim=1, dtypes=("int64",))
        if len(offsets) != count + 1 or offsets[0] != 0 or (np.diff(offsets) < 0).any():
            raise ArrayFileError(Message("does not run from clip to clip"))
        name = PROJECTIONS
        rows = map_array(
            folder / name, ndim=2, columns=spec.projection_dim or None, dtypes=("float16", "float32")
        )
        if len(rows) != offsets[-1]:
            raise ArrayFileError(
                Message("has {rows} rows where {needed} are needed", rows=len(rows), needed=offsets[-1])
            )
        name = PROTOTYPES
        prototypes = read_prototypes(folder / name, spec.embedding_dim)
    except ArrayFileError as error:
        raise damaged(pack.id, f"cache/{name}", error.message, _REINDEX_HINT) from error
    return EncodedPack(read_only(embeddings), StoredProjections(rows, offsets), prototypes)


def read_prototypes(path: Path, width: int) -> dict[int, FloatArray]:
    """prototypes.npz -> unit vectors by sentence id. Raises ArrayFileError."""
    arrays = read_npz(path, ("sentence_ids", "embeddings"))
    ids, vectors = arrays.get("sentence_ids"), arrays.get("embeddings")
    if ids is None or vectors is None or ids.ndim != 1 or ids.dtype.kind not in "iu":
        raise ArrayFileError(Message("has no usable sentence_ids or embeddings"))
    if vectors.ndim != 2 or vectors.dtype.kind != "f" or len(vectors) != len(ids):
        raise ArrayFileError(Message("does not have one vector a sentence"))
    if len(ids) and vectors.shape[1] != width:
        raise ArrayFileError(
            Message(
                "has vectors of {columns} numbers where {width} are needed",
                columns=vectors.shape[1],
                width=width,
            )
        )
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    if (norms < 1e-9).any():
        raise ArrayFileError(Message("has a vector of length zero"))
    units = (vectors / norms).astype(np.float32)
    return dict(zip(ids.tolist(), units, strict=True))


def _sentence_ids(pack: Pack) -> IntArray:
    return np.array([clip.sentence_id for clip in pack.clips], np.int64)


def _digests(pack: Pack) -> list[str]:
    """Listed sha256 of every clip's feature file, "" if not listed."""
    if pack.bundle is not None:
        return [""] * len(pack.clips)
    files = lists.parse_files(pack.folder, lists.read_list(pack.folder, lists.FILES_CSV))
    return [files[clip.feature_file].sha256 if clip.feature_file in files else "" for clip in pack.clips]


def _write_map(path: Path, pack: Pack, digests: list[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(MAP_COLUMNS)
        for row, clip in enumerate(pack.clips):
            names = (pack.media_name(row), clip.feature_file, clip.sentence_id, clip.sentence)
            writer.writerow((*names, clip.category, clip.signer_id, clip.clip_id, digests[row]))


def _check_map(path: Path, pack: Pack) -> None:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            ids = [row.get("clip_id", "") for row in csv.DictReader(file, restval="", strict=True)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ArrayFileError(Message("cannot be read")) from error
    if len(ids) != len(pack.clips):
        raise ArrayFileError(
            Message(
                "has {count} rows where there are {embeddings} embeddings",
                count=len(ids),
                embeddings=len(pack.clips),
            )
        )
    if ids != [clip.clip_id for clip in pack.clips]:
        raise ArrayFileError(Message("lists other clips than clips.csv"))


def _npy_header(file: Any, dtype: np.dtype[Any], rows: int, width: int) -> None:
    """A .npy header of constant 128 bytes, to be rewritten once the length is known."""
    header = {"descr": dtype.str, "fortran_order": False, "shape": (rows, width)}
    text = repr(header).encode("latin1")
    file.write(b"\x93NUMPY\x01\x00" + (118).to_bytes(2, "little") + text.ljust(117) + b"\n")
