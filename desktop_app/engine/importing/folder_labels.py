"""What folders of clips say: a folder a sign, with folders of signers in it or of categories above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

SIGNER_MARK: Final = "__"  # ann__take3.mp4 is by ann
_TAKE_NUMBER: Final = re.compile(r"([-_ ]+\d+|[-_ ]*\(\d+\))+$")
# Folders that hold clips of any sign.
_CONTAINERS: Final = frozenset(
    {
        "clips", "data", "dataset", "enregistrements", "features", "films", "media", "mp4", "pose", "poses",
        "raw", "raw videos", "recordings", "test", "train", "val", "validation", "video", "videos", "vidéos",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FolderLabel:
    """The sentence of one clip, and its signer and category where the folders tell them."""

    sentence: str
    signer_id: str = ""
    category: str = ""


def sentence_of(stem: str) -> str:
    """The sentence in a file name: without take number, underscores as spaces."""
    text = _TAKE_NUMBER.sub("", stem) or stem
    return " ".join(text.replace("_", " ").replace("-", " ").split())


def folder_labels(files: Iterable[Path], root: Path) -> dict[Path, FolderLabel]:
    """A label for every clip below a folder, by the folder that it lies in, else by its own name.

    `SIGN/clip` is a sign. Of two folders the outer one is the sign and the inner one a signer, where the outer
    one also holds clips itself, or where most inner folders come back under several outer ones; else they are
    a category and a sign. Folders called videos, clips and the like say nothing.
    """
    parts = {file: _telling(file.relative_to(root)) for file in files}
    pairs = {names[-2:] for names in parts.values() if len(names) > 1}
    inner = Counter(last for _, last in pairs)
    repeated = sum(count > 1 for count in inner.values())
    signs = {names[-1] for names in parts.values() if len(names) == 1}
    if 2 * repeated >= len(inner):
        signs |= {outer for outer, _ in pairs}
    return {file: _label(file, names, signs) for file, names in parts.items()}


def _telling(relative: PurePath) -> tuple[str, ...]:
    return tuple(name for name in relative.parts[:-1] if name.casefold() not in _CONTAINERS)


def _label(file: Path, names: tuple[str, ...], signs: Collection[str]) -> FolderLabel:
    if not names:
        return FolderLabel(sentence_of(file.stem))
    prefix, mark, _ = file.stem.partition(SIGNER_MARK)
    signer = prefix if mark else ""
    if len(names) == 1:
        return FolderLabel(_words(names[0]), signer)
    outer, last = names[-2:]
    if outer in signs:
        return FolderLabel(_words(outer), last)
    return FolderLabel(_words(last), signer, _words(outer))


def _words(folder: str) -> str:
    return " ".join(folder.replace("_", " ").split())
