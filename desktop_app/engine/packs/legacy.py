"""Opens the artifacts of an export (embeddings, map, prototypes, model, maybe features and videos) as a pack.

The original GhSL notebooks and our own export write this format. It includes its encoder; another encoder can
use it only if every feature file exists.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

import numpy as np

from desktop_app.engine import dtw, layout
from desktop_app.engine.array_files import ArrayFileError, map_array, read_array
from desktop_app.engine.encoder.bundle import ModelBundle
from desktop_app.engine.packs import bounds, cache
from desktop_app.engine.packs.manifest import PackManifest, ReferenceClip, damaged
from desktop_app.engine.packs.pack import Pack, presence
from desktop_app.engine.protocols import Encoder
from desktop_app.engine.records import FeatureSequence, FloatArray, read_only
from desktop_app.errors import ContractMismatch, PackError
from desktop_app.files import file_exists, is_text, sha256, sha256_file
from desktop_app.message import Message

MAP_COLUMNS: Final = ("sentence_id", "sentence")
_HINT: Final = Message(
    "Copy the whole export again: embeddings.npy and embeddings_map.csv belong together, row by row."
)
_FEATURE_DTYPES: Final = ("float16", "float32", "float64")


@dataclass(frozen=True, slots=True, eq=False)
class ArtifactPack(Pack):
    """References of an export. Feature and video files are found by name inside the export.

    Attributes:
        files: existing feature files by row.
    """

    files: dict[int, Path] = field(default_factory=dict)

    def has_features(self, row: int) -> bool:
        return row in self.files

    def features(self, row: int) -> FeatureSequence:
        path = self.files.get(row)
        if path is None:
            raise damaged(
                self.id,
                "embeddings_map.csv",
                Message("names no feature file that is there (row {row})", row=row),
                _HINT,
            )
        try:
            array = read_array(path, ndim=2, columns=layout.FEATURE_DIM, dtypes=_FEATURE_DTYPES)
        except ArrayFileError as error:
            raise damaged(self.id, path.name, error.message, _HINT) from error
        problem = bounds.value_problem(array) if len(array) else Message("has no frames")
        if problem:
            raise damaged(self.id, path.name, problem, _HINT)
        rows = np.ascontiguousarray(array, np.float32)
        clip = self.clips[row]
        return FeatureSequence(rows, presence(rows, self.feature_contract), clip.fps, 0.0, len(rows) / clip.fps)

    def media_path(self, row: int) -> Path | None:
        assert self.bundle is not None
        name = PurePosixPath(self.clips[row].media_file.replace("\\", "/")).name
        path = self.bundle.artifacts.videos / name
        return path if name and file_exists(path) else None


def open_artifacts(bundle: ModelBundle) -> ArtifactPack:
    """Open the reference arrays of a bundle.

    Raises:
        PackDamaged: a file is missing or damaged, or map and embeddings have different lengths.
    """
    name = bundle.folder.resolve().name
    embeddings_path, map_path = bundle.artifacts.embeddings, bundle.artifacts.mapping
    try:
        count = len(map_array(embeddings_path, ndim=2))
    except ArrayFileError as error:
        raise damaged(name, embeddings_path.name, error.message, _HINT) from error
    rows = _read_map(map_path, name)
    if len(rows) != count:
        raise damaged(
            name,
            map_path.name,
            Message(
                "has {rows} rows where {file} has {embeddings} embeddings",
                rows=len(rows),
                file=embeddings_path.name,
                embeddings=count,
            ),
            _HINT,
        )
    manifest = PackManifest(
        name=_text(bundle, "pack_name") or name,
        language=_text(bundle, "language"),
        version="",
        feature_contract=bundle.contract,
        licence=_text(bundle, "licence"),
        encoder_sha256=bundle.sha256,
    )
    content = sha256((sha256_file(embeddings_path) + sha256_file(map_path)).encode())
    clips = tuple(_clip(name, map_path.name, i, row) for i, row in enumerate(rows))
    return ArtifactPack(
        folder=bundle.folder,
        id=name,
        manifest=manifest,
        clips=clips,
        content_sha256=content,
        bundle=bundle,
        files=_find_features(bundle.folder, clips),
    )


def _text(bundle: ModelBundle, name: str) -> str:
    value = str(bundle.config.get(name) or "")
    if not is_text(value):
        raise damaged(
            bundle.folder.resolve().name,
            "model_config.json",
            Message("has no usable '{name}'", name=name),
            _HINT,
        )
    return value


def encoded_artifacts(pack: ArtifactPack, encoder: Encoder) -> cache.EncodedPack | None:
    """The embeddings of the export if `encoder` made them, else None.

    Raises:
        ContractMismatch: embeddings of another width than the encoder's.
        PackDamaged: embeddings or prototypes that cannot be used.
        PackError: made by another encoder, and feature files are missing.
    """
    assert pack.bundle is not None
    spec, artifacts = encoder.spec, pack.bundle.artifacts
    if spec.sha256 != pack.bundle.sha256:
        if len(pack.files) < len(pack.clips):
            raise PackError(
                Message(
                    "The references in '{pack}' come from another encoder and have no features.", pack=pack.name
                ),
                Message("Use its own encoder: set MODELS_DIR or --model to {folder}.", folder=pack.folder),
            )
        return None
    try:
        embeddings = read_array(artifacts.embeddings, ndim=2).astype(np.float32)
    except ArrayFileError as error:
        raise damaged(pack.id, artifacts.embeddings.name, error.message, _HINT) from error
    if embeddings.shape[1] != spec.embedding_dim:
        raise ContractMismatch(
            Message(
                "{file} has vectors of {columns} numbers, the encoder {encoder} makes {needed}.",
                file=artifacts.embeddings.name,
                columns=embeddings.shape[1],
                encoder=spec.name,
                needed=spec.embedding_dim,
            ),
            Message("Use the embeddings.npy of the same export as the model."),
        )
    norms = np.linalg.norm(embeddings, axis=1, keepdims=True)
    if (norms < 1e-9).any():
        raise damaged(pack.id, artifacts.embeddings.name, Message("has a vector of length zero"), _HINT)
    prototypes: dict[int, FloatArray] = {}
    if artifacts.prototypes.is_file():
        try:
            prototypes = cache.read_prototypes(artifacts.prototypes, spec.embedding_dim)
        except ArrayFileError as error:
            raise damaged(pack.id, artifacts.prototypes.name, error.message, _HINT) from error
    return cache.EncodedPack(read_only(embeddings / norms), _projections(pack, encoder), prototypes)


def _projections(pack: ArtifactPack, encoder: Encoder) -> cache.Projections:
    """Exports have no projections: those of candidates are computed on demand and cached."""
    held: dict[int, FloatArray] = {}

    def project(row: int) -> FloatArray:
        if row not in pack.files:
            return np.zeros((0, max(encoder.spec.projection_dim, 1)), np.float32)
        if row not in held:
            if len(held) >= 512:  # 64 rows of 540: 70 MB at most
                held.clear()
            held[row] = dtw.shorten(encoder.encode([pack.features(row).features])[0][1])
        return held[row]

    return project


def _read_map(path: Path, pack: str) -> list[dict[str, str]]:
    if not path.is_file():
        raise damaged(pack, path.name, Message("is missing"), _HINT)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            header, rows = reader.fieldnames or (), list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise damaged(pack, path.name, Message("cannot be read as a table"), _HINT) from error
    for line, row in enumerate(rows, 2):
        for column, value in row.items():
            if isinstance(value, str) and not is_text(value):
                raise damaged(
                    pack,
                    path.name,
                    Message("has no usable {column} in line {line}", column=column, line=line),
                    _HINT,
                )
    missing = [column for column in MAP_COLUMNS if column not in header]
    if missing:
        raise damaged(pack, path.name, Message("has no column {missing}", missing=", ".join(missing)), _HINT)
    return rows


def _clip(pack: str, file: str, index: int, row: dict[str, str]) -> ReferenceClip:
    try:
        number = float(row["sentence_id"])  # pandas writes 3.0 if a column has gaps
        if not number.is_integer() or abs(number) > bounds.MAX_INTEGER:
            raise ValueError
    except (ValueError, OverflowError) as error:
        raise damaged(
            pack, file, Message("has no whole sentence_id in line {line}", line=index + 2), _HINT
        ) from error
    return ReferenceClip(
        clip_id=str(index),
        sentence_id=int(number),
        sentence=row["sentence"].strip() or _file_name(row) or str(index),  # an answer must show something
        category=row.get("category") or "",
        signer_id=row.get("signer_id") or "",
        media_file=row.get("video_file") or "",
        feature_file=row.get("feature_path") or "",
    )


def _file_name(row: dict[str, str]) -> str:
    path = row.get("video_file") or row.get("feature_path") or ""
    return PurePosixPath(path.replace("\\", "/")).name


def _find_features(folder: Path, clips: tuple[ReferenceClip, ...]) -> dict[int, Path]:
    """Match feature files by name: the paths are from another machine, and must not lead out of the export."""
    there: dict[str, Path] = {}
    for place in (folder / "features", folder / "proc" / "features", folder):
        if place.is_dir():
            for path in sorted(place.iterdir()):
                if path.suffix == ".npy" and path.name != "embeddings.npy":
                    there.setdefault(path.name, path)
    files = {}
    for row, clip in enumerate(clips):
        found = there.get(PurePosixPath(clip.feature_file.replace("\\", "/")).name)
        if found is not None:
            files[row] = found
    return files
