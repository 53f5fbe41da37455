"""Decides when a letter is added to the text: once per hold, again after a gap, a bounce or another letter."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.engine.letters.alphabet import COMMANDS, DELETE, MOVING, NOTHING, SPACE
from desktop_app.engine.letters.records import LetterCommit, LetterPhase, LetterSettings
from desktop_app.engine.records import FloatArray

# What a drawn letter looks like before it moves: if that was taken, the drawn letter takes its place.
STARTS_LIKE: Final = {"J": ("I",), "Z": ("D", "G", "L", "X")}
_CORRECTION_S: Final = 2.0
_AFTER_MOVING_S: Final = 0.5  # the end of a J or Z is no letter
_AGAIN_S: Final = 1.5  # the same letter cannot be drawn twice within this time
_DRIFT_SPEED: Final = 1.0  # palm lengths a second; slower is no bounce
_FOLLOW: Final = 0.3  # rate at which the place of the last letter follows a drifting hand
_SLACK_S: Final = 1e-3  # a hold of whole frames must not depend on how their times are rounded
_LEAST_SEEN_S: Final = 0.1  # of answers, however long the hand rested before them


@dataclass(frozen=True, slots=True)
class Held:
    """The decision for one frame: the letter that is held, for how long, and whether it counts now."""

    phase: LetterPhase
    hold: float
    commit: LetterCommit | None


class LetterCommitter:
    """The state of one stream. Times are seconds on one clock and must not decrease.

    A letter is not repeated while the hand stays in place: the hand must disappear (NOTHING), bounce or slide
    aside, or another letter must come first.
    """

    def __init__(self, settings: LetterSettings) -> None:
        self._settings = settings
        self.reset()

    def reset(self) -> None:
        """Forget the letter that is held and the last commit, which belong to the source before."""
        self._letter = ""
        self._since_s = -math.inf
        self._seen_s = -math.inf  # when the held letter was last the answer
        self._last: LetterCommit | None = None  # what must not be repeated while the hand stays
        self._taken: LetterCommit | None = None  # the last commit, whatever the hand did since
        self._drawn_s = -math.inf  # when a drawn letter was last the answer
        self._last_place: FloatArray | None = None
        self._blocked_until_s = -math.inf

    def gone(self) -> None:
        """No hand is seen: the next letter may be the same again."""
        self._letter = ""
        self._last = self._taken = None
        self._last_place = None

    def step(
        self,
        time_s: float,
        letter: str,
        probability: float,
        speed: float,
        place: FloatArray,
        rested_s: float = 0.0,
    ) -> Held:
        """Take the prediction of one frame.

        Args:
            letter: likeliest class; probability: of it, smoothed.
            speed: palm lengths a second.
            place: (2,) of the palm, in palm lengths.
            rested_s: how long the hand has rested before its first answer, while the buffer filled: most of it
                counts as held.
        """
        settings = self._settings
        moving = letter in MOVING
        accept = settings.drawn_accept if moving else settings.accept
        sure = probability >= accept and letter != NOTHING
        if moving and sure:
            return self._draw(time_s, letter, probability, place)
        self._note_place(place, speed)
        if speed > settings.rest_speed:
            if time_s - self._seen_s > settings.flicker_s:
                self._letter = ""
            return Held(LetterPhase.MOVING, 0.0, None)
        if not sure:
            if time_s - self._seen_s > settings.flicker_s:
                self._letter = ""
            return Held(LetterPhase.UNSURE, 0.0, None)
        if letter != self._letter:
            if time_s - self._seen_s <= settings.flicker_s and self._letter:
                return Held(LetterPhase.UNSURE, 0.0, None)  # one odd answer within a hold
            credit = min(rested_s, max(0.0, self._needed(letter) - _LEAST_SEEN_S))
            self._letter, self._since_s = letter, time_s - credit
        self._seen_s = time_s
        if self._last is not None and self._last.letter == letter:
            return Held(LetterPhase.COMMITTED, 1.0, None)
        if time_s < self._blocked_until_s:
            return Held(LetterPhase.MOVING, 0.0, None)
        needed = self._needed(letter)
        held = min(1.0, (time_s - self._since_s + _SLACK_S) / needed) if needed > 0 else 1.0
        if held < 1.0:
            return Held(LetterPhase.HOLDING, held, None)
        return Held(LetterPhase.COMMITTED, 1.0, self._commit(time_s, letter, probability, place))

    def _needed(self, letter: str) -> float:
        return self._settings.command_hold_s if letter in COMMANDS else self._settings.hold_s

    def _draw(self, time_s: float, letter: str, probability: float, place: FloatArray) -> Held:
        """Commit J or Z once, as soon as the prediction is stable, whether or not the hand moves."""
        anew = letter != self._letter or time_s - self._drawn_s > self._settings.flicker_s
        if self._letter == letter and anew and time_s - self._drawn_s <= _AFTER_MOVING_S:
            anew = False
        self._drawn_s = self._seen_s = time_s
        if anew:
            self._letter, self._since_s = letter, time_s
            taken = self._taken
            if taken is not None and taken.letter == letter and time_s - taken.time_s <= _AGAIN_S:
                self._last = taken  # the rest of the same drawing
        if self._last is not None and self._last.letter == letter:
            return Held(LetterPhase.COMMITTED, 1.0, None)
        held = min(1.0, (time_s - self._since_s + _SLACK_S) / max(self._settings.moving_hold_s, 1e-6))
        if held < 1.0:
            return Held(LetterPhase.HOLDING, held, None)
        return Held(LetterPhase.COMMITTED, 1.0, self._commit(time_s, letter, probability, place))

    def _commit(self, time_s: float, letter: str, probability: float, place: FloatArray) -> LetterCommit:
        replaces = 0
        if letter in MOVING:
            taken = self._taken
            if taken and taken.letter in STARTS_LIKE[letter] and time_s - taken.time_s <= _CORRECTION_S:
                replaces = 1
            self._blocked_until_s = time_s + _AFTER_MOVING_S
        commit = LetterCommit(letter, time_s, probability, replaces)
        self._last = self._taken = commit
        self._last_place = np.array(place)
        return commit

    def _note_place(self, place: FloatArray, speed: float) -> None:
        """A hand that bounced or slid aside may show the same letter again; one that drifted may not."""
        if self._last_place is None:
            return
        if speed < _DRIFT_SPEED:
            self._last_place = self._last_place + _FOLLOW * (place - self._last_place)
        if float(np.linalg.norm(place - self._last_place)) >= self._settings.bounce:
            self._last, self._last_place, self._letter = None, None, ""


def apply_commit(text: str, commit: LetterCommit) -> str:
    """The text after a commit; SPACE and DELETE are applied."""
    kept = text[: len(text) - commit.replaces] if commit.replaces else text
    if commit.letter == SPACE:
        return kept + " "
    if commit.letter == DELETE:
        return kept[:-1]
    return kept + commit.letter
