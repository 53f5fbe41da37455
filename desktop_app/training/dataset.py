"""A preprocessed data set in memory as a table, its clips on disk; and its split by signer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from desktop_app.engine import layout
from desktop_app.engine.array_files import ArrayFileError, open_array
from desktop_app.engine.records import FloatArray
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from desktop_app.training.collections import records
from desktop_app.training.preprocess import METADATA, STATISTICS
from desktop_app.training.statistics import load_statistics

IDLE: Final = "idle"  # label of a person who does not sign; belongs to the open set


@dataclass(frozen=True, slots=True)
class DatasetClip:
    """One labelled clip; its features lie in `path`.

    Attributes:
        agreed: False where somebody noted that this person's sign for the sentence is like nobody else's.
    """

    clip_id: str
    path: Path
    sentence_id: int
    sentence: str
    category: str
    signer: str
    video_file: str
    num_frames: int
    source: str = ""
    licence: str = ""
    agreed: bool = True

    def features(self) -> FloatArray:
        """(T, 540) float32 in torso units at 30 rows a second.

        Raises:
            DatasetError: missing or of another shape.
        """
        try:
            rows: FloatArray = np.array(open_array(self.path))
        except ArrayFileError as error:
            raise DatasetError(
                Message(
                    "The features of clip {clip_id} cannot be read ({path}).",
                    clip_id=self.clip_id,
                    path=self.path.name,
                ),
                Message("Run `signmirror preprocess` again; it makes what is missing."),
                detail=str(error),
            ) from error
        if rows.ndim != 2 or rows.shape[1] != layout.FEATURE_DIM or not len(rows):
            raise DatasetError(
                Message(
                    "The features of clip {clip_id} have the shape {shape}, not (frames, 540).",
                    clip_id=self.clip_id,
                    shape=rows.shape,
                ),
                Message("Run `signmirror preprocess` again."),
            )
        return rows.astype(np.float32, copy=False)


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """The clips of one preprocessed folder and its statistics.

    Attributes:
        more: clips of other folders, which are learned from and neither held out nor asked about.
    """

    folder: Path
    clips: tuple[DatasetClip, ...]
    mean: FloatArray
    std: FloatArray
    more: tuple[DatasetClip, ...] = ()

    @property
    def signers(self) -> list[str]:
        return sorted({clip.signer for clip in self.clips})

    @property
    def sentences(self) -> list[str]:
        return sorted({clip.sentence for clip in self.clips})

    def only_agreed(self) -> Dataset:
        """The clips whose sign others make alike (see `DatasetClip.agreed`)."""
        return replace(self, clips=tuple(clip for clip in self.clips if clip.agreed))


def load_dataset(folder: Path, more: Iterable[Path] = ()) -> Dataset:
    """Read what `signmirror preprocess` wrote, with the clips of `more` folders to learn from.

    Raises:
        DatasetError: not a data set, or a damaged one.
    """
    path = folder / METADATA
    if not path.is_file():
        raise DatasetError(
            Message("{folder} is no data set: {metadata} is missing.", folder=folder, metadata=METADATA),
            Message("Make one with `signmirror preprocess VIDEOS --out DATASET`."),
            code="dataset.missing",
        )
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        clips = tuple(_clip(folder, row) for row in records(table))
    except (OSError, ValueError, KeyError) as error:
        raise DatasetError(
            Message("{metadata} cannot be read.", metadata=METADATA),
            Message("Run `signmirror preprocess` again."),
            detail=str(error),
        ) from error
    if not clips:
        raise DatasetError(
            Message("{folder} holds no clips.", folder=folder),
            Message("Run `signmirror preprocess` with other limits."),
        )
    mean, std = load_statistics(folder / STATISTICS)
    return Dataset(folder, clips, mean, std, tuple(clip for one in more for clip in load_dataset(one).clips))


def _clip(folder: Path, row: dict[str, str]) -> DatasetClip:
    path = folder / row["feature_path"]
    return DatasetClip(
        clip_id=row.get("clip_id") or path.stem,
        path=path,
        sentence_id=int(row["sentence_id"]),
        sentence=row["sentence"],
        category=row["category"],
        signer=row["signer_id"],
        video_file=row["video_file"],
        num_frames=int(row["num_frames"]),
        source=row.get("source", ""),
        licence=row.get("licence", ""),
        agreed=row.get("agreed", "").casefold() != "no",
    )


@dataclass(frozen=True, slots=True)
class Split:
    """Training clips, and clips of people the model never sees."""

    train: tuple[DatasetClip, ...]
    held_out: tuple[DatasetClip, ...]
    held_out_signers: tuple[str, ...]
    held_out_sentences: tuple[str, ...] = ()


def split_by_signer(clips: tuple[DatasetClip, ...], held_out: tuple[str, ...] | float, seed: int = 0) -> Split:
    """Split by person, never by clip.

    Args:
        held_out: names of signers, or the share of signers to draw. Drawn are only signers of whom at least
            half the sentences are also signed by others: the rest would give no queries.

    Raises:
        DatasetError: an unknown name, or one side without clips.
    """
    signers = sorted({clip.signer for clip in clips})
    if isinstance(held_out, float | int):
        chosen = _draw(clips, signers, float(held_out), seed)
    else:
        unknown = sorted(set(held_out) - set(signers))
        if unknown:
            raise DatasetError(
                Message("There is no signer {unknown}.", unknown=", ".join(unknown)),
                Message("Signers: {signers}.", signers=", ".join(signers)),
            )
        chosen = tuple(sorted(set(held_out)))
    train = tuple(clip for clip in clips if clip.signer not in chosen)
    rest = tuple(clip for clip in clips if clip.signer in chosen)
    if not train or (held_out and not rest):
        raise DatasetError(
            Message(
                "{count} signer(s) cannot be split into people to learn from and people to test on.",
                count=len(signers),
            ),
            Message("Add clips of other people, or train with --held-out 0 and no test."),
        )
    return Split(train, rest, chosen)


def without_sentences(split: Split, sentences: tuple[str, ...]) -> Split:
    """The split without the training clips of some sentences.

    Raises:
        DatasetError: an unknown sentence.
    """
    unknown = sorted(set(sentences) - {clip.sentence for clip in (*split.train, *split.held_out)})
    if unknown:
        raise DatasetError(
            Message("There is no sentence {unknown}.", unknown=", ".join(unknown)),
            Message("See processed_metadata.csv."),
        )
    train = tuple(clip for clip in split.train if clip.sentence not in sentences)
    return Split(train, split.held_out, split.held_out_signers, sentences)


def _draw(clips: tuple[DatasetClip, ...], signers: list[str], share: float, seed: int) -> tuple[str, ...]:
    count = round(len(signers) * share)
    if count == 0:
        return ()
    people: dict[str, set[str]] = {}
    for clip in clips:
        people.setdefault(clip.sentence, set()).add(clip.signer)
    eligible = []
    for signer in signers:
        own = {clip.sentence for clip in clips if clip.signer == signer}
        if sum(len(people[sentence]) > 1 for sentence in own) * 2 >= len(own):
            eligible.append(signer)
    order = np.random.default_rng(seed).permutation(len(eligible))
    return tuple(sorted(eligible[i] for i in order[: min(count, len(signers) - 1)]))
