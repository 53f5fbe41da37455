"""The composition root's part for the Live view: reasons for empty tries, and the presentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.app_desk import Desk, DeskTools
from desktop_app.runtime.recent import RecentWatch

if TYPE_CHECKING:
    from desktop_app.engine.recogniser import Recogniser
    from desktop_app.runtime.events import EventHub

STOP_S = 0.5


class LiveDesk(Desk):
    """Joins the Live view and the presentation to settings and reasons. On the window's thread."""

    def __init__(self, tools: DeskTools, hub: EventHub, *, lossless: bool) -> None:
        self._tools = tools
        self.recent = RecentWatch(hub, lossless=lossless)

    def recogniser_ready(self, recogniser: Recogniser) -> None:
        """Reasons are looked for once there are answers."""
        self.recent.use(recogniser)
        if not self.recent.alive and not self.recent.stopping:
            self.recent.start()

    def close(self) -> None:
        """End the thread."""
        self.recent.request_stop()
        self.recent.join(STOP_S)
