"""Reads takes from a collection of landmark clips (clips.csv and one .npz a source repository)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.engine.records import BoolArray, FeatureSequence, FloatArray
from desktop_app.engine.tracking.features import normalise_clip
from desktop_app.errors import DatasetError
from desktop_app.message import Message
from scripts.synthesis.takes import MIN_ROWS, SynthesisTake, clean, to_rate, trim

INT16_UNIT: Final = 8192  # a stored value is the coordinate times this
ASSUMED_FPS: Final = 15.0  # webcam collection scripts reach 10 to 20 frames a second; few clips state theirs
NEEDED: Final = (
    "clip_id", "file", "index", "source", "licence", "sign_language", "label", "signer_group", "recorder",
    "fps",
)  # fmt: skip


class Collection:
    """Clips on disk; arrays are read once per file and kept."""

    def __init__(self, folder: Path) -> None:
        """Raises DatasetError when the folder is no collection."""
        listing = folder / "clips.csv"
        if not listing.is_file():
            raise DatasetError(
                Message("There is no clips.csv in '{folder}'.", folder=folder.name),
                Message("Give the folder of the landmark collection."),
            )
        self.folder = folder
        self.table = pd.read_csv(listing, dtype={"recorder": "string"})
        missing = [name for name in NEEDED if name not in self.table]
        if missing:
            raise DatasetError(
                Message("clips.csv lacks the columns {missing}.", missing=", ".join(missing)),
                Message("Give a complete collection."),
            )
        recorder = self.table["recorder"].fillna("one")
        self.table["signer"] = self.table["signer_group"] + "/" + recorder
        self._files: dict[str, tuple[npt.NDArray[np.int16], npt.NDArray[np.int64]]] = {}

    def raw(self, file: str, index: int) -> FloatArray:
        """(T, 540) float32 raw image coordinates of one clip."""
        if file not in self._files:
            try:
                with np.load(self.folder / file, allow_pickle=False) as archive:
                    self._files[file] = archive["frames"], archive["offsets"]
            except (OSError, KeyError, ValueError) as error:
                raise DatasetError(
                    Message("'{file}' of the collection cannot be read.", file=file),
                    Message("Fetch the file again."),
                    detail=str(error),
                ) from error
        frames, offsets = self._files[file]
        return frames[offsets[index] : offsets[index + 1]].astype(np.float32) / INT16_UNIT

    def clip(self, row: Mapping[Hashable, Any]) -> FeatureSequence:
        """A clip of the table, normalised, at its own rate or the assumed one."""
        fps = float(row["fps"]) if row["fps"] > 0 else ASSUMED_FPS  # nan where it is not known
        return normalise_clip(self.raw(row["file"], row["index"]), fps=fps)

    def rows_of_signer(self, signer: str, clips: int) -> tuple[FloatArray, BoolArray]:
        """Normalised rows of up to `clips` clips of one person, evenly chosen, for measuring the body."""
        table = self.table[self.table["signer"] == signer]
        features, present = [], []
        for row in evenly(table, clips).to_dict("records"):
            sequence = normalise_clip(self.raw(row["file"], row["index"]), fps=ASSUMED_FPS)
            features.append(sequence.features)
            present.append(sequence.present)
        return np.concatenate(features), np.concatenate(present)

    def takes(self, label: str, *, per_signer: int) -> list[SynthesisTake]:
        """Cleaned, trimmed takes of a label, at most `per_signer` of a person, in a fixed order."""
        table = self.table[self.table["label"] == label]
        takes: list[SynthesisTake] = []
        for _, group in sorted(table.groupby(["signer", "sign_language"]), key=lambda item: item[0]):
            for row in evenly(group, per_signer).to_dict("records"):
                features, present = trim(*clean(*to_rate(self.clip(row))))
                if len(features) >= MIN_ROWS:
                    takes.append(_take(label, row, features, present))
        return takes


def _take(label: str, row: dict[Hashable, Any], features: FloatArray, present: BoolArray) -> SynthesisTake:
    return SynthesisTake(
        label=label,
        signer=row["signer"],
        language=row["sign_language"],
        source=row["source"],
        licence=row["licence"],
        clip_id=row["clip_id"],
        features=features.copy(),
        present=present.copy(),
    )


def evenly(table: pd.DataFrame, count: int) -> pd.DataFrame:
    """At most `count` rows, spread evenly over the table in the order of the clip ids."""
    table = table.sort_values("clip_id")
    if len(table) <= count:
        return table
    return table.iloc[np.linspace(0, len(table) - 1, count).round().astype(int)]
