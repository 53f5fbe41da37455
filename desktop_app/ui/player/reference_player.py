"""Plays the reference of the chosen answer: speed, A-B loop, frame step, mirror, all painted here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from desktop_app.ui.figure.painting_thread import PictureSlot
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.parts import Combo, ElidedLabel, IconButton, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import RADIUS_SMALL, SPACE
from desktop_app.ui.player.clip import PlayerClip, paint_clip
from desktop_app.ui.player.playback import SPEEDS, Playback

_TICK_MS: Final = 33


class ClipCanvas(Themed, QWidget):
    """Shows one frame of a clip; a figure is painted beside the window's thread where that is possible."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(96)
        self.setAccessibleName(tr("Reference picture"))
        self.clip: PlayerClip | None = None
        self.frame = 0
        self.mirrored = False
        self.empty_text = ""
        self._slot = PictureSlot(self)

    def sizeHint(self) -> QSize:
        return QSize(320, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.stage))
        painter.drawRoundedRect(self.rect(), RADIUS_SMALL, RADIUS_SMALL)
        if self.clip is not None and self.clip.count:
            self._paint_frame(painter, self.clip)
        else:
            self._slot.clear()
            painter.setFont(self.theme.font())
            painter.setPen(QColor(palette.stage_text))
            box = self.rect().adjusted(SPACE * 2, SPACE, -SPACE * 2, -SPACE)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty_text)
        painter.end()

    def _paint_frame(self, painter: QPainter, clip: PlayerClip) -> None:
        box, frame, mirrored = QRectF(self.rect()), self.frame, self.mirrored
        if clip.pictures:  # is there already: it only has to be scaled
            paint_clip(painter, clip, frame, box, mirrored=mirrored)
            return

        def paint(painter: QPainter, box: QRectF) -> None:
            paint_clip(painter, clip, frame, box, mirrored=mirrored)

        self._slot.paint(painter, box, ("clip", clip.serial, frame, mirrored), paint, keep=True)


