"""The Practice view: watch a sentence, sign it, and see what was right."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.theme import Themed
from desktop_app.ui.tokens import SPACE


class PracticeView(Themed, QWidget):
    """Shows what its desk hands it; asks by signals."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE * 2)
