"""Live: the answers with their references, and the presentation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop_app.runtime.events import ChangeWork, Work
from desktop_app.ui.camera.source_bar import ALL_PACKS
from desktop_app.ui.controller import Controller, ControllerPorts
from desktop_app.ui.player.clip import clip_key

if TYPE_CHECKING:
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.ui.bridge import EventBatch
    from desktop_app.ui.live.presentation import PresentationWindow
    from desktop_app.ui.live.view import LiveView
    from desktop_app.ui.player.clip import ClipKey, PlayerClip
    from desktop_app.ui.player.reference_loader import ReferenceLoader

VIEW: Final = "live"  # what the loader calls the view, and the presentation
PRESENTATION: Final = "presentation"


class LiveController(Controller):
    """Joins the Live view and the presentation to settings and references. On the window's thread.

    Args:
        loader: reads references.
    """

    def __init__(self, view: LiveView, ports: ControllerPorts, loader: ReferenceLoader) -> None:
        self._view, self._ports, self._loader = view, ports, loader
        self._presentation: PresentationWindow | None = None
        view.present_wanted.connect(self.present)
        view.reference_wanted.connect(lambda chosen: loader.load_clip(VIEW, clip_key(chosen)))
        view.thumbnail_wanted.connect(lambda chosen: loader.load_thumbnail(clip_key(chosen)))
        view.bar.pack_chosen.connect(self._choose_pack)
        loader.clip_ready.connect(self._clip_ready)
        loader.thumbnail_ready.connect(view.results.set_thumbnail)

    @property
    def presentation(self) -> PresentationWindow | None:
        """The presentation window, None before the first presentation."""
        return self._presentation

    def present(self) -> None:
        """Start a presentation; the window is created for the first one."""
        if self._presentation is None:
            from desktop_app.ui.live.presentation import PresentationWindow

            shown = self._presentation = PresentationWindow(self._view.window())
            shown.set_theme(self._view.theme)
            shown.clip_wanted.connect(lambda chosen: self._loader.load_clip(PRESENTATION, clip_key(chosen)))
            shown.hold_changed.connect(lambda seconds: self._ports.change("look.present_s", seconds))
            self.show_settings()
        self._presentation.start(self._ports.live_state(), self._ports.settings().look.present_s)

    def events_came(self, batch: EventBatch) -> None:
        """The presentation follows the live view."""
        if self._presentation is not None and self._presentation.isVisible():
            self._presentation.show_state(self._ports.live_state())

    def view_changed(self, name: str) -> None:
        if name == VIEW:
            self._ports.send(ChangeWork(Work.SIGNS))

    def show_settings(self) -> None:
        """References and thumbnails are shown as a signer of the stronger hand gives them."""
        settings, view = self._ports.settings(), self._view
        left_handed = settings.input.dominant_hand == "left"
        view.set_switches(mirrored=settings.input.mirror, overlay=settings.look.overlay)
        view.results.set_limit(settings.recognition.top_k)
        view.results.set_mirrored(left_handed)
        view.player.set_mirrored(left_handed)
        if self._presentation is not None:
            self._presentation.set_mirrored(left_handed)

    def recogniser_ready(self, recogniser: Recogniser) -> None:
        """Offer the packs that are searched."""
        self._list_packs()

    def close(self) -> None:
        if self._presentation is not None:
            self._presentation.close()

    def _clip_ready(self, view: str, key: ClipKey, clip: PlayerClip) -> None:
        if view == VIEW:
            self._view.player.receive(key, clip)
        elif view == PRESENTATION and self._presentation is not None:
            self._presentation.receive(key, clip)

    def _choose_pack(self, name: str) -> None:
        self._ports.change("recognition.packs", () if name == ALL_PACKS else (name,))

    def _list_packs(self) -> None:
        chosen = self._ports.settings().recognition.packs
        names = tuple(dict.fromkeys((*self._ports.live_state().packs, *chosen)))
        self._view.bar.set_packs(names, chosen[0] if len(chosen) == 1 else ALL_PACKS)
