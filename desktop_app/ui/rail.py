"""The rail: one button a view, icon over its name; scrolls where large text meets a low window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton

from desktop_app.ui.kit.layouts import vbox
from desktop_app.ui.kit.parts import IconLabel
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE

LAST: Final = "settings"  # stands at the lower end


class RailButton(Themed, QToolButton):
    """One view of the program: icon over its name."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__()
        self._icon = icon
        self.setProperty("kind", "rail")
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)

    def refresh_theme(self) -> None:
        side = self.theme.size(24)
        self.setIconSize(QSize(side, side))
        palette = self.theme.palette
        self.setIcon(self.theme.icon(self._icon, palette.muted, checked_colour=palette.accent.text))
        self.ensurePolished()
        needed = self.fontMetrics().horizontalAdvance(self.text()) + 20
        self.setFixedWidth(max(self.theme.size(72), needed, self.sizeHint().width()))


class Rail(Themed, QScrollArea):
    """Holds the buttons under the mark of the program, which is hidden where the height does not suffice."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons: dict[str, RailButton] = {}
        inside = QFrame()
        inside.setObjectName("rail")
        self._column = vbox(parent=inside, margins=(SPACE, SPACE * 2, SPACE, SPACE * 2))
        self._mark = IconLabel("ph.hand-waving-fill", "accent", 32)
        self._mark.setAccessibleName("SignMirror")
        self._column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(inside)

    def add(self, name: str, button: RailButton) -> None:
        """One more button, below the others."""
        if name == LAST:
            self._column.addStretch(1)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.buttons[name] = button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def refresh_theme(self) -> None:
        for button in self.buttons.values():  # before or after the rail, as the theme came round
            button.set_theme(self.theme)
        width = max((button.width() for button in self.buttons.values()), default=0)
        self.setFixedWidth(width + 2 * SPACE + self.theme.palette.border_px)
        self._fit()

    def _fit(self) -> None:
        heights = [button.sizeHint().height() for button in self.buttons.values()]
        buttons = sum(heights) + SPACE * max(len(heights) - 1, 0)
        mark = self.theme.size(32) + SPACE
        self._mark.setVisible(self.height() >= buttons + mark + SPACE * 5)
        tight = self.height() < buttons + SPACE * 4
        margin = SPACE // 2 if tight else SPACE * 2
        self._column.setContentsMargins(SPACE, margin, SPACE, margin)
        self._column.setSpacing(0 if tight else SPACE)
