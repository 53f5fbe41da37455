"""The text that was spelled, with buttons to copy it, delete its last letter and clear it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.runtime.events import LetterEdit
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit import tokens
from desktop_app.ui.kit.keys import Keys
from desktop_app.ui.kit.layouts import fill, hbox, vbox
from desktop_app.ui.kit.parts import ElidedLabel, IconButton, IconPushButton, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE

_HEADING_FITS: Final = 1.4


class TextCard(Themed, QWidget):
    """Shows the text and emits `edit_wanted`."""

    edit_wanted = Signal(object)  # LetterEdit

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.line.setPlaceholderText(tr("What you spell appears here"))
        self.line.setAccessibleName(tr("Spelled text"))
        self.count = ElidedLabel("", "caption")
        self.delete_last = IconButton("ph.backspace", tr("Delete the last letter"), "Backspace", quiet=False)
        self.clear = IconButton("ph.trash", tr("Clear the text"), "Ctrl+Backspace", quiet=False)
        self.copy = IconPushButton("ph.copy", tr("Copy"), "primary")
        self.copy.setToolTip(tr("Copy the text (Ctrl+C)"))
        header = hbox()
        self._heading = label(tr("Text"), "section")
        fill(header, self._heading, (self.count, 1), self.delete_last, self.clear, self.copy)
        vbox(header, self.line, parent=self)
        self.delete_last.clicked.connect(lambda: self.edit_wanted.emit(LetterEdit.DELETE_LAST))
        self.clear.clicked.connect(lambda: self.edit_wanted.emit(LetterEdit.CLEAR))
        self.copy.clicked.connect(self._copy)
        self.show_text("", force=True)

    def show_text(self, text: str, *, force: bool = False) -> None:
        """Show the text; its end stays in sight."""
        # A space at the end would not be seen; what is copied is the text itself.
        shown = text[:-1] + "\N{OPEN BOX}" if text.endswith(" ") else text
        if shown == self.line.text() and not force:
            return
        if bool(text) != bool(self._text):
            self._text = text
            self.refresh_theme()
        self._text = text
        self.line.setText(shown)
        self.line.setCursorPosition(len(shown))
        self.line.setAccessibleDescription(text)
        self.count.set_full_text(tr("{count} characters", count=len(text)) if text else "")
        self.copy.setText(tr("Copy"))
        for button in (self.delete_last, self.clear, self.copy):
            button.setEnabled(bool(text))

    def refresh_theme(self) -> None:
        """Text is large; the words that stand in for it are not, and the line keeps its height."""
        self._heading.setVisible(self.theme.scale <= _HEADING_FITS)
        large = QFontMetrics(self.theme.font(tokens.DISPLAY, QFont.Weight.DemiBold)).height()
        size, weight = (tokens.DISPLAY, 600) if self._text else (tokens.BODY, 400)
        self.line.setStyleSheet(f"font-size: {self.theme.size(size)}px; font-weight: {weight};")
        self.line.setFixedHeight(large + 2 * SPACE)

    def keys(self) -> Keys:
        return {
            "Backspace": (tr("Delete the last letter"), self.delete_last.click),
            "Ctrl+Backspace": (tr("Clear the text"), self.clear.click),
            "Ctrl+C": (tr("Copy the text"), self.copy.click),
        }

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.copy.setText(tr("Copied"))
