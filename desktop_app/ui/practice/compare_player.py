"""Plays reference and attempt side by side, aligned in time, with marked moments."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.keys import Keys
from desktop_app.ui.kit.layouts import hbox, vbox
from desktop_app.ui.kit.parts import ElidedLabel, IconButton, label
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.player.clip_canvas import ClipCanvas
from desktop_app.ui.player.controls import PlayerControls, Scrubber
from desktop_app.ui.player.playback import Playback
from desktop_app.ui.practice.comparison import RING, STEPS_PER_S, Comparison, hand_place
from desktop_app.ui.practice.feedback_timeline import MomentStrip


class MarkedCanvas(ClipCanvas):
    """A clip with a ring around one hand."""

    def __init__(self) -> None:
        super().__init__()
        self.marked: int | None = None  # 0 left, 1 right hand

    def show_marked(self, frame: int, marked: int | None) -> None:
        """Show a frame with a ring around a hand (0 left, 1 right); repainted only where that changes."""
        if (frame, marked) != (self.frame, self.marked):
            self.frame, self.marked = frame, marked
            self.update()

    def paint(self, painter: QPainter) -> None:
        super().paint(painter)
        if self.marked is None or self.clip is None or not self.clip.count:
            return
        spot = hand_place(self.clip.features[self.frame], self.marked)
        if spot is None:
            return
        space, box = self.clip.space, QRectF(self.rect())
        scale = min(box.width() / space.width(), box.height() / space.height())
        across = (spot[0] - space.center().x()) * scale * (-1 if self.mirrored else 1)
        x, y = box.center().x() + across, box.center().y() + (spot[1] - space.center().y()) * scale
        radius = RING * scale
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((self.theme.palette.card, 6), (self.theme.palette.warning.solid, 3)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))


class ComparePlayer(QWidget):
    """Plays a `Comparison`. `touched` is emitted when the user operates it."""

    touched = Signal()
    moment_changed = Signal(object)  # its number from 0, or None

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Reference and attempt side by side"))
        self.comparison: Comparison | None = None
        self.moment: int | None = None
        self.canvases = (MarkedCanvas(), MarkedCanvas())
        self.canvases[0].setAccessibleName(tr("Picture of the reference"))
        self.canvases[1].setAccessibleName(tr("Picture of your attempt"))
        self.strip = MomentStrip()
        self.scrubber = Scrubber(tr("Position in both"))
        self.caption = ElidedLabel("", "strong")
        self.before = IconButton("ph.skip-back", tr("The moment before"), "Shift+N")
        self.after = IconButton("ph.skip-forward", tr("The next moment"), "N")
        self.mirror = IconButton("ph.arrows-left-right", tr("Mirror both"), "Shift+M", checkable=True)
        self.controls = PlayerControls(
            tr("One step back"),
            tr("One step on"),
            slider=self.scrubber,
            jumps=(self.before, self.after),
            extras=(self.mirror,),
            speed=0.5,
            speed_keys=True,
        )
        self._arrange()
        self._connect()

    @property
    def playback(self) -> Playback:
        """The position in both, in steps of the alignment."""
        return self.controls.playback

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Play another pair from its start."""
        self.comparison, self.moment = comparison, None
        count = len(comparison.rows) if comparison is not None else 0
        clips = (comparison.reference, comparison.attempt) if comparison is not None else (None, None)
        for canvas, clip in zip(self.canvases, clips, strict=True):
            canvas.marked = None
            canvas.show_clip(clip)
        self.strip.show_moments(comparison.steps if comparison is not None else (), count)
        has_moments = comparison is not None and bool(comparison.moments)
        for control in (self.before, self.after, self.strip):
            control.setVisible(has_moments)
        self._turn()
        self._set(Playback(count=count, fps=STEPS_PER_S, speed=self.playback.speed))

    def set_mirrored(self, mirrored: bool) -> None:
        """Mirror both like the camera picture."""
        self.mirror.setChecked(mirrored)

    def jump(self, number: int) -> None:
        """Pause at a moment, with a ring around the hand."""
        if self.comparison is None or not self.comparison.moments:
            return
        self.moment = number % len(self.comparison.moments)
        self._set(replace(self.playback.sought(self.comparison.steps[self.moment]), playing=False))
        self.touched.emit()

    def next_moment(self, by: int = 1) -> None:
        """Jump to the moment after the current position, or before it."""
        if self.comparison is None or not self.comparison.steps:
            return
        if self.moment is not None:
            self.jump(self.moment + by)
            return
        steps, here = self.comparison.steps, self.playback.frame
        later = [i for i, step in enumerate(steps) if (step > here if by > 0 else step < here)]
        self.jump(later[0 if by > 0 else -1] if later else (0 if by > 0 else len(steps) - 1))

    def keys(self) -> Keys:
        controls = self.controls
        return {
            "N": (tr("Result: the next moment"), self.next_moment),
            "Shift+N": (tr("Result: the moment before"), lambda: self.next_moment(-1)),
            "K": (tr("Result: play or pause both"), controls.toggle),
            ",": (tr("Result: one step back"), lambda: controls.step(-1)),
            ".": (tr("Result: one step on"), lambda: controls.step(1)),
            "[": (tr("Result: slower"), lambda: controls.change_speed(-1)),
            "]": (tr("Result: faster"), lambda: controls.change_speed(1)),
            "Shift+M": (tr("Result: mirror both"), self.mirror.click),
        }

    def _arrange(self) -> None:
        pictures = hbox()
        for canvas, words in zip(self.canvases, (tr("Reference"), tr("You")), strict=True):
            column = vbox(label(words, "strong"), (canvas, 1), spacing=SPACE // 2)
            pictures.addLayout(column, 1)
        vbox(
            (pictures, 1),
            self.caption,
            self.strip,
            self.scrubber,
            self.controls,
            parent=self,
            spacing=SPACE // 2,
        )

    def _connect(self) -> None:
        self.controls.moved.connect(self._leave_moment)
        self.controls.changed.connect(self._show)
        self.controls.speed.currentIndexChanged.connect(lambda _: self.touched.emit())
        self.before.clicked.connect(lambda: self.next_moment(-1))
        self.after.clicked.connect(lambda: self.next_moment())
        self.strip.chosen.connect(self.jump)
        self.mirror.toggled.connect(lambda _: self._turn())

    def _leave_moment(self) -> None:
        self.moment = None
        self.touched.emit()

    def _turn(self) -> None:
        """Mirror a reference of the other hand, so that both move on the same side."""
        turned = self.comparison is not None and self.comparison.turned
        mirrored = self.mirror.isChecked()
        self.canvases[0].set_mirrored(mirrored != turned)
        self.canvases[1].set_mirrored(mirrored)

    def _set(self, playback: Playback) -> None:
        self.controls.set_playback(playback)
        self._show(playback)

    def _show(self, playback: Playback) -> None:
        if self.strip.set_current(self.moment):
            self.moment_changed.emit(self.moment)
        made = self.comparison
        text = tr("Both move in step; press N for the next moment.")
        if made is not None and not made.moments:
            text = tr("Both move in step; no moment stands out.")
        if made is not None and self.moment is not None:
            text = localised(made.moments[self.moment].text)
        self.caption.set_full_text(text)
        if made is None:
            return
        for number, canvas in enumerate(self.canvases):
            marked = made.hands[self.moment][number] if self.moment is not None else None
            canvas.show_marked(int(made.rows[playback.frame, number]), marked)
