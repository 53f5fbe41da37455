"""Lists of lines with an icon, a text and a trailing detail; and the rows of look-alikes with their buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.engine.progress.figures import Confusion
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.layouts import Stretch, vbox
from desktop_app.ui.kit.parts import IconPushButton, label, role_colour
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.progress.words import confusion_count, confusion_words

Index = QModelIndex | QPersistentModelIndex
MAX_PAIRS: Final = 5
_DETAIL: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        icon, role: Phosphor name and the colour role it is drawn in.
        detail: trailing, muted.
        key: what the line stands for.
    """

    icon: str
    role: str
    text: str
    detail: str
    key: Any = None


class LineModel(QAbstractListModel):
    """The rows of a list view; they are made when they are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self.icons: dict[tuple[str, str], Any] = {}

    def set_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.DecorationRole:
            return self.icons.get((line.icon, line.role))
        if role == _DETAIL:
            return line.detail
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.text}\n{line.detail}" if line.detail else line.text
        return None


class _LineDelegate(QStyledItemDelegate):
    """Reserves space for the detail and draws it at the end of the line."""

    def __init__(self, view: LineView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        detail = str(index.data(_DETAIL) or "")
        metrics = QFontMetrics(option.font)
        room = metrics.horizontalAdvance(detail) + SPACE * 2 if detail else 0
        box = option.rect
        if room > box.width() * 0.6:
            detail = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, round(box.width() * 0.5))
            room = metrics.horizontalAdvance(detail) + SPACE * 2
        self._view.detail_room = room
        super().paint(painter, option, index)
        if detail:
            right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignLeft if right_to_left else Qt.AlignmentFlag.AlignRight
            painter.save()
            painter.setFont(option.font)
            painter.setPen(QColor(self._view.theme.palette.muted))
            inner = box.adjusted(SPACE, 0, -SPACE, 0)
            painter.drawText(
                inner, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, detail
            )
            painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        room = option.rect.width() - self._view.detail_room - self._view.iconSize().width() - SPACE * 4
        metrics = QFontMetrics(option.font)
        option.text = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, max(room, 24))


class LineView(Themed, QListView):
    """A list of lines; Return or a double click chooses one."""

    chosen = Signal(object)  # Line.key

    def __init__(self, name: str) -> None:
        super().__init__()
        self.detail_room = 0
        self.lines = LineModel()
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.activated.connect(lambda index: self.chosen.emit(self.lines.lines[index.row()].key))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show lines; identical ones keep the current row."""
        if tuple(lines) != self.lines.lines:
            self._make_icons(lines)
            self.lines.set_lines(lines)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.size(240), self.minimumHeight())

    def refresh_theme(self) -> None:
        side = self.theme.size(18)
        self.setIconSize(QSize(side, side))
        self.setMinimumHeight(self.theme.size(36) * 3 + SPACE * 2)
        self.lines.icons.clear()
        self._make_icons(self.lines.lines)
        self.viewport().update()

    def _make_icons(self, lines: Sequence[Line]) -> None:
        for line in lines:
            key = (line.icon, line.role)
            if key not in self.lines.icons:
                self.lines.icons[key] = self.theme.icon(line.icon, role_colour(self.theme, line.role))


class PairRows(Themed, QWidget):
    """Look-alikes, each with a button to practise the two; or a text if there are none."""

    wanted = Signal(object)  # Confusion
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pairs: tuple[Confusion, ...] = ()
        self.buttons: list[QPushButton] = []
        self.practise_all = IconPushButton("ph.target", tr("Practise all of these"))
        self.practise_all.clicked.connect(self.all_wanted)
        self._empty = label(tr("No sentence was mistaken for another one twice yet."), "muted", wrap=True)
        self._rows = vbox()
        vbox(
            self._empty, self._rows, (self.practise_all, 0, Qt.AlignmentFlag.AlignLeft), Stretch(1), parent=self
        )
        self.practise_all.hide()

    def show_pairs(self, pairs: Sequence[Confusion]) -> None:
        """Show the first of these pairs."""
        shown = tuple(pairs[:MAX_PAIRS])
        if shown == self.pairs:
            return
        self.pairs = shown
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for pair in shown:
            self._rows.addWidget(self._row(pair))
        self._empty.setVisible(not shown)
        self.practise_all.setVisible(len(shown) > 1)

    def _row(self, pair: Confusion) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(confusion_words(pair), wrap=True), 0, 0)
        grid.addWidget(label(confusion_count(pair), "caption"), 1, 0)
        button = QPushButton(tr("Practise these"))
        button.setAccessibleName(tr("Practise {asked} and {other}", asked=pair.asked, other=pair.recognised))
        button.clicked.connect(lambda: self.wanted.emit(pair))
        grid.addWidget(button, 0, 1, 2, 1)
        self.buttons.append(button)
        return row
