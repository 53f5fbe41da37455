"""The calibration of fingerspelling, step by step: the next letter, when it is shown, and its examples.

No threads and no files: the letter worker steps it with every frame and saves what was collected.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.engine.letters.alphabet import COMMANDS, STILL_LETTERS
from desktop_app.engine.letters.calibration import Gain, HandCalibration, empty_calibration, measure_gain
from desktop_app.engine.letters.records import LetterScores, LetterState

PREPARE_S: Final = 1.6  # between two letters: read the next one, form it
STILL_SPEED: Final = 1.0  # palm lengths a second; a faster hand is still forming its letter
SETTLE_S: Final = 0.3  # how long it must be still before it counts
HOLD_S: Final = 0.8  # of examples
LEAST_EXAMPLES: Final = 6  # on a slow camera the hold lasts longer
# While the previous letter seems to be held, wait this long at most: some letters, as M and N, look alike.
_OLD_LETTER_S: Final = 3.0
_OLD_LETTER_SURE: Final = 0.8
ORDER: Final = (*STILL_LETTERS, *COMMANDS)


class CalibrationPhase(StrEnum):
    """State of the calibration."""

    STOPPED = "stopped"
    PREPARE = "prepare"  # the next letter is announced; nothing is collected yet
    SHOW = "show"  # waits for a hand that is held still
    HOLD = "hold"  # collects
    DONE = "done"
    IMPOSSIBLE = "impossible"  # the letter model has no feature output


@dataclass(frozen=True, slots=True)
class CalibrationStatus:
    """The state of the calibration as the window shows it.

    Attributes:
        letter: to be shown now; "" when nothing is.
        progress: 0 to 1, of the pause in PREPARE, of the examples in HOLD.
        shown: letters that have examples.
        gain: once stopped or done, where it could be measured.
        last: letter that UNDO takes back; "" without one.
        restorable: forgotten examples can be restored.
    """

    phase: CalibrationPhase = CalibrationPhase.STOPPED
    letter: str = ""
    progress: float = 0.0
    shown: tuple[str, ...] = ()
    gain: Gain | None = None
    last: str = ""
    restorable: bool = False


class Calibrator:
    """Collects examples of one letter after another. Used by one thread.

    Args:
        calibration: saved examples; their letters are not asked for again.
        possible: the model has a feature output.
    """

    def __init__(self, calibration: HandCalibration, *, possible: bool = True) -> None:
        self.calibration = calibration
        self._possible = possible
        self._phase = CalibrationPhase.STOPPED if possible else CalibrationPhase.IMPOSSIBLE
        self._skipped: set[str] = set()
        self._order_done: list[str] = []
        self._seen: list[tuple[str, LetterScores]] = []
        self._held: list[LetterScores] = []
        self._forgotten: HandCalibration | None = None
        self._gain: Gain | None = None
        self._last_s = self._since_s = self._still_s = math.nan
        self._progress = 0.0

    @property
    def running(self) -> bool:
        """Whether letters are being asked for."""
        return self._phase in (CalibrationPhase.PREPARE, CalibrationPhase.SHOW, CalibrationPhase.HOLD)

    @property
    def letter(self) -> str:
        """The letter to show now, or next; "" when all were shown or skipped."""
        known = self.calibration.examples
        return next((name for name in ORDER if name not in known and name not in self._skipped), "")

    @property
    def status(self) -> CalibrationStatus:
        """A snapshot for the window."""
        return CalibrationStatus(
            self._phase,
            self.letter if self.running else "",
            round(self._progress, 2),
            self.calibration.shown,
            self._gain,
            self._order_done[-1] if self._order_done else "",
            self._forgotten is not None,
        )

    def start(self) -> None:
        """Start or continue; letters that were skipped are asked for again."""
        if self._possible and not self.running:
            self._skipped.clear()
            self._gain = None
            self._next()

    def stop(self) -> None:
        """Stop; collected examples are kept."""
        if self.running:
            self._end(CalibrationPhase.STOPPED)

    def skip(self) -> None:
        if self.running and self.letter:
            self._skipped.add(self.letter)
            self._next()

    def undo(self) -> bool:
        """Remove the examples of the last letter, which is asked for again. True when there was one."""
        if not self._order_done:
            return False
        letter = self._order_done.pop()
        self.calibration = self.calibration.without(letter)
        self._seen = [entry for entry in self._seen if entry[0] != letter]
        if self.running:
            self._next()
        elif self._phase is CalibrationPhase.DONE:
            self._end(CalibrationPhase.STOPPED)
        return True

    def forget(self) -> None:
        """Remove all examples; `restore` brings them back."""
        if self.calibration.examples:
            self._forgotten = self.calibration
        self.calibration = empty_calibration(self.calibration.model_sha256)
        self._order_done, self._seen, self._gain = [], [], None
        self._skipped.clear()
        if self._possible:
            self._phase, self._progress = CalibrationPhase.STOPPED, 0.0

    def restore(self) -> bool:
        """Bring back forgotten examples. True when there were any."""
        if self._forgotten is None:
            return False
        self.calibration, self._forgotten = self._forgotten, None
        return True

    def step(self, state: LetterState, scores: LetterScores | None) -> bool:
        """Process a frame and the scores of the model. True when it completed a letter."""
        if not self.running:
            return False
        if not state.time_s >= self._last_s:  # the first frame, or another source
            self._since_s, self._still_s = state.time_s, math.nan
            self._held = []
        self._last_s = state.time_s
        if self._phase is CalibrationPhase.PREPARE:
            self._progress = min(1.0, (state.time_s - self._since_s) / PREPARE_S)
            if self._progress >= 1.0:
                self._phase, self._progress, self._since_s = CalibrationPhase.SHOW, 0.0, state.time_s
            return False
        if scores is None or state.speed > STILL_SPEED or self._shows_the_old_letter(state):
            self._phase, self._progress = CalibrationPhase.SHOW, 0.0
            self._held, self._still_s = [], math.nan
            return False
        if math.isnan(self._still_s):
            self._still_s = state.time_s
        held_s = state.time_s - self._still_s - SETTLE_S
        if held_s < 0:
            return False
        self._phase = CalibrationPhase.HOLD
        self._held.append(scores)
        self._progress = min(1.0, held_s / HOLD_S, len(self._held) / LEAST_EXAMPLES)
        if self._progress < 1.0:
            return False
        self._take()
        return True

    def _shows_the_old_letter(self, state: LetterState) -> bool:
        if not self._order_done or state.time_s - self._since_s > _OLD_LETTER_S:
            return False
        best = state.best
        return best is not None and best.letter == self._order_done[-1] and best.probability >= _OLD_LETTER_SURE

    def _take(self) -> None:
        letter = self.letter
        for scores in self._held:
            self.calibration = self.calibration.with_example(letter, scores)
            self._seen.append((letter, scores))
        self._order_done.append(letter)
        self._forgotten = None
        self._next()

    def _next(self) -> None:
        self._held, self._still_s, self._progress = [], math.nan, 0.0
        self._since_s = self._last_s
        if self.letter:
            self._phase = CalibrationPhase.PREPARE
        else:
            self._end(CalibrationPhase.DONE)

    def _end(self, phase: CalibrationPhase) -> None:
        self._phase, self._progress, self._held = phase, 0.0, []
        self._gain = measure_gain(self._seen, self.calibration.model_sha256) if self._seen else None
