"""The Library: every sentence of the open packs, filtered as one types, with a preview of its reference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QSplitter, QVBoxLayout, QWidget

from desktop_app.engine.protocols import ReferenceInfo
from desktop_app.ui.parts import Card, label
from desktop_app.ui.reference_player import ReferencePlayer
from desktop_app.ui.theme import Themed
from desktop_app.ui.tokens import SPACE
from desktop_app.ui.words import tr

Index = QModelIndex | QPersistentModelIndex


class ReferenceModel(QAbstractListModel):
    """References as lines; a sentence with several recordings says which one."""

    def __init__(self) -> None:
        super().__init__()
        self.references: list[ReferenceInfo] = []
        self._lines: list[str] = []

    def set_references(self, references: Sequence[ReferenceInfo]) -> None:
        """Show these, by sentence."""
        self.beginResetModel()
        self.references = sorted(
            references, key=lambda info: (info.sentence.casefold(), info.pack, info.clip_id)
        )
        counts: dict[tuple[str, int], int] = {}
        for info in self.references:
            counts[info.pack, info.sentence_id] = counts.get((info.pack, info.sentence_id), 0) + 1
        seen: dict[tuple[str, int], int] = {}
        self._lines = []
        for info in self.references:
            key = (info.pack, info.sentence_id)
            seen[key] = seen.get(key, 0) + 1
            line = info.sentence
            if info.variant:
                line += f" ({info.variant})"
            if counts[key] > 1:
                line += tr("  · take {number} of {count}", number=seen[key], count=counts[key])
            self._lines.append(line)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.references)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        info = self.references[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._lines[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            parts = [info.sentence, info.pack, info.category]
            return "\n".join(part for part in parts if part)
        return None


class LibraryView(Themed, QWidget):
    """Read only: what can be recognised, and how it is signed."""

    reference_wanted = Signal(object)  # ReferenceInfo

    def __init__(self) -> None:
        super().__init__()
        self.model = ReferenceModel()
        self.shown = QSortFilterProxyModel()
        self.shown.setSourceModel(self.model)
        self.shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Find a sentence"))
        self.filter.setAccessibleName(tr("Find a sentence"))
        self.filter.setClearButtonEnabled(True)
        self.list = QListView()
        self.list.setModel(self.shown)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Sentences"))
        self.count = label("", "muted")
        self.player = ReferencePlayer()
        self.player.canvas.empty_text = tr("Choose a sentence to see how it is signed.")
        self._arrange()
        self.filter.textChanged.connect(self._filter)
        self.list.selectionModel().currentChanged.connect(self._choose)

    def set_references(self, references: Sequence[ReferenceInfo]) -> None:
        """Show the references of the open packs."""
        self.model.set_references(references)
        self._count()

    def keys(self) -> dict[str, Any]:
        """Shortcut -> words for the help, and what it does."""
        return {"Ctrl+F": (tr("Find a sentence"), self.filter.setFocus)} | self.player.keys()

    def _arrange(self) -> None:
        header = QHBoxLayout()
        header.addWidget(label(tr("Library"), "title"))
        header.addStretch(1)
        header.addWidget(self.count)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(header)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        card = Card()
        card.column.addWidget(self.player)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(SPACE * 2)
        self.columns.setChildrenCollapsible(False)
        self.columns.addWidget(left)
        self.columns.addWidget(card)
        self.columns.setStretchFactor(0, 2)
        self.columns.setStretchFactor(1, 3)
        self.columns.setSizes([460, 690])
        page = QVBoxLayout(self)
        page.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE * 2)
        page.addWidget(self.columns)

    def _filter(self, text: str) -> None:
        self.shown.setFilterFixedString(text.strip())
        self._count()

    def _count(self) -> None:
        shown, total = self.shown.rowCount(), self.model.rowCount()
        words = tr("{total} references", total=total)
        self.count.setText(words if shown == total else tr("{shown} of {total}", shown=shown, total=total))

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            row = self.shown.mapToSource(current).row()
            self.reference_wanted.emit(self.model.references[row])
