"""The review of a take: plays the part that is kept, with a timeline to trim it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.runtime.take_events import TakePicture
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.keys import Keys
from desktop_app.ui.kit.layouts import hbox, vbox
from desktop_app.ui.kit.parts import ElidedLabel, IconButton
from desktop_app.ui.kit.tokens import RADIUS_SMALL, SPACE
from desktop_app.ui.player.clip_canvas import ClipCanvas
from desktop_app.ui.player.controls import PlayerControls
from desktop_app.ui.player.playback import Playback
from desktop_app.ui.recording.state import MadeTake
from desktop_app.ui.recording.tasks import Playable
from desktop_app.ui.recording.timeline import TakeTimeline


class TakeCanvas(ClipCanvas):
    """The take, with the camera picture of the current moment in a corner."""

    def __init__(self) -> None:
        super().__init__()
        self.moment: TakePicture | None = None
        self.setAccessibleName(tr("Picture of the take"))

    def show_moment(self, moment: TakePicture | None) -> None:
        """Show the camera's picture in the corner, or none."""
        self.moment = moment
        self.update()

    def paint(self, painter: QPainter) -> None:
        super().paint(painter)
        if self.moment is None:
            return
        bgr = self.moment.bgr
        height, width = bgr.shape[:2]
        inset = min(self.width() * 0.34, self.height() * 0.5 * width / height)
        box = QRectF(self.width() - inset - SPACE, SPACE, inset, inset * height / width)
        # The image borrows the array, which the take holds until after the painting.
        image = QImage(bgr.data, width, height, int(bgr.strides[0]), QImage.Format.Format_BGR888)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.save()
        if self.mirrored:
            painter.translate(2 * box.center().x(), 0)
            painter.scale(-1, 1)
        painter.drawImage(box, image)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.palette.text), 2))
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        painter.setFont(self.theme.font(tokens.CAPTION))
        words = painter.fontMetrics().elidedText(
            tr("Not kept on the disk"), Qt.TextElideMode.ElideRight, round(inset)
        )
        line = QRectF(box.left(), box.bottom() + 2, inset, painter.fontMetrics().height())
        painter.setPen(QColor(self.theme.palette.stage_text))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)


