"""The composition root's part for the Live view: reasons for empty tries, and the presentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.runtime.recent import RecentWatch
from desktop_app.ui.controller import Controller, ControllerPorts

if TYPE_CHECKING:
    from desktop_app.engine.search.recogniser import Recogniser
    from desktop_app.runtime.events import EventHub
    from desktop_app.ui.bridge import EventBatch
    from desktop_app.ui.live.presentation import PresentationWindow

STOP_S = 0.5


class LiveController(Controller):
    """Joins the Live view and the presentation to settings and reasons. On the window's thread."""

    def __init__(self, tools: ControllerPorts, hub: EventHub, *, lossless: bool) -> None:
        self._tools = tools
        self.recent = RecentWatch(hub, lossless=lossless)
        self._presentation: PresentationWindow | None = None
        tools.window.live.present_wanted.connect(self.present)
        tools.window.closing.connect(self._end)

    @property
    def presentation(self) -> PresentationWindow | None:
        """The window of the presentation, once there was one."""
        return self._presentation

    def present(self) -> None:
        """Begin a presentation; made when it is first asked for."""
        window = self._tools.window
        if self._presentation is None:
            from desktop_app.ui.live.presentation import PRESENTATION, PresentationWindow

            shown = self._presentation = PresentationWindow(window)
            shown.set_theme(window.theme)
            # A widget's own method: what the loader's thread sends then comes on the window's.
            self._tools.loader.clip_ready.connect(shown.take_clip)
            shown.clip_wanted.connect(
                lambda chosen: self._tools.loader.ask_clip(PRESENTATION, (chosen.pack, chosen.clip_id))
            )
            shown.hold_changed.connect(lambda seconds: self._tools.change("look.present_s", seconds))
            self.show_settings()
        self._presentation.start(window.state, self._tools.settings().look.present_s)

    def events_came(self, batch: EventBatch) -> None:
        """The presentation follows the live view."""
        if self._presentation is not None and self._presentation.isVisible():
            self._presentation.show_state(self._tools.window.state)

    def show_settings(self) -> None:
        """References and thumbnails as a signer of the stronger hand gives them."""
        left_handed = self._tools.settings().input.dominant_hand == "left"
        self._tools.window.live.results.set_mirrored(left_handed)
        if self._presentation is not None:
            self._presentation.set_mirrored(left_handed)

    def recogniser_ready(self, recogniser: Recogniser) -> None:
        """Reasons are looked for once there are answers."""
        self.recent.use(recogniser)
        if not self.recent.alive and not self.recent.stopping:
            self.recent.start()

    def _end(self) -> None:
        if self._presentation is not None:
            self._presentation.close()

    def close(self) -> None:
        """End the thread."""
        self.recent.request_stop()
        self.recent.join(STOP_S)
