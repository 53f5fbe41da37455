"""How a letter is signed: its hand, its name, and buttons to look at others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.engine.letters.alphabet import COMMANDS, LETTERS, MOVING
from desktop_app.engine.records import FloatArray
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.keys import Keys
from desktop_app.ui.kit.layouts import hbox, vbox
from desktop_app.ui.kit.parts import ElidedLabel, IconButton
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.spelling.hand_canvas import HandCanvas
from desktop_app.ui.spelling.words import letter_words

_NOTE_FITS: Final = 1.25


class HandCard(Themed, QWidget):
    """Shows the hand of the letter that is asked for; where none is, the user browses the alphabet."""

    turning_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.canvas = HandCanvas()
        self.title = ElidedLabel("", "section")
        self.note = ElidedLabel("", "caption")
        self.before = IconButton("ph.caret-left", tr("Letter before"), ",")
        self.after = IconButton("ph.caret-right", tr("Next letter"), ".")
        self.turn = IconButton("ph.arrows-clockwise", tr("Turn the hand"), "T", checkable=True)
        self.turn.setChecked(True)
        self._hands: Mapping[str, FloatArray] = {}
        self._letter = LETTERS[0]
        self._asked = ""
        self._mirrored = False
        header = hbox((self.title, 1), (self.note, 1), self.before, self.after, self.turn, spacing=SPACE // 2)
        vbox(header, (self.canvas, 1), parent=self)
        self.before.clicked.connect(lambda: self._browse(-1))
        self.after.clicked.connect(lambda: self._browse(1))
        self.turn.toggled.connect(self._turn)
        self.canvas.taken_hold.connect(lambda: self.turn.setChecked(False))
        self._show()

    @property
    def letter(self) -> str:
        """The letter whose hand is shown."""
        return self._asked or self._letter

    def set_hands(self, hands: Mapping[str, FloatArray]) -> None:
        """The alphabet to show, as `reference_hands` gives it."""
        self._hands = hands
        self._show()

    def set_mirrored(self, mirrored: bool) -> None:
        """As a left hand seen by the camera, or a right hand seen in a mirror."""
        self._mirrored = mirrored
        self._show()

    def set_turning(self, on: bool) -> None:
        """Apply the setting, without emitting `turning_changed`."""
        with QSignalBlocker(self.turn):
            self.turn.setChecked(on)
        if on != self.canvas.turning:
            self.canvas.set_turning(on)

    def ask(self, letter: str) -> None:
        """Show the letter that is expected now; "" lets the user choose."""
        if letter != self._asked:
            self._asked = letter
            self._show()

    def keys(self) -> Keys:
        return {
            ",": (tr("Hand: letter before"), self.before.click),
            ".": (tr("Hand: next letter"), self.after.click),
            "T": (tr("Turn the hand, or keep it still"), self.turn.click),
        }

    def refresh_theme(self) -> None:
        self.note.setVisible(self.theme.scale <= _NOTE_FITS)

    def _browse(self, step: int) -> None:
        self._letter = LETTERS[(LETTERS.index(self._letter) + step) % len(LETTERS)]
        self._show()

    def _turn(self, on: bool) -> None:
        self.canvas.set_turning(on)
        self.turning_changed.emit(on)

    def _show(self) -> None:
        letter = self.letter
        for button in (self.before, self.after):
            button.setEnabled(not self._asked)
        if letter in COMMANDS:
            self.title.set_full_text(letter_words(letter))
            self.note.set_full_text(tr("any gesture you like"))
        else:
            self.title.set_full_text(tr("Letter {letter}", letter=letter))
            note = tr("is drawn in the air") if letter in MOVING else tr("drag to turn")
            self.note.set_full_text(note)
        self.canvas.show_hand(letter, self._hands.get(letter), mirrored=self._mirrored)
        self.canvas.setAccessibleName(tr("Hand of the letter {letter}", letter=letter_words(letter)))
