"""A place for something that has one height: it scrolls only where that is not there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

_LEAST_PX = 96


class ShrinkingScrollArea(QScrollArea):
    """As large as what is in it; smaller, with a bar, in a low window with large text."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inside.installEventFilter(self)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        inside = self.widget()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        inside = self.widget()
        width = inside.minimumSizeHint().width() if inside is not None else 0
        return QSize(width, min(self.sizeHint().height(), _LEAST_PX))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            inside = self.widget()
            layout = inside.layout() if inside is not None else None
            if inside is not None and layout is not None:
                inside.setMinimumHeight(max(layout.minimumSize().height(), 1))  # what scrolls is not squeezed
            self.updateGeometry()
        return super().eventFilter(watched, event)
