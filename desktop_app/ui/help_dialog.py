"""The list of all keys, which F1 opens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QWidget,
)

from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.keys import Keys
from desktop_app.ui.kit.layouts import scroll_area, vbox
from desktop_app.ui.kit.parts import label
from desktop_app.ui.kit.tokens import SPACE


class HelpDialog(QDialog):
    """A table of keys, grouped by view."""

    def __init__(self, tables: list[tuple[str, Keys]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE * 3)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(1, 1)
        for heading, keys in tables:
            grid.addWidget(label(heading, "section"), grid.rowCount(), 0, 1, 2)
            for key, (words, _) in keys.items():
                row = grid.rowCount()
                shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                name = label(shown, "strong")
                name.setAccessibleName(f"{shown}: {words}")
                grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label(words, wrap=True), row, 1)
        inside = QWidget()
        inside.setLayout(grid)
        scroll = scroll_area(inside)
        scroll.setAccessibleName(tr("Keys"))
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrow keys and PgDown scroll
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        vbox((scroll, 1), buttons, parent=self, margins=None, spacing=None)
        window = parent.window().size()
        line = QFontMetrics(QApplication.font()).height()
        self.resize(min(36 * line, window.width() - SPACE * 4), min(33 * line, window.height() - SPACE * 4))
