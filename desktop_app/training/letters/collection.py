"""A collection of recorded letters: `stills.npz`, `sequences.npz`, `sources.csv`. No torch."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.engine.array_files import ArrayFileError, read_npz
from desktop_app.engine.letters.alphabet import INDEX, LETTERS
from desktop_app.engine.letters.hands import mirrored, normalised, true_proportions
from desktop_app.engine.malformed import refusing_malformed
from desktop_app.engine.records import DEFAULT_ASPECT, BoolArray, FloatArray, IntArray
from desktop_app.errors import DatasetError
from desktop_app.message import Message

STILLS, SEQUENCES, SOURCES = "stills.npz", "sequences.npz", "sources.csv"
_STILL_NAMES: Final = ("xyz", "dims", "label", "source", "group", "hand", "normalised", "suspect", "aspect")
_OPTIONAL: Final = {"group": -1, "hand": "?", "normalised": False, "suspect": False, "aspect": 0.0, "dims": 3}
_SEQUENCE_NAMES: Final = ("frames", "offsets", "frame_index", "label", "source", "kind", "hand")


@dataclass(frozen=True, slots=True, eq=False)
class Stills:
    """One row a picture.

    Attributes:
        hands: (N, 21, 3) as recorded, left hands not yet mirrored.
        letters: (N,) place in CLASSES; a label that is no class is left out.
        sources: (N,) number of the source; groups: (N,) frames of one capture share it, -1: a picture of its
            own.
        left: (N,) recorded as a left hand; relative: (N,) relative to the wrist already, of unknown scale.
        suspect: (N,) the source labels this letter differently from all others.
        aspect: (N,) width / height of the picture, 0 unknown; flat: (N,) depth is unknown.
    """

    hands: FloatArray
    letters: IntArray
    sources: IntArray
    groups: IntArray
    left: BoolArray
    relative: BoolArray
    suspect: BoolArray
    aspect: FloatArray
    flat: BoolArray

    def __len__(self) -> int:
        return len(self.hands)

    def right_hands(self) -> FloatArray:
        """(N, 21, 3) as right hands of true proportions, by the models' contract."""
        wide = np.where(self.aspect > 0, self.aspect, DEFAULT_ASPECT)
        hands = true_proportions(self.hands, wide)
        hands[self.left] = mirrored(hands[self.left])
        return normalised(hands)

    def pick(self, rows: BoolArray | IntArray) -> Stills:
        """A subset of the rows."""
        return Stills(*(getattr(self, name)[rows] for name in self.__dataclass_fields__))


@dataclass(frozen=True, slots=True, eq=False)
class LetterClip:
    """One recording of one letter.

    Attributes:
        frames: (T, 21, 3) as recorded, without the frames in which no hand was seen.
        index: (T,) number of each frame in its recording.
        kind: clip (the letter once) or stream (held for long).
    """

    frames: FloatArray
    index: IntArray
    letter: int
    source: int
    kind: str
    left: bool
    aspect: float


@dataclass(frozen=True, slots=True, eq=False)
class LetterCollection:
    """Everything of one folder. `sources` has a row a source: index, source, licence, ..."""

    stills: Stills
    clips: tuple[LetterClip, ...]
    sources: pd.DataFrame

    def only(self, sources: Collection[int]) -> LetterCollection:
        """The part of these sources."""
        rows = np.isin(self.stills.sources, list(sources))
        clips = tuple(clip for clip in self.clips if clip.source in sources)
        return LetterCollection(self.stills.pick(rows), clips, self.sources)

    @property
    def judged(self) -> tuple[int, ...]:
        """Sources that show letters A to Z, and so can be held out."""
        return tuple(int(s) for s in np.unique(self.stills.sources[self.stills.letters < len(LETTERS)]))

    def name_of(self, source: int) -> str:
        """The name of a source, or its number."""
        found = self.sources.loc[self.sources["index"] == source, "source"]
        return str(found.iloc[0]) if len(found) else str(source)


def load_letters(folder: Path) -> LetterCollection:
    """Read a collection. Raises DatasetError naming the file that is missing or damaged."""
    with refusing_malformed(partial(_unreadable, folder)):
        return _load(folder)


def _unreadable(folder: Path, error: Exception) -> DatasetError:
    return DatasetError(
        Message("The columns of {path} do not fit each other.", path=folder),
        Message("Make the collection again."),
        detail=str(error),
    )


