"""The base class of all controllers, and the ports through which they use the program around them.

A controller connects one view to engine, runtime and settings. It is given its own view and these ports, never
the whole window; what concerns two views is connected by the composition root.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from desktop_app.settings import Settings

if TYPE_CHECKING:
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.runtime.events import Command
    from desktop_app.ui.bridge import EventBatch
    from desktop_app.ui.kit.banner import Action, Banners
    from desktop_app.ui.state import LiveState


class Navigation(Protocol):
    """Which view the window shows."""

    @property
    def view(self) -> str:
        """The name of the view that is shown."""
        ...

    def show_view(self, name: str) -> None: ...

    def close(self) -> bool:
        """Close the window; False where a controller keeps it open."""
        ...


@dataclass(frozen=True, slots=True)
class ControllerPorts:
    """What any controller may use. All calls are made on the window's thread and return at once.

    Attributes:
        navigation: shows views.
        live_state: what source and recogniser do now.
        send: leaves a command with the pipeline.
        change: keeps a setting; None goes back to its default.
        settings: the settings now.
        reopen_library: reads the packs anew after one was changed; signs wait for the new library.
        banners: those above every picture.
    """

    navigation: Navigation
    live_state: Callable[[], LiveState]
    send: Callable[[Command], None]
    change: Callable[[str, Any], None]
    settings: Callable[[], Settings]
    reopen_library: Callable[[], None]
    banners: Banners


class Controller:
    """What every controller is notified of. All calls come on the window's thread and must return at once."""

    def recogniser_ready(self, recogniser: Recogniser) -> None:
        """Models and packs are loaded, or were exchanged."""

    def thresholds_changed(self, recogniser: Recogniser) -> None:
        """The same models and packs, with other thresholds."""

    def events_came(self, batch: EventBatch) -> None:
        """Events of the pipeline, after the window has taken them in."""

    def view_changed(self, name: str) -> None:
        """Called with the name of the view that is shown now."""

    def action_chosen(self, action: Action) -> None:
        """A button of a banner above a picture was pressed."""

    def show_settings(self) -> None:
        """Show the settings: once at the start, then after every change."""

    def setting_changed(self, key: str) -> None:
        """One setting was changed in the window; `show_settings` has been called already."""

    def may_close(self) -> bool:
        """Whether the window may be closed now; a controller that answers False asks the user."""
        return True

    def close(self) -> None:
        """The program ends: stop own threads within a fraction of a second; nothing of the window is shown."""
