"""Reference and try side by side, in step along the alignment, with the moments marked and one key away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from PySide6.QtCore import QElapsedTimer, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.engine import layout
from desktop_app.engine.feedback.alignment import Channel
from desktop_app.engine.feedback.compare import Moment, step_at
from desktop_app.engine.practice.evaluation import AttemptResult
from desktop_app.engine.records import FeatureSequence, FloatArray
from desktop_app.ui.figure.figure import signing_space
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.parts import Combo, ElidedLabel, IconButton, label
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.player.clip import PlayerClip
from desktop_app.ui.player.playback import SPEEDS, Playback
from desktop_app.ui.player.reference_player import ClipCanvas, Scrubber
from desktop_app.ui.practice.feedback_timeline import MomentStrip
from desktop_app.ui.practice.feedback_words import moment_words

_TICK_MS: Final = 33
_STEPS_PER_S: Final = 30.0
_RING: Final = 0.42  # torso units round the hand that a moment is about


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two clips and where they stand at every step.

    Attributes:
        rows: (S, 2) row of the reference and of the try.
        moments: with `steps`, where each lies.
        hands: for each moment (reference side, try side), 0 left or 1 right.
        turned: the try was signed with the other hand: its reference is shown turned.
    """

    reference: PlayerClip
    attempt: PlayerClip
    rows: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
    moments: tuple[Moment, ...]
    steps: tuple[int, ...]
    hands: tuple[tuple[int, int], ...]
    turned: bool


def comparison_of(result: AttemptResult) -> Comparison | None:
    """What the player shows of a try; None where there is nothing to compare."""
    feedback, reference, attempt = result.feedback, result.reference, result.attempt
    if feedback is None or reference is None:
        return None
    rows = np.stack([_rows(reference, feedback.pairs[:, 0]), _rows(attempt, feedback.pairs[:, 1])], axis=1)
    steps = tuple(step_at(feedback.pairs, moment.reference_s) for moment in feedback.moments)
    sides = []
    for moment in feedback.moments:
        side = 1 - result.dominant if moment.channel is Channel.OTHER_HAND else result.dominant
        sides.append((side, 1 - side if feedback.mirrored else side))
    space = _space((reference, attempt), rows, steps, sides)
    info = result.reference_info
    shown = PlayerClip(
        tr("Reference"), info.pack if info else "", _STEPS_PER_S, reference.features, space=space
    )
    tried = PlayerClip(tr("You"), "", _STEPS_PER_S, attempt.features, space=space)
    return Comparison(shown, tried, rows, feedback.moments, steps, tuple(sides), feedback.mirrored)


def _space(
    clips: tuple[FeatureSequence, FeatureSequence],
    rows: np.ndarray[tuple[int, ...], np.dtype[np.int64]],
    steps: tuple[int, ...],
    sides: list[tuple[int, int]],
) -> QRectF:
    """What of torso space is shown: one scale for both, and every marked hand whole."""
    seen = np.concatenate([clip.features[rows[:, i]] for i, clip in enumerate(clips)])
    _, top, right, bottom = signing_space(seen)  # as far to the left as to the right
    for step, hands in zip(steps, sides, strict=True):
        for i, clip in enumerate(clips):
            spot = hand_place(clip.features[rows[step, i]], hands[i])
            if spot is not None:
                right = max(right, abs(spot[0]) + _RING)
                top, bottom = min(top, spot[1] - _RING), max(bottom, spot[1] + _RING)
    return QRectF(-right, top, 2 * right, bottom - top)


def _rows(
    sequence: FeatureSequence, times: np.ndarray[tuple[int, ...], np.dtype[np.float64]]
) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    rows = np.rint((times - sequence.start_s) * sequence.fps).astype(np.int64)
    clipped: np.ndarray[tuple[int, ...], np.dtype[np.int64]] = np.clip(rows, 0, len(sequence.features) - 1)
    return clipped


