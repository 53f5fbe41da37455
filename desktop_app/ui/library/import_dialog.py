"""The import dialog: files, their sentences and their pack; and the list of refused files afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)

from desktop_app.engine.file_kinds import ANNOTATION_SUFFIXES, CLIP_SUFFIXES, TABLE_SUFFIXES, patterns
from desktop_app.engine.importing.import_jobs import FoundClips, ImportJob
from desktop_app.engine.importing.import_many import ImportOptions, ImportResult
from desktop_app.engine.packs.index import IndexedPack
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.dialogs import Dialog, add_row, choose_path, form
from desktop_app.ui.kit.layouts import fill, hbox, scroll_area, vbox
from desktop_app.ui.kit.parts import Combo, ElidedLabel, IconPushButton, Switch, label
from desktop_app.ui.kit.theme import Themed
from desktop_app.ui.kit.tokens import SPACE
from desktop_app.ui.library.delegates import FileDelegate
from desktop_app.ui.library.dialogs import LICENCES, editable_combo
from desktop_app.ui.library.import_table import JobModel, RefusedModel

_SIDE_BY_SIDE: Final = 760  # below this width (at 100 % text) the table is above the form
_NAMED: Final = 8  # files and annotations that are skipped, by name
_FILES: Final = patterns(TABLE_SUFFIXES, ANNOTATION_SUFFIXES, CLIP_SUFFIXES)


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to import.

    Attributes:
        pack: key of a pack, "" for a new one with the name `new_name`.
        pause: pause the source while the import runs.
    """

    pack: str
    new_name: str
    jobs: tuple[ImportJob, ...]
    options: ImportOptions
    pause: bool


