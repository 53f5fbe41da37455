"""The Progress view: what was practised, and how it went."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.theme import Themed
from desktop_app.ui.tokens import SPACE


class ProgressView(Themed, QWidget):
    """Shows what its desk hands it; asks by signals."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE * 2)
