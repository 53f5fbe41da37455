"""The records of progress: a try that is kept, the name of a sentence, and which tries are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from typing import Final, Literal, NamedTuple

from desktop_app.errors import AppError

Kind = Literal["practice", "free", "spelling"]
KINDS: Final[tuple[Kind, ...]] = ("practice", "free", "spelling")
# Codes of feedback/why.py that say what the camera or the tracker could not see, not what the learner knows.
NOT_SEEN: Final = frozenset(
    {
        "no_frames",
        "no_person",
        "no_hands",
        "too_dark",
        "hand_out",
        "shoulders_unstable",
        "too_fast",
        "slow_camera",
    }
)


class ProgressError(AppError):
    """The history cannot be opened, read or written."""

    code = "progress.unusable"


class ProgressTooNew(ProgressError):
    """A newer version of the program wrote the history; this one leaves it alone."""

    code = "progress.too_new"


class SentenceKey(NamedTuple):
    """Which sentence: the same words in two packs are two sentences. `category` only for showing it."""

    pack: str
    sentence: str
    category: str = ""

    @property
    def identity(self) -> tuple[str, str]:
        """What the database knows it by."""
        return self.pack, self.sentence


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try.

    Attributes:
        when: the moment of the result; aware, kept as UTC to the microsecond.
        pack, sentence, category: what was asked; "" in a free try, where nothing was.
        kind: practice (one sentence was asked), free ("what did I sign?"), spelling (a word, letter by letter).
        right: it was what was asked.
        overall: 0 to 100, None without feedback. channels: the same for each channel, by its name.
        recognised: the sentence on place 1, "" where there was none. accepted: the recogniser was sure of it.
        reasons: codes of `feedback.why`, the likeliest first.
        seconds: length of the signing.
        number: given by the store; 0 before.
        file: name of the kept landmarks in the folder of tries, "" where none are.
    """

    when: datetime
    pack: str
    sentence: str
    category: str
    kind: Kind
    right: bool
    overall: float | None = None
    channels: Mapping[str, float | None] = field(default_factory=dict)
    recognised: str = ""
    accepted: bool = False
    reasons: tuple[str, ...] = ()
    seconds: float = 0.0
    number: int = 0
    file: str = ""

    def __post_init__(self) -> None:
        if self.when.tzinfo is None:
            raise ValueError("a try needs a time with its zone")
        if self.kind not in KINDS:
            raise ValueError(f"a try is one of {KINDS}, got {self.kind!r}")

    @property
    def key(self) -> SentenceKey:
        """The sentence that was asked."""
        return SentenceKey(self.pack, self.sentence, self.category)

    @property
    def judged(self) -> bool:
        """Whether it says something about the learner: a hand out of the picture is not a sign forgotten."""
        return self.right or self.accepted or not NOT_SEEN.intersection(self.reasons)

    def day(self, zone: tzinfo | None = None) -> date:
        """The day it was done, by the clock on the wall there (None: the computer's zone)."""
        return self.when.astimezone(zone).date()


@dataclass(frozen=True, slots=True)
class AttemptFilter:
    """Which tries; None or "" asks nothing.

    Attributes:
        since, until: from this moment on, and before that one.
        newest: only so many, the newest. The order is always oldest first.
    """

    since: datetime | None = None
    until: datetime | None = None
    pack: str = ""
    sentence: str = ""
    kinds: tuple[Kind, ...] = KINDS
    newest: int | None = None


def utc_now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)
