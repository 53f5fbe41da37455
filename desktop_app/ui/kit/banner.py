"""Banners: a message with a next step that stays until it is settled. Qt-free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.ui.i18n.translate import localised

if TYPE_CHECKING:
    from desktop_app.errors import AppError


class Action(StrEnum):
    """What a button of a banner does."""

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
    """How grave a banner is."""

    INFO = "info"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Banner:
    """A message that stays until it is settled.

    Attributes:
        about: what it is about (`source`, `engine`, `settings` ...); a new one about the same replaces it.
        action: what its buttons offer, in order.
    """

    about: str
    tone: BannerTone
    text: str
    hint: str = ""
    actions: tuple[Action, ...] = ()
    closable: bool = True


class BannerList:
    """The banners of one view. One about the same thing replaces the older one and goes to the end.

    Args:
        show: called with all banners after every change.
    """

    def __init__(self, show: Callable[[tuple[Banner, ...]], None]) -> None:
        self._show = show
        self._banners: dict[str, Banner] = {}

    def tell(
        self, about: str, tone: BannerTone, text: str, hint: str = "", actions: tuple[Action, ...] = ()
    ) -> None:
        """Show a banner."""
        self._banners.pop(about, None)
        self._banners[about] = Banner(about, tone, text, hint, actions)
        self._show(tuple(self._banners.values()))

    def failed(self, about: str, error: AppError) -> None:
        """Show what could not be done, and what to try."""
        self.tell(about, BannerTone.WARNING, localised(error.message), localised(error.hint))

    def settle(self, *abouts: str) -> None:
        """Remove the banners about these things."""
        before = len(self._banners)
        for about in abouts:
            self._banners.pop(about, None)
        if len(self._banners) != before:
            self._show(tuple(self._banners.values()))
