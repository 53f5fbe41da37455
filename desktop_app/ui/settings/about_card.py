"""The card of the settings that says what this program is, under which licences, and where its files lie."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop_app import __version__, paths
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.kit.layouts import Stretch, fill, hbox
from desktop_app.ui.kit.parts import Card, IconPushButton, label

COPIED_MS = 2000


class AboutCard(Card):
    """Emits `report_wanted` when a report about this computer is to be copied; `copy_report` answers.

    Args:
        places: (what, path) of every place the program writes to.
    """

    report_wanted = Signal()

    def __init__(self, places: list[tuple[str, str]]) -> None:
        super().__init__()
        self.version = label(tr("Version {version}", version=__version__), wrap=True)
        self.licence = label(
            tr("Free software under the Apache License 2.0. Models and packs state their own licences."),
            wrap=True,
        )
        self.report = IconPushButton("ph.copy", tr("Copy a report for support"))
        self.report.clicked.connect(self._ask)
        self.licences = IconPushButton("ph.file-text", tr("Licences of components"))
        self.licences.clicked.connect(self._open_licences)
        self.licences.setVisible(paths.third_party_file().is_file())  # installers write it; a checkout has none
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(COPIED_MS)
        self._back.timeout.connect(self.restore)
        fill(
            self.column,
            label(tr("About SignMirror"), "section"),
            self.version,
            self.licence,
            hbox(self.report, self.licences, Stretch(1)),
            label(tr("Nothing is sent to the internet. These are all the places written to."), wrap=True),
        )
        for what, path in places:
            line = label(f"{what}: {path}", "caption", wrap=True)
            line.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
            )
            self.column.addWidget(line)

    def copy_report(self, text: str) -> None:
        """Put a report on the clipboard, and confirm it for a moment."""
        QGuiApplication.clipboard().setText(text)
        self._show("ph.check", tr("Copied"), ready=True)
        self._back.start()

    def restore(self) -> None:
        """Show the button as at first, also after a report that could not be made."""
        self._show("ph.copy", tr("Copy a report for support"), ready=True)

    def _ask(self) -> None:
        self._show("ph.hourglass", tr("Checking this computer …"), ready=False)
        self.report_wanted.emit()

    def _show(self, icon: str, text: str, *, ready: bool) -> None:
        self.report.setEnabled(ready)
        self.report.set_icon(icon)
        self.report.setText(text)

    @staticmethod
    def _open_licences() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.third_party_file())))