class TakeReviewPanel(QWidget):
    """Plays one take. The kept part is looped; the rest can be reached by seeking."""

    moved = Signal(int, float, float)  # number of the take, start by, end by
    touched = Signal()  # the user operates it

    def __init__(self) -> None:
        super().__init__()
        self.canvas = TakeCanvas()
        self.canvas.empty_text = tr("The take is shown here.")
        self.timeline = TakeTimeline()
        self.kept = ElidedLabel("", "muted")
        self.start_here = IconButton("ph.arrow-line-right", tr("Keep from here"), "A")
        self.end_here = IconButton("ph.arrow-line-left", tr("Keep to here"), "B")
        self.as_found = IconButton("ph.arrow-counter-clockwise", tr("Ends as detected"), "X")
        self.controls = PlayerControls(tr("One frame back"), tr("One frame on"))
        self._made: MadeTake | None = None
        self._clips: dict[int, Playable] = {}
        self._arrange()
        self._connect()

    @property
    def playback(self) -> Playback:
        return self.controls.playback

    def set_playable(self, playable: Playable) -> None:
        """A take is ready to be played."""
        self._clips[playable.number] = playable
        if self._made is not None and self._made.number == playable.number:
            self._load(playable)

    def show_take(self, made: MadeTake | None) -> None:
        """Show a take; its ends and findings may have changed."""
        if made is self._made:
            return
        other = self._made is None or made is None or made.number != self._made.number
        self._made = made
        self.timeline.show_take(made)
        if other:
            self.canvas.show_moment(None)
            self._load(self._clips.get(made.number) if made is not None else None)
        elif made is not None:
            self._set(self._looped(self.playback))

    def forget(self) -> None:
        """Drop the clips of all takes."""
        self._clips.clear()
        self.show_take(None)

    def jump(self, at_s: float) -> None:
        """Pause at a moment (on the time axis of the take) and show its camera picture."""
        if self._made is None:
            return
        pictures = self._made.pictures
        nearest = min(pictures, key=lambda one: abs(one.position_s - at_s)) if pictures else None
        self.canvas.show_moment(nearest)
        self._seek(at_s - self._made.begins_s, playing=False)

    def set_mirrored(self, mirrored: bool) -> None:
        """Mirror like the camera picture."""
        self.canvas.set_mirrored(mirrored)

    def keys(self) -> Keys:
        return {
            "K": (tr("Play or pause"), self.controls.play.click),
            ",": (tr("One frame back"), self.controls.back.click),
            ".": (tr("One frame on"), self.controls.forward.click),
            "A": (tr("Keep from here"), self.start_here.click),
            "B": (tr("Keep to here"), self.end_here.click),
            "X": (tr("Ends as detected"), self.as_found.click),
        }

    def _arrange(self) -> None:
        cutting = hbox((self.kept, 1), self.start_here, self.end_here, self.as_found, spacing=4)
        vbox((self.canvas, 1), self.timeline, cutting, self.controls, parent=self)

    def _connect(self) -> None:
        self.controls.play.clicked.connect(lambda: self.canvas.show_moment(None))
        self.controls.changed.connect(self._show)
        self.timeline.sought.connect(lambda at: self._seek(at, playing=False))
        self.timeline.moved.connect(self._move)
        self.start_here.clicked.connect(lambda: self._cut(start=True))
        self.end_here.clicked.connect(lambda: self._cut(start=False))
        self.as_found.clicked.connect(self._restore)

    def _load(self, playable: Playable | None) -> None:
        clip = playable.clip if playable is not None else None
        self.canvas.show_clip(clip)
        if playable is not None:
            self.timeline.set_speeds(playable.speeds)
        playback = Playback(
            count=clip.count if clip else 0, fps=clip.fps if clip else 30.0, speed=self.playback.speed
        )
        playback = self._looped(playback)
        self._set(playback.sought(playback.first))

    def _looped(self, playback: Playback) -> Playback:
        """The same playback, looped in the part that is kept."""
        if self._made is None or not playback.count:
            return playback
        start, end = self.timeline.ends()
        last = playback.count - 1
        first = min(round(start * playback.fps), last)
        until = min(max(round(end * playback.fps), first), last)
        return replace(playback, loop_start=first, loop_end=until)

    def _seek(self, seconds: float, *, playing: bool) -> None:
        self.touched.emit()
        at = round(seconds * self.playback.fps)
        self._set(replace(self.playback.sought(at), playing=playing))

    def _move(self, start_by_s: float, end_by_s: float) -> None:
        if self._made is None:
            return
        number = self._made.number
        self.moved.emit(number, start_by_s, end_by_s)
        start, end = self.timeline.ends()
        self._seek(start if start_by_s else end, playing=False)  # shows what is cut

    def _cut(self, *, start: bool) -> None:
        at = self.playback.frame / self.playback.fps
        begin, end = self.timeline.ends()
        if self._made is not None:
            self.moved.emit(self._made.number, at - begin if start else 0.0, 0.0 if start else at - end)

    def _restore(self) -> None:
        made = self._made
        if made is not None:
            by = made.found.start_s - made.span.start_s, made.found.end_s - made.span.end_s
            self.moved.emit(made.number, *by)

    def _set(self, playback: Playback) -> None:
        self.controls.set_playback(playback)
        self._show(playback)

    def _show(self, playback: Playback) -> None:
        self.canvas.show_frame(playback.frame)
        self.timeline.set_position(playback.frame / playback.fps)
        start, end = self.timeline.ends()
        words = tr("Kept: {start:.1f} to {end:.1f} s", start=start, end=end)
        self.kept.set_full_text(words if self._made is not None else "")
