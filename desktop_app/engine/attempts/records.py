"""A try as it travels between a learner and a teacher: landmarks, what was asked, feedback, notes."""

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

MAX_NOTES: Final = 200
MAX_NOTE: Final = 1000  # characters
MAX_NAME: Final = 200


class AttemptFileError(AppError):
    """A try file that cannot be read or written."""

    code = "try.unusable"


class AttemptFileDamaged(AttemptFileError):
    """A try file that is not what it says it is; the member is named."""

    code = "try.damaged"


@dataclass(frozen=True, slots=True)
class Note:
    """A word at a moment.

    Attributes:
        at_s: seconds on the axis of the try. text: plain, at most `MAX_NOTE` characters.
        channel: what it is about, None for the whole.
        author: as they gave it, "" for nobody. id: tells two notes apart.
    """

    at_s: float
    text: str
    channel: Channel | None = None
    author: str = ""
    id: str = field(default_factory=lambda: uuid.uuid4().hex[:12])


@dataclass(frozen=True, slots=True, eq=False)
class ComparedReference:
    """What the try was compared with; `sequence` as in the pack, None where it was not to be copied."""

    pack: str
    clip_id: str
    sentence: str
    sequence: FeatureSequence | None


@dataclass(frozen=True, slots=True, eq=False)
class SharedAttempt:
    """One try.

    Attributes:
        attempt: when, what was asked, how it went; the same record the history keeps.
        sequence: (T, 540) the take in torso units at 30 rows a second; present (T, 4).
        raw: (F, 540) raw landmarks frame by frame, MediaPipe's image coordinates. times: (F,) their seconds, on
            the axis of `sequence`. aspect: width / height of the picture.
        signer: the name the learner gave, "" for none.
        reference: None in a free try.
        feedback: None where there was none (a free try, no hand seen).
        notes: in the order of time.
        program: version that wrote the file.
        has_video: the file holds one too; `files.extract_video` unpacks it.
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
        """Length of the try."""
        return self.sequence.end_s - self.sequence.start_s


def make_attempt(
    take: Take,
    attempt: Attempt,
    *,
    feedback: Feedback | None = None,
    reference: ComparedReference | None = None,
) -> SharedAttempt:
    """A try out of a take as it was recorded; no picture is in it."""
    times = np.array([frame.position_s for frame in take.frames], np.float64)
    raw = raw_rows(take.frames)
    return SharedAttempt(
        attempt, take.sequence, raw, times, take.aspect, reference=reference, feedback=feedback
    )


def with_note(shown: SharedAttempt, note: Note) -> SharedAttempt:
    """Add a note, or put it in the place of the one with its id. Raises TryError where it cannot be kept."""
    text = note.text.strip()
    if not text or len(text) > MAX_NOTE:
        raise AttemptFileError(
            f"A note needs between one and {MAX_NOTE} characters.", "Write a shorter one, or several."
        )
    others = [one for one in shown.notes if one.id != note.id]
    if len(others) >= MAX_NOTES:
        raise AttemptFileError(f"A try holds at most {MAX_NOTES} notes.", "Delete one first.")
    at_s = min(max(note.at_s, shown.sequence.start_s), shown.sequence.end_s)
    kept = replace(note, text=text, at_s=round(at_s, 3), author=note.author.strip()[:MAX_NAME])
    return replace(shown, notes=tuple(sorted((*others, kept), key=lambda one: (one.at_s, one.id))))


def without_note(shown: SharedAttempt, note_id: str) -> SharedAttempt:
    """Delete a note; does nothing where there is none of that id."""
    return replace(shown, notes=tuple(one for one in shown.notes if one.id != note_id))


def parse_when(text: str) -> datetime:
    """An ISO time with its zone. Raises ValueError."""
    when = datetime.fromisoformat(text)
    if when.tzinfo is None:
        raise ValueError("a time without its zone")
    return when
