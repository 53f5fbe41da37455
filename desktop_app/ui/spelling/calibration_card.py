"""The calibration: which letters were shown, and buttons to go on, stop and undo."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.engine.letters.alphabet import COMMANDS
from desktop_app.runtime.events import CalibrationAction
from desktop_app.runtime.letter_calibrator import ORDER, CalibrationPhase, CalibrationStatus
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.keys import Keys
from desktop_app.ui.kit.layouts import fill, hbox, vbox
from desktop_app.ui.kit.parts import ElidedLabel, IconButton, IconPushButton
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.spelling.tiles import Tile, TileMark, TileRow
from desktop_app.ui.spelling.words import letter_glyph, letter_words

_WORDS_FIT: Final = 1.4
RUNNING = (CalibrationPhase.PREPARE, CalibrationPhase.SHOW, CalibrationPhase.HOLD)


class CalibrationCard(Themed, QWidget):
    """Shows a `CalibrationStatus` and emits `wanted`."""

    wanted = Signal(object)  # CalibrationAction

    def __init__(self) -> None:
        super().__init__()
        self._status = CalibrationStatus()
        self.start = IconPushButton("ph.play", tr("Start"), "primary")
        self.skip = IconButton("ph.skip-forward", tr("Leave this letter out"), "S", quiet=False)
        self.undo = IconButton("ph.arrow-u-up-left", tr("Show the last letter again"), "U", quiet=False)
        self.forget = IconPushButton("ph.trash", tr("Forget all"))
        self.about = ElidedLabel("", "muted")
        self.row = TileRow(side_px=36, least_px=32)
        header = hbox(self.start, (self.about, 1))
        self._spacer = QWidget()
        self._spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._spacer.hide()
        fill(header, (self._spacer, 1), self.skip, self.undo, self.forget)
        vbox(header, self.row, parent=self, spacing=SPACE + SPACE // 2)
        self.start.clicked.connect(self._start_or_stop)
        self.skip.clicked.connect(lambda: self.wanted.emit(CalibrationAction.SKIP))
        self.undo.clicked.connect(lambda: self.wanted.emit(CalibrationAction.UNDO))
        self.forget.clicked.connect(self._forget_or_restore)
        self.show_status(self._status)

    def show_status(self, status: CalibrationStatus) -> None:
        """Show how far the calibration is."""
        self._status = status
        running = status.phase in RUNNING
        words = tr("Go on") if status.shown else tr("Start")
        self._name(self.start, tr("Stop") if running else words)
        self.start.set_icon("ph.stop-fill" if running else "ph.play-fill")
        self.start.setEnabled(running or status.phase is not CalibrationPhase.IMPOSSIBLE)
        self.skip.setEnabled(running)
        self.undo.setEnabled(bool(status.last))
        back = status.restorable and not status.shown
        self._name(self.forget, tr("Bring back") if back else tr("Forget all"))
        self.forget.set_icon("ph.arrow-counter-clockwise" if back else "ph.trash")
        self.forget.setEnabled(back or bool(status.shown))
        self.about.set_full_text(about_words(status))
        tiles = []
        for letter in ORDER:
            mark = TileMark.GOOD if letter in status.shown else TileMark.AHEAD
            status_words = tr("shown") if letter in status.shown else tr("not shown yet")
            if letter == status.letter:
                mark, status_words = TileMark.CURRENT, tr("now")
            tiles.append(Tile(letter_glyph(letter), mark, f"{letter_words(letter)} {status_words}"))
        self.row.show_tiles(tuple(tiles), tr("Letters of the calibration"))

    def refresh_theme(self) -> None:
        """With large text one of the buttons is an icon alone."""
        self._name(self.start, self.start.accessibleName())
        self._name(self.forget, self.forget.accessibleName())

    def _name(self, button: IconPushButton, words: str) -> None:
        """Words beside the icon where they fit, else in the tool tip."""
        short = self.theme.scale > _WORDS_FIT
        shown = "" if short and button is self.forget else words
        if button.text() != shown or button.accessibleName() != words:
            button.setText(shown)
            button.setStyleSheet("" if shown else f"padding-left: {SPACE}px; padding-right: {SPACE}px;")
            button.setToolTip("" if shown else words)
            button.setAccessibleName(words)

    def set_about_shown(self, shown: bool) -> None:
        """Whether to show words beside the buttons; the tiles show the same."""
        self._spacer.setVisible(not shown)
        self.about.setVisible(shown)

    def keys(self) -> Keys:
        return {
            "C": (tr("Calibration: go on or stop"), self.start.click),
            "U": (tr("Calibration: show the last letter again"), self.undo.click),
        }

    def _start_or_stop(self) -> None:
        running = self._status.phase in RUNNING
        self.wanted.emit(CalibrationAction.STOP if running else CalibrationAction.START)

    def _forget_or_restore(self) -> None:
        back = self._status.restorable and not self._status.shown
        self.wanted.emit(CalibrationAction.RESTORE if back else CalibrationAction.FORGET)


def about_words(status: CalibrationStatus) -> str:
    """How many letters were shown, or what may be shown now."""
    if status.letter in COMMANDS:
        return tr("any gesture, or leave it out")
    return tr("{count} of {all} shown", count=len(status.shown), all=len(ORDER))
