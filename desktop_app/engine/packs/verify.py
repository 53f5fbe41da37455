"""The full check of a pack: every file exists, is unaltered and usable. Too slow for opening a pack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.engine import layout
from desktop_app.engine.array_files import ArrayFileError, read_array
from desktop_app.engine.packs import cache, commit
from desktop_app.engine.packs import manifest as lists
from desktop_app.engine.packs.bounds import value_problem
from desktop_app.engine.packs.pack import FEATURE_DTYPES, Pack
from desktop_app.errors import PackDamaged, reason_of
from desktop_app.files import is_link, sha256_file
from desktop_app.message import NOTHING, Message

Progress = Callable[[int, int], None]
_MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class PackProblem:
    file: str
    reason: Message


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """Result of a check.

    Attributes:
        cache: `none`, `good` or `damaged`.
        others: files in features/ and media/ that are not part of the pack; nothing is wrong with them.
    """

    files: int
    bytes: int
    clips: int
    cache: str
    problems: tuple[PackProblem, ...]
    others: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.problems

    @property
    def remark(self) -> Message:
        """What to tell about files that are not part of the pack; empty if there are none."""
        if not self.others:
            return NOTHING
        if len(self.others) == 1:
            return Message("1 file is not part of the pack and is left alone: {file}.", file=self.others[0])
        names = ", ".join(self.others[:_MOST_NAMED]) + (" ..." if len(self.others) > _MOST_NAMED else "")
        return Message(
            "{count} files are not part of the pack and are left alone: {names}.",
            count=len(self.others),
            names=names,
        )


def verify_pack(pack: Pack, progress: Progress | None = None) -> VerifyReport:
    """Read every listed file of an open pack. Problems are collected, not raised.

    A pack that cannot be opened raises PackDamaged in `open_pack`.
    """
    if pack.bundle is not None:
        return _verify_artifacts(pack)
    problems: list[PackProblem] = []
    entries = lists.parse_files(pack.folder, lists.read_list(pack.folder, lists.FILES_CSV))
    total = 0
    for done, entry in enumerate(entries.values()):
        if progress and done % 64 == 0:
            progress(done, len(entries))
        path = pack.folder / entry.path
        total += entry.bytes
        try:
            problem = _check_file(path, entry)
        except OSError as error:
            problem = Message("cannot be read ({strerror})", strerror=reason_of(error))
        if problem:
            problems.append(PackProblem(entry.path, problem))
    damaged = {problem.file for problem in problems}
    for clip in pack.clips:
        if clip.feature_file and clip.feature_file not in damaged:
            problem = _check_features(pack.folder / clip.feature_file, clip.frames)
            if problem:
                problems.append(PackProblem(clip.feature_file, problem))
    others = []
    if not commit.is_dirty(pack.folder):  # an edit in progress has unlisted files
        for extra in _unlisted(pack.folder, entries):
            if is_link(pack.folder / extra):
                problems.append(PackProblem(extra, Message("is a link, which a pack may not hold")))
            else:
                others.append(extra)
    state, cache_problems = _check_cache(pack)
    return VerifyReport(
        len(entries), total, len(pack.clips), state, (*problems, *cache_problems), tuple(others)
    )


def _check_file(path: Path, entry: lists.FileEntry) -> Message:
    if path.is_symlink():
        return Message("is a link, which a pack may not hold")
    if not path.is_file():
        return Message("is missing")
    if path.stat().st_size != entry.bytes:
        return Message(
            "has {bytes} bytes where {listed} are listed", bytes=path.stat().st_size, listed=entry.bytes
        )
    return NOTHING if sha256_file(path) == entry.sha256 else Message("was altered (its sha256 differs)")


def _check_features(path: Path, frames: int) -> Message:
    try:
        array = read_array(path, ndim=2, columns=layout.FEATURE_DIM, dtypes=FEATURE_DTYPES)
    except ArrayFileError as error:
        return error.message
    if len(array) != frames:
        return Message("has {count} frames where clips.csv says {frames}", count=len(array), frames=frames)
    return value_problem(array) if len(array) else Message("has no frames")


def _unlisted(folder: Path, entries: dict[str, lists.FileEntry]) -> list[str]:
    found = []
    for place in ("features", "media"):
        for path in sorted((folder / place).rglob("*")):
            name = path.relative_to(folder).as_posix()
            if (is_link(path) or not path.is_dir()) and name not in entries:
                found.append(name)
    return found


def _check_cache(pack: Pack) -> tuple[str, list[PackProblem]]:
    folder = pack.folder / "cache"
    try:
        document = cache.read_description(folder, pack)
    except PackDamaged:
        return "damaged", [PackProblem(f"cache/{cache.CACHE_JSON}", Message("cannot be read"))]
    if document is None:
        return "none", []
    problems = []
    for name in cache.CACHE_FILES:
        entry = document["files"].get(name)
        path = folder / name
        if not path.is_file():
            problems.append(PackProblem(f"cache/{name}", Message("is missing")))
        elif not isinstance(entry, dict) or sha256_file(path) != entry.get("sha256"):
            problems.append(PackProblem(f"cache/{name}", Message("was altered (its sha256 differs)")))
    return ("damaged" if problems else "good"), problems


def _verify_artifacts(pack: Pack) -> VerifyReport:
    """Exports do not list their files; only their consistency can be checked."""
    assert pack.bundle is not None
    problems = []
    artifacts = pack.bundle.artifacts
    total = 0
    for path in (artifacts.embeddings, artifacts.mapping):
        total += path.stat().st_size
    width = 0
    try:
        width = read_array(artifacts.embeddings, ndim=2).shape[1]
    except ArrayFileError as error:
        problems.append(PackProblem(artifacts.embeddings.name, error.message))
    if artifacts.prototypes.is_file() and width:
        try:
            cache.read_prototypes(artifacts.prototypes, width)
        except ArrayFileError as error:
            problems.append(PackProblem(artifacts.prototypes.name, error.message))
    for row in range(len(pack.clips)):
        if pack.has_features(row):
            try:
                pack.features(row)
            except PackDamaged as error:
                problems.append(PackProblem(pack.clips[row].feature_file, error.message))
    return VerifyReport(2, total, len(pack.clips), "good", tuple(problems))
