"""The presentation window: one answer in full screen, held until the presenter continues. Keyboard only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from desktop_app.ui.camera.headline import Mood
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.animation_clock import AnimationClock
from desktop_app.ui.kit.painted import Painted
from desktop_app.ui.kit.theme import FAMILY
from desktop_app.ui.live.presentation_state import (
    PresentationStage,
    Presented,
    begun,
    followed,
    gone_on,
    large_words,
    small_words,
    waited,
)
from desktop_app.ui.player.clip import ClipKey, PlayerClip, clip_key
from desktop_app.ui.player.clip_canvas import ClipCanvas
from desktop_app.ui.player.playback import Playback
from desktop_app.ui.state import LiveState

HOLDS_S: Final = (0, 5, 10, 20)
NEXT_KEYS: Final = ("Space", "Right", "PgDown", "Return", "Enter", "Down")
_FLAGS: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
# Shares of the screen's height. From six screen heights away a font of 0.06 is 34 minutes of arc.
_MARGIN: Final = 0.05
LARGEST: Final = 0.26
SMALLEST: Final = 0.09
STATE: Final = 0.06
_CALMER: Final = {
    PresentationStage.ANSWER: 1.0,
    PresentationStage.UNSURE: 0.7,
    PresentationStage.WAITING: 0.55,
}  # an answer stands out
KEYS: Final = 0.026


class PresentationWindow(Painted, QWidget):
    """A window of its own. `show_state` follows the live view; `clip_wanted` asks for a reference."""

    ended = Signal()
    clip_wanted = Signal(object)  # Candidate
    hold_changed = Signal(int)  # seconds

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("SignMirror, presentation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.presented = Presented()
        self.reference = False
        self.canvas = ClipCanvas()
        self.canvas.setParent(self)
        self.canvas.hide()
        self._state = LiveState()
        self._playback = Playback()
        self._clock = AnimationClock(self)
        self._clock.ticked.connect(self._tick)

    def start(self, state: LiveState, hold_s: int) -> None:
        """Show it over a second screen where there is one, else over the window's own."""
        self.presented = begun(state, hold_s)
        self._state = state
        parent = self.parentWidget()
        own = parent.screen() if parent is not None else self.screen()
        screen = best_screen(own, QGuiApplication.screens())
        self.setGeometry(screen.geometry())
        self._show_presented()
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()

    def show_state(self, state: LiveState) -> None:
        """Follow the live view: hold an accepted answer until the presenter goes on."""
        self._state = state
        self._take(followed(self.presented, state))

    def receive(self, key: ClipKey, clip: PlayerClip) -> None:
        """Play a loaded reference; dropped where it is not of the answer that is shown."""
        answer = self.presented.answer
        if answer is not None and clip_key(answer) == key:
            self.canvas.show_clip(clip)
            self._playback = Playback(count=clip.count, fps=clip.fps)
            self._show_presented()

    def set_mirrored(self, mirrored: bool) -> None:
        """Mirror the reference for left-handed signers."""
        self.canvas.set_mirrored(mirrored)

    def go_on(self) -> None:
        """Forget the answer and wait for the next sign."""
        self._take(gone_on(self.presented))

    def toggle_reference(self) -> None:
        """The reference beside the answer, or the answer alone."""
        self.reference = not self.reference
        self._ask()
        self._show_presented()

    def next_hold(self) -> None:
        """Choose the next of `HOLDS_S`: after how long it continues by itself; 0: by key only."""
        now = round(self.presented.hold_s)
        hold = next((seconds for seconds in HOLDS_S if seconds > now), HOLDS_S[0])
        self.presented = replace(self.presented, hold_s=float(hold), held_s=0.0)
        self.hold_changed.emit(hold)
        self.update()

    def keys(self) -> dict[str, tuple[str, Callable[[], object]]]:
        """Key -> words for the help, and what it does. A presenter's remote sends PgDown."""
        keys: dict[str, tuple[str, Callable[[], object]]] = {
            key: (tr("Presentation: go on"), self.go_on) for key in NEXT_KEYS
        }
        keys["R"] = (tr("Presentation: reference beside the answer"), self.toggle_reference)
        keys["T"] = (tr("Presentation: go on by itself"), self.next_hold)
        for key in ("Esc", "F5"):
            keys[key] = (tr("End the presentation"), self.close)
        return keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.PortableText)
        entry = self.keys().get(pressed)
        if entry is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            entry[1]()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.run(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.run(False)
        if not event.spontaneous():
            self.ended.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.setCursor(Qt.CursorShape.BlankCursor if self.isFullScreen() else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_canvas()

    def refresh_theme(self) -> None:
        self.canvas.set_theme(self.theme)
        self._place_canvas()

    def large_font(self, words: str, area: QRectF) -> QFont:
        """The largest font in which the words fit, no word broken; the smallest where none does."""
        largest = LARGEST * _CALMER[self.presented.stage]
        low, high = round(SMALLEST * self.height()), round(largest * self.height())
        while high - low > 2:
            middle = (low + high) // 2
            low, high = (middle, high) if _fits(_font(middle), words, area) else (low, middle)
        return _font(low)

    def text_areas(self) -> tuple[QRectF, QRectF, QRectF]:
        """The areas of the large text, the state and the keys."""
        width, height = float(self.width()), float(self.height())
        margin = _MARGIN * height
        beside = self.canvas.width() + margin if self._shows_canvas() else 0.0
        words = QRectF(margin, margin, width - 2 * margin - beside, height * 0.74 - margin)
        if self.isRightToLeft():
            words.translate(beside, 0)
        state = QRectF(margin, height * 0.76, width - 2 * margin, STATE * height * 2.6)
        keys = QRectF(margin, height - margin, width - 2 * margin, KEYS * height * 1.6)
        return words, state, keys

    def paint(self, painter: QPainter) -> None:
        palette = self.theme.palette
        words = large_words(self.presented, self._state)
        small, mood, icon = small_words(self.presented, self._state)
        tone = {Mood.GOOD: palette.success, Mood.UNSURE: palette.warning, Mood.TROUBLE: palette.danger}.get(
            mood
        )
        area, state_area, key_area = self.text_areas()
        painter.fillRect(self.rect(), QColor(palette.window))
        painter.setPen(
            QColor(palette.muted if self.presented.stage is PresentationStage.WAITING else palette.text)
        )
        painter.setFont(self.large_font(words, area))
        painter.drawText(area, _FLAGS, words)
        self._paint_state(painter, state_area, small, tone.text if tone else palette.text, icon)
        painter.setPen(QColor(palette.muted))
        painter.setFont(_font(round(KEYS * self.height()), QFont.Weight.Normal))
        painter.drawText(key_area, Qt.AlignmentFlag.AlignCenter, self._key_words())
        if self.presented.stage is PresentationStage.ANSWER and self.presented.hold_s > 0:
            left = 1 - self.presented.held_s / self.presented.hold_s
            bar = QRectF(0, self.height() - 6, self.width() * left, 6)
            painter.fillRect(bar, QColor(palette.accent.solid))

    def _paint_state(self, painter: QPainter, area: QRectF, words: str, colour: str, icon: str) -> None:
        font = _font(round(STATE * self.height()))
        side = round(STATE * self.height() * 1.2)
        inner = area.width() - side * 1.4
        box = QFontMetrics(font).boundingRect(QRect(0, 0, round(inner), 10_000), _FLAGS, words)
        left = area.center().x() - (box.width() + side * 1.4) / 2
        mark = QRect(round(left), round(area.center().y() - side / 2), side, side)
        text = QRectF(left + side * 1.4, area.y(), box.width() + 2, area.height())
        if self.isRightToLeft():
            mark.moveLeft(round(left + box.width() + side * 0.4))
            text.moveLeft(left)
        self.theme.icon(icon, colour).paint(painter, mark)
        painter.setPen(QColor(colour))
        painter.setFont(font)
        painter.drawText(text, _FLAGS, words)

    def _key_words(self) -> str:
        hold = round(self.presented.hold_s)
        timer = tr("T: goes on after {seconds} s", seconds=hold) if hold else tr("T: timer")
        parts = (tr("Space: go on"), tr("R: reference"), timer, tr("Esc: end"))
        return "     ".join(parts)

    def _take(self, presented: Presented) -> None:
        before, self.presented = self.presented, presented
        if presented.answer is not before.answer:
            self.canvas.show_clip(None)
            self._ask()
        self._show_presented()

    def _ask(self) -> None:
        if self.reference and self.presented.answer is not None and self.canvas.clip is None:
            self.clip_wanted.emit(self.presented.answer)

    def _show_presented(self) -> None:
        self._place_canvas()
        words = large_words(self.presented, self._state)
        self.setAccessibleName(words)
        self.setAccessibleDescription(small_words(self.presented, self._state)[0])
        self.update()

    def _shows_canvas(self) -> bool:
        return (
            self.reference and self.presented.stage is PresentationStage.ANSWER and self.canvas.clip is not None
        )

    def _place_canvas(self) -> None:
        margin = round(_MARGIN * self.height())
        width, height = round(self.width() * 0.4), round(self.height() * 0.74) - margin
        left = margin if self.isRightToLeft() else self.width() - width - margin
        self.canvas.setGeometry(left, margin, width, height)
        self.canvas.setVisible(self._shows_canvas())

    def _tick(self, seconds: float) -> None:
        presented = waited(self.presented, seconds)
        if presented is not self.presented:
            self._take(presented)
        if self._shows_canvas():
            self._playback = self._playback.advance(seconds)
            self.canvas.show_frame(self._playback.frame)


def best_screen(own: QScreen, screens: list[QScreen]) -> QScreen:
    """The screen that the audience sees: another one than the window's own, where there is one."""
    others = [screen for screen in screens if screen is not own]
    return others[0] if others else own


def _font(pixels: int, weight: QFont.Weight = QFont.Weight.DemiBold) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(max(pixels, 8))
    font.setWeight(weight)
    return font


def _fits(font: QFont, words: str, area: QRectF) -> bool:
    metrics = QFontMetrics(font)
    if max((metrics.horizontalAdvance(word) for word in words.split()), default=0) > area.width():
        return False
    box = metrics.boundingRect(QRect(0, 0, round(area.width()), 100_000), _FLAGS, words)
    return box.height() <= area.height() and box.width() <= area.width()
