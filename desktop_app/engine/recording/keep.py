"""Stores takes as references of a pack."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.engine.packs.editor import PackEditor
from desktop_app.engine.packs.manifest import ReferenceClip
from desktop_app.engine.packs.reference import HANDEDNESS, NewReference
from desktop_app.engine.protocols import Encoder
from desktop_app.engine.search.library import reindex_steps
from desktop_app.engine.sources.pose_file import save_pose
from desktop_app.engine.sources.recording import LandmarkRecording
from desktop_app.engine.takes.take import Take, raw_rows
from desktop_app.engine.takes.trim import Span, cut
from desktop_app.errors import PackError
from desktop_app.message import Message
from desktop_app.temporary import temporary_folder

_FIELD_NAMES: Final = {
    "sentence": Message("sentence"),
    "signer_id": Message("signer"),
    "licence": Message("licence"),
    "consent": Message("consent"),
    "handedness": Message("handedness"),
}


@dataclass(frozen=True, slots=True)
class TakeForm:
    """The form that describes a take.

    Attributes:
        consent: what the signer agreed to; required if a video is kept.
        skeleton_only: keep landmarks and no video.
    """

    sentence: str
    category: str = ""
    variant: str = ""
    signer_id: str = ""
    handedness: str = ""
    licence: str = ""
    consent: str = ""
    skeleton_only: bool = True

    def missing(self) -> tuple[str, ...]:
        """Names of required or invalid fields."""
        needed = {"sentence": self.sentence, "signer_id": self.signer_id, "licence": self.licence}
        if not self.skeleton_only:
            needed["consent"] = self.consent
        missing = [name for name, value in needed.items() if not value.strip()]
        if self.handedness not in HANDEDNESS:
            missing.append("handedness")
        return tuple(missing)


@dataclass(frozen=True, slots=True, eq=False)
class KeptTake:
    """A take to be added to a pack.

    Attributes:
        span: the part to keep.
        video: the finished video of the whole take, from `VideoKeeper`; copied into the pack. None: only the
            landmarks are kept, as a .pose recording.
    """

    take: Take
    span: Span
    video: Path | None = None


def save_takes(editor: PackEditor, takes: Sequence[KeptTake], form: TakeForm) -> tuple[ReferenceClip, ...]:
    """Add takes of one sentence to a pack in one edit.

    Raises:
        PackError: a field is missing, a video came with `skeleton_only`, or the pack cannot be written.
        LandmarkError: a span contains no frame.
    """
    missing = form.missing()
    if missing:
        raise PackError(
            Message("Please fill in: {missing}.", missing=[_FIELD_NAMES[name] for name in missing]),
            Message("A reference needs to say what it means, who signs, and how it may be used."),
            code="recording.form",
        )
    if form.skeleton_only and any(kept.video is not None for kept in takes):
        raise PackError(
            Message("A video was recorded although the skeleton alone was chosen."),
            Message("Discard it and record again."),
        )
    with temporary_folder() as folder:
        references = [
            _reference(kept, form, Path(folder) / f"take-{number}.pose") for number, kept in enumerate(takes, 1)
        ]
        return editor.add(references)


def _reference(kept: KeptTake, form: TakeForm, pose: Path) -> NewReference:
    take = kept.take
    sequence = cut(take.sequence, kept.span)
    first_s = take.frames[0].position_s
    return NewReference(
        sequence,
        form.sentence,
        category=form.category,
        variant=form.variant,
        signer_id=form.signer_id,
        handedness=form.handedness,
        source="recorded with SignMirror",
        media=kept.video if kept.video is not None else _recording(take, pose),
        start_s=max(0.0, sequence.start_s - first_s),  # media start with the take
        end_s=max(0.0, sequence.end_s - first_s),
        quality={"luma": round(float(np.median(take.luma)), 1)} if len(take.luma) else {},
        licence=form.licence,
        consent=form.consent,
    )


def encode_new(editor: PackEditor, encoder: Encoder) -> Generator[tuple[int, int], None, None]:
    """Encode new references of the pack, so that they can be recognised once the library is reopened."""
    yield from reindex_steps(editor.pack, encoder)


def _recording(take: Take, path: Path) -> Path:
    times = np.array([frame.position_s for frame in take.frames], np.float64)
    save_pose(path, LandmarkRecording(raw_rows(take.frames), times - times[0], take.aspect))
    return path
