"""Table models of an import: found files with editable labels, and refused files."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.engine.importing.import_jobs import ImportJob
from desktop_app.engine.importing.import_many import ImportResult
from desktop_app.ui.i18n.translate import localised, tr

Index = QModelIndex | QPersistentModelIndex
_FIELDS: Final = ("name", "sentence", "category", "variant")
_ROOT: Final = QModelIndex()


class JobModel(QAbstractTableModel):
    """One file per row: check mark, name, and editable labels."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[ImportJob] = []
        self.wanted: list[bool] = []

    def set_jobs(self, jobs: Sequence[ImportJob]) -> None:
        """Show these jobs, all of them checked."""
        self.beginResetModel()
        self.jobs, self.wanted = list(jobs), [True] * len(jobs)
        self.endResetModel()

    def chosen(self) -> list[ImportJob]:
        return [job for job, wanted in zip(self.jobs, self.wanted, strict=True) if wanted]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.jobs)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_FIELDS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("File"), tr("Sentence"), tr("Category"), tr("Variant"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        job = self.jobs[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return getattr(job, _FIELDS[index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(job.path) if index.column() == 0 else getattr(job, _FIELDS[index.column()])
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if self.wanted[index.row()] else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid():
            return False
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == 0:
            self.wanted[row] = Qt.CheckState(value) == Qt.CheckState.Checked
        elif role == Qt.ItemDataRole.EditRole and column > 0:
            label: dict[str, Any] = {_FIELDS[column]: " ".join(str(value).split())}
            self.jobs[row] = replace(self.jobs[row], **label)
        else:
            return False
        self.dataChanged.emit(self.index(row, column), self.index(row, column))
        return True


class RefusedModel(QAbstractTableModel):
    """File, sentence, reason."""

    def __init__(self, results: Sequence[ImportResult]) -> None:
        super().__init__()
        self.results = list(results)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.results)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("File"), tr("Sentence"), tr("Why"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self.row(index.row())[index.column()]

    def row(self, number: int) -> tuple[str, str, str]:
        """One refusal as text."""
        result = self.results[number]
        return result.file, result.sentence, localised(result.text)

    def as_text(self, *, separator: str = ",") -> str:
        """The table as CSV, or tab-separated for the clipboard."""
        text = io.StringIO()
        writer = csv.writer(text, delimiter=separator, lineterminator="\n")
        writer.writerow(("file", "sentence", "reason", "text"))
        for number, result in enumerate(self.results):
            file, sentence, why = self.row(number)
            writer.writerow((file, sentence, result.reason, why))
        return text.getvalue()
