"""What the Record view shows, as one frozen value. Qt-free; `record_flow` turns it into the next one."""

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

MAX_REFUSED: Final = 3  # in a row; then nobody seems to be there


class RecordPhase(StrEnum):
    """Where the flow stands."""

    FORM = "form"
    COUNTDOWN = "countdown"
    RECORDING = "recording"
    ENDING = "ending"  # the recorder was told to finish
    LOOKING = "looking"  # the take is being checked
    REVIEW = "review"
    SAVING = "saving"
    SAVED = "saved"


@dataclass(frozen=True, slots=True, eq=False)
class MadeTake:
    """A take and what became of it.

    Attributes:
        video: the mp4 of the whole take; None with the skeleton alone.
        pictures: small pictures of moments, in memory only.
        span: what would be kept. found: as it was found.
        findings: the worst first; None while they are looked for.
        keep: goes into the pack when the takes are saved.
        dropped: frames that the recorder could not keep up with. full: it was as long as a take may be.
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
        """It is not fit to be a reference."""
        return any(finding.blocks for finding in self.findings or ())

    @property
    def kept(self) -> bool:
        """It would be saved now."""
        return self.keep and self.findings is not None and not self.blocked

    @property
    def begins_s(self) -> float:
        """Where the take begins on its own time axis; people read times from there."""
        return self.take.sequence.start_s


@dataclass(frozen=True, slots=True, eq=False)
class RecordState:
    """Everything the Record view shows besides pictures and the form.

    Attributes:
        countdown_s, wanted: seconds before a take; how many takes the flow makes by itself.
        until_s: when the countdown is over, on the clock of `tick`. now_s: that clock at the last tick.
        next_s: when the next countdown begins by itself; None: it waits for the user.
        take: the one that is being made, or was made last.
        takes: in the order they were made. chosen: number of the one that is shown; 0 none.
        refused: takes in a row that were not fit.
        error: what went wrong last. leaving: the view (or `close`) the user wants to go to with unsaved takes.
        done, total: while saving. saved: clips in the pack now; recognised: the open library holds them.
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
        """Seconds of the countdown that are left."""
        return max(self.until_s - self.now_s, 0.0) if self.phase is RecordPhase.COUNTDOWN else 0.0

    @property
    def next_in_s(self) -> float | None:
        """Seconds to the next countdown; None: it waits for the user."""
        return None if self.next_s is None else max(self.next_s - self.now_s, 0.0)

    @property
    def shown(self) -> MadeTake | None:
        """The take that is looked at."""
        return next((take for take in self.takes if take.number == self.chosen), None)

    @property
    def kept(self) -> tuple[MadeTake, ...]:
        """Takes that would be saved now."""
        return tuple(take for take in self.takes if take.kept)

    @property
    def unsaved(self) -> bool:
        """Leaving would lose takes."""
        return bool(self.takes) and self.phase is not RecordPhase.SAVED

    @property
    def busy(self) -> bool:
        """A take is being made, or the takes are being written."""
        return self.phase not in (RecordPhase.FORM, RecordPhase.REVIEW, RecordPhase.SAVED)

    @property
    def may_save(self) -> bool:
        """There is something to save, and everything was looked at."""
        looked = all(take.findings is not None for take in self.takes if take.keep)
        return self.phase is RecordPhase.REVIEW and bool(self.kept) and looked
