"""The Review view: a try that somebody sent, with notes at its moments."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.theme import Themed
from desktop_app.ui.tokens import SPACE


class ReviewView(Themed, QWidget):
    """Shows what its desk hands it; asks by signals."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE * 2)
