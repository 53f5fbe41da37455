"""Banners: messages with a next step that stay until they are resolved. Qt-free."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.ui.i18n.translate import localised

if TYPE_CHECKING:
    from desktop_app.errors import AppError


class Action(StrEnum):
    """The action of a button in a banner."""

    NONE = ""
    RETRY_SOURCE = "retry_source"
    PLAY_SAMPLE = "play_sample"
    OPEN_FILE = "open_file"
    RETRY_ENGINE = "retry_engine"
    RETRY_LETTERS = "retry_letters"
    UNDO_EDIT = "undo_edit"
    RESUME_IMPORT = "resume_import"
    FORGET_IMPORT = "forget_import"
    SHOW_REFUSED = "show_refused"


class BannerTone(StrEnum):
    """The severity of a banner."""

    INFO = "info"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Banner:
    """A message that stays until it is resolved.

    Attributes:
        about: the subject (`source`, `engine`, `settings` ...); a new one replaces the older.
        actions: of its buttons, in order.
    """

    about: str
    tone: BannerTone
    text: str
    hint: str = ""
    actions: tuple[Action, ...] = ()
    closable: bool = True


class Banners(ABC):
    """Where banners are shown. A new banner replaces one with the same subject and is shown last."""

    @abstractmethod
    def show(
        self, about: str, tone: BannerTone, text: str, hint: str = "", actions: tuple[Action, ...] = ()
    ) -> None:
        """Put a banner last, in place of an earlier one about the same subject."""

    @abstractmethod
    def hide(self, *abouts: str) -> None:
        """Remove the banners with these subjects."""

    def failed(self, about: str, error: AppError) -> None:
        """Show an error and its next step."""
        self.show(about, BannerTone.WARNING, localised(error.message), localised(error.hint))


class BannerList(Banners):
    """The banners of one view.

    Args:
        changed: called with all banners after every change.
    """

    def __init__(self, changed: Callable[[tuple[Banner, ...]], None]) -> None:
        self._changed = changed
        self._banners: dict[str, Banner] = {}

    def show(
        self, about: str, tone: BannerTone, text: str, hint: str = "", actions: tuple[Action, ...] = ()
    ) -> None:
        self._banners.pop(about, None)
        self._banners[about] = Banner(about, tone, text, hint, actions)
        self._changed(tuple(self._banners.values()))

    def hide(self, *abouts: str) -> None:
        before = len(self._banners)
        for about in abouts:
            self._banners.pop(about, None)
        if len(self._banners) != before:
            self._changed(tuple(self._banners.values()))