def _load(folder: Path) -> LetterCollection:
    stills = _read(folder / STILLS, _STILL_NAMES)
    if "xyz" not in stills and "hands" not in stills:
        raise DatasetError(
            Message("{stills} holds no hands.", stills=STILLS),
            Message("It needs xyz (N, 21, 3), label and source."),
        )
    sources = _sources(folder / SOURCES)
    aspects = _aspects(sources)
    return LetterCollection(_stills(stills), _clips(folder / SEQUENCES, aspects), sources)


def _read(path: Path, names: tuple[str, ...]) -> dict[str, npt.NDArray[np.generic]]:
    try:
        return read_npz(path, names)
    except ArrayFileError as error:
        raise DatasetError(
            Message("{path} {error}.", path=path, error=error),
            Message(
                "A collection of letters has {stills}, {sequences} and {sources}.",
                stills=STILLS,
                sequences=SEQUENCES,
                sources=SOURCES,
            ),
        ) from error


def _stills(arrays: dict[str, npt.NDArray[np.generic]]) -> Stills:
    hands = np.asarray(arrays["xyz"], np.float32)
    count = len(hands)
    for name in ("label", "source"):
        if name not in arrays:
            raise DatasetError(
                Message("{stills} has no '{name}'.", stills=STILLS, name=name),
                Message("Make the collection again."),
            )
    columns = {name: arrays.get(name, np.full(count, value)) for name, value in _OPTIONAL.items()}
    if hands.shape[1:] != (21, 3) or any(
        len(column) != count for column in (arrays["label"], arrays["source"], *columns.values())
    ):
        raise DatasetError(
            Message("The columns of {stills} do not fit each other.", stills=STILLS),
            Message("Make the collection again."),
        )
    letters = np.array([INDEX.get(str(label).upper(), -1) for label in arrays["label"]], np.int64)
    found = Stills(
        hands,
        letters,
        arrays["source"].astype(np.int64),
        columns["group"].astype(np.int64),
        columns["hand"].astype(str) == "L",
        columns["normalised"].astype(bool),
        columns["suspect"].astype(bool),
        columns["aspect"].astype(np.float32),
        columns["dims"].astype(np.int64) == 2,
    )
    return found.pick((letters >= 0) & hands.any(axis=(1, 2)))


def _sources(path: Path) -> pd.DataFrame:
    if not path.is_file():
        return pd.DataFrame({"index": [], "source": []})
    try:
        table = pd.read_csv(path)
    except (OSError, ValueError) as error:
        raise DatasetError(
            Message("{path} cannot be read as a table.", path=path), Message("Make the collection again.")
        ) from error
    if not {"index", "source"} <= set(table.columns):
        raise DatasetError(
            Message("{path} has no columns 'index' and 'source'.", path=path),
            Message("Make the collection again."),
        )
    return table


def _aspects(sources: pd.DataFrame) -> dict[int, float]:
    if "aspect_w_over_h" not in sources:
        return {}
    known = sources.dropna(subset=["aspect_w_over_h"])
    return dict(zip(known["index"].astype(int), known["aspect_w_over_h"].astype(float), strict=True))


def _clips(path: Path, aspects: dict[int, float]) -> tuple[LetterClip, ...]:
    if not path.is_file():
        return ()
    arrays = _read(path, _SEQUENCE_NAMES)
    missing = [name for name in ("frames", "offsets", "label", "source") if name not in arrays]
    if missing:
        raise DatasetError(
            Message("{path} has no '{missing}'.", path=path, missing=missing[0]),
            Message("Make the collection again."),
        )
    frames, offsets = np.asarray(arrays["frames"], np.float32), arrays["offsets"].astype(np.int64)
    count = len(arrays["label"])
    index = arrays.get("frame_index", np.arange(len(frames))).astype(np.int64)
    kinds, hands = arrays.get("kind", np.full(count, "clip")), arrays.get("hand", np.full(count, "?"))
    if (
        frames.shape[1:] != (21, 3)
        or len(offsets) != count + 1
        or (np.diff(offsets) < 0).any()
        or offsets[0] < 0
        or offsets[-1] > len(frames)
        or len(index) != len(frames)
    ):
        raise DatasetError(
            Message("The columns of {path} do not fit each other.", path=path),
            Message("Make the collection again."),
        )
    clips = []
    for number in range(count):
        rows = slice(int(offsets[number]), int(offsets[number + 1]))
        letter = INDEX.get(str(arrays["label"][number]).upper(), -1)
        if letter < 0 or rows.start == rows.stop:
            continue
        source = int(arrays["source"].astype(np.int64)[number])
        clips.append(
            LetterClip(
                frames[rows],
                index[rows],
                letter,
                source,
                str(kinds[number]),
                str(hands[number]) == "L",
                aspects.get(source, 0.0),
            )
        )
    return tuple(clips)
