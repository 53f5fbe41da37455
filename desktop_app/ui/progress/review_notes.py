"""The moments of an attempt, and the editor for a note at the current one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop_app.engine.attempts.records import MAX_NAME, Note
from desktop_app.engine.feedback.alignment import Channel
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.layouts import Stretch, hbox, vbox
from desktop_app.ui.kit.parts import Combo, IconButton, IconPushButton, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.progress.lists import Line, LineView
from desktop_app.ui.progress.review_state import Mark
from desktop_app.ui.progress.words import channel_name, seconds_words

_ABOUT: Final[tuple[Channel | None, ...]] = (None, *Channel)


class NotesPanel(Themed, QWidget):
    """Shows marks; asks for changes by signals."""

    mark_chosen = Signal(object)  # Mark
    written = Signal(str, object, str)  # text, Channel or None, author
    delete_wanted = Signal(str)  # id of a note
    restore_wanted = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._start_s = 0.0
        self._editing: Note | None = None
        self.list = LineView(tr("Notes and moments"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Text of the note"))
        self.text.setPlaceholderText(tr("What is good here, or what to change"))
        self.text.setTabChangesFocus(True)
        self.text.installEventFilter(self)
        self.channel = Combo()
        self.channel.setAccessibleName(tr("What the note is about"))
        for channel in _ABOUT:
            self.channel.addItem(channel_name(channel) if channel else tr("The whole sign"))
        self.author = QLineEdit()
        self.author.setMaxLength(MAX_NAME)
        self.author.setPlaceholderText(tr("Your name, if you like"))
        self.author.setAccessibleName(tr("Your name, if you like"))
        self.heading = label("", "strong", wrap=True)
        self.keep = IconPushButton("ph.note-pencil", tr("Add note"), "primary")
        self.cancel = IconPushButton("ph.x", tr("New note"))
        self.delete = IconButton("ph.trash", tr("Delete the note"), "Ctrl+Backspace", quiet=False)
        self.restore = IconButton(
            "ph.arrow-u-up-left", tr("Bring the deleted note back"), "Ctrl+Z", quiet=False
        )
        self._arrange()
        self.list.chosen.connect(self.mark_chosen)
        self.list.clicked.connect(lambda index: self.mark_chosen.emit(self.list.lines.lines[index.row()].key))
        self.keep.clicked.connect(self._write)
        self.cancel.clicked.connect(self.cancelled)
        self.delete.clicked.connect(self._delete)
        self.restore.clicked.connect(self.restore_wanted)
        self.text.textChanged.connect(self._enable)
        self._enable()

    def show_marks(self, marks: Sequence[Mark], start_s: float, *, restorable: bool) -> None:
        """Show notes and moments, with their time from the start of the attempt."""
        self._start_s = start_s
        self.list.show_lines(
            [
                Line(
                    "ph.chat-text-fill" if mark.note else "ph.hand-waving",
                    "accent" if mark.note else "muted",
                    mark.text.replace("\n", " "),
                    seconds_words(mark.at_s - start_s),
                    mark,
                )
                for mark in marks
            ]
        )
        self.restore.setEnabled(restorable)
        self._select()

    def show_note(self, note: Note | None) -> None:
        """Put a note into the editor, or empty it."""
        if note is self._editing:
            return
        self._editing = note
        self._select()
        with QSignalBlocker(self.text):
            self.text.setPlainText(note.text if note else "")
        self.channel.setCurrentIndex(_ABOUT.index(note.channel) if note else 0)
        if note is not None and note.author and not self.author.text():
            self.author.setText(note.author)
        self._enable()

    def show_time(self, time_s: float) -> None:
        """Show the current moment, which a new note belongs to."""
        at_s = self._editing.at_s if self._editing else time_s
        moment = seconds_words(at_s - self._start_s)
        words = tr("Note at {moment}", moment=moment)
        if not self._editing:
            words = tr("New note at {moment}", moment=moment)
        if words != self.heading.text():
            self.heading.setText(words)

    def write_here(self) -> None:
        """Start a note at the current moment."""
        self.cancelled.emit()
        self.text.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Return keeps the note; a plain Return begins a new line in it."""
        if watched is self.text and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            returns = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if returns and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._write()
                return True
        return super().eventFilter(watched, event)

    def refresh_theme(self) -> None:
        lines = self.fontMetrics().lineSpacing()
        self.text.setFixedHeight(lines * 3 + SPACE * 2)
        palette = self.theme.palette
        self.text.setStyleSheet(
            f"QPlainTextEdit {{ background: {palette.card}; border: {palette.border_px}px solid"
            f" {palette.control_border}; border-radius: 6px; padding: 4px; }}"
            f" QPlainTextEdit:focus {{ border: 2px solid {palette.focus}; padding: 3px; }}"
        )

    def _arrange(self) -> None:
        details = hbox((self.channel, 1), (self.author, 1))
        buttons = hbox(self.keep, self.cancel, Stretch(1), self.restore, self.delete)
        vbox(
            label(tr("Notes"), "section"),
            (self.list, 1),
            self.heading,
            self.text,
            details,
            buttons,
            parent=self,
        )

    def _write(self) -> None:
        if self.text.toPlainText().strip():
            self.written.emit(self.text.toPlainText(), _ABOUT[self.channel.currentIndex()], self.author.text())

    def _select(self) -> None:
        """Select the note in the list that is in the editor."""
        ids = [mark.note.id if mark.note else "" for mark in (line.key for line in self.list.lines.lines)]
        if self._editing is not None and self._editing.id in ids:
            index = self.list.lines.index(ids.index(self._editing.id))
            if index != self.list.currentIndex():
                self.list.setCurrentIndex(index)

    def _delete(self) -> None:
        if self._editing is not None:
            self.delete_wanted.emit(self._editing.id)

    def _enable(self) -> None:
        self.keep.setEnabled(bool(self.text.toPlainText().strip()) and self.isEnabled())
        words = tr("Keep the change") if self._editing else tr("Add note")
        if words != self.keep.text():
            self.keep.setText(words)
            self.keep.setAccessibleName(words)
        self.cancel.setVisible(self._editing is not None)
        self.delete.setEnabled(self._editing is not None)

    def emptied(self) -> None:
        self._editing = None
        with QSignalBlocker(self.text):
            self.text.clear()
        self.channel.setCurrentIndex(0)
        self._enable()
