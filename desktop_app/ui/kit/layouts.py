"""Rows and columns of widgets, splitters and scrolled content, each made in one expression."""

from __future__ import annotations

from typing import Any, NewType, TypeAlias, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.kit.tokens import SPACE

Stretch = NewType("Stretch", int)  # empty room that takes this share of what is left
Part: TypeAlias = QWidget | QLayout
# A widget or layout by itself or with its stretch; a widget with stretch and alignment.
Item: TypeAlias = Part | Stretch | tuple[Part, int] | tuple[QWidget, int, Qt.AlignmentFlag]
Margins: TypeAlias = int | tuple[int, int, int, int]  # pixels; left, top, right, bottom
Box = TypeVar("Box", bound=QBoxLayout)


def vbox(
    *items: Item, parent: QWidget | None = None, margins: Margins | None = 0, spacing: int | None = SPACE
) -> QVBoxLayout:
    """A column, from above. None leaves margins or spacing to the style and to the layout around it."""
    return _made(QVBoxLayout(), items, parent, margins, spacing)


def hbox(
    *items: Item, parent: QWidget | None = None, margins: Margins | None = 0, spacing: int | None = SPACE
) -> QHBoxLayout:
    """A row, in the direction of reading; see `vbox`."""
    return _made(QHBoxLayout(), items, parent, margins, spacing)


def view_column(*items: Item, parent: QWidget) -> QVBoxLayout:
    """The column of a whole view, with the margins that views have."""
    gap = SPACE + SPACE // 2
    return vbox(*items, parent=parent, margins=(SPACE * 2, gap, SPACE * 2, gap), spacing=gap)


def fill(box: QBoxLayout, *items: Item) -> None:
    """Add items at the end of a row or column."""
    for item in items:
        if isinstance(item, int):
            box.addStretch(item)
            continue
        part, *how = item if isinstance(item, tuple) else (item,)
        add: Any = box.addWidget if isinstance(part, QWidget) else box.addLayout
        add(part, *how)


def splitter(
    direction: Qt.Orientation, *parts: tuple[QWidget, int], sizes: tuple[int, ...], handle: int = SPACE
) -> QSplitter:
    """Widgets with their stretch factors whose borders can be dragged; none can be closed. Sizes in pixels."""
    made = QSplitter(direction)
    made.setChildrenCollapsible(False)
    made.setHandleWidth(handle)
    for place, (widget, stretch) in enumerate(parts):
        made.addWidget(widget)
        made.setStretchFactor(place, stretch)
    made.setSizes(list(sizes))
    return made


def scroll_area(inside: QWidget) -> QScrollArea:
    """Content that scrolls downwards. The area takes no focus: what is in it does, and is scrolled to."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidget(inside)
    return made


def _made(
    box: Box, items: tuple[Item, ...], parent: QWidget | None, margins: Margins | None, spacing: int | None
) -> Box:
    if parent is not None:
        parent.setLayout(box)
    if isinstance(margins, int):
        margins = (margins,) * 4
    if margins is not None:
        box.setContentsMargins(*margins)
    if spacing is not None:
        box.setSpacing(spacing)
    fill(box, *items)
    return box