class Scrubber(Themed, QSlider):
    """The position bar, with the A-B loop marked on it."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(tr("Position in the reference"))
        self.loop: tuple[int | None, int | None] = (None, None)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.maximum() < 1 or self.loop == (None, None):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self.theme.palette.text), 2)
        painter.setPen(pen)
        handle = self.theme.size(16)
        for mark in self.loop:
            if mark is not None:
                x = handle / 2 + (self.width() - handle) * mark / self.maximum()
                painter.drawLine(round(x), 1, round(x), self.height() - 2)
        painter.end()


class ReferencePlayer(QWidget):
    """Shows a `PlayerClip` with its controls; without one it says what will be here."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Reference player"))
        self.playback = Playback()
        self.title = ElidedLabel(tr("Reference"), "section")
        self.pack = label("", "caption")
        self.canvas = ClipCanvas()
        self.canvas.empty_text = tr("The reference of the chosen answer is shown here.")
        self.scrubber = Scrubber()
        self.play = IconButton("ph.pause-fill", tr("Pause"), "K")
        self.back = IconButton("ph.caret-left", tr("One frame back"), ",")
        self.forward = IconButton("ph.caret-right", tr("One frame on"), ".")
        self.loop_a = IconButton("ph.arrow-line-right", tr("Loop from here (A)"), "A")
        self.loop_b = IconButton("ph.arrow-line-left", tr("Loop to here (B)"), "B")
        self.loop_off = IconButton("ph.x", tr("Whole clip"), "X")
        self.mirror = IconButton("ph.arrows-left-right", tr("Mirror the reference"), "Shift+M", checkable=True)
        self.speed = Combo()
        self.speed.setAccessibleName(tr("Speed"))
        self.speed.setToolTip(tr("Speed ([ slower, ] faster)"))
        for speed in SPEEDS:
            self.speed.addItem(f"{speed:g}\N{MULTIPLICATION SIGN}", speed)
        self.speed.setCurrentIndex(len(SPEEDS) - 1)
        self._arrange()
        self._connect()
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._show_playback()

    def show_clip(self, clip: PlayerClip | None) -> None:
        """Play another clip from its start; speed and mirror stay as they were set."""
        self.canvas.clip = clip
        self.title.set_full_text(clip.title if clip else tr("Reference"))
        self.pack.setText(clip.pack if clip else "")
        playing = self.playback.playing or not self.playback.count
        self.playback = Playback(
            count=clip.count if clip else 0,
            fps=clip.fps if clip else 30.0,
            speed=self.playback.speed,
            playing=playing,
        )
        self.scrubber.setMaximum(max(self.playback.count - 1, 0))
        self._show_playback()
        self._run()

    def set_mirrored(self, mirrored: bool) -> None:
        """Mirror for left-handers."""
        self.mirror.setChecked(mirrored)

    def set_speed(self, index: int) -> None:
        """Choose one of the speeds by position in the list; beyond the ends nothing changes."""
        self.speed.setCurrentIndex(min(max(index, 0), len(SPEEDS) - 1))

    def toggle(self) -> None:
        """Play or pause."""
        self._set(self.playback.toggled())

    def step(self, frames: int) -> None:
        """Frame by frame."""
        self._set(self.playback.stepped(frames))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _arrange(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(SPACE)
        header.addWidget(self.title, 1)
        header.addWidget(self.pack)
        controls = QHBoxLayout()
        controls.setSpacing(2)
        for button in (self.back, self.play, self.forward):
            controls.addWidget(button)
        controls.addStretch(1)
        controls.addWidget(self.speed)
        controls.addStretch(1)
        for button in (self.loop_a, self.loop_b, self.loop_off, self.mirror):
            controls.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(header)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.scrubber)
        column.addLayout(controls)

    def _connect(self) -> None:
        self.play.clicked.connect(self.toggle)
        self.back.clicked.connect(lambda: self.step(-1))
        self.forward.clicked.connect(lambda: self.step(1))
        self.loop_a.clicked.connect(lambda: self._set(self.playback.with_loop_start()))
        self.loop_b.clicked.connect(lambda: self._set(self.playback.with_loop_end()))
        self.loop_off.clicked.connect(lambda: self._set(self.playback.without_loop()))
        self.mirror.toggled.connect(self._mirror)
        self.speed.currentIndexChanged.connect(self._choose_speed)
        self.scrubber.sliderMoved.connect(self._seek)
        self.scrubber.actionTriggered.connect(lambda _: self._seek(self.scrubber.sliderPosition()))

    def _seek(self, frame: int) -> None:
        self._set(self.playback.sought(frame))

    def _choose_speed(self, index: int) -> None:
        self._set(replace(self.playback, speed=SPEEDS[index]))

    def _mirror(self, on: bool) -> None:
        self.canvas.mirrored = on
        self.canvas.update()

    def _set(self, playback: Playback) -> None:
        self.playback = playback
        self._show_playback()
        self._run()

    def _run(self) -> None:
        if self.playback.playing and self.playback.count > 1 and self.isVisible():
            if not self._timer.isActive():
                self._clock.start()
                self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        # A window that was busy must not jump over half a sign.
        elapsed_s = min(self._clock.restart(), 200) / 1000
        self.playback = self.playback.advance(elapsed_s)
        self._show_playback()

    def _show_playback(self) -> None:
        state = self.playback
        has_clip = state.count > 0
        if self.play.isEnabled() != has_clip:
            for control in self._controls():
                control.setEnabled(has_clip)
        playing = state.playing
        self.play.set_meaning(
            "ph.pause-fill" if playing else "ph.play-fill", tr("Pause") if playing else tr("Play")
        )
        loop = (state.loop_start, state.loop_end)
        self.loop_off.setEnabled(has_clip and loop != (None, None))
        if loop != self.scrubber.loop:
            self.scrubber.loop = loop
            self.scrubber.update()
        if not self.scrubber.isSliderDown():
            self.scrubber.setValue(state.frame)
        if state.frame != self.canvas.frame or not playing:
            self.canvas.frame = state.frame
            self.canvas.update()

    def _controls(self) -> tuple[QWidget, ...]:
        buttons = (self.play, self.back, self.forward, self.loop_a, self.loop_b, self.mirror)
        return (*buttons, self.speed, self.scrubber)

    def keys(self) -> dict[str, tuple[str, Callable[[], None]]]:
        """Shortcut -> words for the help, and what it does."""
        return {
            "K": (tr("Play or pause the reference"), self.toggle),
            ",": (tr("Reference: one frame back"), lambda: self.step(-1)),
            ".": (tr("Reference: one frame on"), lambda: self.step(1)),
            "A": (tr("Reference: loop from here"), self.loop_a.click),
            "B": (tr("Reference: loop to here"), self.loop_b.click),
            "X": (tr("Reference: whole clip"), self.loop_off.click),
            "[": (tr("Reference: slower"), lambda: self.set_speed(self.speed.currentIndex() - 1)),
            "]": (tr("Reference: faster"), lambda: self.set_speed(self.speed.currentIndex() + 1)),
            "Shift+M": (tr("Mirror the reference"), self.mirror.click),
        }
