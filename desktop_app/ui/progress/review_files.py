"""Choosing the file of an attempt: in a dialog, or dropped onto a view."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.engine.attempts.files import SUFFIX
from desktop_app.engine.attempts.records import SharedAttempt
from desktop_app.engine.packs.safe_paths import slug
from desktop_app.ui.i18n.translate import tr


class OpensAttempts(QWidget):
    """A view that opens the file of an attempt: from a dialog, or dropped onto it."""

    file_wanted = Signal(object)  # Path of a .signtry

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_attempt(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_attempt(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.file_wanted.emit(path)

    def ask_open(self) -> None:
        """Ask for an attempt to open; nothing happens where the dialog is cancelled."""
        name, _ = QFileDialog.getOpenFileName(self.window(), tr("Open an attempt"), "", _kinds())
        if name:
            self.file_wanted.emit(Path(name))


def ask_save(parent: QWidget, suggested: str) -> Path | None:
    """Ask where to write an attempt; None where the dialog was cancelled."""
    name, _ = QFileDialog.getSaveFileName(
        parent.window(), tr("Save an attempt to send it"), suggested, _kinds()
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def suggested_name(shown: SharedAttempt, *, notes: bool = False) -> str:
    """A file name from signer, sentence and date; characters outside the Latin script are left out."""
    when = shown.attempt.when.astimezone()
    parts = [slug(text, "") for text in (shown.signer, shown.attempt.sentence or shown.attempt.recognised)]
    parts += [f"{when:%Y-%m-%d}", "notes" if notes else ""]
    return "-".join(part for part in parts if part) + SUFFIX


def dropped_attempt(data: QMimeData) -> Path | None:
    """The attempt among dropped files, None unless there is exactly one."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    attempts = [path for path in paths if path.suffix.lower() == SUFFIX]
    return attempts[0] if len(attempts) == 1 else None


def _kinds() -> str:
    return f"{tr('Attempts')} (*{SUFFIX})"