class MarkedCanvas(ClipCanvas):
    """A clip with a ring round one hand: where to look."""

    def __init__(self) -> None:
        super().__init__()
        self.marked: int | None = None  # 0 left, 1 right hand

    def show_frame(self, frame: int, marked: int | None) -> None:
        """Painted anew only where something changes: in step one of the two often waits for the other."""
        if (frame, marked) != (self.frame, self.marked):
            self.frame, self.marked = frame, marked
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.marked is None or self.clip is None or not self.clip.count:
            return
        spot = hand_place(self.clip.features[self.frame], self.marked)
        if spot is None:
            return
        space, box = self.clip.space, QRectF(self.rect())
        scale = min(box.width() / space.width(), box.height() / space.height())
        across = (spot[0] - space.center().x()) * scale * (-1 if self.mirrored else 1)
        x, y = box.center().x() + across, box.center().y() + (spot[1] - space.center().y()) * scale
        radius = _RING * scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((self.theme.palette.card, 6), (self.theme.palette.warning.solid, 3)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
        painter.end()


def hand_place(row: FloatArray, side: int) -> tuple[float, float] | None:
    """Middle of a hand in torso units; the wrist of the arm where the hand is not seen, None without either."""
    hand = row[(layout.LEFT_HAND, layout.RIGHT_HAND)[side]].reshape(-1, 3)
    if hand.any():
        middle = hand[:, :2].mean(axis=0)
    else:
        wrist = (layout.LEFT_WRIST, layout.RIGHT_WRIST)[side]
        middle = row[layout.POSE].reshape(33, 4)[wrist, :2]
        if not middle.any():
            return None
    return float(middle[0]), float(middle[1])


class ComparePlayer(QWidget):
    """Plays a `Comparison`. `touched` tells that somebody looks closely."""

    touched = Signal()
    moment_changed = Signal(object)  # its number from 0, or None

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Reference and try side by side"))
        self.playback = Playback()
        self.comparison: Comparison | None = None
        self.moment: int | None = None
        self._base_mirrored = False
        self.canvases = (MarkedCanvas(), MarkedCanvas())
        self.canvases[0].setAccessibleName(tr("Picture of the reference"))
        self.canvases[1].setAccessibleName(tr("Picture of your try"))
        self.strip = MomentStrip()
        self.scrubber = Scrubber()
        self.scrubber.setAccessibleName(tr("Position in both"))
        self.caption = ElidedLabel("", "strong")
        self.before = IconButton("ph.skip-back", tr("The moment before"), "Shift+N")
        self.back = IconButton("ph.caret-left", tr("One step back"), ",")
        self.play = IconButton("ph.pause-fill", tr("Pause"), "K")
        self.forward = IconButton("ph.caret-right", tr("One step on"), ".")
        self.after = IconButton("ph.skip-forward", tr("The next moment"), "N")
        self.mirror = IconButton("ph.arrows-left-right", tr("Mirror both"), "Shift+M", checkable=True)
        self.speed = Combo()
        self.speed.setAccessibleName(tr("Speed"))
        self.speed.setToolTip(tr("Speed ([ slower, ] faster)"))
        for speed in SPEEDS:
            self.speed.addItem(f"{speed:g}\N{MULTIPLICATION SIGN}", speed)
        self.speed.setCurrentIndex(SPEEDS.index(0.5))
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._arrange()
        self._connect()

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Play another pair from its start."""
        self.comparison, self.moment = comparison, None
        count = len(comparison.rows) if comparison is not None else 0
        self.playback = Playback(count=count, fps=_STEPS_PER_S, speed=self.playback.speed)
        self.scrubber.setMaximum(max(count - 1, 0))
        for number, canvas in enumerate(self.canvases):
            canvas.marked = None
            canvas.clip = None
            if comparison is not None:
                canvas.clip = (comparison.reference, comparison.attempt)[number]
        self.strip.show_moments(comparison.steps if comparison is not None else (), count)
        has_moments = comparison is not None and bool(comparison.moments)
        for control in (self.before, self.after, self.strip):
            control.setVisible(has_moments)
        self._turn()
        self._show()
        self._run()

    def set_mirrored(self, mirrored: bool) -> None:
        """Show both as the camera picture is shown."""
        self.mirror.setChecked(mirrored)

    def jump(self, number: int) -> None:
        """Stand still at a moment, with a ring round the hand."""
        if self.comparison is None or not self.comparison.moments:
            return
        self.moment = number % len(self.comparison.moments)
        self._set(replace(self.playback.sought(self.comparison.steps[self.moment]), playing=False))

    def next_moment(self, by: int = 1) -> None:
        """The moment after the present place, or before it."""
        if self.comparison is None or not self.comparison.steps:
            return
        if self.moment is not None:
            self.jump(self.moment + by)
            return
        steps, here = self.comparison.steps, self.playback.frame
        later = [i for i, step in enumerate(steps) if (step > here if by > 0 else step < here)]
        self.jump(later[0 if by > 0 else -1] if later else (0 if by > 0 else len(steps) - 1))

    def toggle(self) -> None:
        """Play or pause."""
        self.moment = None
        self._set(self.playback.toggled())

    def step(self, steps: int) -> None:
        """Step by step."""
        self.moment = None
        self._set(self.playback.stepped(steps))

    def set_speed(self, index: int) -> None:
        """Choose one of the speeds by position in the list; beyond the ends nothing changes."""
        self.speed.setCurrentIndex(min(max(index, 0), len(SPEEDS) - 1))

    def keys(self) -> dict[str, tuple[str, Callable[[], None]]]:
        """Shortcut -> words for the help, and what it does."""
        return {
            "N": (tr("Result: the next moment"), self.next_moment),
            "Shift+N": (tr("Result: the moment before"), lambda: self.next_moment(-1)),
            "K": (tr("Result: play or pause both"), self.toggle),
            ",": (tr("Result: one step back"), lambda: self.step(-1)),
            ".": (tr("Result: one step on"), lambda: self.step(1)),
            "[": (tr("Result: slower"), lambda: self.set_speed(self.speed.currentIndex() - 1)),
            "]": (tr("Result: faster"), lambda: self.set_speed(self.speed.currentIndex() + 1)),
            "Shift+M": (tr("Result: mirror both"), self.mirror.click),
        }

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _arrange(self) -> None:
        pictures = QHBoxLayout()
        pictures.setSpacing(SPACE)
        for canvas, words in zip(self.canvases, (tr("Reference"), tr("You")), strict=True):
            column = QVBoxLayout()
            column.setSpacing(SPACE // 2)
            column.addWidget(label(words, "strong"))
            column.addWidget(canvas, 1)
            pictures.addLayout(column, 1)
        controls = QHBoxLayout()
        controls.setSpacing(2)
        for button in (self.before, self.back, self.play, self.forward, self.after):
            controls.addWidget(button)
        controls.addStretch(1)
        controls.addWidget(self.speed)
        controls.addWidget(self.mirror)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addLayout(pictures, 1)
        column.addWidget(self.caption)
        column.addWidget(self.strip)
        column.addWidget(self.scrubber)
        column.addLayout(controls)

    def _connect(self) -> None:
        self.play.clicked.connect(self.toggle)
        self.back.clicked.connect(lambda: self.step(-1))
        self.forward.clicked.connect(lambda: self.step(1))
        self.before.clicked.connect(lambda: self.next_moment(-1))
        self.after.clicked.connect(lambda: self.next_moment())
        self.strip.chosen.connect(self.jump)
        self.mirror.toggled.connect(lambda _: self._turn())
        self.speed.currentIndexChanged.connect(
            lambda index: self._set(replace(self.playback, speed=SPEEDS[index]))
        )
        self.playback = replace(self.playback, speed=SPEEDS[self.speed.currentIndex()])
        self.scrubber.sliderMoved.connect(self._seek)
        self.scrubber.actionTriggered.connect(lambda _: self._seek(self.scrubber.sliderPosition()))

    def _seek(self, step: int) -> None:
        self.moment = None
        self._set(self.playback.sought(step))

    def _turn(self) -> None:
        """A reference of the other hand is turned, so that both move on the same side."""
        turned = self.comparison is not None and self.comparison.turned
        mirrored = self.mirror.isChecked()
        self.canvases[0].mirrored, self.canvases[1].mirrored = mirrored != turned, mirrored
        for canvas in self.canvases:
            canvas.update()

    def _set(self, playback: Playback) -> None:
        self.playback = playback
        self._show()
        self._run()
        self.touched.emit()

    def _run(self) -> None:
        if self.playback.playing and self.playback.count > 1 and self.isVisible():
            if not self._timer.isActive():
                self._clock.start()
                self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        # A window that was busy must not jump over half a sign.
        self.playback = self.playback.advance(min(self._clock.restart(), 200) / 1000)
        self._show()

    def _show(self) -> None:
        playing = self.playback.playing
        self.play.set_meaning(
            "ph.pause-fill" if playing else "ph.play-fill", tr("Pause") if playing else tr("Play")
        )
        if not self.scrubber.isSliderDown():
            self.scrubber.setValue(self.playback.frame)
        if self.strip.set_current(self.moment):
            self.moment_changed.emit(self.moment)
        made = self.comparison
        text = tr("Both move in step; press N for the next moment.")
        if made is not None and not made.moments:
            text = tr("Both move in step; no moment stands out.")
        if made is not None and self.moment is not None:
            text = moment_words(made.moments[self.moment])
        self.caption.set_full_text(text)
        for number, canvas in enumerate(self.canvases if made is not None else ()):
            assert made is not None
            marked = made.hands[self.moment][number] if self.moment is not None else None
            canvas.show_frame(int(made.rows[self.playback.frame, number]), marked)
