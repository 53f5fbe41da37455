"""Records of progress: attempts, sentence keys, and filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from typing import Final, Literal, NamedTuple

from desktop_app.errors import AppError

Kind = Literal["practice", "free", "spelling"]
KINDS: Final[tuple[Kind, ...]] = ("practice", "free", "spelling")
# Codes of feedback/why.py about camera and tracker, which say nothing about the learner.
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
    """A newer version of the program wrote the history; it is left unchanged."""

    code = "progress.too_new"


class SentenceKey(NamedTuple):
    """Key of a sentence: the same text in two packs is two sentences. `category` is for display only."""

    pack: str
    sentence: str
    category: str = ""

    @property
    def identity(self) -> tuple[str, str]:
        """(pack, sentence), the key of a card in the database."""
        return self.pack, self.sentence


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt.

    Attributes:
        when: time of the result; aware, stored as UTC to the microsecond.
        pack, sentence, category: what was requested; "" in a free attempt.
        kind: practice (one sentence was asked), free ("what did I sign?"), spelling (a word, letter by letter).
        right: it was what was requested.
        overall: 0 to 100, None without feedback. channels: likewise for each channel, by name.
        recognised: the first candidate, "" if there is none. accepted: it met the thresholds.
        reasons: codes of `feedback.why`, the most likely first.
        seconds: length of the signing.
        number: assigned by the store; 0 before.
        file: name of its landmark file in the attempts folder, "" if there is none.
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
            raise ValueError("an attempt needs a time with its zone")
        if self.kind not in KINDS:
            raise ValueError(f"an attempt is one of {KINDS}, got {self.kind!r}")

    @property
    def key(self) -> SentenceKey:
        return SentenceKey(self.pack, self.sentence, self.category)

    @property
    def judged(self) -> bool:
        """Whether it says something about the learner; a hand out of the picture does not."""
        return self.right or self.accepted or not NOT_SEEN.intersection(self.reasons)

    def day(self, zone: tzinfo | None = None) -> date:
        """Its date in a time zone (None: the local one)."""
        return self.when.astimezone(zone).date()


@dataclass(frozen=True, slots=True)
class AttemptFilter:
    """A filter of attempts; None and "" match everything.

    Attributes:
        since, until: half-open interval of times.
        newest: at most this many, the newest; the order is always oldest first.
    """

    since: datetime | None = None
    until: datetime | None = None
    pack: str = ""
    sentence: str = ""
    kinds: tuple[Kind, ...] = KINDS
    newest: int | None = None


def utc_now() -> datetime:
    """The current time in UTC."""
    return datetime.now(UTC)