class ImportDialog(Dialog):
    """Shows the files that were found; `requested` is emitted when the user starts the import."""

    source_chosen = Signal(str)  # a folder, table, annotated film or clip
    tier_chosen = Signal(str, str)  # the source, and the tier of its annotations
    requested = Signal(object)  # ImportRequest

    def __init__(self, parent: QWidget, packs: Sequence[IndexedPack], chosen: str) -> None:
        super().__init__(parent, tr("Import videos or recordings"), tr("Import"), width=1080)
        self.model = JobModel()
        self.source = ElidedLabel(tr("Nothing is chosen yet."), "muted")
        self.folder = IconPushButton("ph.folder-open", tr("Choose a folder…"))
        self.file = IconPushButton("ph.table", tr("Choose a table or clip…"))
        for button in (self.folder, self.file):
            button.setAutoDefault(False)
        self.table = table_view(self.model, tr("Files to import"))
        self.found = label("", "caption", wrap=True)
        self.how_read = label("", "caption", wrap=True)
        self.tier = Combo()
        self._chosen_source = ""
        self.hint = label(
            tr(
                "A folder of videos or .pose recordings, a table with the columns file and sentence, or a film "
                "with ELAN annotations or subtitles. Without a table, names become the sentences: "
                "good_morning-2.mp4, or a folder good_morning, is “good morning”."
            ),
            "muted",
            wrap=True,
        )
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pack = Combo()
        for pack in packs:
            if pack.is_own:
                self.pack.addItem(pack.name, pack.key)
        self.pack.addItem(tr("New pack…"), "")
        self.pack.setCurrentIndex(max(self.pack.findData(chosen), 0) if chosen else 0)
        self.new_name = QLineEdit()
        self.new_name.setPlaceholderText(tr("Name of the new pack"))
        self.signer, self.category = QLineEdit(), QLineEdit()
        self.consent = QLineEdit()
        self.licence = editable_combo(LICENCES, "")
        self.keep_video, self.trim, self.pause = Switch(), Switch(), Switch()
        self.trim.setChecked(True)
        self.pause.setChecked(True)
        self._arrange()
        self.folder.clicked.connect(self._ask_folder)
        self.file.clicked.connect(self._ask_file)
        self.pack.currentIndexChanged.connect(lambda _: self._show_pack())
        self.model.dataChanged.connect(lambda *_: self._counted())
        self.tier.activated.connect(self._choose_tier)
        self._show_pack()
        self.show_clips(FoundClips(()), "")
        self.folder.setFocus()

    def show_clips(self, clips: FoundClips, source: str) -> None:
        """Show what was found in a folder, table or film."""
        jobs = clips.jobs
        self.trouble.hide()
        self.model.set_jobs(jobs)
        self._chosen_source = source
        self._rows.setRowVisible(self.tier, len(clips.tiers) > 1)
        self.tier.clear()
        self.tier.addItems([*clips.tiers])
        self.tier.setCurrentText(clips.tier)
        self._show_how_read(clips)
        if source:
            self.source.set_full_text(source)
        if jobs and not self.new_name.text():
            self.new_name.setText(Path(source).stem)
        self.table.setVisible(bool(jobs))
        self.hint.setVisible(not jobs)
        self._counted()

    def confirm(self) -> None:
        if self.table.state() == QAbstractItemView.State.EditingState:
            return  # Enter ends the typing in the table
        jobs = self.model.chosen()
        if not jobs:
            self.refuse(tr("Choose a folder or table first, and tick what is to be imported."))
            return
        if not self.pack.currentData() and not self.new_name.text().strip():
            self.refuse(tr("Give the new pack a name."))
            self.new_name.setFocus()
            return
        videos = (
            [job for job in jobs if job.is_video and not job.is_part] if self.keep_video.isChecked() else []
        )
        if not self.consent.text().strip() and not all(job.consent for job in videos):
            self.refuse(tr("Videos show people: say what they agreed to, or keep the skeletons only."))
            self.consent.setFocus()
            return
        defaults: dict[str, Any] = {
            "signer_id": self.signer.text().strip(),
            "category": self.category.text().strip(),
            "licence": self.licence.currentText().strip(),
            "consent": self.consent.text().strip(),
        }
        filled = tuple(
            replace(job, **{name: getattr(job, name) or value for name, value in defaults.items()})
            for job in jobs
        )
        options = ImportOptions(trim=self.trim.isChecked(), keep_video=self.keep_video.isChecked())
        request = ImportRequest(
            self.pack.currentData(),
            self.new_name.text().strip(),
            filled,
            options,
            self.pause.isChecked() and any(job.is_video for job in jobs),
        )
        self.accept()
        self.requested.emit(request)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() / self.theme.scale >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(direction)

    def _arrange(self) -> None:
        top = hbox((self.source, 1), self.folder, self.file)
        files = QWidget()
        vbox((self.table, 1), (self.hint, 1), self.found, self.how_read, parent=files, spacing=None)
        self.table.setMinimumHeight(180)
        fields = QWidget()
        right = vbox(parent=fields, spacing=None)
        rows = form()
        add_row(rows, tr("Tier"), self.tier)
        add_row(rows, tr("Into the pack"), self.pack)
        add_row(rows, tr("Name"), self.new_name)
        add_row(rows, tr("Signer"), self.signer)
        add_row(rows, tr("Category"), self.category)
        add_row(rows, tr("Licence"), self.licence)
        add_row(rows, tr("Consent"), self.consent)
        self._rows = rows
        right.addLayout(rows)
        for switch, words, note in (
            (
                self.keep_video,
                tr("Keep the videos"),
                tr("Off: skeletons only, no picture of a person is kept."),
            ),
            (self.trim, tr("Cut to the moving part"), ""),
            (
                self.pause,
                tr("Pause the camera meanwhile"),
                tr("Reading videos needs the processor: the live picture would stutter."),
            ),
        ):
            right.addLayout(_switch_row(switch, words, note))
        right.addStretch(1)
        inside = QWidget()
        inside.setProperty("kind", "clear")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._body.setContentsMargins(0, 0, SPACE, 0)
        self._body.setSpacing(SPACE * 3)
        fill(self._body, (files, 3), (fields, 2))
        scroll = scroll_area(inside)
        scroll.setMinimumHeight(300)
        fill(self.column, top, (scroll, 1))

    def _show_pack(self) -> None:
        new = not self.pack.currentData()
        self._rows.setRowVisible(self.new_name, new)

    def _show_how_read(self, clips: FoundClips) -> None:
        lines = [localised(remark) for remark in clips.remarks]
        if clips.passed_over:
            lines.append(tr("These files are skipped: {names}.", names=_first(clips.passed_over)))
        if clips.untimed:
            names = _first(clips.untimed)
            lines.append(tr("These annotations have no times and are skipped: {names}.", names=names))
        self.how_read.setText("\n".join(lines))
        self.how_read.setVisible(bool(lines))

    def _choose_tier(self) -> None:
        self.tier_chosen.emit(self._chosen_source, self.tier.currentText())

    def _counted(self) -> None:
        total, chosen = len(self.model.jobs), sum(self.model.wanted)
        words = tr(
            "Chosen: {chosen} of {total}. Double-click a label to change it.", chosen=chosen, total=total
        )
        self.found.setText(words if total else "")
        self.accept_button.setEnabled(chosen > 0)

    def _ask_folder(self) -> None:
        choose_path(self, tr("Choose a folder of videos or recordings"), self.source_chosen.emit, folder=True)

    def _ask_file(self) -> None:
        kinds = f"{tr('Tables, videos and recordings')} ({_FILES})"
        choose_path(self, tr("Choose a table or clip"), self.source_chosen.emit, kinds=kinds)


