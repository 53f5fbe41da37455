"""The state of the Record view as one frozen value. Qt-free; `flow` has its transitions."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from desktop_app.engine.takes.quality import QualityFinding
from desktop_app.engine.takes.take import Take
from desktop_app.engine.takes.trim import Span
from desktop_app.errors import AppError
from desktop_app.runtime.take_events import TakePicture
from desktop_app.ui.camera.takes import NO_TAKE, CurrentTake

MAX_REFUSED: Final = 3  # in a row; then nobody seems to be signing


class RecordPhase(StrEnum):
    FORM = "form"
    COUNTDOWN = "countdown"
    RECORDING = "recording"
    ENDING = "ending"  # the recorder is finishing the take
    CHECKING = "checking"  # the take is being reviewed
    REVIEW = "review"
    SAVING = "saving"
    SAVED = "saved"


@dataclass(frozen=True, slots=True, eq=False)
class MadeTake:
    """A take and its review.

    Attributes:
        video: the mp4 of the whole take; None if only landmarks are kept.
        pictures: small pictures, in memory only.
        span: the part to keep. found: the part as it was detected.
        findings: the worst first; None until the take was reviewed.
        keep: added to the pack when the takes are saved.
        dropped: frames that the recorder could not process in time. full: the take reached the maximum length.
    """

    number: int
    take: Take
    video: Path | None
    pictures: tuple[TakePicture, ...]
    span: Span
    found: Span
    findings: tuple[QualityFinding, ...] | None = None
    keep: bool = True
    dropped: int = 0
    full: bool = False

    @property
    def blocked(self) -> bool:
        """Whether it is unusable as a reference."""
        return any(finding.blocks for finding in self.findings or ())

    @property
    def kept(self) -> bool:
        """Whether it would be saved now."""
        return self.keep and self.findings is not None and not self.blocked

    @property
    def begins_s(self) -> float:
        """Start of the take on its own time axis; displayed times are relative to it."""
        return self.take.sequence.start_s


@dataclass(frozen=True, slots=True, eq=False)
class RecordState:
    """Everything that the Record view shows except pictures and the form.

    Attributes:
        countdown_s, wanted: seconds before a take; number of takes that are made automatically.
        until_s: end of the countdown, on the clock of `tick`. now_s: that clock at the last tick.
        next_s: when the next countdown begins by itself; None without a timer.
        take: the current take, or the last one.
        takes: in the order they were made. chosen: number of the displayed one; 0 for none.
        refused: number of unusable takes in a row.
        error: the last error. leaving: the view (or `close`) to go to once unsaved takes are dealt with.
        done, total: progress of saving. saved: number of saved clips.
        recognised: the library in use contains the saved clips.
    """

    phase: RecordPhase = RecordPhase.FORM
    countdown_s: float = 3.0
    wanted: int = 2
    until_s: float = 0.0
    now_s: float = 0.0
    next_s: float | None = None
    take: CurrentTake = NO_TAKE
    takes: tuple[MadeTake, ...] = field(default=())
    chosen: int = 0
    refused: int = 0
    error: AppError | None = None
    leaving: str = ""
    done: int = 0
    total: int = 0
    saved: int = 0
    recognised: bool = False

    @property
    def left_s(self) -> float:
        """Remaining seconds of the countdown."""
        return max(self.until_s - self.now_s, 0.0) if self.phase is RecordPhase.COUNTDOWN else 0.0

    @property
    def next_in_s(self) -> float | None:
        """Seconds to the next countdown; None without a timer."""
        return None if self.next_s is None else max(self.next_s - self.now_s, 0.0)

    @property
    def shown(self) -> MadeTake | None:
        return next((take for take in self.takes if take.number == self.chosen), None)

    @property
    def kept(self) -> tuple[MadeTake, ...]:
        """Takes that would be saved now."""
        return tuple(take for take in self.takes if take.kept)

    @property
    def unsaved(self) -> bool:
        """Whether leaving would lose takes."""
        return bool(self.takes) and self.phase is not RecordPhase.SAVED

    @property
    def busy(self) -> bool:
        """Whether a take is being made, or takes are being written."""
        return self.phase not in (RecordPhase.FORM, RecordPhase.REVIEW, RecordPhase.SAVED)

    @property
    def may_save(self) -> bool:
        """Whether there is something to save and everything was reviewed."""
        checked = all(take.findings is not None for take in self.takes if take.keep)
        return self.phase is RecordPhase.REVIEW and bool(self.kept) and checked
