"""An attempt as exchanged between learner and teacher: landmarks, the task, feedback and notes."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

import numpy as np
import numpy.typing as npt

from desktop_app import __version__
from desktop_app.engine import layout
from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.feedback.compare import Feedback
from desktop_app.engine.progress.records import Attempt
from desktop_app.engine.records import FeatureSequence, FloatArray, read_only
from desktop_app.engine.takes.take import Take, raw_rows
from desktop_app.errors import AppError
from desktop_app.message import Message

MAX_NOTES: Final = 200
MAX_NOTE: Final = 1000  # characters
MAX_NAME: Final = 200


class AttemptFileError(AppError):
    """An attempt file that cannot be read or written."""

    code = "attempt.unusable"


class AttemptFileDamaged(AttemptFileError):
    """An attempt file whose content is invalid; the text names the member."""

    code = "attempt.damaged"


@dataclass(frozen=True, slots=True)
class Note:
    """A comment on one moment of an attempt.

    Attributes:
        at_s: seconds on the axis of the attempt. text: plain, at most `MAX_NOTE` characters.
        channel: what it refers to, None for the attempt as a whole.
        author: as entered, "" if unnamed. id: unique within the file.
    """

    at_s: float
    text: str
    channel: Channel | None = None
    author: str = ""
    id: str = field(default_factory=lambda: uuid.uuid4().hex[:12])


@dataclass(frozen=True, slots=True, eq=False)
class ComparedReference:
    """The reference that the attempt was compared with; `sequence` is None if it may not be copied."""

    pack: str
    clip_id: str
    sentence: str
    sequence: FeatureSequence | None


@dataclass(frozen=True, slots=True, eq=False)
class SharedAttempt:
    """One attempt with everything needed to review it.

    Attributes:
        attempt: the record that the history keeps: time, task and result.
        sequence: (T, 540) the take in torso units at 30 rows a second; present (T, 4).
        raw: (F, 540) raw landmarks frame by frame, MediaPipe's image coordinates. times: (F,) their seconds, on
            the axis of `sequence`. aspect: width / height of the picture.
        signer: the name that the learner entered, "" for none.
        reference: None in a free attempt.
        feedback: None if there is none (a free attempt, or no hand was seen).
        notes: in chronological order.
        program: version of the program that wrote the file.
        has_video: the file contains a video; `files.extract_video` unpacks it.
    """

    attempt: Attempt
    sequence: FeatureSequence
    raw: FloatArray
    times: npt.NDArray[np.float64]
    aspect: float
    signer: str = ""
    reference: ComparedReference | None = None
    feedback: Feedback | None = None
    notes: tuple[Note, ...] = ()
    program: str = __version__
    has_video: bool = False

    def __post_init__(self) -> None:
        if (
            self.raw.ndim != 2
            or self.raw.shape[1] != layout.FEATURE_DIM
            or self.times.shape != (len(self.raw),)
        ):
            raise ValueError(f"raw is (F, {layout.FEATURE_DIM}) with (F,) times, got {self.raw.shape}")
        read_only(self.raw)
        read_only(self.times)

    @property
    def seconds(self) -> float:
        return self.sequence.end_s - self.sequence.start_s


def make_attempt(
    take: Take,
    attempt: Attempt,
    *,
    feedback: Feedback | None = None,
    reference: ComparedReference | None = None,
) -> SharedAttempt:
    """An attempt from a recorded take, without pictures."""
    times = np.array([frame.position_s for frame in take.frames], np.float64)
    raw = raw_rows(take.frames)
    return SharedAttempt(
        attempt, take.sequence, raw, times, take.aspect, reference=reference, feedback=feedback
    )


def with_note(shared: SharedAttempt, note: Note) -> SharedAttempt:
    """Add a note, or replace the one with the same id. Raises AttemptFileError beyond the limits."""
    text = note.text.strip()
    if not text or len(text) > MAX_NOTE:
        raise AttemptFileError(
            Message("A note needs between one and {most} characters.", most=MAX_NOTE),
            Message("Write a shorter one, or several."),
        )
    others = [one for one in shared.notes if one.id != note.id]
    if len(others) >= MAX_NOTES:
        raise AttemptFileError(
            Message("An attempt holds at most {most} notes.", most=MAX_NOTES), Message("Delete one first.")
        )
    at_s = min(max(note.at_s, shared.sequence.start_s), shared.sequence.end_s)
    kept = replace(note, text=text, at_s=round(at_s, 3), author=note.author.strip()[:MAX_NAME])
    return replace(shared, notes=tuple(sorted((*others, kept), key=lambda one: (one.at_s, one.id))))


def without_note(shared: SharedAttempt, note_id: str) -> SharedAttempt:
    """Remove a note; does nothing if there is none with that id."""
    return replace(shared, notes=tuple(one for one in shared.notes if one.id != note_id))


def parse_when(text: str) -> datetime:
    """Parse an ISO time with a time zone. Raises ValueError."""
    when = datetime.fromisoformat(text)
    if when.tzinfo is None:
        raise ValueError("a time without its zone")
    return when
