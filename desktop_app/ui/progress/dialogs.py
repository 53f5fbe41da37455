"""The confirmation before all progress is deleted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop_app.engine.progress.overview import Overview
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.layouts import Stretch, hbox, vbox
from desktop_app.ui.kit.parts import IconLabel, IconPushButton, label
from desktop_app.ui.kit.theme import Theme, dress
from desktop_app.ui.kit.tokens import SPACE


class DeleteDialog(QDialog):
    """Says what is deleted and what is kept; the safe answer has the focus."""

    agreed = Signal()

    def __init__(self, overview: Overview, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Delete all progress"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = hbox(
            (IconLabel("ph.warning", "warning", 28), 0, Qt.AlignmentFlag.AlignTop),
            (label(tr("Delete everything that was kept of your practice?"), "section", wrap=True), 1),
            spacing=SPACE * 2,
        )
        column = vbox(heading, parent=self, margins=(SPACE * 3, SPACE * 3, SPACE * 3, SPACE * 2))
        for text in (
            tr("Attempts with their scores: {count}", count=overview.attempts),
            tr("Sentences practised: {count}, of which learnt: {learnt}",
               count=len(overview.sentences), learnt=overview.learnt),
            tr("What is due, sentences that you mix up, and days in a row"),
            tr("Kept movements of your newest attempts, and all backups of this history"),
        ):  # fmt: skip
            column.addWidget(label(f"\N{BULLET} {text}", wrap=True))
        column.addSpacing(SPACE)
        final = tr("This cannot be undone. Packs, your own references and files that you saved stay.")
        column.addWidget(label(final, wrap=True))
        self.keep = QPushButton(tr("Keep everything"))
        self.keep.setDefault(True)
        self.delete = IconPushButton("ph.trash", tr("Delete everything"))
        self.delete.setAutoDefault(False)
        self.keep.clicked.connect(self.reject)
        self.delete.clicked.connect(self._agree)
        buttons = hbox(Stretch(1), self.delete, self.keep)
        column.addSpacing(SPACE)
        column.addLayout(buttons)
        dress(self, theme)
        wanted = max(theme.size(420), self.minimumSizeHint().width())
        width = min(wanted, parent.window().width() - SPACE * 4)
        self.setMinimumWidth(width)
        self.resize(width, self.heightForWidth(width))  # words that wrap need more than the hint says
        self.keep.setFocus()

    def _agree(self) -> None:
        self.agreed.emit()
        self.accept()
