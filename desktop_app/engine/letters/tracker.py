"""Reads fingerspelling from landmark frames, one at a time.

Lost frames do no harm, because all lengths are times.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import numpy as np

from desktop_app.engine.letters.alphabet import CLASSES, MOVING, NOTHING
from desktop_app.engine.letters.commit import LetterCommitter, apply_commit
from desktop_app.engine.letters.hands import mirrored, normalised, true_proportions
from desktop_app.engine.letters.protocols import LetterModel
from desktop_app.engine.letters.records import (
    LetterCandidate,
    LetterCommit,
    LetterMode,
    LetterPhase,
    LetterScores,
    LetterSettings,
    LetterState,
    top_candidates,
)
from desktop_app.engine.letters.ring import HandRing
from desktop_app.engine.letters.smoothing import Smoother, held_still
from desktop_app.engine.records import FloatArray, LandmarkFrame, read_only
from desktop_app.engine.stream_clock import StreamClock

# Hands (S, 21, 3) by the model's contract and what it said of them -> probabilities (29,): the user's
# calibration.
Adapt = Callable[[FloatArray, LetterScores], FloatArray]
_OTHER_HAND_S: Final = 0.4  # absence of the dominant hand after which the other one is read


class LetterTracker:
    """Reads fingerspelling from one stream. Used by one thread.

    Args:
        model: any letter model; a single-frame model also works in sequence mode, on the last frame.
        settings: how letters are read.
        adapt: a calibration's `adapt`, None without one.
    """

    def __init__(
        self, model: LetterModel, settings: LetterSettings | None = None, adapt: Adapt | None = None
    ) -> None:
        self.model = model
        self.settings = settings or LetterSettings()
        self.adapt = adapt
        self._clock = StreamClock()
        self._ring = HandRing(self.settings.window_frames)
        self._smoother = Smoother(self.settings.smoothing)
        self._committer = LetterCommitter(self.settings)
        self.text = ""
        self.last_scores: LetterScores | None = (
            None  # of the last frame, before calibration; None: no prediction
        )
        self.reset()

    def reset(self) -> None:
        """Reset after a change of source or a seek; the text is kept."""
        self._clock.reset()
        self._ring.clear()
        self._smoother.clear()
        self._committer.reset()
        self._last_s = self._hand_s = -math.inf
        self._left: bool | None = None
        self._dominant_s = -math.inf
        self._speed = 0.0
        self._resting_since_s = math.inf

    def clear_text(self) -> None:
        self.text = ""

    def delete_last(self) -> None:
        """Delete the last character, as DELETE does."""
        self.text = self.text[:-1]

    def step(self, frame: LandmarkFrame) -> LetterState:
        """Process the next landmark frame, from Holistic or from hands alone."""
        left, hand = self._choose(frame)
        return self.feed(
            hand, left, self._clock.seconds(frame.captured_ns), frame.aspect, position_s=frame.position_s
        )

    def feed(
        self,
        hand: FloatArray | None,
        left: bool,
        time_s: float,
        aspect: float,
        *,
        position_s: float | None = None,
    ) -> LetterState:
        """Process one hand.

        Args:
            hand: (21, 3) image landmarks of the unmirrored picture, None where no hand was seen.
            left: it is the signer's left hand.
            time_s: monotonic time of the picture; a frame whose time does not increase changes nothing.
            aspect: width / height of the picture.
            position_s: place in the source for the commit's time; default `time_s`.
        """
        shown_s = time_s if position_s is None else position_s
        self.last_scores = None
        if hand is None or not np.any(hand):
            if time_s - self._hand_s > self.settings.absent_s:
                self._forget_hand()
                return self._state(shown_s, LetterPhase.NO_HAND, hand, left)
            return self._state(shown_s, LetterPhase.COLLECTING, hand, left)
        if time_s <= self._last_s:
            return self._state(shown_s, LetterPhase.COLLECTING, hand, left)
        if time_s - self._hand_s > self.settings.absent_s or (self._left is not None and self._left != left):
            self._forget_hand()
        self._last_s = self._hand_s = time_s
        self._left = left
        in_place = true_proportions(hand, aspect)
        if left:
            in_place = mirrored(in_place)
        self._ring.append(time_s, in_place)
        self._speed = self._ring.speed()
        if self._speed > self.settings.rest_speed:
            self._resting_since_s = math.inf
        elif self._resting_since_s == math.inf:
            self._resting_since_s = time_s
        sequence = self.settings.mode is LetterMode.SEQUENCE
        if sequence and not self._ring.full:
            return self._state(shown_s, LetterPhase.COLLECTING, hand, left)
        return self._predict(shown_s, time_s, hand, left, aspect)

    def _predict(
        self, shown_s: float, time_s: float, hand: FloatArray, left: bool, aspect: float
    ) -> LetterState:
        frames = self.settings.window_frames if self.settings.mode is LetterMode.SEQUENCE else 1
        if self.model.spec.frames == 1:
            frames = 1
        window = self._ring.window(frames)
        if not self.model.spec.true_aspect:
            window = true_proportions(window, 1 / aspect)  # as the tracker gave it, for models trained on that
        given = normalised(window)
        scores = self.last_scores = self.model.predict(given)
        said = scores.probabilities if self.adapt is None else self.adapt(given, scores)
        if self._ring.path() < self.settings.drawn_path:
            said = held_still(said)
        smooth = self._smoother.add(time_s, said)
        candidates = top_candidates(smooth)
        best = candidates[0]
        place = self._ring.place()
        rested_s = max(0.0, time_s - self._resting_since_s)
        held = self._committer.step(time_s, best.letter, best.probability, self._speed, place, rested_s)
        commit = held.commit
        if commit is not None:
            commit = LetterCommit(commit.letter, shown_s, commit.probability, commit.replaces)
            self.text = apply_commit(self.text, commit)
            if commit.letter in MOVING:
                self._smoother.clear()
        return self._state(shown_s, held.phase, hand, left, candidates, smooth, held.hold, commit, scores.ms)

    def _choose(self, frame: LandmarkFrame) -> tuple[bool, FloatArray | None]:
        """The dominant hand if seen; the other one once the dominant has been absent for a while."""
        dominant_left = self.settings.dominant_left
        time_s = self._clock.seconds(frame.captured_ns)
        first, second = frame.left_hand, frame.right_hand
        if not dominant_left:
            first, second = second, first
        if first.any():
            self._dominant_s = time_s
            return dominant_left, first
        if second.any() and time_s - self._dominant_s > _OTHER_HAND_S:
            return not dominant_left, second
        return dominant_left, None

    def _forget_hand(self) -> None:
        self._ring.clear()
        self._smoother.clear()
        self._committer.gone()
        self._speed = 0.0
        self._resting_since_s = math.inf

    def _state(
        self,
        shown_s: float,
        phase: LetterPhase,
        hand: FloatArray | None,
        left: bool,
        candidates: tuple[LetterCandidate, ...] = (),
        probabilities: FloatArray | None = None,
        hold: float = 0.0,
        commit: LetterCommit | None = None,
        ms: float = 0.0,
    ) -> LetterState:
        if phase is LetterPhase.NO_HAND:
            candidates = (LetterCandidate(NOTHING, 1.0),)
        return LetterState(
            time_s=shown_s,
            phase=phase,
            collected=self._ring.collected,
            window=self.settings.window_frames if self.settings.mode is LetterMode.SEQUENCE else 1,
            candidates=candidates,
            probabilities=read_only(
                np.zeros(len(CLASSES), np.float32) if probabilities is None else probabilities
            ),
            hold=hold,
            commit=commit,
            text=self.text,
            hand=read_only(np.zeros((21, 3), np.float32) if hand is None else np.array(hand, np.float32)),
            left=left,
            speed=self._speed,
            inference_ms=ms,
        )
