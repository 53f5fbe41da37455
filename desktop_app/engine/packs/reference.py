"""References to be added to a pack: validation, measurement and storage."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from desktop_app.engine.packs import bounds
from desktop_app.engine.packs.manifest import FileEntry, ReferenceClip
from desktop_app.engine.packs.safe_paths import slug
from desktop_app.engine.records import FeatureSequence, FloatArray
from desktop_app.engine.tracking.features import check_rows
from desktop_app.engine.tracking.motion import motion_energy
from desktop_app.errors import LandmarkError, PackError
from desktop_app.files import is_text, private_folder, readable, replacing, sha256_file
from desktop_app.message import Message

FLOAT16_LIMIT: Final = 60_000.0
MEDIA_SUFFIXES: Final = frozenset({".mp4", ".pose"})  # formats that every reader can play
HANDEDNESS: Final = ("", "right", "left", "both")


@dataclass(frozen=True, slots=True, eq=False)
class NewReference:
    """One reference to be added.

    Attributes:
        sequence: torso units of the pack's contract, at its own rate.
        sentence: its meaning; takes of the same sentence have the same text.
        handedness: right, left, both or "".
        media: a video (.mp4) or landmark recording (.pose) that is copied into the pack; None: features only.
        clip_id: None derives one from the sentence.
        start_s, end_s: where the sign lies in `media`; None uses the times of the sequence.
        quality: additional figures.
        licence, consent: where they differ from the pack's.
    """

    sequence: FeatureSequence
    sentence: str
    category: str = ""
    variant: str = ""
    signer_id: str = ""
    handedness: str = ""
    source: str = ""
    media: Path | None = None
    clip_id: str | None = None
    start_s: float | None = None
    end_s: float | None = None
    quality: Mapping[str, float] = field(default_factory=dict)
    licence: str = ""
    consent: str = ""

    def __post_init__(self) -> None:
        if not self.sentence.strip() or len(self.sequence.features) == 0:
            raise PackError(
                Message("A reference needs frames and a sentence."), Message("Leave this clip out.")
            )
        if not bounds.is_possible_length(len(self.sequence.features), self.sequence.fps):
            raise PackError(
                Message(
                    "A reference cannot have {frames} frames at {fps:.3g} frames a second.",
                    frames=len(self.sequence.features),
                    fps=self.sequence.fps,
                ),
                Message("Cut it into parts, or give the rate of the recording."),
            )
        check_text(self.sentence, self.category, self.variant, self.signer_id, self.source)
        check_text(self.licence, self.consent, self.clip_id or "")
        if self.handedness not in HANDEDNESS:
            raise PackError(
                Message("A signer cannot be '{handedness}'-handed.", handedness=self.handedness),
                Message("Use right, left or both."),
            )
        if self.media is not None and self.media.suffix.lower() not in MEDIA_SUFFIXES:
            raise PackError(
                Message("A pack cannot hold {media}.", media=self.media.name),
                Message("Media of a pack are .mp4 videos or .pose recordings."),
            )


def check_text(*values: str) -> None:
    """Raise PackError for text that is not valid; arguments of a command may be bytes that are not UTF-8."""
    for value in values:
        if value != readable(value):
            raise PackError(
                Message("'{text}' is not in UTF-8.", text=readable(value)), Message("Type it again.")
            )
        if not is_text(value):
            raise PackError(
                Message("{text} contains control characters.", text=ascii(value)), Message("Type it again.")
            )


def free_id(sentence: str, wanted: str | None, taken: Collection[str]) -> str:
    """An unused clip id; `taken` are ids in lower case. Raises PackError if the wanted one is taken."""
    name = slug(wanted if wanted is not None else sentence)
    if wanted is not None:
        if name.lower() in taken:
            raise PackError(
                Message("The pack has a clip '{wanted}' already.", wanted=wanted),
                Message("Give every clip its own id."),
            )
        return name
    stem, number = name, 1
    while name.lower() in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def rows_to_store(rows: FloatArray, dtype: str) -> npt.NDArray[Any]:
    """(T, 540) in the given type, or float32 if values exceed half precision."""
    checked = check_rows(rows)
    if bounds.value_problem(checked):
        raise LandmarkError(
            Message("The landmarks lie far outside of any picture."), Message("Extract the landmarks again.")
        )
    fits = float(np.abs(checked).max(initial=0.0)) <= FLOAT16_LIMIT
    return checked.astype(np.dtype(dtype) if fits else np.float32)


def figures_of(sequence: FeatureSequence) -> dict[str, float]:
    """The quality figures that every reference has."""
    present = sequence.present
    return {
        "motion_mean": round(float(motion_energy(sequence.features, present).mean()), 6),
        "person_share": round(float(present[:, 0].mean()), 4),
        "hands_share": round(float(present[:, 1:3].any(axis=1).mean()), 4),
    }


def clip_of(
    reference: NewReference, clip_id: str, sentence_id: int, feature_file: str, media: str
) -> ReferenceClip:
    """The row of clips.csv."""
    sequence = reference.sequence
    return ReferenceClip(
        clip_id=clip_id,
        sentence_id=sentence_id,
        sentence=reference.sentence.strip(),
        category=reference.category,
        variant=reference.variant,
        signer_id=reference.signer_id,
        handedness=reference.handedness,
        source=reference.source,
        media_file=media,
        feature_file=feature_file,
        fps=sequence.fps,
        frames=len(sequence.features),
        start_s=max(0.0, sequence.start_s if reference.start_s is None else reference.start_s),
        end_s=max(0.0, sequence.end_s if reference.end_s is None else reference.end_s),
        quality={**figures_of(sequence), **reference.quality},
        licence=reference.licence,
        consent=reference.consent,
    )


def store_features(folder: Path, name: str, rows: FloatArray) -> FileEntry:
    """Write one feature file in half precision, atomically. Raises LandmarkError, OSError."""
    target = folder / name
    private_folder(target.parent)
    with replacing(target, tidy=False) as part, part.open("wb") as file:
        np.save(file, rows_to_store(rows, "float16"), allow_pickle=False)
    return entry_of(folder, name)


def store_media(folder: Path, name: str, media: Path) -> FileEntry:
    """Copy a video or recording, atomically. Raises OSError."""
    target = folder / name
    private_folder(target.parent)
    with replacing(target, tidy=False) as part:
        shutil.copyfile(media, part)
    return entry_of(folder, name)


def entry_of(folder: Path, name: str) -> FileEntry:
    """The row of files.csv of an existing file."""
    path = folder / name
    return FileEntry(name, path.stat().st_size, sha256_file(path))
