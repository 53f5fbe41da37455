"""The Recording view: record a reference of one's own, look at it, and keep it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.theme import Themed
from desktop_app.ui.tokens import SPACE


class RecordView(Themed, QWidget):
    """Shows what its desk hands it; asks by signals."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE * 2)
