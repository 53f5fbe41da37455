"""Play, step, speed and position of a clip: the controls and the clock that all players share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSlider, QWidget

from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.animation_clock import AnimationClock
from desktop_app.ui.kit.layouts import Stretch, fill, hbox
from desktop_app.ui.kit.parts import Combo, IconButton
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.player.playback import SPEEDS, Playback


class Scrubber(Themed, QSlider):
    """The position bar, with the A-B loop marked on it."""

    def __init__(self, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(name)
        self._loop: tuple[int | None, int | None] = (None, None)

    def show_loop(self, start: int | None, end: int | None) -> None:
        """Mark the ends of the loop; None: there is no mark."""
        if (start, end) != self._loop:
            self._loop = (start, end)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.maximum() < 1 or self._loop == (None, None):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.palette.text), 2))
        handle = self.theme.size(16)
        for mark in self._loop:
            if mark is not None:
                x = handle / 2 + (self.width() - handle) * mark / self.maximum()
                painter.drawLine(round(x), 1, round(x), self.height() - 2)
        painter.end()


class PlayerControls(QWidget):
    """Holds a `Playback` and advances it while the controls are visible.

    Args:
        back, forward: accessible names of the step buttons.
        slider: shows the position and is moved by the user; the player lays it out.
        jumps: buttons before and after the step buttons. extras: widgets at the end of the row.
        speed: one of `SPEEDS`. speed_keys: the player has the keys [ and ], which the tool tip mentions.
        advance: gives the playback some seconds later.
    """

    moved = Signal()  # the user plays, pauses, steps or seeks; emitted before the change
    changed = Signal(object)  # Playback, after a change by the user or the clock

    def __init__(
        self,
        back: str,
        forward: str,
        *,
        slider: QSlider | None = None,
        jumps: tuple[QWidget, QWidget] | None = None,
        extras: Sequence[QWidget] = (),
        speed: float = 1.0,
        speed_keys: bool = False,
        advance: Callable[[Playback, float], Playback] = Playback.advance,
    ) -> None:
        super().__init__()
        self.playback = Playback(speed=speed)
        self.back = IconButton("ph.caret-left", back, ",")
        self.play = IconButton("ph.pause-fill", tr("Pause"), "K")
        self.forward = IconButton("ph.caret-right", forward, ".")
        self.speed = Combo()
        self.speed.setAccessibleName(tr("Speed"))
        self.speed.setToolTip(tr("Speed ([ slower, ] faster)") if speed_keys else "")
        for choice in SPEEDS:
            self.speed.addItem(f"{choice:g}\N{MULTIPLICATION SIGN}", choice)
        self.speed.setCurrentIndex(SPEEDS.index(speed))
        self._slider, self._advance = slider, advance
        self._clock = AnimationClock(self)
        self._arrange(jumps, extras)
        self._connect()

    def set_playback(self, playback: Playback) -> None:
        """Show another position or clip; does not emit `changed`."""
        self.playback = playback
        playing = playback.playing
        self.play.set_meaning(
            "ph.pause-fill" if playing else "ph.play-fill", tr("Pause") if playing else tr("Play")
        )
        if self._slider is not None:
            self._slider.setMaximum(max(playback.count - 1, 0))
            if not self._slider.isSliderDown():
                self._slider.setValue(playback.frame)
        self._run()

    def toggle(self) -> None:
        self.moved.emit()
        self._change(self.playback.toggled())

    def step(self, frames: int) -> None:
        """Pause and step some frames forward or back."""
        self.moved.emit()
        self._change(self.playback.stepped(frames))

    def seek(self, frame: int) -> None:
        self.moved.emit()
        self._change(self.playback.sought(frame))

    def change_speed(self, by: int) -> None:
        """Choose a speed some places further in `SPEEDS`, at most its first or last."""
        self.speed.setCurrentIndex(min(max(self.speed.currentIndex() + by, 0), len(SPEEDS) - 1))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.run(False)

    def _arrange(self, jumps: tuple[QWidget, QWidget] | None, extras: Sequence[QWidget]) -> None:
        steps: tuple[QWidget, ...] = (self.back, self.play, self.forward)
        buttons = steps if jumps is None else (jumps[0], *steps, jumps[1])
        row = hbox(*buttons, Stretch(1), self.speed, parent=self, spacing=2)
        if extras:
            fill(row, Stretch(1), *extras)

    def _connect(self) -> None:
        self.play.clicked.connect(self.toggle)
        self.back.clicked.connect(lambda: self.step(-1))
        self.forward.clicked.connect(lambda: self.step(1))
        self.speed.currentIndexChanged.connect(
            lambda index: self._change(replace(self.playback, speed=SPEEDS[index]))
        )
        self._clock.ticked.connect(lambda seconds: self._change(self._advance(self.playback, seconds)))
        if self._slider is not None:
            slider = self._slider
            slider.sliderMoved.connect(self.seek)
            slider.actionTriggered.connect(lambda _: self.seek(slider.sliderPosition()))

    def _change(self, playback: Playback) -> None:
        self.set_playback(playback)
        self.changed.emit(self.playback)

    def _run(self) -> None:
        self._clock.run(self.playback.playing and self.playback.count > 1 and self.isVisible())
