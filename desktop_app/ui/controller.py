"""What the composition root hands to its desks: a desk joins one view to engine, runtime and settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app.settings import Settings

if TYPE_CHECKING:
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.runtime.events import Command
    from desktop_app.runtime.take_recorder import TakeRecorder
    from desktop_app.ui.bridge import EventBatch
    from desktop_app.ui.kit.banner import BannerTone
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.player.reference_loader import ReferenceLoader


@dataclass(frozen=True, slots=True)
class ControllerPorts:
    """Everything a desk may use. On the window's thread.

    Attributes:
        loader: reads references on its own thread.
        takes: records takes from the running source.
        send: leaves a command with the pipeline.
        change: keeps a setting; None forgets it.
        settings: the settings now.
        reopen_library: reads the packs anew after one was changed; the old library answers until then.
        tell: shows a banner: what it is about, how grave, sentence, next step.
    """

    window: MainWindow
    loader: ReferenceLoader
    takes: TakeRecorder
    send: Callable[[Command], None]
    change: Callable[[str, Any], None]
    settings: Callable[[], Settings]
    reopen_library: Callable[[], None]
    tell: Callable[[str, BannerTone, str, str], None]


class Controller:
    """What every desk may hear of. All calls come on the window's thread and must return at once."""

    def recogniser_ready(self, recogniser: Recogniser) -> None:
        """Models and packs are there, or were exchanged."""

    def events_came(self, batch: EventBatch) -> None:
        """News of the pipeline, after the window has taken them in."""

    def show_settings(self) -> None:
        """The settings have changed."""

    def close(self) -> None:
        """The program ends: stop own threads within a fraction of a second; nothing of the window is shown."""
