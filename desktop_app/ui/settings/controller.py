"""The settings: what is changed in any view holds at once, is shown in their view and saved soon after."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer

from desktop_app.engine.inspection.machine import machine_report, report_lines
from desktop_app.errors import AppError
from desktop_app.message import sentences
from desktop_app.settings import Settings
from desktop_app.settings_file import SettingsStore, settings_report
from desktop_app.ui.controller import Controller
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.banner import Banners, BannerTone
from desktop_app.ui.kit.relay import TaskRunner

if TYPE_CHECKING:
    from desktop_app.ui.settings.view import SettingsView

SAVE_AFTER_MS: Final = 1000  # since the last change: whoever turns a value up and down saves once
_ABOUT: Final = "settings"


class SettingsController(Controller):
    """Connects the Settings view to the file. On the window's thread; the file is written on another.

    Args:
        banners: those above every picture.
        changed: called with the key of a setting after it was changed.
    """

    def __init__(
        self,
        view: SettingsView,
        store: SettingsStore,
        banners: Banners,
        changed: Callable[[str], None],
    ) -> None:
        self._view, self._store, self._banners, self._changed = view, store, banners, changed
        self._tasks = TaskRunner("settings")
        self._timer = QTimer(view)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self._save)
        view.changed.connect(self.change)
        view.about.report_wanted.connect(self.copy_report)

    @property
    def settings(self) -> Settings:
        return self._store.settings

    def change(self, key: str, value: Any) -> None:
        """Change a setting; None goes back to its default."""
        try:
            if value is None:
                self._store.reset(key)
            else:
                self._store.change(key, value)
        except AppError as error:
            self._failed(error)
        else:
            self._timer.start()
        self._changed(key)

    def show_settings(self) -> None:
        self._view.show_settings(self._store.resolved)

    def show_problems(self) -> None:
        """Show what could not be read of the file, the environment and the flags."""
        problems = [problem.message for problem in self._store.resolved.problems]
        words = localised(sentences(*self._store.notices, *problems))
        if words:
            hint = tr("The values before it are used instead.")
            self._banners.show(_ABOUT, BannerTone.WARNING, words, hint)

    def copy_report(self) -> None:
        """Check this computer on another thread, then put what was found on the clipboard."""
        self._tasks.start(
            "report",
            lambda _: "\n".join(report_lines(machine_report(settings_report()))),
            self._view.about.copy_report,
            failed=self._report_failed,
        )

    def close(self) -> None:
        """Write what was changed just before the end."""
        if self._timer.isActive():
            self._save()
        self._tasks.close()

    def _save(self) -> None:
        self._timer.stop()
        store = self._store
        self._tasks.start(
            "save",
            lambda _: store.save(),
            lambda _: None,
            failed=self._failed,
            replace=True,
            durable=True,
        )

    def _report_failed(self, error: AppError) -> None:
        self._view.about.restore()
        self._failed(error)

    def _failed(self, error: AppError) -> None:
        self._banners.failed(_ABOUT, error)
