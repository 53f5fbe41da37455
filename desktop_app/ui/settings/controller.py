"""The settings: what is changed in any view is kept in the file and shown in the Settings view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop_app.errors import AppError
from desktop_app.message import sentences
from desktop_app.settings import Settings
from desktop_app.settings_file import SettingsStore
from desktop_app.ui.controller import Controller
from desktop_app.ui.i18n.translate import localised, tr
from desktop_app.ui.kit.banner import BannerTone

if TYPE_CHECKING:
    from desktop_app.ui.settings.view import SettingsView

_ABOUT = "settings"


class SettingsController(Controller):
    """Joins the Settings view to the file. On the window's thread.

    Args:
        tell: shows a banner: what it is about, how grave, sentence, next step.
        changed: called with the key of a setting after it was changed.
    """

    def __init__(
        self,
        view: SettingsView,
        store: SettingsStore,
        tell: Callable[[str, BannerTone, str, str], None],
        changed: Callable[[str], None],
    ) -> None:
        self._view, self._store, self._tell, self._changed = view, store, tell, changed
        view.changed.connect(self.change)

    @property
    def settings(self) -> Settings:
        """The settings now."""
        return self._store.settings

    def change(self, key: str, value: Any) -> None:
        """Keep a setting; None goes back to its default."""
        try:
            trouble = self._store.forget(key) if value is None else self._store.change(key, value)
        except AppError as error:
            self._tell(_ABOUT, BannerTone.WARNING, localised(error.message), localised(error.hint))
        else:
            if trouble:
                self._tell(_ABOUT, BannerTone.WARNING, localised(trouble), "")
        self._changed(key)

    def show_settings(self) -> None:
        self._view.show_settings(self._store.resolved)

    def show_problems(self) -> None:
        """Say what could not be read."""
        problems = [problem.message for problem in self._store.resolved.problems]
        words = localised(sentences(*self._store.notices, *problems))
        if words:
            hint = tr("The values before it are used instead.")
            self._tell(_ABOUT, BannerTone.WARNING, words, hint)
