"""Banners: a message with a next step that stays until it is settled. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