class RefusedDialog(Dialog):
    """Files that were not imported, with the reasons; to be copied or saved."""

    save_wanted = Signal(str, str)  # path, text

    def __init__(self, parent: QWidget, results: Sequence[ImportResult]) -> None:
        super().__init__(parent, tr("What was not imported"), tr("Close"), width=860)
        self.model = RefusedModel(results)
        self.cancel.hide()
        self.copy = IconPushButton("ph.copy", tr("Copy"))
        self.save = IconPushButton("ph.floppy-disk", tr("Save as CSV…"))
        for place, button in enumerate((self.copy, self.save)):
            button.setAutoDefault(False)
            self.buttons.insertWidget(place, button)
        self.table = table_view(self.model, tr("Files that were not imported"))
        self.table.setMinimumHeight(220)
        self.column.addWidget(
            label(tr("Fix them and import again: what is already in the pack is not read twice."), wrap=True)
        )
        self.column.addWidget(self.table, 1)
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.model.as_text(separator="\t"))
        )
        self.save.clicked.connect(self._save)

    def _save(self) -> None:
        def then(path: str) -> None:
            self.save_wanted.emit(path, self.model.as_text())

        choose_path(self, tr("Save as CSV"), then, kinds="CSV (*.csv)", save_as="import-refused.csv")


class ImportRows(Themed, QTableView):
    """Row heights that follow the text size."""

    def refresh_theme(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.theme.size(34))
        self.horizontalHeader().setDefaultSectionSize(self.theme.size(104))


def table_view(model: JobModel | RefusedModel, name: str) -> ImportRows:
    """A table styled like the program's lists; its last columns share the remaining width."""
    table = ImportRows()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(
        QAbstractItemView.EditTrigger.DoubleClicked
        | QAbstractItemView.EditTrigger.EditKeyPressed
        | QAbstractItemView.EditTrigger.AnyKeyPressed
    )
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    for narrow in range(2, model.columnCount() if isinstance(model, JobModel) else 0):
        header.setSectionResizeMode(narrow, QHeaderView.ResizeMode.Interactive)
    table.setItemDelegateForColumn(0, FileDelegate(table))
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    return table


def _first(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    if len(names) > _NAMED:
        return tr("{names} and {count} more", names=shown, count=len(names) - _NAMED)
    return shown


def _switch_row(switch: Switch, words: str, note: str) -> QHBoxLayout:
    switch.setAccessibleName(words)
    switch.setAccessibleDescription(note)
    texts = vbox(label(words, wrap=True), spacing=0)
    if note:
        texts.addWidget(label(note, "caption", wrap=True))
    return hbox((texts, 1), switch)
