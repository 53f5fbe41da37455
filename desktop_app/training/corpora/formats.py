"""The known layouts, and the detection of the layout of a collection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop_app.engine.importing.import_jobs import FoundClips, find_clips
from desktop_app.errors import AppError, DatasetError
from desktop_app.message import Message
from desktop_app.training.corpora.arrays import Arrays
from desktop_app.training.corpora.asl_citizen import AslCitizen
from desktop_app.training.corpora.base import ClipJob, CorpusFormat, check_unique
from desktop_app.training.corpora.folders import Folders
from desktop_app.training.corpora.gislr import Gislr
from desktop_app.training.corpora.keypoints import KeyPoints
from desktop_app.training.corpora.signtalk import SignTalkGh
from desktop_app.training.corpora.table import CorpusTable, PlainFolder
from desktop_app.training.corpora.wlasl import Wlasl

AUTO: Final = "auto"
# In the order in which `auto` checks them; the plain folder accepts any other.
_FORMATS: Final[tuple[CorpusFormat, ...]] = (
    Arrays(), Gislr(), AslCitizen(), Wlasl(), SignTalkGh(), KeyPoints(), CorpusTable(), Folders(),
    PlainFolder(),
)  # fmt: skip
FORMAT_NAMES: Final = (AUTO, *(one.name for one in _FORMATS if one.name != PlainFolder.name))
# Read with all folders in them, whatever these are called; the others read what a table or their layout names.
WHOLE_FOLDERS: Final = frozenset({KeyPoints.name, Folders.name, PlainFolder.name})


@dataclass(frozen=True, slots=True)
class Corpus:
    """A collection that can be iterated repeatedly; it keeps no clips.

    Attributes:
        path: folder or table.
        layout: how it is read.
        mirrored: its pictures are mirror images, as phones show their own owner.
    """

    path: Path
    layout: CorpusFormat
    mirrored: bool = False

    def __iter__(self) -> Iterator[ClipJob]:
        for job in check_unique(self.layout.jobs(self.path), self.path):
            yield replace(job, mirrored=True) if self.mirrored else job


def open_corpus(path: Path, name: str = AUTO, *, mirrored: bool = False, tier: str = "") -> Corpus:
    """The collection at `path` in the named layout, or in the detected one.

    Args:
        tier: of the ELAN files in it.

    Raises:
        DatasetError: nothing there, or no such layout.
    """
    if name != AUTO and name not in FORMAT_NAMES:
        raise DatasetError(
            Message("No layout of a corpus is called '{name}'.", name=name),
            Message("Known are {names}.", names=", ".join(FORMAT_NAMES)),
        )
    if path.exists():
        for layout in _FORMATS:
            if layout.name == name or (name == AUTO and layout.recognises(path)):
                _check_kind(path, layout)
                if isinstance(layout, CorpusTable | PlainFolder):
                    layout = type(layout)(tier)
                return Corpus(path, layout, mirrored)
    raise DatasetError(
        Message("There is no collection of clips at {path}.", path=path),
        Message(
            "Give a folder or table of videos or landmark recordings, or a folder with clips.csv and .npz "
            "files."
        ),
        code="dataset.missing",
    )


def passed_over(corpus: Corpus) -> FoundClips:
    """How a plain folder or table is read; nothing for corpora with a layout of their own."""
    if corpus.layout.name not in (PlainFolder.name, Folders.name, CorpusTable.name):
        return FoundClips(())
    try:
        return find_clips(corpus.path, tier=None)
    except AppError:  # a table that counts in another layout only
        return FoundClips(())


def _check_kind(path: Path, layout: CorpusFormat) -> None:
    if layout.name == CorpusTable.name and not path.is_file():
        raise DatasetError(
            Message("{path} is no table.", path=path), Message("Give the CSV itself, not its folder.")
        )
    if layout.name not in (CorpusTable.name, PlainFolder.name) and not path.is_dir():
        raise DatasetError(
            Message("{path} is no folder.", path=path),
            Message("The layout {layout} is a folder; see docs/corpora.md.", layout=layout.name),
        )
