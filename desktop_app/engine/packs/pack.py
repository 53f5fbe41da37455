"""An open pack: manifest, clips, and their features, which are read on demand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np

from desktop_app.engine import layout
from desktop_app.engine.array_files import ArrayFileError, read_array
from desktop_app.engine.encoder.bundle import ModelBundle
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.bounds import value_problem
from desktop_app.engine.packs.manifest import FileEntry, PackManifest, ReferenceClip, damaged
from desktop_app.engine.records import BoolArray, FeatureSequence, FloatArray
from desktop_app.engine.tracking.features import GHSL_540, check_contract, features_present
from desktop_app.errors import PackDamaged
from desktop_app.files import is_link, sha256
from desktop_app.message import Message

FEATURE_DTYPES = ("float16", "float32")
_TRIES = 4  # another process may replace the lists while they are read


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """A folder of references.

    Attributes:
        id: its name on the command line.
        content_sha256: digest of all references, recorded by caches.
        bundle: the pack's own encoder, for artifact sets of the original system, else None.
    """

    folder: Path
    id: str
    manifest: PackManifest
    clips: tuple[ReferenceClip, ...]
    content_sha256: str
    bundle: ModelBundle | None = None

    @property
    def name(self) -> str:
        return self.manifest.name

    @property
    def feature_contract(self) -> str:
        return self.manifest.feature_contract

    @property
    def sentences(self) -> int:
        """Number of different sentences."""
        return len({clip.sentence_id for clip in self.clips})

    def has_features(self, row: int) -> bool:
        """Whether the pack contains the clip's feature sequence."""
        return bool(self.clips[row].feature_file)

    def features(self, row: int) -> FeatureSequence:
        """The stored sequence of one reference, float32 at its own rate. Raises PackDamaged."""
        clip = self.clips[row]
        if not clip.feature_file:
            raise damaged(
                self.id,
                lists.CLIPS_CSV,
                Message("names no feature file for the clip '{clip_id}'", clip_id=clip.clip_id),
            )
        array = read_features(self.folder, clip.feature_file, self.id)
        if clip.frames and len(array) != clip.frames:
            raise damaged(
                self.id,
                clip.feature_file,
                Message(
                    "has {count} frames where clips.csv says {frames}", count=len(array), frames=clip.frames
                ),
            )
        present = presence(array, self.feature_contract)
        return FeatureSequence(array, present, clip.fps, clip.start_s, clip.start_s + len(array) / clip.fps)

    def media_path(self, row: int) -> Path | None:
        """The video or landmark recording of a reference, None if it has none."""
        name = self.clips[row].media_file
        path = self.folder / name
        return path if name and path.is_file() else None

    def media_name(self, row: int) -> str:
        """The value of the result field `video_file`."""
        clip = self.clips[row]
        return clip.media_file.rpartition("/")[2] or clip.source or clip.clip_id


def read_features(folder: Path, name: str, pack: str) -> FloatArray:
    """(T, 540) float32 of one feature file. Raises PackDamaged naming it."""
    try:
        array = read_array(folder / name, ndim=2, columns=layout.FEATURE_DIM, dtypes=FEATURE_DTYPES)
    except ArrayFileError as error:
        raise damaged(pack, name, error.message) from error
    problem = value_problem(array) if len(array) else Message("has no frames")
    if problem:
        raise damaged(pack, name, problem)
    return np.ascontiguousarray(array, np.float32)


def presence(features: FloatArray, contract: str) -> BoolArray:
    """(T, 540) -> (T, 4): which parts were seen, derived from the values.

    In our contract an absent part is all zeros. In the original one it is `0 - centre` over scale: all its
    points coincide, which those of a real hand or face never do.
    """
    if contract != GHSL_540:
        return features_present(features)
    seen = []
    for name, part in layout.PARTS.items():
        width = 4 if name == "pose" else 3
        points = features[:, part].reshape(len(features), -1, width)[:, :, :3]
        seen.append((np.ptp(points, axis=1) > 1e-6).any(axis=1))
    return np.stack(seen, axis=1)


def open_folder(folder: Path) -> Pack:
    """Open a pack folder: reads and checks its three lists, not its features.

    Raises:
        PackDamaged: a list is missing, altered or unusable.
        ContractMismatch: features of a contract this program does not know.
    """
    for _ in range(_TRIES - 1):
        try:
            return _open(folder)
        except PackDamaged:
            if not (folder / lists.EDIT).is_dir():
                raise  # not being edited: reading it again would not help
    return _open(folder)


def _open(folder: Path) -> Pack:
    manifest = lists.read_manifest(folder)
    check_contract(manifest.feature_contract)
    clips_data, files_data = lists.read_list(folder, lists.CLIPS_CSV), lists.read_list(folder, lists.FILES_CSV)
    lists.check_digest(folder, manifest, lists.CLIPS_CSV, clips_data)
    lists.check_digest(folder, manifest, lists.FILES_CSV, files_data)
    clips, files = parse_lists(folder, clips_data, files_data)
    _check_links(folder, files)
    content = sha256(clips_data + files_data)
    return Pack(folder, folder.name, manifest, clips, content)


def parse_lists(
    folder: Path, clips_data: bytes, files_data: bytes
) -> tuple[tuple[ReferenceClip, ...], dict[str, FileEntry]]:
    """The rows of clips.csv and files.csv, which must agree. Raises PackDamaged."""
    clips = lists.parse_clips(folder, clips_data)
    files = lists.parse_files(folder, files_data)
    _check_listed(folder, clips, files)
    return clips, files


def _check_links(folder: Path, files: Iterable[str]) -> None:
    """Refuse linked folders: an edit would change files outside the pack."""
    inside = {"features", "media", lists.EDIT}
    for name in files:
        inside.update(str(parent) for parent in PurePosixPath(name).parents)
    for place in sorted(inside - {"."}):
        if is_link(folder / place):
            raise damaged(folder, place, Message("is a link, which a pack may not hold"))


def _check_listed(folder: Path, clips: tuple[ReferenceClip, ...], files: dict[str, FileEntry]) -> None:
    for clip in clips:
        for name in (clip.feature_file, clip.media_file):
            if name and name not in files:
                raise damaged(
                    folder,
                    lists.FILES_CSV,
                    Message("does not list {name} of the clip '{clip_id}'", name=name, clip_id=clip.clip_id),
                )
